import type { Edit, Unlisted } from '../lint/finding.ts';
import { classOf, SECTION_HEADINGS } from '../people/bodies.ts';
import type { Directory } from '../people/directory.ts';
import type { Entry } from '../people/entry.ts';
import type { Plan } from '../plan/plan.ts';
import { hanNumeral, numeralLike, numeralValue } from '../text/numerals.ts';
import { lineEndOf, lineOf } from '../text/text.ts';
import { linesAround } from './refactoring.ts';

/**
 * The edit that adds somebody to the directory whose text is `plan`, or an appendix of it: behind the last of their
 * kind, numbered as it goes on, else below a heading of their own at the end.
 */
export function newEntry(plan: Plan, { entries }: Directory, who: Unlisted): Edit {
  const { text } = plan;
  const like = entries.filter((entry) => isAlike(entry, who)).at(-1);
  const last = like && entries.filter(({ section }) => section === like.section).at(-1);
  const neighbour = last ?? (plan.sections.length === 0 ? entries.at(-1) : undefined);
  const number = neighbour && numberBehind(plan, neighbour);
  if (neighbour && number !== undefined) {
    return below(plan, neighbour.span.end, [`${number}${who.name}`]);
  }
  const end = entries.at(-1)?.span.end ?? text.trimEnd().length;
  const top = plan.sections
    .filter(({ level }) => level === 1)
    .map(({ number: one }) => numeralValue(one) ?? 0);
  const heading = `${hanNumeral(Math.max(0, ...top) + 1)}、${headingFor(who)}`;
  return below(plan, Math.max(end, lastHeadingEnd(plan)), [heading, `1. ${who.name}`]);
}

/** Lines of their own behind the one that `offset` stands in. */
function below(plan: Plan, offset: number, lines: readonly string[]): Edit {
  const lineEnd = lineEndOf(plan.text);
  const { start, end } = linesAround(plan, { start: offset, end: offset });
  const ended = /[\r\n]$/u.test(plan.text.slice(start, end));
  const text = lines.join(lineEnd);
  return { span: { start: end, end }, newText: ended ? `${text}${lineEnd}` : `${lineEnd}${text}` };
}

function isAlike({ kind, name }: Entry, who: Unlisted): boolean {
  return kind === who.kind && (kind !== 'unit' || classOf(name) === classOf(who.name));
}

function headingFor({ kind, name }: Unlisted): string {
  return SECTION_HEADINGS[kind === 'unit' ? classOf(name) : kind];
}

function lastHeadingEnd({ sections, kind }: Plan): number {
  return kind === 'directory' ? Math.max(0, ...sections.map(({ span }) => span.end)) : 0;
}

/** What stands before the name in the line of an entry, with the next number: `3. ` behind `2. `. */
function numberBehind(plan: Plan, { span }: Entry): string | undefined {
  const item = [...plan.tasks, ...plan.sections].find((one) => one.span.start === span.start);
  const value = item && numeralValue(item.number);
  if (!item || value === undefined) return undefined;
  const { numberSpan, titleSpan } = item;
  const line = plan.lineStarts[lineOf(plan.lineStarts, numberSpan.start)] ?? 0;
  const next = numeralLike(value + 1, plan.text.slice(numberSpan.start, numberSpan.end));
  return (
    next &&
    plan.text.slice(line, numberSpan.start).replace(/^\u{FEFF}/u, '') +
      next +
      plan.text.slice(numberSpan.end, titleSpan.start)
  );
}
