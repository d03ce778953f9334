import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directoriesFor,
  emptyWorkspace,
  indexed,
  loadsIn,
  occurrencesOf,
  resolveIn,
  type Workspace,
  withChanges,
  withDocument,
} from '../../server/src/core/people/workspace.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { Memory } from '../../server/src/core/read/memory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { reread } from '../../server/src/core/read/reread.ts';
import { withChange } from '../../server/src/core/text/change.ts';
import { rounds } from '../rounds.ts';
import { expectLinear } from '../rules/growth.ts';
import { documentOf, workspaceOf } from './read.ts';

const units = (...names: readonly string[]) =>
  ['责任单位名录', ...names.map((name, i) => `${i + 1}. ${name}`)].join('\n');

const plan = (...tasks: readonly string[]) =>
  ['溪口县2026年工作要点', '一、重点任务', ...tasks.map((task, i) => `${i + 1}. 任务。（${task}）`)].join(
    '\n',
  );

describe('the directory that a plan holds', () => {
  it('is found when a change of a heading makes one, whatever was typed before', () => {
    const tasks = Array.from({ length: 70 }, (_, i) => `${i + 1}.开放第${i + 1}校区操场。安排好场地。`);
    const text = [
      '溪口县2026年工作要点',
      '一、重点任务',
      ...tasks,
      '二、责任单位明录',
      '1.办公室',
      '2.人事科',
    ];
    const memory = new Memory(100_000, { watches: true });
    const held: (number | undefined)[] = [];
    let [now, all]: [Plan, string] = [parse(text.join('\n'), {}, memory), text.join('\n')];
    const look = () => held.push(indexed(now, 'x.plan', '').directory?.entries.length);
    let movedTimes = 0;
    const type = (before: string, words: string) => {
      const start = all.indexOf(before);
      const change = { start, end: start + before.length, words };
      all = withChange(all, change);
      const moved = reread(now, change, memory);
      if (moved) movedTimes += 1;
      now = moved ?? parse(all, {}, memory);
      look();
    };
    look();
    type('安排好场地', '安排好各处场地');
    type('明录', '名录');
    type('名录', '明录');
    expect(held).toEqual([undefined, undefined, 2, undefined]);
    expect(movedTimes).toBeGreaterThan(0);
  });
});

describe('the directories that serve a document', () => {
  const files = {
    'a/units.units.plan': units('办公室'),
    'a/b/units.units.plan': units('办公室'),
    'a/b/c/units.units.plan': units('办公室'),
    'a/d/units.units.plan': units('办公室'),
    'a/b/x.plan': plan('责任单位：办公室'),
    'a/b/y.plan': `${plan('责任单位：办公室')}\n附件：责任单位名录\n1. 办公室`,
  };
  const paths = (path: string, workspace = workspaceOf(files)) =>
    directoriesFor(workspace, path).map((directory) => directory.path);

  it('come the nearest folder first: its own, above, below, beside', () => {
    const expected = ['a/b', 'a', 'a/b/c', 'a/d'].map((folder) => `${folder}/units.units.plan`);
    expect(paths('a/b/x.plan')).toEqual(expected);
    expect(paths('a/d/other.plan')[0]).toBe('a/d/units.units.plan');
    expect(resolveIn(workspaceOf(files), 'a/b/x.plan', '办公室')?.directory.path).toBe(
      'a/b/units.units.plan',
    );
  });

  it('begin with its own appendix, which serves no other', () => {
    expect(paths('a/b/y.plan')[0]).toBe('a/b/y.plan');
    expect(paths('a/b/y.plan')).toHaveLength(5);
    expect(paths('a/b/x.plan')).toHaveLength(4);
  });

  it('begin with a directory itself', () => {
    expect(paths('a/d/units.units.plan')[0]).toBe('a/d/units.units.plan');
  });

  it('are those of its root', () => {
    const roots = workspaceOf({
      'one//units.units.plan': units('办公室'),
      'two//units.units.plan': units('办公室', '人事科'),
      'one//x.plan': plan('责任单位：人事科'),
    });
    expect(paths('one//x.plan', roots)).toEqual(['one//units.units.plan']);
    expect(resolveIn(roots, 'one//x.plan', '人事科')).toBeUndefined();
  });

  it('are not changed by the order in which they came', () => {
    const reversed = workspaceOf(Object.fromEntries(Object.entries(files).reverse()));
    expect(paths('a/b/x.plan', reversed)).toEqual(paths('a/b/x.plan'));
  });
});

