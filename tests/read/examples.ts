import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { lineOf, type Span } from '../../server/src/core/text/text.ts';
import { render } from './render.ts';

/** An example of syntaxes/format.md: a text, and what is read in it. */
export interface Example {
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Line of its fence, from 1. */
  readonly line: number;
  /** What the text is called, where the example says so. */
  readonly path: string;
  readonly text: string;
  readonly tree: string;
}

/** The examples of a document: fences of `plan`, each a text, a line `---` and a tree. Throws where one is not whole. */
export function examplesIn(markdown: string): readonly Example[] {
  const examples: Example[] = [];
  const headings: string[] = [];
  const lines = markdown.split(/\r?\n/u);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, marks, title] = HEADING.exec(line) ?? [];
    if (marks && title) headings.splice(marks.length - 1, headings.length, title);
    const opening = FENCE.exec(line);
    if (!opening) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: this fence is never closed`);
    const [language, path = ''] = (opening[1] ?? '').split(' ');
    if (language === 'plan') examples.push(exampleOf(lines.slice(at + 1, end), path, [...headings], at + 1));
    at = end;
  }
  return examples;
}

/** What is read in the example's text, as far as its tree speaks of it: the frame only where the tree has it. */
export function readingOf({ path, text, tree }: Example): string {
  const plan = parse(text, { path });
  const asked = new Set(tree.split('\n').flatMap((line) => FACT.exec(line)?.[1] ?? []));
  const frame = facts(plan).filter(([name]) => asked.has(name));
  return [...frame.map(([name, value]) => `${name}: ${value}`), render(plan, path)]
    .filter((line) => line !== '')
    .join('\n');
}

/** `## Numbers` */
const HEADING = /^(#+) (.+)$/u;

/** The opening of a fence, with what it says of itself. */
const FENCE = /^```(.*)$/u;

/** `year: 2026` in a tree. */
const FACT = /^(kind|title|year|documentNumber|date|issuers|recipients|metadata|doubtful): /u;

function exampleOf(
  lines: readonly string[],
  path: string,
  headings: readonly string[],
  line: number,
): Example {
  const rule = lines.lastIndexOf('---');
  if (rule < 0) throw new Error(`line ${line}: this example has no line --- between its text and its tree`);
  if (rule === 0) throw new Error(`line ${line}: this example has no text`);
  const text = lines.slice(0, rule).join('\n').replaceAll(TAB, '\t');
  return { headings, line, path, text, tree: lines.slice(rule + 1).join('\n') };
}

/** How an example shows a tab. */
const TAB = '⇥';

/** The facts of the frame in the order in which a tree has them; `none` for what is not there. */
function facts(plan: Plan): readonly (readonly [name: string, value: string])[] {
  const { kind, title, year, documentNumber, date, issuers, recipients, metadata, doubtful } = plan;
  const lineAt = (offset: number) => lineOf(plan.lineStarts, offset) + 1;
  const lines = ({ start, end }: Span) => `${lineAt(start)}–${lineAt(end)}`;
  return [
    ['kind', kind],
    ['title', title?.text ?? NONE],
    ['year', String(year ?? NONE)],
    ['documentNumber', documentNumber?.text ?? NONE],
    ['date', date?.iso ?? NONE],
    ['issuers', issuers.map(({ text }) => text).join('  ') || NONE],
    ['recipients', recipients?.text ?? NONE],
    ['metadata', metadata.map(({ label, value }) => `${label.text}=${value.text}`).join('  ') || NONE],
    ['doubtful', doubtful.map(lines).join('  ') || NONE],
  ];
}

const NONE = 'none';
