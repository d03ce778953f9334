import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/lint/finding.ts';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { ambiguousAlias } from '../../server/src/core/rules/directory/ambiguous-alias.ts';
import { circularParent } from '../../server/src/core/rules/directory/circular-parent.ts';
import { duplicateEntry } from '../../server/src/core/rules/directory/duplicate-entry.ts';
import { leaderOrder } from '../../server/src/core/rules/directory/leader-order.ts';
import { leaderScope } from '../../server/src/core/rules/directory/leader-scope.ts';
import { unitAlias } from '../../server/src/core/rules/directory/unit-alias.ts';
import { unknownLeader } from '../../server/src/core/rules/directory/unknown-leader.ts';
import { unknownUnit } from '../../server/src/core/rules/directory/unknown-unit.ts';
import { check, findingsIn, fixedBy } from '../rules/check.ts';
import { expectLinear } from '../rules/growth.ts';

const directory = `溪口县教育局责任单位名录
一、局领导
1. 安平（职务：党组书记、局长；分管：办公室）
2. 许知远（职务：副局长；分管：人事科）
3. 秦立（职务：副局长）
二、机关科室
1. 办公室（又称：党政办；负责人：关雨）
2. 人事科（曾用名：人事股）
3. 安全科（分管领导：秦立）
4. 教师发展中心（简称：教发中心；上级：县教育局）
三、统称
1. 各中小学（包括：溪口一中、城关小学）
2. 各幼儿园
`;

const plan = (...fields: readonly string[]) =>
  [
    '溪口县2026年工作要点',
    '一、任务',
    ...fields.map((field, i) => `${i + 1}.推进工作${i}。（${field}）`),
  ].join('\n');

const served = (rule: Rule, marked: string, by = directory): readonly Finding[] =>
  check(rule, marked, defaultSettings, by);

const zh = (findings: readonly Finding[]) => findings.map(({ message }) => message.zh);

describe('unknown-unit', () => {
  it.each([
    '责任单位：办公室、党政办、局党政办、人事股、教发中心、县教育局办公室、局办公室',
    '责任单位：各幼儿园、有关学校、相关科室、学校、县直部门、各乡镇、幼儿园',
    '责任单位：溪口一中、城关小学、县教育局、溪口县教育局',
    '责任单位：安平、关雨',
    // It lists no bodies of their own, and says nothing about them.
    '责任单位：县财政局、公安局、县政府办公室、团县委、县妇联',
    '责任人：王建国',
    '县委办公室、县委组织部负责',
  ])('is silent about %s', (field) => {
    served(unknownUnit, plan(field));
  });

  it('says each name once, at its first mention, with the others beside it', () => {
    const findings = served(
      unknownUnit,
      plan('责任单位：⟦督导室⟧、办公室', '责任单位：督导室', '配合单位：督 导 室、人事科'),
    );
    expect(zh(findings)).toEqual(['名录中没有责任单位“督导室”（全文3处）。']);
    expect(findings[0]).toMatchObject({ severity: 'warning', unlisted: { name: '督导室', kind: 'unit' } });
    expect(findings[0]?.related).toHaveLength(2);
    expect(findings[0]?.fix).toBeUndefined();
  });

  it('tells a slip, where the entry is, and mends it everywhere', () => {
    const text = plan('责任单位：⟦教师发展重心⟧、办公室', '配合单位：教师发展重心');
    const [finding] = served(unknownUnit, text);
    expect(finding?.message.zh).toBe('名录中没有“教师发展重心”，是不是“教师发展中心”？请核对。');
    expect(finding?.elsewhere).toMatchObject([{ path: 'x.units.plan' }]);
    const { start, end } = finding!.elsewhere![0]!.span;
    expect(directory.slice(start, end)).toBe('教师发展中心');
    const mended = fixedBy(unknownUnit, text.replace(/[⟦⟧]/gu, ''), defaultSettings, directory);
    expect(mended).toBe(plan('责任单位：教师发展中心、办公室', '配合单位：教师发展中心'));
  });

  it.each([
    ['人事料', '人事科'],
    ['安全股', '安全科'],
    ['教发中新', '教发中心'],
    ['教师展中心', '教师发展中心'],
    ['教中心', '教发中心'],
  ])('mends a short name, and one with a longer beside it: %s', (slip, name) => {
    const text = plan(`责任单位：${slip}、办公室`, '责任单位：安全科');
    expect(fixedBy(unknownUnit, text, defaultSettings, directory)).toBe(text.replace(slip, name));
  });

  it('mends nothing that is in doubt', () => {
    // Two candidates are one too many, and a station is no office.
    const two = '责任单位名录\n1. 教育发展中心\n2. 教育发展重心\n3. 电教站';
    const findings = served(unknownUnit, plan('责任单位：⟦教育发展种心⟧、⟦电教股⟧'), two);
    expect(findings.map(({ fix }) => fix)).toEqual([undefined, undefined]);
    expect(findings[1]?.message.zh).toContain('是不是“电教站”');
    expect(findings[0]?.message.zh).toContain('是不是“教育发展中心”');
  });

  it('tells once that a directory is incomplete, and each name as a hint', () => {
    const findings = served(
      unknownUnit,
      plan('责任单位：⟦督导室⟧、⟦计财科⟧、⟦基教科⟧', '责任单位：⟦体卫艺科⟧、人事科').replace(
        /^[^\n]+/u,
        '⟦$&⟧',
      ),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'hint', 'hint', 'hint', 'hint']);
    expect(findings[0]?.message.zh).toBe('全文写到5个责任单位，其中4个不在名录中，名录可能不全。');
  });

  it('asks a class of bodies only of a directory that lists some', () => {
    served(unknownUnit, plan('责任单位：县财政局、⟦县人社局⟧'), '责任单位名录\n1. 县财政局\n2. 县公安局');
    served(unknownUnit, plan('责任单位：办公室、人事科'), '责任单位名录\n1. 县财政局\n2. 县公安局');
    served(unknownUnit, plan('责任单位：溪口二中'), '责任单位名录\n1. 各中小学\n2. 办公室');
    served(unknownUnit, plan('责任单位：⟦溪口二中⟧'), directory);
  });

  it('is silent in a directory, without one, and with one that is empty or lists persons alone', () => {
    served(unknownUnit, directory);
    served(unknownUnit, plan('责任单位：督导室'), '责任单位名录');
    served(unknownUnit, plan('责任单位：督导室'), '责任单位名录\n一、局领导\n1. 安平（职务：局长）');
    expect(findingsIn(unknownUnit, plan('责任单位：督导室'))).toEqual([]);
  });

  it('heeds the appendix of a plan, and does not look for its entries', () => {
    const text = `${plan('责任单位：办公室、⟦督导室⟧')}\n附件：责任单位名录\n1. 办公室（负责人：关雨）\n2. 人事科`;
    check(unknownUnit, text);
  });
});

