import { type Field, type FieldRole, type Plan, textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { lazily, once, remembered } from '../../text/memo.ts';

/** How a document writes its fields: each thing as most of them have it. */
export interface FieldStyle {
  /** The label of each role as written, undefined where the document has none. */
  readonly labels: ByRole<string | undefined>;
  /** How many labels of each role there are. */
  readonly counts: ByRole<number>;
  /** All roles in the order in which their fields follow one another. */
  readonly order: readonly FieldRole[];
  /** Where the fields of each role stand. */
  readonly places: ByRole<StubPlace | undefined>;
  /** Where fields stand, whatever their role. */
  readonly place: StubPlace | undefined;
  /** `：` or `:`. */
  readonly colon: string;
  readonly bracket: BracketStyle;
  readonly line: LineStyle;
}

export type ByRole<T> = Readonly<Record<FieldRole, T>>;

/** In a bracket, at the head of a line, in the text after a sentence, or in a table. */
export type StubPlace = 'bracket' | 'line' | 'inline' | 'cell';

export interface BracketStyle {
  readonly open: string;
  readonly close: string;
  /** What parts two fields: `；`, `，`, or `）（` where each has its own bracket; undefined where none shows it. */
  readonly join: string | undefined;
  /** Space between a task's words and the bracket: mostly none. */
  readonly lead: string;
  /** Whether the bracket stands before the `。` of the task and not after it. */
  readonly beforeStop: boolean;
}

export interface LineStyle {
  /** Line ends and indent between the text above and a field line. */
  readonly lead: string;
  /** What parts two fields that follow each other: as `lead`, or what stands between two on one line. */
  readonly join: string;
  /** Whether the lines stand above their task. */
  readonly above: boolean;
}

/**
 * Reads the style off the fields of tasks and sections: a `主办单位` at the foot of a web page is no model, and neither is what
 * is said of the whole, `一、实施时间：…`. Each part of it is read when it is asked for.
 */
export const fieldStyleOf = remembered((plan: Plan): FieldStyle => {
  const held = flatMapped([...plan.sections, ...plan.tasks], ({ role, fields }) =>
    role === 'guidance' ? [] : fields,
  );
  const ofRole = (role: FieldRole) => held.filter((field) => field.role === role);
  const fields = once(() => held.map((field, i) => placed(plan, field, held[i - 1])));
  const standing = (place: StubPlace) => fields().filter((field) => field.place === place);
  const placesOf = (role: FieldRole) =>
    flatMapped(fields(), ({ field, place }) => (field.role === role ? place : []));
  return lazily<FieldStyle>({
    labels: () => byRole((role) => most(ofRole(role).map(({ label }) => label?.text))),
    counts: () => byRole((role) => ofRole(role).filter(({ label }) => label).length),
    order: () => orderIn(plan),
    places: () => byRole((role) => most(placesOf(role))),
    place: () => most(fields().map((field) => field.place)),
    colon: () => most(held.map((field) => colonOf(plan, field))) ?? '：',
    bracket: () => bracketStyleOf(plan, standing('bracket')),
    line: () => lineStyleOf(plan, standing('line')),
  });
});

/** Where a stub beside `field` has to stand; an owner clause stands in a bracket. */
export function placeOf(plan: Plan, field: Field): StubPlace {
  if (field.placement !== 'clause') return field.placement;
  return textIn(plan, field.holder.start, field.holder.start + 1) in CLOSING ? 'bracket' : 'inline';
}

/** The run of spaces and line ends before `offset`. */
export function spaceBefore(plan: Plan, offset: number): string {
  let start = offset;
  while (start > 0 && SPACE.test(textIn(plan, start - 1, start))) start -= 1;
  return textIn(plan, start, offset);
}

/** What parts the label at `offset` from the field before it: a separator, `）（` or space. */
export function joinBefore(plan: Plan, offset: number): string {
  const before = textIn(plan, Math.max(0, offset - 6), offset);
  return JOIN.exec(before)?.[0] ?? (spaceBefore(plan, offset) || '；');
}

/** Whether `character` ends a sentence or a clause of its own. */
export function isStop(character: string): boolean {
  return STOP.test(character);
}

/** Whether `space` has a line end in it. */
export function hasLineEnd(space: string): boolean {
  return LINE_END.test(space);
}

const SPACE = /\s/u;
const STOP = /[。！？!?；;]/u;
const LINE_END = /[\n\r]/u;
const COLON = /[：:]/u;
/** `；` `， ` `）（` at the end of what stands before a label. */
const JOIN = /(?:[；;，,、。]|[)）\]】〕][ \u3000]{0,2}[(（[【〔])[ \u3000]{0,2}$/u;
const CLOSING: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '〔': '〕',
  '[': ']',
  '【': '】',
  '［': '］',
};
/** In the order in which fields mostly stand. */
const ROLES: readonly FieldRole[] = ['lead', 'unit', 'support', 'deadline'];

