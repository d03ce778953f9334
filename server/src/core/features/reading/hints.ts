import type { Message } from '../../lint/finding.ts';
import { plannedYears } from '../../lint/reckoning/years.ts';
import { nameKey } from '../../people/directory.ts';
import { meaningIn, type Workspace } from '../../people/workspace.ts';
import type { Deadline, Plan } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** What is shown beside the text: days left to a deadline, the full name behind an alias. */
export interface Hint {
  readonly offset: number;
  readonly label: Message;
  readonly kind: 'daysLeft' | 'fullName';
}

/** The hints of a document whose places lie between `from` and `to`; `today` is an ISO date. */
export function hints(
  workspace: Workspace,
  path: string,
  from: number,
  to: number,
  today: string,
): readonly Hint[] {
  const document = workspace.documents.get(path);
  if (!document) return [];
  const found: Hint[] = [];
  const { plan } = document;
  // By when a task is due stands in its field; days in the middle of its text are left to be read.
  const bound = new Set(flatMapped(plan.tasks, (task) => (task.deadline ? task.proseDeadlines : [])));
  for (const deadline of deadlinesOf(plan).filter((one) => !bound.has(one))) {
    const left = daysShown(plan, deadline, today);
    if (left !== undefined)
      found.push({ offset: deadline.span.end, label: leftLabel(left), kind: 'daysLeft' });
  }
  const meant = meaningIn(workspace, path);
  for (const { name, role, span } of document.mentions) {
    if (role === 'entry' || role === 'alias') continue;
    const resolved = meant(name);
    if (resolved?.by !== 'alias' || nameKey(resolved.entry.name) === nameKey(name)) continue;
    const label = `→ ${resolved.entry.name}`;
    found.push({ offset: span.end, label: { zh: label, en: label }, kind: 'fullName' });
  }
  return found.filter(({ offset }) => offset >= from && offset <= to).sort((a, b) => a.offset - b.offset);
}

/** Every deadline of a plan, of fields and of prose, in order. */
export function deadlinesOf({ fields, tasks }: Plan): readonly Deadline[] {
  const stated = flatMapped(fields, ({ deadline }) => deadline ?? []);
  const prose = flatMapped(tasks, ({ proseDeadlines }) => proseDeadlines);
  // What the sentence above several tasks says is a deadline of each.
  return [...new Set([...stated, ...prose])].sort((a, b) => a.span.start - b.span.start);
}

/** Whole days from `today` to the end of a deadline, negative when it is past; undefined where it has no end. */
export function daysLeft({ end }: Deadline, today: string): number | undefined {
  if (end === undefined) return undefined;
  const days = (Date.UTC(...datePartsOf(end)) - Date.UTC(...datePartsOf(today))) / 86_400_000;
  return Number.isFinite(days) ? days : undefined;
}

/** The days left where they say something: of a plan of this or the next year, to a day in one of them. */
export function daysShown(plan: Plan, deadline: Deadline, today: string): number | undefined {
  const now = Number(today.slice(0, 4));
  const near = (from: number, to: number) => to >= now && from <= now + 1;
  const years = plannedYears(plan);
  const end = Number(deadline.end?.slice(0, 4));
  return near(end, end) && (!years || near(years.from, years.to)) ? daysLeft(deadline, today) : undefined;
}

/** `剩12天`, `已过3天` */
export function leftLabel(days: number): Message {
  const many = (count: number) => `${count} day${count === 1 ? '' : 's'}`;
  if (days === 0) return { zh: '今天到期', en: 'due today' };
  return days > 0
    ? { zh: `剩${days}天`, en: `${many(days)} left` }
    : { zh: `已过${-days}天`, en: `${many(-days)} past` };
}

function datePartsOf(iso: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return [year, month - 1, day];
}
