import type { Edit } from '../lint/finding.ts';
import type { Directory } from '../people/directory.ts';
import { nameKey } from '../people/directory.ts';
import { resolveName } from '../people/names.ts';
import type { Field, Party, Plan } from '../plan/plan.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * Puts the names in the owner fields of tasks and headings in the order of the directory, each name once. Names that no
 * directory knows stay behind those it knows, in their order; separators stay where they are. No word is changed. A
 * field whose separators mean more than a list (two tiers split by ，) is only ordered within each tier. Where order
 * means rank the first stays first.
 */
export function organizeUnits(plan: Plan, directories: readonly Directory[]): Refactoring | undefined {
  if (directories.length === 0 || plan.kind === 'directory') return undefined;
  const seen = new Set<Field>();
  const edits: Edit[] = [];
  for (const { fields, led } of holdersIn(plan)) {
    for (const field of fields) {
      if (seen.has(field)) continue;
      seen.add(field);
      edits.push(...fieldEdits(plan, field, directories, isRanked(plan, field, led)));
    }
  }
  if (edits.length === 0) return undefined;
  return {
    id: 'organize-units',
    title: { zh: '按名录顺序整理责任单位', en: 'Order units as the directory does' },
    edits,
  };
}

/** Whoever has fields, and whether some field says who leads there. */
function holdersIn({ tasks, sections }: Plan): readonly { fields: readonly Field[]; led: boolean }[] {
  const leads = (fields: readonly Field[]) =>
    fields.some(({ role, parties }) => role === 'lead' && parties.length > 0);
  return [
    ...tasks.map((task) => ({ fields: task.fields, led: task.leads.length > 0 })),
    ...sections.map(({ fields }) => ({ fields, led: leads(fields) })),
  ];
}

/**
 * Whether the first of a field is more than the others: of those who lead, of persons, and of those who answer where
 * nobody else leads, said (`列第一位的为牵头单位`) or not.
 */
function isRanked({ leadByPosition }: Plan, { role, parties }: Field, led: boolean): boolean {
  if (role === 'lead' || parties[0]?.kind === 'person') return true;
  return role === 'unit' && (leadByPosition !== undefined || !led);
}

function fieldEdits(
  plan: Plan,
  { parties }: Field,
  directories: readonly Directory[],
  ranked: boolean,
): Edit[] {
  const edits: Edit[] = [];
  for (const tier of tiersOf(plan, parties)) {
    const isFirst = (party: Party) => ranked && party === parties[0];
    const placed = tier.map((party, i) => ({
      party,
      rank: isFirst(party) ? -1 : rankOf(party, directories),
      i,
    }));
    const ordered = [...placed].sort((a, b) => a.rank - b.rank || a.i - b.i);
    const seen = new Set<string>();
    const unique = ordered.every(
      ({ party }) => !seen.has(nameKey(party.name)) && seen.add(nameKey(party.name)),
    );
    if (!unique) continue;
    ordered.forEach(({ party }, i) => {
      const place = tier[i];
      const text = plan.text.slice(party.span.start, party.span.end);
      if (place && place !== party) edits.push({ span: place.span, newText: text });
    });
  }
  return edits;
}

/** Runs of names that only 、 parts. */
function tiersOf({ folded }: Plan, parties: readonly Party[]): Party[][] {
  const tiers: Party[][] = [];
  for (const party of parties) {
    const tier = tiers.at(-1);
    const before = tier?.at(-1);
    if (tier && before && /^\s*、\s*$/u.test(folded.slice(before.span.end, party.span.start)))
      tier.push(party);
    else tiers.push([party]);
  }
  return tiers;
}

function rankOf(party: Party, directories: readonly Directory[]): number {
  const resolved = resolveName(directories, party.name);
  // Groups stand last, as the genre has it.
  if (party.kind === 'group') return 2e6;
  return resolved ? directories.indexOf(resolved.directory) * 1e5 + resolved.entry.order : 1e6;
}
