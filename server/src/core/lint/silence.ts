import type { Plan } from '../plan/plan.ts';
import { flatMapped } from '../text/flat.ts';
import { matchesIn } from '../text/matches.ts';
import type { Words } from '../text/text.ts';
import { lineOf, type Span } from '../text/text.ts';
import type { Finding } from './finding.ts';

/** What one comment says about one rule (or about all): that its findings are not to be reported. */
export interface Silence {
  /** `end` closes a block; `unknown` begins like one of ours and is none, `misplaced` shares its line with text. */
  readonly kind: 'next-line' | 'block' | 'file' | 'end' | 'unknown' | 'misplaced';
  /** What the comment says to do, as written. */
  readonly verb: Words;
  /** The rule named, undefined for all. */
  readonly rule: Words | undefined;
  /** Why, as a person wrote it behind `--` or `——`; empty where nobody did. */
  readonly reason: string;
  /** The comment from `<!--` to `-->`. */
  readonly comment: Span;
  /** What goes with it: its line with the line end, or the spaces before it where it shares its line. */
  readonly whole: Span;
  /** For `next-line`: the line meant, the next that is neither empty nor a comment. */
  readonly target: Span | undefined;
}

/**
 * The silences that `plan` states in lines of their own, in order: one for each rule that a comment names. The forms
 * are `<!-- planlint-disable-next-line RULE, RULE -- reason -->`, `disable` … `enable`, `disable-file`, and the same
 * in Chinese: `<!-- planlint 忽略下一行 RULE —— 原因 -->`, 停用 … 启用, 忽略全文.
 */
export function silencesIn(plan: Pick<Plan, 'text' | 'folded' | 'lineStarts'>): readonly Silence[] {
  const { text, folded, lineStarts } = plan;
  if (!folded.includes('planlint')) return [];
  const silences: Silence[][] = [];
  let target: Span | undefined;
  for (let i = lineStarts.length - 1; i >= 0; i -= 1) {
    // A byte order mark belongs to the file, not to its first line.
    const mark = i === 0 && text.startsWith('\uFEFF') ? 1 : 0;
    const line = { start: (lineStarts[i] ?? 0) + mark, end: lineStarts[i + 1] ?? text.length };
    const words = folded.slice(line.start, line.end);
    if (isComment(words)) silences.push(silencesOf(plan, line, line, target));
    else if (/\S/u.test(words)) {
      silences.push(...misplacedIn(plan, line).reverse());
      target = line;
    }
  }
  return silences.reverse().flat();
}

/** `findings`, sorted by place, without those that `silences` cover, which are given apart. */
export function silence(
  findings: readonly Finding[],
  silences: readonly Silence[],
): Linted & { readonly used: ReadonlySet<Silence> } {
  const active: Finding[] = [];
  const silenced: Silenced[] = [];
  const coverOf = covers(silences);
  for (const finding of findings) {
    const found = coverOf(finding);
    if (found) silenced.push({ finding, silence: found });
    else active.push(finding);
  }
  return { active, silenced, used: new Set(silenced.map((one) => one.silence)) };
}

/** What was found in a plan. */
export interface Linted {
  readonly active: readonly Finding[];
  /** What comments in the text silence, each with the comment that does. */
  readonly silenced: readonly Silenced[];
}

export interface Silenced {
  readonly finding: Finding;
  readonly silence: Silence;
}

/** The text of `plan` without the comments that `silencesIn` finds, lines and all: what is published. */
export function withoutSilences(plan: Pick<Plan, 'text' | 'folded' | 'lineStarts'>): string {
  const kept: string[] = [];
  let done = 0;
  for (const { whole } of silencesIn(plan)) {
    kept.push(plan.text.slice(done, Math.max(done, whole.start)));
    done = whole.end;
  }
  return kept.join('') + plan.text.slice(done);
}

/** Whether a folded line is one comment and nothing else. */
function isComment(line: string): boolean {
  const words = line.trim();
  return words.startsWith('<!--') && words.indexOf('-->') === words.length - 3;
}

/** `<!-- planlint-disable-next-line`, `<!--planlint忽略下一行`, and the rest. */
const OWN = /^(\s*<!--\s*planlint(?:[-:\s]\s*(?!\s)|(?=[々〇㐀-鿿𠀀-𲎯]|-->)))([^\n\r]*)-->\s*$/u;

/** Where one of ours may begin, on any line. */
const OWN_START = /<!--\s*planlint/gu;

const VERBS: ReadonlyMap<string, Silence['kind']> = new Map(
  Object.entries({
    'disable-next-line': 'next-line',
    disable: 'block',
    enable: 'end',
    'disable-file': 'file',
    忽略下一行: 'next-line',
    停用: 'block',
    启用: 'end',
    忽略全文: 'file',
  } as const),
);

/** What a comment can say, in Chinese and in English. */
export const verbs: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [...VERBS.keys()].filter((verb) => !/^[a-z]/u.test(verb)),
  en: [...VERBS.keys()].filter((verb) => /^[a-z]/u.test(verb)),
};

