import { spanIn } from '../../plan/block.ts';
import type { Deadline, Field, Party } from '../../plan/plan.ts';
import { type DefaultYear, readWhen } from '../../text/dates.ts';
import { flatMapped } from '../../text/flat.ts';
import { nameText } from '../../text/fold.ts';
import { once } from '../../text/memo.ts';
import { type Head, headOf } from './headings.ts';
import { type Item, type Paragraph, paragraphsOf } from './item.ts';
import { bodyBeforeColon, bodyBeside, bodyIn, dutyAt, leaderIn, namedIn, type Owner } from './offices.ts';
import { dayOf, monthOf, namedPeriodOf, periodOf, stageTimeOf, standingTimeOf } from './periods.ts';

/**
 * What headings say of who and when, by item: a period is the deadline of what stands below it (`二月份：`), a body the
 * owner of the tasks that it heads (`一、基础教育科`) or of the duty that it begins (`1.县交通局：负责…`).
 */
export function headedFields(
  { roots, all }: { readonly roots: readonly Item[]; readonly all: readonly Item[] },
  year: DefaultYear,
): ReadonlyMap<Item, readonly Field[]> {
  const found = new Map<Item, readonly Field[]>();
  const isLed = once(() => all.some((item) => leaderOf(item)?.unsure === false));
  const groups = [roots, ...all.map(({ children }) => children)].map((siblings) =>
    siblings.filter(({ role, kind }) => role === 'tasks' && kind !== 'measure'),
  );
  const timed = new Set(flatMapped(groups, timedAmong));
  for (const item of all) {
    const field =
      item.kind === 'measure'
        ? undefined
        : (periodField(item, year, timed.has(item)) ?? leaderField(item, isLed));
    if (field) found.set(item, [field]);
  }
  for (const items of groups) for (const [item, fields] of ownersOf(items)) found.set(item, fields);
  // One alone is clear where others begin so.
  if ([...found.keys()].filter(beginsWithBody).length > 1)
    for (const [item, ...others] of groups)
      if (item && others.length === 0 && beginsWithBody(item)) found.set(item, ownersIn(item));
  return found;
}

/** `1.教导处：检查教案` */
export function beginsWithBody({ paragraph, mark, kind }: Item): boolean {
  const { bodyFrom } = mark;
  return kind === 'task' && bodyBeforeColon(paragraph.block, bodyFrom, bodyFrom) !== undefined;
}

/** Those of some headings that say when, if others of them do: `（一）2月：安全月` ⏎ `（二）3月：雷锋月`, `一、长期坚持` ⏎ `二、9月底前`. */
function timedAmong(siblings: readonly Item[]): readonly Item[] {
  const timed = siblings.filter((item) => {
    if (item.children.length === 0) return false;
    const head = headIn(item);
    const said = namedPeriodOf(head) ?? standingTimeOf(head) ?? periodOf(head);
    return said !== undefined || item.paragraph.dues.length > 0;
  });
  return timed.length > 1 ? timed : [];
}

/** The time that a heading is or, among other headings with theirs (`isTimed`), says before its name. */
function periodField(item: Item, year: DefaultYear, isTimed: boolean): Field | undefined {
  const head = headIn(item);
  // With a day in its sentences, that is when it begins: `3月5日：印发通知，6月底前完成整改`.
  const isDue = item.role !== 'review' && paragraphsOf(item).every(({ dues }) => dues.length === 0);
  const { block } = item.paragraph;
  const isPeriod = item.mark.style === 'period';
  const day = isDue ? dayOf(head) : undefined;
  const stage = item.role === 'review' ? undefined : stageTimeOf(block);
  const named = isTimed ? (namedPeriodOf(head) ?? standingTimeOf(head)) : undefined;
  const words = periodOf(head) ?? day ?? named ?? (isPeriod ? (stage ?? monthOf(head)) : undefined);
  const when = words === undefined ? undefined : readWhen(words, year);
  if (words === undefined || !when) return undefined;
  // `1.2025年9月18日：召开动员会` in a plan for 2026 tells what was done.
  if (words === day && when.end !== undefined && when.end < `${year.year ?? 0}`) return undefined;
  const from = block.text.indexOf(words, head.from);
  const to = from + words.length;
  const span = spanIn(block, from, to);
  const text = block.raw.slice(from, to).replace(/\s+/gu, '');
  return { ...fieldAt(span), role: 'deadline', parties: [], deadline: { ...when, text, span } };
}

