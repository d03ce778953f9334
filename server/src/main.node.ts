import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  IPCMessageReader,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { decode } from './cli/encoding.ts';
import { flatMapped } from './core/text/flat.ts';
import { disk } from './files.ts';
import { receive } from './lsp/reception.ts';
import { clientFiles } from './lsp/session/client-files.ts';
import type { WorkspaceFiles } from './lsp/session/platform.ts';
import type { Office } from './office/office.ts';
import { ChannelWriter, CountingWriter, Frames, handedOver } from './stdio.ts';

/** The door for a process: stdio, IPC or a socket, as the arguments say. */
export function serve(office: () => Promise<Office>): void {
  // Where nobody says how to talk, over standard input and output.
  if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/u.test(argument)))
    process.argv.push('--stdio');
  /** Over standard input and output, what is read is watched over; elsewhere it comes whole. */
  const stdio = process.argv.includes('--stdio') ? new CountingWriter(process.stdout) : undefined;
  const channel = process.argv.includes('--node-ipc') ? new ChannelWriter(process) : undefined;
  const unread = (stdio ?? channel)?.unread;
  const { session } = receive(
    (options) => {
      if (stdio) return overStdio(stdio, options, () => session()?.stage === 'over');
      if (!channel) return createConnection(ProposedFeatures.all, options);
      return createConnection(ProposedFeatures.all, new IPCMessageReader(process), channel, options);
    },
    (connection) => ({
      version,
      locale: { asked: askedLocale(), usual: /^en/iu.test(systemLocale()) ? 'en' : 'zh' },
      today,
      files: workspaceFiles(clientFiles(connection, () => session()?.knows.files ?? false)),
      ...(unread && { room: () => unread.room() }),
      turn: async () => {
        await handedOver();
        await unread?.room();
      },
      office,
    }),
  );
  // Every handler is contained where it is registered; this is for what a library does behind them.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (fault: unknown) => {
      const known = session();
      if (isGone(fault)) process.exit(known?.stage === 'over' ? 0 : 1);
      if (known) return known.door.blame(event, fault);
      console.error(`planlint: ${fault instanceof Error ? fault.stack : fault}`);
      process.exit(1);
    });
  }
}

/** What `--locale` says. */
function askedLocale(): 'zh' | 'en' | undefined {
  const { argv } = process;
  const named = flatMapped(argv, (argument, i) => (argument === '--locale' ? (argv[i + 1] ?? []) : []));
  const joined = flatMapped(argv, (argument) => /^--locale=(.*)$/u.exec(argument)?.[1] ?? []);
  const said = [...named, ...joined].at(-1);
  return said === 'zh' || said === 'en' ? said : undefined;
}

function systemLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return LC_ALL || LC_MESSAGES || LANG || '';
}

function overStdio(output: CountingWriter, options: ConnectionOptions, isOver: () => boolean): Connection {
  const frames = new Frames((line) => made.console.error(`planlint: ${line}`));
  const made = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin.pipe(frames)),
    output,
    options,
  );
  const end = () => process.exit(isOver() ? 0 : 1);
  process.stdin.on('end', end).on('close', end);
  // Standard output is the client's alone.
  console.log = console.error;
  return made;
}

/** Whether nobody reads any more what is written. */
function isGone(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    'code' in fault &&
    (fault.code === 'EPIPE' || fault.code === 'ERR_STREAM_DESTROYED')
  );
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** A plan is some hundred kilobytes at most; what is larger is not read unasked. */
const LARGEST = 4 * 1024 * 1024;

function workspaceFiles(client: WorkspaceFiles): WorkspaceFiles {
  return {
    async list(folder) {
      if (!isOnDisk(folder)) return client.list(folder);
      const path = pathOf(folder);
      return path === undefined ? [] : disk.list(path);
    },
    async real(uri) {
      const path = isOnDisk(uri) ? pathOf(uri) : undefined;
      return path === undefined ? uri : pathToFileURL(await disk.real(path)).href;
    },
    async read(file) {
      if (!isOnDisk(file)) return client.read(file);
      const path = pathOf(file);
      if (path === undefined) return undefined;
      const size = await disk.size(path).catch(() => 0);
      if (size > LARGEST) throw Object.assign(new Error(`${path} is too large`), { code: 'EFBIG' });
      const bytes = await disk.read(path).catch(unlessMissing);
      const decoded = bytes && decode(bytes);
      if (!decoded || 'text' in decoded) return decoded?.text;
      throw Object.assign(new Error(decoded.refused), { code: decoded.refused });
    },
  };
}

function unlessMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
}

/** What is not, such as a repository that is looked at without a copy of it, only the client can read. */
function isOnDisk(uri: string): boolean {
  return /^file:/iu.test(uri);
}

/** The path of a file on this disk; undefined for an address that names none: `file://planlint.json`, `file:///100%`. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
