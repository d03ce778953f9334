import type { Command } from './command.ts';

/** Serves editors over LSP until the client ends it; standard input and output unless an option says otherwise. */
export const serveEditors: Command = {
  name: 'lsp',
  options: ['stdio', 'node-ipc', 'socket', 'pipe', 'clientProcessId'],
  formats: [],
  takes: 'nothing',
  // A host without a process has no server to hand over to.
  run: async (_, { host }) => (await host.serve?.()) ?? 2,
};
