import { appendFileSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { touches } from '../../../server/src/cli/check/changed-lines.ts';
import { messy } from '../cases/fixing.ts';
import { inProcess } from '../host.ts';
import { sound, utf16 } from '../plans.ts';
import { Scratch } from './scratch.ts';

const owner = '（牵头领导：张三；责任科室：人事科；完成时间：2026年9月）';
const plan = (...tasks: readonly string[]) =>
  ['2026年滨湖区教育工作要点', '一、重点任务', ...tasks, ''].join('\n');

/** The findings of a run as `path:line rule`. */
async function found(scratch: Scratch, args: readonly string[], below = '.'): Promise<readonly string[]> {
  const { stdout, stderr } = await scratch.planlint(['--format', 'json', '--rule', 'missing-lead', ...args], {
    below,
  });
  expect(stderr).toBe('');
  const { files } = JSON.parse(stdout) as {
    files: { path: string; findings: { line: number }[] }[];
  };
  return files.flatMap(({ path, findings }) =>
    findings.length === 0 ? [path] : findings.map(({ line }) => `${path}:${line}`),
  );
}

describe('changed lines', () => {
  const changed = [
    [3, 4],
    [8, 10],
  ] as const;

  it.each([
    [1, 2, false],
    [1, 3, true],
    [3, 3, true],
    [4, 7, false],
    [4, 8, true],
    [9, 9, true],
    [10, 99, false],
    [1, 99, true],
  ])('%i to %i: %s', (from, to, expected) => {
    expect(touches(changed, from, to)).toBe(expected);
  });

  it('are all lines of a new file, and none of an unchanged one', () => {
    expect(touches('all', 7, 7)).toBe(true);
    expect(touches([], 7, 7)).toBe(false);
  });
});

describe('without a repository', () => {
  const files = { 'a.plan': sound };
  const refusing = (code: number, stderr: string) => async () => ({ code, stdout: new Uint8Array(), stderr });

  it.each([['--since=main'], ['--staged'], ['--changed-lines']])('%s says so', async (option) => {
    const refuse = refusing(128, 'fatal: not a git repository (or any of the parent directories): .git\n');
    const outcome = await inProcess({ args: [option], files, git: refuse });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^planlint: 当前文件夹不在 git 版本库的工作区中.*\n$/u);
  });

  it('says that git is missing', async () => {
    const { code, stderr } = await inProcess({ args: ['--staged', '--locale', 'en'], files });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^planlint: git was not found; .*\n$/u);
  });

  it('says what git says of anything else, in one line', async () => {
    const refuse = refusing(
      128,
      "fatal: detected dubious ownership in repository at '/x'\nTo add an exception\n",
    );
    const { code, stderr } = await inProcess({ args: ['--staged', '--locale', 'en'], files, git: refuse });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "planlint: git could not tell what changed: fatal: detected dubious ownership in repository at '/x'\n",
    );
  });
});

