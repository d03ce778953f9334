import { readWhen } from '../dates.ts';
import type { Deadline, Field, FieldRole, Party, Placement, Words } from '../plan.ts';
import type { Span } from '../text.ts';
import { type Block, spanIn } from './blocks.ts';
import type { LabelRole, Labels } from './labels.ts';
import { type Owned, ownersIn } from './owners.ts';

/** What reading fields needs to know about the document. */
export interface FieldContext {
  readonly source: string;
  readonly labels: Labels;
  /** The labels' pattern before a colon, compiled once a document. */
  readonly labelled: RegExp;
  readonly year: number | undefined;
}

export function fieldContext(source: string, labels: Labels, year: number | undefined): FieldContext {
  return {
    source,
    labels,
    year,
    labelled: new RegExp(`(${labels.source})(\\s*\\([^()]{1,12}\\))?\\s*:`, 'gu'),
  };
}

/**
 * The fields in a paragraph and where its words end: owner brackets, with labels or as State-Council clauses, and
 * labels on a line of their own or after a sentence end.
 */
export function fieldsIn(block: Block, context: FieldContext): readonly Field[] {
  const fields: Field[] = [];
  for (const bracket of bracketsIn(block.text)) {
    fields.push(...bracketFields(block, bracket, context));
  }
  const held = (at: number) =>
    fields.some((field) => {
      const start = spanIn(block, at, at + 1).start;
      return start >= field.holder.start && start < field.holder.end;
    });
  const bare = labelsIn(block.text, 0, block.text.length, context).filter((label) => {
    return label.role !== 'other' && !held(label.from) && isBareLabelPlace(block.text, label.from);
  });
  const first = bare[0];
  if (first) {
    const indent = INDENT.exec(block.text)?.[0].length ?? 0;
    const placement = first.from <= indent ? 'line' : 'inline';
    fields.push(...labelledFields(block, first.from, bareEnd(block.text, first.from), placement, context));
  }
  return fields.sort((a, b) => a.holder.start - b.holder.start || a.value.start - b.value.start);
}

/** A field from one cell of a table, under a header that is `label`. */
export function cellField(
  block: Block,
  from: number,
  to: number,
  label: string,
  context: FieldContext,
): Field[] {
  const role = context.labels.roleOf(label);
  if (role === 'other') return [];
  return (
    ownedFields(
      block,
      from,
      to,
      undefined,
      role,
      context.labels.isPersonal(label),
      'cell',
      spanIn(block, from, to),
      context,
    ) ?? []
  );
}

const INDENT = /^[\s•·●*>#-]{0,8}/u;

/** A bare label begins the line or follows a sentence end. */
function isBareLabelPlace(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return /^[\s•·●*>#-]{0,8}$/u.test(before) || /[。;!?)\]〕】”]\s*$/u.test(before) || /\s{2,}$/u.test(before);
}

/** A bare field runs to the line's end, but not past a sentence end that more prose follows. */
function bareEnd(text: string, from: number): number {
  const stop = /。(?=\s*\S)/u.exec(text.slice(from));
  return stop ? from + stop.index : text.length;
}

interface Bracket {
  /** Of the opening and just past the closing bracket. */
  readonly from: number;
  readonly to: number;
  /** Of what stands inside. */
  readonly innerFrom: number;
  readonly innerTo: number;
}

const OPENERS = '([〔【';
const CLOSERS = ')]〕】';

/**
 * The outermost brackets of a text; an opening bracket is closed by a closing one of any width. One that is never
 * closed runs to the next sentence end.
 */
function bracketsIn(text: string): Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  let from = -1;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (OPENERS.includes(character)) {
      if (depth === 0) from = i;
      depth += 1;
    } else if (CLOSERS.includes(character) && depth > 0) {
      depth -= 1;
      if (depth === 0) brackets.push({ from, to: i + 1, innerFrom: from + 1, innerTo: i });
    } else if (character === '。' && depth > 0 && !BLANKET_AHEAD.test(text.slice(i + 1, i + 40))) {
      const inner = bracketsIn(text.slice(from + 1, i));
      if (closesLater(text, i)) continue;
      brackets.push(
        { from, to: i, innerFrom: from + 1, innerTo: i },
        ...inner.map((b) => shifted(b, from + 1)),
      );
      depth = 0;
    }
  }
  if (depth > 0) brackets.push({ from, to: text.length, innerFrom: from + 1, innerTo: text.length });
  return brackets;
}

