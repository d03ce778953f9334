import type { Message } from '../../lint/finding.ts';
import { nameKey } from '../../people/directory.ts';
import type { Entry } from '../../people/entry.ts';
import { isEntry } from '../../people/names.ts';
import { belowOwnBody, type OwnBody, ownBodyIn } from '../../people/own-body.ts';
import { directoriesFor, meaningIn, mentionAt, resolveIn, type Workspace } from '../../people/workspace.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { headOf } from '../../plan/tasks.ts';
import { flatMapped } from '../../text/flat.ts';
import { inMarkdown } from '../../text/plain.ts';
import type { Span } from '../../text/text.ts';

/** What there is to know about the name at `offset`, as Markdown in both languages. */
export function partyHover(workspace: Workspace, path: string, offset: number): Card | undefined {
  const mention = mentionAt(workspace, path, offset);
  const root = workspace.documents.get(path)?.root;
  if (!mention || root === undefined) return undefined;
  const resolved = resolveIn(workspace, path, mention.name);
  if (resolved) return { span: mention.span, text: entryCard(workspace, path, resolved.entry) };
  const duties = dutiesOf(workspace, path, nameKey(mention.name));
  const body = ownBodyIn(workspace, path, mention.name);
  return {
    span: mention.span,
    text: body
      ? joined(body.name, [...bodyLines(body), ...dutyLines(duties)])
      : joined(mention.name, [undefinedLine(workspace, path), ...dutyLines(duties)]),
  };
}

/** The card of a directory entry: its names, who heads it and is in charge, and the tasks that name it. */
export function entryCard(workspace: Workspace, path: string, entry: Entry): Message {
  const duties = dutiesOf(workspace, path, entry);
  return joined(entry.name, [...entryLines(entry, leadersOf(workspace, path, entry)), ...dutyLines(duties)]);
}

export interface Card {
  readonly span: Span;
  readonly text: Message;
}

/** Those whom the unit's own 分管领导 names, and the leaders whose 分管 names the unit. */
function leadersOf(workspace: Workspace, path: string, entry: Entry): readonly { readonly name: string }[] {
  const others = flatMapped(directoriesFor(workspace, path), (directory) =>
    directory.entries.filter((other) =>
      other.inCharge.some(({ name }) => resolveIn(workspace, path, name)?.entry === entry),
    ),
  );
  const named = new Set(entry.leaders.map(({ name }) => nameKey(name)));
  return [...entry.leaders, ...others.filter(({ name }) => !named.has(nameKey(name)))];
}

function entryLines(
  entry: Entry,
  inCharge: readonly { readonly name: string }[],
): readonly (Message | undefined)[] {
  return [
    line('职务', 'Post', inMarkdown(entry.post ?? '')),
    line('又称', 'Also called', list(entry.aliases)),
    line('负责人', 'Head', list(entry.heads)),
    line('分管领导', 'In charge', list(inCharge)),
    line('分管', 'In charge of', list(entry.inCharge)),
    line('上级', 'Belongs to', list(entry.parents)),
    line('包括', 'Includes', list(entry.members)),
  ];
}

function bodyLines({ directory }: OwnBody): readonly (Message | undefined)[] {
  return [
    { zh: '这份名录的所属单位。', en: 'The body whose directory this is.' },
    line('下设', 'Offices', list(belowOwnBody(directory))),
  ];
}

function line(zh: string, en: string, value: string): Message | undefined {
  return value ? { zh: `${zh}：${value}`, en: `${en}: ${value}` } : undefined;
}

function list(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => inMarkdown(name)).join('、');
}

/** A task that names somebody, and as what. */
interface Duty {
  readonly plan: Plan;
  readonly task: Task;
  readonly roles: readonly Role[];
  /** It stands in the document that was asked about. */
  readonly here: boolean;
}

type Role = 'leads' | 'units' | 'support';

/** The tasks of the root that name an entry, or what no directory knows by the key of its name. */
function dutiesOf(workspace: Workspace, path: string, whom: Entry | string): readonly Duty[] {
  const root = workspace.documents.get(path)?.root;
  const found: Duty[] = [];
  for (const { path: other, root: itsRoot, plan } of workspace.documents.values()) {
    if (itsRoot !== root || plan.kind === 'directory') continue;
    const meant = meaningIn(workspace, other);
    const isMeant = ({ name }: { readonly name: string }) => {
      const resolved = meant(name);
      const entry = resolved && isEntry(resolved) ? resolved.entry : undefined;
      return (entry ?? nameKey(name)) === whom;
    };
    for (const task of plan.tasks) {
      if (task.role !== 'task') continue;
      const roles = ROLES.filter((role) => task[role].some(isMeant));
      if (roles.length > 0) found.push({ plan, task, roles, here: other === path });
    }
  }
  return found.sort((a, b) => Number(b.here) - Number(a.here));
}

const ROLES: readonly Role[] = ['leads', 'units', 'support'];

/** How many tasks there are, by what somebody does in them, and the first of them. */
function dutyLines(duties: readonly Duty[]): readonly Message[] {
  if (duties.length === 0) return [{ zh: '没有任务写到。', en: 'No task names it.' }];
  const counts = flatMapped(ROLES, (role) => {
    const count = duties.filter(({ roles }) => roles.includes(role)).length;
    return count > 0 ? { role, count } : [];
  });
  const rest = duties.length - MOST_TASKS;
  const more: Message | undefined =
    rest > 0 ? { zh: `……另有${rest}项`, en: `… and ${rest} more` } : undefined;
  return [
    {
      zh: counts.map(({ role, count }) => `${DOES[role].zh}${count}项`).join(' · '),
      en: counts.map(({ role, count }) => `${DOES[role].en} ${count}`).join(' · '),
    },
    {
      zh: [
        ...duties.slice(0, MOST_TASKS).map((duty) => `- ${taskLine(duty)}`),
        ...(more ? [more.zh] : []),
      ].join('\n'),
      en: [
        ...duties.slice(0, MOST_TASKS).map((duty) => `- ${taskLine(duty)}`),
        ...(more ? [more.en] : []),
      ].join('\n'),
    },
  ];
}

const DOES: Readonly<Record<Role, Message>> = {
  leads: { zh: '牵头', en: 'Leads' },
  units: { zh: '负责', en: 'Responsible for' },
  support: { zh: '配合', en: 'Supports' },
};

const MOST_TASKS = 6;

/** `4.扩大学位（6月底）`, with the document where it is another. */
function taskLine({ plan, task, here }: Duty): string {
  const head = headOf(task);
  const words = plan.text.slice(head.start, head.end).replace(/\s+/gu, ' ');
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  const due = task.deadline?.text ?? task.proseDeadlines[0]?.text;
  const title = here || !plan.title ? '' : ` 《${inMarkdown(plan.title.text)}》`;
  // `4. 扩大` at the head of an item would be a list in it.
  const safe = inMarkdown(short).replace(/^(\d{1,3})\./u, '$1\\.');
  return `${safe}${due ? `（${inMarkdown(due)}）` : ''}${title}`;
}

const LONGEST = 36;

function undefinedLine(workspace: Workspace, path: string): Message | undefined {
  if (directoriesFor(workspace, path).length === 0) return undefined;
  return { zh: '责任单位名录中没有此名称。', en: 'Not in the unit directory.' };
}

function joined(name: string, lines: readonly (Message | undefined)[]): Message {
  const said = lines.filter((line) => line !== undefined);
  const text = (locale: 'zh' | 'en') =>
    [`**${inMarkdown(name)}**`, ...said.map((line) => line[locale])].join('\n\n');
  return { zh: text('zh'), en: text('en') };
}
