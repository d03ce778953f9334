import { describe, expect, it } from 'vitest';
import { commands } from '../../server/src/cli/commands/index.ts';
import { manualPage } from '../../server/src/config/manual.ts';
import { soaking } from '../rounds.ts';
import { see } from './cases/case.ts';
import { catalogue } from './cases/catalogue.ts';
import { config } from './cases/config.ts';
import { findings } from './cases/findings.ts';
import { fixing } from './cases/fixing.ts';
import { input } from './cases/input.ts';
import { many } from './cases/many.ts';
import { officeCases } from './cases/office.ts';
import { shown } from './cases/shown.ts';
import { units } from './cases/units.ts';
import { usage } from './cases/usage.ts';
import { words } from './cases/words.ts';
import { asProcess, forbidden, inProcess } from './host.ts';
import { lacking, sound } from './plans.ts';

const plan = '2026.plan';

const tables = [
  ...[catalogue, findings, input, config, shown, fixing, usage, units, officeCases, words, many],
];
const table = tables.flatMap((cases) => Object.entries(cases));
/** The superuser may read everything. */
const isRoot = process.getuid?.() === 0;

describe('planlint in this process', () => {
  it.each(table)('%s', async (_, expected) => see(expected, await inProcess(expected)));

  it.each([['.'], ['a.plan x'], ['a.plan x/y'], ['a.plan ./x/'], ['**/*.plan']])(
    'goes on after a folder that it may not list: %s',
    async (args) => {
      const files = { 'a.plan': sound, 'x/y/locked': sound };
      const outcome = await inProcess({ args: args.split(' '), files });
      expect(outcome).toMatchObject({
        code: 2,
        stderr: 'planlint: x/y：没有读取权限，请更改权限后重试。\n',
      });
      expect(outcome.stdout).toContain('1 份计划');
    },
  );

  it.each([
    ['zh', '手册：'],
    ['en', 'Manual: '],
  ] as const)('says once where to read on about configurations, in %s', async (locale, label) => {
    const files = {
      'a/planlint.json': '{ "ruels": 1 }',
      'b/planlint.json': '{',
      'a/1.plan': sound,
      'b/2.plan': sound,
    };
    const { stderr } = await inProcess({ args: ['--locale', locale, 'a', 'b'], files });
    const [first = '', second = '', ...others] = stderr.split('\n');
    expect(first).toContain('ruels');
    expect(second).toBe(`planlint: ${label}${manualPage('configuration', locale)}`);
    expect(others.join('\n')).toContain('b/planlint.json');
    expect(others.join('\n')).not.toContain(label);
  });

  it('colours for a terminal, and fits in it', async () => {
    const long = `2. ${'培训园长'.repeat(40)}。`;
    const files = { [plan]: lacking.replace(/^2\..*$/mu, long) };
    const { stdout } = await inProcess({ args: [plan], files, columns: 60 });
    expect(stdout).toContain('\u{1B}[33m');
    const dumb = await inProcess({ args: [plan], files, columns: 60, env: { TERM: 'dumb' } });
    expect(dumb.stdout).not.toContain('\u{1B}');
  });
});

describe('planlint as a process', () => {
  const possible = table.filter(([, { files = {} }]) => !isRoot || !Object.values(files).includes(forbidden));

  it.concurrent.each(soaking ? possible : firstOfEachKind(possible))('%s', async (_, expected) => {
    const outcome = await asProcess(expected);
    see(expected, outcome);
    expect(outcome).toEqual(await inProcess(expected));
  });
});

/** Cases that show each table, each command, and each way to take something in, to write and to end, once at least. */
function firstOfEachKind(cases: typeof table): typeof table {
  const shown = new Set<string>();
  return cases.filter((one) => {
    const fresh = kindsOf(one).filter((kind) => !shown.has(kind));
    for (const kind of fresh) shown.add(kind);
    return fresh.length > 0;
  });
}

function kindsOf([name, { args, code, stdin, files = {}, written, changed }]: (typeof table)[number]) {
  const effects = [code, stdin !== undefined, written !== undefined, changed !== undefined].join();
  const isForbidden = Object.values(files).includes(forbidden);
  const command = commands.find((one) => one.name === args[0])?.name;
  const of = tables.findIndex((cases) => Object.hasOwn(cases, name));
  return [effects, `forbidden ${isForbidden}`, `command ${command}`, `table ${of}`];
}
