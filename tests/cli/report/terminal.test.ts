import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pretty } from '../../../server/src/cli/report/pretty.ts';
import { Progress } from '../../../server/src/cli/terminal/progress.ts';
import { linked, painter, understandsLinks } from '../../../server/src/cli/terminal/style.ts';
import { wordsOf } from '../../../server/src/cli/words.ts';
import { manualPage } from '../../../server/src/config/manual.ts';
import { bundle, inProcess } from '../host.ts';
import { sound } from '../plans.ts';
import { checkedOf, fileOf, findingAt, viewOf, written } from './checked.ts';

/** It runs a command on a terminal of its own. */
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** What a terminal, of twenty columns unless said, was sent, step by step, at the times given. */
function sent(times: readonly number[], env = {}, isTTY = true, columns = 20): readonly string[] {
  const written: string[] = [];
  let at = 0;
  const output = {
    isTTY,
    columns,
    write: async (content: string | Uint8Array) => void written.push(String(content)),
  };
  const progress = new Progress(output, env, () => times[at++] ?? 0);
  for (const [i] of times.entries()) progress.step('正在检查', i + 1, times.length, '计划/二.plan');
  progress.clear();
  progress.clear();
  return written;
}

describe('progress', () => {
  it('is not shown in a short run', () => {
    expect(sent([0, 100, 399])).toEqual([]);
  });

  it('is shown in a long one, now and then, and taken away once', () => {
    const lines = sent([0, 400, 410, 470, 480, 600]);
    expect(lines).toEqual([
      '\r正在检查 2/6 计划/\u{1B}[K',
      '\r正在检查 5/6 计划/\u{1B}[K',
      '\r正在检查 6/6 计划/\u{1B}[K',
      '\r\u{1B}[K',
    ]);
  });

  it('ends where there is no room for it', () => {
    expect(sent([0, 400], {}, true, 0)).toEqual(['\r\u{1B}[K', '\r\u{1B}[K']);
  });

  it.each([
    [{ TERM: 'dumb' }, true],
    [{ CI: 'true' }, true],
    [{}, false],
  ])('is not shown with %j on a terminal: %s', (env, isTTY) => {
    expect(sent([0, 500, 1000], env, isTTY)).toEqual([]);
  });

  it('leaves nothing behind', async () => {
    const { stderr } = await inProcess({ args: ['a.plan'], files: { 'a.plan': sound }, columns: 60 });
    // A machine may take so long for one small file that it is shown: then it is taken away.
    expect(['', '\r\u{1B}[K']).toContain(stderr.slice(-4));
  });
});

describe('links', () => {
  it.each([
    [{ TERM_PROGRAM: 'vscode' }, true],
    [{ WT_SESSION: 'x' }, true],
    [{ TERM: 'xterm-kitty' }, true],
    [{ VTE_VERSION: '7006' }, true],
    [{ VTE_VERSION: '5000' }, false],
    [{ TERM: 'xterm-256color' }, false],
    [{ TERM_PROGRAM: 'vscode', CI: '1' }, false],
    [{ TERM_PROGRAM: 'iTerm.app', TMUX: '/tmp/x' }, false],
    [{ FORCE_HYPERLINK: '1' }, true],
    [{ TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' }, false],
  ])('are understood with %j: %s', (env, expected) => {
    expect(understandsLinks(env)).toBe(expected);
  });

  it('surround the text that they are on', () => {
    expect(linked('x', 'file:///a')).toBe('\u{1B}]8;;file:///a\u{1B}\\x\u{1B}]8;;\u{1B}\\');
    expect(linked('x', undefined)).toBe('x');
  });

  it.each(['zh', 'en'] as const)('lead from a rule to its place in the manual, in %s', (locale) => {
    const checked = checkedOf(fileOf('1. ⟦建园⟧。'));
    const colored = { paint: painter(true), words: wordsOf(locale) };
    const address = manualPage('rules', locale, 'missing-lead');
    expect(written(pretty, checked, viewOf({ ...colored, links: true }))).toContain(
      `\u{1B}]8;;${address}\u{1B}\\`,
    );
    expect(written(pretty, checked, viewOf(colored))).not.toContain('\u{1B}]8');
  });
});

it.skipIf(!hasScript)('an interruption takes the line of progress away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
  execFileSync('mkfifo', ['in'], { cwd: folder });
  const command = `echo $$ > pid; exec '${process.execPath}' '${bundle}' - --locale en < in`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env.PATH, TERM: 'xterm' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  const ended = new Promise((done) => child.on('close', done));
  const input = await open(join(folder, 'in'), 'w');
  // More than a pipe holds: once it is gone, it is being read, and the rest is waited for.
  await input.writeFile('1. 建园。\n'.repeat(100_000));
  process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGINT');
  await ended;
  await input.close();
  rmSync(folder, { recursive: true });
  expect(stdout).toContain('\r\u{1B}[Kplanlint: interrupted');
});

describe('the pretty report', () => {
  it('wraps a long sentence around the finding', () => {
    const file = fileOf(`${'前文'.repeat(60)}⟦目标⟧${'后文'.repeat(60)}。`);
    const lines = written(pretty, checkedOf(file), viewOf({ columns: 44, words: wordsOf('zh') })).split('\n');
    expect(lines.slice(1, -3).every((line) => /^(?:1| ) \| /u.test(line))).toBe(true);
    expect(lines.filter((line) => line.includes('^'))).toHaveLength(1);
    expect(lines.join('')).toMatch(/前文\.*目标|目标/u);
    expect(lines[1]).toMatch(/^1 \| \.\.\./u);
  });

  it('names other places, and counts what is silenced', () => {
    const file = fileOf('1. 建园。2. ⟦建校⟧。');
    const message = { zh: '前一项', en: 'the item before' };
    const [finding] = file.findings;
    const more = { ...finding!, related: [{ span: { start: 3, end: 5 }, message }] };
    const silenced = [{ finding: findingAt({ start: 0, end: 1 }), silence: { reason: '' } }];
    const report = written(pretty, checkedOf({ ...file, findings: [more], silenced }), viewOf());
    expect(report).toContain('\n    See also: a.plan:1:4 the item before\n');
    expect(report).toMatch(/1 warning\.\n1 more is silenced in the text\.\n$/u);
  });
});
