import { type Block, part, spanIn } from '../plan/block.ts';
import type { PartyKind } from '../plan/plan.ts';
import { isBody, isGroup } from '../read/fields/bodies.ts';
import { bracketsIn } from '../read/fields/brackets.ts';
import { partiesIn } from '../read/fields/parties.ts';
import { placedParty } from '../read/fields/placed.ts';
import { flatMapped } from '../text/flat.ts';
import { nameText } from '../text/fold.ts';
import { matchesIn } from '../text/matches.ts';
import { isLettered } from '../text/worded.ts';
import type { Alias, Entry, Named } from './entry.ts';

/** The entry that is called `title` and says what was `found`. */
export function entryWith(title: Named, found: Details, place: Place): Entry {
  const [name = title] = found.full;
  const kind = kindOf(name.name, place.leads, found);
  // `办公室（分管：陆怀远）` says who is in charge of the unit.
  const [inCharge, above] = kind === 'person' ? [found.charge, []] : [[], found.charge];
  return {
    name: name.name,
    kind,
    nameSpan: name.span,
    span: place.span,
    aliases: aliasesOf(found, name === title ? [] : [title]),
    heads: found.head,
    post: found.post[0]?.name,
    inCharge,
    leaders: [...found.leader, ...above],
    parents: found.parent,
    members: found.member,
    section: place.section,
    order: place.order,
  };
}

/** Where an entry stands. */
export interface Place extends Pick<Entry, 'span' | 'section' | 'order'> {
  /** Below a heading of leaders. */
  readonly leads: boolean;
}

/** What an entry says, by what it is. */
export type Details = Record<Detail, Named[]>;

export function nothing(): Details {
  return {
    alias: [],
    former: [],
    full: [],
    head: [],
    post: [],
    charge: [],
    leader: [],
    parent: [],
    member: [],
  };
}

export type Detail =
  | 'alias'
  | 'former'
  | 'full'
  | 'head'
  | 'post'
  | 'charge'
  | 'leader'
  | 'parent'
  | 'member';

const DETAILS: readonly (readonly [Detail, RegExp])[] = [
  ['alias', /^(?:以下)?(?:简称|又称|别称|别名|亦称|也称|统称)$/u],
  ['former', /^(?:曾用名|原名|原称)$/u],
  ['full', /^全称$/u],
  [
    'head',
    /^(?:主要)?(?:负责人|责任人|科长|股长|处长|部长|主任|校长|院长|园长|站长|所长|馆长|主席|局长|书记)$/u,
  ],
  ['post', /^(?:职务|现任职务|岗位|职务职级)$/u],
  ['charge', /^(?:协助)?(?:分管|主管|联系)(?:工作|科室|单位|部门|学校)?$/u],
  ['leader', /^(?:分管|主管|联系)(?:领导|局领导|局长|副局长|负责人|校长|副校长)$/u],
  ['parent', /^(?:上级|隶属|归口|所属)(?:单位|部门|机关|科室|管理)?$|^主管(?:部门|单位)$/u],
  ['member', /^(?:包括|包含|成员|下辖|下设|成员单位|成员学校)$/u],
];

/** What a label says, without its colon. */
export function detailFor(label: string): Detail | undefined {
  return DETAILS.find(([, pattern]) => pattern.test(label))?.[0];
}

const LABELS = DETAILS.map(([, { source }]) => source.replaceAll('^', '').replaceAll('$', '')).join('|');
/** `（职务：`, `（以下简称` or `　负责人：`: where the name has ended and details begin. */
export const DETAIL_BEHIND = new RegExp(
  `[([〔【]\\s{0,4}(?:[々〇㐀-鿿𠀀-𲎯]{2,6}\\s{0,4}:|(?:以下)?(?:简称|又称|统称|曾用名|原名))|[\\s,;](?:${LABELS})\\s{0,4}:`,
  'u',
);
/** The words of a stretch as a name. */
export function named(block: Block, from: number, to: number): Named {
  const { raw, span } = part(block, from, to);
  return { name: nameText(raw), span };
}

/** Whoever stands below such a heading is a person; a leading group (领导小组) is made of bodies. */
export const LEADERS = /(?:领导|领导班子|班子成员|负责人|班子)(?!小组)/u;