describe('unknown-leader', () => {
  it.each([
    '牵头领导：安 平、许知远',
    '责任人：王建国、李小明',
    '负责人：关雨',
    '牵头领导：分管领导、张校长',
    '牵头领导：办公室',
  ])('is silent about %s', (field) => {
    served(unknownLeader, plan(field));
  });

  it('finds leaders, and slips of whoever is named', () => {
    const findings = served(unknownLeader, plan('牵头领导：⟦郑重⟧、安平', '责任人：⟦许志远⟧'));
    expect(zh(findings)).toEqual([
      '名录中没有牵头领导“郑重”。',
      '名录中没有“许志远”，是不是“许知远”？请核对。',
    ]);
  });

  it('is silent where the directory lists no leaders', () => {
    served(unknownLeader, plan('牵头领导：郑重'), '责任单位名录\n1. 办公室');
  });
});

describe('unit-alias', () => {
  it('tells former names, two names in one document, and hints at the rest', () => {
    const findings = served(
      unitAlias,
      plan('责任单位：⟦人事股⟧、⟦党政办⟧', '责任单位：⟦教发中心⟧', '配合单位：教师发展中心、党政办'),
    );
    expect(findings.map(({ severity, message }) => `${severity} ${message.zh}`)).toEqual([
      'info “人事股”是曾用名，名录中现名“人事科”。',
      'hint “党政办”在名录中的名称是“办公室”。',
      'info “教发中心”与“教师发展中心”是同一单位，全文用一个名称为好。',
    ]);
  });

  it('leaves a name alone that only lacks its region or has its parent before it', () => {
    served(unitAlias, plan('责任单位：县教育局办公室、局办公室'));
  });
});

describe('leader-order', () => {
  it.each([
    '牵头领导：安平、许知远、秦立',
    '牵头领导：许知远',
    '牵头领导：安平、秦立',
    '牵头领导：许知远；责任人：安平',
    '牵头领导：郑重、安平',
    '责任人：关雨、安平',
  ])('is silent about %s', (field) => {
    served(leaderOrder, plan(field));
  });

  it('shows what stands wrong, and keeps everything else in place', () => {
    const text = plan('牵头领导：安平、⟦秦 立，郑重、许知远⟧');
    served(leaderOrder, text);
    const mended = fixedBy(leaderOrder, text.replace(/[⟦⟧]/gu, ''), defaultSettings, directory);
    expect(mended).toBe(plan('牵头领导：安平、许知远，郑重、秦 立'));
  });
});

