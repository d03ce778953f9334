import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disk } from '../../server/src/files.ts';
import { inProcess } from './host.ts';
import { lacking, sound } from './plans.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Checks what is on the disk, in this process. */
const check = (...args: readonly string[]) => inProcess({ args, broken: disk });

describe.skipIf(process.platform === 'win32')('a name', () => {
  it.each([
    '甲\n乙.plan',
    '甲\r\n.plan',
    '\n/乙.plan',
    '甲\\乙.plan',
    '[甲].plan',
    '{甲,乙}.plan',
    '甲*.plan',
  ])('of a file in a folder may be %j', async (name) => {
    mkdirSync(join(folder, '\n'));
    writeFileSync(join(folder, name), lacking);
    const { code, stdout, stderr } = await check(folder, '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout).files[0].path).toBe(`${folder}/${name}`);
  });

  describe.skipIf(process.platform !== 'linux')('that is no UTF-8', () => {
    /** 甲 in GB18030. */
    const named = (before: string, after: string) =>
      Buffer.concat([Buffer.from(join(folder, before)), Buffer.from([0xbc, 0xd7]), Buffer.from(after)]);

    it.each(['.plan', '.txt'])(
      'is told as such in a folder, and the others are checked: %s',
      async (ending) => {
        writeFileSync(named('x', ending), sound);
        writeFileSync(join(folder, 'a.plan'), sound);
        const { code, stdout, stderr } = await check(folder);
        expect(code).toBe(2);
        expect(stdout).toContain('已检查 1 份计划');
        expect(stderr).toBe(
          `planlint: ${folder}/x\u{FFFD}\u{FFFD}${ending}：名称不是 UTF-8 编码，无法打开，请改名后再检查。\n`,
        );
      },
    );

    it('is told as such of a folder', async () => {
      mkdirSync(named('x', ''));
      writeFileSync(named('x', '/a.plan'), sound);
      writeFileSync(join(folder, 'a.plan'), sound);
      const { code, stderr } = await check(folder, '--locale', 'en');
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /its name is not in UTF-8, so it cannot be opened; rename it, then check it\.\n$/u,
      );
    });
  });
});
