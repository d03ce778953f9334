import { saying } from '../../plan/block.ts';
import type { SectionRole, Style, TaskRole } from '../../plan/plan.ts';
import { holdsBullets, holdsLedBullets } from './bullets.ts';
import type { Item, Paragraph } from './item.ts';
import { holdsLabels, settleFacts } from './labelled.ts';
import { placeOf } from './levels.ts';
import { isSectional, type Mark } from './numbering.ts';
import { openingLists } from './opening.ts';
import {
  bodyOwners,
  isDueBesideOwned,
  isMostlyOwned,
  isOwned,
  isOwnedBelow,
  isOwnedOrDue,
  ownerParagraphs,
} from './owned.ts';
import { headsStage } from './periods.ts';
import {
  findsOut,
  type Heading,
  isAimsAndTasks,
  isBrief,
  isMatter,
  isNoTask,
  isOfRemedies,
  isPartition,
  isProvision,
  roleOfHead,
} from './roles.ts';
import { headIn, isHeadedText, isSentence, isTimeAlone, namesPart, runsOn, titleOf } from './worded.ts';

/**
 * Nests the numbered paragraphs. The levels of a document follow the order in which its number styles first nest;
 * GB/T 9704—2012 7.3.3 allows 一、 （一） 1. （1）, and many documents skip one.
 */
export function itemsOf(
  paragraphs: readonly Paragraph[],
  { year, letter = false, reply = false }: Reading,
): {
  readonly roots: readonly Item[];
  readonly all: readonly Item[];
} {
  const roots: Item[] = [];
  const all: Item[] = [];
  let order: Style[] = [];
  let stack: Item[] = [];
  let closed = false;
  let anew = false;
  const parts = { last: 0, list: 0, table: undefined as number | undefined };
  const opening = openingLists(
    paragraphs.map(({ mark, fields, noise, block }) => ({
      mark,
      owned: fields.length > 0,
      anew: noise === 'tail' && beginsAnew(block.text),
    })),
  );
  /** The numbers from a paragraph on, up to where an outline of its own begins. */
  const marksFrom = (from: number): readonly Mark[] => {
    const marks: Mark[] = [];
    for (let at = from; at < paragraphs.length; at += 1) {
      const { mark, noise, block } = paragraphs[at] ?? {};
      if (noise === 'tail' && block && beginsAnew(block.text)) break;
      if (mark) marks.push(mark);
    }
    return marks;
  };
  for (const [i, paragraph] of paragraphs.entries()) {
    const mark = opening.lists.has(i) ? undefined : paragraph.mark;
    if (!mark) {
      if (paragraph.noise === 'tail') closed = true;
      anew ||= paragraph.noise === 'tail' && beginsAnew(paragraph.block.text);
      const innermost = paragraph.noise || closed ? undefined : stack.at(-1);
      (paragraph.of ? innermost?.said : innermost?.body)?.push(paragraph);
      continue;
    }
    closed = false;
    // An appendix or a second plan goes on with nothing that stands before it.
    if (anew && mark.value <= 1) {
      stack = [];
      order = [];
      parts.last += 1;
      parts.list = parts.last;
    }
    if (!paragraph.inTable) parts.table = undefined;
    else parts.table ??= ++parts.last;
    anew = false;
    stack = above(
      stack.filter((item) => !item.paragraph.row),
      mark,
      order,
      opening.goesOn,
      () => marksFrom(i),
    );
    const parent = stack.at(-1);
    const item: Item = {
      paragraph,
      mark,
      parent,
      level: stack.length + 1,
      part: parts.table ?? parts.list,
      children: [],
      body: [],
      said: [],
      role: 'tasks',
      kind: 'section',
      spreads: false,
    };
    (parent?.children ?? roots).push(item);
    all.push(item);
    stack = [...stack, item];
  }
  for (const root of roots) classify(root, reply ? 'review' : 'tasks', year);
  for (const siblings of [roots, ...all.map(({ children }) => children)]) settleFacts(siblings);
  settlePlanHalf(roots, year);
  for (const item of all)
    if (isLeaf(item) && item.role === 'tasks' && isSectional(item.mark.style) && holdsLedBullets(item))
      spread(item);
  settleOutermost(roots, all);
  settleSiblings(roots);
  if (letter && roots.length <= MOST_DEMANDS && roots.every(isDemand)) {
    for (const root of roots) {
      root.role = 'safeguards';
      root.kind = 'section';
    }
  }
  return { roots, all };
}

function isDemand(item: Item): boolean {
  const working = item.role === 'tasks' || item.role === 'safeguards';
  return item.children.length === 0 && item.mark.style !== 'bare' && !isOwned(item) && working;
}

/** What the text around the items says about them. */
export interface Reading {
  /** The year planned for. */
  readonly year: number | undefined;
  /** It is a letter that issues a plan without holding it: what it numbers is how to carry the plan out. */
  readonly letter?: boolean;
  /** It answers a letter: it tells of what was done. */
  readonly reply?: boolean;
}

const MOST_DEMANDS = 8;

