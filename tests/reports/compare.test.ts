import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { compare, countsOf } from '../../server/src/core/reports/compare/compare.ts';
import { comparisonAs } from '../../server/src/core/reports/compare/written.ts';

const OLD = `2025年工作要点
一、党的建设
1.加强理论学习。组织中心组学习12次，开展专题读书班。（责任单位：党建科；完成时限：2025年6月底前）
2.整治师德师风。开展专项治理。（责任单位：人事科；完成时限：2025年12月）
二、学校建设
3.新建幼儿园。新建公办幼儿园5所，普惠率达到85%。（责任单位：学前科；完成时限：2025年9月）
4.改造旱厕。全面消除农村学校旱厕。（责任单位：后勤科）
`;
const NEW = `2026年工作要点
一、党的建设
1.加强理论学习。组织中心组学习12次，开展专题读书班。（责任单位：党建科；完成时限：2026年6月底前）
二、学校建设
2.新建幼儿园。新建公办幼儿园8所，普惠率达到90%以上，配齐园长。（责任单位：学前科、后勤科；完成时限：2026年8月）
3.建设智慧校园。建成数据平台。（责任单位：电教馆）
三、队伍建设
4.整治师德师风。开展专项治理。（责任单位：人事科；完成时限：2026年12月）
`;
const of = (text: string, path: string) => ({ path, plan: parse(text) });
const comparison = compare(of(OLD, 'a.plan'), of(NEW, 'b.plan'));
const item = (title: string) => comparison.items.find((one) => (one.new ?? one.old)?.title === title);
const kinds = (title: string) =>
  item(title)?.changes.map(({ kind, from, to }) => `${kind} ${from}→${to}`.slice(0, 40));

describe('two plans', () => {
  it('have the same task under other numbers, and what moved with the year has not moved', () => {
    expect(item('加强理论学习')).toMatchObject({ status: 'kept', changes: [] });
    expect(item('整治师德师风')?.old?.number).toBe('2');
    expect(kinds('整治师德师风')).toEqual(['place 党的建设→队伍建设']);
  });

  it('differ in owners, deadlines, targets and words', () => {
    expect(kinds('新建幼儿园')?.slice(1)).toEqual([
      'unit 学前科→学前科、后勤科',
      'deadline 2025年9月→2026年8月',
      ...['number 5所→8所', 'number 85%→90%'],
    ]);
    expect(item('新建幼儿园')?.changes[0]?.kind).toBe('wording');
  });

  it('have tasks that the other has not', () => {
    expect(item('建设智慧校园')?.status).toBe('new');
    expect(item('改造旱厕')?.status).toBe('dropped');
    expect(countsOf(comparison)).toMatchObject({
      kept: 1,
      changed: 2,
      new: 1,
      dropped: 1,
      place: 1,
      number: 1,
    });
  });

  it('that are the same differ in nothing, and one against nothing is all new', () => {
    expect(countsOf(compare(of(OLD, 'a'), of(OLD, 'a')))).toMatchObject({
      kept: 4,
      changed: 0,
      new: 0,
      dropped: 0,
    });
    expect(countsOf(compare(of('', 'a'), of(OLD, 'a')))).toMatchObject({ new: 4, kept: 0 });
  });

  it('do not differ by a comma or a space', () => {
    const spaced = OLD.replace('12次，', '12 次、').replace('专项治理。', '专项 治理');
    expect(countsOf(compare(of(OLD, 'a'), of(spaced, 'b')))).toMatchObject({ kept: 4 });
  });

  it('are compared in text, data and a page, in both languages', () => {
    const text = comparisonAs('text', comparison, 'zh');
    expect(text).toContain('2025年工作要点 → 2026年工作要点\n未变 1  改动 2  新增 1  删去 1');
    expect(text).toContain('+ 新增  3. 建设智慧校园');
    expect(text).toContain('新建公办幼儿园[-5-]{+8+}所，普惠率达到[-85-]{+90+}%');
    expect(comparisonAs('text', comparison, 'en')).toContain('deadline: 2025年9月 → 2026年8月');
    const data = JSON.parse(comparisonAs('json', comparison, 'zh'));
    expect(data.items.map(({ status }: { readonly status: string }) => status).sort()).toEqual([
      'changed',
      'changed',
      'dropped',
      'kept',
      'new',
    ]);
    expect(data.items.find(({ status }: { readonly status: string }) => status === 'new').new.line).toBe(6);
    expect(comparisonAs('html', comparison, 'zh')).toContain('<del>5</del><ins>8</ins>');
  });
});

describe('two plans of many tasks', () => {
  const task = (i: number) => `做好第${i}件事。为第${i}所学校配好${i * 7}套课桌。`;
  const planOf = (tasks: readonly string[]) =>
    of(`2026年工作要点\n一、工作\n${tasks.map((one, i) => `${i + 1}.${one}`).join('\n')}`, 'a.plan');
  const all = Array.from({ length: 700 }, (_, i) => task(i));

  it('have each task once, wherever it stands now and however it was reworded', () => {
    const moved = [...all.slice(350), ...all.slice(0, 350)].map((one, i) =>
      i % 10 === 0 ? one.replace('配好', '按时配齐全新') : one,
    );
    const { items } = compare(planOf(all), planOf(moved));
    expect(items).toHaveLength(700);
    expect(items.filter((one) => one.old?.title !== one.new?.title)).toEqual([]);
    expect(items.filter(({ changes }) => changes.some(({ kind }) => kind === 'wording'))).toHaveLength(70);
  });

  it('have the same one as often as it stands in both', () => {
    const same = (count: number) => planOf(Array.from({ length: count }, () => '办好事情。天天办。'));
    const { items } = compare(same(1000), same(900));
    const count = (wanted: string) => items.filter(({ status }) => status === wanted).length;
    expect([count('kept'), count('dropped'), count('new')]).toEqual([900, 100, 0]);
  });
});
