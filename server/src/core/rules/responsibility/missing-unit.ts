import { reportMissing } from '../../lint/missing.ts';
import type { Rule } from '../../lint/rule.ts';
import { aloneIn, inRow, namesBodiesUnlisted, partiesIn } from '../../lint/unlisted.ts';
import type { Field, Party, Task } from '../../plan/plan.ts';
import { isSpanned } from '../../plan/tasks.ts';
import { fold } from '../../text/fold.ts';
import { once } from '../../text/memo.ts';

/** A task that a person leads without any unit to do the work; one that nobody leads is missing-lead's. */
export const missingUnit: Rule = {
  id: 'missing-unit',
  name: { zh: '缺责任单位', en: 'Missing unit' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '有牵头领导的任务也注明责任单位。',
    en: 'A task that a person leads also names the responsible unit.',
  },
  why: {
    zh: '领导牵头协调，具体工作仍由科室或学校承办；只写领导，任务落不到承办的人手里。同部分的任务大多写明了责任单位，漏写的一项才单独提醒。',
    en: 'A leader coordinates, but an office or a school does the work; with the leader alone, the task reaches nobody who does it. The one task is marked where most tasks of the same part name a unit.',
  },
  examples: [
    {
      bad: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。（牵头领导：周明远；责任科室：校产科）',
        '2.配齐图书馆员。每校至少一名。（牵头领导：林晓岚；责任科室：人事科）',
        '⟦3.开放运动场地⟧。周末向附近居民开放操场。（牵头领导：林晓岚）',
      ].join('\n'),
      fixed: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。（牵头领导：周明远；责任科室：校产科）',
        '2.配齐图书馆员。每校至少一名。（牵头领导：林晓岚；责任科室：人事科）',
        '3.开放运动场地。周末向附近居民开放操场。（牵头领导：林晓岚；责任科室：）',
      ].join('\n'),
      good: [
        '明溪县教育局2024年工作要点',
        '一、办好家门口的学校',
        '1.改造老旧校舍。更换门窗和照明。（牵头领导：周明远；责任科室：校产科）',
        '2.配齐图书馆员。每校至少一名。（牵头领导：林晓岚；责任科室：人事科）',
        '3.开放运动场地。周末向附近居民开放操场。（牵头领导：林晓岚；责任科室：体卫艺科）',
      ].join('\n'),
    },
  ],
  check: (plan, report, context) => {
    const asks = plan.tasks.some((task) => statesUnit(task) && !isHeaded(task, task.units));
    // Where no task names a unit and most a person who answers for it (责任人), that person does the work.
    const charged = asks ? [] : plan.tasks.filter(isCharged);
    const inCharge = charged.length * 2 > plan.tasks.length ? charged[0]?.fields.find(isInCharge) : undefined;
    const bodies = once(() => partiesIn(plan, ({ kind }) => kind !== 'person'));
    const inColumn = plan.fields.some(({ placement, role }) => placement === 'cell' && role === 'unit');
    reportMissing(plan, report, context, {
      rule: 'missing-unit',
      english: 'the responsible unit',
      states: inCharge?.label ? isCharged : statesUnit,
      called: inCharge?.label?.text,
      lacks: (task) =>
        task.leads.length > 0 &&
        !namesUnit(task) &&
        !isSpanned(task, 'unit') &&
        (asks || !(isCharged(task) || isHeaded(task, task.leads))),
      mayBeIn: inColumn ? namesBodiesUnlisted : namesBodiesInRows,
      mayStandIn: (passage) => aloneIn(passage).some((names) => names.every((name) => bodies().has(name))),
    });
  },
};

const namesBodiesInRows = (words: string) => namesBodiesUnlisted(words) || inRow(words, 'bodies');

/** A unit or a group that leads is responsible too. */
function namesUnit({ leads, units }: Task): boolean {
  return units.length > 0 || leads.some(({ kind }) => kind !== 'person');
}

/** `责任人：总务处` names a body in place of a person: that makes no habit of naming both. */
function statesUnit(task: Task): boolean {
  return namesUnit(task) && (task.units.length > 0 || !isCharged(task));
}

function isCharged({ fields }: Task): boolean {
  return fields.some(isInCharge);
}

/**
 * Whether a field says who answers for the task in person, as 责任人 does and 牵头领导 does not; a cell has no label of its
 * own, and a table without a column of units asks for none.
 */
function isInCharge({ role, label, placement }: Field): boolean {
  return role === 'lead' && (label ? IN_CHARGE.test(fold(label.text)) : placement === 'cell');
}

/** Whether those named for a task stand in the headings above it: a list of who is in charge of what (班子成员责任清单). */
function isHeaded({ span }: Task, named: readonly Party[]): boolean {
  return named.length > 0 && named.every((party) => party.span.end <= span.start);
}

/** 责任人, 负责人, 責任人, 负责同志 */
const IN_CHARGE = /[责責](?:任?人|同志)$/u;
