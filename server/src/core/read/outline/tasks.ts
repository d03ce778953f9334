import { offsetIn, type Passage, spanIn } from '../../plan/block.ts';
import type { Blanket, Deadline, Field, FieldRole, Party, Plan, Section, Task } from '../../plan/plan.ts';
import type { Due } from '../../text/dates/dues.ts';
import type { When } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { knowingAt } from '../../text/known.ts';
import { type Span, within } from '../../text/text.ts';
import type { PositionRule } from '../fields/position.ts';
import { timeIn } from '../fields/when.ts';
import { bulletWidth, unnumberedTasks } from './bullets.ts';
import { groupsIn, isSentence, liftedLines, withoutClosers } from './groups.ts';
import { headedFields, unlessEarlier } from './headed.ts';
import { headOf, isWithinSentence } from './headings.ts';
import { allParagraphs, endOf, type Item, numberSpan, type Paragraph, paragraphsOf } from './item.ts';
import { measuresOf } from './measures.ts';
import { taskRole } from './outline.ts';
import { sharedLabels, type TitleLabels, titleAt } from './titles.ts';

/** What the whole document says about its tasks. */
export interface TaskContext {
  readonly source: string;
  readonly year: number | undefined;
  /** The last year planned for, where there are several: 2028 of `2026—2028年`. */
  readonly lastYear: number | undefined;
  readonly turn: Plan['turn'];
  readonly blankets: readonly Blanket[];
  readonly leadByPosition: PositionRule | undefined;
  /** The fields of statements that say of themselves that they hold below too, by their holders: `…负责，下同`. */
  readonly goingOn: readonly Field[];
}

/** And of what they are called. */
interface Context extends TaskContext {
  /** What all tasks beside one another begin with, which names none of them. */
  readonly labels: TitleLabels;
  /** The periods that headings name. */
  readonly periods: ReadonlySet<Deadline | undefined>;
}

/** The sections and tasks of a document, in order, from its nested items. */
export function sectionsAndTasks(
  items: { readonly roots: readonly Item[]; readonly all: readonly Item[] },
  paragraphs: readonly Paragraph[],
  told: TaskContext,
): {
  readonly sections: readonly Section[];
  readonly tasks: readonly Task[];
  /** What headings say of who and when. */
  readonly headed: readonly Field[];
} {
  const headed = headedFields(items, told);
  const periods = new Set([...headed.values()].flat().map(({ deadline }) => deadline));
  const context = { ...told, labels: sharedLabels(items, headed), periods };
  const sections: Section[] = [];
  const tasks: Task[] = [];
  const lifted = new Map(
    items.all.filter((item) => item.kind === 'section').map((item) => [item, liftedLines(item)]),
  );
  const groups = groupsIn(items.roots);
  const indexes = new Map<Item, number>();
  // What the sentences of each section say by when, where it holds tasks.
  const dues: (readonly Deadline[])[] = [];
  for (const item of items.all) {
    if (item.kind === 'measure') continue;
    const parent = item.parent && indexes.get(item.parent);
    if (item.kind === 'section') {
      indexes.set(item, sections.length);
      const lends = groups.introduced.has(item);
      const spread = lends ? [] : spreadOf(item);
      const lending = lifted.get(item) ? withoutClosers(item) : item;
      const lent = item.spreads ? [] : [...lentBy(lending, lends), ...(groups.fields.get(item) ?? [])];
      const section = sectionOf(item, parent, lent);
      sections.push({ ...section, fields: [...section.fields, ...(headed.get(item) ?? [])] });
      const own = item.role === 'tasks' && !item.spreads ? proseDeadlines(paragraphsOf(item), context) : [];
      dues.push(own.length > 0 || parent === undefined ? own : (dues[parent] ?? []));
      const above = inherited(sections.length - 1, sections);
      const role = taskRole(item.role);
      for (const one of spread)
        tasks.push(unnumbered(one, sections.length - 1, role, item.part, above, context));
    } else if (groups.last.has(item)) {
      const own = groups.last.get(item) ?? item;
      tasks.push(taskOf(own, parent, fieldsOf(own), inherited(parent, sections), context));
    } else {
      const lines = item.parent && lifted.get(item.parent)?.get(item);
      const bare = lines ? withoutClosers(item) : item;
      const own = [...(lines ?? []), ...fieldsOf(bare), ...(headed.get(item) ?? [])];
      const lent = [...(groups.fields.get(item) ?? []), ...inherited(parent, sections)];
      const task = taskOf(bare, parent, own, lent, context);
      const above = parent === undefined ? undefined : dues[parent];
      tasks.push(above && isUndated(task) ? { ...task, proseDeadlines: above } : task);
    }
  }
  // A text without any heading may still state owners, paragraph by paragraph.
  if (items.all.length === 0) {
    for (const one of unnumberedTasks(paragraphs))
      tasks.push(unnumbered(one, undefined, 'task', 0, [], context));
  }
  return { sections, tasks, headed: [...headed.values()].flat() };
}