/** `二、2026年工作思路` behind the review of 2025 is the plan itself, where nothing else is. */
function settlePlanHalf(roots: readonly Item[], year: number | undefined): void {
  const review = roots.findIndex(({ role }) => role === 'review');
  const rest = review < 0 ? [] : roots.slice(review + 1);
  if (rest.some(({ role, children }) => role === 'tasks' && children.length > 0)) return;
  const half = rest.find((item) => item.children.length > 0 && PLAN_HALF.test(titleOf(item)));
  if (!half) return;
  half.role = 'tasks';
  for (const child of half.children) classify(child, 'tasks', year);
}

const PLAN_HALF = /^20\d\d年.{0,12}(?:思路|打算)$/u;

/** Whether what follows has an outline of its own: `附件2`, or the title of another document. */
function beginsAnew(text: string): boolean {
  return APPENDIX.test(text) || (text.length >= 10 && OTHER_TITLE.test(text));
}

const APPENDIX = /^附\s*件/u;
const OTHER_TITLE = /20\d\d|关于|[省市县区局校院]/u;

/** The items that stay open above `mark`; a style met for the first time is put below the innermost. */
function above(
  stack: readonly Item[],
  mark: Mark,
  order: Style[],
  listsAbove: boolean,
  ahead: () => readonly Mark[],
): Item[] {
  const { style } = mark;
  if (style === 'bare') return [];
  if (!order.includes(style)) {
    const inner = stack.filter((item) => item.mark.style !== 'bare').at(-1);
    const below = inner ? order.indexOf(inner.mark.style) + 1 : 0;
    order.splice(placeOf(style, order, { below, listsAbove, ahead }), 0, style);
  }
  const rank = order.indexOf(style);
  const same = stack.findIndex((item) => item.mark.style === style);
  const open =
    style === 'decimal'
      ? // `2.1.1` stands below `2.1`, `2.2` beside it.
        stack.filter((item) => item.mark.style !== style || mark.number.startsWith(`${item.mark.number}.`))
      : same >= 0
        ? stack.slice(0, same)
        : stack.filter((item) => item.mark.style === 'bare' || order.indexOf(item.mark.style) < rank);
  return [...open];
}

/** Decides from the leaves up what each item is; `inherited` is the role of what contains it. */
function classify(item: Item, inherited: SectionRole, year: number | undefined): void {
  const { style } = item.mark;
  const head = headIn(item);
  const sectional = isSectional(style);
  const heads = item.children.some(
    (child) => isSectional(child.mark.style) || child.mark.style === 'decimal',
  );
  const isTold = sectional || heads || style === 'decimal';
  // 摸清企业基本情况 among tasks, or at the top with nothing below it, reviews nothing.
  const isLowest = item.children.length === 0 && inherited === 'tasks';
  const isFinding = isLowest && (item.parent !== undefined || item.body.length === 0) && findsOut(head);
  const isStage = style === 'period' && headsStage(item.paragraph.block);
  const own = isTold && !isFinding && !isStage ? roleOfHead(head, year) : undefined;
  // 主要措施 in a review were taken; only what is named as coming next is planned there.
  const taken = inherited === 'review' && own === 'tasks' && !/^(?:下|今后)/u.test(head.folded);
  item.role = (taken ? undefined : own) ?? inherited;
  // 强化保障 among tasks, each with its owner, is a task of its own kind.
  if (own === 'safeguards' && inherited === 'tasks' && isTaskOfItsKind(item, head)) item.role = 'tasks';
  // 目标和任务 whose items say who or when, and a partition of duties whose items name owners, hold tasks.
  if (own === 'objectives' && isAimsAndTasks(head.folded) && item.children.some(isOwnedOrDue))
    item.role = 'tasks';
  if (own === 'review' && inherited !== 'review' && isOfRemedies(head.folded) && areMostlyOwnedBelow(item))
    item.role = 'tasks';
  if (own === 'safeguards' && isPartition(head.folded) && isMostlyOwned(item.children)) item.role = inherited;
  // 活动器材 whose items name owners are of what is to be done about it.
  if (inherited === 'tasks' && own && isMatter(head) && isMostlyOwned(item.children)) item.role = 'tasks';
  // 其他 and 相关事项 among tasks hold more of them, unless these only say from when and by whom the plan holds.
  const others = own === 'safeguards' && /^(?:其[他它](?:事项|工作)?|(?:相关|有关)事项)$/u.test(head.folded);
  const isOne = others && head.folded.endsWith('事项') ? isOwnedBelow : isNoNote;
  if (others && item.children.filter(isOne).length * 2 > item.children.length) item.role = inherited;
  const isNamed = style === 'named';
  if (isNamed && item.role === 'review' && isOwnedBelow(item)) item.role = 'tasks';
  if ((sectional || isNamed) && item.role === 'tasks' && holdsLabels(item)) {
    item.kind = 'task';
    for (const child of item.children) markMeasure(child);
    return;
  }
  // 问题一：… and 任务1：… are tasks with their measures, unless these are tasks by their owners.
  const named = isNamed && item.children.slice(0, -1).some(isOwned);
  if (sectional ? item.children.length > 0 : heads || named) {
    item.kind = 'section';
    // Among such tasks, what names nobody is a note: `（三）未尽事宜另行通知。`
    for (const child of item.children)
      classify(child, others && !isOne(child) ? 'safeguards' : item.role, year);
    return;
  }
  if (!sectional && style !== 'decimal') {
    item.kind = 'task';
    // `1.指导思想。` says what the tasks behind it are for.
    const stated = inherited === 'tasks' && isBrief(head) ? roleOfHead(head, year) : undefined;
    const aims = stated === 'guidance' || stated === 'objectives';
    if (aims && (!isOwned(item) || isNamedAbove(item, head))) item.role = stated;
    if (inherited === 'tasks' && !isOwned(item) && item.body.some(opensRoster)) item.role = 'safeguards';
    for (const child of item.children) markMeasure(child);
    return;
  }
  const owned = ownerParagraphs(item) > 0;
  if (style === 'paren' || style === 'decimal' || (item.parent && style === 'han')) {
    const working = inherited === 'tasks' || inherited === 'objectives';
    item.kind = owned || (working && !isNoTask(head) && !isTimeAlone(item)) ? 'task' : 'section';
    const aims = (own === 'objectives' || own === 'guidance') && isNamedAbove(item, head);
    if (item.kind === 'task') item.role = aims ? own : inherited;
    if (item.kind === 'task') for (const child of item.children) markMeasure(child);
  } else {
    const due = style === 'article' && item.role === 'tasks' && !isNoTask(head) && isDueBesideOwned(item);
    item.kind = due || (owned && style !== 'bare') ? 'task' : 'section';
  }
}

