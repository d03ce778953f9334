import type { Rule } from '../../lint/rule.ts';
import { type Party, type Plan, textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** A space inside a person's name where other names have none. */
export const nameSpacing: Rule = {
  id: 'name-spacing',
  name: { zh: '姓名夹空格', en: 'Space inside a name' },
  yieldsTo: ['duplicate-party'],
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: { zh: '姓名中间不留空格。', en: 'There is no space inside a name.' },
  why: {
    zh: '两字姓名为与三字姓名对齐而加的空格，混在行文里会使同一个人像两个人，检索和统计都会漏掉。单独成行、单元格里补足三字宽的不算。',
    en: 'A space that aligned two characters with three in a list makes one person look like two in running text, and searches miss it. On lines of their own and in cells, names as wide as three characters are left alone.',
  },
  examples: [
    {
      bad: '一、任务\n1.改造校舍。（牵头领导：⟦周 明⟧、林晓岚；责任科室：校产科）\n2.开放操场。（牵头领导：林晓岚；责任科室：体卫艺科）',
      good: '一、任务\n1.改造校舍。（牵头领导：周明、林晓岚；责任科室：校产科）\n2.开放操场。（牵头领导：林晓岚；责任科室：体卫艺科）',
    },
  ],
  check(plan, report) {
    if (plan.kind === 'directory' || isAligned(plan)) return;
    const lines = plan.fields.filter(({ placement }) => placement === 'line' || placement === 'cell');
    const padded = new Set(persons({ fields: lines }).filter((party) => isPadded(plan, party)));
    for (const party of persons(plan)) {
      if (padded.has(party) || !isSpaced(plan, party)) continue;
      report(
        party.span,
        { zh: `姓名“${party.name}”中间有空格。`, en: `There is a space inside the name ${party.name}.` },
        {
          fix: {
            title: { zh: `改为“${party.name}”`, en: `Change to ${party.name}` },
            kind: 'safe',
            edits: [
              {
                span: party.span,
                newText: textIn(plan, party.span.start, party.span.end).replace(/\s+/gu, ''),
              },
            ],
          },
          // One person is spaced by one hand.
          alike: { most: 1 },
        },
      );
    }
  },
};

function persons({ fields }: Pick<Plan, 'fields'>): readonly Party[] {
  return flatMapped(fields, ({ parties }) => parties.filter(({ kind }) => kind === 'person'));
}

/** A line break inside a name is a page's, not the writer's; what is longer than names are has its post beside it. */
function isSpaced(plan: Plan, { name, span }: Party): boolean {
  if (name.length > LONGEST && !name.includes('·')) return false;
  const words = textIn(plan, span.start, span.end);
  // `陆 明韩 梅` is two, each with its space.
  if (/^\S\s+\S{2}\s+\S$/u.test(words)) return false;
  return /\s/u.test(words) && !/[\n\r]/u.test(words);
}

/** `责任人：张　倩` in a list: as wide as three characters. */
function isPadded(plan: Plan, { span }: Party): boolean {
  return /^\S(?:\u3000| {2})\S$/u.test(textIn(plan, span.start, span.end));
}

/** In characters. */
const LONGEST = 4;

/** Where most names of two characters are spaced, it is the document's way to align them. */
function isAligned(plan: Plan): boolean {
  const short = persons(plan).filter(({ name }) => name.length === 2);
  const spaced = short.filter((party) => isSpaced(plan, party)).length;
  return spaced > 1 && spaced * 2 > short.length;
}
