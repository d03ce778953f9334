import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Platform } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The programs as package.json builds them, by name. */
const PROGRAMS: readonly (readonly [
  name: string,
  entry: string,
  platform: Platform,
  conditions?: string[],
])[] = [
  ['program', 'server/src/program.ts', 'node'],
  ['planlint', 'server/src/main.cli.ts', 'node'],
  ['server', 'server/src/main.server.ts', 'node'],
  ['thread', 'server/src/main.thread.ts', 'node'],
  ['server.worker', 'server/src/main.worker.ts', 'browser'],
  ['office', 'server/src/office/office.ts', 'neutral'],
  ['extension', 'client/src/extension.ts', 'node'],
  ['extension.web', 'client/src/extension.web.ts', 'node', ['browser']],
];

/** What goes into each program, and what it asks of its surroundings. */
export async function programs(): Promise<ReadonlyMap<string, Program>> {
  const built = await Promise.all(
    PROGRAMS.map(async ([name, entry, platform, conditions]) => {
      const { metafile, outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        write: false,
        metafile: true,
        platform,
        ...(conditions && { conditions }),
        format: platform === 'browser' ? 'iife' : 'esm',
        mainFields: ['module', 'main'],
        external: ['vscode', './extension.web.js'],
        outfile: `${name}.js`,
        minify: true,
        legalComments: 'none',
        logLevel: 'silent',
      });
      return [name, { metafile, code: outputFiles.map(({ text }) => text).join('') }] as const;
    }),
  );
  return new Map(built);
}

/** What a program is made of, and its code as one text, without comments. */
export interface Program {
  readonly metafile: Metafile;
  readonly code: string;
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

/** Packages of which a part is in the programs as data: the table of wording is made from these. */
const SOURCES_OF_DATA = ['node_modules/@node-rs/jieba', 'node_modules/pinyin-pro'];

/** The folder of the package that a module lies in, the innermost: `node_modules/a/node_modules/@b/c/index.js`. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u;

/** The packages that are in some program, each with its version and the words of its licence. */
export function packagesIn(metafiles: Iterable<Metafile>): readonly Package[] {
  const folders = new Set(SOURCES_OF_DATA);
  for (const { inputs } of metafiles) {
    for (const file of Object.keys(inputs)) {
      const [folder] = PACKAGE_FOLDER.exec(file) ?? [];
      if (folder) folders.add(folder);
    }
  }
  const packages = [...folders].map((folder) => {
    const read = (file: string) => readFileSync(`${root}${folder}/${file}`, 'utf8');
    const manifest = JSON.parse(read('package.json')) as { name: string; version: string; license?: string };
    return { ...manifest, license: manifest.license ?? '', words: wordsOf(read) };
  });
  return packages
    .map(({ name, version, license, words }) => ({ name, version, license, words }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
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
