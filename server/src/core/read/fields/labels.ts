import type { FieldRole } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { isBody, isGroup } from './bodies.ts';
import { isMixed, LONGEST_SHAPE, namesPersons, roleByShape } from './label-shapes.ts';
import { isPerson } from './persons.ts';

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
export function namedBy(label: string): 'persons' | 'bodies' | 'both' {
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
    const label = mark === ':' ? beforeColon(text, from, at, labels) : inBrackets(text, from, at, labels);
    if (label) found.push(label);
  }
  return found;
}

/** The label that stands at `from` without a colon, before a space, 为, 均为 or 是: `责任单位 市教育局`. */
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
  const label = endingAt(text, from, end, labels) ?? aloneAt(text, from, end, colon);
  return label && { ...label, valueFrom: colon + 1 };
}

/**
 * What leads in without a noun, at the head of a bracket or of a line or behind a mark there, and a name behind it:
 * `牵头:县住建局;配合:县财政局`. `配合:做到及时` is prose.
 */
function aloneAt(text: string, from: number, end: number, colon: number): LabelAt | undefined {
  const start = end - 2;
  const role = start < from ? undefined : ALONE.get(text.slice(start, end));
  const name = nameAt(text.slice(colon + 1, colon + 40));
  // What somebody has charge of is no owner: `王五（分管：办公室）`.
  if (!role || name === undefined || (text.startsWith('分管', start) && !isPerson(name))) return undefined;
  const before = skipBack(text, from, start, ' *•·●>#-');
  const label = text.slice(start, end);
  const inside = INSIDE.test(text[before - 1] ?? '');
  // `主办:县人民政府 承办:县政府办公室` at the foot of a page says whose it is.
  const opens = !isOfSites(label) && (before === 0 || before < start || text[before - 1] === '。');
  return inside || opens ? { from: start, to: end, valueFrom: end, role, label } : undefined;
}

const INSIDE = /[([〔【;,、]/u;
/** 主办 and 承办 at the head of a line, and what they lead in, stand at the foot of a page. */
export function isOfSites(label: string): boolean {
  return /^[主承]办/u.test(label);
}

/** What leads in, and its role where it is a label by itself. */
const ALONE: ReadonlyMap<string, FieldRole> = new Map([
  ['牵头', 'lead'],
  ['主办', 'lead'],
  ['分管', 'lead'],
  ['责任', 'unit'],
  ['落实', 'unit'],
  ['负责', 'unit'],
  ['承办', 'unit'],
  ['配合', 'support'],
  ['协办', 'support'],
]);

/** Whether a value begins with a name, and not with a sentence: 各乡镇, and not 各乡镇要担起责任. */
export function nameOpens(value: string): boolean {
  return nameAt(value) !== undefined;
}

function nameAt(value: string): string | undefined {
  const name = FIRST_NAME.exec(value)?.[1] ?? '';
  const isGeneral = isGroup(name) && name.length <= 8 && !/[要应须]/u.test(name);
  return isBody(name) || isPerson(name) || isGeneral ? name : undefined;
}

const FIRST_NAME = /^[ *]*([々〇㐀-鿿𠀀-𲎯]{2,24})(?![々〇㐀-鿿𠀀-𲎯])/u;

function inBrackets(text: string, from: number, close: number, labels: Labels): LabelAt | undefined {
  const label = endingAt(text, from, skipBack(text, from, close, ' '), labels);
  if (!label) return undefined;
  const open = skipBack(text, from, label.from, ' ') - 1;
  if (open < from || !'【['.includes(text[open] ?? '')) return undefined;
  let valueFrom = close + 1;
  while (text[valueFrom] === ' ') valueFrom += 1;
  valueFrom = text[valueFrom] === ':' ? valueFrom + 1 : close + 1;
  return { ...label, from: open, to: valueFrom, valueFrom };
}

/** The longest label that ends at `end` and begins a word, with at most two spaces between its characters. */
function endingAt(text: string, from: number, end: number, labels: Labels): LabelAt | undefined {
  let letters = '';
  let found: LabelAt | undefined;
  for (let at = end; at > from && letters.length < labels.longest; ) {
    const start = at;
    if (letters !== '' && text[at - 1] === ' ') at -= 1;
    if (letters !== '' && text[at - 1] === ' ') at -= 1;
    const character = text[at - 1] ?? '';
    const joins = letters !== '' && JOINING.includes(character);
    if (at === from || !(joins || isWord(character))) break;
    // English words are told apart by their spaces.
    if (start > at && character <= 'z') break;
    at -= 1;
    letters = character.toLowerCase() + letters;
    if (joins || (at > from && isWord(text[at - 1] ?? ''))) continue;
    const role = roleOf(labels, letters);
    if (role) found = { from: at, to: end, valueFrom: end, role, label: letters };
  }
  return found;
}

/** Marks between two parts of a label: `牵头/责任单位`. */
const JOINING = '/、';

function skipBack(text: string, from: number, end: number, what: string): number {
  let at = end;
  while (at > from && what.includes(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** A Han character, a Latin letter or a digit. */
function isWord(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return code === 0x3007 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff);
}

/** Simplified, lower case, no spaces. */
function canonical(label: string): string {
  return fold(label).replace(/\s+/gu, '').toLowerCase();
}

function roleOf(labels: Labels, label: string): LabelRole | undefined {
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
