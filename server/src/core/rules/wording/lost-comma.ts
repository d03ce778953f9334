import { clauseEnds } from '../../lint/lexicons/clause-ends.ts';
import { clauseOpeners } from '../../lint/lexicons/clause-openers.ts';
import { wordAt, wordIndex } from '../../lint/lexicons/words.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Passage, spanIn } from '../../plan/block.ts';
import { clausesOf } from '../../plan/prose.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered } from '../../text/known.ts';

/** Two clauses run into one where a comma was lost: `…选好学校班子建立健全工作机制…`. */
export const lostComma: Rule = {
  id: 'lost-comma',
  name: { zh: '漏逗号', en: 'Lost comma' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '动宾分句之间有逗号。',
    en: 'There is a comma between two clauses.',
  },
  why: {
    zh: '前一句的宾语直接连着后一句的动词，多是漏了逗号，读者要回头断句。',
    en: 'Where the object of one clause runs into the verb of the next, a comma was lost, and readers have to go back.',
  },
  examples: [
    {
      bad: '配齐配强学校领导⟦班子建立健全⟧议事决策制度，规范办学行为。',
      good: '配齐配强学校领导班子，建立健全议事决策制度，规范办学行为。',
    },
    {
      bad: '开展劳动教育⟦活动每所⟧学校建成一个实践基地。',
      good: '开展劳动教育活动，每所学校建成一个实践基地。',
    },
  ],
  looksAt: (passage) => seamsIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      for (const { clause, seam } of seamsIn(block)) {
        const [from, at, to] = [seam.from, seam.at, seam.to].map((index) => clause.from + index);
        if (from === undefined || at === undefined || to === undefined) continue;
        const before = spanIn(block, from, at);
        report(
          { start: before.start, end: spanIn(block, at, to).end },
          {
            zh: `“${clause.text.slice(seam.from, seam.at)}”与“${clause.text.slice(seam.at, seam.to)}”之间疑漏逗号。`,
            en: `A comma seems to be lost between “${clause.text.slice(seam.from, seam.at)}” and “${clause.text.slice(seam.at, seam.to)}”.`,
          },
          {
            fix: {
              title: { zh: '补上逗号', en: 'Add the comma' },
              kind: 'unsafe',
              edits: [{ span: { start: before.end, end: before.end }, newText: '，' }],
            },
          },
        );
      }
    }
  },
};

const ends = wordIndex([...clauseEnds, '》']);
const openers = wordIndex(clauseOpeners);

interface Seam {
  /** Start of the noun, of the verb behind it, and the verb's end. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/** The seams in the clauses of a paragraph, one a clause at most. */
const seamsIn = unnumbered((passage: Passage) =>
  flatMapped(clausesOf(passage), (clause) => {
    const seam = seamIn(clause.text);
    return seam ? [{ clause, seam }] : [];
  }),
);

/** The first place where the object of a clause that begins with a verb meets a verb that opens another clause. */
function seamIn(text: string): Seam | undefined {
  if (text.length < 12 || !OPENING.test(text)) return undefined;
  let quoted = 0;
  for (let i = 4; i < text.length - 6; i += 1) {
    if ('“《'.includes(text[i] ?? '')) quoted += 1;
    if ('”》'.includes(text[i] ?? '')) quoted = Math.max(0, quoted - 1);
    if (quoted > 0) continue;
    const noun = wordAt(ends, text, i);
    if (!noun) continue;
    const at = i + noun.length;
    const verb = wordAt(openers, text, at);
    const rest = text.slice(at + (verb?.length ?? 0), at + 40);
    if (!verb || !OBJECT.test(rest)) continue;
    // `制度完备、体系健全、环境优越`: a subject with its predicate in a list.
    if (verb.length === 2 && rest.startsWith('、')) continue;
    // `制定措施确保安全`: what the object is for.
    if (PURPOSE.test(verb)) continue;
    const restarts = RESTART.test(verb);
    if (!restarts && (GOVERNS.test(text.slice(0, i)) || NOMINAL.test(rest))) continue;
    return { from: i, at, to: at + verb.length };
  }
  return targetIn(text);
}

/** `实施结对帮扶行动省级示范园达到60%`: a target with a subject of its own behind an object. */
function targetIn(text: string): Seam | undefined {
  const match = TARGET.exec(text);
  if (!match || GOVERNS_TARGET.test(text.slice(match.index))) return undefined;
  const at = match.index + (match.groups?.noun?.length ?? 0);
  return { from: match.index, at, to: at + (match.groups?.subject?.length ?? 0) };
}

const TARGET =
  /(?<noun>行动|工程|活动|项目)(?<subject>[^\s“”《》、的]{4,16})(?:达到|提高到|不低于|超过|控制在)\d/u;
const GOVERNS_TARGET = /使|让|力争|确保|推动|推进|实现|争取|保证|促使|促进|带动|提升/u;

/** A clause that begins with a verb, perhaps behind its number or an adverb. */
const OPENING =
  /^[\s\d.]{0,6}(?:[一二三四五六七八九十]是)?(?:进一步|不断|持续|深入|全面|积极|大力|扎实|切实|认真|严格|着力|聚力|统筹|加快|广泛|精心){0,2}(?:选|配|建|健|完善|开展|推行|实施|落实|贯彻|学习|打造|评|举办|强化|加强|深化|优化|构建|创|培育|制定|出台|印发|启动|坚持|做|抓|指导|组织|统一|编制|修订|规范|成立|设立|压|发布|开)/u;

/** What may follow: an object, not the end of a compound. */
const OBJECT = /^[々〇㐀-鿿𠀀-𲎯“《、\d—]{3,}/u;

/** A verb of purpose, which needs no comma before it. */
const PURPOSE = /^(?:确保|保障|保证|促进|推动|助力|带动|引领)/u;

/** A subject or a duty that starts afresh, whatever governs what stands before. */
const RESTART = /^每/u;

/** What makes the second verb depend on the first: a preposition, or a verb that has somebody do something. */
const GOVERNS =
  /通过|依托|利用|围绕|按照?|根据|结合|运用|借助|引导|推动|支持|鼓励|督促|帮助|邀请|动员|选派|要求|安排|促进|助力|引领|带动|保障|确保|组织|指导|协调|配合|联合|委托|聘请|面向|参与|参加|给予|允许|发挥|推进|选择|遴选|择优|作为|用于|依据|依照|会同|[以](?![上下来内及])|对(?![口接标外照])|在(?![线校职园岗编])|由|[把将从与为使让向用]/u;

/** `活动开展情况`, `机制建立后` */
const NOMINAL = /^(?:情况|过程|仪式|以来|期间|工作|阶段|进度|进展|力度|成效|[者后前时的])/u;
