import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/parse.ts';

const head = '清河县2026年教育工作要点\n一、任务\n';

/** What stands behind 完成时限, and when that is: start, end and precision. */
const stated: readonly (readonly [words: string, expected: string])[] = [
  ['2026年12月', '2026-12-01 2026-12-31 month'],
  ['2026年12月底前', ' 2026-12-31 month'],
  ['2026年9月30日前', ' 2026-09-30 day'],
  ['9月30日', '2026-09-30 2026-09-30 day'],
  ['12月底前', ' 2026-12-31 month'],
  ['6月底完成', ' 2026-06-30 month'],
  ['9月份', '2026-09-01 2026-09-30 month'],
  ['年底前', ' 2026-12-31 year'],
  ['2026年年底', ' 2026-12-31 year'],
  ['年内', ' 2026-12-31 year'],
  ['上半年', '2026-01-01 2026-06-30 half'],
  ['第三季度', '2026-07-01 2026-09-30 quarter'],
  ['2026年一季度末', ' 2026-03-31 quarter'],
  ['4月中旬', '2026-04-11 2026-04-20 tenday'],
  ['11月上旬', '2026-11-01 2026-11-10 tenday'],
  ['2月下旬', '2026-02-21 2026-02-28 tenday'],
  ['2026年秋季学期开学前', ' 2026-08-31 term'],
  ['2027年春季学期结束前', ' 2027-07-31 term'],
  ['暑假', '2026-07-01 2026-08-31 term'],
  ['2026—2027学年', '2026-09-01 2027-07-31 year'],
  ['2026—2027学年第二学期', '2027-02-01 2027-07-31 term'],
  ['到2028年', '2028-01-01 2028-12-31 year'],
  ['2026—2028年', '2026-01-01 2028-12-31 year'],
  ['“十五五”期间', '2026-01-01 2030-12-31 year'],
  ['2026年3月至5月', '2026-03-01 2026-05-31 month'],
  ['3月-6月', '2026-03-01 2026-06-30 month'],
  ['1-9月', '2026-01-01 2026-09-30 month'],
  ['9月1日—10日', '2026-09-01 2026-09-10 day'],
  ['9月1日至10月15日', '2026-09-01 2026-10-15 day'],
  ['2026年11月至2027年2月', '2026-11-01 2027-02-28 month'],
  ['2026.9.30', '2026-09-30 2026-09-30 day'],
  ['2026-09-30', '2026-09-30 2026-09-30 day'],
  ['2026年4月22 日', '2026-04-22 2026-04-22 day'],
  ['二〇二六年十二月', '2026-12-01 2026-12-31 month'],
  ['明年3月', '2027-03-01 2027-03-31 month'],
  ['10月底前完成并持续推进', ' 2026-10-31 month'],
  ['3月制定方案，10月底前全部完成', ' 2026-10-31 month'],
  ['一季度启动，二季度完成', '2026-04-01 2026-06-30 quarter'],
  ['每月25日前', '  recurring'],
  ['每季度末（分别在6月、9月和12月底）', '  recurring'],
  ['每学期', '  recurring'],
  ['全年', '2026-01-01 2026-12-31 year'],
  ['长期坚持', '  open'],
  ['持续推进', '  open'],
  ['印发之日起五日内', '  open'],
  ['2月30日', '  day impossible'],
  ['2026年13月', '  month impossible'],
  ['2025年2月29日', '  day impossible'],
  ['尽快', '  open vague'],
  ['适时', '  open vague'],
];

/** Sentences, and the days by which they say that something is done. */
const prose: readonly (readonly [sentence: string, ends: readonly string[]])[] = [
  ['新建两所学校，8月底前完成主体工程。', ['2026-08-31']],
  ['2026年9月底前投入使用。', ['2026-09-30']],
  ['力争6月底完成。', ['2026-06-30']],
  ['年底前全部达标，上半年完成过半。', ['2026-12-31', '2026-06-30']],
  ['9月15日前报送方案。', ['2026-09-15']],
  ['到2028年全覆盖。', []],
  ['到2028年底前全覆盖。', []],
  ['每月25日前报送进度。', []],
  ['2026年3月7日召开会议。', []],
  ['提供2至3个月培训。', []],
];

describe('deadlines', () => {
  it.each(stated)('%s', (words, expected) => {
    const [task] = parse(`${head}1.抓好阅读。（完成时限：${words}）`).tasks;
    const { start = '', end = '', precision, problem } = task?.deadline ?? {};
    expect([start, end, precision, ...(problem ? [problem] : [])].join(' ')).toBe(expected);
    expect(task?.deadline?.text).toBe(words.replace(/\s/gu, ''));
  });

  it.each(['', 'XX月', '××××年×月', '——', '待定'])('there is none in “%s”', (words) => {
    expect(parse(`${head}1.抓好阅读。（完成时限：${words}）`).tasks[0]?.deadline).toBeUndefined();
  });

  it('knows no year where the plan has none', () => {
    const [task] = parse('1.抓好阅读。（完成时限：8月）').tasks;
    expect(task?.deadline).toMatchObject({ start: undefined, end: undefined, precision: 'month' });
  });

  it.each(prose)('in prose: %s', (sentence, ends) => {
    const [task] = parse(`${head}1.抓好阅读。${sentence}`).tasks;
    expect(task?.proseDeadlines.map(({ end }) => end)).toEqual(ends);
  });
});
