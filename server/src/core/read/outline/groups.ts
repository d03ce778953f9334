import { type Passage, saying } from '../../plan/block.ts';
import type { Field } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { unnumbered, unnumberedAt } from '../../text/known.ts';
import { numeralValue } from '../../text/numerals.ts';
import type { Item, Paragraph } from './item.ts';

/** Fields that stand once in a section and speak of all of it. */
export interface Groups {
  /** The sections whose introduction (`推动创业。（发展改革委牵头）`) says who does all that is numbered below it. */
  readonly introduced: ReadonlySet<Item>;
  /** The fields that stand behind the last item of a section and are its, and what is said of all or some in it; by item. */
  readonly fields: ReadonlyMap<Item, readonly Field[]>;
  /** The items behind which they stand, each without them. */
  readonly last: ReadonlyMap<Item, Item>;
}

/**
 * The sections whose label lines (`责任科室：…` ⏎ `完成时限：…`) or bracket on a line of its own stand once, behind their last
 * item: where every section beside does so, nothing else in them states the same, and they are no exception (`isUsual`).
 */
export function groupsIn(roots: readonly Item[]): Groups {
  const fields = new Map<Item, readonly Field[]>();
  const last = new Map<Item, Item>();
  for (let lists = [roots]; lists.length > 0; ) {
    const closed = lists.map(closedIn);
    const usual = new Set(flatMapped(closed, (one) => (one && isUsual(one) ? [one.style] : [])));
    lists = flatMapped(lists, (siblings, i) => {
      const one = closed[i];
      if (!one || !usual.has(one.style)) return siblings.map(({ children }) => children);
      for (const { section, stated } of one.several) {
        fields.set(section, stated.lines);
        last.set(stated.last, withoutClosers(stated.last));
      }
      return [];
    });
  }
  // A text without sections is one.
  const wholes = roots.some(({ kind }) => kind === 'section')
    ? sectionsIn(roots).map((section) => ({ ...section, heads: [section] }))
    : [{ said: [], children: roots, heads: roots }];
  const say = (items: readonly Item[], said: readonly Field[]) => {
    for (const item of items) fields.set(item, [...(fields.get(item) ?? []), ...said]);
  };
  for (const whole of wholes) {
    const runs = runsIn(whole.children);
    for (const { items, line } of runs)
      for (const item of items) {
        const own = new Set(statedIn(item).map(({ role }) => role));
        say(
          [item],
          line.fields.filter(({ role }) => !own.has(role)),
        );
      }
    for (const line of saidOf(whole)) {
      const { numbers } = line;
      if (runs.some((run) => run.line === line)) continue;
      const meant = numbers
        ? flatMapped(whole.children, tasksIn).filter(({ mark: { value } }) => numbers.includes(value))
        : whole.heads;
      say(meant, line.fields);
    }
  }
  return { introduced: introducedIn(roots), fields, last };
}

function sectionsIn(items: readonly Item[]): readonly Item[] {
  return flatMapped(items, (item) =>
    item.kind === 'section' ? [item, ...sectionsIn(item.children)] : sectionsIn(item.children),
  );
}

/** What stands at the head of a section of the tasks below, or behind its last item of those above. */
function saidOf(section: {
  readonly said: readonly Paragraph[];
  readonly children: readonly Item[];
}): readonly Paragraph[] {
  const said = section.said.filter(({ of }) => of === (section.children.length > 0 ? 'below' : 'above'));
  for (const child of section.children)
    if (child.kind !== 'section') said.push(...child.said.filter(({ numbers }) => numbers));
  for (let last = section.children.at(-1); last && last.kind !== 'section'; last = last.children.at(-1))
    said.push(...last.said.filter(speaksOfAll));
  return said;
}

/**
 * The tasks that lines between them speak of (`以上工作由…`): those above each, from the line before, or as many of these as it
 * says (以上两项). One behind all speaks of all.
 */
