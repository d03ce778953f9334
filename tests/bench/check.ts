import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { asText, type Plan, planOf } from './generate.ts';
import { inTurns, median, type Run, run } from './turns.ts';

/** `check` of 1,000 files in one thread, and how much memory it takes, for these and for ten times as many. */
export async function check(folder: string): Promise<readonly Figure[]> {
  writePlans(folder, 10_000);
  const thousand = join(folder, '0');
  const checked = (plans: string) =>
    run([process.execPath, 'dist/planlint.mjs', 'check', '--threads', '1', '--exit-zero', plans], {
      peak: true,
    });
  const { floor, ours } = await inTurns(
    { floor: () => readAll(thousand), ours: () => checked(thousand) },
    { seconds: 25, least: 2 },
  );
  const cpu = ({ cpu }: Run) => cpu;
  const peak = median(ours.map(({ peak }) => peak));
  const all = await checked(folder);
  return [
    {
      name: 'check 1,000 files, CPU',
      value: median(ours.map(cpu)),
      unit: 'ms',
      floor: median(floor.map(cpu)),
      must: 6,
      aim: 3,
    },
    { name: 'check 1,000 files, memory', value: peak, unit: 'MiB', must: 130, aim: 95 },
    // Flat, but for what the collector of garbage is late with.
    { name: 'check 10,000 files, memory', value: all.peak, unit: 'MiB', floor: peak, must: 1.25, aim: 1.1 },
  ];
}

/** The floor of all that reads files: it finds, reads, decodes and splits those of a folder. */
export function readAll(folder: string): Promise<Run> {
  return run([process.execPath, 'tests/bench/floor/read.mjs', folder]);
}

/** Writes so many plans into folders of 1,000 each. */
export function writePlans(
  folder: string,
  count: number,
  form: (plan: Plan) => string = asText,
  ending = 'txt',
): void {
  for (let seed = 0; seed < count; seed += 1) {
    const part = join(folder, String(Math.floor(seed / 1_000)));
    if (seed % 1_000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `plan-${seed}.${ending}`), form(planOf(seed)));
  }
}
