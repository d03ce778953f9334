import { describe, expect, it } from 'vitest';
import { newDirectory } from '../../server/src/core/features/writing/new-directory.ts';
import type { Unlisted } from '../../server/src/core/lint/finding.ts';
import { directoryOf } from '../../server/src/core/people/directory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { newEntry } from '../../server/src/core/refactor/new-entry.ts';
import { variants } from '../rules/variants.ts';

/** `text` with `who` added, and that they are found there afterwards. */
function added(text: string, who: Unlisted): string {
  const plan = parse(text, { path: 'x.plan' });
  const edit = newEntry(plan, directoryOf(plan, '')!, who);
  const next = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  const [before, after] = [plan, parse(next, { path: 'x.plan' })].map(
    (one) => directoryOf(one, '')?.entries.map(({ kind, name }) => `${kind} ${name}`) ?? [],
  );
  expect([...after!].sort()).toEqual([...before!, `${who.kind} ${who.name}`].sort());
  return next;
}

const text = `溪口县教育局责任单位名录
一、局领导
1. 安平（职务：局长）
2. 许知远
二、机关科室
1. 办公室
2. 人事科
负责人：关雨
三、学校
（一）溪口一中（上级：县教育局）
（二）溪口二中（上级：县教育局）
`;

describe('a new entry', () => {
  it.each([
    ['a leader', { name: '秦立', kind: 'person' }, '2. 许知远\n3. 秦立\n二、'],
    [
      'an office, behind all details of the last one',
      { name: '督导室', kind: 'unit' },
      '负责人：关雨\n3. 督导室\n三、',
    ],
    [
      'a body of a new kind',
      { name: '县财政局', kind: 'unit' },
      '上级：县教育局）\n四、有关部门\n1. 县财政局\n',
    ],
    ['a group', { name: '各幼儿园', kind: 'group' }, '上级：县教育局）\n四、统称\n1. 各幼儿园\n'],
  ] as const)('of %s stands with its like', (_what, who, expected) => {
    expect(added(text, who)).toContain(expected);
    for (const variant of Object.values(variants)) added(variant(text), who);
  });

  it('is numbered as the one before', () => {
    expect(added('责任单位名录\n1、办公室\n2、人事科', { name: '督导室', kind: 'unit' })).toMatch(
      /\n3、督导室$/u,
    );
    expect(added('责任单位名录\n一、办公室\n二、人事科', { name: '督导室', kind: 'unit' })).toMatch(
      /\n三、督导室$/u,
    );
  });

  it('goes into an empty directory, and into an appendix', () => {
    expect(added('责任单位名录\n', { name: '督导室', kind: 'unit' })).toBe(
      '责任单位名录\n一、机关科室\n1. 督导室\n',
    );
    const plan =
      '2026年工作要点\n一、任务\n1. 修缮校舍。（责任单位：督导室）\n附件：责任单位名录\n1. 办公室\n';
    expect(added(plan, { name: '督导室', kind: 'unit' })).toBe(`${plan}2. 督导室\n`);
  });
});

describe('a new directory', () => {
  const plan = (...fields: readonly string[]) =>
    parse(
      [
        '溪口县教育局2026年工作要点',
        '一、任务',
        ...fields.map((field, i) => `${i + 1}.推进工作${i}。（${field}）`),
      ].join('\n'),
    );

  it('groups and counts whom plans name, and leaves out what is no name', () => {
    const written = newDirectory([
      plan(
        '牵头领导：安 平、分管领导；责任单位：人事科、各幼儿园',
        '牵头领导：许知远、安平；责任单位：教师中心',
      ),
      plan('责任单位：县财政局、溪口一中；配合单位：人事科', '责任单位：教师中心（进修学校）、城关镇'),
    ]);
    expect(written.split('\n').slice(4)).toEqual([
      ...['一、局领导', '1. 安平', '2. 许知远'],
      ...['二、机关科室', '1. 人事科', '三、直属单位', '1. 教师中心'],
      ...['四、学校', '1. 溪口一中', '五、有关部门', '1. 县财政局'],
      ...['六、乡镇和街道', '1. 城关镇', '七、统称', '1. 各幼儿园', ''],
    ]);
    expect(written).toMatch(/^溪口县教育局责任单位名录\n/u);
  });
});
