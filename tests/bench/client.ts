import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { environment } from './turns.ts';

/** An editor, as far as a language server that runs as a process of its own can tell. */
export class Client {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, { done(answer: Answer): void; failed(error: Error): void }>();
  /** Told of each part of an answer that comes before it. */
  onPart: (value: unknown) => void = () => undefined;
  #requests = 0;

  /** Starts a server that is a program of Node.js. */
  constructor(args: readonly string[]) {
    this.#server = spawn(process.execPath, args, { env: environment() });
    this.#server.stderr.resume();
    this.#server.stdin.on('error', () => undefined);
    this.#server.stdout.on(
      'data',
      framesOf((frame, at) => this.#take(frame, at)),
    );
    this.#server.on('close', (code) => {
      const error = new Error(`${args.join(' ')} ended with ${code}`);
      for (const { failed } of this.#waiting.values()) failed(error);
    });
  }

  /** From `initialize` to `initialized`, of an editor that pulls diagnostics. */
  async begin(rootUri: string | null = null): Promise<void> {
    const workspaceFolders = rootUri === null ? null : [{ uri: rootUri, name: 'plans' }];
    await this.request('initialize', { processId: null, rootUri, workspaceFolders, capabilities });
    this.notify('initialized', {});
  }

  request(method: string, params?: object): Promise<Answer> {
    this.#requests += 1;
    const id = this.#requests;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#send({ id, method, params });
    });
  }

  notify(method: string, params?: object): void {
    this.#send({ method, params });
  }

  async end(): Promise<void> {
    const ended = new Promise((done) => this.#server.on('close', done));
    await this.request('shutdown');
    this.notify('exit');
    await ended;
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** An answer is not parsed before somebody wants to know it: the next would wait for that. */
  #take(frame: Buffer, at: number): void {
    const [, id] = ANSWER.exec(frame.toString('latin1', 0, 64)) ?? [];
    if (id === undefined) this.#hear(parsed(frame));
    else this.#waiting.get(Number(id))?.done({ at, result: () => parsed(frame).result });
    this.#waiting.delete(Number(id));
  }

  #hear({ id, method, params, error }: Message): void {
    if (error) this.#waiting.get(Number(id))?.failed(new Error(error.message));
    else if (method === '$/progress') this.onPart(params?.value);
    else if (method !== undefined && id !== undefined)
      this.#send({ id, result: params?.items?.map(() => null) ?? null });
  }
}

/** What a server said to a request. */
export interface Answer {
  /** When its last byte came, by the clock of `performance`. */
  readonly at: number;
  result(): unknown;
}

/** {"jsonrpc":"2.0","id":12,"result":[ */
const ANSWER = /^\{"jsonrpc":"2\.0","id":(\d+),"result":/u;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly value?: unknown; readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

function parsed(frame: Buffer): Message {
  return JSON.parse(frame.toString());
}

/** Takes what comes from a server, and hands on each message when it is whole. */
function framesOf(take: (frame: Buffer, at: number) => void): (part: Buffer) => void {
  let parts: Buffer[] = [];
  let missing = 0;
  return (part) => {
    const at = performance.now();
    parts.push(part);
    missing -= part.length;
    while (missing <= 0) {
      const held = Buffer.concat(parts);
      parts = [held];
      const head = held.indexOf('\r\n\r\n');
      if (head < 0) return;
      const [, size] = /content-length: (\d+)/iu.exec(held.toString('latin1', 0, head)) ?? [];
      const end = head + 4 + Number(size);
      missing = end - held.length;
      if (missing > 0) return;
      parts = [held.subarray(end)];
      take(held.subarray(head + 4, end), at);
    }
  };
}

const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};
