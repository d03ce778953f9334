import { type Change, changeFrom, Mover } from '../text/change.ts';
import type { Known } from '../text/known.ts';
import type { Rope } from '../text/rope.ts';
import { withoutStops } from '../text/stops.ts';
import type { Span } from '../text/text.ts';
import { touch } from '../text/watched.ts';
import { type Block, type Passage, WatchedBlock } from './block.ts';
import { citationOf, citedFrom, citing } from './citing.ts';
import type { Blanket, Deadline, Field, Measure, Metadata, Party, Plan, Section, Task } from './plan.ts';
import { keepTexts, type Texts, textsOf } from './texts.ts';

/**
 * `plan` after a change inside of the paragraph `changed`, whose words are `words` then, where that changes nothing but
 * where all stands; undefined where a place or words that the plan cites are touched.
 */
export function moved(
  plan: Plan,
  change: Change,
  texts: Texts,
  changed: Block,
  words: Passage,
): Plan | undefined {
  const known = textsOf(plan);
  if (!known) return undefined;
  const mover = new Mover(change);
  const moving = places(mover, known.text, texts.text, new Titles(mover, changed, words));
  moving.near(plan);
  const spans = (list: readonly Span[]) => mover.each(list, (span) => mover.span(span));
  const said = <W extends { readonly span: Span }>(one: W) => mover.said(one);
  const maybe = <W extends { readonly span: Span }>(one: W | undefined) => one && mover.said(one);
  const others: WithoutLists = {
    kind: plan.kind,
    year: plan.year,
    turn: plan.turn,
    lineStarts: texts.text.lineStarts,
    blocks: mover.each(plan.blocks, (block) => {
      if (block !== changed) return movedBlock(block, mover);
      return new WatchedBlock(words, mover.span(block.span));
    }),
    title: maybe(plan.title),
    documentNumber: maybe(plan.documentNumber),
    issuers: mover.each(plan.issuers, said),
    recipients: maybe(plan.recipients),
    date: maybe(plan.date),
    metadata: mover.each(plan.metadata, (one): Metadata => {
      const [label, value] = [said(one.label), said(one.value)];
      return label === one.label && value === one.value ? one : { label, value };
    }),
    noise: spans(plan.noise),
    preamble: plan.preamble && mover.span(plan.preamble),
    blankets: mover.each(plan.blankets, (blanket): Blanket => {
      const { span, ...more } = said(blanket);
      const named = mover.each(more.parties, moving.party);
      return span === blanket.span && named === blanket.parties ? blanket : { ...more, span, parties: named };
    }),
    leadByPosition: plan.leadByPosition && said({ span: plan.leadByPosition }).span,
    doubtful: spans(plan.doubtful),
  };
  if (mover.lost) return undefined;
  const now = planOf(others, movedLists(plan, moving), texts);
  const steps = (origins.get(plan)?.steps ?? 0) + 1;
  if (steps <= MOST_STEPS) {
    const inWords = new Mover(changeFrom(changed.span.start, change));
    origins.set(now, { before: plan, change, words: [changed.known, words], inWords, steps });
  }
  return now;
}

/** The plan that one was moved from, and the change that moved it; undefined for one that was read. */
export function originOf(plan: Plan): Origin | undefined {
  return origins.get(plan);
}

/** Says that of the plans before `plan` only the last is asked for. */
export function settle(plan: Plan): void {
  const before = origins.get(plan)?.before;
  if (before) origins.delete(before);
}

export interface Origin {
  readonly before: Plan;
  readonly change: Change;
  /** What is known of the words that changed, and what they are now. */
  readonly words: readonly [before: Known, after: Passage];
  /** The change as one of these words. */
  readonly inWords: Mover;
  /** How many plans are kept before this one. */
  readonly steps: number;
}

const origins = new WeakMap<Plan, Origin>();
/** Each keeps what differs from the next. */
const MOST_STEPS = 8;