/** The person whom a heading says to lead what it holds; bodies may answer below, and one heading alone is clear where the name is. */
function leaderField(item: Item, isLed: () => boolean): Field | undefined {
  const leader = leaderOf(item);
  if (!leader || namesOwner(item, namesPerson) || (leader.unsure && !isLed())) return undefined;
  return ownerAt(item, leader);
}

function leaderOf(item: Item): ReturnType<typeof leaderIn> {
  return item.kind === 'section' && item.role === 'tasks' ? leaderIn(headIn(item)) : undefined;
}

/** The deadline of a task, but for a period of a heading that ends after the days of its own sentences: `3月15日前完成` below `三月：`. */
export function unlessEarlier(
  deadline: Deadline | undefined,
  own: readonly Deadline[],
  periods: ReadonlySet<Deadline | undefined>,
): Deadline | undefined {
  const last = deadline?.end;
  if (last === undefined || own.length === 0 || !periods.has(deadline)) return deadline;
  return own.every(({ end }) => end !== undefined && end < last) ? undefined : deadline;
}

/** The owners that all headings of one kind name, where nothing below them names another: one alone may be a subject. */
function ownersOf(items: readonly Item[]): readonly (readonly [Item, readonly Field[]])[] {
  // One without a number is known from those below other months.
  const areOffices = items[0]?.mark.style === 'office';
  if (items.length < 2 && !areOffices) return [];
  let named = items.map((item) => [item, ownersIn(item)] as const);
  if (areOffices || named.filter(([, fields]) => fields.length > 0).length > 1)
    named = named.map(([item, fields]) => [item, fields.length > 0 ? fields : ownersIn(item, bodyBeside)]);
  const owned = named.filter(([, fields]) => fields.length > 0);
  return areOffices || owned.length === named.length ? owned : [];
}

function ownersIn(item: Item, bodyOf = bodyIn): readonly Field[] {
  const { paragraph, body, children, kind, mark } = item;
  const head = headIn(item);
  const office = kind === 'section' ? bodyOf(head) : undefined;
  const name = office?.map(({ start, end }) => head.folded.slice(start, end))[0];
  const namesAnother = (one: Paragraph) => namesOther(one, name);
  if (body.some(namesAnother) || children.some((child) => namesOwner(child, namesAnother))) return [];
  if (kind !== 'section') {
    const { from } = head;
    const at = mark.bodyFrom;
    const duty = dutyAt(paragraph.block, at, at) ?? bodyBeforeColon(paragraph.block, at, at);
    return namesSomebody(paragraph) || duty === undefined
      ? []
      : [ownerField(item, { role: 'unit', kind: 'unit', start: from, end: from + duty.length })];
  }
  // Beside the body its head may be named: `办公室（负责人：周晓）`.
  const isLed = paragraph.fields.every(({ parties }) => parties.every((party) => party.kind === 'person'));
  const found = (isLed && office) || (!namesSomebody(paragraph) && namedIn(head)) || [];
  return found.map((owner) => ownerAt(item, owner));
}

/** The field of an owner in the words of an item's heading. */
function ownerAt(item: Item, owner: Owner): Field {
  const { from } = headIn(item);
  return ownerField(item, { ...owner, start: from + owner.start, end: from + owner.end });
}

/** Whether somebody whom `names` looks for is named in an item or in what stands below it. */
function namesOwner({ paragraph, body, children }: Item, names: (one: Paragraph) => boolean): boolean {
  return [paragraph, ...body].some(names) || children.some((child) => namesOwner(child, names));
}

function namesPerson({ fields }: Paragraph): boolean {
  return fields.some(({ parties }) => parties.some(({ kind }) => kind === 'person'));
}

/** Whether somebody is named who is not of the body `office` that heads it: `学工部王锐` below 学工部 is nobody else. */
function namesOther({ fields }: Paragraph, office: string | undefined): boolean {
  return fields.some(
    ({ parties }) => parties.length > 0 && !(office && parties.some(({ name }) => name === office)),
  );
}

function namesSomebody({ fields }: Paragraph): boolean {
  return fields.some(({ parties }) => parties.length > 0);
}

function ownerField({ paragraph: { block } }: Item, { role, kind, start, end }: Owner): Field {
  const span = spanIn(block, start, end);
  const party: Party = { name: nameText(block.raw.slice(start, end)), kind, span };
  return { ...fieldAt(span), role, parties: [party], deadline: undefined };
}

function fieldAt(span: Field['value']): Pick<Field, 'label' | 'value' | 'holder' | 'placement'> {
  return { label: undefined, value: span, holder: span, placement: 'clause' };
}

function headIn({ paragraph, mark }: Item): Head {
  return headOf(paragraph.block, mark.bodyFrom, paragraph.fields, mark.style);
}
