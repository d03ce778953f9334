import type { Edit, Message } from '../../lint/finding.ts';
import type { Alike } from '../../lint/once.ts';
import type { Rule } from '../../lint/rule.ts';
import { isWithout } from '../../plan/plan.ts';
import { matchesIn } from '../../text/matches.ts';
import { lineEndOf, type Span } from '../../text/text.ts';

/** HTML entities and tags that stand as words in the text. */
export const htmlResidue: Rule = {
  id: 'html-residue',
  name: { zh: '网页代码残留', en: 'HTML residue' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '正文里没有网页代码。',
    en: 'No HTML is left in the text.',
  },
  why: {
    zh: '从网页复制或转换时，引号、空格和标签会变成 &quot;、&nbsp;、<br> 这样的代码。空格和换行往往隔开两个字段、两项任务，改成一个空格、一个换行，不直接删去。',
    en: 'Copying from web pages turns quotes, spaces and tags into code such as &quot;, &nbsp; and <br>. What parted two fields or two tasks goes on parting them, as one space or one line end.',
  },
  examples: [
    {
      bad: '开展⟦&ldquo;⟧书香校园⟦&rdquo;⟧建设。',
      good: '开展“书香校园”建设。',
    },
    {
      bad: '一、重点任务\n1.开放操场。⟦<br/>⟧2.每周检修。',
      good: '一、重点任务\n1.开放操场。\n2.每周检修。',
    },
    {
      bad: '责任单位：校产科⟦&nbsp;&nbsp;⟧完成时限：2024年6月',
      good: '责任单位：校产科 完成时限：2024年6月',
    },
  ],
  check(plan, report) {
    if (isWithout(plan, (words) => /[&<]/u.test(words))) return;
    const { text } = plan;
    const lineEnd = lineEndOf(text);
    for (const { code, span, becomes, unsure, partner } of codesIn(text)) {
      const meant = becomes.trim();
      const newText = meant || (isParted(text, span, becomes) ? '' : becomes.replace('\n', lineEnd));
      report(
        span,
        {
          zh: `“${code}”是网页代码${meant ? `，这里是“${meant}”` : ''}。`,
          en: `“${code}” is HTML${meant ? ` for ${meant}` : ''}.`,
        },
        {
          alike: ALIKE,
          ...(!unsure && {
            fix: { title: titleOf(newText), kind: 'safe', edits: [{ span, newText }, ...(partner ?? [])] },
          }),
        },
      );
    }
  },
};

/** A pasted page is one fault, whatever tags it has. */
const ALIKE: Alike = {
  cause: 'html',
  all: (count) => ({
    zh: `全文有${count}处网页代码。`,
    en: `The text has HTML in ${count} places.`,
  }),
  fixAll: { zh: '清除全部网页代码', en: 'Clear all HTML' },
};

/** An entity or a tag, or several side by side that part what stands around them. */
interface Code {
  /** The first as written. */
  readonly code: string;
  readonly span: Span;
  /** What it stands for: a character, a space, a tab between cells or `\n`; empty for a tag that only formats. */
  readonly becomes: string;
  /** What makes the other half of a pair of quotes curved, too. */
  readonly partner?: readonly Edit[];
  /** What it stands for cannot be told, so that nothing mends it. */
  readonly unsure?: boolean;
}

function codesIn(text: string): readonly Code[] {
  const codes: Code[] = [];
  for (const { 0: code, index, groups } of matchesIn(text, HTML)) {
    const { tag } = groups ?? {};
    const span = { start: index, end: index + code.length };
    if (STRAIGHT.test(code)) {
      const quote = quoteAt(text, index);
      codes.push({ code, span, ...(quote ?? { becomes: '"', unsure: true }) });
      continue;
    }
    const becomes = tag === undefined ? characterOf(code) : (PARTING[tag.toLowerCase()] ?? '');
    if (becomes === undefined) continue;
    const last = codes.at(-1);
    if (last?.span.end === index && last.becomes.trim() === '' && becomes.trim() === '') {
      const stronger = STRENGTH.indexOf(becomes) > STRENGTH.indexOf(last.becomes) ? becomes : last.becomes;
      codes.splice(-1, 1, {
        code: last.code,
        span: { start: last.span.start, end: span.end },
        becomes: stronger,
      });
    } else codes.push({ code, span, becomes });
  }
  return codes;
}

