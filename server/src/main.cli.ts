import { createRequire } from 'node:module';
import type { Output } from './cli/host.ts';
import { main } from './cli/main.ts';
import { disk, git } from './files.ts';

if (isLanguageServer(process.argv)) serve(process.argv);
else process.exitCode = await run();

/** `planlint lsp` hands over to the language server, whose bundle stands beside this one. */
function isLanguageServer([, , command, ...rest]: readonly string[]): boolean {
  return command === 'lsp' && !rest.some((argument) => argument === '--help' || argument === '-h');
}

function serve(args: string[]): void {
  if (!args.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/u.test(argument))) args.push('--stdio');
  createRequire(import.meta.url)('./server.cjs');
}

function run(): Promise<number> {
  return main({
    args: process.argv.slice(2),
    env: process.env,
    files: disk,
    git,
    readStdin,
    // It is installed beside the program's folder.
    manual: new URL('../README.md', import.meta.url).href,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
  });
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // A stream that fails also emits; what is to be said about it is said where `write` rejects.
  stream.on('error', () => {});
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    write: (content) =>
      new Promise((done, failed) => {
        stream.write(content, (error) => (error && !isReaderGone(error) ? failed(error) : done()));
      }),
  };
}

/** `planlint … | head` closes the pipe when it has seen enough. */
function isReaderGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
