import type { FieldRole } from '../../plan/plan.ts';
import { BULLETS } from '../../text/bullets.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { isBody, isGroup, isStaff } from './bodies.ts';
import { timeOf } from './clauses.ts';
import { endingAt, skipBack } from './label-ends.ts';
import {
  isMixed,
  isWho,
  LONGEST_SHAPE,
  namesPersons,
  namesTime,
  roleAlone,
  roleByShape,
} from './label-shapes.ts';
import { isPerson, withoutPost } from './persons.ts';
import { POSITION } from './position.ts';
import { headsProse } from './when.ts';

/** Whom a label asks for: 责任人, 责任单位, 责任单位及责任人. */
export type Asked = 'persons' | 'bodies' | 'both';

/** What a label says its value is; `other` labels (联系人…) end the value before them and mean nothing here. */
export type LabelRole = FieldRole | 'other';

/** The labels that a document may use: those that are told by their shape, and others that are given. */
export interface Labels {
  /** Without spaces, simplified and in lower case, and what each means. */
  readonly given: ReadonlyMap<string, LabelRole>;
  /** Length of the longest. */
  readonly longest: number;
}

/** A label in a text; offsets are into the text. */
export interface LabelAt {
  readonly from: number;
  /** Past its last character, or past its bracket in `【牵头领导】`. */
  readonly to: number;
  readonly valueFrom: number;
  readonly role: LabelRole;
  /** Without spaces, simplified. */
  readonly label: string;
}

/** The labels that everybody uses, with `more` from the settings. */
export function labelsWith(more: OwnLabels = {}): Labels {
  const added = flatMapped(Object.entries(more), ([role, names]) =>
    flatMapped(names, (name) => (name.trim() ? [[canonical(name), role as LabelRole] as const] : [])),
  );
  const given = new Map([...IN_ENGLISH, ...USUAL, ...added]);
  return { given, longest: Math.max(LONGEST_SHAPE, ...Array.from(given.keys(), (name) => name.length)) };
}

/** Labels beyond the known ones, by role. */
export type OwnLabels = Readonly<Partial<Record<FieldRole, readonly string[]>>>;

/** What `label` means, as it stands in a text; `other` for any word that is no label. */
export function roleOfLabel(labels: Labels, label: string): LabelRole {
  return roleOf(labels, canonical(label)) ?? 'other';
}

/** Whom a label names: persons (牵头领导, 责任人), bodies, or both, whose roles differ (责任领导和单位). */
export function namedBy(label: string): Asked {
  const known = canonical(label);
  if (isMixed(known)) return 'both';
  return namesPersons(known) ? 'persons' : 'bodies';
}

/**
 * Labels with their colons in a stretch of folded text, in order: `责任单位:`, `责 任 人 :`, `**牵头单位**:`,
 * `责任科室(单位):`, `【牵头领导】`. A label is never the end of a longer word (办理完成时限).
 */
export function labelsIn(text: string, from: number, to: number, labels: Labels): LabelAt[] {
  const found: LabelAt[] = [];
  for (const { index, 0: mark } of matchesIn(text.slice(from, to), LABEL_END)) {
    const at = from + index;
    const label =
      mark === ':'
        ? (beforeColon(text, from, at, labels) ?? behindName(text, at, found.at(-1), labels))
        : inBrackets(text, from, at, labels);
    if (label && !headsProse(text, label)) found.push(label);
  }
  if (!found.some(isTimed)) return found;
  const owned = found.some(({ role }) => role !== 'other' && role !== 'deadline');
  // 起止时间 beside 完成时限 is that of a whole project.
  const due = found.some((label) => label.role === 'deadline' && !isTimed(label));
  return found.filter((label) => !isTimed(label) || (!due && saysWhen(text, label, owned)));
}

function isTimed({ role, label }: LabelAt): boolean {
  return role === 'deadline' && namesTime(label);
}

/**
 * Whether a label that may also say when something takes place says by when: beside those who do it (`责任人:魏来;时间:高考期间`),
 * before a time by which it is done, and alone on a line before a month or the like.
 */
function saysWhen(text: string, { from, valueFrom, label }: LabelAt, owned: boolean): boolean {
  const value = text.slice(valueFrom, valueFrom + 40);
  const time = timeOpening(value);
  if (time === 'due' || (owned && label.endsWith('时间') && !LASTS.test(value))) return true;
  const alone = MONTHS.test(text.slice(valueFrom)) && skipBack(text, 0, from, ` ${BULLETS}`) === 0;
  return time === 'plain' && (owned || label.length > 2 || alone);
}

