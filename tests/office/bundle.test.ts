import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { officeFormats } from '../../server/src/core/exports/index.ts';
import { office } from '../../server/src/office/office.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

describe('the bundle', () => {
  it('writes the formats that the rest of the house counts on', () => {
    expect(office.exporters.map(({ format }) => format)).toEqual([...officeFormats]);
  });

  it('is loaded by whoever needs it, and by nobody else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-office-'));
    const run = (...args: readonly string[]) =>
      execFileSync(process.execPath, [join(folder, 'planlint.mjs'), ...args], { cwd: folder, stdio: 'pipe' });
    try {
      for (const file of readdirSync(dist))
        if (/\.[cm]js$/u.test(file)) copyFileSync(dist + file, join(folder, file));
      writeFileSync(join(folder, 'a.plan'), '2026年工作要点\n1.读书。（责任单位：办公室；完成时限：6月）\n');
      // Where it is not there, a check does not miss it.
      expect(run('check', '--exit-zero', 'a.plan').toString()).toContain('1 ');
      copyFileSync(`${dist}office.js`, join(folder, 'office.js'));
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
      expect(run('export', '--format', 'xlsx', 'a.plan').subarray(0, 2).toString()).toBe('PK');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('imports nothing', () => {
    const bundle = readFileSync(`${dist}office.js`, 'utf8');
    expect(/\brequire\(|\bimport[\s{(*"']|\bfrom\s*["']/u.test(bundle)).toBe(false);
  });
});
