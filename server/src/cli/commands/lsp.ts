import type { Command } from './command.ts';

/** Serves editors over LSP until the client ends it; standard input and output unless an option says otherwise. */
export const serveEditors: Command = {
  name: 'lsp',
  options: ['stdio', 'node-ipc', 'socket', 'pipe', 'clientProcessId'],
  formats: [],
  takes: 'nothing',
  // A host without a process has no server to hand over to.
  run: async ({ paths }, { host, words, complain }) => {
    const operand = paths.find((path) => path !== '.');
    if (operand === undefined) return (await host.serve?.()) ?? 2;
    await complain(words.catalogue.noOperand('lsp', operand));
    return 2;
  },
};
