import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messy } from '../cli/cases/fixing.ts';
import { bundle } from '../cli/host.ts';
import { lacking, sound } from '../cli/plans.ts';
import { rounds, soaking } from '../rounds.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlint-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const env = { PATH: process.env.PATH, LANG: 'en_US.UTF-8' };
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
};
const pathsIn = (stdout: string): string[] =>
  JSON.parse(stdout)
    .files.map(({ path }: { path: string }) => path)
    .sort();

describe.skipIf(process.platform === 'win32')('a folder', () => {
  it('whose links go in circles is read once, and what leads nowhere is left out', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/1.plan'), sound);
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('../..', join(folder, 'a/b/top'));
    symlinkSync('self.plan', join(folder, 'self.plan'));
    symlinkSync('y.plan', join(folder, 'x.plan'));
    symlinkSync('x.plan', join(folder, 'y.plan'));
    symlinkSync('nowhere', join(folder, 'gone.plan'));
    const { stdout, stderr, status } = run('check', '.', '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(pathsIn(stdout)).toEqual(['a/b/1.plan']);
    const named = run('check', 'self.plan', 'a/b/1.plan');
    expect(named.status).toBe(2);
    expect(named.stdout).toContain('Checked 1 plan');
    expect(named.stderr).toMatch(/^planlint: self\.plan: .+\n$/u);
  });

  it.skipIf(!soaking)('of awkward names is read whole, and no name drives the reader’s program', () => {
    const names = [
      ...['-h.plan', '--fix.plan', 'a b.plan', '\'".plan', '$(id).plan', '%00.plan', '计划😀.plan', '*.plan'],
      ...[
        'a\nb.plan',
        'a\rb.plan',
        '\x1B[31mred.plan',
        '::error::x.plan',
        '##vso[task].plan',
        '\u202Elanp.plan',
      ],
      ...[`${'长'.repeat(80)}.plan`, '#.plan', '[a].plan', '{a,b}.plan', '!x.plan', '~.plan', '.hidden.plan'],
    ];
    for (const name of names) writeFileSync(join(folder, name), lacking);
    const json = run('check', '.', '--format', 'json');
    expect(json.stderr).toBe('');
    expect(pathsIn(json.stdout).length).toBeGreaterThanOrEqual(names.length - 1);
    const formats = ['github', 'pretty', 'azure', 'compact', 'gitlab', 'junit', 'tap', 'html', 'sarif'];
    for (const format of formats.slice(0, soaking ? undefined : 1)) {
      const { stdout, status } = run('check', '.', '--format', format);
      expect([format, status]).toEqual([format, 1]);
      expect([format, /(?![\t\n])\p{Cc}/u.exec(stdout)?.[0]]).toEqual([format, undefined]);
    }
    // Each can be named, too.
    const named = run('check', '--format', 'json', '--', ...names);
    expect({ ...named, stdout: pathsIn(named.stdout) }).toEqual({
      status: 1,
      stderr: '',
      stdout: [...names].sort(),
    });
  });
});

describe('files that several write', () => {
  it('are whole and mended when several programs mend them at once', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${i}.plan`);
    for (let round = 0; round < (soaking ? 6 : 1); round += 1) {
      for (const name of names) writeFileSync(join(folder, name), messy);
      const codes = await Promise.all(
        Array.from({ length: soaking ? 4 : 2 }, () => {
          const child = spawn(process.execPath, [bundle, 'fix', '.'], { cwd: folder, env, stdio: 'ignore' });
          return new Promise((done) => child.on('close', done));
        }),
      );
      // Whoever comes second says that the file was changed meanwhile.
      expect(codes.filter((code) => code !== 0 && code !== 2)).toEqual([]);
      expect(names.filter((name) => readFileSync(join(folder, name), 'utf8') !== sound)).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual([...names].sort());
    }
  });
});

// In `npm test` tests/cli/team/cache.test.ts damages one.
describe.skipIf(!soaking)('a cache', () => {
  it('that is damaged changes nothing of what is found', () => {
    for (let i = 0; i < 4; i += 1) writeFileSync(join(folder, `${i}.plan`), i % 2 ? lacking : sound);
    const wanted = run('check', '.').stdout;
    run('check', '.', '--cache', '--cache-location', 'cache');
    const good = readFileSync(join(folder, 'cache'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((all) => {
            const bytes = Buffer.from(good);
            for (const [at, byte] of all) bytes[at % bytes.length] = byte;
            return bytes;
          }),
          fc.nat().map((to) => good.subarray(0, to % good.length)),
          fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
          fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
        ),
        (damaged) => {
          writeFileSync(join(folder, 'cache'), damaged);
          const { stdout, status } = run('check', '.', '--cache', '--cache-location', 'cache');
          expect([status, stdout]).toEqual([1, wanted]);
        },
      ),
      rounds(1, 100),
    );
  });
});

/** A disk of its own of so many kilobytes, where this process may make one. */
function smallDisk(path: string, kilobytes: number): boolean {
  if (process.platform !== 'linux') return false;
  mkdirSync(path);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path]).status === 0;
}

describe('a disk that is full', () => {
  it('leaves every file as it was, and says which could not be written', (context) => {
    const disk = join(folder, 'disk');
    if (!smallDisk(disk, 64)) context.skip('no disk can be made here');
    try {
      const long = `${messy}${'3. 培训教师。组织全区教师集中培训。\n'.repeat(300)}`;
      writeFileSync(join(disk, 'a.plan'), long);
      writeFileSync(join(disk, 'b.plan'), sound);
      // What is left is less than a copy of it.
      writeFileSync(join(disk, 'full'), Buffer.alloc(64 * 1024 - Buffer.byteLength(long) - 16 * 1024));
      const { status, stderr } = run('fix', 'disk/a.plan', 'disk/b.plan');
      expect(status).toBe(2);
      expect(stderr).toMatch(/disk\/a\.plan: .*ENOSPC/u);
      expect(readFileSync(join(disk, 'a.plan'), 'utf8')).toBe(long);
      expect(readdirSync(disk).sort()).toEqual(['a.plan', 'b.plan', 'full']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is read as far as it goes, and holds nobody up who ends the program', async () => {
    const pipe = join(folder, 'pipe.plan');
    execFileSync('mkfifo', [pipe]);
    const child = spawn(process.execPath, [bundle, 'check', pipe], { cwd: folder, env });
    const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    // It waits for the pipe some time after it was begun; what comes sooner ends it as well.
    setTimeout(() => child.kill('SIGTERM'), 300);
    expect(await ended).toBe('SIGTERM');
    const { status, stderr } = run('check', '/dev/zero');
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
  });
});