/** Whether a task says nothing of its time: the sentence of the item above it may. */
function isUndated({ deadline, proseDeadlines: own, role }: Task): boolean {
  return role === 'task' && deadline === undefined && own.length === 0;
}

function sectionOf(item: Item, parent: number | undefined, own: readonly Field[]): Section {
  const { block, fields } = item.paragraph;
  const head = headOf(block, item.mark.bodyFrom, fields, item.mark.style);
  return {
    number: numberOf(item),
    numberSpan: numberSpan(item),
    title: head.title,
    titleSpan: spanIn(block, head.from, head.to),
    level: item.level,
    role: item.role,
    parent,
    span: { start: startOf(item), end: endOf(item) },
    fields: own,
  };
}

/** The number of an item as written; folding made 参 of 參. */
function numberOf({ mark, paragraph: { block } }: Item): string {
  return mark.style === 'formal' ? block.raw.slice(mark.from, mark.to) : mark.number;
}

/** The unnumbered tasks that stand under a heading of their own, or between it and the numbered ones. */
function spreadOf(item: Item): readonly (readonly Paragraph[])[] {
  if (item.spreads) return unnumberedTasks(item.body);
  return item.children.length > 0 ? item.body.filter(isSentence).map((one) => [one]) : [];
}

/** What a section lends to all tasks in it: a bracket or a line under its heading, a sentence only where it introduces them. */
function lentBy({ paragraph, body, children }: Item, introduced: boolean): readonly Field[] {
  const lending = children.length > 0 && !introduced ? body.filter((one) => !isSentence(one)) : body;
  return flatMapped([paragraph, ...lending], ({ fields }) => fields);
}

/** The fields of an item's own paragraphs and, for a task, of its measures; a section's are inherited. */
function fieldsOf(item: Item): readonly Field[] {
  const own = flatMapped(paragraphsOf(item), (paragraph) => paragraph.fields);
  return item.kind === 'section' ? own : [...own, ...flatMapped(item.children, fieldsOf)];
}

/** Where an item begins: at its number, or at the bracket that opens before it. */
function startOf({ paragraph, mark }: Item): number {
  const { block } = paragraph;
  const opener = mark.from === 0 ? undefined : openerBefore(block, mark.from, mark.to);
  return offsetIn(block, opener ?? mark.from);
}

/** Index of the bracket that opens before the number between two indexes, if one does. */
const openerBefore = knowingAt(({ text }: Passage, from: number, _to: number) => {
  let at = from;
  while (text[at - 1] === ' ') at -= 1;
  return '([〔'.includes(text[at - 1] ?? ' ') ? at - 1 : undefined;
});

/** Fields of the enclosing sections, the nearest first. */
function inherited(section: number | undefined, sections: readonly Section[]): readonly Field[] {
  const fields: Field[] = [];
  for (let at = section; at !== undefined; at = sections[at]?.parent)
    fields.push(...(sections[at]?.fields ?? []));
  return fields;
}