describe('in a repository', () => {
  let scratch: Scratch;

  beforeEach(() => {
    scratch = new Scratch();
  });
  afterEach(() => scratch.remove());

  it('looks at what changed since a revision: committed, staged, not staged, new, renamed', async () => {
    const [same, old] = [plan(`1. 甲。${owner}`, '2. 乙。'), plan(`1. 甲。${owner}`, '2. 丙。', '3. 丁。')];
    for (const name of ['同.plan', 'committed.plan', 'staged.plan', '改“动” 1.plan'])
      scratch.write(name, same);
    scratch.write('旧名.plan', old);
    scratch.write('gone.plan', same);
    scratch.commit('one');
    scratch.git('switch', '--quiet', '--create', 'work');
    scratch.write('committed.plan', `${same}3. 新。\n`);
    scratch.commit('two');
    scratch.write('staged.plan', `${same}3. 新。\n`);
    scratch.git('mv', '旧名.plan', '新名.plan');
    scratch.git('rm', '--quiet', 'gone.plan');
    scratch.git('add', '--all');
    scratch.write('改“动” 1.plan', `${same}3. 新。\n`);
    scratch.write('下级/未入库.plan', same);
    scratch.write('.gitignore', 'ignored.plan\n');
    scratch.write('ignored.plan', same);
    const whole = ['committed.plan:4', 'committed.plan:5', 'staged.plan:4', 'staged.plan:5'];
    const untracked = '下级/未入库.plan:4';
    expect(await found(scratch, ['--since', 'main'])).toEqual(
      [...whole, untracked, '改“动” 1.plan:4', '改“动” 1.plan:5', '新名.plan:4', '新名.plan:5'].sort(),
    );
    expect(await found(scratch, ['--since', 'main', '--changed-lines'])).toEqual(
      ['committed.plan:5', 'staged.plan:5', untracked, '改“动” 1.plan:5', '新名.plan'].sort(),
    );
    expect(await found(scratch, ['--changed-lines'])).toEqual(
      ['staged.plan:5', untracked, '改“动” 1.plan:5', '新名.plan'].sort(),
    );
    expect(await found(scratch, ['--since', 'main', '.'], '下级')).toEqual(['未入库.plan:4']);
    expect(await found(scratch, ['--since', 'main', '../staged.plan'], '下级')).toEqual([
      '../staged.plan:4',
      '../staged.plan:5',
    ]);
  });

  it.each([
    ['--since=main', '--changed-lines'],
    ['--staged', '..'],
  ])('is the same for a program: %s', async (...args) => {
    scratch.write('a.plan', plan(`1. 甲。${owner}`));
    scratch.commit('one');
    scratch.git('switch', '--quiet', '--create', 'work');
    scratch.write('a.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.write('下级/改“动” 1.plan', plan('1. 甲。'));
    scratch.git('add', 'a.plan');
    const call = [[...args, '--format=json'], { below: '下级' }] as const;
    const said = await scratch.program(...call);
    expect(said).toMatchObject({ code: 1, stderr: '', stdout: expect.stringContaining('missing-lead') });
    expect(said).toEqual(await scratch.planlint(...call));
  });

  it('leaves out what is silenced on lines that did not change', async () => {
    const silence = '<!-- planlint-disable-next-line missing-lead -->';
    const tasks = [`1. 甲。${owner}`, silence, '2. 乙。'];
    scratch.write('a.plan', plan(...tasks));
    scratch.commit('one');
    scratch.write('a.plan', plan(...tasks, silence, '3. 丙。'));
    const { stdout } = await scratch.planlint(['--changed-lines', '--rule=missing-lead', '--format=sarif']);
    const { results } = JSON.parse(stdout).runs[0];
    expect(results).toMatchObject([
      {
        locations: [{ physicalLocation: { region: { startLine: 7 } } }],
        suppressions: [{ kind: 'inSource' }],
      },
    ]);
  });

  it('mends nothing on lines that did not change', async () => {
    const tasks = [`1. 甲,建园。${owner}`, `2. 乙,建园。${owner}`, `3. 丙,建园。${owner}`];
    scratch.write('a.plan', plan(...tasks));
    scratch.commit('one');
    scratch.write('a.plan', plan(...tasks.with(1, `2. 丁,建园。${owner}`)));
    const mended = plan(...tasks.with(1, `2. 丁，建园。${owner}`));
    const { stdout } = await scratch.planlint(['--diff', '--changed-lines', '--rule', 'halfwidth-mark']);
    expect(stdout.match(/^[-+][^-+]/gmu)).toHaveLength(2);
    const { stderr } = await scratch.planlint(['fix', '--changed-lines', '--rule', 'halfwidth-mark']);
    expect(stderr).toBe('planlint: 已在 1 个文件中修正 1 处。\n');
    expect(readFileSync(join(scratch.folder, 'a.plan'), 'utf8')).toBe(mended);
  });

  it('does not blame a branch for what happened on the other one meanwhile', async () => {
    scratch.write('a.plan', plan(`1. 甲。${owner}`));
    scratch.write('b.plan', plan(`1. 甲。${owner}`));
    scratch.commit('one');
    scratch.git('switch', '--quiet', '--create', 'work');
    scratch.write('a.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.commit('two');
    scratch.git('switch', '--quiet', 'main');
    scratch.write('b.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.commit('three');
    scratch.git('switch', '--quiet', 'work');
    expect(await found(scratch, ['--since', 'main'])).toEqual(['a.plan:4']);
  });

  it('takes what is staged from the index', async () => {
    scratch.write('a.plan', plan(`1. 甲。${owner}`, `2. 乙。${owner}`));
    scratch.write('下级/b.plan', plan(`1. 甲。${owner}`));
    scratch.commit('one');
    // The fault is staged and mended on the disk; another one is on the disk only.
    scratch.write('a.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.write('下级/b.plan', plan(`1. 甲。${owner}`, '2. 删。'));
    scratch.write('下级/c.plan', plan(`1. 甲。${owner}`));
    scratch.git('add', '--all');
    scratch.write('a.plan', plan(`1. 甲。${owner}`, `2. 乙。${owner}`));
    rmSync(join(scratch.folder, '下级'), { recursive: true });
    scratch.write('d.plan', plan(`1. 甲。${owner}`, '2. 丁。'));
    expect(await found(scratch, ['--staged'])).toEqual(['a.plan:4', '下级/b.plan:4', '下级/c.plan']);
    expect(await found(scratch, ['--staged', '下级/b.plan', 'd.plan'])).toEqual(['下级/b.plan:4']);
    expect(await found(scratch, ['--staged', 'a.plan', '--changed-lines'])).toEqual(['a.plan:4']);
  });

  it('mends on the disk what is staged there alike, and lets no commit pass before a person has added it', async () => {
    const [faulty, mended] = [messy, sound];
    scratch.write('a.plan', faulty);
    scratch.write('b.plan', faulty);
    scratch.git('add', '--all');
    scratch.write('b.plan', `${faulty}3. 新。\n`);
    scratch.write('c.plan', faulty);
    const { code, stderr } = await scratch.planlint(['fix', '--staged', '--locale=en']);
    expect(stderr.split('\n')).toEqual([
      'planlint: b.plan: it has changes that are not staged, so nothing was mended; stage them or put them aside first.',
      'planlint: Made 1 fix in 1 file.',
      'planlint: 1 file mended and not staged yet: look them over, git add them, and commit then.',
      '',
    ]);
    expect(code).toBe(2);
    const texts = ['a.plan', 'b.plan', 'c.plan'].map((name) =>
      readFileSync(join(scratch.folder, name), 'utf8'),
    );
    expect(texts).toEqual([mended, `${faulty}3. 新。\n`, faulty]);
    expect(scratch.git('show', ':a.plan')).toBe(faulty);
    scratch.git('add', 'a.plan');
    expect((await scratch.planlint(['fix', '--staged', 'a.plan'])).code).toBe(0);
    scratch.git('add', 'c.plan');
    expect((await scratch.planlint(['fix', '--staged', 'c.plan'])).code).toBe(1);
  });

  it('leaves out of what is staged what is on the disk only: configurations and unit directories too', async () => {
    scratch.write('a.plan', plan('1. 甲。', '2. 乙。（责任单位：基教科）'));
    scratch.git('add', 'a.plan');
    scratch.write('planlint.json', '{ "rules": { "missing-lead": "off" } }');
    scratch.write('x/名录.units.plan', '示范区责任单位名录\n一、科室\n1. 人事科\n');
    const rules = ['--rule=missing-lead', '--rule=unknown-unit', '--format=compact'];
    const { stdout } = await scratch.planlint(['--staged', '--locale=en', '--severity=hint', ...rules]);
    expect(stdout.match(/\[.*\]/gu)).toEqual(['[missing-lead]']);
    scratch.git('add', 'planlint.json', 'x');
    const { stdout: all } = await scratch.planlint(['--staged', '--locale=en', 'a.plan', ...rules]);
    expect(all).toContain('[unknown-unit]');
  });

  it('works before the first commit', async () => {
    scratch.write('a.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.write('b.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.git('add', 'a.plan');
    expect(await found(scratch, ['--staged'])).toEqual(['a.plan:4']);
    expect(await found(scratch, ['--changed-lines'])).toEqual(['a.plan:4', 'b.plan:4']);
  });

  it('blames the head of a task for what was deleted further down, and no other task', async () => {
    const tasks = [
      `1. 甲。`,
      '一是建。',
      '二是管。',
      '责任单位：人事科',
      '2. 乙。',
      '一是建。',
      '3. 丙。',
      '责任单位：人事科',
    ];
    scratch.write('a.plan', plan(...tasks));
    scratch.commit('one');
    scratch.write('a.plan', plan(...tasks.filter((_, i) => i !== 3)));
    expect(await found(scratch, [])).toEqual(['a.plan:3', 'a.plan:6']);
    expect(await found(scratch, ['--changed-lines'])).toContain('a.plan:3');
  });

  it.skipIf(process.platform === 'win32')('knows a document by whatever link it is reached', async () => {
    const last = `3. 丙。${owner}`;
    scratch.write('a.plan', plan('1. 甲。', `2. 乙。${owner}`, last));
    symlinkSync('a.plan', join(scratch.folder, 'b.plan'));
    scratch.commit('one');
    scratch.write('a.plan', plan('1. 甲。', '2. 乙。', last));
    expect(await found(scratch, ['--since', 'HEAD', 'b.plan', 'a.plan'])).toEqual(['b.plan:3', 'b.plan:4']);
    expect(await found(scratch, ['--changed-lines', 'b.plan'])).toEqual(['b.plan:4']);
    scratch.git('add', 'a.plan');
    scratch.write('a.plan', plan(`1. 甲。${owner}`, `2. 乙。${owner}`, last));
    expect(await found(scratch, ['--staged', '--changed-lines', 'b.plan'])).toEqual(['b.plan:4']);
  });

  it('knows no lines of UTF-16, so all of it has changed', async () => {
    const text = plan(`1. 甲。${owner}`, '2. 乙。');
    scratch.write('a.plan', utf16(text, 'le'));
    scratch.commit('one');
    scratch.write('a.plan', utf16(`${text}3. 丙。\n`, 'le'));
    expect(await found(scratch, ['--changed-lines'])).toEqual(['a.plan:4', 'a.plan:5']);
    scratch.git('add', 'a.plan');
    expect(await found(scratch, ['--staged'])).toEqual(['a.plan:4', 'a.plan:5']);
  });

  it('does not mind what a person has configured for their own eyes', async () => {
    scratch.write('x/a.plan', plan(`1. 甲。${owner}`, '2. 乙。'));
    scratch.commit('one');
    scratch.write('x/a.plan', plan(`1. 甲。${owner}`, '2. 乙。', '3. 丙。'));
    const own = [
      ...[
        '[color]',
        'ui = always',
        '[core]',
        'quotePath = false',
        '[diff]',
        'noprefix = true',
        'relative = true',
      ],
      ...['external = false', 'context = 9', 'interHunkContext = 9', ''],
    ];
    appendFileSync(join(scratch.folder, '.git/config'), own.join('\n'));
    expect(await found(scratch, ['--changed-lines'], 'x')).toEqual(['a.plan:5']);
  });

  it('says that nothing has changed', async () => {
    scratch.write('a.plan', plan('1. 甲。'));
    scratch.commit('one');
    for (const option of ['--since=HEAD', '--staged', '--changed-lines']) {
      const { code, stderr } = await scratch.planlint([option]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: 'planlint: 没有改动的计划，无需检查。\n' });
    }
  });

  it('names the revision that there is not, and the one that was meant', async () => {
    scratch.write('a.plan', plan('1. 甲。'));
    scratch.commit('one');
    const near = await scratch.planlint(['--since', 'mian', '--locale', 'en']);
    expect(near).toMatchObject({ code: 2, stdout: '' });
    expect(near.stderr).toBe('planlint: the repository has no revision mian; did you mean main?\n');
    const none = await scratch.planlint(['--since=--output=x']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(/^planlint: 版本库中没有 --output=x 这个版本，.*\n$/u);
  });

  it('has no work tree in a bare repository', async () => {
    scratch.git('init', '--quiet', '--bare', 'bare.git');
    const { code, stderr } = await scratch.planlint(['--staged'], { below: 'bare.git' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^planlint: 当前文件夹不在 git 版本库的工作区中.*\n$/u);
  });
});
