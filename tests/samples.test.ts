import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { Plan, Section, Task } from '../server/src/core/plan/plan.ts';
import { parse } from '../server/src/core/read/read.ts';
import { nameText } from '../server/src/core/text/fold.ts';
import { lineOf } from '../server/src/core/text/text.ts';

const folder = fileURLToPath(new URL('fixtures/plans/', import.meta.url));
const names = globSync('*.expected.json', { cwd: folder })
  .map((path) => path.replace('.expected.json', ''))
  .sort();

/** What a person reads in a plan: sections by path, deadlines by month, lines from 1. */
interface Reading {
  readonly title: string | null;
  readonly documentNumber?: string | null;
  readonly date: string | null;
  readonly year: number | null;
  readonly sections: readonly { number: string; title: string; line: number }[];
  readonly tasks: readonly TaskReading[];
  readonly objectives?: readonly { number: string; line: number }[];
}

interface TaskReading {
  readonly number: string;
  readonly title: string;
  readonly line: number;
  readonly section: string | null;
  readonly leads: readonly string[];
  readonly units: readonly string[];
  readonly support?: readonly string[];
  /** The month a deadline ends in. */
  readonly deadline: string | null;
  /** A deadline that has words but no end, such as 长期坚持. */
  readonly deadlineText?: string;
  readonly measures?: number;
}

describe('sample plans', () => {
  it('are there', () => {
    expect(names).not.toEqual([]);
  });

  it.each(names)('%s is read as a person reads it', (name) => {
    expect(readingOf(parse(sample(name)))).toEqual(expectedOf(name));
  });

  it.each(names)('%s reads the same with CRLF and without a last newline', (name) => {
    const crlf = sample(name).trimEnd().replaceAll('\n', '\r\n');
    expect(readingOf(parse(crlf))).toEqual(expectedOf(name));
  });

  it('has a directory that knows everybody whom its plans name', () => {
    const directory = parse(sample('county.units'));
    expect(directory.kind).toBe('directory');
    const plans = ['brackets', 'own-lines'].map(expectedOf);
    const parties = plans.flatMap(({ tasks }) => tasks.flatMap(({ leads, units }) => [...leads, ...units]));
    expect(parties.filter((name) => !directory.text.includes(name))).toEqual([]);
  });
});

function sample(name: string): string {
  return readFileSync(`${folder}${name}.plan`, 'utf8');
}

/** The expectation with what it leaves out written in. */
function expectedOf(name: string): Reading {
  const {
    objectives = [],
    tasks,
    ...rest
  }: Reading = JSON.parse(readFileSync(`${folder}${name}.expected.json`, 'utf8'));
  return {
    documentNumber: null,
    ...rest,
    objectives,
    tasks: tasks.map((task) => ({ support: [], measures: 0, ...task })),
  };
}

function readingOf(plan: Plan): Reading {
  const line = (offset: number) => lineOf(plan.lineStarts, offset) + 1;
  const ofRole = (role: Task['role']) => plan.tasks.filter((task) => task.role === role);
  return {
    // A space that sets off the issuer in the title is layout to a reader.
    title: plan.title ? nameText(plan.title.text) : null,
    documentNumber: plan.documentNumber?.text ?? null,
    date: plan.date?.iso ?? null,
    year: plan.year ?? null,
    sections: plan.sections.map((section) => ({
      number: pathOf(plan, section),
      title: section.title,
      line: line(section.span.start),
    })),
    objectives: ofRole('objective').map(({ number, span }) => ({ number, line: line(span.start) })),
    tasks: ofRole('task').map((task) => ({
      number: task.number,
      title: task.title,
      line: line(task.span.start),
      section: sectionPath(plan, task.section),
      leads: task.leads.map(({ name }) => name),
      units: task.units.map(({ name }) => name),
      support: task.support.map(({ name }) => name),
      deadline: task.deadline?.end?.slice(0, 7) ?? null,
      ...(task.deadline && !task.deadline.end ? { deadlineText: task.deadline.text } : {}),
      measures: task.measures.length,
    })),
  };
}

function sectionPath(plan: Plan, index: number | undefined): string | null {
  const section = index === undefined ? undefined : plan.sections[index];
  return section ? pathOf(plan, section) : null;
}

function pathOf(plan: Plan, section: Section): string {
  const parent = sectionPath(plan, section.parent);
  return parent === null ? section.number : `${parent}/${section.number}`;
}
