import { type Block, part } from '../plan/block.ts';
import { asking } from '../plan/citing.ts';
import { type Plan, textIn } from '../plan/plan.ts';
import { sectionsAround } from '../plan/tasks.ts';
import { isBody } from '../read/fields/bodies.ts';
import { bracketsIn } from '../read/fields/brackets.ts';
import { isDirectoryHeading } from '../read/outline/roles.ts';
import { flatMapped } from '../text/flat.ts';
import { fold, nameText } from '../text/fold.ts';
import type { Span } from '../text/text.ts';
import {
  DETAIL_BEHIND,
  type Details,
  detailsIn,
  entryWith,
  LEADERS,
  named,
  namedIn,
  nothing,
} from './details.ts';
import type { Entry, Named } from './entry.ts';
import { rosterOf } from './roster.ts';

/** The entries of a directory, or of the sections of a plan that are one; undefined where the plan has neither. */
export function entriesOf(plan: Plan): readonly Entry[] | undefined {
  const items = itemsOf(plan);
  if (items?.length === 0 && plan.kind === 'directory') return rosterOf(plan);
  return items?.map((item, order) => entryOf(plan, item, order));
}

const headsDirectory = asking((title) => isDirectoryHeading(fold(title)));

/** A numbered item that defines somebody. */
interface Item {
  readonly titleSpan: Span;
  readonly span: Span;
  /** Index of the section it stands in. */
  readonly section: number | undefined;
}

function itemsOf(plan: Plan): readonly Item[] | undefined {
  const whole = plan.kind === 'directory';
  const inside = new Set<number>();
  plan.sections.forEach((section, index) => {
    const { parent } = section;
    if (whole || headsDirectory(section) || (parent !== undefined && inside.has(parent))) inside.add(index);
  });
  if (!whole && inside.size === 0) return undefined;
  const tasks = plan.tasks.filter(({ section }) => (section === undefined ? whole : inside.has(section)));
  return [...tasks, ...headingEntries(plan, inside, tasks)].sort((a, b) => a.span.start - b.span.start);
}

/** Headings with nothing below them are entries, too, where their siblings are; else they wait to be filled. */
function headingEntries(plan: Plan, inside: ReadonlySet<number>, tasks: readonly Item[]): readonly Item[] {
  const filled = new Set<number | undefined>(tasks.map(({ section }) => section));
  const parents = new Set<number | undefined>(
    [...inside].filter((index) => !isRoot(plan, index, inside)).map((index) => plan.sections[index]?.parent),
  );
  const isLeaf = (index: number) => !filled.has(index) && !parents.has(index);
  const branching = new Set<number | undefined>(
    [...inside].filter((index) => !isLeaf(index)).map((index) => plan.sections[index]?.parent),
  );
  return flatMapped([...inside], (index) => {
    const section = plan.sections[index];
    if (!section || !isLeaf(index) || HEADING.test(section.title) || headsDirectory(section)) return [];
    return filled.has(section.parent) || !branching.has(section.parent)
      ? [{ titleSpan: section.titleSpan, span: section.span, section: section.parent }]
      : [];
  });
}

/** Whether a section begins a directory: what stands above it is no part of one. */
function isRoot(plan: Plan, index: number, inside: ReadonlySet<number>): boolean {
  const parent = plan.sections[index]?.parent;
  return parent === undefined || !inside.has(parent);
}

/** What only a heading says: 局领导, 机关科室, 直属单位, 学校和机构. */
const HEADING = /领导(?:班子)?$|(?:科室|处室|股室|单位|部门|机构|人员|其他|群体)$|^(?:各级各类)?学校/u;

function entryOf(plan: Plan, item: Item, order: number): Entry {
  const [first, ...more] = blocksIn(plan, item);
  const found = nothing();
  const written = first ? nameEnd(first) : 0;
  for (const [block, from] of [[first, written] as const, ...more.map((one) => [one, 0] as const)]) {
    if (!block) continue;
    for (const { detail, start, end } of detailsIn(block.text, from)) {
      found[detail].push(...namedIn(block, start, end, detail));
    }
  }
  const headings = sectionsAround(plan, item.section).map((section) => section.title);
  const leads = headings.some((heading) => LEADERS.test(heading));
  const title = titleOf(plan, item, first, written, leads, found);
  return entryWith(title, found, { span: item.span, section: headings.at(-1), order, leads });
}

/** The blocks of an item; the first begins with its name. */
function blocksIn(plan: Plan, { titleSpan, span }: Item): readonly Block[] {
  let low = 0;
  let high = plan.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((plan.blocks[middle]?.span.end ?? 0) > titleSpan.start) high = middle;
    else low = middle + 1;
  }
  const found: Block[] = [];
  for (let i = low; i < plan.blocks.length; i += 1) {
    const block = plan.blocks[i];
    if (!block || (i > low && block.span.start >= span.end)) break;
    const at = i > low ? 0 : indexIn(block, titleSpan.start);
    found.push(part(block, at, block.text.length));
  }
  return found;
}

function indexIn(block: Block, offset: number): number {
  if (!block.offsets) return Math.max(0, offset - block.span.start);
  return Math.max(0, block.offsets.indexOf(offset));
}

const NAME_STOP = /[。:;\t|]/u;

function nameEnd({ text }: Block): number {
  const ends = [text.search(DETAIL_BEHIND), text.search(NAME_STOP)].filter((at) => at >= 0);
  let end = Math.min(text.length, ...ends);
  while (end > 0 && ' ,、.*'.includes(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** The words of an item up to its details. A bracket without a label is a post behind a leader, else another name. */
function titleOf(
  plan: Plan,
  { titleSpan }: Item,
  first: Block | undefined,
  end: number,
  leads: boolean,
  found: Details,
): Named {
  if (!first || end === 0)
    return { name: nameText(textIn(plan, titleSpan.start, titleSpan.end)), span: titleSpan };
  const bracket = bracketsIn(first.text.slice(0, end)).at(-1);
  if (bracket && bracket.from > 1 && bracket.to === end) {
    const inner = named(first, bracket.innerFrom, bracket.innerTo);
    const isPost = leads && POST.test(inner.name);
    if (isPost || (inner.name.length > 1 && isBody(inner.name) && !KINDS_OF_AREA.test(inner.name))) {
      found[isPost ? 'post' : 'alias'].push(inner);
      return named(first, 0, bracket.from);
    }
  }
  return named(first, 0, end);
}

/** `各县（市、区）` */
const KINDS_OF_AREA = /^[省市县区旗州镇乡街道、]+$/u;
const POST = /(?:长|书记|主任|督学|成员|调研员|主席|主管|干部|科员)$/u;