/** A plan that notes where its text is read. */
export function watchedPlan(read: Omit<Plan, 'text' | 'folded'>, texts: Texts): Plan {
  const { sections, tasks, fields, ...others } = read;
  return planOf(others, { sections, tasks, fields }, texts);
}

function planOf(others: WithoutLists, lists: Lists, texts: Texts): Plan {
  const plan = {
    get text() {
      touch();
      return texts.text.text;
    },
    get folded() {
      touch();
      return texts.folded.text;
    },
    get sections() {
      return lists.sections;
    },
    get tasks() {
      return lists.tasks;
    },
    get fields() {
      return lists.fields;
    },
    ...others,
  };
  keepTexts(plan, texts);
  return plan;
}

type Lists = Pick<Plan, 'sections' | 'tasks' | 'fields'>;
type WithoutLists = Omit<Plan, 'text' | 'folded' | keyof Lists>;

/** The long lists of a plan that was moved, which are moved when they are asked for: what is taken back soon needs none. */
function movedLists(lists: Lists, move: Moves): Lists {
  const sections = whenAsked(lists.sections, move.sections);
  const tasks = whenAsked(lists.tasks, move.tasks);
  const fields = whenAsked(lists.fields, move.fields);
  return {
    get sections() {
      return sections();
    },
    get tasks() {
      return tasks();
    },
    get fields() {
      return fields();
    },
  };
}

type Move<T> = (list: readonly T[]) => readonly T[];

interface Moves {
  readonly sections: Move<Section>;
  readonly tasks: Move<Task>;
  readonly fields: Move<Field>;
}

function whenAsked<T>(list: readonly T[], move: Move<T>): () => readonly T[] {
  let [here, then]: [readonly T[], Move<T> | undefined] = [list, move];
  return () => {
    if (then) here = then(here);
    // What it was moved from is kept alive no longer.
    then = undefined;
    return here;
  };
}

function movedBlock(block: Block, mover: Mover): Block {
  const span = mover.span(block.span);
  if (span === block.span) return block;
  if (mover.inside(block.span)) mover.lost = true;
  if (block instanceof WatchedBlock) return new WatchedBlock(block.words, span);
  const offsets = block.offsets?.map((offset) => mover.offset(offset) ?? offset);
  return { ...block, span, offsets };
}

/** Functions that move sections, tasks and fields; a field, party or deadline that several of them hold stays one. */
function places(mover: Mover, before: Rope, after: Rope, titles: Titles) {
  const { meets } = mover;
  const isNear = ({ span }: { readonly span: Span }) => meets(span);
  const party = perObject((one: Party) => mover.said(one));
  const deadline = perObject((one: Deadline) => mover.said(one));
  const field = perObject((one: Field): Field => {
    const [label, value, holder] = [
      one.label && mover.said(one.label),
      mover.span(one.value),
      mover.span(one.holder),
    ];
    if (mover.inside(one.holder)) mover.lost = true;
    const who = mover.each(one.parties, party);
    const when = one.deadline && deadline(one.deadline);
    if (holder === one.holder && value === one.value && who === one.parties && when === one.deadline)
      return one;
    const { role, placement } = one;
    return { role, label, value, holder, placement, parties: who, deadline: when };
  });
  const fields = (list: readonly Field[]) => mover.each(list, field);
  const section = (one: Section): Section => {
    const span = mover.span(one.span);
    const own = fields(one.fields);
    if (span === one.span && own === one.fields) return one;
    if (mover.inside(one.numberSpan)) mover.lost = true;
    const titleSpan = mover.span(one.titleSpan);
    const { number, level, role, parent } = one;
    const numberSpan = mover.span(one.numberSpan);
    return titles.moved(one, { number, numberSpan, titleSpan, level, role, parent, span, fields: own });
  };
  const task = (one: Task): Task => {
    const span = mover.span(one.span);
    const own = fields(one.fields);
    const leads = mover.each(one.leads, party);
    const units = mover.each(one.units, party);
    const support = mover.each(one.support, party);
    const due = one.deadline && deadline(one.deadline);
    const proseDeadlines = mover.each(one.proseDeadlines, deadline);
    const same =
      span === one.span &&
      own === one.fields &&
      leads === one.leads &&
      units === one.units &&
      support === one.support &&
      due === one.deadline &&
      proseDeadlines === one.proseDeadlines;
    if (same) return one;
    if (mover.inside(one.numberSpan)) mover.lost = true;
    const titleSpan = mover.span(one.titleSpan);
    return titles.moved(one, {
      number: one.number,
      style: one.style,
      part: one.part,
      numberSpan: mover.span(one.numberSpan),
      titleSpan,
      span,
      section: one.section,
      role: one.role,
      fields: own,
      leads,
      units,
      support,
      deadline: due,
      proseDeadlines,
      measures: mover.each(one.measures, (measure) => movedMeasure(measure, mover, before, after)),
    });
  };
  return {
    party,
    fields,
    sections: (list: readonly Section[]) => mover.each(list, section),
    tasks: (list: readonly Task[]) => mover.each(list, task),
    /** Moves those alone that the change may touch, to see whether it does. */
    near({ sections, tasks, fields: all }: Lists): void {
      for (const one of sections) if (meets(one.span)) section(one);
      for (const one of tasks) if (meets(one.span) || one.proseDeadlines.some(isNear)) task(one);
      for (const one of all) {
        const { label, holder, value, parties, deadline: due } = one;
        const here = meets(holder) || meets(value) || (label !== undefined && meets(label.span));
        if (here || parties.some(isNear) || (due !== undefined && meets(due.span))) field(one);
      }
    },
  };
}

