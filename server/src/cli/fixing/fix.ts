import type { Finding, FixKind } from '../../core/lint/finding.ts';
import { fixAll } from '../../core/lint/fix.ts';
import { type Examined, examine, type Job } from '../check/examine.ts';
import type { Call } from '../commands/command.ts';
import type { Source } from '../documents.ts';
import { encode } from '../encode.ts';
import { problemOf } from '../input/inputs.ts';

/**
 * Makes every fix that may be made in the text of `job`, again and again until nothing is left to fix. Undefined
 * where `source` would not be read back exactly as it is to be written, which is complained about.
 */
export async function mended(
  source: Source,
  job: Job,
  fix: 'safe' | 'unsafe',
  { words, complain }: Call,
  within: Within,
): Promise<Mended | undefined> {
  const check = (text: string) => within(examine({ ...job, text }), text, source);
  const { text, applied } = fixAll(job.text, check, KINDS[fix]);
  // What cannot be decoded and encoded again as it stands would change in places that nobody asked about.
  const exact = encode(source.text, source);
  const bytes = text === source.text ? source.bytes : encode(text, source);
  if (text !== source.text && !(exact && bytes && isSame(exact, source.bytes))) {
    await complain(words.input.refused.inexact(source.path, ''));
    return undefined;
  }
  return { text, bytes: bytes ?? source.bytes, applied: text === source.text ? 0 : applied };
}

/** The findings of a text that may be mended; `source` is the text as it was read. */
export type Within = (examined: Examined, text: string, source: Source) => readonly Finding[];

/** A text after its fixes, and how it stands in a file. */
export interface Mended {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** How many fixes were made. */
  readonly applied: number;
}

/** A stub is for a person to fill in, and never made by itself. */
const KINDS: Readonly<Record<'safe' | 'unsafe', ReadonlySet<FixKind>>> = {
  safe: new Set<FixKind>(['safe']),
  unsafe: new Set<FixKind>(['safe', 'unsafe']),
};

/** Writes `bytes` to the file that `source` was read from; whether that was done, else it was complained about. */
export async function writeBack(source: Source, bytes: Uint8Array, call: Call): Promise<boolean> {
  const { host, words, complain } = call;
  try {
    if (!isSame(await host.files.read(source.path), source.bytes)) {
      await complain(words.input.refused.changed(source.path, ''));
      return false;
    }
  } catch (error) {
    const { path, reason, code } = problemOf(source.path, error);
    await complain(words.problem[reason](path, code ?? ''));
    return false;
  }
  try {
    await host.files.replace(source.path, bytes);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    await complain(words.input.refused.unwritable(source.path, code));
    return false;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
