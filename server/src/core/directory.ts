import type { Block } from './parse/blocks.ts';
import { bracketsIn } from './parse/brackets.ts';
import { isGroup, partiesIn } from './parse/parties.ts';
import type { PartyKind, Plan, Task } from './plan.ts';
import { nameText, type Span } from './text.ts';

/**
 * Reads the entries of a directory document, or of a plan's section that is headed 责任单位名录. Undefined where the
 * plan has neither. Of two entries with one name the first is meant, and `doubles` tells.
 */
export function directoryOf(plan: Plan, path: string): Directory | undefined {
  const tasks = entryTasks(plan);
  if (!tasks) return undefined;
  const body = /^(.{2,30}?)(?:责任单位)?(?:名录|机构设置|通讯录)/u.exec(
    nameText(plan.title?.text ?? ''),
  )?.[1];
  const entries = tasks.map((task, order) => entryOf(plan, task, order));
  return { path, body, entries, ...indexed(entries) };
}

/** A unit directory (责任单位名录): where units and persons are defined. */
export interface Directory {
  /** The document it was read from. */
  readonly path: string;
  /** The body whose directory it is, from its title: `某县教育局`. */
  readonly body: string | undefined;
  readonly entries: readonly Entry[];
  /** Entries by every name they go by, the first entry first. */
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  /** Entries by their names with and without a region: 澄溪县教育局, 县教育局, 教育局. */
  readonly byForm: ReadonlyMap<string, readonly Entry[]>;
  /** Groups by the names of their members (包括). */
  readonly byMember: ReadonlyMap<string, readonly Entry[]>;
}

/** One unit, person or group as a directory defines it. */
export interface Entry {
  /** The canonical name (全称), without inner spaces. */
  readonly name: string;
  readonly kind: PartyKind;
  readonly nameSpan: Span;
  /** From the number to the end of the entry. */
  readonly span: Span;
  /** Other names (简称、又称、曾用名). */
  readonly aliases: readonly Named[];
  /** Who heads the unit (负责人). */
  readonly heads: readonly Named[];
  /** The post of a person (职务), as written. */
  readonly post: string | undefined;
  /** Units that a person is in charge of (分管). */
  readonly inCharge: readonly Named[];
  /** The body above (上级). */
  readonly parents: readonly Named[];
  /** What a group is made of (包括). */
  readonly members: readonly Named[];
  /** Heading of the section it stands in, such as 局领导. */
  readonly section: string | undefined;
  /** Place among all entries; among leaders it is protocol order. */
  readonly order: number;
}

/** A name in a directory and where it stands there. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Every name that an entry goes by, its own first. */
export function namesOf(entry: Entry): readonly Named[] {
  return [{ name: entry.name, span: entry.nameSpan }, ...entry.aliases];
}

/** Names that an entry only mentions: its head, what it is in charge of, its parent, its members. */
export function mentionsOf(entry: Entry): readonly Named[] {
  return [...entry.heads, ...entry.inCharge, ...entry.parents, ...entry.members];
}

/** Names of one directory that more than one entry goes by, with the entries in order. */
export function doubles(
  directory: Directory,
): readonly (readonly [name: string, entries: readonly Entry[]])[] {
  return [...directory.byName].filter(([, entries]) => entries.length > 1);
}

const DIRECTORY_SECTION = /名录|機構名錄|通讯录/u;

function entryTasks(plan: Plan): readonly Task[] | undefined {
  if (plan.kind === 'directory') return plan.tasks;
  const sections = new Set<number>();
  plan.sections.forEach(({ title, parent }, index) => {
    if (DIRECTORY_SECTION.test(title) || (parent !== undefined && sections.has(parent))) sections.add(index);
  });
  if (sections.size === 0) return undefined;
  return plan.tasks.filter(({ section }) => section !== undefined && sections.has(section));
}

type Detail = 'alias' | 'head' | 'post' | 'charge' | 'parent' | 'member';

const DETAILS: readonly (readonly [Detail, RegExp])[] = [
  ['alias', /^(?:简称|又称|曾用名|别称|别名|原名|亦称|也称|全称)$/u],
  ['head', /^(?:主要)?(?:负责人|责任人|科长|股长|主任|校长|园长|站长)$/u],
  ['post', /^(?:职务|现任职务|岗位)$/u],
  ['charge', /^(?:分管|分管工作|分管科室|分管单位|主管|联系)$/u],
  ['parent', /^(?:上级|上级单位|主管部门|主管单位|隶属|隶属单位)$/u],
  ['member', /^(?:包括|成员|下辖|下设|成员单位)$/u],
];

const LEADERS = /领导|班子|負責人|负责人/u;

