import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { isWithout } from '../../plan/plan.ts';
import { matchesIn } from '../../text/matches.ts';

/** Characters that nobody can see or read: control, zero-width and private-use ones, and lost ones (�). */
export const controlCharacter: Rule = {
  id: 'control-character',
  name: { zh: '控制字符', en: 'Control character' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '文本里没有控制字符、零宽字符和私用区字符。',
    en: 'No control, zero-width or private-use characters are in the text.',
  },
  why: {
    zh: '这些字符看不见，或者只在原来的字体里显示，换一台电脑就成了方框；零宽字符还会使查找失灵。',
    en: 'Nobody sees them, or only in one font; elsewhere they are boxes, and zero-width ones make searches fail.',
  },
  examples: [
    {
      bad: '开放\u200B学校操场。'.replace('\u200B', '⟦\u200B⟧'),
      good: '开放学校操场。',
    },
    {
      bad: '⟦\uE004⟧开放学校操场。',
      good: '开放学校操场。',
    },
  ],
  check(plan, report, { settings }) {
    if (isWithout(plan, mayHold)) return;
    const { text } = plan;
    const places: Place[] = [];
    const lost: Place[] = [];
    for (const { 0: run, index, groups } of matchesIn(text, INVISIBLE)) {
      // A byte order mark belongs at the very start.
      const from = index === 0 && run.startsWith('\uFEFF') ? 1 : 0;
      if (run.length === from) continue;
      const span = { start: index + from, end: index + run.length };
      const code = (run.codePointAt(from) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      if (groups?.lost !== undefined) lost.push({ span, edits: [], message: LOST });
      else if (groups?.unread !== undefined) places.push({ span, edits: [], message: unread(code) });
      else places.push({ span, edits: [{ span, newText: '' }], message: invisible(code) });
    }
    reportAlike(report, places, {
      fix: {
        kind: 'safe',
        one: { zh: '删去', en: 'Remove it' },
        all: { zh: '删去看不见的字符', en: 'Remove the invisible ones' },
      },
      messageAll: (count) => ({
        zh: `全文有${count}处看不见或认不出的字符。`,
        en: `The text has invisible or unreadable characters in ${count} places.`,
      }),
    });
    reportAlike(report, lost, {
      messageAll: (count) => ({
        zh: `全文有${count}处丢失的字符（�），多半是用错编码打开的，请不要保存，换用GB 18030重新打开。`,
        en: `Characters are lost in ${count} places (�), most likely since the file was opened in the wrong encoding: do not save it, open it again as GB 18030.`,
      }),
      // Who saves now loses them for good; but what a person set for the rule holds.
      ...(settings.severities['control-character'] === undefined && { severity: 'error' }),
    });
  },
};

function invisible(code: string): Message {
  return {
    zh: `这里有看不见的字符（U+${code}）。`,
    en: `There is an invisible character here (U+${code}).`,
  };
}

function unread(code: string): Message {
  return {
    zh: `这里有认不出的字符（U+${code}），请核对原文。`,
    en: `U+${code} cannot be read here; check the source.`,
  };
}

const LOST: Message = {
  zh: '这里有丢失的字符（�），多半是用错编码打开的，请不要保存，换用GB 18030重新打开，或者核对原文。',
  en: 'A character is lost here (�), most likely since the file was opened in the wrong encoding: do not save it, open it again as GB 18030, or check the source.',
};

/** Whether a text holds anything but what nearly all is made of: ASCII, Chinese and its marks. */
function mayHold(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x2065 && code < 0xe000) continue;
    if ((code >= 0x20 && code < 0x7f) || (code >= 9 && code <= 13)) continue;
    if (code >= 0xff00 && code < 0xfff9) continue;
    if (code >= 0x2010 && code < 0x2028) continue;
    if (code === 0xb7) continue;
    return true;
  }
  return false;
}

/** Runs of one kind; tabs, line ends and the joiners of other scripts are none. */
const INVISIBLE =
  /(?:(?![\t-\r\u{85}])\p{Cc}|[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2064}\u{FEFF}\u{FFF9}-\u{FFFC}])+|(?<unread>[\u{E000}-\u{F8FF}]+)|(?<lost>\u{FFFD}+)/gu;
