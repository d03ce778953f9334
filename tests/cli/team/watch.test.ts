import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bundle, inProcess } from '../host.ts';
import { lacking, sound } from '../plans.ts';

describe('watching, on a map', () => {
  /** What is done to the files after each run; then the user ends it. */
  function watcher(steps: readonly (() => readonly string[])[]) {
    let end: (() => void) | undefined;
    let closed = 0;
    const watched: string[] = [];
    const left = [...steps];
    const watch = (folder: string, changed: (path: string) => void) => {
      if (!watched.includes(folder)) watched.push(folder);
      let open = true;
      const act = () => {
        if (!open) return;
        const step = folder === '/office' ? left.shift() : undefined;
        for (const path of step?.() ?? []) changed(path);
        if (folder === '/office' && !step) end?.();
      };
      const timer = setInterval(act, 250);
      return () => {
        open = false;
        closed += 1;
        clearInterval(timer);
      };
    };
    const onInterrupt = (ending: () => void) => {
      end = ending;
      return () => {
        end = undefined;
      };
    };
    return { watching: { watch, onInterrupt }, watched, closed: () => closed, left };
  }

  it('checks again after a change, and ends with the last verdict', async () => {
    const files = { 'a.plan': lacking, 'b/c.plan': sound, 'node_modules/x/y.plan': lacking };
    const { watching, watched } = watcher([() => ['/office/a.plan', '/office/a.plan'], () => ['/office/b']]);
    const { code, stdout, stderr } = await inProcess({
      args: ['--watch', '--locale', 'en'],
      files,
      watching,
    });
    expect(code).toBe(1);
    expect(stdout.match(/Checked 2 plans/gu)).toHaveLength(3);
    expect(stderr).toBe('Waiting for changes; Ctrl+C ends this.\n'.repeat(3));
    expect(watched).toEqual(['/office', '/office/b']);
    expect(stdout).not.toContain('\u{1B}');
  });

  it('does not run because of what it writes, of drafts and of hidden files', async () => {
    const own = ['out.json', '.planlintcache', '.a.plan.123.tmp', 'a.plan~', '.a.plan.swp', 'node_modules'];
    const { watching } = watcher([() => own.map((name) => `/office/${name}`)]);
    const { stderr } = await inProcess({
      args: ['--watch', '--cache', '--format', 'json', '--output', 'out.json'],
      files: { 'a.plan': sound },
      watching,
    });
    expect(stderr).toBe('正在等待文件改动，按 Ctrl+C 结束。\n');
  });

  it('runs again when it is said which files to check', async () => {
    const { watching } = watcher([() => ['/office/.planlintignore'], () => ['/office/planlint.json']]);
    const { code, stderr } = await inProcess({ args: ['--watch'], files: { 'a.plan': sound }, watching });
    expect(code).toBe(0);
    expect(stderr.split('\n')).toHaveLength(4);
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

describe.skipIf(!existsSync(bundle))('as a process', () => {
  let folder = '';
  let child: ChildProcess | undefined;

  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  function start(...args: readonly string[]) {
    folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    writeFileSync(join(folder, 'a.plan'), lacking);
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
    return { started, ended, stdout: () => stdout, stderr: () => stderr };
  }

  const runs = (said: string) => said.split('Waiting').length - 1;

  it('sees files that are saved, replaced and new, and ends cleanly', async () => {
    const { started, ended, stdout, stderr } = start('--watch');
    await expect.poll(() => runs(stderr()), { timeout: 20_000 }).toBe(1);
    writeFileSync(join(folder, 'a.plan'), sound);
    await expect.poll(() => runs(stderr()), { timeout: 20_000 }).toBe(2);
    writeFileSync(join(folder, '.draft'), lacking);
    renameSync(join(folder, '.draft'), join(folder, 'a.plan'));
    await expect.poll(() => runs(stderr()), { timeout: 20_000 }).toBe(3);
    mkdirSync(join(folder, '下级'));
    await expect.poll(() => runs(stderr()), { timeout: 20_000 }).toBe(4);
    writeFileSync(join(folder, '下级/b.plan'), sound);
    await expect.poll(() => runs(stderr()), { timeout: 20_000 }).toBe(5);
    expect(stdout().trimEnd().split('\n').at(-1)).toBe('Checked 2 plans with 4 tasks: 2 warnings.');
    rmSync(join(folder, 'a.plan'));
    await expect.poll(() => runs(stderr()), { timeout: 20_000 }).toBe(6);
    started.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, signal: null });
  }, 120_000);

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s with one line and nothing half-written',
    async (signal) => {
      const { started, ended, stdout, stderr } = start('-', '--output', 'out.txt');
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
