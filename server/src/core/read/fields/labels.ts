import type { FieldRole } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';

/** What a label says its value is; `other` labels (联系人…) end the value before them and mean nothing here. */
export type LabelRole = FieldRole | 'other';

/** The labels that a document may use, without spaces, simplified and in lower case, and what each means. */
export interface Labels {
  readonly roles: ReadonlyMap<string, LabelRole>;
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

/** The known labels, with `more` from the settings. */
export function labelsWith(more: Readonly<Partial<Record<FieldRole, readonly string[]>>> = {}): Labels {
  const added = Object.entries(more).flatMap(([role, names]) =>
    names.flatMap((name) => (name.trim() ? [[canonical(name), role as LabelRole] as const] : [])),
  );
  return added.length === 0 ? knownLabels : labelsOf(new Map([...knownLabels.roles, ...added]));
}

/** What `label` means, as it stands in folded text. */
export function roleOfLabel(labels: Labels, label: string): LabelRole {
  return labels.roles.get(canonical(label)) ?? 'other';
}

/** Whether a label names persons (牵头领导, 责任人) and not bodies. */
export function isPersonal(label: string): boolean {
  return PERSONAL.test(canonical(label));
}

/**
 * Labels with their colons in a stretch of folded text, in order: `责任单位:`, `责 任 人 :`, `**牵头单位**:`,
 * `责任科室(单位):`, `【牵头领导】`. A label is never the end of a longer word (办理完成时限).
 */
export function labelsIn(text: string, from: number, to: number, labels: Labels): LabelAt[] {
  const found: LabelAt[] = [];
  for (const { index, 0: mark } of text.slice(from, to).matchAll(LABEL_END)) {
    const at = from + index;
    const label = mark === ':' ? beforeColon(text, from, at, labels) : inBrackets(text, from, at, labels);
    if (label) found.push(label);
  }
  return found;
}

/** The label that stands at `from` without a colon, before a space or 为: `责任单位 市教育局`. */
export function spacedLabelAt(text: string, from: number, to: number, labels: Labels): LabelAt | undefined {
  let start = from;
  while (start < to && text[start] === ' ') start += 1;
  for (let end = Math.min(to - 1, start + labels.longest); end > start; end -= 1) {
    if (text[end] !== ' ' && text[end] !== '为') continue;
    const label = text.slice(start, end).toLowerCase();
    const role = labels.roles.get(label);
    if (!role) continue;
    let valueFrom = end + 1;
    while (valueFrom < to && text[valueFrom] === ' ') valueFrom += 1;
    return valueFrom < to ? { from: start, to: end, valueFrom, role, label } : undefined;
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
  const label = endingAt(text, from, end, labels);
  return label && { ...label, valueFrom: colon + 1 };
}

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

/** The longest known label that ends at `end`, with at most two spaces between its characters. */
function endingAt(text: string, from: number, end: number, labels: Labels): LabelAt | undefined {
  let letters = '';
  let found: LabelAt | undefined;
  for (let at = end; at > from && letters.length < labels.longest; ) {
    const start = at;
    if (letters !== '' && text[at - 1] === ' ') at -= 1;
    if (letters !== '' && text[at - 1] === ' ') at -= 1;
    const character = text[at - 1] ?? '';
    if (at === from || !isWord(character)) break;
    // English words are told apart by their spaces.
    if (start > at && character <= 'z') break;
    at -= 1;
    letters = character.toLowerCase() + letters;
    const role = labels.roles.get(letters);
    if (role) found = { from: at, to: end, valueFrom: end, role, label: letters };
  }
  if (!found || found.from === from) return found;
  return isWord(text[found.from - 1] ?? '') ? undefined : found;
}

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

const BODIES = ['单位', '部门', '科室', '处室', '股室', '委室', '站室'];

function each(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

const KNOWN: Readonly<Record<LabelRole, readonly string[]>> = {
  lead: [
    ...each(['牵头', '牵头责任', '主办', '主责'], BODIES),
    ...each(['牵头', '责任', '分管', '主管', '包保', '包抓'], ['领导']),
    ...each(['分管局', '分管县', '分管市', '分管区', '分管校'], ['领导']),
    ...each(['', '主要', '具体', '直接', '第一'], ['责任人', '负责人']),
    ...each(['分管', '分管副'], ['局长', '校长', '园长', '院长', '主任']),
    ...['牵头人', 'lead'],
  ],
  unit: [
    ...each(['责任', '承办', '落实', '实施', '负责', '主要责任', '其他责任', '具体责任'], BODIES),
    ...['责任学校', '责任股', '责任科', '责任主体', 'responsible'],
  ],
  support: [
    ...each(
      ['配合', '协办', '参与', '协作', '协助', '协同', '参加', '主要配合', '主要协作', '其他配合'],
      BODIES,
    ),
    'support',
  ],
  deadline: [
    ...each(['完成'], ['时间', '时限', '期限', '日期', '节点']),
    ...[
      '时限',
      '时限要求',
      '办结时限',
      '拟定时限',
      '整改时限',
      '截止时间',
      '时间节点',
      '进度安排',
      'deadline',
    ],
  ],
  other: ['联系人', '联系科室', '联系电话', '联系方式', '监督电话', '电话', '备注', '说明'],
};

const PERSONAL = /(?:领导|人|[局校园院]长|主任)$|^lead$/u;

/** Simplified, lower case, no spaces. */
function canonical(label: string): string {
  return fold(label).replace(/\s+/gu, '').toLowerCase();
}

function labelsOf(roles: ReadonlyMap<string, LabelRole>): Labels {
  return { roles, longest: Math.max(...Array.from(roles.keys(), (name) => name.length)) };
}

const knownLabels = labelsOf(
  new Map(Object.entries(KNOWN).flatMap(([role, names]) => names.map((name) => [name, role as LabelRole]))),
);
