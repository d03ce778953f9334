import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, it } from 'vitest';
import {
  allowed,
  exceptions,
  LONGEST_FILE,
  parts,
  ROOM,
  rooms,
  SHARED,
  SIBLING,
  TAKEN_UP,
  TOP_LEVEL,
  TOP_LEVEL_PATTERN,
} from './house.ts';
import {
  circlesIn,
  type Import,
  importOf,
  importsOf,
  impurityOf,
  isDefaultExport,
  nodes,
  type Parsed,
} from './syntax.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What in this source text, standing at this path, breaks the house: a line each. */
function faults(path: string, { program, errors }: Parsed): string[] {
  if (errors.length > 0) return errors.map((error) => `${path}: ${error.message}`);
  const found: string[] = [];
  const inCore = ROOM.test(path);
  for (const node of nodes(program)) {
    const wanted = importOf(node);
    if (wanted && !mayImport(path, wanted)) {
      found.push(`${path}: may not import ${wanted.typeOnly ? 'type ' : ''}${wanted.name}`);
    }
    if (isDefaultExport(node)) found.push(`${path}: default export`);
    const impurity = inCore && impurityOf(node);
    if (impurity) found.push(`${path}: ${impurity} in the core`);
  }
  return found;
}

function mayImport(from: string, wanted: Import): boolean {
  const part = partOf(from);
  const rights = [...((part && allowed[part]) || []), ...(exceptions[from] ?? [])];
  const target = wanted.name.startsWith('.') ? posix.join(posix.dirname(from), wanted.name) : undefined;
  const kind = SIBLING.exec(from)?.groups?.kind;
  if (kind && target !== SHARED && target?.startsWith(`server/src/core/${kind}/`)) return false;
  // The two transports belong to their doors: `lsp` runs in both.
  if (/^vscode-languageserver\/node/u.test(wanted.name) && part !== 'main.node' && part !== 'stdio')
    return false;
  if (/^vscode-languageserver\/browser/u.test(wanted.name) && part !== 'main.worker') return false;
  const names = target ? [partOf(target)] : [packageOf(wanted.name), wanted.name];
  return names.some(
    (name) => rights.includes(`${name}`) || (wanted.typeOnly && rights.includes(`type ${name}`)),
  );
}

function partOf(path: string): string | undefined {
  const room = ROOM.exec(path)?.groups?.room;
  if (room !== undefined) return room in rooms ? `core/${room}` : undefined;
  return parts.find(([, pattern]) => pattern.test(path))?.[0];
}

function packageOf(name: string): string {
  if (isBuiltin(name)) return 'node';
  if (name === 'vscode') return 'vscode';
  if (/^vscode-languageclient(?:\/|$)/u.test(name)) return 'vscode-languageclient';
  if (/^vscode-(?:languageserver|jsonrpc)(?:[-/]|$)/u.test(name)) return 'vscode-languageserver';
  return 'package';
}

function unexpectedEntries(paths: readonly string[]): string[] {
  const entries = new Set(paths.map((path) => path.split('/')[0] ?? path));
  return [...entries].filter((entry) => !TOP_LEVEL.includes(entry) && !TOP_LEVEL_PATTERN.test(entry));
}

