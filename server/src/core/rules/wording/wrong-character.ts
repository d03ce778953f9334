import type { Message, Related } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Caution, Settings } from '../../lint/settings.ts';
import { type Suspect, suspectsIn } from '../../lint/wording/suspects.ts';
import { packedWording } from '../../lint/wording/table.data.ts';
import { unpacked } from '../../lint/wording/table.ts';
import type { Directory } from '../../people/directory.ts';
import { type Block, type Passage, spanIn } from '../../plan/block.ts';
import type { Plan } from '../../plan/plan.ts';
import { inCitation, inTitle, proseOf } from '../../plan/prose.ts';
import { isSurnamed } from '../../read/fields/persons.ts';
import { flatMapped } from '../../text/flat.ts';
import { isTraditional } from '../../text/fold.ts';
import { unnumberedAt } from '../../text/known.ts';
import { once } from '../../text/memo.ts';
import { within } from '../../text/text.ts';

/** A stretch that no wording of the genre explains, and that one would with one slip mended (`教预部门`). */
export const wrongCharacter: Rule = {
  id: 'wrong-character',
  name: { zh: '疑似错字', en: 'Wrong character' },
  severity: 'warning',
  yieldsTo: ['near-term', 'misspelling', 'repeated-word', 'cut-word', 'unfinished-frame'],
  authority: { kind: 'practice' },
  summary: {
    zh: '没有错字、多字、缺字和颠倒。',
    en: 'No character is wrong, doubled, lost or swapped.',
  },
  why: {
    zh: '拼音输入最易出同音错字。用语表从大量公文统计而来：只有原文讲不通、改一处就是常用说法时才提醒；人名、《》中的标题、本文多次这样写的不提醒。专用词可加入 words.add，words.caution 调整把握程度。',
    en: 'Pinyin keyboards put characters that sound alike. The table of wording was counted in many public documents: only what it cannot explain and one slip mended makes usual is reported; not names, titles in 《》 and what the document writes again. words.add takes terms of your own, words.caution says how sure to be.',
  },
  examples: [
    {
      bad: '各级⟦教预⟧部门要加强统筹，⟦充分法挥⟧学校主体作用。',
      good: '各级教育部门要加强统筹，充分发挥学校主体作用。',
    },
    {
      bad: '推动⟦义务育教⟧优质均衡发展。',
      good: '推动义务教育优质均衡发展。',
    },
  ],
  check(plan, report, { settings, directories }) {
    const least = margins[settings.words.caution ?? 'high'];
    const isKnown = knownIn(plan, settings, directories);
    for (const block of proseOf(plan)) {
      for (const suspect of suspectsOf(block, least)) {
        if (isKnown(block, suspect)) continue;
        const { from, to, term } = suspect;
        const span = spanIn(block, from, to);
        const related = rightIn(plan, term);
        report(span, messageOf(suspect, block.text.slice(from, to)), {
          word: block.text.slice(from, to),
          ...(related.length > 0 && { related }),
          fix: {
            title: { zh: `改为“${term}”`, en: `Change to ${term}` },
            kind: 'unsafe',
            edits: [{ span, newText: term }],
          },
        });
      }
    }
  },
};

/** The suspects in a paragraph that gain so much; settings may ask for more or less in another folder. */
function suspectsOf(passage: Passage, least: number): readonly Suspect[] {
  return suspectsAt(passage, 0, 0, least);
}

const suspectsAt = unnumberedAt((passage: Passage, _from, _to, least: number) => {
  const { text, raw } = passage;
  const found = suspectsIn(text, unpacked(packedWording), least);
  if (found.length === 0 || isTraditional(raw)) return NONE;
  const inside = inTitle(passage);
  const quoted = inCitation(passage);
  return found.filter(
    (suspect) =>
      !inside(suspect.from) &&
      (!quoted(suspect.from) || suspect.gain >= least + QUOTED) &&
      !isRegion(suspect, text) &&
      !isOtherOffice(suspect, text) &&
      !isName(suspect, text) &&
      !isGrammar(suspect, text) &&
      !isDoubled(suspect, text) &&
      !isInstalled(suspect, text) &&
      !isInDocumentNumber(suspect, text),
  );
});

const NONE: readonly Suspect[] = [];

/** By how much the text has to be likelier with the slip mended, a natural logarithm. */
const margins: Readonly<Record<Caution, number>> = { high: 10.5, normal: 10, low: 9 };

/** What is put in quotes is often coined and plays with words (“湘约乡村”): there it has to gain more. */
const QUOTED = 2;

