import type { Finding } from '../../server/src/core/lint/finding.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { type Draw, type Slip, slips } from './slips.ts';

/** What came of one kind of slip: how often it was made and found, and what else was said that was not before. */
export interface Figures {
  made: number;
  found: number;
  readonly missed: string[];
  readonly extra: string[];
}

/** Makes slips of one kind in `plans`, `times` each, and looks what is said of them. */
export function figuresOf(kind: string, plans: readonly Plan[], times: number, draw: Draw): Figures {
  const figures: Figures = { made: 0, found: 0, missed: [], extra: [] };
  const slip = slips[kind];
  if (!slip) throw new Error(kind);
  for (const plan of plans) {
    const before = findingsIn(plan);
    for (let i = 0; i < times; i += 1) {
      const made = slip.make(plan, draw);
      if (!made) continue;
      const text = plan.text.slice(0, made.span.start) + made.newText + plan.text.slice(made.span.end);
      const after = findingsIn(parse(text));
      // What begins where something was put in begins before or behind it.
      const known = before.map((finding) =>
        [moved(finding.span.start, made), finding.span.start].map((at) => keyOf(finding, at)),
      );
      const fresh = after.filter((finding) => !taken(known, keyOf(finding, finding.span.start)));
      const meant = fresh.filter(({ rule, span }) => {
        return slip.rules.includes(rule) && span.start <= made.at.end && made.at.start <= span.end;
      });
      figures.made += 1;
      const around = text.slice(Math.max(0, made.at.start - 12), made.at.end + 12).replaceAll('\n', '⏎');
      if (meant.length > 0) figures.found += 1;
      else figures.missed.push(around);
      for (const one of fresh) {
        if (!meant.includes(one))
          figures.extra.push(`${one.rule}: ${around}: ${text.slice(one.span.start, one.span.end)}`);
      }
    }
  }
  return figures;
}

/** Takes a key out of those that are known; false where it is not among them. */
function taken(known: string[][], key: string): boolean {
  const at = known.findIndex((keys) => keys.includes(key));
  if (at >= 0) known.splice(at, 1);
  return at >= 0;
}

function findingsIn(plan: Plan): readonly Finding[] {
  return lint(plan, rules, defaultSettings);
}

function keyOf({ rule }: Finding, at: number): string {
  return `${rule} ${at}`;
}

function moved(at: number, { span, newText }: Slip): number {
  return at >= span.end ? at + newText.length - (span.end - span.start) : at;
}
