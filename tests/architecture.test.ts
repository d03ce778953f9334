import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each part of the house may import. `type x` means types only; what is not listed is forbidden. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  config: ['config', 'core', 'package'],
  protocol: ['type core'],
  lsp: ['lsp', 'core', 'config', 'protocol', 'vscode-languageserver', 'package'],
  cli: ['cli', 'core', 'config', 'type files', 'manifest', 'package'],
  files: ['core', 'type cli', 'type lsp', 'node', 'package'],
  'main.node': ['lsp', 'core', 'config', 'files', 'manifest', 'node', 'vscode-languageserver', 'package'],
  'main.worker': ['lsp', 'core', 'config', 'manifest', 'vscode-languageserver', 'package'],
  'main.cli': ['cli', 'core', 'config', 'files', 'main.node', 'manifest', 'node', 'package'],
  client: ['client', 'type protocol', 'vscode', 'vscode-languageclient', 'package'],
};

/** Permissions of single files, beyond those of their part. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'server/src/cli/args.ts': ['node:util'],
  'server/src/cli/fingerprint.ts': ['node:crypto'],
  'client/src/extension.ts': ['node'],
  // Decoding is the command line's; the server's disk door reads files by the same code.
  'server/src/main.node.ts': ['cli'],
};

const parts: readonly (readonly [part: string, path: RegExp])[] = [
  ['core', /^server\/src\/core\//u],
  ['config', /^server\/src\/config\//u],
  ['lsp', /^server\/src\/lsp\//u],
  ['cli', /^server\/src\/cli\//u],
  ['protocol', /^server\/src\/protocol\.ts$/u],
  ['files', /^server\/src\/files\.ts$/u],
  ['main.node', /^server\/src\/main\.node\.ts$/u],
  ['main.worker', /^server\/src\/main\.worker\.ts$/u],
  ['main.cli', /^server\/src\/main\.cli\.ts$/u],
  ['client', /^client\/src\//u],
  ['manifest', /^package\.json$/u],
];

/** `server/src/core/rules/empty-task.ts` → `rules`; only `index.ts` may import its siblings. */
const SIBLING = /^server\/src\/core\/(?<kind>rules|features)\/(?!(?:.*\/)?index\.ts$)/u;

const TOP_LEVEL = [
  ...['client', 'server', 'syntaxes', 'tests', 'l10n', 'icons'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'language-configuration.json'],
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE'],
];
const TOP_LEVEL_PATTERN = /^(?:\..+|package\.nls(?:\.[\w-]+)?\.json)$/u;

/** What in this source text, standing at this path, breaks the house: a line each. */
function faults(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) return errors.map((error) => `${path}: ${error.message}`);
  const found: string[] = [];
  const inCore = partOf(path) === 'core';
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

interface Import {
  readonly name: string;
  readonly typeOnly: boolean;
}

function mayImport(from: string, wanted: Import): boolean {
  const part = partOf(from);
  const rights = [...((part && allowed[part]) || []), ...(exceptions[from] ?? [])];
  const target = wanted.name.startsWith('.') ? posix.join(posix.dirname(from), wanted.name) : undefined;
  const kind = SIBLING.exec(from)?.groups?.kind;
  if (kind && target?.startsWith(`server/src/core/${kind}/`)) return false;
  // The two transports belong to their doors: `lsp` runs in both.
  if (/^vscode-languageserver\/node/u.test(wanted.name) && part !== 'main.node') return false;
  if (/^vscode-languageserver\/browser/u.test(wanted.name) && part !== 'main.worker') return false;
  const names = target ? [partOf(target)] : [packageOf(wanted.name), wanted.name];
  return names.some(
    (name) => rights.includes(`${name}`) || (wanted.typeOnly && rights.includes(`type ${name}`)),
  );
}

function partOf(path: string): string | undefined {
  return parts.find(([, pattern]) => pattern.test(path))?.[0];
}

function packageOf(name: string): string {
  if (isBuiltin(name)) return 'node';
  if (name === 'vscode') return 'vscode';
  if (/^vscode-languageclient(?:\/|$)/u.test(name)) return 'vscode-languageclient';
  if (/^vscode-(?:languageserver|jsonrpc)(?:[-/]|$)/u.test(name)) return 'vscode-languageserver';
  return 'package';
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodes(item);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* nodes(child);
}

function importOf(node: Node): Import | undefined {
  const source = sourceOf(node);
  if (source === undefined || source === null) return undefined;
  // A computed address cannot be checked, so it may not be used.
  const name = isNode(source) && typeof source.value === 'string' ? source.value : 'a computed module';
  const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
  return { name, typeOnly };
}

function sourceOf(node: Node): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return node.source;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'CallExpression':
      return nameOf(node.callee) === 'require' && Array.isArray(node.arguments)
        ? node.arguments[0]
        : undefined;
    default:
      return undefined;
  }
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment') return true;
  return node.type === 'ExportSpecifier' && nameOf(node.exported) === 'default';
}

function impurityOf(node: Node): string | undefined {
  if (node.async === true) return 'async';
  if (node.type === 'AwaitExpression' || node.await === true) return 'await';
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
    if (['Date.now', 'Math.random', 'performance.now'].includes(name)) return name;
  }
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') return 'new Date';
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()';
  if (node.type !== 'Program' || !Array.isArray(node.body)) return undefined;
  const stateful = node.body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .find((statement) => statement?.type === 'VariableDeclaration' && statement.kind !== 'const');
  return stateful && `module-level ${stateful.kind}`;
}

