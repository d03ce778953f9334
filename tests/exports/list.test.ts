import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { exportPlans } from '../../server/src/cli/commands/export.ts';
import { exporters, formats } from '../../server/src/core/exports/index.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { office } from '../../server/src/office/office.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');

const all = [...exporters, ...office.exporters];

/** `export const md: Exporter = {\n  format: 'md',` */
const EXPORTER = /^export const (?<name>\w+): Exporter = \{\n\s*format: '(?<format>\w+)'/gmu;

const written = globSync(['server/src/core/exports/*.ts', 'server/src/office/**/*.ts'], { cwd: root })
  .flatMap((path) => [...read(path).matchAll(EXPORTER)])
  .map(({ groups }) => ({ format: groups?.format ?? '' }));
const tests = globSync(['tests/exports/*.test.ts', 'tests/office/*.test.ts'], { cwd: root }).map(read);

const client = globSync('client/src/**/*.ts', { cwd: root }).map(read);

describe('the list of exports', () => {
  it('has every export that is written, and names it to all who choose one', () => {
    expect(written.filter(({ format }) => !formats.includes(format))).toEqual([]);
    expect(written).toHaveLength(formats.length);
    expect(all.map(({ format }) => format).sort()).toEqual([...formats].sort());
  });

  it.each(written)('$format is said in the help, is described in the editor, and has cases', ({ format }) => {
    for (const details of Object.values(exportPlans.details)) expect(details).toContain(format);
    expect(client.filter((source) => source.includes(`${format}: l10n.t(`))).toHaveLength(1);
    const calls = new RegExp(`\\b${format}\\.write\\(|'${format}'`, 'u');
    expect(
      tests.some((test) => calls.test(test)),
      'cases in tests/exports or tests/office',
    ).toBe(true);
  });

  it.each(all)('$format says the same of the same, and something of nothing', ({ write }) => {
    const text = '2026年工作要点\n一、工作\n1.甲项。（责任单位：办公室；完成时限：6月底前）\r\n2.乙项。';
    const plan = { path: 'a.plan', plan: parse(text) };
    expect(write([plan])).toEqual(write([plan]));
    expect(write([plan]).length).toBeGreaterThan(0);
    for (const empty of ['', '\r\n', '一']) {
      expect(() => write([{ path: '', plan: parse(empty) }, plan])).not.toThrow();
    }
    expect(() => write([])).not.toThrow();
  });
});
