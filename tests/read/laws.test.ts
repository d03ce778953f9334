import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { sectionsAround } from '../../server/src/core/plan/tasks.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { nameText } from '../../server/src/core/text/fold.ts';
import { lineStartsOf, type Span } from '../../server/src/core/text/text.ts';
import { rounds } from '../rounds.ts';
import { planLike, planOf, someDocuments } from '../rules/texts.ts';
import { render } from './render.ts';

const texts = someDocuments(10);

/** The texts at hand with a few cuts, doublings and strange characters. */
const mutated = fc
  .record({
    text: fc.constantFrom(...texts.map(([, text]) => text.slice(0, 6000))),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 40 }),
        words: fc.oneof(planLike, fc.constant('')),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((words, edit) => {
      const at = Math.floor(edit.at * words.length);
      return words.slice(0, at) + edit.words + words.slice(at + edit.length);
    }, text),
  );

describe('any text', () => {
  it('is a plan whose parts lie in it, one in the other', () => {
    fc.assert(
      fc.property(planLike, (text) => expectSound(text)),
      rounds(150, 50_000),
    );
  });

  it('is one after damage, too', () => {
    fc.assert(
      fc.property(mutated, (text) => expectSound(text)),
      rounds(40, 10_000),
    );
  });
});

describe.each(texts)('%s', (_name, text) => {
  const plan = planOf(text);
  const shownOf = (words: string) => shown(words === text ? plan : parse(words));

  it('is sound', () => expectSound(text, plan));

  it('reads the same twice', () => {
    expect(parse(text)).toEqual(plan);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads the same with %s', (_end, lineEnd) => {
    expect(shownOf(text.replace(/\r\n|\r|\n/gu, lineEnd))).toBe(shown(plan));
  });

  it('reads the same without a last line end and with empty lines behind', () => {
    expect(shownOf(text.trimEnd())).toBe(shown(plan));
    expect(shown(parse(`${text}\n\n\n`))).toBe(shown(plan));
  });

  it('is moved by one by a byte order mark', () => {
    const marked = parse(`\uFEFF${text.replace(/^\uFEFF/u, '')}`);
    expect(shown(marked)).toBe(shown(plan));
    const by = text.startsWith('\uFEFF') ? 0 : 1;
    expect(marked.tasks.map(({ span }) => span.start)).toEqual(plan.tasks.map(({ span }) => span.start + by));
  });
});

function shown(plan: Plan): string {
  const { title, year, date, documentNumber, recipients } = plan;
  return [title?.text, year, date?.iso, documentNumber?.text, recipients?.text, render(plan)].join('\n');
}

/** Expects that everything read stands in the text, and what belongs together stands together. */
function expectSound(text: string, plan: Plan = parse(text)): void {
  expect(faultsIn(plan)).toEqual([]);
  expect(plan.text).toBe(text);
  expect(plan.folded).toHaveLength(text.length);
  expect(plan.lineStarts).toEqual(lineStartsOf(text));
}

function faultsIn(plan: Plan): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const { length } = plan.text;
  const lies = ({ start, end }: Span, what: string) =>
    need(start >= 0 && start <= end && end <= length, what);
  const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
  for (const [i, section] of plan.sections.entries()) {
    const what = `section ${i} (${section.number})`;
    for (const span of [section.span, section.numberSpan, section.titleSpan]) lies(span, what);
    need(contains(section.span, section.numberSpan), `${what}: number outside`);
    need(contains(section.span, section.titleSpan), `${what}: title outside`);
    const parent = section.parent === undefined ? undefined : plan.sections[section.parent];
    need(section.parent === undefined || (parent !== undefined && section.parent < i), `${what}: parent`);
    if (parent)
      need(contains(parent.span, section.span) && parent.level < section.level, `${what}: not nested`);
    const before = plan.sections[i - 1];
    if (before) need(before.span.start <= section.span.start, `${what}: out of order`);
  }
  for (const [i, task] of plan.tasks.entries()) {
    const what = `task ${i} (${task.number})`;
    for (const span of [task.span, task.numberSpan, task.titleSpan]) lies(span, what);
    need(
      contains(task.span, task.numberSpan) && contains(task.span, task.titleSpan),
      `${what}: head outside`,
    );
    const section = task.section === undefined ? undefined : plan.sections[task.section];
    need(task.section === undefined || section !== undefined, `${what}: no such section`);
    if (section) need(contains(section.span, task.span), `${what}: outside its section`);
    const before = plan.tasks[i - 1];
    if (before) need(before.span.end <= task.span.start, `${what}: overlaps the one before`);
    for (const measure of task.measures) need(contains(task.span, measure.span), `${what}: measure outside`);
    for (const { span } of task.proseDeadlines) {
      // The sentence of the item above speaks of all its tasks.
      const [outermost] = span.end <= task.span.start ? sectionsAround(plan, task.section) : [];
      need(contains((outermost ?? task).span, span), `${what}: deadline outside`);
    }
    for (const party of [...task.leads, ...task.units, ...task.support]) {
      lies(party.span, what);
      need(party.name !== '' && party.name === nameText(party.name), `${what}: name “${party.name}”`);
    }
    for (const named of [task.leads, task.units, task.support])
      need(new Set(named.map(({ name }) => name)).size === named.length, `${what}: named twice`);
  }
  for (const field of plan.fields) {
    for (const span of [field.value, field.holder]) lies(span, `field ${field.role}`);
    for (const { span } of field.parties)
      need(contains(field.holder, span), `field ${field.role}: party outside`);
    need(field.deadline === undefined || field.role === 'deadline', `field ${field.role}: deadline`);
  }
  return faults;
}
