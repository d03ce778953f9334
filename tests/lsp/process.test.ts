import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type Client, shakeHands } from './client.ts';

const dist = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

const doors: Readonly<Record<string, () => { child: ChildProcess; connection: MessageConnection }>> = {
  'planlint lsp, over stdio': () => {
    const child = spawn(process.execPath, [dist('planlint.mjs'), 'lsp'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return {
      child,
      connection: createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      ),
    };
  },
  'the server of the extension, over IPC': () => {
    const child = fork(dist('server.cjs'), ['--node-ipc'], { stdio: 'inherit', execArgv: [] });
    return {
      child,
      connection: createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)),
    };
  },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function workspace(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), '计划 '));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

// A server looks every few seconds whether its client is there: others are asked meanwhile.
describe.concurrent.each(Object.entries(doors))('%s', (_, door) => {
  it('reads the folder, leads from a task to its unit, and ends as told', async () => {
    const folder = workspace({
      '责任单位名录.txt': '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. 基教科（又称：基础教育科）\n',
      '2026.plan': '青河县2026年工作要点\n一、工作\n1.做好工作。内容。（责任单位：基础教育科）\n',
    });
    const { child, connection } = door();
    const client: Client = await shakeHands(connection, {
      folders: [pathToFileURL(folder).href],
      capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.hear('workspace/diagnostic/refresh');
    const uri = pathToFileURL(join(folder, '2026.plan')).href;
    const plan = await client.open(
      uri,
      '青河县2026年工作要点\n一、工作\n1.做好工作。内容。（责任单位：基础‸教育科）\n',
    );
    const found = await client.request<{ uri: string; range: { start: { line: number } } }[]>(
      'textDocument/definition',
      {
        textDocument: plan,
        position: plan.cursor,
      },
    );
    expect(found.map((one) => [decodeURIComponent(one.uri).split('/').at(-1), one.range.start.line])).toEqual(
      [['责任单位名录.txt', 3]],
    );
    await client.request('shutdown', undefined);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await client.notify('exit', undefined);
    expect(await ended).toBe(0);
  });

  it('ends with 1 when told to exit without a shutdown', async () => {
    const { child, connection } = door();
    const client = await shakeHands(connection);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await client.notify('exit', undefined);
    expect(await ended).toBe(1);
  });

  it('ends when the process of its client is gone', async () => {
    const { child, connection } = door();
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await shakeHands(connection, { processId: owner.pid ?? 0 });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    owner.kill('SIGKILL');
    expect(await ended).toBe(1);
  });

  it.each([
    ['nothing', undefined, false],
    ['that it reads them', { files: true }, true],
  ])('asks a client that says %s for files', async (_said, initializationOptions, asks) => {
    const { child, connection } = door();
    const client = await shakeHands(connection, { initializationOptions });
    const asked = () => client.heard.filter(({ method }) => method.startsWith('planlint/'));
    const hover = async (uri: string) => {
      const plan = await client.open(uri, '一、工作\n1.甲。内容。（责任单位：办‸公室）');
      await client.request('textDocument/hover', { textDocument: plan, position: plan.cursor });
    };
    // What lies nowhere, or on the disk, is nothing to ask for.
    await hover('untitled:a');
    await hover(pathToFileURL(join(tmpdir(), 'a.plan')).href);
    expect(asked()).toEqual([]);
    await hover('vscode-vfs://github/a/b.plan');
    expect(asked().length > 0).toBe(asks);
    const folders = asked().map(({ params }) => (params as { uri: string }).uri);
    expect(folders.filter((uri) => !uri.startsWith('vscode-vfs://github'))).toEqual([]);
    child.kill();
  });

  it('answers a request that fails with an error and serves the next', async () => {
    const { child, connection } = door();
    const client = await shakeHands(connection);
    await expect(client.request('textDocument/hover', { nonsense: true })).rejects.toThrow();
    const plan = await client.open('untitled:a', '一、工作\n1.甲。内容。（责任单位：办‸公室）');
    expect(
      await client.request('textDocument/hover', { textDocument: plan, position: plan.cursor }),
    ).toMatchObject({ contents: { kind: 'markdown' } });
    child.kill();
  });
});
