import type { Alike } from '../../lint/once.ts';
import type { Rule } from '../../lint/rule.ts';
import { offsetIn, saying, spanIn } from '../../plan/block.ts';
import { asking } from '../../plan/citing.ts';
import { type Field, type Plan, type Section, type Task, textIn } from '../../plan/plan.ts';
import { markOf } from '../../read/outline/numbering.ts';
import { flatMapped } from '../../text/flat.ts';
import { once } from '../../text/memo.ts';
import { numeralValue } from '../../text/numerals.ts';
import { isWorded } from '../../text/worded.ts';

/** A number with nothing behind it. */
export const emptyTask: Rule = {
  id: 'empty-task',
  name: { zh: '有号无内容', en: 'Empty item' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '每个编号后都有内容。', en: 'Every number has words behind it.' },
  why: {
    zh: '只有编号没有内容，多半是起草时预留或删改后剩下的，印发后会被当作漏项。',
    en: 'A number without words was mostly left by drafting or deleting; in print it looks like something lost.',
  },
  examples: [
    {
      bad: '一、重点任务\n1.开放操场。\n⟦2.⟧\n3.配备校医。',
      good: '一、重点任务\n1.开放操场。\n2.改造校舍。\n3.配备校医。',
    },
    {
      bad: '一、重点任务\n1.开放操场。（责任单位：体卫艺科）\n⟦2⟧.（责任单位：校产科）\n3.配备校医。（责任单位：人事科）',
      good: '一、重点任务\n1.开放操场。（责任单位：体卫艺科）\n2.改造校舍。（责任单位：校产科）\n3.配备校医。（责任单位：人事科）',
    },
    {
      bad: '一、改善条件\n1.开放操场。\n⟦二⟧、队伍建设\n三、保障安全\n1.规范食堂。',
      good: '一、改善条件\n1.开放操场。\n二、队伍建设\n1.配备校医。\n三、做好迎检工作\n四、保障安全\n1.规范食堂。',
    },
    {
      bad: '一、总体要求\n办好每一所学校。\n⟦二⟧、保障措施\n三、有关要求',
      good: '一、总体要求\n办好每一所学校。\n二、保障措施\n每月调度一次。\n三、有关要求\n按时报送进展。',
    },
  ],
  check(plan, report) {
    const message = { zh: '此编号后没有内容。', en: 'There is nothing behind this number.' };
    for (const item of [...plan.tasks, ...plan.sections]) {
      const { number, numberSpan, titleSpan, fields } = item;
      // `（见附件2、` ⏎ `3）。`: a bracket and a stop behind a number close what a line before opened.
      if (/^[)）][。；，]/u.test(textIn(plan, numberSpan.end, numberSpan.end + 2))) continue;
      // `3.责任单位：后勤科` has a field for its words.
      if (
        fields.some(
          (field) => field.placement !== 'bracket' && field.placement !== 'clause' && isBehind(field, item),
        )
      )
        continue;
      if (number && (titleSpan.start >= titleSpan.end || !isTitleWorded(item))) report(numberSpan, message);
    }
    for (const { number, numberSpan, titleSpan } of bareHeadings(plan))
      report(
        number ? numberSpan : titleSpan,
        { zh: '这个标题下没有内容。', en: 'There is nothing under this heading.' },
        { alike: BARE },
      );
    const held = new Set(plan.fields.map(({ holder }) => holder.start));
    for (const [i, block] of plan.blocks.entries()) {
      if (isAlone(block) && endsHere(plan, i, held)) report(spanIn(block, 0, block.text.length), message);
    }
  },
};

function isBehind({ holder }: Field, { numberSpan, titleSpan }: Task | Section): boolean {
  return holder.start >= numberSpan.end && holder.start <= titleSpan.start + 1;
}

const isTitleWorded = asking(isWorded);

const BARE: Alike = {
  cause: 'headings',
  most: 1,
  all: (count) => ({
    zh: `这里起有${count}个标题下没有内容。`,
    en: `${count} headings from here on have nothing under them.`,
  }),
};

