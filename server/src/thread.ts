import type { MessagePort } from 'node:worker_threads';
import { type Examined, examine, type Job } from './cli/check/examine.ts';
import { Memory } from './core/read/memory.ts';

/** What a thread says of a job: what came of it, or the fault. */
export interface Answer {
  readonly examined?: Examined;
  readonly fault?: unknown;
}

/** Checks what comes over `port`, one job at a time, and answers each. */
export function examineFor(port: MessagePort): void {
  const memory = new Memory();
  port.on('message', (job: Job) => {
    let answer: Answer;
    try {
      answer = { examined: examine(job, memory) };
    } catch (fault) {
      answer = { fault };
    }
    port.postMessage(answer);
  });
}
