import { type Block, spanIn } from '../../plan/block.ts';
import type { Deadline, Field, Party } from '../../plan/plan.ts';
import type { DefaultYear } from '../../text/dates.ts';
import type { Span, Words } from '../../text/text.ts';
import type { Stated } from './stated.ts';
import { timeIn } from './when.ts';

/** A field where it stands in the plan's text, its deadline read with the year that the plan is for. */
export function placed(stated: Stated, block: Block, year: DefaultYear): Field {
  const { role, label, value, holder, placement, parties, due } = stated;
  const at = (span: Span): Span => spanIn(block, span.start, span.end);
  // Each by its name: these are the most objects that a reading makes.
  return {
    role,
    label: label && { text: label.text, span: at(label.span) },
    value: at(value),
    holder: at(holder),
    placement,
    parties: parties.map((party) => placedParty(party, block)),
    deadline: role === 'deadline' && due ? deadlineAt(due, stated, block, year) : undefined,
  };
}

/** Somebody named in a passage, where the name stands in the plan's text. */
export function placedParty({ name, kind, span }: Party, block: Block): Party {
  return { name, kind, span: spanIn(block, span.start, span.end) };
}

/** A deadline; words that name no time still state one where the field says that they do. */
function deadlineAt(
  due: Span,
  { label, placement }: Stated,
  block: Block,
  year: DefaultYear,
): Deadline | undefined {
  const { when, text } = timeIn(block, due.start, due.end, year);
  const labelled: Words | boolean | undefined = label ?? placement === 'cell';
  if (!when && !labelled) return undefined;
  const { start, end, precision, problem } = when ?? NO_TIME;
  return { start, end, precision, problem, text, span: spanIn(block, due.start, due.end) };
}

const NO_TIME = { start: undefined, end: undefined, precision: 'open', problem: undefined } as const;
