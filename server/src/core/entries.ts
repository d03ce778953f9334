import type { Alias, Entry, Named } from './directory.ts';
import { type Block, part, spanIn } from './parse/blocks.ts';
import { bracketsIn } from './parse/brackets.ts';
import { isBody, isGroup, partiesIn } from './parse/parties.ts';
import { isDirectoryHeading } from './parse/roles.ts';
import type { PartyKind, Plan } from './plan.ts';
import { fold, nameText, type Span } from './text.ts';

/** The entries of a directory, or of the sections of a plan that are one; undefined where the plan has neither. */
export function entriesOf(plan: Plan): readonly Entry[] | undefined {
  return itemsOf(plan)?.map((item, order) => entryOf(plan, item, order));
}

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
  plan.sections.forEach(({ title, parent }, index) => {
    if (whole || isDirectoryHeading(fold(title)) || (parent !== undefined && inside.has(parent)))
      inside.add(index);
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
  return [...inside].flatMap((index) => {
    const section = plan.sections[index];
    if (!section || !isLeaf(index) || HEADING.test(section.title) || isDirectoryHeading(fold(section.title)))
      return [];
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

type Detail = 'alias' | 'former' | 'full' | 'head' | 'post' | 'charge' | 'leader' | 'parent' | 'member';

const DETAILS: readonly (readonly [Detail, RegExp])[] = [
  ['alias', /^(?:以下)?(?:简称|又称|别称|别名|亦称|也称|统称)$/u],
  ['former', /^(?:曾用名|原名|原称)$/u],
  ['full', /^全称$/u],
  [
    'head',
    /^(?:主要)?(?:负责人|责任人|科长|股长|处长|部长|主任|校长|院长|园长|站长|所长|馆长|主席|局长|书记)$/u,
  ],
  ['post', /^(?:职务|现任职务|岗位|职务职级)$/u],
  ['charge', /^(?:协助)?(?:分管|主管|联系)(?:工作|科室|单位|部门|学校)?$/u],
  ['leader', /^(?:分管|主管|联系)(?:领导|局领导|局长|副局长|负责人|校长|副校长)$/u],
  ['parent', /^(?:上级|隶属|归口|所属)(?:单位|部门|机关|科室|管理)?$|^主管(?:部门|单位)$/u],
  ['member', /^(?:包括|包含|成员|下辖|下设|成员单位|成员学校)$/u],
];

function entryOf(plan: Plan, item: Item, order: number): Entry {
  const [first, ...more] = blocksIn(plan, item);
  const found: Record<Detail, Named[]> = {
    ...{
      alias: [],
      former: [],
      full: [],
      head: [],
      post: [],
      charge: [],
      leader: [],
      parent: [],
      member: [],
    },
  };
  const written = first ? nameEnd(first) : 0;
  for (const [block, from] of [[first, written] as const, ...more.map((one) => [one, 0] as const)]) {
    if (!block) continue;
    for (const { detail, start, end } of detailsIn(block.text, from)) {
      found[detail].push(...namedIn(plan, block, start, end, detail));
    }
  }
  const headings = headingsOf(plan, item.section);
  const leads = headings.some((heading) => LEADERS.test(heading));
  const title = titleOf(plan, item, first, written, leads, found);
  const [name = title] = found.full;
  const kind = kindOf(name.name, leads, found);
  // `办公室（分管：陆怀远）` says who is in charge of the unit.
  const [inCharge, above] = kind === 'person' ? [found.charge, []] : [[], found.charge];
  return {
    name: name.name,
    kind,
    nameSpan: name.span,
    span: item.span,
    aliases: aliasesOf(found, name === title ? [] : [title]),
    heads: found.head,
    post: found.post[0]?.name,
    inCharge,
    leaders: [...found.leader, ...above],
    parents: found.parent,
    members: found.member,
    section: headings[0],
    order,
  };
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

const LABELS = DETAILS.map(([, { source }]) => source.replaceAll('^', '').replaceAll('$', '')).join('|');
/** `（职务：`, `（以下简称` or `　负责人：`: where the name has ended and details begin. */
const DETAIL_BEHIND = new RegExp(
  `[([〔【]\\s{0,4}(?:\\p{Script=Han}{2,6}\\s{0,4}:|(?:以下)?(?:简称|又称|统称|曾用名|原名))|[\\s,;](?:${LABELS})\\s{0,4}:`,
  'u',
);
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
  found: Record<Detail, Named[]>,
): Named {
  if (!first || end === 0)
    return { name: nameText(plan.text.slice(titleSpan.start, titleSpan.end)), span: titleSpan };
  const bracket = bracketsIn(first.text.slice(0, end)).at(-1);
  if (bracket && bracket.from > 1 && bracket.to === end) {
    const inner = named(plan, first, bracket.innerFrom, bracket.innerTo);
    const isPost = leads && POST.test(inner.name);
    if (isPost || (inner.name.length > 1 && isBody(inner.name) && !KINDS_OF_AREA.test(inner.name))) {
      found[isPost ? 'post' : 'alias'].push(inner);
      return named(plan, first, 0, bracket.from);
    }
  }
  return named(plan, first, 0, end);
}

/** `各县（市、区）` */
const KINDS_OF_AREA = /^[省市县区旗州镇乡街道、]+$/u;
const POST = /(?:长|书记|主任|督学|成员|调研员|主席|主管|干部|科员)$/u;

function named(plan: Plan, block: Block, from: number, to: number): Named {
  const { span } = part(block, from, to);
  return { name: nameText(plan.text.slice(span.start, span.end)), span };
}

function headingsOf(plan: Plan, section: number | undefined): readonly string[] {
  const headings: string[] = [];
  for (let at = section; at !== undefined; at = plan.sections[at]?.parent) {
    headings.push(plan.sections[at]?.title ?? '');
  }
  return headings;
}

/** Whoever stands below such a heading is a person; a leading group (领导小组) is made of bodies. */
const LEADERS = /(?:领导|领导班子|班子成员|负责人|班子)(?!小组)/u;

function kindOf(name: string, leads: boolean, found: Record<Detail, Named[]>): PartyKind {
  if (found.post.length > 0) return 'person';
  if (found.member.length > 0 || isGroup(name)) return 'group';
  if (found.charge.length > 0 && !(isBody(name) && !leads)) return 'person';
  return leads && /^[\p{Script=Han}·]{2,15}$/u.test(name) && (name.length <= 4 || name.includes('·'))
    ? 'person'
    : 'unit';
}

function aliasesOf(found: Record<Detail, Named[]>, titles: readonly Named[]): readonly Alias[] {
  return [
    ...[...titles, ...found.alias].map((alias) => ({ ...alias, former: false })),
    ...found.former.map((alias) => ({ ...alias, former: true })),
  ].sort((a, b) => a.span.start - b.span.start);
}

interface DetailAt {
  readonly detail: Detail;
  readonly start: number;
  readonly end: number;
}

/** The labelled details of a block behind `from`, in its brackets and outside of them. */
function detailsIn(text: string, from: number): readonly DetailAt[] {
  const found: DetailAt[] = [];
  let outside = from;
  for (const { from: open, to: close, innerFrom, innerTo } of bracketsIn(text)) {
    if (open < from || !DETAIL_BEHIND.test(text.slice(open, open + 16))) continue;
    found.push(...labelled(text, outside, open), ...labelled(text, innerFrom, innerTo));
    outside = close;
  }
  return [...found, ...labelled(text, outside, text.length)];
}

/** `职务：局长；分管：办公室`: each value runs to the next label. */
function labelled(text: string, from: number, to: number): readonly DetailAt[] {
  const labels = [...text.slice(from, to).matchAll(DETAIL_LABEL)].map((match) => ({
    label: match[1] ?? match[2] ?? '',
    // Without a colon the name is all there is: `以下简称信息办，负责…`.
    short: match[1] === undefined,
    at: from + match.index,
    valueFrom: from + match.index + match[0].length,
  }));
  return labels.flatMap(({ label, short, valueFrom }, i) => {
    const detail = DETAILS.find(([, pattern]) => pattern.test(label))?.[0];
    const next = labels[i + 1]?.at ?? to;
    const stop = short ? text.slice(valueFrom, next).search(/[,;。]/u) : -1;
    return detail ? [{ detail, start: valueFrom, end: stop < 0 ? next : valueFrom + stop }] : [];
  });
}

/** A label after a separator or at the start; what names another name needs no colon. */
const DETAIL_LABEL =
  /(?<=^|[;,。\s])(?:(\p{Script=Han}{2,6})\s{0,4}:|(?:以下)?(简称|又称|统称|曾用名|原名)为?)/gu;

function namedIn(plan: Plan, block: Block, from: number, to: number, detail: Detail): readonly Named[] {
  let [start, end] = [from, to];
  while (end > start && /[;,。、\s”"》]/u.test(block.text[end - 1] ?? '')) end -= 1;
  while (start < end && /[\s“"《]/u.test(block.text[start] ?? '')) start += 1;
  if (start >= end) return [];
  if (detail === 'post') {
    const span = spanIn(block, start, end);
    return [{ name: plan.text.slice(span.start, span.end).trim(), span }];
  }
  const parties = partiesIn(plan.text, block, start, end, detail === 'head' || detail === 'leader');
  return parties.filter(({ name }) => /\p{L}/u.test(name)).map((party) => withoutTail(party, detail));
}

/** `贺敬川（主任）` is 贺敬川; to be in charge of 办公室工作 is to be in charge of 办公室. */
function withoutTail({ name, span }: Named, detail: Detail): Named {
  const tail = (detail === 'head' ? POST_BEHIND : detail === 'charge' ? WORK_BEHIND : undefined)?.exec(name);
  // A name written with spaces inside is left as it is: its characters cannot be counted off.
  if (!tail || span.end - span.start !== name.length) return { name, span };
  return { name: name.slice(0, tail.index), span: { start: span.start, end: span.start + tail.index } };
}

const POST_BEHIND = /[（(][^（()）]{1,20}[)）]$/u;
const WORK_BEHIND = /(?<=[科股处室办局校园会站心])工作$/u;
