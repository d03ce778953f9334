/** The words of `planlint lsp`. */
export interface ServerWords {
  readonly summary: { readonly lsp: string };
  readonly details: { readonly lsp: string };
  readonly option: Readonly<Record<ServerOptionName, string>>;
}

/** How a client and the server talk; names as the language client of VS Code passes them. */
export const serverOptions = {
  stdio: {},
  'node-ipc': {},
  socket: { value: 'PORT' },
  pipe: { value: 'NAME' },
  clientProcessId: { value: 'PID' },
} as const;

export type ServerOptionName = keyof typeof serverOptions;

export const serverZh: ServerWords = {
  summary: { lsp: '语言服务器，供编辑器使用' },
  details: { lsp: '以语言服务器协议（LSP）为编辑器服务，直到客户端结束。默认使用标准输入输出。' },
  option: {
    stdio: '使用标准输入输出（默认）',
    'node-ipc': '使用 Node 的进程间通信',
    socket: '连接本机的这个端口',
    pipe: '使用这个命名管道',
    clientProcessId: '这个进程结束时，服务器也结束',
  },
};

export const serverEn: ServerWords = {
  summary: { lsp: 'the language server, for editors' },
  details: {
    lsp: 'Serves editors over the Language Server Protocol until the client ends it, on standard input and output by default.',
  },
  option: {
    stdio: 'use standard input and output (the default)',
    'node-ipc': "use Node's inter-process communication",
    socket: 'connect to this port of this machine',
    pipe: 'use this named pipe',
    clientProcessId: 'end when this process ends',
  },
};
