import type { Plan } from '../../plan/plan.ts';
import { lineOf, type Span } from '../../text/text.ts';

/** What can be folded: sections, tasks of more than one line, the notice around the plan, and page noise. */
export function foldings(plan: Plan): readonly Folding[] {
  const found: Folding[] = [];
  for (const { span } of plan.sections) found.push({ span, kind: 'section' });
  for (const { span } of plan.tasks) found.push({ span, kind: 'task' });
  const wrapper = wrapperOf(plan);
  if (wrapper) found.push({ span: wrapper, kind: 'wrapper' });
  for (const span of runs(plan.noise, plan)) found.push({ span, kind: 'noise' });
  const lineAt = (offset: number) => lineOf(plan.lineStarts, offset);
  return found.filter(({ span }) => lineAt(span.start) < lineAt(span.end)).sort(byPlace);
}

export interface Folding {
  readonly span: Span;
  readonly kind: 'section' | 'task' | 'wrapper' | 'noise';
}

/** The notice (印发通知) and the page above the title. */
function wrapperOf({ title, metadata, documentNumber, recipients, text }: Plan): Span | undefined {
  if (!title || !(documentNumber || recipients || metadata.length > 0)) return undefined;
  const start = /\S/u.exec(text)?.index ?? 0;
  const end = text.slice(0, title.span.start).trimEnd().length;
  return end > start ? { start, end } : undefined;
}

/** Noise on lines one below the other folds as one. */
function runs(noise: readonly Span[], { text }: Plan): Span[] {
  const found: Span[] = [];
  for (const span of noise) {
    const last = found.at(-1);
    if (last && /^\s*$/u.test(text.slice(last.end, span.start)))
      found[found.length - 1] = { start: last.start, end: span.end };
    else found.push(span);
  }
  return found;
}

function byPlace(a: Folding, b: Folding): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}