/** How long something takes: `45分钟`. */
const LASTS = /^\s*\d+\s*(?:分钟|小时|天|课时|个)/u;
/** `10月`, `3—4月`, `9月中旬` */
const MONTHS = /^\s*(?:\d{4}年)?(?:\d{1,2}[-—~至])?\d{1,2}月(?:[上中下]{1,2}旬|份)?\s*$/u;

/** The label at `from` without a colon, before a space, 为, 均为 or 是: `责任单位 市教育局`, not `第一责任单位为牵头单位`. */
export function spacedLabelAt(text: string, from: number, to: number, labels: Labels): LabelAt | undefined {
  let start = from;
  while (start < to && text[start] === ' ') start += 1;
  for (let end = Math.min(to - 1, start + labels.longest); end > start; end -= 1) {
    if (!' 为是'.includes(text[end] ?? '')) continue;
    const label = text.slice(start, end).replace(/均$/u, '').toLowerCase();
    const role = roleOf(labels, label);
    if (!role) continue;
    let valueFrom = end + 1;
    while (valueFrom < to && text[valueFrom] === ' ') valueFrom += 1;
    if (POSITION.test(text.slice(start, valueFrom + LONGEST_ALONE))) return undefined;
    return valueFrom < to ? { from: start, to: start + label.length, valueFrom, role, label } : undefined;
  }
  return undefined;
}

const LABEL_END = /[:\]】]/gu;

function beforeColon(text: string, from: number, colon: number, labels: Labels): LabelAt | undefined {
  let end = skipBack(text, from, colon, ' *');
  // `责任科室(单位):`
  if (text[end - 1] === ')') {
    const open = text.lastIndexOf('(', end - 1);
    if (open > from && end - open <= 14) end = skipBack(text, from, open, ' ');
  }
  const label =
    endingAt(text, from, end, labels.longest, (words) => roleOf(labels, words)) ??
    aloneAt(text, from, end, colon) ??
    endingAt(text, from, end, LONGEST_ALONE, (words) => (namesTime(words) ? 'deadline' : undefined));
  // A colon that was struck twice is one: `责任科室::办公室`.
  return label && { ...label, valueFrom: colon + (text[colon + 1] === ':' ? 2 : 1) };
}

/**
 * The label that no mark parts from the last name or day of the label before it: `牵头单位:县教育局配合单位:县财政局`, or behind
 * a space what leads in without a noun: `责任人:纪委书记 承办:监察室`.
 */
function behindName(
  text: string,
  colon: number,
  before: LabelAt | undefined,
  labels: Labels,
): LabelAt | undefined {
  if (!before || colon - before.valueFrom > LONGEST_VALUE) return undefined;
  const alone = leadingIn(text, before.valueFrom, colon, colon);
  if (alone && text[alone.from - 1] === ' ') {
    const last =
      text
        .slice(before.valueFrom, alone.from)
        .trim()
        .split(/[、,; ]/u)
        .at(-1) ?? '';
    return endsValue(last) ? { ...alone, valueFrom: colon + 1 } : undefined;
  }
  const value = VALUE.exec(text.slice(before.valueFrom, colon))?.[1];
  for (let size = 2; value && size < Math.min(value.length - 1, labels.longest + 1); size += 1) {
    const label = value.slice(-size);
    const role = roleOf(labels, label);
    if (role && endsValue(value.slice(0, -size)))
      return { from: colon - size, to: colon, valueFrom: colon + 1, role, label };
  }
  return undefined;
}

/** In characters; more names than that are not looked through. */
const LONGEST_VALUE = 400;

/** The last of the names before a colon. */
const VALUE = /^[^,;。:()]*?([^、,;。:() ]{4,40})$/u;

function endsValue(words: string): boolean {
  return isBody(words) || isPerson(words) || timeOf(words) !== undefined;
}

/**
 * What leads in without a noun, at the head of a bracket or of a line or behind a mark or a number there, and a name behind
 * it: `牵头:县住建局;配合:县财政局`, `(3)责任:总务处`. `配合:做到及时` is prose.
 */
function aloneAt(text: string, from: number, end: number, colon: number): LabelAt | undefined {
  const label = leadingIn(text, from, end, colon);
  if (!label) return undefined;
  const before = skipBack(text, from, label.from, ` ${BULLETS}`);
  const mark = text[before - 1] ?? '';
  const who = isWho(label.label);
  // `参加者有局领导:周晓,科室:办公室` is prose, where it stands in no bracket.
  const told = who && ',、'.includes(mark) && !'([〔【'.includes(text[from - 1] ?? ' ');
  const inside = INSIDE.test(mark) && !told;
  // There 主办 says whose a page is, 科室 stands in a form, and 县领导 in a list of members.
  const heads = before === from || before < label.from || '。)'.includes(mark);
  return inside || (heads && !isOfSites(label.label) && !who) ? label : undefined;
}

