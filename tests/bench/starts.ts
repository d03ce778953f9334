import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client.ts';
import type { Figure } from './figures.ts';
import { generatePlan } from './generate.ts';
import { inTurns, median, type Run, run } from './turns.ts';

/** What it takes to start: the command line, against a program that does nothing, and the language server. */
export async function starts(folder: string): Promise<readonly Figure[]> {
  const small = writeSmall(join(folder, 'alone'));
  const among = writeAmong(join(folder, 'among'));
  const started = (...args: readonly string[]) => run([process.execPath, ...args]);
  const { empty, version, plan, oneOfMany } = await inTurns(
    {
      empty: () => started('tests/bench/floor/empty.mjs'),
      version: () => started('dist/planlint.cjs', '--version'),
      plan: () => started('dist/planlint.cjs', 'check', '--exit-zero', small),
      oneOfMany: () => started('dist/planlint.cjs', 'check', '--exit-zero', among),
    },
    { seconds: 15, most: 30 },
  );
  const { bare, server } = await inTurns(
    {
      bare: () => untilInitialized('tests/bench/floor/server.mjs'),
      server: () => untilInitialized('dist/server.cjs', '--stdio'),
    },
    { seconds: 8, most: 30 },
  );
  const cpu = (runs: readonly Run[]) => median(runs.map((one) => one.cpu));
  const floor = cpu(empty);
  return [
    { name: 'one small plan, CPU', value: cpu(plan), unit: 'ms', floor, must: 2.2, aim: 1.6 },
    { name: 'the same beside 200 plans, CPU', value: cpu(oneOfMany), unit: 'ms', floor: cpu(plan) },
    { name: '--version, CPU', value: cpu(version), unit: 'ms', floor, must: 1.5, aim: 1.2 },
    { name: 'initialize', value: median(server), unit: 'ms', floor: median(bare), must: 2, aim: 1.5 },
  ];
}

function writeSmall(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'small.plan');
  writeFileSync(path, generatePlan(10));
  return path;
}

/** A small plan beside 200 longer ones; one in ten of these speaks of directories, and might be one. */
function writeAmong(folder: string): string {
  const small = writeSmall(folder);
  const [plain, speaking] = [generatePlan(200), generatePlan(200).replace('。', '，更新名录。')];
  for (let i = 0; i < 200; i += 1)
    writeFileSync(join(folder, `plan-${i}.txt`), i % 10 === 0 ? speaking : plain);
  return small;
}

async function untilInitialized(...server: readonly string[]): Promise<number> {
  const begun = performance.now();
  const client = new Client(server);
  await client.begin();
  const taken = performance.now() - begun;
  await client.end();
  return taken;
}
