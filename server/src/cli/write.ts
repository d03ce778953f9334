import { flatMapped } from '../core/text/flat.ts';
import { usualCache } from './check/cache.ts';
import type { Call } from './command.ts';
import { contained, Misuse } from './contain.ts';
import { type Exit, type Host, worst } from './host.ts';
import type { Options } from './options.ts';

/** Writes what a command gives to its file or to standard output; 2 where that cannot be done. */
export function write(content: string | Uint8Array, call: Call): Promise<Exit> {
  const { host, output } = call;
  const writing = () =>
    output === undefined ? host.stdout.write(content) : host.files.write(output, content);
  return tried(writing, output ?? 'stdout', call);
}

/** Adds to the end of the file at `path`; 2 where that cannot be done. */
export function add(content: string, path: string, call: Call): Promise<Exit> {
  return tried(() => call.host.files.append(path, content), path, call);
}

/** Writes what `textOf` gives for every format that was asked for to its place; 2 where one cannot be written. */
export async function writeAll(
  textOf: (format: string) => string | Uint8Array,
  { reports }: Options,
  call: Call,
): Promise<Exit> {
  const exits: Exit[] = [];
  for (const { format, file } of reports) {
    const exit = await contained(file ?? format, call, () =>
      write(textOf(format), { ...call, output: file }),
    );
    if (exit !== undefined) exits.push(exit);
  }
  return worst(...exits);
}

/** A document of JSON for programs that can be read by people. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `value` as `jsonText` has it at that depth of a document; its first line stands behind what is there already. */
export function jsonAt(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);
}

/** A list of JSON that is written piece by piece, as `jsonText` has it at that depth, behind `head`. */
export function jsonList(
  head: string,
  depth: number,
): { readonly add: (values: readonly unknown[]) => string; readonly end: () => string } {
  const line = `\n${'  '.repeat(depth)}`;
  let isBegun = false;
  return {
    add: (values) =>
      values
        .map((value) => {
          const before = isBegun ? ',' : `${head}[`;
          isBegun = true;
          return `${before}${line}  ${jsonAt(value, depth + 1)}`;
        })
        .join(''),
    end: () => (isBegun ? `${line}]` : `${head}[]`),
  };
}

/** The system's own code for an error, such as `ENOENT`, else what it says. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** The files that a call with `options` writes besides the plans that it mends. */
export async function destinationsOf(
  options: Options,
  host: Pick<Host, 'files'>,
): Promise<readonly string[]> {
  const { reports, output, baseline } = options;
  const files = reports.map(({ file }) => file);
  const cache = options.cache ? (options.cacheLocation ?? (await usualCache(host))) : undefined;
  const all = [...files, ...(files.includes(output) ? [] : [output]), baseline, cache];
  return flatMapped(all, (path) => path ?? []);
}

/** The file that a call with `options` would write twice, or write over its configuration; undefined where there is none. */
export async function collisionIn(options: Options, host: Pick<Host, 'files'>): Promise<string | undefined> {
  const { config, filesFrom } = options;
  const read = [
    typeof config === 'object' ? config.path : undefined,
    filesFrom === '-' ? undefined : filesFrom,
  ];
  const seen = new Set<string>();
  for (const path of read) if (path !== undefined) seen.add(await host.files.real(path));
  for (const path of await destinationsOf(options, host)) {
    const real = await host.files.real(path);
    if (seen.has(real)) return path;
    seen.add(real);
  }
  return undefined;
}

/** Rejects with a `Misuse` where a call with `options` would write over one of the files that it has `read`. */
export async function keepWhole(
  read: readonly string[],
  options: Options,
  { host, words }: Pick<Call, 'host' | 'words'>,
): Promise<void> {
  const paths = await destinationsOf(options, host);
  if (paths.length === 0) return;
  const real = new Set(await Promise.all(read.map(host.files.real)));
  for (const path of paths)
    if (real.has(await host.files.real(path))) throw new Misuse(words.overInput(path));
}

async function tried(writing: () => Promise<void>, path: string, { words, complain }: Call): Promise<Exit> {
  try {
    await writing();
    return 0;
  } catch (error) {
    await complain(words.cannotWrite(path, codeOf(error)));
    return 2;
  }
}
