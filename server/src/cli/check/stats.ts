import { flatMapped } from '../../core/text/flat.ts';
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

/** What a run did, summed up as it goes on. */
export class Work {
  /** How many results came from the cache. */
  remembered = 0;
  #files = 0;
  #parse = 0;
  readonly #spent = new Map<string, number>();
  readonly #found = new Map<string, number>();

  add({ times, findings }: Pick<Examined, 'times' | 'findings'>): void {
    this.#files += 1;
    this.#parse += times?.parse ?? 0;
    for (const [id, time] of Object.entries(times?.rules ?? {})) increase(this.#spent, id, time);
    for (const { rule } of findings) increase(this.#found, rule, 1);
  }

  /** Files that did not fail. */
  get files(): number {
    return this.#files;
  }

  /** Milliseconds spent on reading. */
  get parse(): number {
    return this.#parse;
  }

  /** Of each rule that ran or found something, the milliseconds that it took and how often it found something. */
  get rules(): readonly (readonly [id: string, time: number, found: number])[] {
    const ids = [...new Set([...this.#spent.keys(), ...this.#found.keys()])];
    return ids.map((id) => [id, this.#spent.get(id) ?? 0, this.#found.get(id) ?? 0]);
  }
}

/** Two tables: the time of every step; the time and the findings of every rule, the slowest first. */
export function statsOf(clock: Clock, work: Work, words: Words): string {
  const { stats } = words;
  const ofRules = work.rules.reduce((sum, [, time]) => sum + time, 0);
  const steps = flatMapped([...clock.steps], ([step, time]) => [
    [stats.step[step], ms(time)],
    // In several threads these add up to more than the step they belong to.
    ...(step === 'check' ? [[`  ${stats.parse}`, ms(work.parse)]] : []),
    ...(step === 'check' ? [[`  ${stats.rules}`, ms(ofRules)]] : []),
  ]);
  const rules = [...work.rules]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .map(([id, time, found]) => [id, ms(time), String(found)]);
  return [
    table([stats.steps, 'ms'], [...steps, [stats.total, ms(clock.total)]]),
    table([stats.rule, 'ms', stats.findings], rules),
    `${stats.files(work.files, work.remembered)}\n`,
  ].join('\n');
}

function increase(sums: Map<string, number>, id: string, by: number): void {
  sums.set(id, (sums.get(id) ?? 0) + by);
}

function ms(time: number): string {
  return time.toFixed(1);
}

/** Numbers to the right, also under full-width headings. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${alignedTable([head, ...rows], [1, 2]).join('\n')}\n`;
}
