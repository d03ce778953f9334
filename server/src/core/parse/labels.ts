import type { FieldRole } from '../plan.ts';

/** What a label says its value is; `other` labels (联系人…) end the value before them and mean nothing here. */
export type LabelRole = FieldRole | 'other';

/** The labels of a document: one pattern that finds any of them, and what each means. */
export interface Labels {
  /** Matches a label without its colon; run on folded text. */
  readonly source: string;
  /** Role of a label as matched, spaces and traditional forms allowed. */
  readonly roleOf: (label: string) => LabelRole;
  /** Whether the label names persons (牵头领导, 责任人) and not bodies. */
  readonly isPersonal: (label: string) => boolean;
}

/** The known labels, with `more` from the settings. */
export function labelsWith(more: Readonly<Partial<Record<FieldRole, readonly string[]>>> = {}): Labels {
  const roles = new Map<string, LabelRole>();
  for (const [role, names] of Object.entries(KNOWN))
    for (const name of names) roles.set(name, role as LabelRole);
  for (const [role, names] of Object.entries(more)) {
    for (const name of names) if (name.trim()) roles.set(canonical(name), role as LabelRole);
  }
  return {
    source: alternatives([...roles.keys()]),
    roleOf: (label) => roles.get(canonical(label)) ?? 'other',
    isPersonal: (label) => PERSONAL.test(canonical(label)),
  };
}

const BODIES = ['单位', '部门', '科室', '处室', '股室', '委室', '站室'];

function each(heads: readonly string[], tails: readonly string[]): string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}

const KNOWN: Readonly<Record<LabelRole, readonly string[]>> = {
  lead: [
    ...each(['牵头', '牵头责任', '主办'], BODIES),
    ...each(['牵头', '责任', '分管', '分管局', '分管县', '分管市', '分管区', '包保', '包抓'], ['领导']),
    '牵头人',
    '责任人',
    '负责人',
    'lead',
  ],
  unit: [...each(['责任', '承办', '落实', '实施'], BODIES), '责任学校', '责任股', 'responsible'],
  support: [...each(['配合', '协办', '参与', '协作', '协助', '参加'], BODIES), 'support'],
  deadline: [
    ...each(['完成'], ['时间', '时限', '期限', '日期']),
    '时限要求',
    '办结时限',
    '拟定时限',
    '截止时间',
    '进度安排',
    'deadline',
  ],
  other: ['联系人', '联系科室', '联系电话', '联系方式', '监督电话', '电话', '备注', '说明'],
};

const PERSONAL = /领导$|人$|^lead$/u;

/** Simplified, lower case, no spaces. */
function canonical(label: string): string {
  return label
    .replace(/\s+/gu, '')
    .toLowerCase()
    .replace(TRADITIONAL_CHARACTERS, (character) => SIMPLIFIED[character] ?? character);
}

/**
 * A pattern for any of `names`, the longest that fits, with spaces between the characters and any in its traditional
 * form. Names with the same beginning share it, so the pattern stays small.
 */
function alternatives(names: readonly string[]): string {
  const byHead = new Map<string, string[]>();
  for (const name of names) {
    const [head = ''] = name;
    byHead.set(head, [...(byHead.get(head) ?? []), name.slice(head.length)]);
  }
  const optional = byHead.delete('');
  const branches = [...byHead].map(([head, tails]) => anyForm(head) + continued(tails, head));
  if (branches.length === 0) return '';
  return optional
    ? `(?:${branches.join('|')})?`
    : branches.length === 1
      ? (branches[0] ?? '')
      : `(?:${branches.join('|')})`;
}

function continued(tails: readonly string[], head: string): string {
  const more = tails.filter((tail) => tail !== '');
  if (more.length === 0) return '';
  const gap = /[a-z]/u.test(head) ? '' : ' {0,2}';
  const rest = gap + alternatives(more);
  return more.length < tails.length ? `(?:${rest})?` : rest;
}

function anyForm(character: string): string {
  if (/[a-z]/u.test(character)) return `[${character}${character.toUpperCase()}]`;
  const traditional = TRADITIONAL[character];
  if (traditional) return `[${character}${traditional}]`;
  return character.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** Traditional forms of the characters that labels are made of. */
const TRADITIONAL: Readonly<Record<string, string>> = {
  牵: '牽',
  头: '頭',
  领: '領',
  导: '導',
  责: '責',
  单: '單',
  门: '門',
  处: '處',
  协: '協',
  办: '辦',
  负: '負',
  与: '與',
  参: '參',
  时: '時',
  间: '間',
  结: '結',
  拟: '擬',
  进: '進',
  实: '實',
  联: '聯',
  电: '電',
  话: '話',
  监: '監',
  备: '備',
  说: '說',
  县: '縣',
  区: '區',
  学: '學',
  务: '務',
  助: '助',
};
const SIMPLIFIED = Object.fromEntries(
  Object.entries(TRADITIONAL).map(([simple, traditional]) => [traditional, simple]),
);
const TRADITIONAL_CHARACTERS = new RegExp(`[${Object.values(TRADITIONAL).join('')}]`, 'gu');
