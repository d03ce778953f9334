import type { Connection } from 'vscode-languageserver';
import type { ClientRequests } from '../protocol.ts';
import type { WorkspaceFiles } from './platform.ts';

/** Files as the client reads them: what no disk has, or a worker cannot reach; nothing with clients that read none. */
export function clientFiles(connection: Connection): WorkspaceFiles {
  const ask = <M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M]['params'],
  ): Promise<ClientRequests[M]['result']> => connection.sendRequest(method, params);
  return {
    list: (folder) => ask('planlint/listFolder', { uri: folder }),
    read: async (file) => (await ask('planlint/readFile', { uri: file }).catch(() => null)) ?? undefined,
  };
}
