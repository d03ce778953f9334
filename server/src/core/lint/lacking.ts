import type { Task } from '../plan/plan.ts';
import { inQuotes, type Message } from './finding.ts';
import type { Habit } from './habit.ts';

/** What is asked of tasks, in English: what the documents call it is in their labels. */
interface Asked {
  readonly english: string;
}

/** Said of a label with nothing behind it. */
export const EMPTY: Message = { zh: '这里尚待填写。', en: 'This is still to be filled in.' };

/** What is said of a plan of which `faulty` of `all` tasks lack what `labels` name. */
export function documentMessage(
  faulty: number,
  all: number,
  labels: readonly string[],
  { english }: Asked,
): Message {
  const [zh, en] = [labels.join('或'), `${english} (${labels.join(' or ')})`];
  if (faulty < all) {
    return {
      zh: `全文${all}项任务中有${faulty}项未注明${zh}。`,
      en: `${faulty} of the ${all} tasks ${faulty === 1 ? 'does' : 'do'} not state ${en}.`,
    };
  }
  return all === 1
    ? { zh: `全文1项任务未注明${zh}。`, en: `The only task does not state ${en}.` }
    : { zh: `全文${all}项任务均未注明${zh}。`, en: `None of the ${all} tasks states ${en}.` };
}

/** Says what the habit of the peers is, so that a reader can judge. */
export function taskMessage(
  task: Task,
  labels: readonly string[],
  { english }: Asked,
  habit: Habit | undefined,
): Message {
  const { zh, en } = nameOf(task);
  const [peersZh, peersEn] = habit
    ? [
        `，同部分${habit.peers}项任务中${habit.stating}项已写明`,
        `; ${habit.stating} of the ${habit.peers} tasks of this part ${habit.stating === 1 ? 'does' : 'do'}`,
      ]
    : ['', ''];
  return {
    zh: `${zh}未注明${labels.join('或')}${peersZh}。`,
    en: `${en} does not state ${english} (${labels.join(' or ')})${peersEn}.`,
  };
}

/** What is said of a task whose `labels` have nothing behind them. */
export function emptyMessage(task: Task, labels: readonly string[]): Message {
  const { zh, en } = nameOf(task);
  return {
    zh: `${zh}的${labels.join('、')}尚待填写。`,
    en: `${en} has ${labels.join(' and ')} still to be filled in.`,
  };
}

function nameOf({ number, title }: Task): Message {
  const characters = title.length > 24 ? [...title] : undefined;
  const short = inQuotes(
    characters && characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : title,
  );
  return number
    ? { zh: `第${number}项任务“${short}”`, en: `Task ${number} “${short}”` }
    : { zh: `任务“${short}”`, en: `Task “${short}”` };
}
