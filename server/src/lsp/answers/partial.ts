import type { ProgressToken, ProgressType } from 'vscode-languageserver';
import type { Session } from '../session/session.ts';

/** What is left to answer once a client that takes results in parts was sent them (LSP 3.17, partial results). */
export async function inParts<T, Other>(
  type: ProgressType<T[] | Other>,
  token: ProgressToken | undefined,
  found: T[],
  { connection }: Session,
): Promise<T[]> {
  if (token === undefined) return found;
  for (let start = 0; start < found.length; start += PART) {
    await connection.sendProgress(type, token, found.slice(start, start + PART));
  }
  return [];
}

/** Results in a part: enough to fill a list on a screen. */
const PART = 200;
