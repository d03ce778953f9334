import { describe, expect, it } from 'vitest';
import { messy } from '../cases/fixing.ts';
import { inProcess } from '../host.ts';
import { faulty, lacking, sound } from '../plans.ts';

const files = { 'a.plan': lacking, 'b.plan': sound };

describe('the exit code', () => {
  it('is 0 in spite of findings where that is asked for, but not in spite of what cannot be read', async () => {
    expect((await inProcess({ args: ['a.plan'], files: { 'a.plan': faulty } })).code).toBe(1);
    expect((await inProcess({ args: ['a.plan', '--exit-zero'], files: { 'a.plan': faulty } })).code).toBe(0);
    expect((await inProcess({ args: ['a.plan', 'c.plan', '--exit-zero'], files })).code).toBe(2);
    expect((await inProcess({ args: ['--exit-zero', '--cahce'], files })).code).toBe(2);
  });

  it('is 1 where known findings leave one more', async () => {
    const { written } = await inProcess({ args: ['baseline', '--rule', 'missing-lead'], files });
    const known = { ...files, 'planlint.baseline.json': written['planlint.baseline.json']! };
    const args = ['--baseline', 'planlint.baseline.json'];
    expect((await inProcess({ args, files: known })).code).toBe(1);
    expect((await inProcess({ args: [...args, '--max-warnings', '1'], files: known })).code).toBe(0);
  });
});

describe('options that do not go together', () => {
  it.each([
    [['--since', 'main', '--staged'], '--since 和 --staged 不能同时使用，请去掉一个。'],
    [['--baseline-update', '--prune'], '--baseline-update 和 --prune 不能同时使用，请去掉一个。'],
    [['--shard', '1/2', '--prune'], '--shard 和 --prune 不能同时使用，请去掉一个。'],
    [['--records', '--fix'], '--records 和 --fix 不能同时使用，请去掉一个。'],
    [['--records', '--cache'], '--records 和 --cache 不能同时使用，请去掉一个。'],
    [['--files-from', '-', '-'], '--files-from - 和 - 不能同时使用，请去掉一个。'],
    [['--staged', '-'], '--staged 只能用于文件，不能用于标准输入。'],
    [['--changed-lines', '--stdin-filename', 'x.plan'], '--changed-lines 只能用于文件，不能用于标准输入。'],
    [['--diff', '--watch'], '--diff 和 --watch 不能同时使用，请去掉一个。'],
    [['--diff', '--format', 'json:x'], '--diff 和 --format 不能同时使用，请去掉一个。'],
    [['--diff', '--baseline-update'], '--diff 和 --baseline-update 不能同时使用，请去掉一个。'],
    [['--list-files', '--watch'], '--list-files 和 --watch 不能同时使用，请去掉一个。'],
    [['--list-files', '--since', 'x'], '--list-files 和 --since 不能同时使用，请去掉一个。'],
    [['--print-config', 'x', '--fix'], '--print-config 和 --fix 不能同时使用，请去掉一个。'],
    [['--list-files', '--format', 'sarif'], '--format 不能是“sarif”，可用：pretty、json。'],
  ])('%j', async (args, message) => {
    const { code, stderr, stdout } = await inProcess({ args, files });
    expect({ code, stderr, stdout }).toEqual({
      code: 2,
      stderr: `planlint: ${message}用法见 planlint --help。\n`,
      stdout: '',
    });
  });

  it('are told in English, too', async () => {
    const { stderr } = await inProcess({ args: ['--since=x', '--staged', '--locale=en'], files });
    expect(stderr).toBe(
      'planlint: --since and --staged do not go together; leave one out. See planlint --help.\n',
    );
  });

  it.each([
    ['--chached', undefined],
    ['--sinse=main', '--since'],
    ['--changed-line', '--changed-lines'],
    ['--treads=2', '--threads'],
    ['--exitzero', '--exit-zero'],
  ])('a slip such as %s', async (option, near) => {
    const { code, stderr } = await inProcess({ args: [option], files });
    expect(code).toBe(2);
    expect(stderr).toContain(near === undefined ? '没有' : `是不是 ${near}？`);
  });
});

it('--diff with --exit-zero shows what would be mended and ends with 0', async () => {
  const given = { 'a.plan': messy };
  expect((await inProcess({ args: ['--diff'], files: given })).code).toBe(1);
  const { code, stdout } = await inProcess({ args: ['--diff', '--exit-zero'], files: given });
  expect(code).toBe(0);
  expect(stdout).toContain('--- a.plan');
  expect((await inProcess({ args: ['--diff', '--exit-zero', 'x.plan'], files: given })).code).toBe(2);
});

describe('--today', () => {
  const overdue = sound.replace('2026年9月', '2026年3月底前');

  it('says what is overdue by that day, and by no other', async () => {
    const run = (...args: readonly string[]) =>
      inProcess({
        args: ['a.plan', '--rule', 'past-deadline', '--format', 'compact', ...args],
        files: { 'a.plan': overdue },
      });
    expect((await run('--today', '2026-04-01')).stdout).toContain('past-deadline');
    expect((await run('--today', '2026-03-31')).stdout).not.toContain('past-deadline');
  });

  it.each(['2026-02-30', '2026-2-3', 'today', '20260203'])('is a day, not %s', async (day) => {
    const { code, stderr } = await inProcess({ args: [`--today=${day}`], files });
    expect(code).toBe(2);
    expect(stderr).toContain(`--today 应为 2026-09-30 这样的日期，而不是“${day}”。`);
  });
});
