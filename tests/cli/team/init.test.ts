import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/config/read.ts';
import { inProcess } from '../host.ts';
import { lacking, sound } from '../plans.ts';

/** What is set in a configuration, which has no faults. */
function settingsIn(text: string): Readonly<Record<string, unknown>> {
  const { faults, values } = readConfig('/office/planlint.json', text);
  expect(faults).toEqual([]);
  return Object.fromEntries(values.map(({ key, value }) => [key, value]));
}

const onLines = `滨湖区教育局2026年工作要点
一、重点任务
（一）办好学校
1．改造校舍。
责任单位：校产科
跟进同志：周明远
2．开放操场。
责任单位：体卫艺科
跟进同志：林晓岚
3．建图书角。
责任单位：教务处
跟进同志：周明远
`;

async function init(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const outcome = await inProcess({ args: ['init', ...args], files });
  return { ...outcome, text: outcome.written['planlint.json'] ?? outcome.stdout };
}

describe('planlint init', () => {
  it('writes a configuration that is read without a fault, in both languages', async () => {
    for (const locale of ['zh', 'en']) {
      const { code, stderr, text } = await init({ 'a.plan': sound }, '--locale', locale);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(settingsIn(text)).toMatchObject({ 'missing-lead': 'always', 'missing-deadline': 'always' });
    }
    const { text } = await init({ 'a.plan': sound }, '--locale', 'en');
    expect(text.replace(/“[^”]*”|\[[^\]]*\]|Numbers.*/gu, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('asks for what all plans mostly state, and for nothing more', async () => {
    const { text } = await init({ 'a.plan': sound, '下级/b.plan': onLines });
    expect(settingsIn(text)).toMatchObject({
      'missing-lead': 'always',
      'missing-unit': 'always',
      'missing-deadline': 'auto',
    });
    expect(text).toContain(
      '完成时限：2 份计划中有 1 份写明，其 2 项任务中有 2 项，写作“完成时间”，在任务末尾的括号里。',
    );
  });

  it('sees where fields stand, how numbers look, and labels that are not known', async () => {
    const { text } = await init({ 'a.plan': onLines });
    expect(text).toContain('各级编号写作：一、 → （一） → 1．');
    expect(text).toContain(
      '责任单位：1 份计划中有 1 份写明，其 3 项任务中有 3 项，写作“责任单位”，另起一行。',
    );
    expect(text).toContain('“跟进同志”像是字段的标签');
    const asked = text.replace('// "labels"', '"labels"').replace('"unit": [', '"lead": [');
    expect(asked).not.toBe(text);
    settingsIn(asked);
    const files = { 'a.plan': onLines, 'planlint.json': asked };
    expect((await inProcess({ args: ['outline'], files })).stdout).toContain('牵头：周明远');
  });

  it('names the directories, and what is found now', async () => {
    const names = '滨湖区教育局责任单位名录\n一、机关科室\n1. 校产科\n2. 体卫艺科\n';
    const { text } = await init({ 'a.plan': lacking, '名录/局.units.plan': names });
    expect(settingsIn(text).directories).toBe('名录/局.units.plan');
    expect(text).toMatch(/现有问题：.*missing-lead 1.*planlint baseline/u);
  });

  it('leaves one that is there alone, but shows what it would write', async () => {
    const files = { 'a.plan': sound, 'planlint.json': '{}' };
    const refused = await init(files);
    expect(refused).toMatchObject({ code: 2, stdout: '', changed: {}, written: {} });
    expect(refused.stderr).toBe(
      'planlint: planlint.json 已经存在，没有改动；要看会写什么，请加 --dry-run。\n',
    );
    const dry = await init(files, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '', changed: {}, written: {} });
    settingsIn(dry.stdout);
  });

  it('needs plans to look at', async () => {
    const { code, stderr, written } = await init({ 'x.md': '' });
    expect({ code, written }).toEqual({ code: 2, written: {} });
    expect(stderr).toMatch(/^planlint: \.：文件夹里没有工作计划.*\n$/u);
  });
});