/** `（二）主要预期目标：…` is of aims whoever answers, where its section is of them: `落实总体要求和主要预期目标`. */
function isNamedAbove({ parent }: Item, head: Heading): boolean {
  return parent !== undefined && head.folded !== '' && headIn(parent).folded.includes(head.folded);
}

function areMostlyOwnedBelow({ children }: Item): boolean {
  return children.filter(isOwnedBelow).length * 2 > children.length;
}

/** `1.成立领导小组` ⏎ `组长：周晓`: who is in a body that is set up. */
function opensRoster({ block }: Paragraph): boolean {
  return namesHead(block);
}

const namesHead = saying(/^\s*(?:总?组\s{0,4}长|总指挥)\s{0,4}:/u);

/** At the top, what is said of all (保障措施, 组织保障) stays so whoever is named below it; 强化要素保障 does not. */
function isTaskOfItsKind(item: Item, head: Heading): boolean {
  if (item.parent) return item.children.some(isOwned);
  return isProvision(head) && isOwnedBelow(item);
}

function isNoNote(item: Item): boolean {
  return !/^本|解释|施行|实施之日|未尽|联系[人电方]|电话|资金|经费/u.test(
    item.paragraph.block.text.slice(item.mark.bodyFrom),
  );
}

function markMeasure(item: Item): void {
  item.kind = 'measure';
  for (const child of item.children) markMeasure(child);
}

/**
 * Outermost items without numbered ones below are sections, unless each is a task of its own: it carries an owner,
 * or the document has no other tasks and their words run on after the heading. Where one heading covers several
 * owned paragraphs, these are its tasks, unnumbered.
 */
function settleOutermost(roots: readonly Item[], all: readonly Item[]): void {
  const leaves = roots.filter(isLeaf);
  for (const item of leaves) if (item.role === 'tasks' && holdsBullets(item)) spread(item);
  if (leaves.some((item) => bodyOwners(item) > 1)) {
    for (const item of leaves) {
      if (bodyOwners(item) > 0) spread(item);
    }
    return;
  }
  if (all.some((item) => item.kind === 'task')) return;
  const stated = leaves.filter(
    (item) =>
      item.role === 'tasks' &&
      !item.spreads &&
      !isNoTask(headIn(item)) &&
      !isTimeAlone(item) &&
      (runsOn(item) || isSentence(item) || isHeadedText(item)),
  );
  if (stated.length >= 2) for (const item of stated) item.kind = 'task';
}

function spread(item: Item): void {
  item.kind = 'section';
  item.spreads = true;
}

/** Where most siblings without items below are tasks by their owners, the others are tasks whose owner is missing. */
function settleSiblings(siblings: readonly Item[]): void {
  const leaves = siblings.filter(
    (item) => isLeaf(item) && !item.spreads && (item.kind === 'task' || item.role === 'tasks'),
  );
  const tasks = leaves.filter((item) => item.kind === 'task');
  const areMost = tasks.length * 2 > leaves.length;
  const areTimes = tasks.some(isTimeAlone);
  for (const item of leaves)
    if (item.kind === 'section' && !isNoTask(headIn(item)))
      if (isTimeAlone(item) ? areTimes : areMost && !namesPart(item)) item.kind = 'task';
  for (const item of siblings) settleSiblings(item.children);
}

function isLeaf({ children, mark }: Item): boolean {
  return children.length === 0 && isSectional(mark.style) && mark.style !== 'bare';
}

/** The role of a task in a section of role `role`. */
export function taskRole(role: SectionRole): TaskRole {
  return role === 'tasks' ? 'task' : role === 'objectives' ? 'objective' : role;
}