function taskOf(
  item: Item,
  section: number | undefined,
  fields: readonly Field[],
  above: readonly Field[],
  context: Context,
): Task {
  const span = { start: startOf(item), end: endOf(item) };
  const role = taskRole(item.role);
  const stated = orGoingOn(fields, above, span, role, context);
  const own = proseDeadlines(allParagraphs(item), context);
  const deadline = lastIn(fields, item) ?? deadlineIn(fields) ?? deadlineIn(stated);
  return {
    number: numberOf(item),
    style: item.mark.style,
    part: item.part,
    numberSpan: numberSpan(item),
    ...titleAt(item.paragraph, item.mark.bodyFrom, context.labels),
    span,
    section,
    role,
    fields,
    ...owners(fields, stated, blanketsFor(role, span, context), context),
    deadline: unlessEarlier(deadline, own, context.periods),
    proseDeadlines: own,
    measures: measuresOf(item),
  };
}

/** What stands above a task or, where nobody is named in either, the last statement before it that goes on below. */
function orGoingOn(
  own: readonly Field[],
  above: readonly Field[],
  span: Span,
  role: Task['role'],
  { goingOn }: TaskContext,
): readonly Field[] {
  if (role !== 'task' || [...own, ...above].some(({ parties }) => parties.length > 0)) return above;
  const before = goingOn.filter(({ holder }) => holder.end <= span.start);
  return [...above, ...before.filter(({ holder }) => holder.start === before.at(-1)?.holder.start)];
}

/** The blanket clauses that stand before a task: they speak of tasks alone. */
function blanketsFor(role: Task['role'], span: Span, { blankets }: TaskContext): readonly Blanket[] {
  return role === 'task' ? blankets.filter((one) => one.span.end <= span.start) : [];
}

function unnumbered(
  paragraphs: readonly Paragraph[],
  section: number | undefined,
  role: Task['role'],
  part: number,
  above: readonly Field[],
  context: Context,
): Task {
  const [first] = paragraphs;
  const fields = flatMapped(paragraphs, (one) => one.fields);
  const start = first?.block.span.start ?? 0;
  const span = { start, end: paragraphs.at(-1)?.block.span.end ?? start };
  const stated = orGoingOn(fields, above, span, role, context);
  const own = proseDeadlines(paragraphs, context);
  return {
    number: '',
    style: 'bare',
    part,
    numberSpan: { start, end: start },
    ...(first ? titleAt(first, bulletWidth(first.block), context.labels) : { title: '', titleSpan: span }),
    span,
    section,
    role,
    fields,
    ...owners(fields, stated, blanketsFor(role, span, context), context),
    deadline: unlessEarlier(deadlineIn(fields) ?? deadlineIn(stated), own, context.periods),
    proseDeadlines: own,
    measures: [],
  };
}

type Owners = Pick<Task, 'leads' | 'units' | 'support'>;

/** Who leads, answers and supports: own, else inherited by role, with what blanket clauses add. */
function owners(
  own: readonly Field[],
  above: readonly Field[],
  blankets: readonly Blanket[],
  context: TaskContext,
): Owners {
  const named = (role: FieldRole): readonly Party[] => {
    const stated = partiesOf(own, role);
    const added = flatMapped(blankets, (blanket) => (blanket.role === role ? blanket.parties : NO_PARTIES));
    return unique([...(stated.length > 0 ? stated : partiesOf(above, role)), ...added]);
  };
  const [leads, units, support] = [named('lead'), named('unit'), named('support')];
  const rule = context.leadByPosition;
  // It says which body leads; persons may beside it: 责任领导.
  if (!rule || leads.some(({ kind }) => kind !== 'person')) return { leads, units, support };
  const answering = (fields: readonly Field[]) =>
    fields.filter(({ role, parties }) => role === 'unit' && parties.length > 0);
  const stated = answering(own);
  const ruled = (stated.length > 0 ? stated : answering(above)).filter(
    ({ holder }) => holder.end >= rule.span.start || rule.by.length === 1,
  );
  const leading = flatMapped(ruled, (field) => leadingIn(field, rule, context.source));
  const all = unique([...leads, ...leading]);
  const others = units.filter((unit) => !leading.some(({ name }) => name === unit.name));
  return rule.rest === 'support' && leading.length > 0
    ? { leads: all, units: [], support: unique([...others, ...support]) }
    : { leads: all, units: others, support };
}

