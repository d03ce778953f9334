import type { Edit, Finding, Fix, Message, Related } from './finding.ts';

/** How findings of one cause are said once: more than a few of them become the first, with one fix for all. */
export interface Alike {
  /** Tells one cause of a rule from another; without it, findings of one wording have one cause. */
  readonly cause?: string;
  /** Says it of all `count` places; else the words of the first, with the count. */
  readonly all?: (count: number) => Message;
  /** What the fix for all is called; else as the first, with the count. */
  readonly fixAll?: Message;
  /** So many are still said one by one: 5 unless given. */
  readonly most?: number;
}

/** A finding with what makes it one of many. */
export type Told = Finding & { readonly alike?: Alike };

/**
 * `findings` with those of one cause said once: where a rule tells the same of more than a few places, the first stands
 * for all, counts them, lists others as related places and mends all. Takes time that grows with their number.
 */
export function saidOnce(findings: readonly Told[]): readonly Finding[] {
  const told = new Map<Told, Finding>();
  for (const ofRule of grouped(findings, ({ rule }) => rule)) {
    const [only, ...others] = ofRule;
    const causes =
      only && others.length === 0
        ? [ofRule]
        : grouped(ofRule, ({ severity, alike, message }) => `${severity} ${alike?.cause ?? message.zh}`);
    for (const same of causes) {
      const [first] = same;
      if (!first) continue;
      if (same.length > (first.alike?.most ?? MOST)) told.set(first, standingFor(first, same));
      else for (const one of same) told.set(one, alone(one));
    }
  }
  return findings.flatMap((finding) => told.get(finding) ?? []);
}

function grouped(findings: readonly Told[], keyOf: (finding: Told) => string): readonly (readonly Told[])[] {
  const groups = new Map<string, Told[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const same = groups.get(key);
    if (same) same.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

const MOST = 5;
/** Of many places, so many are listed beside the first. */
const MOST_RELATED = 20;

/** A finding that stands for itself. */
export function alone(told: Told): Finding {
  if (told.alike === undefined) return told;
  const { alike, ...finding } = told;
  return finding;
}

function standingFor(first: Told, same: readonly Told[]): Finding {
  const { alike, related = [], ...finding } = first;
  const count = same.length;
  const others = same.slice(1, 1 + MOST_RELATED).map(({ span }): Related => ({ span, message: THE_SAME }));
  return {
    ...finding,
    message: alike?.all ? alike.all(count) : counted(first.message, count),
    fix: fixForAll(same, alike?.fixAll),
    ...(others.length > 0 && { related: [...related, ...others] }),
  };
}

const THE_SAME: Message = { zh: '这里也是。', en: 'Here, too.' };

function counted({ zh, en }: Message, count: number): Message {
  return {
    zh: zh.replace(/[。]?$/u, `（全文共${count}处）。`),
    en: en.replace(/[.]?$/u, ` (${count} such places in the text).`),
  };
}

/** One fix with the edits of all that have one, those left out that would overlap an earlier one. */
function fixForAll(same: readonly Told[], title: Message | undefined): Fix | undefined {
  const fixes = same.flatMap(({ fix }) => fix ?? []);
  const [first] = fixes;
  if (!first || fixes.some(({ kind }) => kind !== first.kind)) return undefined;
  const edits: Edit[] = [];
  for (const edit of fixes.flatMap((fix) => fix.edits).sort((a, b) => a.span.start - b.span.start)) {
    const last = edits.at(-1);
    if (!last || edit.span.start >= Math.max(last.span.end, last.span.start + 1)) edits.push(edit);
  }
  return { ...first, title: title ?? titleForAll(fixes, first), edits };
}

function titleForAll(fixes: readonly Fix[], { title }: Fix): Message {
  const count = fixes.length;
  if (fixes.some((fix) => fix.title.zh !== title.zh))
    return { zh: `全部改正（${count}处）`, en: `Mend all ${count}` };
  return { zh: `${title.zh}（共${count}处）`, en: `${title.en} (${count} places)` };
}