const BLANKET_AHEAD = /^\s*(?:以下|列|排|第一|首)/u;

/** Whether a bracket open at a sentence end still closes before another opens. */
function closesLater(text: string, from: number): boolean {
  for (let i = from; i < text.length && i < from + 200; i += 1) {
    const character = text[i] ?? '';
    if (OPENERS.includes(character)) return false;
    if (CLOSERS.includes(character)) return true;
  }
  return false;
}

function shifted(bracket: Bracket, by: number): Bracket {
  return {
    from: bracket.from + by,
    to: bracket.to + by,
    innerFrom: bracket.innerFrom + by,
    innerTo: bracket.innerTo + by,
  };
}

function bracketFields(block: Block, bracket: Bracket, context: FieldContext): Field[] {
  const { text } = block;
  const inner = text.slice(bracket.innerFrom, bracket.innerTo);
  if (inner.length < 2) return [];
  const labels = labelsIn(text, bracket.innerFrom, bracket.innerTo, context);
  const first = labels.find((label) => label.role !== 'other');
  const holder = spanIn(block, bracket.from, bracket.to);
  if (first && labelOpens(text, bracket.innerFrom, first.from)) {
    const lead = text.slice(bracket.innerFrom, labels[0]?.from ?? first.from);
    const before = lead.trim()
      ? ownedFields(
          block,
          bracket.innerFrom,
          labels[0]?.from ?? first.from,
          undefined,
          undefined,
          false,
          'bracket',
          holder,
          context,
        )
      : [];
    return [
      ...(before ?? []),
      ...labelledFields(block, labels[0]?.from ?? first.from, bracket.innerTo, 'bracket', context, holder),
    ];
  }
  const spaced = new RegExp(`^\\s*(${context.labels.source})(?:\\s+|为\\s*)(?=\\S)`, 'u').exec(inner);
  if (spaced?.[1]) {
    const from = bracket.innerFrom + spaced[0].indexOf(spaced[1]);
    const label = { from, to: from + spaced[1].length, valueFrom: bracket.innerFrom + spaced[0].length };
    return oneLabelled(block, label, spaced[1], bracket.innerTo, 'bracket', holder, context);
  }
  if (!closesSentence(text, bracket)) return [];
  return (
    ownedFields(
      block,
      bracket.innerFrom,
      bracket.innerTo,
      undefined,
      undefined,
      false,
      'clause',
      holder,
      context,
    ) ?? []
  );
}

/** A label opens a bracket, or follows an owner clause in it. */
function labelOpens(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at).trim();
  return before === '' || /[,;。、:\s]$/u.test(text.slice(from, at));
}

/** An owner bracket without a label stands at the end of a sentence, never inside one. */
function closesSentence(text: string, bracket: Bracket): boolean {
  const after = text.slice(bracket.to, bracket.to + 3).trimStart();
  const before = text.slice(Math.max(0, bracket.from - 2), bracket.from).trimEnd();
  const ended = before === '' || /[。;!?)\]〕】”:]$/u.test(before);
  return after === '' || /^[。;([〔【]/u.test(after) || ended;
}

interface LabelAt {
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
  readonly role: LabelRole;
  readonly label: string;
}

/** Labels with their colons, in order; a label is never the end of a longer word (办理完成时限). */
function labelsIn(text: string, from: number, to: number, context: FieldContext): LabelAt[] {
  const found: LabelAt[] = [];
  const pattern = context.labelled;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const label = match[1] ?? '';
    if (match.index > from && /[\p{Script=Han}A-Za-z0-9]/u.test(text[match.index - 1] ?? '')) continue;
    const labelTo = match.index + label.length;
    const valueFrom = match.index + match[0].length;
    found.push({ from: match.index, to: labelTo, valueFrom, role: context.labels.roleOf(label), label });
  }
  return found;
}

