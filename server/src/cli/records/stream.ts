import type { Call } from '../command.ts';
import { type Exit, worst } from '../host.ts';
import { write } from '../write.ts';
import { linesIn } from './lines.ts';
import { type BadRecord, LONGEST_RECORD, readRecord, type TextRecord } from './record.ts';

/**
 * Answers each record of standard input with one line of JSON, in their order and as soon as it is known: what `answer`
 * gives, or what is wrong with the record. At most `width` are under way, and none is read while what came before waits
 * to be written. 2 where one was bad,
 * unless that is `forgiving`, 3 where `answer` met with a fault.
 */
export async function streamRecords(
  answer: (record: TextRecord) => Promise<object>,
  { width, forgiving }: { readonly width: number; readonly forgiving: boolean },
  call: Call,
): Promise<Exit> {
  const { host, words, complain, blame } = call;
  const waiting: Promise<void>[] = [];
  let last = Promise.resolve();
  let [all, bad, exit]: [number, number, Exit] = [0, 0, 0];
  let isOver = false;

  async function answered(record: TextRecord | BadRecord): Promise<Answer> {
    if ('reason' in record) return { refused: record };
    try {
      return { line: await answer(record) };
    } catch (fault) {
      exit = await blame(fault, record.path);
      return { refused: { path: record.path, reason: 'fault' } };
    }
  }

  async function deliver(count: number, result: Promise<Answer>, before: Promise<void>): Promise<void> {
    await before;
    const { line, refused } = await result;
    if (isOver) return;
    if (refused) {
      bad += 1;
      // Many of them must not fill the log; a line stands for each of them anyway.
      if (bad <= MOST_TOLD)
        await complain(words.records.at(count, refused.path, words.records.bad[refused.reason]));
    }
    const written = await write(`${JSON.stringify(line ?? errorOf(refused, call))}\n`, {
      ...call,
      output: undefined,
    });
    exit = worst(exit, written);
    if (written !== 0 || host.stdout.isGone?.()) isOver = true;
  }

  for await (const line of linesIn(host.stdin(), LONGEST_RECORD)) {
    all += 1;
    last = deliver(all, answered(readRecord(line)), last);
    waiting.push(last);
    if (waiting.length >= width) await waiting.shift();
    if (isOver) break;
  }
  await last;
  if (bad > 0) await complain(words.records.sum(bad, all));
  return worst(exit, bad > 0 && !forgiving ? 2 : 0);
}

const MOST_TOLD = 20;

type Answer =
  | { readonly line: object; readonly refused?: undefined }
  | { readonly line?: undefined; readonly refused: BadRecord };

function errorOf({ path, reason }: BadRecord, { words }: Call): object {
  return { path, error: { reason, message: words.records.bad[reason] } };
}
