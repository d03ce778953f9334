import { afterEach, beforeEach, expect, it } from 'vitest';
import { Scratch } from './scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
});
afterEach(() => scratch.remove());

it('compares a draft with what was committed, wherever one stands', async () => {
  scratch.write('稿/a.plan', '2026年工作要点\n1.读书。（责任单位：办公室）\n');
  scratch.commit('first');
  scratch.write('稿/a.plan', '2026年工作要点\n1.读书。（责任单位：教研室）\n');
  const { code, stdout } = await scratch.program(['diff', '--since', 'HEAD', 'a.plan'], { below: '稿' });
  expect(code).toBe(0);
  expect(stdout).toContain('责任单位：办公室 → 教研室');
  const unknown = await scratch.planlint(['diff', '--since', 'mian', '稿/a.plan', '--locale', 'en']);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('no revision mian; did you mean main?'),
  ]);
  scratch.write('新.plan', '1.读书。\n');
  const fresh = await scratch.planlint(['diff', '--since', 'HEAD', '新.plan', '--locale', 'en']);
  expect([fresh.code, fresh.stderr]).toEqual([2, 'planlint: 新.plan: the revision HEAD has no such file.\n']);
});