/** What the document or a person says is meant so, and all of a traditional text (`優化民生`): the table is of simplified ones. */
function knownIn(
  plan: Plan,
  { words }: Settings,
  directories: readonly Directory[],
): (block: Block, suspect: Suspect) => boolean {
  const added = [...words.add, ...words.ignore];
  const persons = once(() =>
    within(
      flatMapped(plan.fields, ({ parties }) => parties)
        .filter(({ kind }) => kind === 'person')
        .map(({ span }) => span)
        .sort((a, b) => a.start - b.start),
    ),
  );
  const names = once(() =>
    flatMapped(directories, ({ entries }) =>
      flatMapped(entries, ({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
    ),
  );
  const traditional = once(() => isTraditional(plan.text));
  return (block, { from, to, term }) => {
    if (traditional()) return true;
    const written = block.text.slice(from, to);
    if (names().some((name) => name.includes(written)) || persons()(spanIn(block, from, to).start))
      return true;
    if (added.some((word) => coversSlip(word, block.text, from, to))) return true;
    const again = occurrences(plan.folded, written, AGAIN);
    return again >= AGAIN || (again === 2 && !plan.folded.includes(term));
  };
}

/** So often written so, it is meant so; twice, where the document does not write the term itself. */
const AGAIN = 3;

function occurrences(text: string, word: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < most; at = text.indexOf(word, at + 1)) count += 1;
  return count;
}

/** Whether a word of one's own stands in the text and reaches into the stretch. */
function coversSlip(word: string, text: string, from: number, to: number): boolean {
  const at = text.indexOf(word, Math.max(0, from - word.length + 1));
  return at >= 0 && at < to;
}

/** `王清宪、李加强`: two or three characters that begin with a surname, alone between marks or before a post: `范伟东同志`. */
function isName({ from, to }: Suspect, text: string): boolean {
  for (let start = Math.max(0, from - 2); start <= from; start += 1)
    if (
      BEFORE_NAME.test(text.slice(Math.max(0, start - 2), start)) &&
      isSurnamed(text.slice(start, start + 3)) &&
      POSTED.test(text.slice(start, start + 20))
    )
      return true;
  let start = from;
  let end = to;
  while (start > 0 && from - start < 3 && HAN.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && end - to < 3 && HAN.test(text[end] ?? '')) end += 1;
  return end - start <= 3 && isSurnamed(text.slice(start, end));
}

/** A name begins a word, behind a mark, a preposition or the one who has it. */
const BEFORE_NAME =
  /(?:^|[^々〇㐀-鿿𠀀-𲎯]|[由以和与及向请让对是为]|学习|记者|书记|主任|委员|同志|[校园局科股处部县区市镇乡院所站队组会]长)$/u;
const POSTED =
  /^(?!党|安全|农)[々〇㐀-鿿𠀀-𲎯]{2,3}(?:同志|老师|先生|女士|(?:担|兼)?任(?=[^,。;]{0,8}(?:[长员]|主任|书记))|(?:常务)?副?(?:书记|主任|主席|[校园局科股处部县区市镇乡院所站队]长))/u;

/** `扎扎实实推进`: two characters that are both doubled say it with emphasis. */
function isDoubled({ from, to }: Suspect, text: string): boolean {
  for (let at = Math.max(0, from - 3); at < to; at += 1) {
    const [first, again, second, last] = text.slice(at, at + 4);
    if (first === again && second === last && first !== second && last !== undefined) return true;
  }
  return false;
}

/** `按装直饮水机`: 安装 is meant there, and what stands behind it is no slip. */
function isInstalled({ from }: Suspect, text: string): boolean {
  return text.startsWith('按装', from - 1);
}

/** `教语用函〔2026〕1号`: a document's number begins with single characters of the names of offices. */
function isInDocumentNumber({ to }: Suspect, text: string): boolean {
  return NUMBER_GOES_ON.test(text.slice(to, to + 24));
}

const NUMBER_GOES_ON = /^[々〇㐀-鿿𠀀-𲎯]{0,6}\s?[〔[(]\s?\d{4}\s?[〕\])]\s?第?\s?\d{1,5}\s?号/u;

/** `城环委` is no slip for 城管委: the short names of offices differ in one character; one of the same sound is a slip. */
function isOtherOffice({ kind, from, to, term }: Suspect, text: string): boolean {
  return kind === 'near' && OFFICE.test(term) && OFFICE.test(text.slice(from, to));
}

const OFFICE = /^.{1,3}[委办局处科股室庭]$/u;

/** 的, 地 and 得 are told apart by the sentence, not by the words beside them. */
function isGrammar({ from, to, term }: Suspect, text: string): boolean {
  const written = text.slice(from, to);
  return written.replace(PARTICLES, '的') === term.replace(PARTICLES, '的');
}

/** `鲁豫、津融`: the short name of a province stands beside anything. */
function isRegion({ from, to, term }: Suspect, text: string): boolean {
  return [...text.slice(from, to)].some((one) => REGIONS.includes(one) && !term.includes(one));
}

const REGIONS = '京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋蒙陕闽黔粤滇藏川琼港澳';
const PARTICLES = /[地得]/gu;
const HAN = /[々〇㐀-鿿𠀀-𲎯]/u;

/** Where the same document writes the term rightly. */
function rightIn(plan: Plan, term: string): readonly Related[] {
  const start = plan.text.indexOf(term);
  if (start < 0) return [];
  const message = { zh: `这里写的是“${term}”。`, en: `“${term}” is written here.` };
  return [{ span: { start, end: start + term.length }, message }];
}

function messageOf({ kind, term }: Suspect, written: string): Message {
  const [zh, en] = SLIPS[kind];
  return { zh: `“${written}”疑为“${term}”之误${zh}。`, en: `“${written}” probably ${en}: “${term}”.` };
}

const SLIPS: Readonly<Record<Suspect['kind'], readonly [zh: string, en: string]>> = {
  sound: ['', 'has a wrong character'],
  near: ['', 'has a wrong character'],
  swapped: ['，两字颠倒', 'has two characters swapped'],
  doubled: ['，多一字', 'has a character too many'],
  lost: ['，缺一字', 'lacks a character'],
};
