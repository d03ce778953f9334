import type { Edit } from '../lint/finding.ts';
import type { Directory } from '../people/directory.ts';
import { nameKey } from '../people/directory.ts';
import { resolveName } from '../people/names.ts';
import type { Field, Party, Plan } from '../plan/plan.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * Puts the names in every owner field in the order of the directory (protocol order for leaders), each name once.
 * Names that no directory knows stay behind those it knows, in their order; separators stay where they are. No word is
 * changed. A field whose separators mean more than a list (two tiers split by ，) is only ordered within each tier.
 */
export function organizeUnits(plan: Plan, directories: readonly Directory[]): Refactoring | undefined {
  if (directories.length === 0) return undefined;
  const edits = plan.fields.flatMap((field) => fieldEdits(plan, field, directories));
  if (edits.length === 0) return undefined;
  return {
    id: 'organize-units',
    title: { zh: '按名录顺序整理责任单位', en: 'Order units as the directory does' },
    edits,
  };
}

function fieldEdits(plan: Plan, { parties }: Field, directories: readonly Directory[]): Edit[] {
  const edits: Edit[] = [];
  for (const tier of tiersOf(plan, parties)) {
    const ranked = tier.map((party, i) => ({ party, rank: rankOf(party, directories), i }));
    const ordered = [...ranked].sort((a, b) => a.rank - b.rank || a.i - b.i);
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