function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (typeof value.name === 'string') return value.name;
  return typeof value.value === 'string' ? value.value : undefined;
}

function unexpectedEntries(paths: readonly string[]): string[] {
  const entries = new Set(paths.map((path) => path.split('/')[0] ?? path));
  return [...entries].filter((entry) => !TOP_LEVEL.includes(entry) && !TOP_LEVEL_PATTERN.test(entry));
}

describe('the house', () => {
  const files = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { cwd: root, ignore: '**/*.d.ts' });

  it('has a place for every source file', () => {
    expect(files.filter((path) => partOf(path) === undefined)).toEqual([]);
  });

  it('keeps to the table of allowed imports, has no default exports and a pure core', () => {
    expect(
      files.sort().flatMap((path) => faults(path, readFileSync(posix.join(root, path), 'utf8'))),
    ).toEqual([]);
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
  const core = 'server/src/core/plan.ts';
  const rule = 'server/src/core/rules/empty-task.ts';
  const feature = 'server/src/core/features/hover.ts';
  const lsp = 'server/src/lsp/server.ts';
  const cli = 'server/src/cli/main.ts';

  it.each([
    [core, `import { check } from '../cli/main.ts';`],
    [core, `import type { Connection } from '../lsp/server.ts';`],
    [core, `import { readFile } from '../files.ts';`],
    [core, `import { readFileSync } from 'node:fs';`],
    [core, `import { readFileSync } from 'fs';`],
    [core, `import { glob } from 'tinyglobby';`],
    [core, `import pkg from '../../../package.json' with { type: 'json' };`],
    [core, `export * from '../protocol.ts';`],
    [core, `export type X = import('vscode').Uri;`],
    [core, `const x = import(name);`],
    [core, `const x = require('path');`],
    [core, `import fs = require('fs');`],
    [rule, `import { x } from './missing-lead.ts';`],
    [rule, `import { rules } from './index.ts';`],
    [rule, `import type { X } from './structure/gap.ts';`],
    ['server/src/core/rules/structure/gap.ts', `import { x } from '../wording/twice.ts';`],
    [feature, `import { x } from './outline.ts';`],
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
    ['server/src/main.worker.ts', `import { join } from 'node:path';`],
    ['server/src/main.node.ts', `import { Uri } from 'vscode';`],
    ['client/src/client.ts', `import { method } from '../../server/src/protocol.ts';`],
    ['client/src/client.ts', `import type { Plan } from '../../server/src/core/plan.ts';`],
    ['client/src/client.ts', `import { join } from 'node:path';`],
    ['server/src/protocol.ts', `import { parse } from './core/parse.ts';`],
    ['server/src/helpers.ts', `import { parse } from './core/parse.ts';`],
    [core, `export default function parse() {}`],
    [core, `const x = 1; export { x as default };`],
    [core, `export async function parse() {}`],
    [core, `export const parse = async () => 1;`],
    [core, `await x;`],
    [core, `const today = Date.now();`],
    [core, `const today = new Date('2022-12-01');`],
    [core, `const luck = Math.random();`],
    [core, `let count = 0;`],
    [core, `export let count = 0;`],
    [core, `this is not a program`],
  ])('%s refuses %s', (path, source) => {
    expect(faults(path, source)).toHaveLength(1);
  });

  it.each([
    [core, `import { type Span, slice } from './text.ts';`],
    [core, `// Date.now() and await are words here\nconst text = 'async new Date()';`],
    [core, `export function count() { let n = 0; n += Date.UTC(2022, 0); return n; }`],
    [rule, `import type { Rule } from '../lint.ts';`],
    ['server/src/core/rules/index.ts', `import { emptyTask } from './empty-task.ts';`],
    [feature, `import { fields } from '../plan.ts';`],
    [lsp, `import { TextDocuments } from 'vscode-languageserver';`],
    [lsp, `import { hover } from '../core/features/hover.ts';`],
    ['server/src/config/read.ts', `import { parseTree } from 'jsonc-parser';`],
    [cli, `import type { Host } from '../files.ts';`],
    [cli, `import pkg from '../../../package.json' with { type: 'json' };`],
    [cli, `import { eastAsianWidth } from 'get-east-asian-width';`],
    ['server/src/cli/args.ts', `import { parseArgs } from 'node:util';`],
    ['server/src/files.ts', `import { readFile } from 'node:fs/promises';\nexport async function read() {}`],
    ['server/src/main.cli.ts', `import { argv } from 'node:process';\nimport { main } from './cli/main.ts';`],
    ['server/src/main.cli.ts', `const server = await import('./main.node.ts');`],
    ['server/src/main.node.ts', `import { createConnection } from 'vscode-languageserver/node';`],
    ['server/src/main.worker.ts', `import { createConnection } from 'vscode-languageserver/browser';`],
    ['client/src/client.ts', `import type { Outline } from '../../server/src/protocol.ts';`],
    ['client/src/views/units.ts', `import { window } from 'vscode';\nimport { x } from '../client.ts';`],
  ])('%s accepts %s', (path, source) => {
    expect(faults(path, source)).toEqual([]);
  });

  it('knows what belongs at the top', () => {
    expect(unexpectedEntries(['package.nls.zh-cn.json', '.ci/run', 'server/src/main.cli.ts'])).toEqual([]);
    expect(unexpectedEntries(['utils/x.ts', 'notes.md', 'server/x.ts'])).toEqual(['utils', 'notes.md']);
  });
});