function runsIn(items: readonly Item[]): readonly Run[] {
  const lines = items.map((item) =>
    item.kind === 'section' ? undefined : (item.said.find(speaksOfAll) ?? saidLast(item.children)),
  );
  const runs: Run[] = [];
  if (!lines.some((line) => line)) return runs;
  // Behind the last lines that say who and by when, the last that was not understood, and the last task with an owner of its own.
  const ends = { owner: 0, deadline: 0, unread: 0, own: 0 };
  items.forEach((item, i) => {
    if (item.kind === 'section') return;
    const line = lines[i];
    if (!line) {
      if (item.body.some(({ block }) => opensAbove(block))) ends.unread = i + 1;
      if (statedIn(item).some(isOwner)) ends.own = i + 1;
      return;
    }
    const alike = Math.max(...line.fields.map((field) => ends[isOwner(field) ? 'owner' : 'deadline']));
    const count = countIn(line.block);
    // Behind the steps of a task it speaks of these, unless it is the last and says what none before it does.
    const closes = runs.length > 0 && alike === 0 && i === items.length - 1;
    const several = item.said.includes(line) ? count !== undefined || !isOfSteps(item, line) : closes;
    const behind = Math.max(
      alike,
      ends.unread,
      isGlued(item, line) && line.fields.some(isOwner) ? ends.own : 0,
    );
    const from = several ? Math.max(behind, i + 1 - (count ?? items.length)) : i;
    runs.push({ items: items.slice(from, i + 1), line });
    for (const field of line.fields) ends[isOwner(field) ? 'owner' : 'deadline'] = i + 1;
  });
  const [only] = runs;
  const last = items.at(-1);
  if (!only || runs.length > 1 || only.items.at(-1) !== last || countIn(only.line.block) !== undefined)
    return runs;
  return only.items.length === items.length || !last?.said.includes(only.line) ? [] : runs;
}

function isOwner({ role }: Field): boolean {
  return role !== 'deadline';
}

/** Whether a bracket at the end of a task's own line speaks of what stands in it: `铺设地面;安装路灯。(以上由…)`. */
function isOfSteps(item: Item, line: Paragraph): boolean {
  return isGlued(item, line) && listsSteps(item.paragraph.block);
}

function isGlued({ paragraph }: Item, { block }: Paragraph): boolean {
  return paragraph.block.span.end === block.span.start;
}

