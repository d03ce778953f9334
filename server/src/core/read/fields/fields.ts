import type { Passage } from '../../plan/block.ts';
import { BULLETS, PARTING_BULLETS } from '../../text/bullets.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { type Span, within } from '../../text/text.ts';
import { markOf } from '../outline/numbering.ts';
import { isBody, isCertain, isGroup } from './bodies.ts';
import {
  type Bracket,
  bracketsIn,
  closesSentence,
  followsSentence,
  partingBrackets,
  tellsCounted,
} from './brackets.ts';
import { timeOf } from './clauses.ts';
import {
  isOfSites,
  type LabelAt,
  type Labels,
  nameOpens,
  roleOfLabel,
  spacedLabelAt,
  timeOpening,
} from './labels.ts';
import { pairsIn } from './nesting.ts';
import { openedFields, openerOf } from './opened.ts';
import type { Reading } from './owners.ts';
import { isPerson } from './persons.ts';
import { opensAlone, plainLabels } from './plain-labels.ts';
import {
  type Held,
  labelledIn,
  outerLabelsIn,
  type Stated,
  spacedLabels,
  statedIn,
  valuesOf,
} from './stated.ts';

/**
 * The fields in a passage: owner brackets, with labels or as State-Council clauses, and labels on a line of their own
 * or after a sentence end. `bareFields` are those where a bracket that only lists bodies is an owner, too.
 */
export function fieldsIn(
  passage: Passage,
  labels: Labels,
): { readonly fields: readonly Stated[]; readonly bareFields: readonly Stated[] } {
  const fields: Stated[] = [];
  const lists: Stated[] = [];
  const brackets = bracketsIn(passage.text);
  for (const bracket of brackets) {
    const found = bracketFields(passage, bracket, labels);
    if (found) fields.push(...found);
    else lists.push(...listFields(passage, bracket));
  }
  fields.push(...bareLabelFields(passage, labels, fields));
  if (fields.every(({ role, label }) => role === 'deadline' || !label))
    fields.push(...flatMapped(partingBrackets(passage.text, brackets), (one) => bodiesIn(passage, one)));
  const bareFields = lists.length > 0 ? [...fields, ...lists].sort(byPlace) : undefined;
  if (fields.length === 0) fields.push(...lineFields(passage, labels));
  fields.push(...openedFields(passage, labels, fields));
  fields.sort(byPlace);
  return { fields, bareFields: bareFields ?? fields };
}

function byPlace(a: Stated, b: Stated): number {
  return a.holder.start - b.holder.start || a.value.start - b.value.start;
}

/** The fields in a bracket; undefined where it states none. */
function bracketFields(passage: Passage, bracket: Bracket, known: Labels): readonly Stated[] | undefined {
  const { text } = passage;
  const { from, to, innerFrom, innerTo } = bracket;
  if (innerTo - innerFrom < 2) return undefined;
  const held = { holder: { start: from, end: to }, placement: 'bracket' } as const;
  const labels = outerLabelsIn(text, innerFrom, innerTo, known);
  const first = labels.find(({ role }) => role !== 'other');
  if (first && labelOpens(text, innerFrom, first.from)) {
    const opens = labels[0]?.from ?? first.from;
    const stated = [
      ...openingFields(passage, { innerFrom, innerTo: opens }, held, labels),
      ...labelledIn(passage, opens, innerTo, held, known),
    ];
    return [...stated, ...innerFields(passage, bracket, known)];
  }
  const spaced = spacedLabelAt(text, innerFrom, innerTo, known);
  if (spaced) return valuesOf(passage, spacedLabels(text, spaced, innerTo, known), innerTo, held);
  const plain = plainLabels(text, innerFrom, innerTo, known);
  if (plain.length > 1 || plain.some((label) => opensAlone(text, bracket, label)))
    return valuesOf(passage, plain, innerTo, held);
  return closesSentence(text, bracket) ? clauseFields(passage, bracket) : undefined;
}

function clauseFields(passage: Passage, bracket: Bracket): readonly Stated[] | undefined {
  const { from, to, innerFrom, innerTo } = bracket;
  const dates = followsSentence(passage.text, bracket) ? 'plain' : 'due';
  const opens = innerFrom + openerOf(passage.text.slice(innerFrom, innerTo));
  const held = { holder: { start: from, end: to }, placement: 'clause' } as const;
  return statedIn(passage, opens, innerTo, held, undefined, { dates });
}

