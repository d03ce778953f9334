import { flatMapped } from '../text/flat.ts';
import { grouped } from '../text/grouped.ts';
import type { Span } from '../text/text.ts';
import type { Edit, Finding, Fix, FixKind, Message, Related } from './finding.ts';
import { harmless } from './harmless.ts';

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

/** One of many places where a text does the same thing. */
export interface Place {
  readonly span: Span;
  /** What mends it; empty where only a person knows. */
  readonly edits: readonly Edit[];
  readonly message: Message;
}

/** How one of many places is mended, and all. */
export interface ManyFix {
  readonly kind: FixKind;
  readonly one: Message;
  readonly all: Message;
}

/** Places that a rule tells of at once, since there are more than a few; its finding is that of the first. */
export interface Many {
  readonly places: readonly Place[];
  readonly fix: ManyFix | undefined;
}

/** A finding with what makes it one of many, or many. */
export type Told = Finding & { readonly alike?: Alike; readonly many?: Many };

/**
 * `findings` in `text` with those of one cause said once: where a rule tells the same of more than a few places, the first
 * stands for all, counts them, lists others as related places and mends all. Takes time that grows with their number.
 */
export function saidOnce(findings: readonly Told[], text: string): readonly Finding[] {
  const told = new Map<Told, Finding>();
  for (const ofRule of grouped(findings, ({ rule }) => rule)) {
    const [only, ...others] = ofRule;
    const causes =
      only && others.length === 0
        ? [ofRule]
        : grouped(ofRule, ({ severity, alike, message }) => `${severity} ${alike?.cause ?? message.zh}`);
    for (const ofCause of causes) {
      const [first] = ofCause;
      if (!first) continue;
      if (first.many && ofCause.length === 1) {
        told.set(first, standingForMany(first, first.many, text));
        continue;
      }
      const same = ofCause.some(({ many }) => many)
        ? flatMapped(ofCause, (one) => eachOf(one, text))
        : ofCause;
      if (same.length > mostOf(first.alike)) told.set(first, standingFor(first, same));
      else for (const one of same) told.set(one, alone(one));
    }
  }
  return flatMapped(findings, (finding) => told.get(finding) ?? []);
}

/** So many of one cause are said one by one. */
export function mostOf(alike: Alike | undefined): number {
  return alike?.most ?? MOST;
}

/** What tells of many places as a finding for each. */
export function eachOf(told: Told, text: string): readonly Told[] {
  const { many, ...one } = told;
  if (!many) return [told];
  return many.places.map(({ span, edits, message }) => ({
    ...one,
    span,
    message,
    fix: many.fix && edits.length > 0 ? harmless(text, fixOf(many.fix, edits)) : undefined,
  }));
}

function fixOf({ kind, one }: ManyFix, edits: readonly Edit[]): Fix {
  return { title: one, kind, edits };
}

function standingForMany({ alike, many: _, ...finding }: Told, { places, fix }: Many, text: string): Finding {
  const count = places.length;
  const edits = fix
    ? flatMapped(places, (place) =>
        place.edits.length > 0 ? (harmless(text, fixOf(fix, place.edits))?.edits ?? []) : [],
      )
    : [];
  return {
    ...finding,
    message: alike?.all ? alike.all(count) : counted(finding.message, count),
    fix: fix && edits.length > 0 ? { title: fix.all, kind: fix.kind, edits: apart(edits) } : undefined,
    ...(count > 1 && { related: relatedTo(places) }),
  };
}

/** The other places, as far as they are listed. */
function relatedTo([, ...others]: readonly { readonly span: Span }[]): readonly Related[] {
  return others.slice(0, MOST_RELATED).map(({ span }) => ({ span, message: THE_SAME }));
}

/** Edits in order, those left out that would overlap an earlier one. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const last = kept.at(-1);
    if (!last || edit.span.start >= Math.max(last.span.end, last.span.start + 1)) kept.push(edit);
  }
  return kept;
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
  const others = relatedTo(same);
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
  const fixes = flatMapped(same, ({ fix }) => fix ?? []);
  const [first] = fixes;
  if (!first || fixes.some(({ kind }) => kind !== first.kind)) return undefined;
  const edits = apart(flatMapped(fixes, (fix) => fix.edits));
  return { ...first, title: title ?? titleForAll(fixes, first), edits };
}

function titleForAll(fixes: readonly Fix[], { title }: Fix): Message {
  const count = fixes.length;
  if (fixes.some((fix) => fix.title.zh !== title.zh))
    return { zh: `全部改正（${count}处）`, en: `Mend all ${count}` };
  return { zh: `${title.zh}（共${count}处）`, en: `${title.en} (${count} places)` };
}
