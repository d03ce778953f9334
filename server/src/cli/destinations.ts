import type { Options } from './args.ts';
import { usualCache } from './check/cache.ts';
import type { Call } from './commands/command.ts';
import type { Host } from './host.ts';

/** The files that a call with `options` writes besides the plans that it mends. */
export async function destinationsOf(
  { reports, output, run }: Options,
  host: Pick<Host, 'files'>,
): Promise<readonly string[]> {
  const files = reports.map(({ file }) => file);
  const cache = run.cache ? (run.cacheLocation ?? (await usualCache(host))) : undefined;
  const all = [...files, ...(files.includes(output) ? [] : [output]), run.baseline, cache];
  return all.flatMap((path) => path ?? []);
}

/** The file that a call with `options` would write twice, or write over its configuration; undefined where there is none. */
export async function collisionIn(options: Options, host: Pick<Host, 'files'>): Promise<string | undefined> {
  const { config } = options.input;
  const seen = new Set<string>(typeof config === 'object' ? [await host.files.real(config.path)] : []);
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

/** A call that would do harm: it ends with this message before anything is written. */
export class Misuse extends Error {}
