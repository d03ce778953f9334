import { inQuotes } from '../../lint/finding.ts';
import { clauseEnds } from '../../lint/lexicons/clause-ends.ts';
import { clauseOpeners } from '../../lint/lexicons/clause-openers.ts';
import { commonWords } from '../../lint/lexicons/common-words.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, spanIn } from '../../plan/block.ts';
import { once } from '../../text/memo.ts';

/** A word or a sentence twice in a row: `加强加强`, `的的`. */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  name: { zh: '词语重复', en: 'Repeated word' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '词语、句子不接连重复。',
    en: 'No word or sentence stands twice in a row.',
  },
  why: {
    zh: '多为复制粘贴所致。',
    en: 'Mostly a slip of copy and paste.',
  },
  examples: [
    { bad: '进一步加强⟦加强⟧校舍管理。', good: '进一步加强校舍管理。' },
    { bad: '办好家门口的⟦的⟧学校。', good: '办好家门口的学校。' },
    { bad: '召开第四次⟦次⟧教代会。', good: '召开第四次教代会。' },
    {
      bad: '办好学校。推动优质均衡发展⟦。推动优质均衡发展⟧。更换门窗。',
      good: '办好学校。推动优质均衡发展。更换门窗。',
    },
  ],
  looksAt: (passage) => doublesIn(passage).length > 0,
  check(plan, report, { paragraphs }) {
    const twice = standingTwice(() => plan.folded);
    for (const block of paragraphs) {
      for (const { 0: both, index, groups } of doublesIn(block)) {
        const word = groups?.word ?? groups?.particle?.[0] ?? groups?.counter ?? groups?.sentence ?? '';
        if (groups?.word !== undefined && !isSlip(word, block.text, index, twice)) continue;
        const span = spanIn(block, index + word.length, index + both.length);
        if (span.end - span.start !== both.length - word.length) continue;
        report(
          span,
          { zh: `“${inQuotes(word)}”重复。`, en: `“${word}” is repeated.` },
          {
            fix: {
              title: { zh: '删去重复的部分', en: 'Remove the repetition' },
              kind: 'unsafe',
              edits: [{ span, newText: '' }],
            },
          },
        );
      }
    }
  },
};

/**
 * Whether a word that stands twice is a slip: words of the lists always, others where nobody doubles them on purpose and
 * where they are no parts of others (`美育教育教学`, `光伏发电发电量`).
 */
function isSlip(word: string, text: string, at: number, twice: (pair: string) => boolean): boolean {
  if (BOTH.test(word) || BOTH.test(`${word[1]}${word[0]}`)) return false;
  if (words.has(word)) return true;
  const [first = '', second = ''] = word;
  if (word.length !== 2 || first === second || DOUBLED.test(word)) return false;
  const [before, behind] = [text[at - 1] ?? '', text[at + 4] ?? ''];
  if (before === second || behind === first || COMPOUND.test(behind)) return false;
  // `滇东滇东南`: a place and a part of it.
  if (/^[省市州县区]/u.test(behind)) return false;
  // `企业创业创新`: a word on either side, which the document has elsewhere, too, goes on here.
  if (before && behind && (twice(before + first) || twice(second + behind))) return false;
  if (/[东西南北中]/u.test(word) && /[东西南北中部麓侧翼区]/u.test(behind)) return false;
  // `育教育教`: what the document writes elsewhere in that order is a word across the seam.
  return !twice(second + first);
}

/** Whether two characters stand side by side in two places of a text: looked for, and counted where many are asked for. */
function standingTwice(textOf: () => string): (pair: string) => boolean {
  const known = new Map<string, boolean>();
  const counted = once(() => pairsTwice(textOf()));
  const find = (pair: string) => {
    const at = textOf().indexOf(pair);
    return at >= 0 && textOf().includes(pair, at + pair.length);
  };
  return (pair) => {
    const found = known.get(pair) ?? (known.size < FEW ? find(pair) : counted().has(pair));
    known.set(pair, found);
    return found;
  };
}

/** So many are found sooner than all are counted. */
const FEW = 60;

function pairsTwice(text: string): ReadonlySet<string> {
  const first = new Map<string, number>();
  const twice = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    const at = first.get(pair);
    if (at === undefined) first.set(pair, i);
    else if (i > at + 1) twice.add(pair);
  }
  return twice;
}

/** What makes one noun of a verb: `发电量`, `培训班`. */
const COMPOUND = /^[量率额值度费厂站机器班部室处科员者型式法权力性化]/u;

/** Words that may stand twice, as a noun and as a verb or where two nouns meet: `自治组织组织居民`, `未来产业产业链`. */
const BOTH =
  /^(?:组织|发电|创业|领导|服务|管理|教育|学习|工作|活动|计划|规划|研究|培训|指导|监督|评价|考核|生产|建设|保障|代表|负责|帮助|支持|发展|调查|设计|合作|交流|宣传|治理|运动|训练|实验|试验|辅导|检查|比赛|竞赛|统计|投资|补助|补贴|救助|防护|维护|保护|审核|审批|政府|产业|企业|智能|信息|经济|社会|文化|科技|市场|行业|农业|工业|城市|农村|学校|学生|教师|课程|体育|艺术|安全|健康|卫生|医疗|养老|就业|人才|数据|网络|平台|项目|工程|资源|能源|环境|生态|财政|金融|税务|交通|旅游|公共|国家|请示|压缩|感谢|谢谢|居民|公司)$/u;

/** Words that are doubled for emphasis or by nature: `常常`, `研究研究`, `一个一个`, `多多少少`. */
const DOUBLED =
  /[一二两三四五六七八九十个层条点级步天年月日家人时处事样种次回队户村班校区县市省代世]|^(?:很|非|多|少|慢|渐|逐|仅|刚|往|时|常|好|快|早|深|轻)/u;

const words: ReadonlySet<string> = new Set([...clauseEnds, ...clauseOpeners, ...commonWords]);

/**
 * `加强加强`; `的的` but not `的的确确` or `为目的的`; `及及` and `与与` but not `以及及时` or `参与与否`; `第四次次` but not
 * `次次`; a sentence that is pasted twice.
 */
const TWICE =
  /(?<word>[々〇㐀-鿿𠀀-𲎯]{2,4})\k<word>|(?<particle>(?<!目)的的(?![确士])|(?<![普涉波危触顾遍惠])及及(?![时早格])|(?<![参给赠])与与(?![会否]))|(?<=第[一二三四五六七八九十百\d]{1,4})(?<counter>[次届期批轮项])\k<counter>(?!(?<=批)[准复示次发]|(?<=届)[满中末时]|(?<=期)[中末满间初刊]|(?<=项)目)|(?<=^|[。;:.)])(?<sentence>[^。;:!?\s]{8,160})[。;]\k<sentence>(?=[。;(]|$)/gu;
const doublesIn = matching(TWICE);