const listsSteps = saying(/;/u);
/** `(以上由总务处统筹)` */
const opensAbove = saying(/^\(?(?:以上|上述)/u);

/** What is said behind the last of some items. */
function saidLast(items: readonly Item[]): Paragraph | undefined {
  const last = items.at(-1);
  return last && (last.said.find(speaksOfAll) ?? saidLast(last.children));
}

function speaksOfAll({ of, numbers }: Paragraph): boolean {
  return of === 'above' && !numbers;
}

interface Run {
  readonly items: readonly Item[];
  readonly line: Paragraph;
}

const countIn = unnumbered(({ text }: Passage) => numeralValue(COUNT.exec(text)?.[1] ?? ''));
const COUNT = /^\(?(?:以上|上述)(\d{1,2}|[一二两三四五六七八九十]{1,3})[项条]/u;

/** Where two sections or more beside one another are introduced so, and nothing below states anything. */
function introducedIn(siblings: readonly Item[]): ReadonlySet<Item> {
  const found = new Set(flatMapped(siblings, ({ children }) => [...introducedIn(children)]));
  const alike = siblings.filter(
    ({ children, body }) =>
      children.length > 0 &&
      body.some(isSentence) &&
      children.every((child) => !statedIn(child).some(isFilled)),
  );
  if (alike.length > 1) for (const item of alike) found.add(item);
  return found;
}

/** Whether a paragraph says something before it says who does it, and does not say that it goes for what follows. */
export function isSentence({ block, fields }: Paragraph): boolean {
  const [first] = fields;
  return (
    first !== undefined && !speaksOn(block) && saysBefore(block, 0, first.holder.start - block.span.start)
  );
}

/** `（教育局负责，下同）` */
const speaksOn = saying(/下同|以下/u);
const saysBefore = unnumberedAt(({ text }: Passage, from, to) => HAN.test(text.slice(from, to)));
const HAN = /[々〇㐀-鿿𠀀-𲎯]/u;

/** Siblings of which every section states once who does all that is in it. */
interface Closed {
  readonly siblings: readonly Item[];
  /** Those that hold several items, at least one. */
  readonly several: readonly { readonly section: Item; readonly stated: Stated }[];
  /** How these are numbered. */
  readonly style: Item['mark']['style'];
}

function closedIn(siblings: readonly Item[]): Closed | undefined {
  const sections = flatMapped(siblings, (section) =>
    section.kind === 'section' && section.role === 'tasks' ? [{ section, stated: statedOnce(section) }] : [],
  );
  const several = flatMapped(sections, ({ section, stated }) =>
    stated && stated.items > 1 ? [{ section, stated }] : [],
  );
  const [first] = several;
  return first && sections.every(({ stated }) => stated)
    ? { siblings, several, style: first.section.mark.style }
    : undefined;
}

/** Whether two of some siblings are closed so, or one where all beside it are tasks that state the same of themselves. */
function isUsual({ siblings, several: [first, second] }: Closed): boolean {
  const tasks = siblings.filter(({ kind }) => kind === 'task');
  const states = (task: Item) =>
    statedIn(task).some((field) => first?.stated.lines.some(({ role }) => role === field.role));
  return second !== undefined || (first?.stated.isAlone === true && tasks.length > 0 && tasks.every(states));
}

/** What a section states once, behind the last of its tasks. */
interface Stated {
  readonly items: number;
  /** Whether nothing in it states anything else. */
  readonly isAlone: boolean;
  readonly last: Item;
  readonly lines: readonly Field[];
}

/** The lines behind the last task of a section, undefined where it has none or says the same elsewhere. */
function statedOnce(section: Item): Stated | undefined {
  const tasks = tasksIn(section);
  const last = tasks.at(-1);
  if (!last) return undefined;
  const lines = closersOf(last);
  const rest = [...tasks.slice(0, -1), withoutClosers(last)];
  const others = [...flatMapped(rest, statedIn), ...ownFields(section)];
  const isOnce = lines.length > 0 && !others.some(({ role }) => lines.some((line) => line.role === role));
  return isOnce ? { items: tasks.length, isAlone: others.length === 0, last, lines } : undefined;
}

/**
 * The label lines or brackets of each task of a section where they stand above their tasks; undefined where they stand
 * below, as nearly always. They stand above when the last task has none behind it but the heading and all others have.
 */
export function liftedLines(section: Item): ReadonlyMap<Item, readonly Field[]> | undefined {
  const tasks = section.children;
  const last = tasks.at(-1);
  if (!last || tasks.length < 2 || tasks.some((child) => child.kind !== 'task')) return undefined;
  const lines = [section, ...tasks].map(({ body }) => closersOf({ body, children: [] }));
  if (lines.at(-1)?.length !== 0 || lines.slice(0, -1).some((one) => one.length === 0)) return undefined;
  return new Map(tasks.map((task, i) => [task, lines[i] ?? []]));
}

/** What stands on lines of its own below an item. */
function closersOf({ body, children }: Pick<Item, 'body' | 'children'>): readonly Field[] {
  return [...flatMapped(body.filter(isCloser), ({ fields }) => fields), ...flatMapped(children, closersOf)];
}

/** An item without what stands on lines of its own in it. */
export function withoutClosers(item: Item): Item {
  return {
    ...item,
    body: item.body.filter((one) => !isCloser(one)),
    children: item.children.map(withoutClosers),
  };
}

/** Whether a paragraph is nothing but who does it and by when: label lines, or a bracket. */
export function isCloser(paragraph: Paragraph): boolean {
  const { block, fields } = paragraph;
  const last = fields.at(-1);
  if (!last || fields.every(({ placement }) => placement === 'line')) return last !== undefined;
  return last.holder.end >= block.span.end - 1 && !isSentence(paragraph);
}

function tasksIn(item: Item): readonly Item[] {
  return item.kind === 'task' ? [item] : flatMapped(item.children, tasksIn);
}

function statedIn(item: Item): readonly Field[] {
  return [...ownFields(item), ...flatMapped(item.children, statedIn)];
}

function ownFields({ paragraph, body }: Item): readonly Field[] {
  return flatMapped([paragraph, ...body], ({ fields }) => fields);
}

/** Whether a field names anybody or any day; an empty one waits to be filled in, and says nothing yet. */
function isFilled({ parties, deadline }: Field): boolean {
  return parties.length > 0 || deadline !== undefined;
}
