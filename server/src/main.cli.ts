#!/usr/bin/env node
import { parentPort } from 'node:worker_threads';
import { version } from '../../package.json';

/** The door for a command: loads what was asked for, and nothing else. */
const [command = '', ...options] = process.argv.slice(2);
/** What a client starts the server with: `--stdio`, `--clientProcessId=4711`. */
const OF_SERVER = /^--(?:stdio$|node-ipc$|socket=|pipe=|clientProcessId=)/u;

if (parentPort) (await import('./thread.ts')).examineFor(parentPort);
else if (/^(?:--version|-v)$/u.test(command) && options.length === 0)
  process.stdout.write(`planlint ${version}\n`);
else if (command === 'lsp' && options.every((option) => OF_SERVER.test(option)))
  await import('./main.node.ts');
else process.exitCode = await (await import('./process.ts')).run();