describe('the occurrences of a name', () => {
  const text = readFileSync(new URL('../fixtures/plans/county.units.plan', import.meta.url), 'utf8');
  const workspace = workspaceOf({
    'county.units.plan': text,
    'a.plan': plan('牵头领导：沈岚；责任科室：教研室、县教育局办公室', '责任单位：澄溪一中、党建科'),
    'sub/b.plan': plan(
      '责任单位：教育教学研究中心；配合单位：办 公 室',
      '责任单位：城东初中',
      '责任单位：各中小学',
    ),
    'sub/c.units.plan': units('党建科'),
  });
  const found = (name: string, path = 'a.plan') =>
    occurrencesOf(workspace, path, name).map((one) => `${one.path} ${one.mention.role} ${one.mention.name}`);

  it('have all its names in all files, its entry, and its uses in other entries', () => {
    expect(found('教研室')).toEqual([
      'a.plan unit 教研室',
      'county.units.plan detail 教育教学研究中心',
      'county.units.plan entry 教育教学研究中心',
      'county.units.plan alias 教研室',
      'county.units.plan alias 教研中心',
      'sub/b.plan unit 教育教学研究中心',
    ]);
    expect(found('办公室')).toEqual([
      'a.plan unit 县教育局办公室',
      'county.units.plan detail 办公室',
      'county.units.plan entry 办公室',
      'sub/b.plan support 办公室',
    ]);
  });

  it('have no mention that a nearer directory gives another meaning', () => {
    expect(found('党建科')).toEqual([
      'a.plan unit 党建科',
      'county.units.plan detail 党建科',
      'county.units.plan entry 党建科',
      'county.units.plan alias 党办',
    ]);
    expect(found('党建科', 'sub/c.units.plan')).toEqual(['sub/c.units.plan entry 党建科']);
  });

  it('tell a member from its group, and a head from the unit', () => {
    expect(found('城东初中')).toEqual([
      ...Array(2).fill('county.units.plan detail 城东初中'),
      'sub/b.plan unit 城东初中',
    ]);
    expect(found('各中小学')).toEqual(['county.units.plan entry 各中小学', 'sub/b.plan unit 各中小学']);
    expect(found('贺敬川')).toEqual(['county.units.plan detail 贺敬川']);
  });

  it('are those of the same words where nobody defines them', () => {
    const without = workspaceOf({ 'a.plan': plan('责任单位：办公室'), 'b.plan': plan('配合单位：办 公室') });
    expect(occurrencesOf(without, 'a.plan', '办公室')).toHaveLength(2);
    expect(occurrencesOf(without, 'a.plan', '人事科')).toEqual([]);
  });

  it('count as tasks in all and by role, each task once', () => {
    const loads = loadsIn(workspace, '');
    const byName = new Map(
      [...loads].map(([key, load]) => [typeof key === 'string' ? key : key.name, load] as const),
    );
    expect(byName.get('教育教学研究中心')).toEqual({ tasks: 2, leads: 0, units: 2, support: 0 });
    expect(byName.get('办公室')).toEqual({ tasks: 2, leads: 0, units: 1, support: 1 });
    expect(byName.get('沈岚')).toEqual({ tasks: 1, leads: 1, units: 0, support: 0 });
    expect(byName.get('城东初中')).toEqual({ tasks: 1, leads: 0, units: 1, support: 0 });
    expect(byName.get('各中小学')).toEqual({ tasks: 1, leads: 0, units: 1, support: 0 });
  });
});

