import { describe, expect, it } from 'vitest';
import { pageOf } from '../../client/src/preview/page.ts';
import type { PageWords } from '../../client/src/preview/words.ts';
import { allowance, Restarts } from '../../client/src/restarts.ts';
import type { Row, Table } from '../../server/src/protocol.ts';

const WORDS: PageWords = {
  language: 'zh-cn',
  table: '责任分解表',
  timeline: '时限进度',
  print: '打印',
  export: '导出…',
  search: '查找',
  number: '序号',
  task: '任务',
  lead: '牵头',
  units: '责任单位',
  support: '配合',
  deadline: '完成时限',
  notStated: '未注明',
  lacking: '只看缺项',
  empty: '没有任务',
  today: '今天',
  noDay: '无确定日期',
  load: '工作量',
  copy: '复制为表格',
  group: '分组',
  bySection: '按部分',
  byUnit: '按单位',
  byLeader: '按领导',
  byMonth: '按月份',
  who: '单位或领导',
  everybody: '全部',
  scope: '计划',
  thisPlan: '当前计划',
  allPlans: '全部计划',
  none: '没有符合条件的任务。',
  loading: '正在载入…',
  perMonth: '每月到期任务',
};
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const row = (more: Partial<Row>): Row => ({
  ...{
    uri: 'file:///a.plan',
    number: '1',
    title: '建好图书馆',
    name: '1.建好图书馆',
    sections: ['一、重点工作'],
    leads: [],
    units: ['办公室'],
    support: [],
  },
  ...{ deadline: '2026年8月底前', start: null, end: '2026-08-31', days: 77, measures: 0, range },
  ...more,
});
const table = (...rows: Row[]): Table => ({ title: '2026年工作要点', today: '2026-06-15', rows });
const page = (of: Table) => pageOf(of, WORDS, { nonce: 'abc', show: 'table' });

describe('the page of the preview', () => {
  it('has a row for each task below its headings, and says what is not stated', () => {
    const html = page(table(row({}), row({ number: '2', units: [], deadline: '', end: null, days: null })));
    expect(html.match(/<tr role="row" tabindex/gu)).toHaveLength(2);
    expect(html.match(/class="band"/gu)).toHaveLength(1);
    expect(html.match(/<em class="lack">未注明<\/em>/gu)).toHaveLength(2);
    expect(html.match(/<tr[^>]*data-lacks/gu)).toHaveLength(1);
  });

  it('leaves out columns that would be empty', () => {
    expect(page(table(row({})))).not.toContain('>牵头<');
    expect(page(table(row({ leads: ['顾远山'] })))).toContain('>牵头<');
    expect(page(table(row({ support: ['各校'] })))).toContain('>配合<');
  });

  it('shows text as text, whatever it holds', () => {
    const evil = '</td><script>alert(1)</script>"\'&<img src=x>';
    const html = page(table(row({ title: evil, units: [evil], deadline: evil, sections: [evil] })));
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html.match(/<script/gu)).toHaveLength(1);
  });

  it('loads nothing: only its own style and script may run', () => {
    const html = page(table(row({})));
    expect(html).toContain(`content="default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'"`);
    expect(html).not.toMatch(/https?:|\ssrc=|\sstyle=|\son\w+=/u);
  });

  it('prints the same rows without buttons', () => {
    const html = pageOf(table(row({})), WORDS, { nonce: 'def', show: 'print' });
    expect(html).toContain('建好图书馆');
    expect(html).not.toContain('<button');
    expect(html).toContain('window.print()');
  });

  it('says so where there are no tasks', () => {
    expect(page(table())).toContain('没有任务');
  });
});

describe('the load', () => {
  it('counts the tasks of each leader and unit, the most first', () => {
    const html = page(
      table(
        row({ leads: ['顾远山'], units: ['办公室', '基建科'] }),
        row({ units: ['基建科'], support: ['办公室', '办公室'] }),
        row({ units: ['基建科'] }),
        row({ units: [] }),
      ),
    );
    const load = [...html.matchAll(/data-who="([^"]+)".*?<span class="note">(\d+)<\/span>/gu)];
    expect(load.map(([, name, count]) => [name, count])).toEqual([
      ['顾远山', '1'],
      ['基建科', '3'],
      ['办公室', '2'],
    ]);
    expect(html).toContain('未注明: 1');
  });
});

describe('the timeline', () => {
  const bars = (html: string) => [
    ...html.matchAll(/<rect class="(past|near|later)" x="([\d.]+)%" width="([\d.]+)%"/gu),
  ];

  it('has a bar for each day inside the scale, the earliest first, those without a day below', () => {
    const html = page(
      table(
        row({ title: '甲', end: '2026-12-31', days: 199 }),
        row({ title: '乙', start: '2026-07-01', end: '2026-07-31', days: 10 }),
        row({ title: '丙', end: '2026-05-31', days: -15 }),
        row({ title: '丁', end: null, days: null, deadline: '长期坚持' }),
      ),
    );
    const found = bars(html);
    expect(found.map(([, state]) => state)).toEqual(['past', 'near', 'later']);
    for (const [, , x, width] of found) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(width)).toBeGreaterThan(0);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.01);
    }
    expect(html).toMatch(/无确定日期[\s\S]*丁[\s\S]*长期坚持/u);
    expect(html).toContain('class="today"');
  });

  it('counts what is due in each month, and begins with the year of the plan', () => {
    const html = page(
      table(
        row({ end: '2026-06-30' }),
        row({ end: '2026-06-15' }),
        row({ end: '2026-12-31' }),
        row({ end: null, days: null }),
      ),
    );
    expect(html).toContain('aria-label="2026-06: 2, 2026-12: 1"');
    expect(bars(html).map(([, , x]) => Number(x))).toEqual([0, 0, 0]);
  });

  it('stays bounded for far years', () => {
    const html = page(table(row({ start: '1900-01-01', end: '9999-12-31', days: 9 })));
    expect(html.length).toBeLessThan(40_000);
  });
});

describe('restarts', () => {
  it(`are ${allowance.restarts} in ${allowance.within / 60_000} minutes`, () => {
    const restarts = new Restarts();
    const answers = [0, 1, 2, 3, 4, 5].map((second) => restarts.mayRestart(second * 1000));
    expect(answers).toEqual([true, true, true, true, true, false]);
    expect(restarts.mayRestart(allowance.within + 10_000)).toBe(true);
  });

  it('begin anew when a person starts the server', () => {
    const restarts = new Restarts();
    for (let i = 0; i < 6; i += 1) restarts.mayRestart(i);
    restarts.forget();
    expect(restarts.mayRestart(7)).toBe(true);
  });
});
