import { classOf, isGeneric, isName, SECTION_HEADINGS } from '../../people/bodies.ts';
import { nameKey } from '../../people/directory.ts';
import { type Unit, unitsIn } from '../../people/units.ts';
import type { Plan } from '../../plan/plan.ts';
import { nameText } from '../../text/fold.ts';
import { hanNumeral } from '../../text/numerals.ts';

/**
 * The text of a directory of everybody whom the fields of `plans` name, grouped, those with the most tasks first, each
 * with the number of its tasks, for a person to complete. It reads back as these entries and has no faults.
 */
export function newDirectory(plans: readonly Plan[]): string {
  const taken = new Set<string>();
  const units = unitsIn(plans.map((plan) => ({ plan, directories: [] }))).filter((unit) =>
    isEntry(unit, taken),
  );
  const sections = Object.values(SECTION_HEADINGS).flatMap((heading) => {
    const own = units.filter((unit) => headingOf(unit) === heading);
    return own.length > 0 ? [{ heading, own }] : [];
  });
  const body = plans.map(bodyOf).find((name) => name !== undefined) ?? '';
  const lines = sections.flatMap(({ heading, own }, i) => [
    `${hanNumeral(i + 1)}、${heading}`,
    ...own.map((unit, n) => `${n + 1}. ${unit.name}${tasksOf(unit)}`),
  ]);
  return [`${body}责任单位名录`, '', PREAMBLE, '', ...lines, ''].join('\n');
}

const PREAMBLE =
  '以下名称摘自计划，括号内是各自的任务数。请核对，并补上领导的职务、分管，单位的简称、负责人、上级，以及统称包括哪些单位；领导按排名先后排列。';

/** The heading that somebody belongs under. */
function headingOf({ kind, name }: Unit): string {
  return SECTION_HEADINGS[kind === 'unit' ? classOf(name) : kind];
}

/** Whether a name can stand for itself; a bracket behind one reads as another name of it. */
function isEntry({ name, kind }: Unit, taken: Set<string>): boolean {
  if (!isName(name) || (kind === 'person' && isGeneric(name))) return false;
  const keys = nameKey(name).split(/[()]/u).filter(Boolean);
  if (keys.some((key) => taken.has(key))) return false;
  for (const key of keys) taken.add(key);
  return true;
}

function tasksOf({ leads, units, support }: Unit): string {
  const tasks = leads + units + support;
  return tasks > 0 ? `（任务：${tasks}项）` : '';
}

/** The body that a plan is of, from its title, else from whoever issued it. */
function bodyOf({ title, issuers }: Plan): string | undefined {
  return BODY.exec(nameText(title?.text ?? ''))?.[1] ?? issuers[0]?.text;
}

/** `溪口区教育局` of 溪口区教育局2026年工作要点 */
const BODY =
  /^([々〇㐀-鿿𠀀-𲎯]{2,20}?(?:[局委厅校园院区县市省镇乡]|[中小大]学|政府))(?:关于|(?:19|20)\d\d)/u;