describe('an index', () => {
  const lines = [
    ...[
      '溪口县教育局责任单位名录',
      '溪口县2026年工作要点',
      '一、局领导',
      '二、机关科室',
      '附件：责任单位名录',
      '',
    ],
    ...[
      '1. 安平（职务：局长；分管：办公室）',
      '2. 办公室（又称：党政办；负责人：秦立）',
      '3. 党政办',
      '4. 办公室',
    ],
    ...['5. 各中小学（包括：一中、二中）', '1. 修缮校舍。（牵头领导：安平；责任单位：办公室、一中）'],
    ...[
      '2. 培训园长。（责任单位：党政办；配合单位：县教育局办公室）',
      '责任单位：各中小学',
      '（县教育局负责）',
    ],
  ];
  const paths = [
    'a.plan',
    'sub/b.plan',
    'c.units.plan',
    'sub/d.units.plan',
    'two//e.plan',
    'two//f.units.plan',
  ];
  const text = fc.array(fc.constantFrom(...lines), { maxLength: 7 }).map((some) => some.join('\n'));
  const edit = fc.record({ path: fc.constantFrom(...paths), text: fc.option(text, { nil: undefined }) });

  /** All that can be asked, without the order in which documents came. */
  function answers(workspace: Workspace) {
    const names = ['安平', '办公室', '党政办', '一中', '各中小学', '县教育局办公室'];
    const load = (root: string) =>
      [...loadsIn(workspace, root)].map(([key, value]) => [JSON.stringify(key), value] as const);
    return {
      workspace,
      occurrences: paths.map((path) => names.map((name) => occurrencesOf(workspace, path, name))),
      directories: paths.map((path) => directoriesFor(workspace, path)),
      loads: ['', 'two'].map((root) => new Map(load(root))),
    };
  }

  it('that was updated is the one that is built anew, under random edits of several files', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const texts = new Map<string, string>();
        let updated = emptyWorkspace;
        for (const { path, text: now } of edits) {
          if (now === undefined) {
            texts.delete(path);
            updated = withChanges(updated, [[path, undefined]]);
          } else {
            texts.set(path, now);
            updated = withDocument(updated, documentOf(path, now));
          }
        }
        const anew = workspaceOf(Object.fromEntries(texts));
        expect(answers(updated)).toEqual(answers(anew));
        // In one order, whichever came last.
        expect([...updated.documents.keys()]).toEqual([...texts.keys()].sort());
      }),
      rounds(60, 5000),
    );
  });

  it('that many documents were added to at once is the one that each was added to', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat(12), (edits, some) => {
        const documents = edits.flatMap(({ path, text: now }) =>
          now === undefined ? [] : [documentOf(path, now)],
        );
        const before = documents.slice(0, some).reduce(withDocument, emptyWorkspace);
        const after = documents.slice(some);
        expect(
          withChanges(
            before,
            after.map((one) => [one.path, one]),
          ),
        ).toEqual(after.reduce(withDocument, before));
      }),
      rounds(60, 5000),
    );
  });

  it('is not changed by an update', () => {
    const before = workspaceOf({ 'a.plan': plan('责任单位：办公室'), 'c.units.plan': units('办公室') });
    const copy = structuredClone(before);
    withChanges(withDocument(before, documentOf('a.plan', plan('责任单位：人事科'))), [
      ['c.units.plan', undefined],
    ]);
    expect(before).toEqual(copy);
    expect(withChanges(before, [['not.plan', undefined]])).toBe(before);
  });

  it('shares what an edit did not touch', () => {
    const before = workspaceOf({ 'a.plan': plan('责任单位：办公室'), 'c.units.plan': units('办公室') });
    const after = withDocument(
      before,
      documentOf('a.plan', plan('责任单位：办公室').replace('任务', '新任务')),
    );
    expect(after.directories).toBe(before.directories);
  });

  it('answers about some hundred documents in time that grows with them', () => {
    const index = (n: number) =>
      workspaceOf(
        Object.fromEntries([
          ...Array.from({ length: n }, (_, i) => [
            `${i % 10}/${i}.plan`,
            plan('责任单位：办公室、人事科', `责任单位：${i}科`),
          ]),
          ...Array.from({ length: 10 }, (_, i) => [`${i}/x.units.plan`, units('办公室', '人事科')]),
        ]),
      );
    expectLinear(100, (n) => {
      const workspace = index(n);
      return () => {
        loadsIn(workspace, '');
        occurrencesOf(workspace, '1/1.plan', '办公室');
      };
    });
  });
});
