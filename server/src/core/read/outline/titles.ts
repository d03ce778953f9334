import { type Passage, spanIn } from '../../plan/block.ts';
import type { Task } from '../../plan/plan.ts';
import { unnumberedAt } from '../../text/known.ts';
import { beginsWithBody } from './headed.ts';
import { headOf } from './headings.ts';
import type { Item, Paragraph } from './item.ts';
import { isOfDay, isTime } from './periods.ts';

type Title = Pick<Task, 'title' | 'titleSpan'>;

/**
 * What a task is called: the heading of its paragraph or, where that is a time (`1.三月：清洗地垫。`) or is one of some
 * `labels`, what is said behind its colon.
 */
export function titleAt(paragraph: Paragraph, bodyFrom: number, labels: TitleLabels): Title {
  const { block, fields } = paragraph;
  const head = headOf(block, bodyFrom, fields);
  const label = labels.size > 0 ? labelAt(block, head.from, head.to) : undefined;
  const behind =
    isTime(head) || isOfDay(head) || labels.has(paragraph) || (label !== undefined && labels.has(label));
  const from = behind ? saidBehind(block, head.to, head.to) : undefined;
  const said = from === undefined ? head : headOf(block, from, fields);
  const { from: start, to, title } = said.to > said.from ? said : head;
  return { title, titleSpan: spanIn(block, start, to) };
}

/** Words that are not what a task is called, and paragraphs whose words before a colon are not. */
export type TitleLabels = ReadonlySet<string | Paragraph>;

/**
 * The words with which all tasks beside one another begin: `1.任务名称：配齐保安` ⏎ `2.任务名称：组建护学岗`; and the tasks
 * that each begin with who does them, which is said of the `owned` items: `1.教导处：检查教案` ⏎ `2.总务处：发放教材`.
 */
export function sharedLabels({ roots, all }: Nested, owned: ReadonlyMap<Item, unknown>): TitleLabels {
  const found = new Set<string | Paragraph>();
  for (const siblings of [roots, ...all.map(({ children }) => children)]) {
    const tasks = siblings.filter(({ kind }) => kind === 'task');
    if (tasks.every((task) => owned.has(task) && beginsWithBody(task)))
      for (const task of tasks) found.add(task.paragraph);
    const [first, ...others] = tasks;
    const label = first && others.length > 0 ? labelOf(first) : undefined;
    if (label !== undefined && others.every((one) => labelOf(one) === label)) found.add(label);
  }
  return found;
}

interface Nested {
  readonly roots: readonly Item[];
  readonly all: readonly Item[];
}

function labelOf({ paragraph, mark }: Item): string | undefined {
  const { from, to } = headOf(paragraph.block, mark.bodyFrom, paragraph.fields);
  return labelAt(paragraph.block, from, to);
}

/** The few words of a heading that a colon ends. */
const labelAt = unnumberedAt(({ text }: Passage, from, to) =>
  to - from <= LONGEST_LABEL && text[to] === ':' ? text.slice(from, to) : undefined,
);
const LONGEST_LABEL = 6;

/** Where words go on behind the colon that ends a heading, and count up no measures: `三月：1）植树；2）种花`. */
const saidBehind = unnumberedAt(({ text }: Passage, from) =>
  SAID.test(text.slice(from, from + 8)) ? from + 1 : undefined,
);
const SAID = /^: ?(?!一是)[々〇㐀-鿿𠀀-𲎯“《]{2}/u;
