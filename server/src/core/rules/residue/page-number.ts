import { lineRemovals } from '../../lint/removal.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, spanIn } from '../../plan/block.ts';
import { foldedIn, type Plan } from '../../plan/plan.ts';
import { proseOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { isSpace, type Span } from '../../text/text.ts';

/** Page numbers of a printout that stand as lines in the text: said once for the whole text. */
export const pageNumber: Rule = {
  id: 'page-number',
  name: { zh: '页码残留', en: 'Page number' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '文本里没有单独成行的页码。',
    en: 'No line of the text is a page number.',
  },
  why: {
    zh: '页码由排版软件生成，复制成文本后成了正文的一行，页数一变就是错的，还会把一段话截成两段。',
    en: 'Page numbers belong to the layout; as lines of the text they are wrong as soon as a page moves, and they cut paragraphs in two.',
  },
  examples: [
    {
      bad: '一、重点任务\n1.开放操场。周末向居民开放。\n⟦— 2 —⟧\n2.修缮校舍。暑期完工。\n',
      good: '一、重点任务\n1.开放操场。周末向居民开放。\n2.修缮校舍。暑期完工。\n',
    },
    {
      bad: '一、重点任务\n⟦- 1 -⟧\n1.开放操场。周末向居民开放。\n- 2 -\n2.修缮校舍。暑期完工。\n',
      good: '一、重点任务\n1.开放操场。周末向居民开放。\n2.修缮校舍。暑期完工。\n',
    },
    {
      bad: '一、重点任务\n1.改善乡村学校办学条件，推进城乡⟦— 3 —⟧义务教育优质均衡发展。\n',
      good: '一、重点任务\n1.改善乡村学校办学条件，推进城乡义务教育优质均衡发展。\n',
    },
  ],
  check(plan, report) {
    const { lines, glued } = numbersIn(plan);
    const [first, ...more] = [...lines, ...glued].sort((a, b) => a.start - b.start);
    if (!first) return;
    const count = more.length + 1;
    report(
      first,
      {
        zh:
          glued.length > 0
            ? `文本里夹了${count}处页码。`
            : count > 1
              ? `文本里有${count}处页码单独成行。`
              : '这一行是页码。',
        en:
          glued.length > 0
            ? `${count} page ${count === 1 ? 'number stands' : 'numbers stand'} in the text.`
            : count > 1
              ? `${count} lines of the text are page numbers.`
              : 'This line is a page number.',
      },
      {
        fix: {
          title: { zh: '删去页码', en: 'Remove page numbers' },
          kind: 'safe',
          edits: [...lineRemovals(plan, lines), ...glued.map((span) => ({ span, newText: '' }))],
        },
      },
    );
  },
};

function numbersIn(plan: Plan): { readonly lines: readonly Span[]; readonly glued: readonly Span[] } {
  const glued = flatMapped(proseOf(plan), (block) =>
    gluedIn(block).map(({ index, 0: { length } }) => spanIn(block, index, index + length)),
  );
  return { lines: linesIn(plan), glued };
}

/** `推动教育— 3 —发展`: a page break was lost together with the line ends around it. */
const GLUED =
  /(?<=[々〇㐀-鿿𠀀-𲎯,。、;”)] {0,2})(?:[—–] {0,2}\d{1,3} {0,2}[—–]|- \d{1,3} -)(?= {0,2}[々〇㐀-鿿𠀀-𲎯])/gu;
const gluedIn = matching(GLUED);

function linesIn(plan: Plan): readonly Span[] {
  const { lineStarts } = plan;
  return flatMapped(lineStarts, (start, line) => {
    const next = lineStarts[line + 1];
    // A longer line is no page number, nor is one that holds nothing but its end.
    if (next !== undefined && (next - start > LONGEST || next - start < 3)) return [];
    const end = next ?? start + LONGEST + 1;
    if (!mayBegin(plan, start, end)) return [];
    const words = foldedIn(plan, start, end);
    const match = words.length <= LONGEST ? NUMBER.exec(words) : null;
    return match ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
}

const LONGEST = 60;

/** Whether a line begins as a page number does. */
function mayBegin(plan: Plan, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const character = foldedIn(plan, at, at + 1);
    if (character === '' || !isSpace(character.charCodeAt(0))) return BEGINNINGS.has(character);
  }
  return false;
}

const BEGINNINGS = new Set('-—–第');

/** `— 6 —`, `-3-`, `第 3 页`, `第3页 共9页` */
const NUMBER =
  /(?<=^\s*)(?:[-—–]{1,2} {0,3}\d{1,4} {0,3}[-—–]{1,2}|第 {0,2}\d{1,4} {0,2}页(?:[ ,/]{0,3}共 {0,2}\d{1,4} {0,2}页)?)(?=\s*$)/u;