/** The fields of a stretch that begins with a label: each value runs to the next label. */
function labelledFields(
  block: Block,
  from: number,
  to: number,
  placement: Placement,
  context: FieldContext,
  holder: Span = spanIn(block, from, to),
): Field[] {
  const labels = labelsIn(block.text, from, to, context);
  return labels.flatMap((label, i) => {
    if (label.role === 'other') return [];
    return oneLabelled(block, label, label.label, labels[i + 1]?.from ?? to, placement, holder, context);
  });
}

function oneLabelled(
  block: Block,
  at: { readonly from: number; readonly to: number; readonly valueFrom: number },
  label: string,
  to: number,
  placement: Placement,
  holder: Span,
  context: FieldContext,
): Field[] {
  const role = context.labels.roleOf(label);
  if (role === 'other') return [];
  const words: Words = { span: spanIn(block, at.from, at.to), text: label.replace(/\s+/gu, '') };
  const value = block.text.slice(at.valueFrom, to);
  // The separator before the next label belongs to neither.
  const valueTo = at.valueFrom + value.replace(/[\s,;。、.]+$/u, '').length;
  const personal = context.labels.isPersonal(label);
  return ownedFields(block, at.valueFrom, valueTo, words, role, personal, placement, holder, context) ?? [];
}

/** Fields from an owner statement; with a label there is always one, even if its value is empty. */
function ownedFields(
  block: Block,
  from: number,
  to: number,
  label: Words | undefined,
  role: FieldRole | undefined,
  personal: boolean,
  placement: Placement,
  holder: Span,
  context: FieldContext,
): Field[] | undefined {
  const make = (owned: Owned, words: Words | undefined): Field => ({
    role: owned.role,
    label: words,
    value: spanIn(block, owned.from, owned.to),
    holder,
    placement,
    parties: owned.parties,
    deadline:
      owned.role === 'deadline'
        ? deadlineIn(block, owned.from, owned.to, context, words !== undefined || placement === 'cell')
        : undefined,
  });
  if (role === 'deadline')
    return [make({ role, from: skipSpaces(block.text, from, to), to, parties: [] }, label)];
  const owned = ownersIn(context.source, block, from, to, role, personal);
  if (!owned) return undefined;
  const labelled = owned.find((one) => one.role === role);
  if (label && role && !labelled) {
    const empty: Owned = { role, from, to: from, parties: [] as readonly Party[] };
    return [make(empty, label), ...owned.map((one) => make(one, undefined))];
  }
  return owned.map((one) => make(one, one === labelled ? label : undefined));
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] === ' ') at += 1;
  return at;
}

/** The deadline in a stretch; words that name no time still state one where the field says they do (`labelled`). */
function deadlineIn(
  block: Block,
  from: number,
  to: number,
  context: FieldContext,
  labelled: boolean,
): Deadline | undefined {
  const stretch = block.text.slice(from, to);
  const words = stretch.trim();
  if (!words || EMPTY.test(words)) return undefined;
  const when = readWhen(words, context.year);
  if (!when && !labelled) return undefined;
  const span = spanIn(
    block,
    from + (stretch.length - stretch.trimStart().length),
    from + stretch.trimEnd().length,
  );
  const plain = when ?? { start: undefined, end: undefined, precision: 'open' as const, problem: undefined };
  return { ...plain, text: context.source.slice(span.start, span.end).replace(/\s+/gu, ''), span };
}

const EMPTY = /^[×xX*_/\\\-—…?.\s]*$|^(?:待定|待补充)$/u;