/** What the comment in `place` says, with which `whole` goes; none if it is no comment of ours. */
function silencesOf(
  { text, folded }: Pick<Plan, 'text' | 'folded'>,
  place: Span,
  whole: Span,
  target: Span | undefined,
): Silence[] {
  const words = folded.slice(place.start, place.end);
  const match = OWN.exec(words);
  if (!match) return [];
  const from = place.start + (match[1]?.length ?? 0);
  const body = match[2] ?? '';
  const reasonAt = REASON.exec(body);
  const spoken = matchesIn(body.slice(0, reasonAt?.index ?? body.length), WORD).map((word) => {
    const span = { start: from + word.index, end: from + word.index + word[0].length };
    return { span, text: text.slice(span.start, span.end) };
  });
  const start = place.start + words.search(/\S/u);
  const [verb = { span: { start: from, end: from }, text: '' }, ...rules] = spoken;
  const kind = VERBS.get(folded.slice(verb.span.start, verb.span.end)) ?? 'unknown';
  const reason = reasonAt ? text.slice(from + reasonAt.index + reasonAt[0].length, from + body.length) : '';
  const named: readonly (Words | undefined)[] = rules.length > 0 && kind !== 'unknown' ? rules : [undefined];
  return named.map((rule) => ({
    kind,
    verb,
    rule,
    reason: reason.trim(),
    comment: { start, end: place.start + words.trimEnd().length },
    whole,
    target: kind === 'next-line' ? target : undefined,
  }));
}

/** The comments of ours in a line that holds more than one comment, in order. */
function misplacedIn(plan: Pick<Plan, 'text' | 'folded'>, line: Span): Silence[][] {
  const words = plan.folded.slice(line.start, line.end);
  const silences: Silence[][] = [];
  let done = 0;
  for (const { index } of matchesIn(words, OWN_START)) {
    if (index < done) continue;
    const close = words.indexOf('-->', index);
    if (close < 0) break;
    done = close + 3;
    const place = { start: line.start + index, end: line.start + done };
    const space = words.slice(0, index).trimEnd().length;
    const found = silencesOf(plan, place, { start: line.start + space, end: place.end }, undefined);
    silences.push(found.slice(0, 1).map((one) => ({ ...one, kind: 'misplaced', rule: undefined })));
  }
  return silences;
}

const WORD = /[^\s,、;:]+/gu;
/** ` -- reason`, `——reason`; no rule has two hyphens in its name. */
const REASON = /--+|——/u;

/** A function that finds the silence of a finding; to be asked in the order of places. */
function covers(silences: readonly Silence[]): (finding: Finding) => Silence | undefined {
  const file = new Map<string, Silence>();
  const lines = new Map<string, Silence>();
  const lineKey = (start: number, rule: string) => `${start} ${rule}`;
  const targets: number[] = [];
  for (const one of silences) {
    if (one.kind === 'file') first(file, one.rule?.text ?? ALL, one);
    if (one.kind !== 'next-line' || !one.target) continue;
    if (targets.at(-1) !== one.target.start) targets.push(one.target.start);
    first(lines, lineKey(one.target.start, one.rule?.text ?? ALL), one);
  }
  const targetEnds = new Map(
    flatMapped(silences, ({ target }) => (target ? [[target.start, target.end]] : [])),
  );
  const blockAt = blocks(silences.filter(({ kind }) => kind === 'block' || kind === 'end'));
  return ({ span: { start }, rule }) => {
    const block = blockAt(start, rule);
    const target = targets.length > 0 ? (targets[lineOf(targets, start)] ?? -1) : -1;
    const onLine = start >= target && start < (targetEnds.get(target) ?? -1);
    return (
      (onLine ? (lines.get(lineKey(target, rule)) ?? lines.get(lineKey(target, ALL))) : undefined) ??
      block ??
      file.get(rule) ??
      file.get(ALL)
    );
  };
}

/** Stands for all rules; no rule has such an id. */
const ALL = '*';

function first(map: Map<string, Silence>, key: string, one: Silence): void {
  if (!map.has(key)) map.set(key, one);
}

/** The block that covers a rule at an offset; to be asked in the order of offsets. */
function blocks(events: readonly Silence[]): (offset: number, rule: string) => Silence | undefined {
  const open = new Map<string, Silence>();
  // Rules that were enabled again in a block that silences all.
  const except = new Set<string>();
  let next = 0;
  return (offset, rule) => {
    for (; next < events.length; next += 1) {
      const event = events[next];
      if (!event || event.comment.start > offset) break;
      const name = event.rule?.text ?? ALL;
      if (event.kind === 'block') {
        first(open, name, event);
        if (name === ALL) except.clear();
        else except.delete(name);
      } else if (name === ALL) open.clear();
      else {
        open.delete(name);
        except.add(name);
      }
    }
    return open.get(rule) ?? (except.has(rule) ? undefined : open.get(ALL));
  };
}
