/**
 * The room `plan`: the model of a work plan, and what can be asked of it. It knows nothing of how one is read.
 */

import type { Precision } from '../text/dates.ts';
import type { Span, Words } from '../text/text.ts';
import { noting, type Reads, run } from '../text/watched.ts';
import { type Block, blockAt } from './block.ts';
import { textsOf } from './texts.ts';

/** A work plan (工作计划) as it was read: a value computed from one string, never changed afterwards. */
export interface Plan {
  /** The text as given. */
  readonly text: string;
  /** `text` with full-width and compatibility forms narrowed, of the same length: what patterns run on. */
  readonly folded: string;
  /** Start offset of every line, the first being 0. */
  readonly lineStarts: readonly number[];
  /** The paragraphs (段落) in order, page noise included. */
  readonly blocks: readonly Block[];
  /** A directory (责任单位名录) has the same format, but its entries are units and persons, not tasks. */
  readonly kind: 'plan' | 'directory';
  /** The title (标题) as it stands above the body, lines joined. */
  readonly title: Words | undefined;
  /** The year planned for, from the title, else from the issue date or the document number. */
  readonly year: number | undefined;
  /** Where the plan goes on into the next year: the month before which its months are of that year, 8 of a school year. */
  readonly turn: number | undefined;
  /** Document number (发文字号), such as `教办发〔2026〕3号`. */
  readonly documentNumber: Words | undefined;
  /** Issuing bodies (发文机关), from the notice and the signature. */
  readonly issuers: readonly Words[];
  /** Addressees (主送机关): the salutation line without its colon. */
  readonly recipients: Words | undefined;
  /** Date of issue (成文日期), ISO 8601. */
  readonly date: (Words & { readonly iso: string }) | undefined;
  /** Labelled lines of the page around the document (索引号、发文日期…). */
  readonly metadata: readonly Metadata[];
  /** Lines that belong to a web page or a printout, not to the document. */
  readonly noise: readonly Span[];
  /** Text between the title and the first heading. */
  readonly preamble: Span | undefined;
  readonly sections: readonly Section[];
  readonly tasks: readonly Task[];
  /** Every field, in document order, whatever it belongs to. */
  readonly fields: readonly Field[];
  /** Parties that a blanket clause (`以下均需各区政府落实，不再列出`) adds to every later task. */
  readonly blankets: readonly Blanket[];
  /** The span of the sentence that makes the first-named party the lead (`列第一位的为牵头单位`). */
  readonly leadByPosition: Span | undefined;
  /**
   * Stretches whose structure is lost (a table that an export broke into pieces, lines that run on without breaks),
   * read only as far as it is certain: nothing should be claimed of what is missing, unpaired or double there.
   */
  readonly doubtful: readonly Span[];
}

export interface Metadata {
  readonly label: Words;
  readonly value: Words;
}

/** The words of a plan in a span as written; who asks for these reads no others. */
export function textIn(plan: Plan, start: number, end: number): string {
  if (!run.reader) return stretchOf(plan, 'text', start, end);
  return noting((reads) => {
    if (reads) noteIn(reads, plan, start, end);
    return stretchOf(plan, 'text', start, end);
  });
}

/** The same folded. */
export function foldedIn(plan: Plan, start: number, end: number): string {
  if (!run.reader) return stretchOf(plan, 'folded', start, end);
  return noting((reads) => {
    if (reads) noteIn(reads, plan, start, end);
    return stretchOf(plan, 'folded', start, end);
  });
}

/** The parts of a text that was changed are not put together for a stretch of it. */
function stretchOf(plan: Plan, form: 'text' | 'folded', start: number, end: number): string {
  return (textsOf(plan) ?? plan)[form].slice(start, end);
}

/** In UTF-16 units; whoever asks reads no words. */
export function textLength(plan: Plan): number {
  return textsOf(plan)?.text.length ?? plan.text.length;
}

function noteIn(reads: Reads, { blocks }: Plan, start: number, end: number): void {
  for (let i = Math.max(0, blockAt(blocks, start)); ; i += 1) {
    const block = blocks[i];
    if (!block || block.span.start >= end) return;
    if (block.span.end <= start) continue;
    reads.add(block.known, { start: start - block.span.start, end: end - block.span.start });
  }
}

/**
 * Whether a place stands so many characters behind another at most. Who asks for that reads what stands between, since a
 * change there may say otherwise.
 */
export function isWithin(plan: Plan, from: number, to: number, most: number): boolean {
  return noting((reads) => {
    if (reads) noteIn(reads, plan, from, Math.min(to, from + 2 * most));
    return to - from <= most;
  });
}

/**
 * Whether nothing in a text as given is what `holds` looks for, which it must find in each line by itself; it is not
 * looked at again, but for the line that changes. Who finds something has to read the text himself.
 */
export function isWithout(plan: Plan, holds: (text: string) => boolean): boolean {
  return noting((reads) => {
    const without = !holds(plan.text);
    if (without) reads?.absent(({ raw }) => holds(raw));
    return without;
  });
}

/** Whether some folded words stand anywhere in a text. */
export function says(plan: Plan, words: string): boolean {
  return noting((reads) => {
    const at = plan.folded.indexOf(words);
    if (at < 0) reads?.absent(({ text }) => text.includes(words));
    else if (reads) noteIn(reads, plan, at, at + words.length);
    return at >= 0;
  });
}

/**
 * The paragraphs that are all of a span of the text, each a line as it stands and nothing but spaces between them;
 * undefined where it is not made of such.
 */
