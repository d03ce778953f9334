import type { Passage } from '../../plan/block.ts';
import { knowing, knowingAt, unnumbered } from '../../text/known.ts';
import { type Head, headOf } from './headings.ts';
import type { Item } from './item.ts';
import { isTime } from './periods.ts';
import type { Heading } from './roles.ts';

/** A heading that names something to be done, alone on its line, with what it says below: `一、狠抓德育` ⏎ `召开班会。` */
export function isHeadedText(item: Item): boolean {
  return !isPartName(headIn(item)) && item.body.some(({ noise, block }) => !noise && says(block));
}

/** Whether a heading alone on its line names a part of the text, with words below that are nothing to be done. */
export function namesPart(item: Item): boolean {
  const head = headIn(item);
  return item.body.length > 0 && isShort(head) && isPartName(head) && !runsOn(item);
}

/** Whether an item is a fact of an activity, and nothing to be done: `活动形式：项目竞赛`, `活动地点` ⏎ `图书馆`. */
export function isFact(item: Item): boolean {
  return item.children.length === 0 && isFactName(headIn(item));
}

/** Whether what stands behind a fact's name goes on, and may be done: `2.会议地点：预订会议室，布置会场`. */
export function isActedOn({ paragraph, mark }: Item): boolean {
  return mark.style !== 'han' && goesOn(paragraph.block);
}

const goesOn = knowing(({ text }: Passage) => /^[^:]{2,20}: ?(?!\d)[^,;]{1,60}[,;]/u.test(text));

const isFactName = unnumbered(({ folded }: Heading) => FACT.test(folded));

const FACT =
  /^(?:活动|比赛|竞赛|培训|会议)(?:主题|时间|日期|地点|对象|形式|宗旨|名称|口号|负责人)(?:[和与及、](?:主题|时间|地点|对象|形式))?(?:$|:)/u;

/** Whether a heading alone on its line is a time, with words below that say what is done in it: `八月` ⏎ `抄录水电表。` */
export function isTimeAlone(item: Item): boolean {
  const head = headIn(item);
  return isTime(head) && item.body.length > 0 && endsBehind(item.paragraph.block, 0, head.to);
}

const endsBehind = knowingAt(({ text }: Passage, _from, to) => /^[\s:。】]*$/u.test(text.slice(to)));

const isPartName = unnumbered(({ folded }: Heading) => NAMES_PART.test(folded));
const isShort = unnumbered(({ folded }: Heading) => folded.length <= 8);

/** `活动时间`, `参加对象`, `奖项设置`: headings that name a part of the text, whose words say how things are. */
const NAMES_PART =
  /^(?!.*(?:落实|推进|推动|加强|加快|开展|做好|完善|健全|优化|抓|提升|提高|强化|深化|制定|分解|明确|实现|完成|建立|规范|创新|严格|组织|改进|压实|解决|严明)).*(?:时间|日期|地点|对象|主题|目的|意义|背景|依据|原则|要求|范围|人员|机构|小组|步骤|方式|方法|流程|程序|条件|标准|情况|问题|原因|经费|预算|奖项|奖励|设置|名单|附则|附件|事项|说明|形式|概况|现状|形势|目标|宗旨|口号|名称|内容|计划|安排|议程|日程|纪律|分工|职责|定义|术语|其[他它])(?:[和及与、].{2,6})?$/u;
const says = unnumbered(({ text }: Passage) => ENDED.test(text) && WORDS.test(text));
const ENDED = /[。;!]$/u;
const WORDS = /[々〇㐀-鿿𠀀-𲎯]{4}/u;

/** An item that is one sentence and nothing else: `二、全面开展环境整治，推动目标实现。` */
export function isSentence({ body, paragraph: { block } }: Item): boolean {
  return body.length === 0 && isOneSentence(block);
}

/** The words of an item's heading, folded. */
export function titleOf(item: Item): string {
  return headIn(item).folded;
}

/** The heading of an item. */
export function headIn({ paragraph, mark }: Item): Head {
  return headOf(paragraph.block, mark.bodyFrom, paragraph.fields);
}

/** Whether words run on behind the heading of an item. */
export function runsOn(item: Item): boolean {
  const { block } = item.paragraph;
  return runsOnBehind(block, 0, headIn(item).to);
}

const isOneSentence = knowing(
  ({ text }: Passage) => text.length >= 12 && text.endsWith('。') && !STATES.test(text),
);
const runsOnBehind = knowingAt(({ text }: Passage, _from, to) => text.length - to > 8);

/** `一、活动时间为…`: it says when, where and who, and is nothing to be done. */
const STATES = /^[一二三四五六七八九十]+、[^,。:]{2,8}(?:为|是|:)/u;
