import type { Alike } from '../../lint/once.ts';
import type { Rule } from '../../lint/rule.ts';
import { standing } from '../../lint/standing.ts';

/** What a word processor leaves in text that was exported from it: bookmarks, field codes, broken references. */
export const wordResidue: Rule = {
  id: 'word-residue',
  name: { zh: '文字处理残留', en: 'Word processor residue' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '正文里没有书签、域代码等文字处理软件的残留。',
    en: 'No bookmarks, field codes or broken references of a word processor are left in the text.',
  },
  why: {
    zh: '从 Word、WPS 转成纯文本时，书签、目录域、失效的引用会变成看得见的字，读者不知所云。',
    en: 'When a document is turned into plain text, bookmarks, tables of contents and dead references become visible words.',
  },
  examples: [
    {
      bad: '一、重点任务\n⟦[bookmark: _Hlk2024]⟧1.开放操场。周末向居民开放。',
      good: '一、重点任务\n1.开放操场。周末向居民开放。',
    },
    {
      bad: '具体分工见⟦错误！未找到引用源。⟧',
      good: '具体分工见附表。',
    },
    {
      bad: '推广葛⟦（gě）⟧家庄小学的经验。',
      good: '推广葛家庄小学的经验。',
    },
  ],
  check(plan, report) {
    for (const { at, match } of residuesIn(plan)) {
      const { 0: residue, groups } = match;
      const span = { start: at, end: at + residue.length };
      // `亳（bó）州` may be meant.
      const pinyin = /[()（）]/u.test(residue);
      const message = {
        zh: `“${residue}”${pinyin ? '是注音，疑为' : '是'}文字处理软件的残留。`,
        en: `“${residue}” was ${pinyin ? 'probably ' : ''}left behind by a word processor.`,
      };
      const fix = {
        title: { zh: '删去', en: 'Remove it' },
        kind: pinyin ? ('unsafe' as const) : ('safe' as const),
        edits: [{ span, newText: '' }],
      };
      // Where a reference broke, only a person knows what it referred to.
      const asPinyin = pinyin && { severity: 'info' as const, alike: likeOther(residue) };
      report(span, message, groups?.broken === undefined ? { fix, ...asPinyin } : {});
    }
  },
};

/** A page that gives the sound of each character it does not know has one cause, whatever the sounds. */
function likeOther(pinyin: string): Alike {
  return {
    cause: 'pinyin',
    all: (count) => ({
      zh: `全文有${count}处注音，如“${pinyin}”，疑为文字处理软件的残留。`,
      en: `${count} sounds such as “${pinyin}” were probably left behind by a word processor.`,
    }),
    fixAll: { zh: '删去全部注音', en: 'Remove all sounds' },
  };
}

/** `[bookmark: _GoBack]`, `PAGEREF _Toc12345 \h`, also in braces, `TOC \o "1-3" \h`, `\* MERGEFORMAT`, `错误！未找到引用源。`, pinyin behind a character (`葛（gě）`) */
const RESIDUE =
  /\[(?:bookmark|footnoteRef|endnoteRef|image|shape|pic)\s?: ?[^[\]\n\r]{0,60}\]|(?:\{ {0,2})?(?:(?:PAGEREF|REF) _\w{1,40}(?: \\[hpr*])?|TOC \\[a-z] "[^"\n\r]{0,20}"(?: \\[a-z]){0,4}|HYPERLINK (?:\\l )?"[^"\n\r]{0,200}"|\\\* ?(?:MERGEFORMAT|CHARFORMAT))(?: {0,2}\})?|(?<![\w#])_(?:Toc|Ref|Hlk)\d{4,12}(?!\w)|EMBED (?:Word|Excel|PowerPoint|Visio|Equation)\.\w{1,20}(?:\.\d{1,2})?|(?<=[々〇㐀-鿿𠀀-𲎯])[(（][a-züv]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}[)）](?=[々〇㐀-鿿𠀀-𲎯])|(?<broken>错误[!！] ?未(?:找到引用源|定义书签)[。.]?|Error! (?:Bookmark not defined|Reference source not found)\.?)/gu;
const residuesIn = standing(RESIDUE, 'written');
