import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bundle, inProcess } from '../host.ts';
import { lacking, letter, sound } from '../plans.ts';

describe('watching, on a map', () => {
  /**
   * What is done to the files each time that it waits, and gives the paths that are told of; then the user ends it.
   * What is done `quietly` makes it do nothing: the next comes a moment later.
   */
  function watcher(steps: readonly Step[]) {
    let end: (() => void) | undefined;
    let tell: (path: string) => void = () => {};
    const watched: string[] = [];
    const left = [...steps];
    const watch = (folder: string, changed: (path: string) => void) => {
      if (!watched.includes(folder)) watched.push(folder);
      if (folder === '/office') tell = changed;
      return () => {};
    };
    const waits = () => {
      const step = left.shift();
      if (!step) return end?.();
      for (const path of step.act()) tell(path);
      // Where this is too short, two of them are one burst: that is nothing to act on, either.
      if (step.isQuiet) setTimeout(waits, 200);
    };
    const onInterrupt = (ending: () => void) => {
      end = ending;
      return () => {
        end = undefined;
      };
    };
    return { watching: { watch, onInterrupt, waits }, watched, left };
  }

  interface Step {
    readonly act: () => readonly string[];
    readonly isQuiet: boolean;
  }
  const step = (act: () => readonly string[]): Step => ({ act, isQuiet: false });
  const quietly = (act: () => readonly string[]): Step => ({ act, isQuiet: true });

  /** Files that are written while it watches. */
  function changing(files: Record<string, string>) {
    const read = async (path: string) => {
      const text = files[posix.relative('/office', posix.resolve('/office', path))];
      if (text === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      return new TextEncoder().encode(text);
    };
    const write = (path: string, text: string, ...seen: readonly string[]) => {
      files[path] = text;
      return seen.map((name) => `/office/${name}`);
    };
    return { files, write, broken: { read } };
  }

  it('checks again after a change, and ends with the last verdict', async () => {
    const { files, write, broken } = changing({
      ...{ 'a.plan': lacking, 'b/c.plan': sound, 'node_modules/x/y.plan': lacking },
    });
    const { watching, watched } = watcher([
      step(() => write('a.plan', sound, 'a.plan', 'a.plan')),
      step(() => write('a.plan', lacking, 'b')),
    ]);
    const { code, stdout, stderr } = await inProcess({
      args: ['--watch', '--locale', 'en'],
      files,
      broken,
      watching,
    });
    expect(code).toBe(1);
    expect(stdout.match(/Checked 2 plans/gu)).toHaveLength(3);
    expect(stderr).toBe('Waiting for changes; Ctrl+C ends this.\n'.repeat(3));
    expect(watched).toEqual(['/', '/office', '/office/b']);
    expect(stdout).not.toContain('\u{1B}');
  });

  it('does not run because of what it writes, of drafts and of hidden files', async () => {
    const own = ['out.json', '.planlintcache', '.a.plan.123.tmp', 'a.plan~', '.a.plan.swp', 'node_modules'];
    const { files, write, broken } = changing({ 'a.plan': sound, 'log.txt': letter });
    const { watching } = watcher([
      quietly(() => write('a.plan', sound, ...own)),
      // It was saved without a change, or is no plan.
      quietly(() => write('a.plan', sound, 'a.plan')),
      quietly(() => write('log.txt', `${letter}${letter}`, 'log.txt', 'other.bin')),
      // Of all this it saw no more than the last.
      step(() => write('a.plan', lacking, 'a.plan')),
    ]);
    const { stderr } = await inProcess({
      args: ['--watch', '--cache', '--format', 'json', '--output', 'out.json'],
      files,
      broken,
      watching,
    });
    expect(stderr).toBe('正在等待文件改动，按 Ctrl+C 结束。\n'.repeat(2));
  });

  it('runs again when it is said which files to check', async () => {
    const off = '{ "rules": { "missing-lead": "off", "missing-deadline": "off" } }';
    const { files, write, broken } = changing({
      ...{ 'a.plan': lacking, 'x.plan': lacking, '.planlintignore': '' },
      ...{ 'planlint.json': '{}' },
    });
    const { watching } = watcher([
      step(() => write('.planlintignore', 'x.plan\n', '.planlintignore')),
      step(() => write('planlint.json', off, 'planlint.json')),
    ]);
    const { code, stderr } = await inProcess({ args: ['--watch'], files, broken, watching });
    expect(code).toBe(0);
    expect(stderr.split('\n')).toHaveLength(4);
  });

  it('runs again when something above or beside its input changes that it has read', async () => {
    const directory = '示范区责任单位名录\n一、科室\n1. 人事科\n';
    const { files, write, broken } = changing({
      ...{ 'x/a.plan': lacking, 'base.json': '{}', '名录.units.plan': directory, 'etc/科室.txt': directory },
      'planlint.json': '{ "extends": "./base.json", "directories": ["etc/科室.txt"] }',
    });
    const { watching, watched } = watcher([
      step(() => write('base.json', '{ "rules": { "missing-lead": "off" } }', 'base.json')),
      step(() => write('名录.units.plan', `${directory}2. 基教科\n`, '名录.units.plan')),
      step(() => write('etc/科室.txt', `${directory}2. 体卫科\n`, 'etc/科室.txt')),
      quietly(() => write('other.txt', letter, 'other.txt')),
    ]);
    const { stderr } = await inProcess({ args: ['--watch', 'x'], files, broken, watching });
    expect(stderr).toBe('正在等待文件改动，按 Ctrl+C 结束。\n'.repeat(4));
    expect(watched.sort()).toEqual(['/', '/office', '/office/etc', '/office/x']);
  });

  it('is not stopped by many plans beside a large directory', async () => {
    // Were the directory's text noted with each plan, all of it would be longer than a string can be.
    const schools = (i: number) => Array.from({ length: 20 }, (_, j) => `${i}之${j}园`).join('、');
    const units = Array.from({ length: 999 }, (_, i) => `${i + 1}. 第${i + 1}学区（包括：${schools(i)}）`);
    const plans = Array.from({ length: 600 }, (_, i) => [`${i}.plan`, sound]);
    const { watching } = watcher([]);
    const { code } = await inProcess({
      args: ['--watch', '--rule', 'missing-lead'],
      files: {
        ...Object.fromEntries(plans),
        '名录.units.plan': ['示范区责任单位名录', '一、学校', ...units, ''].join('\n'),
      },
      watching,
    });
    expect(code).toBe(0);
  });

  it('clears the screen of a terminal', async () => {
    const { watching } = watcher([]);
    const { stdout } = await inProcess({
      args: ['--watch'],
      files: { 'a.plan': sound },
      watching,
      columns: 80,
    });
    expect(stdout.startsWith('\u{1B}[2J\u{1B}[H')).toBe(true);
  });

  it('does not watch standard input', async () => {
    const { code, stderr } = await inProcess({ args: ['--watch', '-'], files: {} });
    expect(code).toBe(2);
    expect(stderr).toContain('--watch 只能用于文件，不能用于标准输入。');
  });
});

describe('as a process', () => {
  let folder = '';
  let child: ChildProcess | undefined;

  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  function start(args: readonly string[], files: Readonly<Record<string, string>> = { 'a.plan': lacking }) {
    folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    for (const [path, text] of Object.entries(files)) save(path, text);
    const started = spawn(process.execPath, [bundle, '--locale', 'en', ...args], { cwd: folder });
    child = started;
    let [stdout, stderr] = ['', ''];
    started.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    started.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
      started.on('close', (code, signal) => done({ code, signal }));
    });
    const runs = () => stderr.split('Waiting').length - 1;
    /** Until a run that began behind `change` says this; how many runs that takes is the machine's. */
    const says = async (verdict: string, change: () => void = () => {}) => {
      const [before, said] = [runs(), stdout.length];
      change();
      await expect.poll(runs).toBeGreaterThan(before);
      await expect.poll(() => stdout.slice(said).trimEnd().split('\n').at(-1)).toBe(verdict);
    };
    return { started, ended, stdout: () => stdout, stderr: () => stderr, runs, says };
  }

  /** Writes a file at once, as an editor does: nobody sees half of it. */
  function save(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, '.draft'), text);
    renameSync(join(folder, '.draft'), join(folder, path));
  }

  const LACKING = 'Checked 1 plan with 2 tasks: 2 warnings.';
  const SOUND = 'Checked 1 plan with 2 tasks: no problems.';

  it('sees files that are saved, replaced and new, and ends cleanly', async () => {
    const { started, ended, says } = start(['--watch']);
    await says(LACKING);
    await says(SOUND, () => writeFileSync(join(folder, 'a.plan'), sound));
    await says(LACKING, () => save('a.plan', lacking));
    await says('Checked 2 plans with 4 tasks: 2 warnings.', () => save('下级/b.plan', sound));
    await says('Checked 2 plans with 4 tasks: 4 warnings.', () => save('下级/b.plan', lacking));
    await says('Checked 2 plans with 4 tasks: 2 warnings.', () => save('下级/b.plan', sound));
    await says(SOUND, () => rmSync(join(folder, 'a.plan')));
    started.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it('sees a configuration that is written above what it checks', async () => {
    const { started, ended, says } = start(['--watch', 'x'], { 'x/a.plan': lacking });
    await says(LACKING);
    await says(SOUND, () =>
      save('planlint.json', '{ "rules": { "missing-lead": "off", "missing-deadline": "off" } }'),
    );
    started.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it('sees the base of a configuration and a unit directory beside what it checks', async () => {
    const directory = '示范区责任单位名录\n一、科室\n1. 人事科\n';
    const { started, ended, runs, says } = start(['--watch', 'x'], {
      'base.json': '{}',
      'y/名录.units.plan': directory,
      'planlint.json': '{ "extends": "./base.json" }',
      'x/a.plan': lacking,
    });
    await expect.poll(runs).toBe(1);
    save('y/名录.units.plan', `${directory}2. 基教科\n`);
    await expect.poll(runs).toBe(2);
    await says('Checked 1 plan with 2 tasks: 1 warning.', () =>
      save('base.json', '{ "rules": { "missing-lead": "off", "missing-deadline": "off" } }'),
    );
    started.kill('SIGINT');
    expect(await ended).toMatchObject({ signal: null });
  });

  it('does not run because of its output in the folder that it watches', async () => {
    const { started, ended, stdout, runs, says } = start(['--watch']);
    const log = join(folder, '工作计划.log');
    started.stdout.on('data', () => writeFileSync(log, stdout()));
    await expect.poll(() => existsSync(log)).toBe(true);
    await expect.poll(runs).toBe(1);
    // It takes up changes in turn: this one is all that is behind the second run.
    await says(SOUND, () => save('a.plan', sound));
    expect(runs()).toBe(2);
    started.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it('ends when nobody reads what it says', async () => {
    const { started, ended, runs } = start(['--watch']);
    await expect.poll(runs).toBe(1);
    started.stdout.destroy();
    save('a.plan', sound);
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s with one line and nothing half-written',
    async (signal) => {
      const { started, ended, stdout, stderr } = start(['-', '--output', 'out.txt']);
      // More than a pipe holds: once it is gone, it is being read, and the rest is waited for.
      await new Promise((done) => started.stdin.write('1. 建园。\n'.repeat(100_000), done));
      started.kill(signal);
      expect(await ended).toEqual({ code: null, signal });
      expect(stdout()).toBe('');
      expect(stderr()).toBe(
        'planlint: interrupted and not finished; every file that was written is whole.\n',
      );
      expect(readdirSync(folder)).toEqual(['a.plan']);
    },
  );
});
