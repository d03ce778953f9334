import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { announced } from '../../server/src/lsp/announced.ts';
import { features } from '../../server/src/lsp/features.ts';
import { receive } from '../../server/src/lsp/reception.ts';

/** What a client asks for because something else is announced. */
const WITH_ANOTHER: Readonly<Record<string, string>> = {
  'workspace/diagnostic': 'textDocument/diagnostic',
  'workspaceSymbol/resolve': 'workspace/symbol',
  'completionItem/resolve': 'textDocument/completion',
  'codeAction/resolve': 'textDocument/codeAction',
  'textDocument/prepareRename': 'textDocument/rename',
  'textDocument/semanticTokens/full/delta': 'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range': 'textDocument/semanticTokens/full',
  'callHierarchy/incomingCalls': 'textDocument/prepareCallHierarchy',
  'callHierarchy/outgoingCalls': 'textDocument/prepareCallHierarchy',
  'typeHierarchy/supertypes': 'textDocument/prepareTypeHierarchy',
  'typeHierarchy/subtypes': 'textDocument/prepareTypeHierarchy',
};

it('announces what is served, and serves what is announced', () => {
  const served = features.map(({ method }) => method).filter((method) => !method.startsWith('planlint/'));
  expect([...Object.keys(announced), ...Object.keys(WITH_ANOTHER)].sort()).toEqual(served.sort());
  expect(Object.values(WITH_ANOTHER).filter((method) => !(method in announced))).toEqual([]);
});

it('greets with nothing loaded that reads or checks a plan', async () => {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)),
    entryPoints: ['server/src/main.node.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    outdir: 'dist',
    write: false,
    metafile: true,
  });
  const loaded = new Set<string>();
  const load = (output: string) => {
    if (loaded.has(output)) return;
    loaded.add(output);
    for (const { path, kind } of metafile.outputs[output]?.imports ?? [])
      if (kind === 'import-statement') load(path);
  };
  load('dist/main.node.js');
  const files = [...loaded].flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {}));
  expect(files).toContain('server/src/lsp/announced.ts');
  expect(files.filter((file) => /core\/(?:read|people|lint|rules|refactor)\//u.test(file))).toEqual([]);
});

it('serves in their order what came before it was loaded', async () => {
  const { client, session } = received();
  const uri = 'file:///a.plan';
  const change = (version: number, text: string) =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  void client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  // Whoever does not wait for the answer is served all the same.
  const text = '2026年工作要点\n一、工作\n1.甲项。';
  void client.sendNotification('initialized', {});
  void client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'workplan', version: 1, text },
  });
  void change(2, `${text}\n2.乙项。`);
  const before = client.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
  await expect(client.sendRequest('initialize', { capabilities: {} })).rejects.toThrow('Initialized before');
  expect(JSON.stringify(await before)).toContain('乙项');
  expect(session()?.stage).toBe('met');
  await client.sendRequest('shutdown');
  client.dispose();
});

it('refuses what is asked before the client is met', async () => {
  const { client } = received();
  const asked = client.sendRequest('textDocument/hover', {
    textDocument: { uri: 'file:///a.plan' },
    position: { line: 0, character: 0 },
  });
  await expect(asked).rejects.toThrow('Not initialized');
  const met = await client.sendRequest<object>('initialize', { capabilities: {} });
  expect(met).toHaveProperty('capabilities.hoverProvider', true);
  client.dispose();
});

/** A connection that is received, and the client at its other end. */
function received() {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const { session } = receive(
    (options) =>
      createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(up),
        new StreamMessageWriter(down),
        options,
      ),
    () => ({ version: '0', today: () => '2026-06-15', files: undefined }),
  );
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  return { client, session };
}
