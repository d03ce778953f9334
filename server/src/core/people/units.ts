import type { PartyKind, Plan } from '../plan/plan.ts';
import type { Span } from '../text/text.ts';
import { type Directory, nameKey } from './directory.ts';
import type { Entry } from './entry.ts';
import { namedIn } from './named.ts';
import { isEntry, type Resolved, resolverFor } from './names.ts';

/**
 * Everybody whom plans name or directories define, with the tasks of each: persons, units, then groups, those with
 * the most tasks first. A name that no directory knows stands for itself. Of the directories at paths that are not
 * `listed`, only who is named is told; what a nearer directory has under the same name is not told twice.
 */
export function unitsIn(
  documents: readonly Served[],
  listed: (path: string) => boolean = () => true,
): readonly Unit[] {
  const units = new Map<Entry | string, Counted>();
  for (const { plan, directories } of documents) {
    const resolve = resolverFor(directories);
    const seen = new Set<string>();
    for (const { entries, path } of directories.filter((one) => listed(one.path))) {
      for (const entry of entries) {
        const key = nameKey(entry.name);
        if (!units.has(entry) && !seen.has(key)) units.set(entry, ofEntry(entry, path));
        seen.add(key);
      }
    }
    const unitOf = (name: string, kind: PartyKind): Counted => {
      const resolved = resolve(name);
      const entry = resolved && isEntry(resolved) ? resolved.entry : undefined;
      const key = entry ?? nameKey(name);
      const known =
        units.get(key) ??
        (entry && resolved ? ofEntry(entry, resolved.directory.path) : ofName(name, kind, resolved));
      units.set(key, known);
      return known;
    };
    // Whoever only a heading or an objective names has no tasks and is named all the same.
    for (const { party } of namedIn(plan)) unitOf(party.name, party.kind);
    if (plan.kind === 'directory') continue;
    for (const task of plan.tasks) {
      if (task.role !== 'task') continue;
      const named = new Set<Counted>();
      for (const role of ['leads', 'units', 'support'] as const) {
        for (const unit of new Set(task[role].map(({ name, kind }) => unitOf(name, kind)))) {
          unit[role] += 1;
          named.add(unit);
        }
      }
      for (const unit of named) unit.tasks += 1;
    }
  }
  return [...units.values()].sort(byKind);
}

/** A plan and the directories that serve it, the nearest first. */
export interface Served {
  readonly plan: Plan;
  readonly directories: readonly Directory[];
}

/** A person, unit or group with the number of tasks that name it: in all, and by role. */
export interface Unit {
  readonly name: string;
  readonly kind: PartyKind;
  readonly aliases: readonly string[];
  readonly tasks: number;
  readonly leads: number;
  readonly units: number;
  readonly support: number;
  /** Where a directory has it: as an entry, or in one as a member or a head. */
  readonly defined: { readonly path: string; readonly span: Span } | undefined;
}

type Counted = { -readonly [K in keyof Unit]: Unit[K] };

const none = { tasks: 0, leads: 0, units: 0, support: 0 };

function ofEntry({ name, kind, aliases, nameSpan }: Entry, path: string): Counted {
  return {
    name,
    kind,
    aliases: aliases.map((alias) => alias.name),
    ...none,
    defined: { path, span: nameSpan },
  };
}

function ofName(name: string, kind: PartyKind, resolved: Resolved | undefined): Counted {
  const defined = resolved && { path: resolved.directory.path, span: resolved.span };
  return { name, kind, aliases: [], ...none, defined };
}

const KINDS: readonly PartyKind[] = ['person', 'unit', 'group'];

function byKind(a: Unit, b: Unit): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.tasks - a.tasks;
}
