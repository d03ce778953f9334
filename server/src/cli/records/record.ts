/** Reads one line as a record: a JSON object with a `path` and a `text`; whatever else it holds is nobody's business. */
export function readRecord(line: Uint8Array | 'tooLong'): TextRecord | BadRecord {
  if (line === 'tooLong') return { path: null, reason: 'too-long' };
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return { path: null, reason: 'not-utf-8' };
  }
  const value = objectOf(json);
  if (!value) return { path: null, reason: 'not-json' };
  const { path, text } = value;
  if (typeof path !== 'string' || path === '') return { path: null, reason: 'no-path' };
  if (typeof text !== 'string') return { path, reason: 'no-text' };
  return LONE.test(path) || LONE.test(text) ? { path, reason: 'lone-surrogate' } : { path, text };
}

/** In bytes of a line: all of it has to stand in memory. */
export const LONGEST_RECORD = 32 * 1024 * 1024;

/** A text and the name it goes by, which need be no file of this machine. */
export interface TextRecord {
  readonly path: string;
  readonly text: string;
}

/** A line that gives no text to read, and its path where that could be read. */
export interface BadRecord {
  readonly path: string | null;
  readonly reason: BadReason;
}

export type BadReason =
  | 'too-long'
  | 'not-utf-8'
  | 'not-json'
  | 'no-path'
  | 'no-text'
  | 'lone-surrogate'
  | 'fault';

/** `\ud83d` without its other half: what it is written back as is another text. */
const LONE = /\p{Surrogate}/u;

function objectOf(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
