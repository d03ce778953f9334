import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { type Figure, type Kept, tableOf } from './figures.ts';
import { keys } from './keys.ts';
import { peers } from './peers.ts';
import { rules } from './rules.ts';
import { starts } from './starts.ts';
import { workspace } from './workspace.ts';

/**
 * `npm run bench -- [ROW…] [--peers] [--save]`: how fast the programs in dist are, each figure as a ratio to the least
 * that such a program takes, taken in turn with it. Without a row, all that is held to a bound; `rules` is what each
 * rule costs, `--peers` what other programs take, `--save` keeps the figures for the next run to be compared with.
 */
const usual = { check, starts, keys, workspace };
const rows: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  ...usual,
  rules,
  peers,
};
const KEPT = 'tests/output/bench.json';
/** What is not measured here. */
const VS_CODE =
  '20,000 lines against 200 in VS Code (must 4, aim 2) wants a real one: npm run test:e2e -- limits prints it.';

const { values, positionals } = parseArgs({
  options: { peers: { type: 'boolean' }, save: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in rows));
if (unknown.length > 0) {
  console.error(`no row ${unknown.join(', ')}: there are ${Object.keys(rows).join(', ')}`);
  process.exitCode = 2;
} else {
  const asked = positionals.length > 0 ? positionals : Object.keys(usual);
  await bench([...asked, ...(values.peers ? ['peers'] : [])]);
}

async function bench(names: readonly string[]): Promise<void> {
  const [processor] = cpus();
  const machine = `Node.js ${process.version}, ${availableParallelism()} × ${processor?.model ?? 'unknown'}`;
  const kept = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Kept) : undefined;
  const figures: Figure[] = [];
  for (const name of new Set(names)) {
    console.error(`${name} …`);
    figures.push(...(await inFolder((folder) => rows[name]?.(folder) ?? [])));
  }
  console.log(`\n${machine}; each figure beside its floor in this run\n\n${tableOf(figures, kept)}`);
  if (names.includes('keys')) console.log(`\n${VS_CODE}`);
  if (kept) console.log(`\nwas: ${kept.day}, ${kept.machine}`);
  if (!values.save) return;
  const day = new Date().toISOString().slice(0, 10);
  const named = Object.fromEntries(figures.map((figure) => [figure.name, figure]));
  mkdirSync('tests/output', { recursive: true });
  writeFileSync(KEPT, JSON.stringify({ machine, day, figures: { ...kept?.figures, ...named } }, null, 2));
}

/** What is done in a folder that is there as long as that takes. */
async function inFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
