import type { Field, Plan, Task } from '../../server/src/core/plan/plan.ts';
import { headOf } from '../../server/src/core/plan/tasks.ts';
import type { Span } from '../../server/src/core/text/text.ts';

/** A plan with one slip in it, and what has to be said of it. */
export interface Slip {
  /** What takes the place of `span`. */
  readonly span: Span;
  readonly newText: string;
  /** Where the finding has to stand in the new text: it touches this. */
  readonly at: Span;
}

/** Draws a whole number below `most`. */
export type Draw = (most: number) => number;

/** Every kind of slip, with the rules of which one has to find it; undefined where a plan has no place for it. */
export const slips: Readonly<
  Record<
    string,
    { readonly rules: readonly string[]; readonly make: (plan: Plan, draw: Draw) => Slip | undefined }
  >
> = {
  'an owner is gone': {
    rules: ['missing-lead'],
    make: (plan, draw) =>
      withoutField(plan, draw, ({ leads, units, fields }) => fieldOf(fields, leads.length + units.length)),
  },
  'a name stands twice': {
    rules: ['duplicate-party'],
    make(plan, draw) {
      const field = pick(
        plan.fields.filter(({ role, label, parties }) => role !== 'deadline' && label && parties.length > 0),
        draw,
      );
      const party = field && pick(field.parties, draw);
      if (!party) return undefined;
      const { end } = party.span;
      // `安 平` would be a slip of its own.
      return inserted(end, `、${party.name}`);
    },
  },
  'a space stands in a name': {
    rules: ['name-spacing', 'stray-space'],
    make(plan, draw) {
      const parties = plan.fields
        .flatMap((field) => field.parties)
        .filter(({ kind, name }) => kind === 'person' && name.length > 2);
      const party = pick(parties, draw);
      return party && inserted(party.span.start + 1, ' ');
    },
  },
  'a month does not exist': {
    rules: ['impossible-deadline'],
    make(plan, draw) {
      const months = [...plan.text.matchAll(/(?<=完成时[限间][：:](?:20\d\d年)?)\d{1,2}(?=月)/gu)];
      const month = pick(months, draw);
      return month && replaced({ start: month.index, end: month.index + month[0].length }, '13');
    },
  },
  'a number stands twice': {
    rules: ['number-duplicate', 'number-gap', 'number-order'],
    make(plan, draw) {
      const at = draw(plan.tasks.length - 1) + 1;
      const [before, task] = [plan.tasks[at - 1], plan.tasks[at]];
      if (!before || !task || !/^\d+$/u.test(task.number) || before.section !== task.section)
        return undefined;
      // The numbers of a table are its own affair.
      if (!/^[.．、]/u.test(plan.text.slice(task.numberSpan.end))) return undefined;
      return replaced(task.numberSpan, plan.text.slice(before.numberSpan.start, before.numberSpan.end), 12);
    },
  },
  'half a pair of quotes is gone': {
    rules: ['unpaired-mark'],
    make(plan, draw) {
      const mark = pick([...plan.text.matchAll(/”/gu)], draw);
      return mark && replaced({ start: mark.index, end: mark.index + 1 }, '', 24);
    },
  },
  'a comma is of half width': {
    rules: ['halfwidth-mark'],
    make(plan, draw) {
      const mark = pick([...plan.text.matchAll(/(?<=\p{Script=Han})，(?=\p{Script=Han})/gu)], draw);
      return mark && replaced({ start: mark.index, end: mark.index + 1 }, ',');
    },
  },
  'a stop stands twice': {
    rules: ['repeated-mark'],
    make(plan, draw) {
      const mark = pick([...plan.text.matchAll(/(?<=\p{Script=Han})。(?=\p{Script=Han})/gu)], draw);
      return mark && inserted(mark.index + 1, '。');
    },
  },
  'an entity is left': {
    rules: ['html-residue'],
    make: (plan, draw) => intoProse(plan, draw, '&nbsp;'),
  },
  'a zero-width character is left': {
    rules: ['control-character'],
    make: (plan, draw) => intoProse(plan, draw, '\u{200B}'),
  },
  'a bookmark is left': {
    rules: ['word-residue'],
    make(plan, draw) {
      const task = pick(
        plan.tasks.filter(({ number }) => number !== ''),
        draw,
      );
      return task && inserted(task.span.start, '[bookmark: _GoBack]');
    },
  },
};

function withoutField(plan: Plan, draw: Draw, of: (task: Task) => Field | undefined): Slip | undefined {
  // Who is named above all tasks of a section, or of the rest, answers for this one, too.
  const above = plan.sections.some(({ fields }) => fields.length > 0) || plan.blankets.length > 0;
  const tasks = plan.tasks.filter((task) => task.role === 'task' && task.number !== '' && of(task) && !above);
  const task = pick(tasks, draw);
  const field = task && of(task);
  if (!task || !field) return undefined;
  const head = headOf(task);
  const { start, end } = field.holder;
  // A line goes with its end.
  const line = field.placement === 'line';
  const span = { start, end: line && plan.text[end] === '\n' ? end + 1 : end };
  return { span, newText: '', at: head };
}

/** The only field of a task, where that is the only one in its holder and says all. */
function fieldOf(fields: readonly Field[], named: number): Field | undefined {
  const [field] = fields;
  return named > 0 && fields.length === 1 && field?.role !== 'deadline' ? field : undefined;
}

/** Behind the title of a task, which others count or compare. */
function intoProse(plan: Plan, draw: Draw, text: string): Slip | undefined {
  const places = plan.tasks.flatMap(({ titleSpan, span }) => {
    const body = plan.text.slice(titleSpan.end, span.end);
    return [...body.matchAll(/(?<=。\p{Script=Han}{2})\p{Script=Han}{2}/gu)].map(
      ({ index }) => titleSpan.end + index,
    );
  });
  const at = pick(places, draw);
  return at === undefined ? undefined : inserted(at, text);
}

function inserted(at: number, newText: string): Slip {
  return replaced({ start: at, end: at }, newText);
}

/** The finding may stand `around` characters beside what changed. */
function replaced(span: Span, newText: string, around = 1): Slip {
  return { span, newText, at: { start: span.start - around, end: span.start + newText.length + around } };
}

function pick<T>(items: readonly T[], draw: Draw): T | undefined {
  return items.length > 0 ? items[draw(items.length)] : undefined;
}
