import type { Connection } from 'vscode-languageserver';
import type { ClientRequests } from '../../protocol.ts';
import { patiently } from './patience.ts';
import type { WorkspaceFiles } from './platform.ts';

/** Files as the client reads them: what no disk has, or a worker cannot reach; nothing unless it says that it `reads` them. */
export function clientFiles(connection: Connection, reads: () => boolean): WorkspaceFiles {
  const ask = <M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M]['params'],
  ): Promise<unknown> => patiently(connection.sendRequest<unknown>(method, params), PATIENCE);
  return {
    async list(folder) {
      const found = reads() ? await ask('planlint/listFolder', { uri: folder }) : [];
      return Array.isArray(found) ? found.filter(isEntry) : [];
    },
    async read(file) {
      const text = reads() ? await ask('planlint/readFile', { uri: file }) : undefined;
      return typeof text === 'string' ? text : undefined;
    },
  };
}

/** Milliseconds that a file may take, which may lie on the other side of the world. */
const PATIENCE = 15_000;

type Entry = Awaited<ReturnType<WorkspaceFiles['list']>>[number];

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Reflect.get(value, 'kind');
  return typeof Reflect.get(value, 'name') === 'string' && (kind === 'file' || kind === 'folder');
}
