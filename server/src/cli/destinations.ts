import type { Files } from '../files.ts';
import type { Options } from './args.ts';
import { usualCache } from './check/cache.ts';
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

/** The file that a call with `options` would write over one that it reads; undefined where there is none. */
export async function overwritten(
  read: readonly string[],
  options: Options,
  { files }: { readonly files: Files },
): Promise<string | undefined> {
  const paths = await destinationsOf(options, { files });
  if (paths.length === 0) return undefined;
  const real = new Set(await Promise.all(read.map(files.real)));
  for (const path of paths) if (real.has(await files.real(path))) return path;
  return undefined;
}

/** A call that would do harm: it ends with this message before anything is written. */
export class Misuse extends Error {}