/** Outermost headings with nothing under them, two and more in a row or one that its neighbours count on, where others of the document have something. */
function bareHeadings(plan: Plan): readonly Section[] {
  const { sections, tasks } = plan;
  const outer = flatMapped(sections, (section, i) => (section.level === 1 ? [{ section, i }] : []));
  const holds = new Set<number | undefined>([
    ...sections.map(({ parent }) => parent),
    ...tasks.map(({ section }) => section),
  ]);
  // Most documents have no such heading: there no title is read.
  const count = once(() => {
    const counts = new Map<string, number>();
    for (const { section } of outer) counts.set(section.title, (counts.get(section.title) ?? 0) + 1);
    return counts;
  });
  const isBare = ({ section, i }: { readonly section: Section; readonly i: number }) => {
    if (holds.has(i) || !isShort(section)) return false;
    const { titleSpan, span } = section;
    const holdsWords = (end: number) => textIn(plan, titleSpan.end, end).trim().length > 1;
    // Mostly that is seen at once.
    if (holdsWords(Math.min(span.end, titleSpan.end + NEXT)) || holdsWords(span.end)) return false;
    // A heading that comes again stands in a table of contents.
    return count().get(section.title) === 1;
  };
  const bare = outer.map(isBare);
  if (!bare.includes(false)) return [];
  return flatMapped(outer, ({ section }, i) =>
    bare[i] &&
    !leavesOut(tasks, section) &&
    (bare[i - 1] || bare[i + 1] || isBetween(outer[i - 1]?.section, section, outer[i + 1]?.section))
      ? [section]
      : [],
  );
}

/** Whether numbers are left out between the tasks before and behind a heading, as an extract leaves out what is not for its reader. */
function leavesOut(tasks: readonly Task[], { span }: Section): boolean {
  const next = tasks.findIndex((task) => task.span.start > span.start);
  const [before = 0, behind = 0] = [tasks[next - 1], tasks[next]].map(
    (task) => numeralValue(task?.number ?? '') ?? 0,
  );
  return behind > before + 1;
}

/** 一、产业, 二、民生, 三、治理: what stands before and behind counts on. */
function isBetween(before: Section | undefined, section: Section, behind: Section | undefined): boolean {
  const { number } = section;
  if (!isTopic(section)) return false;
  const [last, value, next] = [before?.number ?? '', number, behind?.number ?? ''].map(numeralValue);
  return value !== undefined && last === value - 1 && next === value + 1;
}

/** Whether a heading is the name of a field, and neither a thing to do nor a word on where it is dealt with: 民生, 宗教工作. */
const isTopic = asking(
  (title) =>
    /^(?!其[他它]|[做办抓]好|完成|迎接|参加|组织|配合|落实|无)[々〇㐀-鿿𠀀-𲎯]{2,8}$/u.test(title) &&
    /^..$|(?:工作|行动|工程|建设|管理|治理|保障|服务|发展)$/u.test(title),
);

const LONGEST_HEADING = 20;
/** In characters. */
const NEXT = 8;
const isShort = asking((title) => title.length <= LONGEST_HEADING && !/[，。；,;]|[：:]./u.test(title));

/** A number and its punctuation, alone on a line: `2.`, `三、`, `（四）`. */
const ALONE =
  /^(?:\d{1,3}[.、]|[一二三四五六七八九十]{1,3}、|\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\)|[①-⑳])$/u;

const isAlone = saying(ALONE);

/** How a number that stands alone is written: 一、, （一） or 1.; undefined for any other text. */
function styleOf(text: string): 'han' | 'paren' | 'digit' | undefined {
  if (!ALONE.test(text)) return undefined;
  if (text.startsWith('(')) return 'paren';
  return /^[一二三四五六七八九十]/u.test(text) ? 'han' : 'digit';
}

/** Whether what follows is no text that the number could belong to: a numbered item, a field, or nothing. */
function endsHere({ blocks, title }: Plan, index: number, held: ReadonlySet<number>): boolean {
  const [before, next] = [blocks[index - 1], blocks[index + 1]];
  const own = styleOf(blocks[index]?.text ?? '');
  // Numbers of one kind on lines of their own in a row are the cells of a table.
  if (before && styleOf(before.text) === own) return false;
  if (!before) return false;
  const heads = before.span.end === title?.span.end;
  if (!heads && markOf(before) === undefined && styleOf(before.text) === undefined) return false;
  if (!next) return true;
  const behind = styleOf(next.text);
  if (behind !== undefined) return behind !== own;
  return markOf(next) !== undefined || held.has(offsetIn(next, 0));
}
