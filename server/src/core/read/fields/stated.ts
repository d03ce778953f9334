import type { Passage } from '../../plan/block.ts';
import type { Field, FieldRole, Party } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { matchesIn } from '../../text/matches.ts';
import { type Span, type Words, within } from '../../text/text.ts';
import type { Owned } from './attributed.ts';
import { isBody } from './bodies.ts';
import { type LabelAt, type Labels, labelsIn, namedBy, spacedLabelAt } from './labels.ts';
import { isHeld } from './lists.ts';
import { pairsIn } from './nesting.ts';
import { ownersIn, type Reading } from './owners.ts';
import { labelsBeside } from './plain-labels.ts';

/** A field as its passage states it: offsets are into the passage, and its deadline is still words. */
export interface Stated extends Omit<Field, 'deadline'> {
  /** Where the words of a deadline stand; given for that role alone, and where there are any. */
  readonly due: Span | undefined;
}

/** Where a statement stands in its passage, and how. */
export type Held = Pick<Field, 'holder' | 'placement'>;

/** What a label in front of a statement says. */
export interface Labelled {
  readonly role: FieldRole;
  readonly names: ReturnType<typeof namedBy>;
  /** Undefined for the header of a column, which stands elsewhere. */
  readonly words: Words | undefined;
}

/**
 * The fields that an owner statement makes; where it has a label there is always one, even if nothing is filled in.
 * Undefined where what stands from `from` to `to` is no statement.
 */
export function statedIn(
  passage: Passage,
  from: number,
  to: number,
  held: Held,
  label?: Labelled,
  reading: Omit<Reading, 'names'> = {},
): readonly Stated[] | undefined {
  const { text } = passage;
  const { holder, placement } = held;
  const make = (owned: Owned, words: Words | undefined): Stated => ({
    holder,
    placement,
    role: owned.role,
    label: words,
    value: { start: owned.from, end: owned.to },
    parties: owned.parties,
    due: owned.role === 'deadline' ? filledIn(text, owned.from, owned.to) : undefined,
  });
  const role = label?.role;
  if (role === 'deadline')
    return [make({ role, from: skipSpaces(text, from, to), to, parties: [] }, label?.words)];
  const read = ownersIn(passage, from, to, role, { ...reading, names: label?.names });
  if (!read) return undefined;
  const owned = label?.names === 'both' ? flatMapped(read, (one) => byKind(one, passage)) : read;
  const labelled = owned.find((one) => one.role === role);
  if (label?.words && role && !labelled) {
    return [
      make({ role, from, to: from, parties: [] }, label.words),
      ...owned.map((one) => make(one, undefined)),
    ];
  }
  return owned.map((one) => make(one, one === labelled ? label?.words : undefined));
}

/**
 * Whether all whom a sentence names are somebody for sure, as `isSure` tells. Beside one who leads or answers, those who help
 * need only look like names: `以上任务由教导处牵头，校医、县新华书店配合`.
 */
export function namesAll(fields: readonly Stated[], isSure: (party: Party) => boolean): boolean {
  const led = fields.some(({ role, parties }) => role !== 'support' && parties.length > 0);
  return fields.every(({ role, parties }) => {
    const helps = led && role === 'support';
    return parties.every((party) => isSure(party) || (helps && HELPER.test(party.name)));
  });
}

/** In characters; 通力配合 and 相互配合 say how, 班主任做好家访配合 says what. */
const HELPER =
  /^(?![请并])(?!.{0,8}(?:[做抓]好|加强|落实))[々〇㐀-鿿𠀀-𲎯]{1,8}(?![力密相互切分动])[々〇㐀-鿿𠀀-𲎯]$/u;

/** Persons lead and bodies answer under a label that names both: `责任领导和单位：张三、办公室`. */
function byKind(owned: Owned, passage: Passage): readonly Owned[] {
  const { role, parties } = owned;
  const persons = parties.filter(({ kind }) => kind === 'person');
  const bodies = flatMapped(parties, (party) =>
    party.kind === 'person' ? bodyBehind(party, passage) : party,
  );
  if (role === 'deadline' || role === 'support' || persons.length === 0 || bodies.length === 0)
    return [owned];
  const part = (as: FieldRole, of: readonly Party[]): Owned => {
    const [first, last] = [of[0]?.span.start ?? owned.from, of.at(-1)?.span.end ?? owned.to];
    return { role: as, from: first, to: last, parties: of };
  };
  return [part('lead', persons), part('unit', bodies)];
}

/** Whose person that is, in a bracket behind the name: `王强（规划科）`. */
function bodyBehind({ span: { end } }: Party, { text, raw }: Passage): Party | readonly [] {
  const inner = BODY_BEHIND.exec(text.slice(end, end + 30))?.[1];
  if (inner === undefined || !isBody(inner)) return [];
  const start = text.indexOf(inner, end);
  const span = { start, end: start + inner.length };
  return { name: raw.slice(span.start, span.end), kind: 'unit', span };
}

const BODY_BEHIND = /^ ?\(([々〇㐀-鿿𠀀-𲎯]{2,24})\)/u;

