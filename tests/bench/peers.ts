import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readAll, writePlans } from './check.ts';
import type { Figure } from './figures.ts';
import { asMarkdown } from './generate.ts';
import { inTurns, median, type Run, run } from './turns.ts';

/** Programs that check texts, each by a package of npm, the command that it brings, and how that checks a folder. */
const PEERS = [
  ['@biomejs/biome@2.6.8', 'biome', 'lint', '.'],
  ['rumdl@0.2.75', 'rumdl', 'check', '--no-cache', '.'],
  ['autocorrect-node@2.14.0', 'autocorrect', '--lint', '.'],
  ['markdownlint-cli2@0.24.1', 'markdownlint-cli2', '**/*.md'],
  ['zhlint@0.8.2', 'zhlint', '**/*.md'],
] as const;

/** What they take for 1,000 plans that are written as Markdown; one that cannot be installed or run is left out. */
export async function peers(folder: string): Promise<readonly Figure[]> {
  const plans = join(folder, 'plans');
  writePlans(plans, 1_000, asMarkdown, 'md');
  const figures: Figure[] = [];
  for (const [name, command, ...args] of PEERS) {
    const home = resolve(folder, command);
    mkdirSync(home);
    try {
      await run(['npm', 'install', '--no-audit', '--no-fund', '--prefix', home, name]);
      const program = join(home, 'node_modules/.bin', command);
      const { floor, peer } = await inTurns(
        {
          floor: () => readAll(plans),
          // With findings they end with 1.
          peer: () => run([program, ...args], { cwd: plans, ends: [0, 1] }),
        },
        { seconds: 5, least: 1 },
      );
      const cpu = (runs: readonly Run[]) => median(runs.map((one) => one.cpu));
      figures.push({ name: `${name}, CPU`, value: cpu(peer), unit: 'ms', floor: cpu(floor) });
    } catch (error) {
      const [line] = String(error).split('\n');
      console.log(`${name} is left out: ${line}`);
    }
  }
  return figures;
}
