import { Bench } from 'tinybench';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { Memory } from '../../server/src/core/read/memory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { generatePlan } from './generate.ts';

/**
 * How long a plan takes to parse and to check, set against decoding its bytes and splitting its lines in the same run:
 * the ratio says more than milliseconds of whatever machine this is, and a ratio that grows with the size says that
 * some step is not linear.
 */
const rows: Row[] = [];
for (const lines of [200, 2_000, 20_000]) rows.push(await measure(lines, rows.at(-1)));
console.table(rows.map(asCells));
console.table(costs(20_000));

interface Row {
  readonly lines: number;
  readonly bytes: number;
  readonly tasks: number;
  readonly findings: number;
  readonly split: number;
  readonly parse: number;
  readonly check: number;
  /** To read and check it with what is remembered of its words. */
  readonly again: number;
  readonly before: Row | undefined;
}

/** What each rule costs on a plan of so many lines, the dearest first: its share of all, and of the time to parse. */
function costs(lines: number): readonly Record<string, string | number>[] {
  const text = generatePlan(lines);
  const plan = parse(text);
  const parsing = fastest(() => parse(text));
  const measured = rules.map((rule) => {
    const settings = { ...defaultSettings, severities: { [rule.id]: rule.severity } };
    return {
      id: rule.id,
      // A copy each time: what is remembered of a plan would be counted for no rule.
      ms: fastest(() => lint({ ...plan }, [rule], settings)),
      findings: lint(plan, [rule], settings).length,
    };
  });
  const all = measured.reduce((sum, { ms }) => sum + ms, 0);
  return measured
    .sort((a, b) => b.ms - a.ms)
    .map(({ id, ms, findings }) => ({
      rule: id,
      ms: ms.toFixed(2),
      'of all': `${((100 * ms) / all).toFixed(1)} %`,
      'of parse': `${((100 * ms) / parsing).toFixed(1)} %`,
      findings,
    }));
}

/** Milliseconds of the fastest of some runs. */
function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 12; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Times are in milliseconds, of the fastest run: other work on the machine only ever adds. */
async function measure(lines: number, before: Row | undefined): Promise<Row> {
  const text = generatePlan(lines);
  const bytes = new TextEncoder().encode(text);
  const check = () => lint(parse(text), rules, defaultSettings);
  const bench = new Bench({ time: 1_500, iterations: 10, warmupTime: 300, warmupIterations: 1 });
  bench.add('split', () => new TextDecoder().decode(bytes).split(/\r\n|\r|\n/u));
  bench.add('parse', () => parse(text));
  bench.add('check', check);
  // As an editor does after a keystroke, and a run with words that it met before.
  const memory = new Memory();
  bench.add('again', () => lint(parse(text, {}, memory), rules, defaultSettings));
  await bench.run();
  const [split, parsing, checking, again] = bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`${name} did not run: ${result.state}`);
    return result.latency.min;
  });
  if (!split || !parsing || !checking || !again) throw new Error('the clock of this machine is too coarse');
  const findings = check().length;
  const tasks = parse(text).tasks.length;
  return {
    lines,
    bytes: bytes.length,
    tasks,
    findings,
    split,
    parse: parsing,
    check: checking,
    again,
    before,
  };
}

function asCells(row: Row): Record<string, string | number> {
  const growth = (key: 'parse' | 'check' | 'again') =>
    row.before ? `×${(ratio(row, key) / ratio(row.before, key)).toFixed(2)}` : '';
  return {
    lines: row.lines,
    kB: Math.round(row.bytes / 1_000),
    tasks: row.tasks,
    findings: row.findings,
    'decode+split ms': row.split.toFixed(3),
    'parse ms': row.parse.toFixed(2),
    'parse ratio': ratio(row, 'parse').toFixed(1),
    'parse growth': growth('parse'),
    'check ms': row.check.toFixed(2),
    'check ratio': ratio(row, 'check').toFixed(1),
    'check growth': growth('check'),
    'again ms': row.again.toFixed(2),
    'again ratio': ratio(row, 'again').toFixed(1),
    'again growth': growth('again'),
  };
}

function ratio(row: Row, key: 'parse' | 'check' | 'again'): number {
  return row[key] / row.split;
}
