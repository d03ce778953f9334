import { type Block, offsetIn, spanIn, wordsIn } from '../../plan/block.ts';
import type { Deadline, Field, FieldRole, Party, Placement, Plan } from '../../plan/plan.ts';
import { readWhen } from '../../text/dates.ts';
import type { Words } from '../../text/text.ts';
import { type Span, within } from '../../text/text.ts';
import { markOf } from '../outline/numbering.ts';
import { type Bracket, bracketsIn, closesSentence } from './brackets.ts';
import { isPersonal, type LabelAt, type Labels, labelsIn, roleOfLabel, spacedLabelAt } from './labels.ts';
import { type Owned, ownersIn } from './owners.ts';
import { isBody, isGroup } from './parties.ts';

/** What reading fields needs to know about the document. */
export interface FieldContext {
  readonly source: string;
  readonly labels: Labels;
  /** The year that deadlines leave out. */
  readonly year: number | undefined;
  readonly school: Plan['school'];
  /** Whether the document says what the order of names in a bracket means, so that a bracket of names is an owner. */
  readonly bareLists: boolean;
}

/**
 * The fields in a paragraph and where its words end: owner brackets, with labels or as State-Council clauses, and
 * labels on a line of their own or after a sentence end.
 */
export function fieldsIn(block: Block, context: FieldContext): readonly Field[] {
  const fields: Field[] = [];
  for (const bracket of bracketsIn(block.text)) {
    for (const field of bracketFields(block, bracket, context)) fields.push(field);
  }
  const held = within(fields.map((field) => field.holder));
  const bare = labelsIn(block.text, 0, block.text.length, context.labels).filter((label) => {
    return (
      label.role !== 'other' && isBareLabelPlace(block.text, label.from) && !held(offsetIn(block, label.from))
    );
  });
  const first = bare[0];
  if (first) {
    const indent = INDENT.exec(block.text)?.[0].length ?? 0;
    const placement = first.from <= indent ? 'line' : 'inline';
    for (const field of labelledFields(
      block,
      first.from,
      bareEnd(block.text, first.from, bare),
      placement,
      context,
    )) {
      fields.push(field);
    }
  }
  if (fields.length === 0) fields.push(...statedFields(block, context));
  return fields.sort((a, b) => a.holder.start - b.holder.start || a.value.start - b.value.start);
}

/** A line that is nothing but an owner statement: `市发改委牵头，市人社局配合`. */
function statedFields(block: Block, context: FieldContext): readonly Field[] {
  const { text, span } = block;
  if (!STATEMENT.test(text) || markOf(block)) return [];
  const fields = ownedFields(block, 0, text.length, undefined, undefined, false, 'line', span, context) ?? [];
  const names = fields.flatMap(({ parties }) => parties.map(({ name }) => name));
  return names.every((name) => isBody(name) || isGroup(name)) ? fields : [];
}

const STATEMENT =
  /^(?!建立|成立|坚持|形成|健全|完善|由|实行|采取|明确|落实|组建|[一二三四五六七八九十]是)[\p{Script=Han}、,()]{2,60}(?:牵头|主办)[\p{Script=Han}、,()]{0,60}。?$/u;

/** A field from one cell of a table, under a header that is `label`. */
export function cellField(
  block: Block,
  from: number,
  to: number,
  label: string,
  context: FieldContext,
): Field[] {
  const role = roleOfLabel(context.labels, label);
  if (role === 'other') return [];
  return (
    ownedFields(
      block,
      from,
      to,
      undefined,
      role,
      isPersonal(label),
      'cell',
      spanIn(block, from, to),
      context,
    ) ?? []
  );
}

const INDENT = /^[\s•·●*>#-]{0,8}/u;

/** A bare label begins the line or follows a sentence end. */
function isBareLabelPlace(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return (at <= 8 && BARE_INDENT.test(before)) || /(?:[。;!?)\]〕】”][ *]{0,8}| {2})$/u.test(before);
}

