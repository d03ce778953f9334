#!/usr/bin/env node
import { version } from '../../package.json';
import { loaded, office } from './loaded.ts';

/**
 * The door for a command: loads what was asked for, and nothing else. It is built twice, since Node.js opens a file of
 * the old kind (`planlint.cjs`) sooner; the other is there for whoever wrote its name down.
 */
const [command = '', ...options] = process.argv.slice(2);
/** What a client starts the server with: `--stdio`, `--clientProcessId=4711`. */
const OF_SERVER = /^--(?:stdio$|node-ipc$|socket=|pipe=|clientProcessId=)/u;

if (/^(?:--version|-v)$/u.test(command) && options.length === 0)
  process.stdout.write(`planlint ${version}\n`);
else if (command === 'lsp' && options.every((option) => OF_SERVER.test(option)))
  void loaded('serve').serve(office);
// All is written: nothing has to be torn down first.
else
  void loaded('check')
    .run(office)
    .then((code) => process.exit(code));
