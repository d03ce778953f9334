import type { Plan } from '../plan/plan.ts';
import { taskAt } from '../plan/tasks.ts';
import { flatMapped } from '../text/flat.ts';
import { matchesIn } from '../text/matches.ts';
import { lineEndOf } from '../text/text.ts';
import type { Refactoring } from './refactoring.ts';

/** Puts each measure (一是…；二是…) of the task at `offset` on a line of its own. */
export function splitMeasures(plan: Plan, offset: number): Refactoring | undefined {
  const starts = measureStarts(plan, offset).filter(
    (start) => !/(?:^|[\r\n])[^\S\r\n]*$/u.test(plan.text.slice(Math.max(0, start - 40), start)),
  );
  if (starts.length < 2) return undefined;
  const lineEnd = lineEndOf(plan.text);
  const edits = starts.map((start) => ({ span: { start, end: start }, newText: lineEnd }));
  return {
    id: 'split-measures',
    title: { zh: '将各项举措分行', en: 'Put measures on lines of their own' },
    edits,
  };
}

/** Puts measures that stand on lines of their own behind one another again. */
export function joinMeasures(plan: Plan, offset: number): Refactoring | undefined {
  const gaps = flatMapped(measureStarts(plan, offset), (start) => {
    const before = plan.text.slice(Math.max(0, start - 40), start);
    const gap = /[^\S\r\n]*(?:\r\n|\r|\n)\s*$/u.exec(before);
    return gap ? [{ span: { start: start - gap[0].length, end: start }, newText: '' }] : [];
  });
  if (gaps.length === 0) return undefined;
  return {
    id: 'join-measures',
    title: { zh: '将各项举措并为一段', en: 'Join measures into one paragraph' },
    edits: gaps,
  };
}

/** Where 一是, 二是 … begin in the task. */
function measureStarts(plan: Plan, offset: number): readonly number[] {
  const task = taskAt(plan, offset);
  if (!task) return [];
  const text = plan.folded.slice(task.span.start, task.span.end);
  const starts: number[] = [];
  let expected = 1;
  for (const match of matchesIn(text, MEASURE)) {
    const value = HAN.indexOf(match[1] ?? '') + 1;
    if (value !== expected) continue;
    starts.push(task.span.start + match.index);
    expected += 1;
  }
  return starts.length > 1 ? starts : [];
}

const HAN = '一二三四五六七八九十';
const MEASURE = /(?<=^|[。;:,!\s”)])([一二三四五六七八九十])是(?!否)/gu;
