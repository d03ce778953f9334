import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { read, renderLines } from './render.ts';

describe('numbering', () => {
  it('keeps numbers as they are written', () => {
    const numbers = parse('一、任务\n（十二）抓好阅读\n⒈备课\n⒉上课\n第3条 其他').sections;
    expect(numbers.map(({ number }) => number)).toEqual(['一', '十二', '3']);
  });

  it('knows an item by its neighbours whose long sentence begins with a figure, and no amount in prose', () => {
    const long =
      '完善日间照料、助餐助浴、健康监测等服务设施，逐点配齐管理人员，制定服务清单和应急预案，每月向镇民政办报送一次运行情况，并把结果在村务公开栏公示七天以上，接受群众监督';
    const text = [
      '松岭镇2026年工作计划',
      '一、重点任务',
      `1．12个村建成养老互助点，${long}`,
      `2．10月底前，走访高龄老人，${long}。（责任科室：民政办）`,
      '3．修缮敬老院。',
      '二、困难救助',
      `1.2万元救助资金按月发放，${long}。`,
      '1、抓好核查。',
      `2、24小时值守，${long}。`,
    ];
    expect(read(text.join('\n')).replaceAll(long, '…')).toBe(
      [
        '§一 重点任务',
        '  1 12个村建成养老互助点，…',
        '  2 10月底前，走访高龄老人，…  责 民政办  文 ../2026-10-31 month',
        '  3 修缮敬老院',
        '§二 困难救助',
        '  1 抓好核查',
        '  2 24小时值守，…',
      ].join('\n'),
    );
  });

  it('says on which line each begins', () => {
    const plan = parse('\n某校计划\r\n一、任务\r\n\r\n1.晨读。\r2.晚读。');
    expect(renderLines(plan)).toBe('@3 一 任务\n@5 1 晨读\n@6 2 晚读');
  });
});
