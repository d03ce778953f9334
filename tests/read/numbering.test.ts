import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { renderLines } from './render.ts';

describe('numbering', () => {
  it('keeps numbers as they are written', () => {
    const numbers = parse('一、任务\n（十二）抓好阅读\n⒈备课\n⒉上课\n第3条 其他').sections;
    expect(numbers.map(({ number }) => number)).toEqual(['一', '十二', '3']);
  });

  it('says on which line each begins', () => {
    const plan = parse('\n某校计划\r\n一、任务\r\n\r\n1.晨读。\r2.晚读。');
    expect(renderLines(plan)).toBe('@3 一 任务\n@5 1 晨读\n@6 2 晚读');
  });
});
