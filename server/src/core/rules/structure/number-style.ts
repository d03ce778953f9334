import type { Fix } from '../../lint/finding.ts';
import { type Numbered, numberedIn } from '../../lint/reckoning/series.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Plan, textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { isWorded } from '../../text/worded.ts';

/** Punctuation of a number that differs from that of its siblings. */
export const numberStyle: Rule = {
  id: 'number-style',
  name: { zh: '编号样式不一', en: 'Mixed number styles' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '同类编号后的标点写法一致。',
    en: 'Numbers of one kind are followed by the same mark.',
  },
  why: {
    zh: '“11．”夹在“10.”“12.”之间，多半是复制或换输入法留下的，排版时宽窄不齐，程序也可能认不出这一项。只有括号宽窄不同的，一律用全角括号。',
    en: 'A “11．” among “10.” and “12.” was mostly pasted or typed with another input method; it looks uneven, and programs may miss the item. Where only the width of brackets differs, all become full-width.',
  },
  examples: [
    {
      bad: '一、重点任务\n1.开放操场。\n2⟦．⟧改造校舍。\n3.配备校医。\n4.规范食堂。',
      good: '一、重点任务\n1.开放操场。\n2.改造校舍。\n3.配备校医。\n4.规范食堂。',
    },
    {
      bad: '一、重点任务\n（一）开放操场。\n（二）改造校舍。\n⟦(⟧三）配备校医。\n（四）规范食堂。',
      good: '一、重点任务\n（一）开放操场。\n（二）改造校舍。\n（三）配备校医。\n（四）规范食堂。',
    },
    {
      bad: '一、重点任务\n⟦(一)⟧开放操场。\n(二)改造校舍。\n（三）配备校医。\n(四)规范食堂。',
      good: '一、重点任务\n（一）开放操场。\n（二）改造校舍。\n（三）配备校医。\n（四）规范食堂。',
    },
  ],
  check(plan, report) {
    for (const siblings of kindsOf(plan, numberedIn(plan))) {
      const most = mostUsual(siblings);
      if (!most || !isRare(oddAmong(siblings, most).length, siblings.length)) continue;
      const usual = inFullWidth(most, siblings);
      const odd = oddAmong(siblings, usual);
      const [first] = odd;
      if (!first) continue;
      const once = odd.length > MANY || usual !== most;
      for (const item of once ? [first] : odd) {
        const all = once ? odd : [item];
        report(spanOf(item, usual), messageFor(item, usual, all.length), {
          fix: fixFor(plan, all, usual),
          related: all.slice(1).map((other) => ({
            span: spanOf(other, usual),
            message: { zh: '此处相同。', en: 'The same here.' },
          })),
        });
      }
    }
  },
};

/** One among three, or one in four: what more numbers do is no slip. */
function isRare(odd: number, all: number): boolean {
  return (odd === 1 && all >= 3) || odd * 4 <= all;
}

/** More than this many are said once. */
const MANY = 3;

/** Items whose numbers are of one kind and stand below numbers of one kind: 1. with 1、, （一） with (一). */
function kindsOf({ sections }: Plan, items: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const styles = new Map(items.map(({ span, style }) => [span.start, style]));
  const above = ({ holder }: Numbered) => {
    const start = sections[Number(holder || Number.NaN)]?.numberSpan.start;
    return start === undefined ? holder.replace(/\d+/u, '') : styles.get(start);
  };
  const kinds = new Map<string, Numbered[]>();
  for (const item of items) {
    if (!item.before && !item.after) continue;
    const key = `${item.style} ${above(item)}`;
    const kind = kinds.get(key);
    if (kind) kind.push(item);
    else kinds.set(key, [item]);
  }
  return [...kinds.values()];
}

function styleOf({ before, after }: Numbered): string {
  return `${before}|${after}`;
}

function mostUsual(items: readonly Numbered[]): Numbered | undefined {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(styleOf(item), (counts.get(styleOf(item)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return items.find((item) => counts.get(styleOf(item)) === most);
}

function oddAmong(items: readonly Numbered[], usual: Numbered): readonly Numbered[] {
  return items.filter((item) => styleOf(item) !== styleOf(usual));
}

/** The usual number, in full-width brackets where others differ from it in the width of theirs. */
function inFullWidth(usual: Numbered, items: readonly Numbered[]): Numbered {
  const wide = { ...usual, before: widened(usual.before), after: widened(usual.after) };
  const mixed = items.some(
    (item) => styleOf(item) !== styleOf(usual) && widened(styleOf(item)) === styleOf(wide),
  );
  if (!mixed || styleOf(wide) === styleOf(usual)) return usual;
  return items.find((item) => styleOf(item) === styleOf(wide)) ?? wide;
}

function widened(marks: string): string {
  return marks.replaceAll('(', '（').replaceAll(')', '）');
}

/** The mark that differs; both where both do. */
function spanOf(item: Numbered, usual: Numbered) {
  const { span, markSpan } = item;
  if (item.after === usual.after && item.before) return { start: markSpan.start, end: span.start };
  if (item.before === usual.before && item.after) return { start: span.end, end: markSpan.end };
  return markSpan;
}

function fixFor(plan: Plan, items: readonly Numbered[], usual: Numbered): Fix {
  const edits = flatMapped(items, ({ span, markSpan }) => {
    const parts = [
      { span: { start: markSpan.start, end: span.start }, newText: usual.before },
      { span: { start: span.end, end: markSpan.end }, newText: usual.after },
    ];
    return parts.filter((part) => textIn(plan, part.span.start, part.span.end) !== part.newText);
  });
  const form = usual.before + usual.number + usual.after;
  // `一、一、任务`: a number that stands twice is wording.
  const worded = edits.some((edit) => isWorded(textIn(plan, edit.span.start, edit.span.end)));
  const kind = worded ? 'unsafe' : 'safe';
  return { title: { zh: `统一为“${form}”的写法`, en: `Write as in “${form}”` }, kind, edits };
}

function messageFor(item: Numbered, usual: Numbered, count: number) {
  const [form, wanted] = [item, usual].map(({ before, number, after }) => before + number + after);
  const more = count > 1 ? { zh: `（共${count}处）`, en: ` (${count} times)` } : { zh: '', en: '' };
  return {
    zh: `编号“${form}”的标点${more.zh}与同类编号“${wanted}”不一致。`,
    en: `The marks of the number “${form}”${more.en} differ from those of its siblings, as in “${wanted}”.`,
  };
}