describe('leader-scope', () => {
  it.each([
    '牵头领导：许知远；责任单位：人事科、安全科',
    '牵头领导：许知远；责任单位：安全科、督导室',
    '牵头领导：许知远；责任单位：各中小学',
    '牵头领导：许知远',
    '牵头领导：安平；责任单位：安全科',
    '牵头领导：秦立；责任单位：安全科',
    '牵头领导：许知远；责任单位：安全科；配合单位：人事股',
  ])('is silent about %s', (field) => {
    served(leaderScope, plan(field));
  });

  it('finds a leader who is in charge of nobody there', () => {
    const findings = served(leaderScope, plan('牵头领导：⟦许知远⟧、秦立；责任单位：安全科、各中小学'));
    expect(zh(findings)).toEqual(['名录中许知远分管人事科，不分管本项任务的安全科。']);
    expect(findings[0]?.severity).toBe('hint');
  });
});

describe('faults of a directory', () => {
  const list = (...entries: readonly string[]) =>
    ['责任单位名录', ...entries.map((entry, i) => `${i + 1}. ${entry}`)].join('\n');

  it('are two entries with one name, reported on those behind the first', () => {
    const findings = check(duplicateEntry, list('办公室', '人事科', '⟦办 公 室⟧（负责人：关雨）'));
    expect(findings.map(({ related }) => related?.length)).toEqual([1]);
    check(duplicateEntry, list('办公室', '⟦办公室⟧', '⟦办公室⟧'));
    check(duplicateEntry, list('办公室（上级：一中）', '办公室（上级：二中）'));
    check(duplicateEntry, list('办公室（上级：一中）', '⟦办公室⟧（上级：一中）', '办公室（上级：二中）'));
    check(duplicateEntry, list('办公室（上级：一中）', '办公室'));
  });

  it('are aliases that name another', () => {
    check(ambiguousAlias, list('教师中心（简称：⟦教研室⟧）', '教研室'));
    check(
      ambiguousAlias,
      list('教师中心（简称：教研室）', '教研院（又称：⟦教研室⟧）', '教研所（原名：⟦教研室⟧）'),
    );
    check(ambiguousAlias, list('教师中心（简称：教师中心、教研室、教研室）', '办公室'));
  });

  it('are circles of 上级', () => {
    const findings = check(
      circularParent,
      list(
        '甲中心（上级：⟦乙中心⟧）',
        '乙中心（上级：丙中心）',
        '丙中心（上级：甲中心）',
        '丁中心（上级：甲中心）',
      ),
    );
    expect(zh(findings)).toEqual(['上级成了循环：甲中心 → 乙中心 → 丙中心 → 甲中心。']);
    check(circularParent, list('甲中心（上级：⟦甲中心⟧）'));
    check(circularParent, list('甲中心（上级：乙中心）', '乙中心（上级：县教育局）'));
    check(circularParent, list('甲中心（上级：乙中心、丙中心）', '乙中心（上级：丙中心）', '丙中心'));
  });

  it('stand in an appendix as well', () => {
    check(duplicateEntry, `${plan('责任单位：办公室')}\n附件：责任单位名录\n1. 办公室\n2. ⟦办公室⟧`);
  });

  it.each([
    ['in one long circle', (i: number, n: number) => `单位${i}（上级：单位${(i + 1) % n}）`],
    ['in a long chain', (i: number) => `单位${i}（上级：单位${i + 1}）`],
    ['in many small circles', (i: number) => `单位${i}（上级：单位${i ^ 1}）`],
    [
      'in circles that overlap',
      (i: number, n: number) => `单位${i}（上级：单位${(i + 1) % n}、单位${i >> 1}）`,
    ],
    ['of one name', () => '办公室（简称：人事科；上级：人事科）'],
  ])('are found in time that grows with a directory %s', (_how, entry) => {
    for (const rule of [duplicateEntry, ambiguousAlias, circularParent]) {
      expectLinear(150, (n) => {
        const lines = Array.from({ length: n }, (_, i) => `${(i % 900) + 1}. ${entry(i, n)}`);
        const text = `责任单位名录\n${lines.join('\n')}`;
        return () => findingsIn(rule, text);
      });
    }
  });
});

describe('plans with a directory', () => {
  it.each(
    [unknownUnit, unknownLeader, unitAlias, leaderOrder, leaderScope].map((rule) => [rule.id, rule] as const),
  )('are checked by %s in time that grows with the plan', (_id, rule) => {
    expectLinear(60, (n) => {
      const fields = Array.from(
        { length: n },
        (_, i) => `牵头领导：秦立、安平；责任单位：单位${i}科、人事股、教师发展重心`,
      );
      return () => findingsIn(rule, plan(...fields), defaultSettings, directory);
    });
  });
});
