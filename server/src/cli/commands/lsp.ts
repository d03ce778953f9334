import type { Command } from '../command.ts';
import { Misuse } from '../contain.ts';

/** Serves editors over LSP until the client ends it; standard input and output unless an option says otherwise. */
export const serveEditors: Command = {
  name: 'lsp',
  summary: { zh: '语言服务器，供编辑器使用', en: 'the language server, for editors' },
  details: {
    zh: '以语言服务器协议（LSP）为编辑器服务，直到客户端结束。默认使用标准输入输出。',
    en: 'Serves editors over the Language Server Protocol until the client ends it, on standard input and output by default.',
  },
  examples: ['planlint lsp', 'planlint lsp --socket=6009'],
  options: ['stdio', 'node-ipc', 'socket', 'pipe', 'clientProcessId'],
  formats: [],
  takes: 'nothing',
  // A host without a process has no server to hand over to.
  run: async ({ paths }, { host, words }) => {
    const operand = paths.find((path) => path !== '.');
    if (operand !== undefined) throw new Misuse(words.catalogue.noOperand('lsp', operand));
    return (await host.serve?.()) ?? 2;
  },
};
