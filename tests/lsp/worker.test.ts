import { readFileSync } from 'node:fs';
import { constants, createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { DataCallback, Disposable, Message } from 'vscode-languageserver-protocol';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
} from 'vscode-languageserver-protocol';
import { type Client, shakeHands } from './client.ts';

const bundle = readFileSync(new URL('../../dist/server.worker.js', import.meta.url), 'utf8');

const PLAN = '云岭县教育局2026年工作要点\n一、重点工作\n1.建好图书馆。（责任单位：办公室）\n2.培训教师。\n';
const DIRECTORY = '云岭县教育局责任单位名录\n一、机关科室\n1. 办公室（负责人：王五）\n';

/** A worker of the browser: its own global scope with what workers have and Node has not, messages copied. */
function startWorker(): { readonly reader: Reader; readonly writer: Writer; readonly scope: object } {
  const reader = new Reader();
  const self = {
    onmessage: (_: { readonly data: unknown }): void => undefined,
    addEventListener: () => undefined,
    postMessage(data: unknown) {
      const copy = structuredClone(data) as Message;
      setImmediate(() => reader.hear(copy));
    },
  };
  const scope = createContext({
    self,
    setTimeout,
    clearTimeout,
    console,
    btoa,
    atob,
    TextEncoder,
    TextDecoder,
    performance,
    queueMicrotask,
    crypto: globalThis.crypto,
    URL,
  });
  runInContext(bundle, scope, {
    filename: 'server.worker.js',
    // A worker of a browser imports by address, too.
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return {
    reader,
    writer: new Writer((data) => self.onmessage({ data })),
    scope,
  };
}

class Reader extends AbstractMessageReader {
  hear: (message: Message) => void = () => {};
  listen(callback: DataCallback): Disposable {
    this.hear = callback;
    return { dispose: () => undefined };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #post: (data: unknown) => void;
  constructor(post: (data: unknown) => void) {
    super();
    this.#post = post;
  }
  async write(message: Message): Promise<void> {
    const copy = structuredClone(message);
    setImmediate(() => this.#post(copy));
  }
  end(): void {}
}

/** Files that the page reads for the worker. */
const FILES: Readonly<Record<string, string>> = {
  'vscode-vfs://github/a/b/2026年工作要点.txt': PLAN,
  'vscode-vfs://github/a/b/责任单位名录.units.plan': DIRECTORY,
};

async function connect(): Promise<Client> {
  const { reader, writer } = startWorker();
  const connection = createMessageConnection(reader, writer);
  connection.onRequest(
    'planlint/readFile',
    ({ uri }: { uri: string }) => FILES[decodeURIComponent(uri)] ?? null,
  );
  connection.onRequest('planlint/listFolder', ({ uri }: { uri: string }) =>
    Object.keys(FILES)
      .filter((path) => path.startsWith(`${decodeURIComponent(uri)}/`))
      .map((path) => ({ name: path.split('/').at(-1) ?? '', kind: 'file' })),
  );
  const address = new URL('../../dist/office.js', import.meta.url).href;
  connection.onRequest('planlint/officeAddress', () => address);
  return shakeHands(connection, {
    locale: 'zh-cn',
    folders: ['vscode-vfs://github/a/b'],
    initializationOptions: { files: true },
  });
}

describe('the worker', () => {
  it('has nothing of Node in scope', () => {
    const { scope } = startWorker();
    for (const name of ['process', 'require', 'module', 'Buffer', 'global', 'setImmediate', '__dirname']) {
      expect(runInContext(`typeof ${name}`, scope), name).toBe('undefined');
    }
  });

  it('loads what writes office files from where the page has it', async () => {
    const client = await connect();
    const uri = 'vscode-vfs://github/a/b/2026年工作要点.txt';
    await client.open(uri, PLAN);
    const exported = await client.request<{ content: string; encoding: string }>('planlint/export', {
      textDocument: { uri },
      format: 'xlsx',
    });
    expect(exported.encoding).toBe('base64');
    expect(atob(exported.content).slice(0, 2)).toBe('PK');
    await client.close();
  });

  it('shakes hands, reads files through the page, and answers with findings', async () => {
    const client = await connect();
    expect(client.initialized.serverInfo?.name).toBe('planlint');
    const uri = 'vscode-vfs://github/a/b/2026年工作要点.txt';
    await client.open(uri, PLAN);
    const report = await client.request<{ items: { code: string; range: { start: { line: number } } }[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    expect(report.items.map(({ code, range }) => [code, range.start.line])).toContainEqual([
      'missing-lead',
      3,
    ]);
    // The directory was never opened: it was read through the page.
    const ask = () =>
      client.request<{ uri: string }[] | { uri: string }>('textDocument/definition', {
        textDocument: { uri },
        position: { line: 2, character: 14 },
      });
    await expect
      .poll(async () => decodeURIComponent(JSON.stringify(await ask())))
      .toContain('责任单位名录.units.plan');
    await client.close();
  });
});
