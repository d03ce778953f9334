import type { Finding, FixKind } from '../../core/lint/finding.ts';
import { fixAll } from '../../core/lint/fix.ts';
import { type Examined, examine, type Job } from '../check/examine.ts';
import type { Call } from '../command.ts';
import { contained } from '../contain.ts';
import type { Source } from '../documents.ts';
import { encode } from '../encoding.ts';
import { type Exit, worst } from '../host.ts';
import { problemOf } from '../input/inputs.ts';
import { printable } from '../terminal/cells.ts';
import { codeOf, write } from '../write.ts';
import { binaryDiff, unifiedDiff } from './diff.ts';

/**
 * Writes mended files back; standard input goes to standard output. Gives the jobs as they are afterwards: where a
 * file could not be written, unchanged. `refusal` is said of one that holds something else than what was mended.
 */
export async function mendAll(
  mendings: readonly Mending[],
  call: Call,
  refusal = call.words.refused.changed,
): Promise<{
  readonly jobs: readonly Job[];
  readonly exit: Exit;
  readonly fixes: number;
  readonly files: number;
}> {
  const after: Job[] = [];
  let [exit, fixes, files]: [Exit, number, number] = [0, 0, 0];
  for (const { source, job, result } of mendings) {
    const isStdin = source.why.kind === 'stdin';
    // Whoever reads the output must not be left without the text.
    const bytes = result?.bytes ?? source.bytes;
    const written = isStdin
      ? (await write(bytes, { ...call, output: undefined })) === 0
      : !result || result.applied === 0 || (await writeBack(source, bytes, refusal, call));
    if (!written || !result) exit = 2;
    else if (result.applied > 0) [fixes, files] = [fixes + result.applied, files + 1];
    after.push(written && result ? { ...job, text: result.text } : job);
  }
  return { jobs: after, exit, fixes, files };
}

/** Shows as a patch what fixes would change; 1 where they would change anything. */
export async function showDiff(mendings: readonly Mending[], call: Call): Promise<Exit> {
  const patches: (readonly [text: string, bytes: Uint8Array])[] = [];
  let [exit, fixes, files]: [Exit, number, number] = [0, 0, 0];
  for (const { source, result } of mendings) {
    if (!result) exit = 2;
    if (!result || result.applied === 0) continue;
    [fixes, files] = [fixes + result.applied, files + 1];
    patches.push([
      unifiedDiff(source.path, source.text, result.text),
      binaryDiff(source.path, source.bytes, result.bytes),
    ]);
  }
  const { words, complain } = call;
  await complain(fixes > 0 ? words.wouldFix(fixes, files) : words.nothingFixed);
  const shown = isForPeople(call)
    ? painted(patches.map(([text]) => text).join(''), call)
    : joined(patches.map(([, bytes]) => bytes));
  const written = fixes > 0 ? await write(shown, call) : 0;
  return worst(exit, written, fixes > 0 ? 1 : 0);
}

/** A source with what was checked of it, and what is left after its fixes; undefined where it cannot be written back. */
export interface Mending {
  readonly source: Source;
  readonly job: Job;
  readonly result: Mended | undefined;
}

/** Makes the fixes in all `jobs`, each of the source at the same place; nothing is written yet. */
export async function mendingsOf(
  sources: readonly Source[],
  jobs: readonly Job[],
  fix: 'safe' | 'unsafe',
  call: Call,
  within: Within,
): Promise<readonly Mending[]> {
  const all: Mending[] = [];
  for (const [i, source] of sources.entries()) {
    const job = jobs[i];
    if (!job) continue;
    const result = await contained(source.path, call, () => mended(source, job, fix, call, within));
    all.push({ source, job, result });
  }
  return all;
}

/** Where it goes to a file or another program, a patch must fit what is patched, byte by byte. */
function isForPeople({ host, paint, output }: Call): boolean {
  return output === undefined && (host.stdout.isTTY || paint.bold('x') !== 'x');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function painted(patch: string, { paint }: Call): string {
  const styles: readonly (readonly [string, (text: string) => string])[] = [
    ['---', paint.bold],
    ['+++', paint.bold],
    ['@@', paint.cyan],
    ['-', paint.red],
    ['+', paint.green],
    ['\\', paint.dim],
  ];
  const lines = patch.split('\n').map((line) => {
    const style = styles.find(([mark]) => line.startsWith(mark));
    const text = printable(line.replace(/\r$/u, ''));
    return style ? style[1](text) : text;
  });
  return lines.join('\n');
}

/**
 * Makes every fix that may be made in the text of `job`, again and again until nothing is left to fix. Undefined
 * where `source` would not be read back exactly as it is to be written, which is complained about.
 */
async function mended(
  source: Source,
  job: Job,
  fix: 'safe' | 'unsafe',
  { words, complain, memory }: Call,
  within: Within,
): Promise<Mended | undefined> {
  if (source.office) {
    await complain(words.office.notMended(source.path));
    return undefined;
  }
  const check = (text: string) => within(examine({ ...job, text }, memory), text, source);
  const { text, applied } = fixAll(job.text, check, KINDS[fix]);
  // What cannot be decoded and encoded again as it stands would change in places that nobody asked about.
  const exact = encode(source.text, source);
  const bytes = text === source.text ? source.bytes : encode(text, source);
  if (text !== source.text && !(exact && bytes && isSame(exact, source.bytes))) {
    await complain(words.refused.inexact(source.path));
    return undefined;
  }
  return { text, bytes: bytes ?? source.bytes, applied: text === source.text ? 0 : applied };
}

/** The findings of a text that may be mended; `source` is the text as it was read. */
export type Within = (examined: Examined, text: string, source: Source) => readonly Finding[];

/** A text after its fixes, and how it stands in a file. */
interface Mended {
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
async function writeBack(
  source: Source,
  bytes: Uint8Array,
  refusal: (path: string) => string,
  call: Call,
): Promise<boolean> {
  const { host, words, complain } = call;
  try {
    if (!isSame(await host.files.read(source.path), source.bytes)) {
      await complain(refusal(source.path));
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
    await complain(words.refused.unwritable(source.path, codeOf(error)));
    return false;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
