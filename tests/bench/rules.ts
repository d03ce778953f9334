import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { Memory } from '../../server/src/core/read/memory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules as all } from '../../server/src/core/rules/index.ts';
import type { Figure } from './figures.ts';
import { generatePlan } from './generate.ts';

const LINES = 20_000;

/** Prints what each rule costs on one long plan, the dearest first; reading it and all of them stand in the table. */
export async function rules(): Promise<readonly Figure[]> {
  const text = generatePlan(LINES);
  const bytes = new TextEncoder().encode(text);
  const plan = parse(text);
  const costs = all.map((rule) => {
    const settings = { ...defaultSettings, severities: { [rule.id]: rule.severity } };
    // A copy each time: what is remembered of a plan would be counted for no rule.
    const ms = fastest(() => lint({ ...plan }, [rule], settings));
    return { rule: rule.id, ms, findings: lint(plan, [rule], settings).length };
  });
  const sum = costs.reduce((before, { ms }) => before + ms, 0);
  console.table(
    costs
      .sort((a, b) => b.ms - a.ms)
      .map(({ ms, ...others }) => ({
        ...others,
        ms: Number(ms.toFixed(2)),
        '%': Math.round((1_000 * ms) / sum) / 10,
      })),
  );
  const floor = fastest(() => new TextDecoder().decode(bytes).split('\n'));
  const memory = new Memory();
  const figure = (name: string, work: () => void) =>
    ({ name, value: fastest(work), unit: 'ms', floor }) as const;
  return [
    figure('read 20,000 lines', () => parse(text)),
    figure('read and check them', () => lint(parse(text), all, defaultSettings)),
    figure('again, with its words known', () => lint(parse(text, {}, memory), all, defaultSettings)),
  ];
}

/** Milliseconds of the fastest of some runs: other work on the machine only ever adds. */
function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 8; run += 1) {
    const begun = performance.now();
    work();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}
