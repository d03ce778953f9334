import { nameKey } from '../../people/directory.ts';
import { type Entry, mentionsOf } from '../../people/entry.ts';
import { directoriesFor, type Workspace } from '../../people/workspace.ts';
import type { Field, FieldRole, Plan } from '../../plan/plan.ts';
import type { Span } from '../../text/text.ts';

/**
 * Names that may be written at `offset`: in the value of an owner field, the directory's entries by their canonical
 * names first, then aliases, then what the documents of the root mention. Undefined outside of such a value.
 */
export function completeNames(workspace: Workspace, path: string, offset: number): Completion | undefined {
  const plan = workspace.documents.get(path)?.plan;
  const field = plan && ownerFieldAt(plan, offset);
  if (!plan || !field) return undefined;
  const span = wordAt(plan, field, offset);
  const written = new Set(
    field.parties
      .filter((party) => party.span.end < span.start || party.span.start > span.end)
      .map(({ name }) => nameKey(name)),
  );
  const choices = new Map<string, Choice>();
  const add = (choice: Choice) => {
    const key = nameKey(choice.name);
    if (!choices.has(key) && !written.has(key)) choices.set(key, choice);
  };
  const directories = directoriesFor(workspace, path);
  const wanted = isPersonal(field) ? 'person' : 'body';
  for (const { entries } of directories) {
    for (const entry of entries)
      add({ name: entry.name, kind: kindOf(entry), entry, rank: rankOf(entry, wanted) });
    for (const entry of entries) {
      for (const alias of entry.aliases)
        add({ name: alias.name, kind: kindOf(entry), entry, rank: rankOf(entry, wanted) + 2 });
    }
    for (const entry of entries) {
      const persons = new Set([...entry.heads, ...entry.leaders]);
      for (const mention of mentionsOf(entry)) {
        const kind = persons.has(mention) ? 'person' : 'body';
        add({ name: mention.name, kind, entry: undefined, rank: kind === wanted ? 5 : 7 });
      }
    }
  }
  const root = workspace.documents.get(path)?.root;
  for (const document of workspace.documents.values()) {
    if (document.root !== root) continue;
    for (const { parties, role } of document.plan.fields) {
      for (const { name, kind } of parties) {
        add({
          name,
          kind: kind === 'person' ? 'person' : 'body',
          entry: undefined,
          rank: role === field.role ? 4 : 6,
        });
      }
    }
  }
  return { span, choices: [...choices.values()].sort((a, b) => a.rank - b.rank) };
}

export interface Completion {
  /** What the chosen name replaces. */
  readonly span: Span;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly name: string;
  readonly kind: 'person' | 'body';
  /** The entry that it names, for the documentation. */
  readonly entry: Entry | undefined;
  /** Smaller comes first. */
  readonly rank: number;
}

function kindOf(entry: Entry): Choice['kind'] {
  return entry.kind === 'person' ? 'person' : 'body';
}

function rankOf(entry: Entry, wanted: Choice['kind']): number {
  return kindOf(entry) === wanted ? 0 : 1;
}

const OWNERS: readonly FieldRole[] = ['lead', 'unit', 'support'];

/** The owner field whose value holds `offset`, or whose empty value begins there. */
function ownerFieldAt(plan: Plan, offset: number): Field | undefined {
  return plan.fields.find(
    ({ role, label, value, holder }) =>
      OWNERS.includes(role) &&
      label !== undefined &&
      offset > label.span.end &&
      offset <= Math.max(value.end, nextEnd(plan, value.end, holder.end)),
  );
}

/** A value ends before its separators; a name may be typed behind them, up to the next label or the bracket. */
function nextEnd(plan: Plan, from: number, to: number): number {
  let end = from;
  while (end < to && /[、，,\s]/u.test(plan.text[end] ?? '') && !/[\r\n]/u.test(plan.text[end] ?? ''))
    end += 1;
  return end;
}

/** The word around `offset`, between the separators of a list. */
function wordAt(plan: Plan, field: Field, offset: number): Span {
  const from = field.label?.span.end ?? field.value.start;
  let start = offset;
  while (start > from && !BOUND.test(plan.text[start - 1] ?? '')) start -= 1;
  let end = offset;
  while (end < field.value.end && !BOUND.test(plan.text[end] ?? '')) end += 1;
  return { start, end };
}

const BOUND = /[、，,；;：:。（）()〔〕[\]【】\s]/u;

function isPersonal(field: Field): boolean {
  return (
    /领导|領導|人$/u.test(field.label?.text ?? '') || field.parties.some(({ kind }) => kind === 'person')
  );
}