const BARE_INDENT = /^[\s•·●*>#-]{0,8}$/u;

/** Bare fields run to the line's end, but not past a sentence end that more prose follows. */
function bareEnd(text: string, from: number, labels: readonly LabelAt[]): number {
  for (let stop = text.indexOf('。', from); stop >= 0; stop = text.indexOf('。', stop + 1)) {
    let next = stop + 1;
    while (text[next] === ' ') next += 1;
    if (next < text.length && !labels.some((label) => label.from === next)) return stop;
  }
  return text.length;
}

function bracketFields(block: Block, bracket: Bracket, context: FieldContext): Field[] {
  const { text } = block;
  const inner = text.slice(bracket.innerFrom, bracket.innerTo);
  if (inner.length < 2) return [];
  const labels = labelsIn(text, bracket.innerFrom, bracket.innerTo, context.labels);
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
  const spaced = spacedLabelAt(text, bracket.innerFrom, bracket.innerTo, context.labels);
  if (spaced) return spacedFields(block, spaced, bracket, holder, context);
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

/** The fields of `（牵头单位为甲，配合单位为乙）`: a label without a colon behind every comma may open one. */
function spacedFields(
  block: Block,
  first: LabelAt,
  { innerTo }: Bracket,
  holder: Span,
  context: FieldContext,
): Field[] {
  const found = [first];
  for (let at = first.valueFrom; at < innerTo; at += 1) {
    if (!',;。'.includes(block.text[at] ?? '')) continue;
    const next = spacedLabelAt(block.text, at + 1, innerTo, context.labels);
    if (next) found.push(next);
  }
  return found.flatMap((label, i) =>
    oneLabelled(block, label, found[i + 1]?.from ?? innerTo, 'bracket', holder, context),
  );
}

/** A label opens a bracket, or follows an owner clause in it. */
function labelOpens(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at).trim();
  return before === '' || /[,;。、:\s]$/u.test(text.slice(from, at));
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
  const labels = labelsIn(block.text, from, to, context.labels);
  return labels.flatMap((label, i) =>
    oneLabelled(block, label, labels[i + 1]?.from ?? to, placement, holder, context),
  );
}

function oneLabelled(
  block: Block,
  at: LabelAt,
  to: number,
  placement: Placement,
  holder: Span,
  context: FieldContext,
): Field[] {
  const { role } = at;
  if (role === 'other') return [];
  const words: Words = {
    span: spanIn(block, at.from, at.to),
    text: wordsIn(block, at.from, at.to, context.source).replace(/[\s:：【】[\]]+/gu, ''),
  };
  // The separator before the next label belongs to neither.
  const stranger = STRANGE_LABEL.exec(block.text.slice(at.valueFrom, to));
  let valueTo = stranger ? at.valueFrom + stranger.index : to;
  while (valueTo > at.valueFrom && ' \t,;。、.*'.includes(block.text[valueTo - 1] ?? '')) valueTo -= 1;
  const personal = isPersonal(at.label);
  return ownedFields(block, at.valueFrom, valueTo, words, role, personal, placement, holder, context) ?? [];
}

/** A label that means nothing here ends the value before it too: `负责人：王五；上级：县教育局`. */
const STRANGE_LABEL = /[;,] *[\u3007\u3400-\u9FFF\u{20000}-\u{323AF}]{2,6} *:/u;

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
  const bare = context.bareLists && placement === 'clause';
  const owned = ownersIn(context.source, block, from, to, role, { personal, bare });
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
  const when = readWhen(words, context);
  if (!when && !labelled) return undefined;
  const span = spanIn(
    block,
    from + (stretch.length - stretch.trimStart().length),
    from + stretch.trimEnd().length,
  );
  const plain = when ?? { start: undefined, end: undefined, precision: 'open' as const, problem: undefined };
  return { ...plain, text: context.source.slice(span.start, span.end).replace(/\s+/gu, ''), span };
}

const EMPTY = /^[×xX*_/\\\-—…?.\s]*$|^(?:待定|待补充)$|[×xX*_]{1,2}\s*[年月日]/u;
