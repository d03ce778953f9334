import type { Connection } from 'vscode-languageserver';
import type { ClientRequests } from '../../protocol.ts';
import type { WorkspaceFiles } from './platform.ts';

/** Files as the client reads them: what no disk has, or a worker cannot reach; nothing unless it says that it `reads` them. */
export function clientFiles(connection: Connection, reads: () => boolean): WorkspaceFiles {
  const ask = <M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M]['params'],
  ): Promise<ClientRequests[M]['result']> => connection.sendRequest(method, params);
  return {
    list: async (folder) => (reads() ? ask('planlint/listFolder', { uri: folder }) : []),
    async read(file) {
      if (!reads()) return undefined;
      return (await ask('planlint/readFile', { uri: file }).catch(() => null)) ?? undefined;
    },
  };
}