export function paragraphsIn(plan: Plan, { start, end }: Span): readonly Block[] | undefined {
  const found: Block[] = [];
  let at = start;
  for (let i = blockAt(plan.blocks, start); at < end; i += 1) {
    const block = plan.blocks[i];
    if (!block || block.offsets || block.span.end > end || block.span.start < start) return undefined;
    const between = textIn(plan, at, block.span.start);
    if (found.length === 0 ? between !== '' : /\S/u.test(between)) return undefined;
    found.push(block);
    at = block.span.end;
  }
  return found.length > 0 ? found : undefined;
}

/** What a section is for; only `task` sections need somebody to do them by some day. */
export type SectionRole = 'tasks' | 'objectives' | 'review' | 'guidance' | 'safeguards';

/** A heading with what follows it (一、…, （一）…). */
export interface Section {
  /** As written, without its punctuation: `一`, `（一）` → `一`. */
  readonly number: string;
  readonly numberSpan: Span;
  readonly title: string;
  readonly titleSpan: Span;
  /** 1 for the outermost. */
  readonly level: number;
  readonly role: SectionRole;
  /** Index into `Plan.sections`. */
  readonly parent: number | undefined;
  /** From the number, or the bracket it stands in, to the end of the last thing inside. */
  readonly span: Span;
  /** Fields under the heading itself, inherited by the tasks inside. */
  readonly fields: readonly Field[];
}

export type TaskRole = 'task' | 'objective' | 'review' | 'guidance' | 'safeguards';

/**
 * How an item is numbered. `part`, `chapter`, `division` (第一节), `article`, `han` (一、) and `paren` (（一）) head sections
 * or tasks, `named` (问题一：) heads tasks; `arabic` (1. 1、), `decimal` (1.1), `bracketed` (（1）), `half` (1)) and `circled` (①) number tasks or their measures.
 * `formal` (壹、) heads what 一、 divides; `period` is an unnumbered heading that says when (二月份：), `office` one that says who (教导处：), and `bare` one
 * that ends what stands before it (附则, 2026年工作计划).
 */
export type Style =
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'formal'
  | 'han'
  | 'paren'
  | 'named'
  | 'arabic'
  | 'decimal'
  | 'bracketed'
  | 'half'
  | 'circled'
  | 'period'
  | 'office'
  | 'bare';

/** One numbered task (任务) with everything stated about it. */
export interface Task {
  /** As written, without its punctuation; empty for an unnumbered task that only its owner shows to be one. */
  readonly number: string;
  /** How it is numbered; `bare` for an unnumbered one. */
  readonly style: Style;
  /** Which part of the document it stands in: 0 for the first, others for annexes (附件) and tables. */
  readonly part: number;
  readonly numberSpan: Span;
  /** The first sentence, or the words before a colon. */
  readonly title: string;
  readonly titleSpan: Span;
  /** From the number, or the bracket it stands in, to the end of its last line, fields included. */
  readonly span: Span;
  /** Index into `Plan.sections`. */
  readonly section: number | undefined;
  readonly role: TaskRole;
  /** Fields that stand in the task itself. */
  readonly fields: readonly Field[];
  /** Who leads (牵头), own and inherited, each name once. */
  readonly leads: readonly Party[];
  /** Who is responsible (责任单位), own, inherited and from blanket clauses. */
  readonly units: readonly Party[];
  /** Who supports (配合). */
  readonly support: readonly Party[];
  readonly deadline: Deadline | undefined;
  /**
   * Deadlines that stand in the prose (`…，8月底前完成…`), in order: they satisfy the need for one. Where the task says
   * nothing of its time, they are those of the sentence of the item above it.
   */
  readonly proseDeadlines: readonly Deadline[];
  readonly measures: readonly Measure[];
}

/** A part of a task: 一是…, （1）…, ——…. */
export interface Measure {
  readonly number: string;
  readonly text: string;
  readonly span: Span;
}

export type FieldRole = 'lead' | 'unit' | 'support' | 'deadline';

/** How a field is placed: in a bracket, on a line of its own, in a table cell, or as an unlabelled owner clause. */
export type Placement = 'bracket' | 'line' | 'inline' | 'cell' | 'clause';

/** One label and its value, or an owner clause without a label (`市教育局牵头`). */
export interface Field {
  readonly role: FieldRole;
  /** As written; undefined for an owner clause. */
  readonly label: Words | undefined;
  readonly value: Span;
  /** The bracket, line or cell that holds it, possibly with other fields. */
  readonly holder: Span;
  readonly placement: Placement;
  readonly parties: readonly Party[];
  readonly deadline: Deadline | undefined;
}

export type PartyKind = 'person' | 'unit' | 'group';

/** Somebody named in a field: a person, a unit (责任单位) or a group (各中小学). */
export interface Party {
  /** Without inner spaces, look-alike characters replaced. */
  readonly name: string;
  readonly kind: PartyKind;
  /** Where it is written; for an inherited one, where it is inherited from. */
  readonly span: Span;
}

export interface Blanket {
  /** The clause. */
  readonly span: Span;
  readonly role: FieldRole;
  readonly parties: readonly Party[];
}

/** A deadline (完成时限). Dates are ISO 8601 and inclusive; absent where the text leaves that end open. */
export interface Deadline {
  readonly text: string;
  readonly span: Span;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly precision: Precision;
  /** `impossible`: no such date (2月30日); `vague`: says nothing (尽快). */
  readonly problem: 'impossible' | 'vague' | undefined;
}
