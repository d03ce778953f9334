import type { Edit } from '../lint/finding.ts';
import { type Block, blockAt } from '../plan/block.ts';
import type { Plan, Task } from '../plan/plan.ts';
import { taskAt } from '../plan/tasks.ts';
import { flatMapped } from '../text/flat.ts';
import { matchesIn } from '../text/matches.ts';
import { lineEndOf, type Span } from '../text/text.ts';
import { linesAround, type Refactoring } from './refactoring.ts';

/**
 * Puts the labelled fields in the bracket that ends a paragraph of the task at `offset` on lines of their own below it.
 * Undefined where the bracket holds more than labels and their values.
 */
export function fieldsToLines(plan: Plan, offset: number): Refactoring | undefined {
  const task = taskAt(plan, offset);
  return task && linesOf(plan, task);
}

/** The same of a task that is at hand. */
export function linesOf(plan: Plan, task: Task): Refactoring | undefined {
  if (task.fields.length > MOST_FIELDS) return undefined;
  const last = task.fields.filter(({ placement, label }) => placement === 'bracket' && label).at(-1);
  // Only its bracket shows a task without a number to be one.
  if (!task.number || !last) return undefined;
  const { holder } = last;
  const line = linesAround(plan, holder);
  if (!CLOSER.test(plan.folded.charAt(holder.end - 1)) || !endsParagraph(plan, holder, line.end))
    return undefined;
  const below = statementsIn(plan, task, holder, { start: holder.start + 1, end: holder.end - 1 });
  if (!below) return undefined;
  const lineEnd = lineEndOf(plan.text);
  const [, ended = ''] = /(\r\n|\r|\n)$/u.exec(plan.text.slice(line.start, line.end)) ?? [];
  const edits: Edit[] = [
    { span: holder, newText: '' },
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

/**
 * Puts the label lines of the task at `offset` into one bracket at the end of its paragraph. Undefined where the lines
 * hold more than labels and their values, or do not follow the paragraph.
 */
export function fieldsToBracket(plan: Plan, offset: number): Refactoring | undefined {
  const task = taskAt(plan, offset);
  return task && bracketOf(plan, task);
}

/** The same of a task that is at hand. */
export function bracketOf(plan: Plan, task: Task): Refactoring | undefined {
  if (task.fields.length > MOST_FIELDS) return undefined;
  const lined = task.fields.filter(({ placement, label }) => placement === 'line' && label);
  const holders = [...new Map(lined.map(({ holder }) => [holder.start, holder])).values()];
  const [first] = holders;
  if (!first) return undefined;
  const paragraph = paragraphBefore(plan, first.start);
  if (!paragraph || paragraph.span.end <= task.numberSpan.end) return undefined;
  const { end } = paragraph.span;
  // What stands between, a comment say, speaks of the line below it.
  if (
    /\S/u.test(plan.text.slice(end, first.start)) ||
    plan.noise.some(({ start }) => start === paragraph.span.start)
  )
    return undefined;
  const words: string[] = [];
  for (const holder of holders) {
    const stated = statementsIn(plan, task, holder, linesAround(plan, holder));
    if (!stated) return undefined;
    words.push(...stated);
  }
  const edits: Edit[] = [
    { span: { start: end, end }, newText: `（${words.join('；')}）` },
    ...holders.map((holder) => ({ span: linesAround(plan, holder), newText: '' })),
  ];
  return {
    id: 'fields-to-bracket',
    title: { zh: '责任和时限改为括注', en: 'Put fields into a bracket' },
    edits,
  };
}

/**
 * What stands in `inside`, of which `holder` is the better part, as written and cut at its labels. Undefined where
 * more stands there: words before the first label or behind the holder, a sentence end, half a bracket, fields of
 * another holder.
 */
function statementsIn(
  { text, folded, blankets, leadByPosition }: Plan,
  { fields }: Task,
  holder: Span,
  inside: Span,
): readonly string[] | undefined {
  const touches = ({ start, end }: Span) => start < inside.end && end > inside.start;
  // What a clause says of all tasks holds from where it stands.
  if (blankets.some(({ span }) => touches(span)) || (leadByPosition && touches(leadByPosition)))
    return undefined;
  const within = fields.filter((field) => touches(field.holder));
  if (within.some((field) => field.holder.start !== holder.start)) return undefined;
  const starts = flatMapped(within, ({ label }) => label?.span.start ?? []);
  if (/\S/u.test(text.slice(inside.start, starts[0] ?? inside.end))) return undefined;
  if (WORDS.test(text.slice(Math.max(holder.end, inside.start), inside.end))) return undefined;
  const statements = starts.map((start, i) => {
    const end = starts[i + 1] ?? inside.end;
    const words = text.slice(start, end).replace(LOOSE_END, '');
    const parted = end === inside.end || words.length < end - start;
    const like = folded.slice(start, start + words.length);
    return parted && LABEL.test(like) && isPaired(like) ? words : '';
  });
  if (statements.some((words) => words === '' || MORE.test(words))) return undefined;
  return statements.map((words) => words.replace(/\s+/gu, (space) => (/[\n\r]/u.test(space) ? '' : space)));
}

/** Whether every bracket in folded `words` has its other half there. */
function isPaired(words: string): boolean {
  let depth = 0;
  for (const [mark] of matchesIn(words, /[([〔【)\]〕】]/gu)) {
    depth += '([〔【'.includes(mark) ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Nobody states more of one task; what has more was not written as a task. */
const MOST_FIELDS = 64;

/** The last paragraph that ends at or before `offset`. */
function paragraphBefore({ blocks }: Plan, offset: number): Block | undefined {
  let at = blockAt(blocks, offset);
  while ((blocks[at]?.span.end ?? 0) > offset) at -= 1;
  return blocks[at];
}

/** Whether a bracket ends its paragraph and its line, `。` aside: any other closes a measure of its own. */
function endsParagraph({ text, blocks }: Plan, { end }: Span, lineEnd: number): boolean {
  const paragraph = blocks[blockAt(blocks, end - 1)];
  return PARAGRAPH_END.test(text.slice(end, end + 20)) && (paragraph?.span.end ?? 0) <= lineEnd;
}

const CLOSER = /[)\]】〕]/u;
/** `。` and the line end, at most. */
const PARAGRAPH_END = /^[。；;.]?[^\S\r\n]*(?:[\r\n]|$)/u;
const WORDS = /[^\s\p{P}]/u;
/** Separators and stops at the end of a value; they belong to the bracket or the line. */
const LOOSE_END = /[\s；;，,、。.]{1,16}$/u;
/** `责任单位:`, `责任科室(单位):`, `【牵头领导】`; a label before a mere space is none on a line of its own. */
const LABEL = /^[^:\]】;,、。]{1,30}[:\]】]/u;
/** A sentence that goes on, or a comment. */
const MORE = /。|<!--/u;
