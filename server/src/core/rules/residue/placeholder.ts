import { type Place, reportAlike } from '../../lint/alike.ts';
import type { Rule } from '../../lint/rule.ts';
import { matching, spanIn } from '../../plan/block.ts';
import { inCitation } from '../../plan/prose.ts';
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
      bad: '青教办〔2024〕⟦⟧号'.replace('〔2024〕⟦⟧号', '⟦〔2024〕号⟧'),
      good: '青教办〔2024〕3号',
    },
  ],
  looksAt: (passage) => blanksIn(passage).length > 0,
  check(_plan, report, { paragraphs }) {
    const places = flatMapped(paragraphs, (block) =>
      blanksIn(block)
        .filter(({ index }) => !inCitation(block)(index))
        .map(
          ({ index, 0: blank }): Place => ({
            span: spanIn(block, index, index + blank.length),
            edits: [],
            message: { zh: `“${blank}”尚待填写。`, en: `“${blank}” is still to be filled in.` },
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

/** A surname that begins few other words. */
const SURNAME =
  '[王李张刘陈杨黄赵吴徐孙朱胡郭罗郑梁宋唐许韩邓冯曹彭曾肖董潘袁蔡蒋杜魏吕沈姚卢姜崔谭廖陆汪贾邹熊秦邱侯薛闫雷陶贺郝龚邵钱戴莫]';

/** Letters beside digits, `+` or other letters are names (`1+X`, `XXL`), `“××工程”` is a specimen, `王××` masks a person, and `XX省（区、市）…表` and `X年级X班` are forms. */
const BLANK = new RegExp(
  String.raw`(?<![A-Za-z\d+＋“"×])(?!(?<=${SURNAME})[Xx×]{2}(?:[同老先女]|$|[,。;、)]|[等被荣获任]))(?:[Xx×]{2,6}(?![A-Za-z\d+]| ?省\()|(?<![々〇㐀-鿿𠀀-𲎯=]{2}[^。,;]{0,40}=[^。,;]{0,40})[X×](?=[年月日号](?![\d级])))|\((?:待定|待补充|待填|待完善|略待补)\)|(?<![A-Za-z\d])20[Xx×]{2}(?=[〕\])年-]|学年)|〔20\d\d〕 {0,4}号|_{3,20}(?=[年月日号])|(?<![A-Za-z_])__(?=[年月日号镇乡县区市校局亩名个])`,
  'gu',
);
const blanksIn = matching(BLANK);