function entryOf(plan: Plan, task: Task, order: number): Entry {
  const found: Record<Detail, Named[]> = {
    alias: [],
    head: [],
    post: [],
    charge: [],
    parent: [],
    member: [],
  };
  for (const { detail, from, to, block } of detailsIn(plan, task)) {
    found[detail].push(...namedIn(plan, block, from, to, detail));
  }
  const name = nameText(task.title);
  const section = task.section === undefined ? undefined : plan.sections[task.section]?.title;
  return {
    name,
    kind: kindOf(name, section, found),
    nameSpan: task.titleSpan,
    span: task.span,
    aliases: found.alias,
    heads: found.head,
    post: found.post[0]?.name,
    inCharge: found.charge,
    parents: found.parent,
    members: found.member,
    section,
    order,
  };
}

function kindOf(name: string, section: string | undefined, found: Record<Detail, Named[]>): PartyKind {
  if (found.post.length + found.charge.length > 0) return 'person';
  if (found.member.length > 0 || isGroup(name)) return 'group';
  return LEADERS.test(section ?? '') && /^\p{Script=Han}{2,4}$/u.test(name) ? 'person' : 'unit';
}

interface DetailAt {
  readonly detail: Detail;
  readonly from: number;
  readonly to: number;
  readonly block: Block;
}

/** The labelled details of an entry: in its brackets, or on lines of their own below it. */
function detailsIn(plan: Plan, task: Task): DetailAt[] {
  const { start, end } = task.span;
  const text = plan.folded.slice(start, end);
  const block: Block = { text, span: task.span, offsets: undefined };
  const name = task.titleSpan.end - start;
  const inside = bracketsIn(text).filter((bracket) => bracket.from >= name);
  const stretches: (readonly [number, number])[] =
    inside.length > 0 ? inside.map((bracket) => [bracket.innerFrom, bracket.innerTo]) : [[name, text.length]];
  return stretches.flatMap(([from, to]) => labelled(text, from, to).map((one) => ({ ...one, block })));
}

/** `职务：局长；分管：办公室`: each value runs to the next label. */
function labelled(text: string, from: number, to: number): { detail: Detail; from: number; to: number }[] {
  const labels = [...text.slice(from, to).matchAll(DETAIL_LABEL)].map((match) => ({
    label: match[1] ?? '',
    at: from + match.index,
    valueFrom: from + match.index + match[0].length,
  }));
  return labels.flatMap(({ label, valueFrom }, i) => {
    const detail = DETAILS.find(([, pattern]) => pattern.test(label))?.[0];
    return detail ? [{ detail, from: valueFrom, to: labels[i + 1]?.at ?? to }] : [];
  });
}

/** A label after a separator, a line break or at the start. */
const DETAIL_LABEL = /(?<=^|[;,。\s])([\p{Script=Han}]{2,6})\s*:/gu;

function namedIn(plan: Plan, block: Block, from: number, to: number, detail: Detail): Named[] {
  let end = to;
  while (end > from && ';,。 \n\r'.includes(block.text[end - 1] ?? '')) end -= 1;
  if (detail !== 'post') {
    return partiesIn(plan.text, block, from, end, detail === 'head').map(({ name, span }) => ({
      name,
      span,
    }));
  }
  const span = { start: block.span.start + from, end: block.span.start + end };
  const post = plan.text.slice(span.start, span.end).trim();
  return post ? [{ name: post, span }] : [];
}

function indexed(entries: readonly Entry[]): Pick<Directory, 'byName' | 'byForm' | 'byMember'> {
  const [byName, byForm, byMember] = [new Map(), new Map(), new Map()];
  for (const entry of entries) {
    for (const { name } of namesOf(entry)) {
      put(byName, nameKey(name), entry);
      for (const form of nameForms(nameKey(name))) put(byForm, form, entry);
    }
    for (const { name } of entry.members) put(byMember, nameKey(name), entry);
  }
  return { byName, byForm, byMember };
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (!known) map.set(key, [entry]);
  else if (known.at(-1) !== entry) known.push(entry);
}

/** A name's key and what it is without the region that leads it: 澄溪县教育局 → 县教育局 → 教育局. */
export function nameForms(key: string): readonly string[] {
  const region = REGION.exec(key)?.[0];
  const below = region ? key.slice(region.length) : key;
  const bare = LEVEL.test(below) ? below.slice(1) : undefined;
  return [...new Set([key, below, ...(bare ? [bare] : [])])];
}

const REGION = /^[\p{Script=Han}]{1,6}?(?=[省市县区州旗镇乡][^省市县区州旗镇乡级直委政]{2})/u;
const LEVEL = /^[省市县区州旗镇乡](?=[^级直域场]{3})/u;

/** How names compare: without spaces, after NFKC, so that ⼯ equals 工 and （ equals (. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '');
}
