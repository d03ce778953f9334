import { directoryOf } from '../../server/src/core/people/directory.ts';
import type { Entry, Named } from '../../server/src/core/people/entry.ts';
import type { Deadline, Measure, Party, Plan, Section, Task } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { lineOf, type Span } from '../../server/src/core/text/text.ts';

/**
 * What was read, a line each, indented by section, as syntaxes/format.md describes it: `§一 标题 [guidance]` is a
 * section, `1 标题  牵 @周晓  责 计财科 *各学校  时 ../2026-06-30 month` a task, `- 一 晨读` its measure. In a
 * directory an entry stands in place of the task that it is.
 */
export function render(plan: Plan, path = ''): string {
  const entries = directoryOf(plan, path)?.entries ?? [];
  const isEntry = ({ span }: { readonly span: Span }) =>
    entries.some((entry) => entry.span.start < span.end && span.start < entry.span.end);
  const isEntryHeading = ({ span }: Section) => entries.some((entry) => entry.span.start === span.start);
  const lines = [
    ...plan.sections
      .filter((section) => !isEntryHeading(section))
      .map((section) => line(section.span, depthOf(plan, section.parent), 0, sectionWords(section))),
    ...plan.tasks
      .filter((task) => !isEntry(task))
      .flatMap((task) => {
        const depth = depthOf(plan, task.section);
        return [
          line(task.span, depth, 1, taskWords(task)),
          ...task.measures.map((measure) => line(measure.span, depth + 1, 2, measureWords(measure))),
        ];
      }),
    ...entries.map((entry) => line(entry.span, depthAt(plan, entry.span), 1, entryWords(entry))),
  ];
  return lines
    .sort((a, b) => a.at - b.at || a.order - b.order || a.depth - b.depth)
    .map(({ depth, words }) => '  '.repeat(depth) + words)
    .join('\n');
}

/** The same with the line where each begins: `@3 1 标题`. */
export function renderLines(plan: Plan): string {
  const lineAt = (at: number) => lineOf(plan.lineStarts, at) + 1;
  return [...plan.sections, ...plan.tasks]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, number, title }) => `@${lineAt(span.start)} ${number} ${title}`)
    .join('\n');
}

/** `text` without the line break after the opening quote and the indentation of its first line. */
export function plain(text: string): string {
  const lines = text.replace(/^\n/u, '').replace(/\n *$/u, '').split('\n');
  const indent = /^ */u.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, /^ */u.exec(line)?.[0].length ?? 0))).join('\n');
}

/** The parsed text, rendered. */
export function read(text: string): string {
  return render(parse(plain(text)));
}

/** Start, end and precision as ISO 8601 writes them: `2026-12 month`, `../2026-06-30 month`, `open !vague`. */
export function when({ start, end, precision, problem }: Deadline): string {
  return [interval(start, end), precision, problem ? `!${problem}` : '']
    .filter((word) => word !== '')
    .join(' ');
}

function line(span: Span, depth: number, order: number, words: string) {
  return { at: span.start, depth, order, words };
}

function depthOf(plan: Plan, index: number | undefined): number {
  let depth = 0;
  for (let at = index; at !== undefined; at = plan.sections[at]?.parent) depth += 1;
  return depth;
}

/** How many sections begin before the span and go on around it. */
function depthAt(plan: Plan, { start, end }: Span): number {
  return plan.sections.filter(({ span }) => span.start < start && end <= span.end).length;
}

function sectionWords({ number, title, role }: Section): string {
  return `§${number} ${title}${role === 'tasks' ? '' : ` [${role}]`}`.trimEnd();
}

function taskWords(task: Task): string {
  const { number, title, role, leads, units, support, deadline, proseDeadlines } = task;
  return facts(
    `${number || '·'} ${title}`.trimEnd() + (role === 'task' ? '' : ` [${role}]`),
    listed('牵', leads),
    listed('责', units),
    listed('配', support),
    deadline ? `时 ${when(deadline)}` : '',
    ...proseDeadlines.map((prose) => `文 ${when(prose)}`),
  );
}

function measureWords({ number, text }: Measure): string {
  return `- ${number} ${text}`;
}

function entryWords(entry: Entry): string {
  return facts(
    marked(entry),
    named(
      '简称',
      entry.aliases.filter(({ former }) => !former),
    ),
    named(
      '曾用名',
      entry.aliases.filter(({ former }) => former),
    ),
    entry.post ? `职务 ${entry.post}` : '',
    named('负责人', entry.heads),
    named('分管', entry.inCharge),
    named('分管领导', entry.leaders),
    named('上级', entry.parents),
    named('包括', entry.members),
  );
}

/** Facts part by two spaces, names by one: no name holds a space. */
function facts(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join('  ');
}

function listed(mark: string, parties: readonly Party[]): string {
  return parties.length === 0 ? '' : `${mark} ${parties.map(marked).join(' ')}`;
}

function named(mark: string, names: readonly Named[]): string {
  return names.length === 0 ? '' : `${mark} ${names.map(({ name }) => name).join(' ')}`;
}

/** `@` before a person, `*` before a group. */
function marked({ name, kind }: Pick<Party, 'name' | 'kind'>): string {
  return `${kind === 'person' ? '@' : kind === 'group' ? '*' : ''}${name}`;
}

/** Whole months and years without their days; `..` for the end that is open. */
function interval(start: string | undefined, end: string | undefined): string {
  if (start === undefined && end === undefined) return '';
  if (start === undefined || end === undefined) return `${start ?? '..'}/${end ?? '..'}`;
  if (start === end) return start;
  const [from, to] = WHOLE_YEARS.test(`${start}/${end}`)
    ? [start.slice(0, 4), end.slice(0, 4)]
    : start.endsWith('-01') && end === lastDay(end)
      ? [start.slice(0, 7), end.slice(0, 7)]
      : [start, end];
  return from === to ? from : `${from}/${to}`;
}

/** `2026-01-01/2028-12-31` */
const WHOLE_YEARS = /^\d{4}-01-01\/\d{4}-12-31$/u;

/** The last day of the month of `day`. */
function lastDay(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}
