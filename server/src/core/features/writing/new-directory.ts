import { classOf, isGeneric, isName, SECTION_HEADINGS } from '../../people/bodies.ts';
import { nameKey } from '../../people/directory.ts';
import { isSameBody } from '../../people/names.ts';
import { type Unit, unitsIn } from '../../people/units.ts';
import type { Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { hanNumeral } from '../../text/numerals.ts';

/**
 * The text of a directory of everybody whom the fields of `plans` name, grouped, those with the most tasks first, for a
 * person to complete, called after the body that the plans are of where that is one. No number of tasks stands in it,
 * which would soon be wrong. It reads back as these entries and has no faults.
 */
export function newDirectory(plans: readonly Plan[]): string {
  const taken = new Set<string>();
  const units = unitsIn(plans.map((plan) => ({ plan, directories: [] }))).filter((unit) =>
    isEntry(unit, taken),
  );
  const sections = flatMapped(Object.values(SECTION_HEADINGS), (heading) => {
    const own = units.filter((unit) => headingOf(unit) === heading);
    return own.length > 0 ? [{ heading, own }] : [];
  });
  const body = commonBody(plans) ?? '';
  const lines = flatMapped(sections, ({ heading, own }, i) => [
    `${hanNumeral(i + 1)}、${heading}`,
    ...own.map((unit, n) => `${n + 1}. ${unit.name}`),
  ]);
  return [`${body}责任单位名录`, '', PREAMBLE, '', ...lines, ''].join('\n');
}

/** Those of `plans` that are of the body of `one`; where its title and signature name none, others of which that is so. */
export function plansOfBody(plans: readonly Plan[], one: Plan): readonly Plan[] {
  const body = bodyOf(one);
  return plans.filter((plan) => plan === one || isSame(bodyOf(plan), body));
}

/** The body that all plans are of that name one, by its longest name; undefined where they are of several. */
function commonBody(plans: readonly Plan[]): string | undefined {
  const bodies = flatMapped(plans, (plan) => bodyOf(plan) ?? []);
  const longest = bodies.reduce((long, body) => (body.length > long.length ? body : long), '');
  return bodies.every((body) => isSame(body, longest)) ? longest : undefined;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameBody(nameKey(a), nameKey(b));
}

const PREAMBLE =
  '以下名称摘自计划，任务多的在前。请核对，并补上领导的职务、分管，单位的简称、负责人、上级，以及统称包括哪些单位；领导按排名先后排列。';

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

/** The body that a plan is of, from its title, else from whoever issued it, else the region that its title names. */
function bodyOf({ title, issuers }: Plan): string | undefined {
  const named = BODY.exec(nameText(title?.text ?? ''))?.[1];
  return named && !REGION.test(named) ? named : (issuers[0]?.text ?? named);
}

/** `溪口区教育局` of 溪口区教育局2026年工作要点 */
const BODY =
  /^([々〇㐀-鿿𠀀-𲎯]{2,20}?(?:[局委厅校园院区县市省镇乡]|[中小大]学|政府))(?:关于|(?:19|20)\d\d)/u;
/** `溪口区` of 溪口区2026年教育工作要点: whose of its plans it is, the title does not say. */
const REGION = /[区县市省镇乡]$/u;