/** Moves what titles were cited from: that of the paragraph which changed is cited anew. */
class Titles {
  readonly #mover: Mover;
  readonly #changed: Block;
  readonly #words: Passage;

  constructor(mover: Mover, changed: Block, words: Passage) {
    this.#mover = mover;
    this.#changed = changed;
    this.#words = words;
  }

  /** `now` with the title of `before`. */
  moved<Item extends Section | Task>(before: Item, now: Omit<Item, 'title'>): Item {
    const citation = citationOf(before);
    const inside = this.#mover.inside(before.titleSpan);
    if (!citation) {
      if (inside) this.#mover.lost = true;
      return { ...now, title: before.title } as Item;
    }
    const span: Span = now.titleSpan;
    if (citation.words.known !== this.#changed.known || !this.#holds(span)) return citing(now, citation);
    const start = span.start - this.#changed.span.start;
    const stretch = { start, end: start + span.end - span.start };
    const title = inside ? citedFrom(this.#words, stretch.start, stretch.end) : citation.title;
    return citing(now, { words: this.#words, stretch, title });
  }

  /** Whether the paragraph that changed holds a span; others may have had the same words. */
  #holds({ start }: Span): boolean {
    const { span } = this.#changed;
    return start >= span.start && start < span.start + this.#words.text.length;
  }
}

/** A measure cites the words of its span behind its number, without the marks at their end. */
function movedMeasure(one: Measure, mover: Mover, before: Rope, after: Rope): Measure {
  const span = mover.span(one.span);
  if (span === one.span) return one;
  if (!mover.inside(one.span)) return { ...one, span };
  const all = before.slice(one.span.start, one.span.end);
  const at = all.indexOf(one.text);
  const start = one.span.start + at;
  const words = { start, end: start + one.text.length };
  // Words that stand there twice, or are not written on end, cannot be told from their surroundings.
  if (at < 0 || !mover.inside(words) || all.lastIndexOf(one.text) > at) mover.lost = true;
  const now = mover.span(words);
  return { number: one.number, text: withoutStops(after.slice(now.start, now.end)), span };
}

/** A function that gives the same for the same object. */
function perObject<T extends object>(make: (one: T) => T): (one: T) => T {
  const known = new Map<T, T>();
  return (one) => {
    const found = known.get(one);
    if (found) return found;
    const made = make(one);
    if (made !== one) known.set(one, made);
    return made;
  };
}
