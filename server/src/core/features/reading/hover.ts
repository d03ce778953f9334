import type { Message } from '../../lint/finding.ts';
import { nameKey } from '../../people/directory.ts';
import type { Entry } from '../../people/entry.ts';
import {
  directoriesFor,
  type Load,
  loadsIn,
  mentionAt,
  resolveIn,
  type Workspace,
} from '../../people/workspace.ts';
import type { Span } from '../../text/text.ts';

/** What there is to know about the name at `offset`, as Markdown in both languages. */
export function partyHover(workspace: Workspace, path: string, offset: number): Card | undefined {
  const mention = mentionAt(workspace, path, offset);
  const root = workspace.documents.get(path)?.root;
  if (!mention || root === undefined) return undefined;
  const resolved = resolveIn(workspace, path, mention.name);
  if (resolved) return { span: mention.span, text: entryCard(workspace, path, resolved.entry) };
  const load = loadsIn(workspace, root).get(nameKey(mention.name));
  return { span: mention.span, text: joined(mention.name, [undefinedLine(workspace, path), loadLine(load)]) };
}

/** The card of a directory entry: its names, who heads it and is in charge, and how many tasks name it. */
export function entryCard(workspace: Workspace, path: string, entry: Entry): Message {
  const root = workspace.documents.get(path)?.root ?? '';
  const load = loadsIn(workspace, root).get(entry);
  return joined(entry.name, [...entryLines(entry, leadersOf(workspace, path, entry)), loadLine(load)]);
}

export interface Card {
  readonly span: Span;
  readonly text: Message;
}

/** Those whom the unit's own 分管领导 names, and the leaders whose 分管 names the unit. */
function leadersOf(workspace: Workspace, path: string, entry: Entry): readonly { readonly name: string }[] {
  const others = directoriesFor(workspace, path).flatMap((directory) =>
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
  const list = (named: readonly { readonly name: string }[]) =>
    named.map(({ name }) => escaped(name)).join('、');
  const line = (zh: string, en: string, value: string) =>
    value ? { zh: `${zh}：${value}`, en: `${en}: ${value}` } : undefined;
  return [
    line('职务', 'Post', escaped(entry.post ?? '')),
    line('又称', 'Also called', list(entry.aliases)),
    line('负责人', 'Head', list(entry.heads)),
    line('分管领导', 'In charge', list(inCharge)),
    line('分管', 'In charge of', list(entry.inCharge)),
    line('上级', 'Belongs to', list(entry.parents)),
    line('包括', 'Includes', list(entry.members)),
  ];
}

function loadLine(load: Load | undefined): Message {
  const { leads, units, support } = load ?? { leads: 0, units: 0, support: 0 };
  return {
    zh: `牵头 ${leads} 项 · 负责 ${units} 项 · 配合 ${support} 项`,
    en: `Leads ${leads} · responsible for ${units} · supports ${support}`,
  };
}

function undefinedLine(workspace: Workspace, path: string): Message | undefined {
  if (directoriesFor(workspace, path).length === 0) return undefined;
  return { zh: '责任单位名录中没有此名称。', en: 'Not in the unit directory.' };
}

function joined(name: string, lines: readonly (Message | undefined)[]): Message {
  const said = lines.filter((line) => line !== undefined);
  const text = (locale: 'zh' | 'en') =>
    [`**${escaped(name)}**`, ...said.map((line) => line[locale])].join('\n\n');
  return { zh: text('zh'), en: text('en') };
}

/** Markdown's own characters, which names may hold. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/gu, '\\$&');
}
