import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode, encode } from '../../../server/src/cli/encoding.ts';
import { disk, type Files } from '../../../server/src/files.ts';
import { messy } from '../cases/fixing.ts';
import { bundle, inProcess } from '../host.ts';
import { likes, sound } from '../plans.ts';

const isRoot = process.getuid?.() === 0;
let folder = '';
const plan = () => join(folder, '2026.plan');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Mends the plan on the disk, in this process. */
const fix = (broken: Partial<Files> = {}, ...more: readonly string[]) =>
  inProcess({ args: ['fix', plan(), ...more], broken: { ...disk, ...broken } });

describe('a file that is mended', () => {
  it.each(likes.flatMap((like) => ['\n', '\r\n', '\r'].map((end) => ({ ...like, end }))))(
    'keeps its encoding and line ends: %j',
    async ({ end, ...like }) => {
      writeFileSync(plan(), encode(messy.replaceAll('\n', end), like)!);
      expect(await fix()).toMatchObject({ code: 0, stderr: 'planlint: 已在 1 个文件中修正 1 处。\n' });
      const bytes = Uint8Array.from(readFileSync(plan()));
      expect(decode(bytes)).toEqual({ text: sound.replaceAll('\n', end), ...like });
    },
  );

  it('keeps its mode, and nothing is left beside it', async () => {
    writeFileSync(plan(), messy);
    chmodSync(plan(), 0o640);
    await fix();
    expect(readFileSync(plan(), 'utf8')).toBe(sound);
    expect(statSync(plan()).mode & 0o7777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['2026.plan']);
  });

  it('stays a link where it was one', async () => {
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x/real.plan'), messy);
    symlinkSync('x/real.plan', plan());
    await fix();
    expect(lstatSync(plan()).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'x/real.plan'), 'utf8')).toBe(sound);
    expect(readdirSync(join(folder, 'x'))).toEqual(['real.plan']);
  });

  it('is one document by however many links it is reached', async () => {
    writeFileSync(join(folder, 'b.plan'), messy);
    symlinkSync('b.plan', join(folder, 'a.plan'));
    symlinkSync('b.plan', join(folder, 'c.plan'));
    const run = (...paths: readonly string[]) =>
      inProcess({ args: ['--format', 'json', ...paths], broken: disk }).then(({ stdout }) =>
        JSON.parse(stdout).files.map(({ path }: { path: string }) => path.slice(folder.length + 1)),
      );
    expect(await run(folder)).toEqual(['b.plan']);
    const { stdout } = await inProcess({ args: ['--list-files', folder], broken: disk });
    expect(stdout.replaceAll(`${folder}/`, '')).toBe(
      ['b.plan', 'a.plan', 'c.plan']
        .map((name, i) => `${name}  ${i === 0 ? '名称是计划' : '不检查：与 b.plan 是同一个文件'}\n`)
        .join(''),
    );
    expect(await run(join(folder, 'c.plan'), folder, join(folder, 'a.plan'))).toEqual(['c.plan']);
    expect(await inProcess({ args: ['fix', folder], broken: disk })).toMatchObject({
      code: 0,
      stderr: 'planlint: 已在 1 个文件中修正 1 处。\n',
    });
    expect(readFileSync(join(folder, 'b.plan'), 'utf8')).toBe(sound);
  });

  it('is not touched where there is nothing to mend', async () => {
    writeFileSync(plan(), sound);
    const before = statSync(plan());
    expect(await fix()).toMatchObject({ code: 0, stderr: '' });
    expect(statSync(plan())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });
});

describe('a file that cannot be mended', () => {
  it('because it would not be written back exactly: nothing is changed', async () => {
    // 0x80 stands for €, which is written otherwise.
    const bytes = [...encode(messy, { encoding: 'gb18030', bom: false })!, 0x80, 0x0a];
    writeFileSync(plan(), Uint8Array.from(bytes));
    const { code, stderr, stdout } = await fix({}, '--locale=en');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^planlint: \S+2026\.plan: the mended text cannot be written back exactly.*\n$/u);
    expect(stdout).toContain('halfwidth-mark');
    expect([...readFileSync(plan())]).toEqual(bytes);
  });

  it.each([
    ['ENOSPC', '无法写入（ENOSPC），未作改动'],
    ['EROFS', '无法写入（EROFS），未作改动'],
  ])('because of %s', async (code, said) => {
    writeFileSync(plan(), messy);
    const replace = async () => {
      throw Object.assign(new Error(code), { code });
    };
    const outcome = await fix({ replace });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr.split('\n')).toHaveLength(2);
    expect(outcome.stderr).toContain(said);
  });

  it('because it vanished meanwhile', async () => {
    writeFileSync(plan(), messy);
    const read = async (path: string) => {
      const bytes = await disk.read(path);
      if (path.endsWith('.plan')) rmSync(path);
      return bytes;
    };
    const { code, stderr } = await fix({ read });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `planlint: ${plan()}：没有这个文件或文件夹，请检查路径。\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('because somebody else wrote it meanwhile', async () => {
    writeFileSync(plan(), messy);
    let reads = 0;
    const read = async (path: string) => {
      if (path.endsWith('.plan') && ++reads === 2) writeFileSync(path, '别人的文字');
      return disk.read(path);
    };
    const { code, stderr } = await fix({ read });
    expect(code).toBe(2);
    expect(stderr).toContain('检查期间已被别的程序改动，未写入');
    expect(readFileSync(plan(), 'utf8')).toBe('别人的文字');
  });

  it.skipIf(isRoot)('because it may not be written', async () => {
    writeFileSync(plan(), messy, { mode: 0o444 });
    expect((await fix()).stderr).toContain('无法写入（EACCES）');
    expect(readFileSync(plan(), 'utf8')).toBe(messy);
  });

  it.skipIf(process.platform !== 'linux')(
    'because there is no room for all of it: nothing is half-written',
    () => {
      const long = messy + '3. 培训教师。组织全区教师集中培训。\n'.repeat(400);
      writeFileSync(plan(), long);
      // The shell lets no file grow beyond eight blocks, as a disk would that is nearly full.
      const script = `ulimit -f 8; '${process.execPath}' '${bundle}' fix --quiet 2026.plan 2>&1; echo "exit $?"`;
      const said = execFileSync('bash', ['--norc', '-c', script], {
        cwd: folder,
        encoding: 'utf8',
        env: { LANG: 'zh_CN.UTF-8' },
      });
      expect(said).toMatch(/^planlint: 2026\.plan：无法写入（EFBIG），未作改动/mu);
      expect(said).toContain('exit 2');
      expect(readFileSync(plan(), 'utf8')).toBe(long);
      expect(readdirSync(folder)).toEqual(['2026.plan']);
    },
  );
});
