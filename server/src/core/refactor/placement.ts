import type { Edit } from '../lint.ts';
import type { Field, Plan } from '../plan.ts';
import { lineEndOf, linesAround, type Refactoring, taskAt } from './refactoring.ts';

/** Puts the labelled fields in the last bracket of the task at `offset` on lines of their own below its paragraph. */
export function fieldsToLines(plan: Plan, offset: number): Refactoring | undefined {
  const task = taskAt(plan, offset);
  const bracketed = task?.fields.filter(({ placement, label }) => placement === 'bracket' && label) ?? [];
  const last = bracketed.at(-1);
  if (!last) return undefined;
  const together = bracketed.filter(({ holder }) => holder.start === last.holder.start);
  const line = linesAround(plan, last.holder);
  const lineEnd = lineEndOf(plan);
  const below = together.map((field) => `${field.label?.text}：${fieldText(plan, field)}`);
  const [, ended = ''] = /(\r\n|\r|\n)$/u.exec(plan.text.slice(line.start, line.end)) ?? [];
  const edits: Edit[] = [
    { span: last.holder, newText: '' },
    {
      span: { start: line.end, end: line.end },
      newText: ended ? below.join(lineEnd) + lineEnd : lineEnd + below.join(lineEnd),
    },
  ];
  return {
    id: 'fields-to-lines',
    title: { zh: '责任和时限改为单独成行', en: 'Put fields on lines of their own' },
    edits,
  };
}

/** Puts the label lines of the task at `offset` into one bracket at the end of its paragraph. */
export function fieldsToBracket(plan: Plan, offset: number): Refactoring | undefined {
  const task = taskAt(plan, offset);
  const lined = task?.fields.filter(({ placement, label }) => placement === 'line' && label) ?? [];
  const first = lined[0];
  if (!task || !first) return undefined;
  const words = lined.map((field) => `${field.label?.text}：${fieldText(plan, field)}`).join('；');
  const firstLine = linesAround(plan, first.holder);
  const paragraphEnd = plan.text.slice(0, firstLine.start).trimEnd().length;
  if (paragraphEnd <= task.numberSpan.end) return undefined;
  const holders = new Map(lined.map(({ holder }) => [holder.start, linesAround(plan, holder)]));
  const edits: Edit[] = [
    { span: { start: paragraphEnd, end: paragraphEnd }, newText: `（${words}）` },
    ...[...holders.values()].map((span) => ({ span, newText: '' })),
  ];
  return {
    id: 'fields-to-bracket',
    title: { zh: '责任和时限改为括注', en: 'Put fields into a bracket' },
    edits,
  };
}

function fieldText({ text }: Plan, { value }: Field): string {
  return text.slice(value.start, value.end).trim();
}
