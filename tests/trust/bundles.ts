import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The programs as package.json builds them, by name. */
const PROGRAMS: readonly (readonly [name: string, entry: string, platform: 'node' | 'browser'])[] = [
  ['planlint', 'server/src/main.cli.ts', 'node'],
  ['server', 'server/src/main.node.ts', 'node'],
  ['server.worker', 'server/src/main.worker.ts', 'browser'],
  ['extension', 'client/src/extension.ts', 'node'],
  ['extension.web', 'client/src/extension.web.ts', 'browser'],
];

/** What goes into each program, and what it asks of its surroundings. */
export async function programs(): Promise<ReadonlyMap<string, Metafile>> {
  const built = await Promise.all(
    PROGRAMS.map(async ([name, entry, platform]) => {
      const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        write: false,
        metafile: true,
        platform,
        format: platform === 'node' ? 'esm' : 'iife',
        mainFields: ['module', 'main'],
        external: ['vscode'],
        outfile: `${name}.js`,
        logLevel: 'silent',
      });
      return [name, metafile] as const;
    }),
  );
  return new Map(built);
}

/** Modules that a program takes from where it runs, each with the files that do. */
export function outsideOf({ inputs }: Metafile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path, external } of imports) {
      const name = path.replace(/^node:/u, '');
      if (external) found.set(name, [...(found.get(name) ?? []), file]);
    }
  }
  return found;
}

/** The packages that are in some program, each with its version and the words of its licence. */
export function packagesIn(metafiles: Iterable<Metafile>): readonly Package[] {
  const names = new Set<string>();
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const name = /(?<=^|\/)node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//u.exec(file)?.groups?.name;
      if (name) names.add(name);
    }
  }
  return [...names].sort().map((name) => {
    const read = (file: string) => readFileSync(`${root}node_modules/${name}/${file}`, 'utf8');
    const manifest = JSON.parse(read('package.json')) as { version: string; license?: string };
    return { name, version: manifest.version, license: manifest.license ?? '', words: wordsOf(read) };
  });
}

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly words: string;
}

function wordsOf(read: (file: string) => string): string {
  for (const file of [
    'LICENSE',
    'LICENSE.md',
    'license',
    'License.txt',
    'LICENSE.txt',
    'LICENSE-MIT',
    'license.md',
  ]) {
    try {
      return read(file).replace(/\r\n/gu, '\n').trim();
    } catch {
      // It is named otherwise.
    }
  }
  return '';
}
