import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../server/src/core/exports/json.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { office } from '../../server/src/office/office.ts';
import { lines } from './word.ts';

const folder = fileURLToPath(new URL('../fixtures/plans/', import.meta.url));
const plans = globSync('*.plan', { cwd: folder }).sort();

/** The model without the places of things, which differ from file to file. */
function meaningOf(plan: Plan): unknown {
  return JSON.parse(
    JSON.stringify(modelOf([{ path: 'x', plan }]), (key, value) =>
      ['line', 'endLine', 'column'].includes(key) ? undefined : value,
    ),
  );
}

describe.each(plans)('%s', (name) => {
  const path = folder + name;
  const plan = parse(readFileSync(path, 'utf8'), { path });
  const write = (format: string) =>
    office.exporters.find((one) => one.format === format)?.write([{ path, plan }]);

  it('comes back from a document as it was', () => {
    const back = lines(write('docx') as Uint8Array).join('\n');
    expect(meaningOf(parse(back, { path }))).toEqual(meaningOf(plan));
  });

  it('gives the same bytes each time, in every format', () => {
    const bytesOf = (format: string) => Buffer.from(write(format) ?? '');
    for (const { format } of office.exporters) {
      expect(bytesOf(format).length, format).toBeGreaterThan(0);
      expect(bytesOf(format).equals(bytesOf(format)), format).toBe(true);
    }
  });
});

it('a document is without comments to the linter', () => {
  const plan = parse('一、工作\n<!-- planlint-disable-next-line missing-lead -- 待定 -->\n1.甲项。\n');
  const bytes = office.exporters.find(({ format }) => format === 'docx')?.write([{ path: 'a', plan }]);
  expect(lines(bytes as Uint8Array)).toEqual(['一、工作', '1.甲项。']);
});