/** Who leads where the place in the list says so; a list without a comma leads as a whole where the comma decides. */
function leadingIn(field: Field, { by }: PositionRule, source: string): readonly Party[] {
  if (by === 'first') return field.parties.slice(0, 1);
  if (by !== 'comma') return field.parties.filter(({ span }) => isMarked(source, span, by));
  const list = source.slice(field.value.start, field.value.end);
  const comma = list.replace(IN_BRACKETS, (words) => ' '.repeat(words.length)).search(/[，,]/u);
  if (comma < 0) return field.parties;
  return field.parties.filter((party) => party.span.end <= field.value.start + comma);
}

/** Whether a mark stands beside a name: `县商务局※`, `★县商务局`; `**` is bold. */
function isMarked(source: string, { start, end }: Span, mark: string): boolean {
  const isOne = (at: number, next: number) => source[at] === mark && source[next] !== mark;
  return isOne(end, end + 1) || isOne(start - 1, start - 2);
}

const IN_BRACKETS = /[（(〔[【][^（(〔[【）)〕\]】]*[）)〕\]】]/gu;

function partiesOf(fields: readonly Field[], role: FieldRole): readonly Party[] {
  return flatMapped(fields, (field) => (field.role === role ? field.parties : NO_PARTIES));
}

const NO_PARTIES: readonly Party[] = [];

function unique(parties: readonly Party[]): readonly Party[] {
  if (parties.length < 2) return parties;
  const seen = new Set<string>();
  return parties.filter((party) => !seen.has(party.name) && seen.add(party.name));
}

/** The first deadline that names a day, else the first: 持续实施 of one measure does not hide the day of another. */
function deadlineIn(fields: readonly Field[]): Deadline | undefined {
  const stated = flatMapped(fields, ({ deadline }) => deadline ?? []);
  return stated.find(({ end, problem }) => end !== undefined || problem === 'impossible') ?? stated[0];
}

/**
 * The last day of several measures, each with its bracket: `一是立项。（规划科，3月底前）二是开工。（项目办，9月底前）`;
 * or with its lines, where they stand below numbers and the task has none: `（1）立项。` ⏎ `完成时间：3月底前`; or of merged rows.
 */
function lastIn(fields: readonly Field[], item: Item): Deadline | undefined {
  const [first] = item.children;
  const isOpen = first && !deadlineIn(flatMapped(paragraphsOf(item), (one) => one.fields));
  const from = isOpen ? startOf(first) : Number.POSITIVE_INFINITY;
  const several = item.body.some(({ row }) => row) ? /bracket|clause|cell/u : /bracket|clause/u;
  const dated = fields.filter(
    ({ deadline, placement, holder }) => deadline?.end && (several.test(placement) || holder.start >= from),
  );
  if (dated.every(({ holder }) => holder.start === dated[0]?.holder.start)) return undefined;
  return dated
    .map(({ deadline }) => deadline)
    .reduce((last, one) => ((one?.end ?? '') > (last?.end ?? '') ? one : last));
}

function proseDeadlines(paragraphs: readonly Paragraph[], context: TaskContext): Deadline[] {
  return flatMapped(paragraphs, ({ block, fields, dues }): readonly Deadline[] => {
    if (dues.length === 0) return NO_DEADLINES;
    const held = within(flatMapped(fields, (field) => (isWithinSentence(block, field) ? [] : field.holder)));
    return flatMapped(dues, ({ start, end, holds }) => {
      const { when } = timeIn(block, start, end, context);
      const span = spanIn(block, start, end);
      if (!when || held(span.start) || !isDue(when, holds, context)) return [];
      return [{ ...when, text: context.source.slice(span.start, span.end).replace(/[\r\n]\s*/gu, ''), span }];
    });
  });
}

const NO_DEADLINES: readonly Deadline[] = [];

/** Whether a day that prose names is one of the years by which its words are a deadline. */
function isDue({ end }: When, holds: Due['holds'], { year, lastYear }: TaskContext): boolean {
  if (holds === 'own') return [year, lastYear].some((one) => one !== undefined && end === `${one}-12-31`);
  return holds === 'any' || end === undefined || year === undefined || end >= `${year}`;
}