describe('the house', () => {
  const files = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { cwd: root, ignore: '**/*.d.ts' });

  const known = new Map<string, Parsed>();
  const parsed = (path: string) => {
    const one = known.get(path) ?? parseSync(path, readFileSync(posix.join(root, path), 'utf8'));
    known.set(path, one);
    return one;
  };
  afterAll(() => known.clear());

  it('has a place for every source file', () => {
    expect(files.filter((path) => partOf(path) === undefined)).toEqual([]);
  });

  it('keeps to the table of allowed imports, has no default exports and a pure core', () => {
    expect(files.sort().flatMap((path) => faults(path, parsed(path)))).toEqual([]);
  });

  it('has no circle of imports, of types neither, and nothing that nobody took up', () => {
    const imports = new Map(files.map((path) => [path, importsOf(path, parsed(path))]));
    expect(circlesIn(imports)).toEqual([]);
    const wanted = new Set([...imports.values()].flat());
    const waiting = files.filter((path) => TAKEN_UP.test(path) && !wanted.has(path));
    expect(waiting, 'a file that stands in no list, and has no row in a table').toEqual([]);
  });

  it('opens each room of the core with a file that says what it is for', () => {
    const present = new Set(files.flatMap((path) => ROOM.exec(path)?.groups?.room ?? []));
    expect([...present].sort()).toEqual(Object.keys(rooms).sort());
    for (const [room, { opens }] of Object.entries(rooms)) {
      const source = readFileSync(posix.join(root, 'server/src/core', room, opens), 'utf8');
      expect(source).toMatch(new RegExp(`^/\\*\\*\n \\* The room \`${room}\`: `, 'u'));
    }
  });

  it('has nothing but rooms at the level of the core', () => {
    expect(readdirSync(posix.join(root, 'server/src/core')).sort()).toEqual(
      [...Object.keys(rooms), 'tsconfig.json'].sort(),
    );
  });

  it('puts lists together in a loop on the server, which runs several times faster there', () => {
    const others = files.filter(
      (path) =>
        path.startsWith('server/src/') && /\.flatMap\(/u.test(readFileSync(posix.join(root, path), 'utf8')),
    );
    expect(others).toEqual(['server/src/core/text/flat.ts']);
  });

  it('keeps every file of ours short', () => {
    const long = files.filter(
      (path) => readFileSync(posix.join(root, path), 'utf8').split('\n').length - 1 > LONGEST_FILE,
    );
    expect(long).toEqual([]);
  });

  it('compiles the core alone: no library but the language, nothing left out', () => {
    const config = JSON.parse(readFileSync(posix.join(root, 'server/src/core/tsconfig.json'), 'utf8'));
    expect(config).toMatchObject({
      extends: '../../../tsconfig.json',
      compilerOptions: { lib: ['es2022'], types: [] },
      include: ['**/*.ts'],
      exclude: [],
    });
  });

  it.skipIf(!existsSync(posix.join(root, '.git')))('has no other top-level entries', () => {
    // A checkout that another user owns is still a checkout.
    const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
    });
    const paths = list.split('\0').filter((path) => path !== '');
    expect(paths).not.toEqual([]);
    expect(unexpectedEntries(paths)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const plan = 'server/src/core/plan/plan.ts';
  const rule = 'server/src/core/rules/structure/empty-task.ts';
  const feature = 'server/src/core/features/reading/hover.ts';
  const lsp = 'server/src/lsp/server.ts';
  const cli = 'server/src/cli/main.ts';

  it.each([
    [plan, `import { check } from '../../cli/main.ts';`],
    [plan, `import type { Connection } from '../../lsp/server.ts';`],
    [plan, `import { readFile } from '../../files.ts';`],
    [plan, `import { parse } from '../read/read.ts';`],
    [plan, `import type { Finding } from '../lint/finding.ts';`],
    [plan, `import { x } from '../loose.ts';`],
    [plan, `import { readFileSync } from 'node:fs';`],
    [plan, `import { readFileSync } from 'fs';`],
    [plan, `import { glob } from 'tinyglobby';`],
    [plan, `import pkg from '../../../../package.json' with { type: 'json' };`],
    [plan, `export * from '../../protocol.ts';`],
    [plan, `export type X = import('vscode').Uri;`],
    [plan, `const x = import(name);`],
    [plan, `const x = require('path');`],
    [plan, `import fs = require('fs');`],
    [rule, `import { x } from './number-gap.ts';`],
    [rule, `import { rules } from '../index.ts';`],
    [rule, `import type { X } from '../wording/twice.ts';`],
    [rule, `import { outline } from '../../features/reading/outline.ts';`],
    [feature, `import { x } from './outline.ts';`],
    [feature, `import { rules } from '../../rules/index.ts';`],
    [lsp, `import { main } from '../cli/main.ts';`],
    [lsp, `import type { Host } from '../cli/main.ts';`],
    [lsp, `import { createConnection } from 'vscode-languageserver/node.js';`],
    [lsp, `import { join } from 'node:path';`],
    [lsp, `import { Uri } from 'vscode';`],
    ['server/src/config/read.ts', `import { join } from 'node:path';`],
    ['server/src/config/read.ts', `import { decode } from '../cli/decode.ts';`],
    [cli, `import { startServer } from '../lsp/server.ts';`],
    [cli, `import type { Diagnostic } from 'vscode-languageserver';`],
    [cli, `import { readFile } from '../files.ts';`],
    [cli, `import { parseArgs } from 'node:util';`],
    ['server/src/cli/args.ts', `import { join } from 'node:path';`],
    ['server/src/main.cli.ts', `import { createConnection } from 'vscode-languageserver/node';`],
    ['server/src/main.cli.ts', `import { main } from './cli/main.ts';`],
    ['server/src/main.worker.ts', `import { join } from 'node:path';`],
    ['server/src/main.node.ts', `import { Uri } from 'vscode';`],
    ['client/src/client.ts', `import { method } from '../../server/src/protocol.ts';`],
    ['client/src/client.ts', `import type { Plan } from '../../server/src/core/plan/plan.ts';`],
    ['client/src/client.ts', `import { join } from 'node:path';`],
    ['server/src/protocol.ts', `import { parse } from './core/read/read.ts';`],
    ['server/src/helpers.ts', `import { parse } from './core/read/read.ts';`],
    [cli, `import { office } from '../office/office.ts';`],
    ['server/src/office/office.ts', `import { readFile } from 'node:fs/promises';`],
    ['server/src/core/loose.ts', `import { parse } from './read/read.ts';`],
    [plan, `export default function parse() {}`],
    [plan, `const x = 1; export { x as default };`],
    [plan, `export async function parse() {}`],
    [plan, `export const parse = async () => 1;`],
    [plan, `await x;`],
    [plan, `const today = Date.now();`],
    [plan, `const today = new Date('2022-12-01');`],
    [plan, `const luck = Math.random();`],
    [plan, `let count = 0;`],
    [plan, `export let count = 0;`],
    [plan, `this is not a program`],
  ])('%s refuses %s', (path, source) => {
    expect(faults(path, parseSync(path, source))).toHaveLength(1);
  });

  it.each([
    [plan, `import { type Span, slice } from '../text/text.ts';`],
    [plan, `// Date.now() and await are words here\nconst text = 'async new Date()';`],
    [plan, `export function count() { let n = 0; n += Date.UTC(2022, 0); return n; }`],
    [rule, `import type { Rule } from '../../lint/rule.ts';`],
    ['server/src/core/rules/index.ts', `import { emptyTask } from './structure/empty-task.ts';`],
    [feature, `import { fields } from '../../plan/plan.ts';`],
    [feature, `import type { Place } from '../place.ts';`],
    [lsp, `import { TextDocuments } from 'vscode-languageserver';`],
    [lsp, `import { hover } from '../core/features/reading/hover.ts';`],
    ['server/src/config/read.ts', `import { parseTree } from 'jsonc-parser';`],
    [cli, `import type { Host } from '../files.ts';`],
    [cli, `import pkg from '../../../package.json' with { type: 'json' };`],
    [cli, `import { eastAsianWidth } from 'get-east-asian-width';`],
    ['server/src/cli/args.ts', `import { parseArgs } from 'node:util';`],
    ['server/src/files.ts', `import { readFile } from 'node:fs/promises';\nexport async function read() {}`],
    ['server/src/process.ts', `import { argv } from 'node:process';\nimport { main } from './cli/main.ts';`],
    ['server/src/program.ts', `export const serve = async () => import('./main.node.ts');`],
    ['server/src/office/xlsx/xlsx.ts', `import { zipSync } from 'fflate';`],
    [cli, `import type { Office } from '../office/office.ts';`],
    ['server/src/main.node.ts', `import { createConnection } from 'vscode-languageserver/node';`],
    ['server/src/main.worker.ts', `import { createConnection } from 'vscode-languageserver/browser';`],
    ['client/src/client.ts', `import type { Outline } from '../../server/src/protocol.ts';`],
    ['client/src/views/units.ts', `import { window } from 'vscode';\nimport { x } from '../client.ts';`],
  ])('%s accepts %s', (path, source) => {
    expect(faults(path, parseSync(path, source))).toEqual([]);
  });

  it('finds circles, and nothing where there is none', () => {
    const imports = (...arrows: readonly string[]) => {
      const map = new Map<string, string[]>([...'abcd'].map((file) => [file, []]));
      for (const [from = '', to = ''] of arrows) map.get(from)?.push(to);
      return map;
    };
    expect(circlesIn(imports('ab', 'bc', 'ac', 'cd'))).toEqual([]);
    expect(circlesIn(imports('ab', 'bc', 'ca', 'cd'))).toEqual([['a', 'b', 'c']]);
    expect(circlesIn(imports('ab', 'ba', 'cd', 'dc'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(circlesIn(imports('aa'))).toEqual([['a']]);
    const source = `import type { X } from './x.ts';\ntype Y = import('../y.ts').Y;`;
    expect(importsOf(plan, parseSync(plan, source))).toEqual([
      'server/src/core/plan/x.ts',
      'server/src/core/y.ts',
    ]);
  });

  it('knows what belongs at the top', () => {
    expect(unexpectedEntries(['package.nls.zh-cn.json', '.ci/run', 'server/x.ts'])).toEqual([]);
    expect(unexpectedEntries(['utils/x.ts', 'notes.md', 'server/x.ts'])).toEqual(['utils', 'notes.md']);
  });
});