/** The owners in a bracket within a sentence, where it names bodies and no others: its days are those of prose. */
function bodiesIn(passage: Passage, bracket: Bracket): readonly Stated[] {
  const fields = (clauseFields(passage, bracket) ?? []).filter(({ role }) => role !== 'deadline');
  return namesOf(fields).every(isCertain) ? fields : [];
}

/** What stands before the first label of a bracket: a statement, or names where no label tells whose: `规划科;完成时限:6月`. */
function openingFields(
  passage: Passage,
  { innerFrom, innerTo }: Pick<Bracket, 'innerFrom' | 'innerTo'>,
  held: Held,
  labels: readonly LabelAt[],
): readonly Stated[] {
  const said = passage.text.slice(innerFrom, innerTo);
  if (!said.trim()) return [];
  const stated = (reading: Reading) =>
    statedIn(passage, innerFrom + openerOf(said), innerTo, held, undefined, reading);
  const dated = stated({ dates: 'plain' });
  if (dated || labels.some(({ role }) => role !== 'deadline')) return dated ?? [];
  const bare = stated({ bare: true }) ?? [];
  return namesOf(bare).every((name) => !/\d/u.test(name) && (isBody(name) || isGroup(name) || isPerson(name)))
    ? bare
    : [];
}

function namesOf(fields: readonly Stated[]): readonly string[] {
  return flatMapped(fields, ({ parties }) => parties.map(({ name }) => name));
}

/** The fields of brackets that stand inside an owner bracket: `（责任单位：教育局（负责人：王五））`. */
function innerFields(passage: Passage, outer: Bracket, known: Labels): readonly Stated[] {
  return flatMapped(pairsIn(passage.text, outer.innerFrom, outer.innerTo), ({ start, end }) => {
    const labels = outerLabelsIn(passage.text, start + 1, end - 1, known);
    if (labels[0]?.from !== start + 1) return [];
    return labelledIn(passage, start + 1, end - 1, { holder: { start, end }, placement: 'bracket' }, known);
  });
}

/** A bracket that lists bodies and says no more. */
function listFields(passage: Passage, bracket: Bracket): readonly Stated[] {
  const { from, to, innerFrom, innerTo } = bracket;
  const { text } = passage;
  if (innerTo - innerFrom < 2 || !closesSentence(text, bracket) || tellsCounted(text, bracket)) return [];
  const held = { holder: { start: from, end: to }, placement: 'clause' } as const;
  return statedIn(passage, innerFrom, innerTo, held, undefined, { bare: true }) ?? [];
}

/** What a stretch that begins with a label says, also with 为 for the colon; undefined where it begins with none. */
export function labelledOrSpaced(
  passage: Passage,
  from: number,
  to: number,
  held: Held,
  known: Labels,
): readonly Stated[] | undefined {
  const spaced = spacedLabelAt(passage.text, from, to, known);
  if (spaced) return valuesOf(passage, spacedLabels(passage.text, spaced, to, known), to, held);
  const opens = outerLabelsIn(passage.text, from, to, known)[0]?.from === from;
  return opens ? labelledIn(passage, from, to, held, known) : undefined;
}

/** A label opens a bracket, or follows an owner clause in it. */
function labelOpens(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at).replace(/[\s*]+/gu, '');
  return before === '' || /[,;。、:\s]$/u.test(text.slice(from, at));
}

/** The fields of labels that stand outside of brackets: on a line of their own, or behind a sentence. */
function bareLabelFields(passage: Passage, known: Labels, held: readonly Stated[]): readonly Stated[] {
  const { text } = passage;
  const inBracket = within(held.map(({ holder }) => holder));
  const labels = outerLabelsIn(text, 0, text.length, known).filter(
    (label) =>
      label.role !== 'other' &&
      (isBareLabelPlace(text, label.from) || isBehindTitle(passage, label) || goesOnWith(passage, label)) &&
      !inBracket(label.from) &&
      !endsAddress(passage, label),
  );
  const first = labels[0];
  if (!first) return [];
  const holder = { start: first.from, end: bareEnd(text, first.from, labels) };
  const placement = first.from <= (INDENT.exec(text)?.[0].length ?? 0) ? 'line' : 'inline';
  const outer = outerLabelsIn(text, holder.start, holder.end, known).filter(({ from }) => !inBracket(from));
  const fields = flatMapped(outer, (label, i) => {
    const next = outer[i + 1]?.from ?? holder.end;
    const to = goesOnWith(passage, label) ? endOfValue(text, label, next) : next;
    return valuesOf(passage, [label], to, { holder, placement });
  });
  if (held.length === 0) return fields;
  const brackets = outermost(held);
  return fields.map((field) => withoutHeld(passage, field, brackets));
}

