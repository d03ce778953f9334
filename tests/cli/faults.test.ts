import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../server/src/core/text/nearest.ts';
import { bundle, inProcess } from './host.ts';
import { sound } from './plans.ts';

/** A module to load first: it says at the end how many folders were listed. */
const countingFolders = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let count = 0;
  for (const [where, how] of [[fs.promises, 'readdir'], [fs, 'readdirSync']]) {
    const list = where[how];
    where[how] = (...args) => {
      count += 1;
      return list(...args);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => console.error(count + ' folders listed'));
`)}`;

describe('an internal fault', () => {
  const broken = {
    resolve: () => {
      throw new TypeError('x is not a function\nat all');
    },
  };
  const call = { args: ['a.plan', '--locale', 'en'], files: { 'a.plan': sound }, broken };

  it('is one line that asks to report it', async () => {
    const { code, stdout, stderr } = await inProcess(call);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^planlint: internal fault: x is not a function.*please report it.*\n$/u);
  });

  it('shows where it is when asked', async () => {
    const { stderr } = await inProcess({ ...call, env: { PLANLINT_DEBUG: '1' } });
    expect(stderr).toMatch(/\n {4}at /u);
  });
});

describe('a reader', () => {
  it('that goes away is no fault', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    writeFileSync(join(folder, 'a.plan'), `${sound}${'3. 建园。（责任科室：人事科）\n'.repeat(5000)}`);
    const child = spawn(process.execPath, [bundle, 'export', 'a.plan'], { cwd: folder });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((done) => child.on('close', done));
    rmSync(folder, { recursive: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('that has no room is told about', async () => {
    const child = spawn(process.execPath, [bundle, '--version', '--locale', 'en'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^planlint: stdout: cannot be written \(ENOSPC\).*\n$/u);
  });
});

describe.skipIf(process.platform === 'win32')('a place', () => {
  it.skipIf(!existsSync('/dev/full'))('without room for the statistics is no internal fault', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    writeFileSync(join(folder, 'a.plan'), sound);
    const child = spawn(process.execPath, [bundle, 'a.plan', '--stats'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', openSync('/dev/full', 'w')],
    });
    const code = await new Promise((done) => child.on('close', done));
    rmSync(folder, { recursive: true });
    expect(code).toBe(2);
  });

  it('at the root of the disk does not lead to a search of all of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    writeFileSync(join(folder, 'a.plan'), sound);
    const args = ['--import', countingFolders, bundle, join(folder, 'a.plan'), '--locale', 'en'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: '/', encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Checked 1 plan with 2 tasks: no problems.\n' });
    expect(stderr).toMatch(/^[1-9]\d* folders listed\n$/u);
    expect(Number.parseInt(stderr, 10)).toBeLessThan(10);
  });
});

describe.skipIf(process.platform === 'win32')('a folder as standard input', () => {
  it.each([[['check', '-']], [['export', '-']], [['fix', '-']], [['--files-from', '-']]])(
    'is told of by %j, and is no empty plan',
    (args) => {
      const folder = openSync(tmpdir(), 'r');
      const { status, stderr } = spawnSync(process.execPath, [bundle, ...args, '--locale', 'en'], {
        stdio: [folder, 'pipe', 'pipe'],
        encoding: 'utf8',
      });
      closeSync(folder);
      expect(status).toBe(2);
      expect(stderr).toContain('EISDIR');
    },
  );
});

describe('nearest', () => {
  const words = ['check', 'export', 'outline', 'missing-lead', 'missing-deadline'];

  it.each([
    ['chekc', 'check'],
    ['exprot', 'export'],
    ['outlines', 'outline'],
    ['missing-led', 'missing-lead'],
    ['missing-dedline', 'missing-deadline'],
    ['plans', undefined],
    ['x', undefined],
    ['', undefined],
  ])('of %j is %j', (word, expected) => {
    expect(nearest(word, words)).toBe(expected);
  });
});