/** Where codes stand side by side, the later of these wins. */
const STRENGTH: readonly string[] = ['', ' ', '\t', '\n'];

/** Whether a line end, for a space any space, stands there already. */
function isParted(text: string, { start, end }: Span, becomes: string): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 20);
  if (/(?:^|[\r\n])[^\S\r\n]*$/u.test(before) || /^\s*(?:$|[\r\n])/u.test(after)) return true;
  return becomes !== '\n' && (/\s$/u.test(before) || /^\s/u.test(after));
}

function titleOf(newText: string): Message {
  if (newText === '') return { zh: '删去', en: 'Remove it' };
  if (newText === ' ') return { zh: '改为空格', en: 'Change to a space' };
  if (newText === '\t') return { zh: '改为制表符', en: 'Change to a tab' };
  return newText.trim() === ''
    ? { zh: '改为换行', en: 'Change to a line end' }
    : { zh: `改为“${newText}”`, en: `Change to ${newText}` };
}

const HTML =
  /&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});|<\/?(?<tag>p|br|div|span|strong|b|i|u|em|a|table|tbody|tr|td|th|li|ul|ol|font|img|sup|sub|h[1-6])(?:[ \t][^<>\n\r]{0,200})?\/?>/giu;

/** Tags that part what stands around them, as lines or as the cells of a row. */
const PARTING: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['br', 'div', 'li', 'ol', 'p', 'table', 'tbody', 'tr', 'ul'].map((tag) => [tag, '\n']),
  ),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, '\n'])),
  td: '\t',
  th: '\t',
};

/** The character that an entity stands for. */
function characterOf(entity: string): string | undefined {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return NAMED[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const character = code >= 32 && code <= 0xffff && !(code >= 0xd800 && code < 0xe000);
  return character ? String.fromCodePoint(code).replace(/\s/u, ' ') : undefined;
}

/**
 * Which half of a pair the straight quote at `at` is, as the marks of its line pair, with what curves the other half
 * where that is straight, too; undefined where it has no partner.
 */
function quoteAt(text: string, at: number): Pick<Code, 'becomes' | 'partner'> | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', at) + 1, at - 400);
  const [line = ''] = text.slice(lineStart, at + 400).split('\n');
  let open: RegExpExecArray | undefined;
  for (const mark of matchesIn(line, QUOTE)) {
    const here = lineStart + mark.index === at;
    if (open === undefined) {
      if (mark[0] === '”' && here) return undefined;
      if (mark[0] !== '”') open = mark;
      continue;
    }
    if (mark[0] === '“') {
      // The one before was never closed.
      if (lineStart + open.index === at) return undefined;
      open = mark;
      continue;
    }
    if (here) return { becomes: '”', partner: curved(open, lineStart, '“') };
    if (lineStart + open.index === at) return { becomes: '“', partner: curved(mark, lineStart, '”') };
    open = undefined;
  }
  return undefined;
}

function curved({ 0: mark, index }: RegExpExecArray, lineStart: number, newText: string): readonly Edit[] {
  const start = lineStart + index;
  return mark === newText ? [] : [{ span: { start, end: start + mark.length }, newText }];
}

const QUOTE = /[“”"]|&(?:quot|#34);/giu;
const STRAIGHT = /^&(?:quot|#34);$/iu;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  bull: '•',
  emsp: ' ',
  ensp: ' ',
  gt: '>',
  hellip: '……',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '——',
  middot: '·',
  nbsp: ' ',
  ndash: '—',
  rdquo: '”',
  rsquo: '’',
  thinsp: ' ',
};
