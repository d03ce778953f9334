import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { formats } from '../../server/src/core/exports/index.ts';
import { shakeHands } from '../lsp/client.ts';
import { refusing, triedIn } from './refusing.ts';

const server = fileURLToPath(new URL('../../dist/server.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every address in it is one that somebody could try to reach. */
const PLAN = `青河县2026年工作要点
一、重点任务
1.推广阅读。见 http://127.0.0.1:9/a 和《file://127.0.0.1/b》。（责任单位：办公‸室；完成时限：2026年13月）
2.建好食堂。
`;
const UNITS = '青河县教育局责任单位名录\n一、科室\n1. 办公室（负责人：王五）\n';
const CONFIG = '{ "extends": "http://127.0.0.1:9/c.json", "directories": ["//127.0.0.1/d"] }';

it('the watch over it sees what is tried', () => {
  const program = `
    import dns from 'node:dns'; import net from 'node:net'; import { exec, spawn } from 'node:child_process'; import https from 'node:https';
    for (const one of [() => fetch('http://127.0.0.1:9'), () => net.connect(9), () => exec('ls'), () => spawn('sh'), () => dns.lookup('a', () => {}), () => https.get('https://127.0.0.1:9')])
      try { one(); } catch {}`;
  const args = ['--import', refusing, '--input-type=module', '--eval', program];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(triedIn(stderr).map((tried) => tried.split(' ')[0])).toEqual([
    ...['fetch', 'connect', 'exec', 'spawn', 'lookup', 'get'],
  ]);
});

it('the server neither connects to anything nor starts anything in a whole session', async () => {
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  for (const [name, content] of [
    ['units.plan', UNITS],
    ['a.plan', PLAN.replace('‸', '')],
    ['planlint.json', CONFIG],
  ] as const)
    writeFileSync(join(folder, name), content);
  const child = spawn(process.execPath, ['--import', refusing, server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = text(child.stderr);
  const ended = new Promise((done) => child.once('exit', done));
  const client = await shakeHands(
    createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    {
      folders: [uriOf('').replace(/\/$/u, '')],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
      },
    },
  );
  await client.hear('workspace/diagnostic/refresh');
  const { uri, cursor } = await client.open(uriOf('a.plan'), PLAN);
  const textDocument = { uri };
  const at = { textDocument, position: cursor };
  const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const content = readFileSync(join(folder, 'a.plan')).toString('base64');
  const asked: readonly (readonly [method: string, params: object])[] = [
    ...['hover', 'completion', 'definition', 'declaration', 'typeDefinition', 'implementation'].map(
      (name) => [`textDocument/${name}`, at] as const,
    ),
    ...['documentHighlight', 'signatureHelp', 'prepareRename', 'linkedEditingRange'].map(
      (name) => [`textDocument/${name}`, at] as const,
    ),
    ...['prepareCallHierarchy', 'prepareTypeHierarchy'].map((name) => [`textDocument/${name}`, at] as const),
    ...['documentSymbol', 'codeLens', 'documentLink', 'foldingRange', 'diagnostic'].map(
      (name) => [`textDocument/${name}`, { textDocument }] as const,
    ),
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/formatting', { textDocument, options }],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/rename', { ...at, newName: '综合办公室' }],
    ['textDocument/selectionRange', { textDocument, positions: [cursor] }],
    ['workspace/symbol', { query: '' }],
    ['workspace/diagnostic', { previousResultIds: [] }],
    ['workspace/willRenameFiles', { files: [{ oldUri: uri, newUri: uriOf('http%3A') }] }],
    ...['status', 'overview', 'table', 'gaps'].map((name) => [`planlint/${name}`, { textDocument }] as const),
    ['planlint/rules', {}],
    ['planlint/explain', { rule: 'missing-lead' }],
    ...formats.map((format) => ['planlint/export', { textDocument, format }] as const),
    ['planlint/import', { content }],
    ['planlint/review', { content, uri }],
    ['planlint/paste', { textDocument, text: 'a', html: '<img src="http://127.0.0.1:9/e.png">' }],
    ...['agenda', 'trace', 'compare', 'progress'].map(
      (kind) => ['planlint/report', { textDocument, kind, format: 'html', content }] as const,
    ),
  ];
  await Promise.all(asked.map(([method, params]) => client.request(method, params)));
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf('planlint.json'), type: 2 }],
  });
  await client.notify('textDocument/didClose', { textDocument });
  await client.request('shutdown', undefined);
  await client.notify('exit', undefined);
  expect(await ended).toBe(0);
  expect(triedIn(await said)).toEqual([]);
});