/** A field, where it stands, and what it has to do with the field before it. */
interface Placed {
  readonly field: Field;
  readonly place: StubPlace;
  /** Whether it shares its bracket or line with the field before it. */
  readonly shared: boolean;
  /** Whether its bracket follows that of the field before it at once. */
  readonly adjoining: boolean;
}

function placed(plan: Plan, field: Field, previous: Field | undefined): Placed {
  return {
    field,
    place: placeOf(plan, field),
    shared: previous?.holder.start === field.holder.start,
    adjoining: previous?.holder.end === field.holder.start,
  };
}

function colonOf(plan: Plan, { label, placement }: Field): string | undefined {
  if (!label || placement === 'cell') return undefined;
  return COLON.exec(textIn(plan, label.span.end, label.span.end + 3))?.[0];
}

function bracketStyleOf(plan: Plan, fields: readonly Placed[]): BracketStyle {
  const holders = fields.filter(({ shared }) => !shared).map(({ field }) => field.holder);
  const joins = fields.map(({ field: { label }, shared, adjoining }) => {
    if (!label || (!shared && !adjoining)) return undefined;
    return joinBefore(plan, label.span.start);
  });
  const stops = holders.map(({ start, end }) => {
    if (isStop(textIn(plan, start - 1, start))) return 'after';
    return isStop(textIn(plan, end, end + 1)) ? 'before' : undefined;
  });
  const open = most(holders.map(({ start }) => textIn(plan, start, start + 1))) ?? '（';
  return {
    open,
    close: CLOSING[open] ?? '）',
    join: most(joins),
    lead: most(holders.map(({ start }) => spaceBefore(plan, start))) ?? '',
    beforeStop: most(stops) === 'before',
  };
}

function lineStyleOf(plan: Plan, fields: readonly Placed[]): LineStyle {
  const heads = flatMapped(fields, ({ field: { label }, shared }) =>
    label ? { at: label.span.start, shared } : [],
  );
  const leads = heads.map(({ at }) => spaceBefore(plan, at));
  const joins = flatMapped(heads, ({ at, shared }) => (shared ? joinBefore(plan, at) : []));
  const lead = most(leads.filter(hasLineEnd)) ?? '\n';
  // Half of the lines or more hold a second field.
  const follow = joins.length * 2 >= heads.length - joins.length ? most(joins) : undefined;
  return { lead, join: follow ?? lead, above: standAbove(plan) };
}

/** As practice has it, but for neighbours of which most tasks with both write the later one first. */
function orderIn({ tasks }: Plan): readonly FieldRole[] {
  const firsts = flatMapped(tasks, ({ fields }) => {
    if (fields.length < 2) return [];
    return byRole((role) => fields.findIndex((field) => field.role === role));
  });
  const before = (a: FieldRole, b: FieldRole) =>
    firsts.filter((first) => first[a] >= 0 && first[a] < first[b]).length;
  const order: FieldRole[] = [];
  for (const role of ROLES) {
    let at = order.length;
    for (let i = order.length - 1; i >= 0; i -= 1) {
      const other = order[i];
      if (other && before(role, other) > before(other, role)) at = i;
    }
    order.splice(at, 0, role);
  }
  return order;
}

function standAbove({ tasks }: Plan): boolean {
  let above = 0;
  let below = 0;
  for (const { fields, titleSpan } of tasks) {
    const line = fields.find(({ placement }) => placement === 'line');
    if (!line) continue;
    if (line.holder.end <= titleSpan.start) above += 1;
    else below += 1;
  }
  return above > below;
}

function byRole<T>(of: (role: FieldRole) => T): ByRole<T> {
  return { lead: of('lead'), unit: of('unit'), support: of('support'), deadline: of('deadline') };
}

/** The most frequent of `values`, the first of several that are; undefined ones do not count. */
function most<T extends string>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
