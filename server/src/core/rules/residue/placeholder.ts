import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, saying, spanIn } from '../../plan/block.ts';
import { inCitation } from '../../plan/prose.ts';
import { FIRM_SURNAME } from '../../read/fields/persons.ts';
import { flatMapped } from '../../text/flat.ts';

/** What a draft left to be filled in: `XX月`, `××学校`, `〔2024〕号`, `（待定）`. */
export const placeholder: Rule = {
  id: 'placeholder',
  name: { zh: '待填内容', en: 'Placeholder' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '定稿里没有待填的空位。',
    en: 'Nothing is left to be filled in.',
  },
  why: {
    zh: '起草时用 XX、×× 占的位，定稿前都要填上或删去。',
    en: 'What a draft marks with XX or ×× is filled in or removed before it goes out.',
  },
  examples: [
    {
      bad: '1.检修校舍。⟦XX⟧月底前完成，由⟦××⟧学校负责。',
      good: '1.检修校舍。8月底前完成，由青溪学校负责。',
    },
    {
      bad: '1.改造水厂。惠及⟦____⟧个村，投资⟦（  ）⟧万元，由⟦○○○⟧同志负责，由⟦【待定】⟧施工⟦（数据待核）⟧。',
      good: '1.改造水厂。惠及6个村，投资90万元，由安平同志负责，由县水务公司施工。',
    },
    {
      bad: '1.招聘教师。⟦X月X⟧日前报名⟦（此处请人事科补充数据）⟧。（牵头领导：⟦空缺⟧；责任科室：人事科）\n⟦修改意见：⟧与下一项合并。',
      good: '1.招聘教师。5月6日前报名。（牵头领导：安平；责任科室：人事科）',
    },
    {
      bad: '青教办〔2024〕⟦⟧号'.replace('〔2024〕⟦⟧号', '⟦〔2024〕号⟧'),
      good: '青教办〔2024〕3号',
    },
  ],
  // That a field is still to be filled in is said of its task, where others fill theirs in.
  yieldsWhereRelated: ['missing-lead', 'missing-unit', 'missing-deadline'],
  looksAt: (passage) => blanksIn(passage).length > 0 && !isForm(passage),
  check(_plan, report, { paragraphs }) {
    const places = flatMapped(paragraphs, (block) =>
      blanksIn(block)
        .filter(({ index }) => !inCitation(block)(index))
        .map(
          ({ index, 0: { length }, groups }): Place => ({
            span: spanIn(block, index, index + length),
            edits: [],
            message: messageOf(block.raw.slice(index, index + length), groups?.note !== undefined),
          }),
        ),
    );
    // A text from which all names were taken says so once.
    reportAlike(report, places, {
      messageAll: (count) => ({
        zh: `全文有${count}处尚待填写。`,
        en: `The text has ${count} places still to be filled in.`,
      }),
    });
  },
};

/** `检查日期：____年____月____日`, `参加人数：（    ）人`: a line to be filled in by hand. */
const isForm = saying(
  /^[々〇㐀-鿿𠀀-𲎯]{2,8}:(?=.*[_ ])(?:[\s_()〔〕/]|[年月日时分秒人次个名份](?![々〇㐀-鿿𠀀-𲎯]))+$/u,
);

function messageOf(blank: string, note: boolean): Message {
  return note
    ? { zh: `“${blank}”是改稿时的批注，定稿前应删去。`, en: `“${blank}” is an editor's note.` }
    : { zh: `“${blank}”尚待填写。`, en: `“${blank}” is still to be filled in.` };
}

/** What counts, or is counted by a number. */
const UNIT = '[年月日号镇乡县区市校局亩名个所人万元处项座条家户台套次场]';

/** `X月X日`, `20XX年XX月`: one blank. */
const DAY =
  '(?:(?:20)?[Xx×]{1,4}年)?[Xx×]{1,2}月[Xx×]{1,2}(?=日)|(?:20)?[Xx×]{1,4}年[Xx×]{1,2}(?=月)|_{2,8}年_{2,8}月_{2,8}(?=日)';

/** `【待定】`, `（数据待核）`, `（此处请人事科补充数据）`; as the value of a field `待定`, `未定`, `请办公室填写`. */
const ASKED = String.raw`[(【\[](?:待定|待完善|略待补|(?:数据|数字)?待(?:补充?|填写?|核实?))[)】\]]|\(此处[^()]{0,16}(?:补充|填写|提供|核实|完善)[^()]{0,8}\)|(?<=:)(?:[待未]定|空缺|暂缺|请[々〇㐀-鿿𠀀-𲎯]{1,8}[室科股处部局办组](?:填写|补充|提供))(?=[,;)]|$)|(?<![A-Za-z])TBD(?![A-Za-z])`;

/** Letters beside digits, `+` or other letters are names (`1+X`, `XXL`), `“××工程”` is a specimen, `王××` masks a person, and `XX省（区、市）…表` and `X年级X班` are forms. */
const BLANK = new RegExp(
  String.raw`(?<![A-Za-z\d+＋“"×○])(?!(?<=${FIRM_SURNAME})[Xx×○]{2}(?:[同老先女]|$|[,。;、)]|[等被荣获任]))(?:${DAY}|[Xx×]{2,6}(?![A-Za-z\d+]|染色体| ?省\()|(?<![一二三四五六七八九十])○{2,4}(?![一二三四五六七八九十○年])|(?<![々〇㐀-鿿𠀀-𲎯=]{2}[^。,;]{0,40}=[^。,;]{0,40})[X×](?=[年月日号](?![\d级])))|${ASKED}|(?<![A-Za-z\d])20[Xx×]{2}(?=[〕\])年-]|学年)|〔20\d\d〕 {0,4}号|(?<![A-Za-z_])_{2,20}(?=${UNIT})|[(〔] {1,8}[)〕](?=${UNIT})|^(?<note>修改意见|批注)\d{0,2}:(?=.{4})`,
  'gu',
);
const blanksIn = matching(BLANK);
