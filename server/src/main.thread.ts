import { parentPort } from 'node:worker_threads';
import { loaded } from './loaded.ts';

/** The door for a thread of the command line: checks what it is sent. */
if (parentPort) await loaded('check').examineFor(parentPort);