/** What leads in without a noun right before a colon, and a name behind it. */
function leadingIn(text: string, from: number, end: number, colon: number): LabelAt | undefined {
  const value = text.slice(colon + 1, colon + 40);
  const label = endingAt(text, from, end, LONGEST_ALONE, (words) => roleAlone(words, personOpens(value)));
  // What else stands behind 主责 is a name, too: 城管, 县剧团.
  const named = nameOpens(value) || (label?.label.endsWith('主责') && NOUN.test(value));
  return named ? label : undefined;
}

const NOUN = /^\s*[々〇㐀-鿿𠀀-𲎯]{2,8}(?:[;,、)\]〕】\s]|$)/u;
const INSIDE = /[([〔【;,、]/u;
/** 主办 and 承办 at the head of a line, and what they lead in, stand at the foot of a page. */
export function isOfSites(label: string): boolean {
  return /^[主承]办/u.test(label);
}

/** 科室负责人 is the longest label that is no more than what leads in, whose it is, or the word for a time. */
const LONGEST_ALONE = 5;

/** Whether a value begins with a name, and not with a sentence: 各乡镇, and not 各乡镇要担起责任. */
export function nameOpens(value: string): boolean {
  const name = firstName(value);
  return isBody(name) || isNamed(name) || isStaff(name) || (isGroup(name) && /^[^要应须]{1,8}$/u.test(name));
}

/** What time a value begins with, and not with a sentence: `7月1日;责任科室:安全科`. */
export function timeOpening(value: string): ReturnType<typeof timeOf> {
  return timeOf(value.split(/[;,。)\]〕】]|、(?!\d)/u, 1)[0] ?? '');
}

function personOpens(value: string): boolean {
  return isNamed(firstName(value));
}

/** Whether words are a person, also beside the post: 副校长周晓. */
function isNamed(words: string): boolean {
  const { from, to } = withoutPost(words, false);
  return isPerson(words.slice(from, to));
}

function firstName(value: string): string {
  return FIRST_NAME.exec(value)?.[1] ?? '';
}

const FIRST_NAME = /^[ *]*([々〇㐀-鿿𠀀-𲎯]{2,24})(?![々〇㐀-鿿𠀀-𲎯])/u;

function inBrackets(text: string, from: number, close: number, labels: Labels): LabelAt | undefined {
  const end = skipBack(text, from, close, ' ');
  const label = endingAt(text, from, end, labels.longest, (words) => roleOf(labels, words));
  if (!label) return undefined;
  const open = skipBack(text, from, label.from, ' ') - 1;
  if (open < from || !'【['.includes(text[open] ?? '')) return undefined;
  let valueFrom = close + 1;
  while (text[valueFrom] === ' ') valueFrom += 1;
  valueFrom = text[valueFrom] === ':' ? valueFrom + 1 : close + 1;
  return { ...label, from: open, to: valueFrom, valueFrom };
}

/** Simplified, lower case, no spaces. */
function canonical(label: string): string {
  return fold(label).replace(/\s+/gu, '').toLowerCase();
}

/** What a label in canonical form means; undefined for any other words. */
export function roleOf(labels: Labels, label: string): LabelRole | undefined {
  return labels.given.get(label) ?? roleByShape(label);
}

const IN_ENGLISH: readonly (readonly [string, LabelRole])[] = [
  ['lead', 'lead'],
  ['responsible', 'unit'],
  ['support', 'support'],
  ['deadline', 'deadline'],
];

/** What most labels are, as their shape says it too: few texts have others, for which that has to be looked at. */
const USUAL: readonly (readonly [string, LabelRole])[] = [
  ['牵头单位', 'lead'],
  ['牵头部门', 'lead'],
  ['牵头领导', 'lead'],
  ['责任单位', 'unit'],
  ['责任部门', 'unit'],
  ['责任科室', 'unit'],
  ['责任领导', 'lead'],
  ['责任人', 'lead'],
  ['配合单位', 'support'],
  ['配合部门', 'support'],
  ['完成时限', 'deadline'],
  ['完成时间', 'deadline'],
  ['联系人', 'other'],
  ['联系电话', 'other'],
];
