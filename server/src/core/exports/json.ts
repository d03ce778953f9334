import type { Deadline, Measure, Party, Plan, Section, Task } from '../plan/plan.ts';
import { lineOf } from '../text/text.ts';
import type { Document, Exporter } from './exporter.ts';

/** The model as one JSON document (schema version 1): lines and columns 1-based, columns in UTF-16 units. */
export const json: Exporter = {
  format: 'json',
  write: (documents) => `${JSON.stringify(modelOf(documents), null, 2)}\n`,
};

/** What `json` writes, as a value. Keys stand in the order of the contract. */
export function modelOf(documents: readonly Document[]) {
  return { schemaVersion: 1, plans: documents.map(planModel) };
}

function planModel({ path, plan }: Document) {
  return {
    path,
    kind: plan.kind,
    title: plan.title?.text ?? null,
    year: plan.year ?? null,
    documentNumber: plan.documentNumber?.text ?? null,
    date: plan.date?.iso ?? null,
    sections: plan.sections.map((section) => sectionModel(section, plan)),
    tasks: plan.tasks.map((task) => taskModel(task, plan)),
  };
}

function sectionModel({ number, title, level, role, span, parent }: Section, plan: Plan) {
  return { number, title, level, role, line: lineAt(plan, span.start), parent: parent ?? null };
}

function taskModel(task: Task, plan: Plan) {
  const { start, end } = task.span;
  return {
    number: task.number,
    title: task.title,
    line: lineAt(plan, start),
    // The end is exclusive; what counts is where the last character stands.
    endLine: lineAt(plan, Math.max(start, end - 1)),
    section: task.section ?? null,
    role: task.role,
    leads: task.leads.map((party) => partyModel(party, plan)),
    units: task.units.map((party) => partyModel(party, plan)),
    support: task.support.map((party) => partyModel(party, plan)),
    deadline: task.deadline ? deadlineModel(task.deadline) : null,
    proseDeadlines: task.proseDeadlines.map(deadlineModel),
    measures: task.measures.map((measure) => measureModel(measure, plan)),
  };
}

function partyModel({ name, kind, span }: Party, plan: Plan) {
  const line = lineOf(plan.lineStarts, span.start);
  return { name, kind, line: line + 1, column: span.start - (plan.lineStarts[line] ?? 0) + 1 };
}

function deadlineModel({ text, start, end, precision }: Deadline) {
  return { text, start: start ?? null, end: end ?? null, precision };
}

function measureModel({ number, text, span }: Measure, plan: Plan) {
  return { number, text, line: lineAt(plan, span.start) };
}

function lineAt(plan: Plan, offset: number): number {
  return lineOf(plan.lineStarts, offset) + 1;
}