/** The brackets that hold fields, those in others left out; sorted. */
function outermost(held: readonly Stated[]): readonly Span[] {
  const brackets: Span[] = [];
  for (const { holder } of held) if (holder.start >= (brackets.at(-1)?.end ?? 0)) brackets.push(holder);
  return brackets;
}

/** The first of sorted spans that ends behind an offset. */
function firstBehind(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}

/** A field whose names end where a bracket begins that is a field of its own: `责任单位:教育局(李明负责)`. */
function withoutHeld({ raw }: Passage, field: Stated, brackets: readonly Span[]): Stated {
  const parties = flatMapped(field.parties, (party) => {
    const { start, end } = party.span;
    const bracket = firstBehind(brackets, start);
    if (!bracket || bracket.start >= end) return [party];
    const words = raw.slice(start, Math.max(start, bracket.start)).trimEnd();
    return words === ''
      ? []
      : [{ ...party, name: nameText(words), span: { start, end: start + words.length } }];
  });
  return { ...field, parties };
}

/** What may stand before a label on its line; a stop is left there by who edits. */
const INDENT = new RegExp(`^[\\s。—${BULLETS}]{0,8}`, 'u');

/** A bare label begins the line or follows a sentence end. */
function isBareLabelPlace(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return (at <= 8 && BARE_INDENT.test(before)) || BEHIND.test(before);
}

/** A sentence end or a bracket, with bullets or a dash behind it: `…。★责任部门：教务处`, `…。——责任部门：教务处`. */
const BEHIND = new RegExp(`(?:[。;!?)\\]〕】”][ —${BULLETS}]{0,8}| {2}[${BULLETS}]?)$`, 'u');

/** Whether a label stands behind a title with a number or a bullet, parted by one space, a dash or a bullet: `一、党建工作　负责人：张三`, `1.编制目录▶责任单位：数据科`. */
function isBehindTitle(passage: Passage, { from }: LabelAt): boolean {
  const { text } = passage;
  if (from > LONGEST_TITLE || !` —${PARTING_BULLETS}`.includes(text[from - 1] ?? '')) return false;
  const begin = markOf(passage)?.bodyFrom ?? BULLET.exec(text)?.[0].length;
  return begin !== undefined && TITLE.test(text.slice(begin, from));
}

const LONGEST_TITLE = 50;
const BULLET = new RegExp(`^\\s*(?:[-*] |[${PARTING_BULLETS}]{1,8}) *`, 'u');
const TITLE = new RegExp(`^[^。;:,—]{2,40}?(?: |—{1,2}| ?[${PARTING_BULLETS}]{1,2})$`, 'u');

/** Whether a task's sentence or title goes on with who does it or by when: `1.开展创建,完成时限:6月底。`, `1.创建:责任人:张三` */
function goesOnWith(passage: Passage, { from, valueFrom, role }: LabelAt): boolean {
  const { text } = passage;
  return ',:'.includes(text[from - 1] ?? ' ') && opensValue(text, valueFrom, role) && !!markOf(passage);
}

function opensValue(text: string, from: number, role: LabelAt['role']): boolean {
  const value = text.slice(from, from + 40);
  return role === 'deadline' ? timeOpening(value) !== undefined : nameOpens(value);
}

/** Where what goes on behind a comma is no name, or no time: `责任人:张三,确保每村两名。`; a day may follow those who do it. */
function endOfValue(text: string, { valueFrom, role }: LabelAt, to: number): number {
  const goesOn = (at: number) => {
    const value = text.slice(at, at + 40);
    return opensValue(text, at, role) || (DAY.test(value) && timeOpening(value) === 'due');
  };
  let comma = text.indexOf(',', valueFrom);
  while (comma >= 0 && comma < to && goesOn(comma + 1)) comma = text.indexOf(',', comma + 1);
  return comma < 0 ? to : Math.min(comma, to);
}

