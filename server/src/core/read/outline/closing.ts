import { saying } from '../../plan/block.ts';
import type { Paragraph } from './item.ts';
import { isSectional } from './numbering.ts';

/**
 * The paragraphs with those that close a text taken for its tail: what is said to everybody, from when it holds, whom
 * to ask. They speak of all tasks and not of the last one. So does the foot of a web page, which states nothing, and a day
 * for all that name none, at the end of a section too.
 */
export function withClosing(paragraphs: readonly Paragraph[]): Paragraph[] {
  const found = [...paragraphs];
  let end = true;
  // Nothing numbered, and no field, stands behind in the same text.
  let last = true;
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    const one = paragraphs[i];
    if (!one) break;
    if (
      !one.mark &&
      (speaksOfRest(paragraphs, i, end) || (end && ofSite(one.block) && isFoot(paragraphs, i)))
    )
      found[i] = { ...one, fields: [], noise: 'tail' };
    else if (one.mark || one.fields.length > 0) {
      end = false;
      last = false;
    } else if (one.noise === 'tail') {
      end = true;
      last = true;
    } else if (!one.noise && last) {
      if ((end && closes(paragraphs, i)) || asksOwners(paragraphs, i)) found[i] = { ...one, noise: 'tail' };
      else end = false;
    }
  }
  return found;
}

/** Whether paragraph `i`, at the end of the text or a section, gives a day to all that name none, and names nobody. */
function speaksOfRest(paragraphs: readonly Paragraph[], i: number, end: boolean): boolean {
  const one = paragraphs[i];
  if (!one || !(end || paragraphs[i + 1]?.mark) || !datesTheRest(one.block)) return false;
  return one.fields.every(({ parties }) => parties.length === 0);
}

/** `未注明完成时限的，均为12月底前`, `（注：未标注完成时间的任务均于年底前完成）`: one day for all that names none. */
export const datesTheRest = saying(
  /(?:^|[。;:(,]|\d[.、]) ?(?:[凡对]|其中|其余)?(?:(?:未|没有)(?:特别|另行|单独|具体)?(?:标明|标注|注明|列明|明确|写明|规定|说明)[^。;,的]{0,6}(?:时间|时限|期限)(?:要求)?(?:的|(?=[任工事项措]))[^。;,的]{0,6}|[如若]?(?:无|没有|未作?)(?:特别|特殊|另行|其他)(?:说明|注明|规定|要求)的?,[^。;,]{0,8}(?:时间|时限|期限))[^。;,]{0,2},?[^。;,]{0,14}?(?:\d ?(?:月? ?[底末]|月(?: ?\d{1,2} ?日)?)|年[底末内])(?:之?[前内])?(?:(?:全部|全面|基本)?(?:完成|办结|落实))?(?:[。;,)]|$)/u,
);

/** `主办单位:某县人民政府办公室  承办单位:某县电子政务中心` says whose site it is, or who does a task. */
const ofSite = saying(/^\s*[主承]办(?:单位)?\s*:/u);

/** Lines that say whose site it is; where more follow one another, they are a list. */
const MOST_OF_FOOT = 4;

/**
 * Whether a line at the end that may say whose site it is does: behind other lines of a tail, and behind the last task
 * where that has its owner already, or no task has any.
 */
function isFoot(paragraphs: readonly Paragraph[], i: number): boolean {
  let first = i;
  for (let above = paragraphs[i - 1]; above && ofSite(above.block); above = paragraphs[first - 1]) {
    first -= 1;
    if (i - first >= MOST_OF_FOOT) return false;
  }
  const before = paragraphs.slice(0, first);
  const above = before.at(-1);
  if (!above || above.noise === 'tail') return true;
  // What is said of tasks above is said of the last one too.
  if (!isEnded(above.block) || before.some(({ block }) => ofSite(block))) return false;
  const owned = before
    .map(({ fields }) => fields.some(({ parties }) => parties.length > 0))
    .lastIndexOf(true);
  return owned < 0 || owned >= before.map(({ mark }) => mark !== undefined).lastIndexOf(true);
}

/** Whether paragraph `i` closes the text. */
function closes(paragraphs: readonly Paragraph[], i: number): boolean {
  const block = paragraphs[i]?.block;
  if (block === undefined) return false;
  return (
    concludes(block) ||
    (speaksToAll(block) && isWhole(paragraphs, i)) ||
    (paragraphs[i - 1]?.inTable === true && isNote(block))
  );
}

/** `备注：国庆放假10月1日—7日` below a table speaks of no row. */
const isNote = saying(/^\s*(?:备\s?注|(?:填表)?说明|注)\s?:/u);

/** Whether paragraph `i` asks all who answer for tasks to report, behind one that names who does: whatever stands behind it goes on with that. */
function asksOwners(paragraphs: readonly Paragraph[], i: number): boolean {
  const [above, one] = [paragraphs[i - 1], paragraphs[i]];
  if (!above || !one || !isEnded(above.block) || !speaksToOwners(one.block)) return false;
  return above.fields.some(({ parties }) => parties.length > 0);
}

/** Whether what is numbered above paragraph `i` says something without it: more than a heading. */
function isWhole(paragraphs: readonly Paragraph[], i: number): boolean {
  const above = paragraphs.slice(Math.max(0, i - FARTHEST), i).reverse();
  const at = above.findIndex(({ mark }) => mark !== undefined);
  const item = above[at];
  if (!item?.mark) return false;
  if (at > 0) return above.slice(0, at).some(({ noise }) => !noise);
  return !isSectional(item.mark.style) || isEnded(item.block);
}

const isEnded = saying(/[。;)\]〕】]$/u);

/** How many paragraphs above are looked at. */
const FARTHEST = 40;

/** 综上所述，…; 特此通知。; 未尽事宜，…; 联系人：…; 以上办法自印发之日起施行。; Copyright 2026 */
const CONCLUSION =
  /^(?:(?:综上所述|总之|总而言之)[,:]|特此(?:通知|报告|函[告复])|未尽事宜|\(?(?:联系人|联系电话|联系方式|咨询电话|监督电话|电话|传真|邮编)\s*:|Copyright|[^。;,]{0,24}自.{2,24}起(?:施行|实施|执行|生效))/u;

/** 各科室要认真组织实施。; 有关要求：各科室要…; 请各单位于…前报送。; 以上工作由各单位…; what is said to all behind the last task. */
const TO_ALL =
  /^(?:请|望|希望|以上|上述)(?:各|工作|任务|事项|要求|内容|将|于|结合|认真|按)|^(?:(?:[有相]关|工作)?要求:)?(?:各(?!项|类|种)[々〇㐀-鿿𠀀-𲎯、()]{1,20}?|全体[々〇㐀-鿿𠀀-𲎯]{2,6}?)(?:要|应|须|请|务必|必须|可|于|每|在|按照|根据|结合|对照|高度重视)/u;

/** `各牵头单位要在3月20日前报送方案。`; what 各承办支部 and 各责任督学 do may be the task itself. */
const TO_OWNERS =
  /^(?:(?:[有相]关|工作)?要求:)?各(?:牵头|责任|主办|承办)(?:单位|部门|[科处股]室)[^。;]{0,40}报/u;

const speaksToOwners = saying(TO_OWNERS);
const concludes = saying(CONCLUSION);
const speaksToAll = saying(TO_ALL);