function kindOf(name: string, leads: boolean, found: Details): PartyKind {
  if (found.post.length > 0) return 'person';
  if (found.member.length > 0 || isGroup(name)) return 'group';
  if (found.charge.length > 0 && !(isBody(name) && !leads)) return 'person';
  return leads && /^[々〇㐀-鿿𠀀-𲎯·]{2,15}$/u.test(name) && (name.length <= 4 || name.includes('·'))
    ? 'person'
    : 'unit';
}

function aliasesOf(found: Details, titles: readonly Named[]): readonly Alias[] {
  return [
    ...[...titles, ...found.alias].map((alias) => ({ ...alias, former: false })),
    ...found.former.map((alias) => ({ ...alias, former: true })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** A detail and where its value stands in a block's text. */
export interface DetailAt {
  readonly detail: Detail;
  readonly start: number;
  readonly end: number;
}

/** The labelled details of a block behind `from`, in its brackets and outside of them. */
export function detailsIn(text: string, from: number): readonly DetailAt[] {
  const found: DetailAt[] = [];
  let outside = from;
  for (const { from: open, to: close, innerFrom, innerTo } of bracketsIn(text)) {
    if (open < from || !DETAIL_BEHIND.test(text.slice(open, open + 16))) continue;
    found.push(...labelled(text, outside, open), ...labelled(text, innerFrom, innerTo));
    outside = close;
  }
  return [...found, ...labelled(text, outside, text.length)];
}

/** `职务：局长；分管：办公室`: each value runs to the next label. */
function labelled(text: string, from: number, to: number): readonly DetailAt[] {
  const labels = matchesIn(text.slice(from, to), DETAIL_LABEL).map((match) => ({
    label: match[1] ?? match[2] ?? '',
    // Without a colon the name is all there is: `以下简称信息办，负责…`.
    short: match[1] === undefined,
    at: from + match.index,
    valueFrom: from + match.index + match[0].length,
  }));
  return flatMapped(labels, ({ label, short, valueFrom }, i) => {
    const detail = detailFor(label);
    const next = labels[i + 1]?.at ?? to;
    const stop = short ? text.slice(valueFrom, next).search(/[,;。]/u) : -1;
    return detail ? [{ detail, start: valueFrom, end: stop < 0 ? next : valueFrom + stop }] : [];
  });
}

/** A label after a separator or at the start; what names another name needs no colon. */
const DETAIL_LABEL =
  /(?<=^|[;,。\s])(?:([々〇㐀-鿿𠀀-𲎯]{2,6})\s{0,4}:|(?:以下)?(简称|又称|统称|曾用名|原名)为?)/gu;

/** The names in a value; a post is one whatever stands in it. */
export function namedIn(block: Block, from: number, to: number, detail: Detail): readonly Named[] {
  let [start, end] = [from, to];
  while (end > start && /[;,。、\s”"》]/u.test(block.text[end - 1] ?? '')) end -= 1;
  while (start < end && /[\s“"《]/u.test(block.text[start] ?? '')) start += 1;
  if (start >= end) return [];
  if (detail === 'post') {
    const span = spanIn(block, start, end);
    return [{ name: block.raw.slice(start, end).trim(), span }];
  }
  const parties = partiesIn(block, start, end, detail === 'head' || detail === 'leader');
  return parties
    .filter(({ name }) => isLettered(name))
    .map((party) => withoutTail(placedParty(party, block), detail));
}

/** `贺敬川（主任）` is 贺敬川; to be in charge of 办公室工作 is to be in charge of 办公室. */
function withoutTail({ name, span }: Named, detail: Detail): Named {
  const tail = (detail === 'head' ? POST_BEHIND : detail === 'charge' ? WORK_BEHIND : undefined)?.exec(name);
  // A name written with spaces inside is left as it is: its characters cannot be counted off.
  if (!tail || span.end - span.start !== name.length) return { name, span };
  return { name: name.slice(0, tail.index), span: { start: span.start, end: span.start + tail.index } };
}

const POST_BEHIND = /[（(][^（()）]{1,20}[)）]$/u;
const WORK_BEHIND = /(?<=[科股处室办局校园会站心])工作$/u;