/** `6月底前`, `年底前`; 立即 and 持续推进 say how. */
const DAY = /^[^,;。]{0,8}(?:\d|年底)/u;

/** Whether a label is the last word of those a letter is for: `市直各单位，各县（区）主管部门：` */
function endsAddress(passage: Passage, { from, valueFrom }: LabelAt): boolean {
  const { text } = passage;
  return (
    text[from - 1] === ')' &&
    valueFrom >= text.trimEnd().length &&
    !/[。;]/u.test(text.slice(0, from)) &&
    !markOf(passage)
  );
}

const BARE_INDENT = new RegExp(`^[\\s—${BULLETS}]{0,8}(?:[\\d一二三四五六七八九十]{1,3}[.、] ?)?$`, 'u');

/** Bare fields run to the line's end, but not past a sentence end that more prose follows. */
function bareEnd(text: string, from: number, labels: readonly LabelAt[]): number {
  for (let stop = text.indexOf('。', from); stop >= 0; stop = text.indexOf('。', stop + 1)) {
    let next = stop + 1;
    while (text[next] === ' ') next += 1;
    if (next < text.length && !labels.some((label) => label.from === next))
      return beforeNumber(text, from, stop);
  }
  return beforeNumber(text, from, text.length);
}

/** Where the number of the next item ends a field that runs on: `责任单位:县民政局3.严格控制…`. */
function beforeNumber(text: string, from: number, to: number): number {
  const next = NEXT_ITEM.exec(text.slice(from, to));
  return next ? from + next.index : to;
}

const NEXT_ITEM =
  /(?<=[々〇㐀-鿿𠀀-𲎯]\)?)(?:\d{1,2}[.、] ?(?=[々〇㐀-鿿𠀀-𲎯])|\([一二三四五六七八九十]{1,3}\)(?=[々〇㐀-鿿𠀀-𲎯]{2}))|(?<=[局委办部厅会府心院科室处门位])[二三四五六七八九十]{1,3}、(?=[々〇㐀-鿿𠀀-𲎯]{4})/u;

/** A line that is nothing but an owner statement: `市发改委牵头，市人社局配合，10月底前完成`, `牵头单位为市发改委`. */
function lineFields(passage: Passage, known: Labels): readonly Stated[] {
  const { text } = passage;
  const held = { holder: { start: 0, end: text.length }, placement: 'line' } as const;
  const said = text.length <= LONGEST_SAID ? spacedLabelAt(text, 0, text.length, known) : undefined;
  if (said && said.role !== 'other') {
    const fields = valuesOf(passage, spacedLabels(text, said, text.length, known), text.length, held);
    const whole = !isOfSites(said.label) && fields.every((field) => isFilled(passage, field, known));
    if (whole || /[均为是]/u.test(text[said.to] ?? '')) return fields;
  }
  if (!STATEMENT.test(text) || markOf(passage)) return [];
  const fields = statedIn(passage, 0, text.length, held) ?? [];
  return namesOf(fields).every((name) => isBody(name) || isGroup(name)) ? fields : [];
}

/** Whether names or a day stand behind a label, and not the next header of a table or a sentence: `责任单位 完成时限`. */
function isFilled({ text }: Passage, { role, parties, due }: Stated, known: Labels): boolean {
  if (role === 'deadline') return due !== undefined && timeOf(text.slice(due.start, due.end)) !== undefined;
  return (
    parties.length > 0 &&
    parties.every(
      ({ name, kind }) =>
        (kind === 'person' || isBody(name) || isGroup(name)) && roleOfLabel(known, name) === 'other',
    )
  );
}

const LONGEST_SAID = 80;

const STATEMENT =
  /^(?!建立|成立|坚持|形成|健全|完善|由|实行|采取|明确|落实|组建|参[加与]|协[助同]|配合|引进|提交|与|[一二三四五六七八九十]是)[々〇㐀-鿿𠀀-𲎯、,()]{2,60}(?:牵头|主办)(?:[々〇㐀-鿿𠀀-𲎯、,()]|\d{1,4}[年月日]){0,60}。?$/u;
