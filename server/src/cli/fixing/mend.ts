import type { Job } from '../check/examine.ts';
import type { Call } from '../commands/command.ts';
import type { Source } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { printable } from '../terminal/cells.ts';
import { write } from '../write.ts';
import { binaryDiff, unifiedDiff } from './diff.ts';
import { type Mended, mended, type Within, writeBack } from './fix.ts';

/**
 * Makes the fixes in all `jobs`, each of the source at the same place, and writes the files back; standard input goes
 * to standard output. Gives the jobs as they are afterwards: where a file could not be written, unchanged.
 */
export async function mendAll(
  sources: readonly Source[],
  jobs: readonly Job[],
  fix: 'safe' | 'unsafe',
  call: Call,
  within: Within,
): Promise<{
  readonly jobs: readonly Job[];
  readonly exit: Exit;
  readonly fixes: number;
  readonly files: number;
}> {
  const after: Job[] = [];
  let [exit, fixes, files]: [Exit, number, number] = [0, 0, 0];
  for (const { source, job, result } of await mendings(sources, jobs, fix, call, within)) {
    const isStdin = source.why.kind === 'stdin';
    // Whoever reads the output must not be left without the text.
    const bytes = result?.bytes ?? source.bytes;
    const written = isStdin
      ? (await write(bytes, { ...call, output: undefined })) === 0
      : !result || result.applied === 0 || (await writeBack(source, bytes, call));
    if (!written || !result) exit = 2;
    else if (result.applied > 0) [fixes, files] = [fixes + result.applied, files + 1];
    after.push(written && result ? { ...job, text: result.text } : job);
  }
  return { jobs: after, exit, fixes, files };
}

/** Shows as a patch what fixes would change; 1 where they would change anything. */
export async function showDiff(
  sources: readonly Source[],
  jobs: readonly Job[],
  fix: 'safe' | 'unsafe',
  call: Call,
  within: Within,
): Promise<Exit> {
  const patches: (readonly [text: string, bytes: Uint8Array])[] = [];
  let [exit, fixes, files]: [Exit, number, number] = [0, 0, 0];
  for (const { source, result } of await mendings(sources, jobs, fix, call, within)) {
    if (!result) exit = 2;
    if (!result || result.applied === 0) continue;
    [fixes, files] = [fixes + result.applied, files + 1];
    patches.push([
      unifiedDiff(source.path, source.text, result.text),
      binaryDiff(source.path, source.bytes, result.bytes),
    ]);
  }
  const { words, complain } = call;
  await complain(fixes > 0 ? words.input.wouldFix(fixes, files) : words.input.nothingFixed);
  const shown = isForPeople(call)
    ? painted(patches.map(([text]) => text).join(''), call)
    : joined(patches.map(([, bytes]) => bytes));
  const written = fixes > 0 ? await write(shown, call) : 0;
  return worst(exit, written, fixes > 0 ? 1 : 0);
}

interface Mending {
  readonly source: Source;
  readonly job: Job;
  readonly result: Mended | undefined;
}

async function mendings(
  sources: readonly Source[],
  jobs: readonly Job[],
  fix: 'safe' | 'unsafe',
  call: Call,
  within: Within,
): Promise<readonly Mending[]> {
  const all: Mending[] = [];
  for (const [i, source] of sources.entries()) {
    const job = jobs[i];
    if (job) all.push({ source, job, result: await mended(source, job, fix, call, within) });
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