/** The fields of a stretch that begins with a label: each value runs to the next label. */
export function labelledIn(
  passage: Passage,
  from: number,
  to: number,
  held: Held,
  labels: Labels,
): readonly Stated[] {
  return valuesOf(passage, outerLabelsIn(passage.text, from, to, labels), to, held);
}

/**
 * The labels in a stretch that stand in no bracket of it: `责任单位:教育局(负责人:张三)` has one. Beside one with a colon
 * others may do without: `牵头领导周晓;责任科室:办公室`.
 */
export function outerLabelsIn(text: string, from: number, to: number, labels: Labels): readonly LabelAt[] {
  const found = labelsIn(text, from, to, labels);
  if (found.length === 0) return found;
  const inPair = within(pairsIn(text, from, to).map(({ start, end }) => ({ start: start + 1, end })));
  const outer = found.filter((label) => !inPair(label.from));
  if (outer.length === 0) return outer;
  const beside = labelsBeside(text, from, to, labels).filter((label) => !inPair(label.from));
  return beside.length === 0 ? outer : [...outer, ...beside].sort((a, b) => a.from - b.from);
}

/** The labels of `（牵头单位为甲，配合单位为乙）`: one without a colon behind every comma or space may open a value. */
export function spacedLabels(text: string, first: LabelAt, to: number, known: Labels): readonly LabelAt[] {
  const found = [first];
  for (let at = first.valueFrom; at < to; at += 1) {
    if (!',;。 '.includes(text[at] ?? '')) continue;
    const next = spacedLabelAt(text, at + 1, to, known);
    if (next && next.from !== found.at(-1)?.from) found.push(next);
  }
  return found;
}

/** The fields of labels that stand one behind the other; the value of the last runs to `to`. */
export function valuesOf(
  passage: Passage,
  labels: readonly LabelAt[],
  to: number,
  held: Held,
): readonly Stated[] {
  return flatMapped(labels, (label, i) => labelledValue(passage, label, labels[i + 1]?.from ?? to, held));
}

function labelledValue(passage: Passage, at: LabelAt, to: number, held: Held): readonly Stated[] {
  const { text, raw } = passage;
  const { role, label, from, valueFrom } = at;
  if (role === 'other') return [];
  if (role !== 'deadline' && (DEMAND.test(text.slice(valueFrom, valueFrom + 8)) || OF_ALL.test(text)))
    return [];
  const words: Words = {
    span: { start: from, end: at.to },
    text: raw.slice(from, at.to).replace(/[\s:：【】[\]]+/gu, ''),
  };
  // The separator before the next label belongs to neither.
  let valueTo = strangerIn(text, valueFrom, to) ?? to;
  while (valueTo > valueFrom && BETWEEN.includes(text[valueTo - 1] ?? '')) valueTo -= 1;
  return statedIn(passage, valueFrom, valueTo, held, { role, words, names: namedBy(label) }) ?? [];
}

/** `责任单位：要提高认识，强化落实` names nobody. */
const DEMAND = /^ {0,4}(?:要|必?须|不得|应[当该])/u;

/** `二、责任单位：细化措施，挂图作战，按期完成。` says what all of them do. */
const OF_ALL = /^\s{0,4}[一二三四五六七八九十]{1,3}、[々〇㐀-鿿]{2,8}:[^,;:]{2,60},[^;:(]*。$/u;

/** What may stand between a value and the next label. */
const BETWEEN = ' \t,;。、.*●■◆★▲△◇□○→√✓✔◎➢';

/** Where a label begins that nobody knows, outside of brackets. */
function strangerIn(text: string, from: number, to: number): number | undefined {
  const found = flatMapped(matchesIn(text.slice(from, to), STRANGE_LABEL), ({ index, 0: said }) => {
    const at = from + index;
    const end = at + said.length;
    return said.startsWith('、') && isHeld(text.slice(at + 1, end - 1), text.slice(end, to)) ? [] : [at];
  });
  if (found.length === 0) return undefined;
  const inPair = within(pairsIn(text, from, to));
  return found.find((at) => !inPair(at));
}

/** A label that means nothing here ends the value before it too: `负责人：王五；上级：县教育局`. */
const STRANGE_LABEL = /[;,。、 ] {0,8}[々〇㐀-鿿𠀀-𲎯]{2,10} *:/gu;

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] === ' ') at += 1;
  return at;
}

/** Where the words in a stretch stand, without the spaces around them; undefined where nothing is filled in. */
function filledIn(text: string, from: number, to: number): Span | undefined {
  const stretch = text.slice(from, to);
  // Markdown sets it in bold.
  const words = stretch.replace(GOES_ON, '').replace(/^[\s*]+|(?<![\s*])[\s*]+$/gu, '');
  if (!words || EMPTY.test(words)) return undefined;
  const start = from + stretch.indexOf(words);
  return { start, end: start + words.length };
}

/** `6月底前，下同` */
const GOES_ON = /(?<![,;。、 ])[,;。、 ]+(?:以?下|以下(?:各[条项])?均?)同[。\s]*$/u;

const EMPTY = /^[×xX*_/\\\-—…?.\s]*$|^(?:[待未]定|待补充)$|[×xX*_]{1,2}\s*[年月日]/u;
