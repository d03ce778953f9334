import type { Finding } from '../../core/lint/finding.ts';
import { alignedTable } from '../terminal/cells.ts';
import type { Words } from '../words.ts';
import type { Examined } from './examine.ts';

/** Measures the steps of one run, which follow each other. */
export class Clock {
  readonly #now: () => number;
  readonly #start: number;
  #last: number;
  readonly #steps = new Map<Step, number>();

  /** `now` is not asked for where nobody looks at it: what tells fine time has to be loaded. */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
    this.#last = this.#start;
  }

  /** The time since the end of the step before belongs to `step`. */
  done(step: Step): void {
    const now = this.#now();
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + now - this.#last);
    this.#last = now;
  }

  get steps(): ReadonlyMap<Step, number> {
    return this.#steps;
  }

  /** Milliseconds since the clock was made. */
  get total(): number {
    return this.#now() - this.#start;
  }
}

export type Step = 'read' | 'check' | 'judge' | 'report';

/** What a run did beside its findings. */
export interface Work {
  /** Undefined for files that failed. */
  readonly examined: readonly (Examined | undefined)[];
  /** How many results came from the cache. */
  readonly remembered: number;
}

/** Two tables: the time of every step; the time and the findings of every rule, the slowest first. */
export function statsOf(clock: Clock, { examined, remembered }: Work, words: Words): string {
  const { stats } = words;
  const done = examined.filter((one) => one !== undefined);
  const times = done.flatMap(({ times: own }) => own ?? []);
  const parse = times.reduce((sum, own) => sum + own.parse, 0);
  const steps = [...clock.steps].flatMap(([step, time]) => [
    [stats.step[step], ms(time)],
    // In several threads these add up to more than the step they belong to.
    ...(step === 'check' ? [[`  ${stats.parse}`, ms(parse)]] : []),
    ...(step === 'check' ? [[`  ${stats.rules}`, ms(sumOfRules(times))]] : []),
  ]);
  const rules = ruleRows(
    times,
    done.flatMap(({ findings }) => findings),
  );
  return [
    table([stats.steps, 'ms'], [...steps, [stats.total, ms(clock.total)]]),
    table([stats.rule, 'ms', stats.findings], rules),
    `${stats.files(done.length, remembered)}\n`,
  ].join('\n');
}

type Times = NonNullable<Examined['times']>;

function ruleRows(times: readonly Times[], findings: readonly Finding[]): readonly string[][] {
  const spent = new Map<string, number>();
  for (const { rules } of times) {
    for (const [id, time] of Object.entries(rules)) spent.set(id, (spent.get(id) ?? 0) + time);
  }
  const found = new Map<string, number>();
  for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  const ids = [...new Set([...spent.keys(), ...found.keys()])];
  return ids
    .sort((a, b) => (spent.get(b) ?? 0) - (spent.get(a) ?? 0) || (a < b ? -1 : 1))
    .map((id) => [id, ms(spent.get(id) ?? 0), String(found.get(id) ?? 0)]);
}

function sumOfRules(times: readonly Times[]): number {
  return times.flatMap(({ rules }) => Object.values(rules)).reduce((sum, time) => sum + time, 0);
}

function ms(time: number): string {
  return time.toFixed(1);
}

/** Numbers to the right, also under full-width headings. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${alignedTable([head, ...rows], [1, 2]).join('\n')}\n`;
}
