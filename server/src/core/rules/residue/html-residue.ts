import type { Rule } from '../../lint.ts';

/** HTML entities and tags that stand as words in the text. */
export const htmlResidue: Rule = {
  id: 'html-residue',
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '正文里没有网页代码。',
    en: 'No HTML is left in the text.',
  },
  why: {
    zh: '从网页复制或转换时，引号、空格和标签会变成 &quot;、&nbsp;、<br> 这样的代码。',
    en: 'Copying from web pages turns quotes, spaces and tags into code such as &quot;, &nbsp; and <br>.',
  },
  examples: [
    {
      bad: '开展⟦&ldquo;⟧书香校园⟦&rdquo;⟧建设。',
      good: '开展“书香校园”建设。',
    },
    {
      bad: '开放操场。⟦<br/>⟧每周检修。',
      good: '开放操场。每周检修。',
    },
  ],
  check({ text }, report) {
    for (const match of text.matchAll(HTML)) {
      const { 0: code, index, groups } = match;
      const span = { start: index, end: index + code.length };
      const newText = groups?.tag === undefined ? characterOf(code, text, index) : '';
      if (newText === undefined) continue;
      report(
        span,
        {
          zh: `“${code}”是网页代码${newText.trim() ? `，这里是“${newText}”` : ''}。`,
          en: `“${code}” is HTML${newText.trim() ? ` for ${newText}` : ''}.`,
        },
        {
          fix: {
            title: newText.trim()
              ? { zh: `改为“${newText}”`, en: `Change to ${newText}` }
              : { zh: '删去', en: 'Remove it' },
            kind: 'safe',
            edits: [{ span, newText }],
          },
        },
      );
    }
  },
};

const HTML =
  /&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});|(?<tag><\/?(?:p|br|div|span|strong|b|i|u|em|a|table|tbody|tr|td|th|li|ul|ol|font|img|sup|sub|h[1-6])(?:\s[^<>\n\r]{0,200})?\/?>)/giu;

/** The character that an entity stands for; a straight quote is curved as it opens or closes. */
function characterOf(entity: string, text: string, at: number): string | undefined {
  const name = entity.slice(1, -1).toLowerCase();
  if (name === 'quot' || name === '#34') {
    const before = text.slice(Math.max(0, at - 60), at);
    return before.lastIndexOf('“') > before.lastIndexOf('”') ? '”' : '“';
  }
  if (!name.startsWith('#')) return NAMED[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const character = code >= 32 && code <= 0xffff && !(code >= 0xd800 && code < 0xe000);
  return character ? String.fromCodePoint(code).replace('\u00A0', '') : undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  bull: '•',
  emsp: '',
  ensp: '',
  gt: '>',
  hellip: '……',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '——',
  middot: '·',
  nbsp: '',
  ndash: '—',
  rdquo: '”',
  rsquo: '’',
  thinsp: '',
};
