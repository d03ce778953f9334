import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ignoreRules } from '../../server/src/config/ignored.ts';
import { rounds } from '../rounds.ts';
import { configFiles } from './files.ts';

const folders = ['', 'a/', 'b/', 'a/b/', 'a/[b]/', 'a/b/a/'];
const names = ['a', 'b', 'a.plan', 'b.plan', '#a', '!b', '中 文.plan'];
const tree = folders
  .flatMap((folder) => names.map((name) => folder + name))
  .filter((path) => !folders.includes(`${path}/`));

const patterns = [
  ...[
    'a',
    'b',
    'a/',
    'b/',
    '/a',
    '/b/',
    'a/b',
    '/a/b/',
    '*.plan',
    'a*',
    '**/b',
    'a/**',
    'a/*',
    'b/**/a',
    '**',
  ],
  ...[
    '[ab].plan',
    '?',
    '\\#a',
    '\\!b',
    '# a',
    '',
    '   ',
    '中 文.plan',
    '*文*',
    '[b]',
    '\\[b\\]',
    'b.plan  ',
    '.',
  ],
];
const lines = fc.array(
  fc.tuple(fc.constantFrom('', '', '!'), fc.constantFrom(...patterns)).map((parts) => parts.join('')),
  { maxLength: 5 },
);
const ignoreFiles = fc.record(
  Object.fromEntries(folders.map((folder) => [`${folder}.gitignore`, fc.option(lines, { freq: 2 })])),
);

/** What is left of the tree, walked from its root or from the folder that is meant. */
async function visited(files: Readonly<Record<string, string>>, meant?: string): Promise<readonly string[]> {
  const map = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/r/${path}`, text]));
  const ignored = ignoreRules('/r', configFiles({ ...map, '/r/.git': '' }));
  const kept: string[] = [];
  for (const path of tree) {
    const parents = path.split('/').slice(0, -1);
    const steps = [...parents.map((_, i) => `${parents.slice(0, i + 1).join('/')}/`), path];
    let isKept = meant === undefined || `/r/${path}`.startsWith(`${meant}/`);
    for (const step of steps.filter((one) => `/r/${one}`.length > (meant?.length ?? 0) + 1))
      isKept &&= (await ignored(`/r/${step}`, meant)) === undefined;
    if (isKept) kept.push(path);
  }
  return kept.sort();
}

describe('ignore files', () => {
  it('leave out what git leaves out', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'planlint-')));
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'core.excludesFile=', '-c', 'core.quotePath=false', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    try {
      git('init', '-q');
      for (const path of tree) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), '');
      }
      await fc.assert(
        fc.asyncProperty(ignoreFiles, async (given) => {
          const files: Record<string, string> = {};
          for (const [path, own] of Object.entries(given)) {
            rmSync(join(folder, path), { force: true });
            if (own) {
              files[path] = own.join('\n');
              writeFileSync(join(folder, path), own.join('\n'));
            }
          }
          const theirs = git('ls-files', '--others', '--exclude-standard', '-z').split('\0');
          expect(await visited(files)).toEqual(theirs.filter((path) => tree.includes(path)).sort());
        }),
        rounds(25, 2000),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('count from the repository down, or else from the current folder', async () => {
    const map = { '/.gitignore': '*.plan', '/x/.planlintignore': '*.txt', '/x/y/.gitignore': 'a*' };
    const inside = ignoreRules('/x/y', configFiles({ ...map, '/x/.git': '' }));
    expect(await inside('/x/y/1.plan', undefined)).toBeUndefined();
    expect(await inside('/x/y/1.txt', undefined)).toMatchObject({ file: '/x/.planlintignore', line: 1 });
    const without = ignoreRules('/x/y', configFiles(map));
    expect(await without('/x/y/1.txt', undefined)).toBeUndefined();
    expect(await without('/x/y/a.txt', undefined)).toMatchObject({ file: '/x/y/.gitignore', line: 1 });
    // What lies elsewhere knows no current folder.
    expect(await without('/z/1.plan', undefined)).toMatchObject({ file: '/.gitignore', line: 1 });
  });

  it('never leave out the folder that somebody names, but what stands in it', async () => {
    const files = { '.gitignore': 'a/\n*.plan\n', 'a/b/.gitignore': '#a\n\\#a\n' };
    expect(await visited(files)).not.toContain('a/b/b');
    const named = await visited(files, '/r/a/b');
    expect(named).toContain('a/b/b');
    expect(named).not.toContain('a/b/#a');
    expect(named).not.toContain('a/b/a.plan');
  });
});
