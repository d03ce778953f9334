import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesIn } from '../../server/src/core/text/dates/dues.ts';
import { readDate, readWhen } from '../../server/src/core/text/dates.ts';
import { rounds } from '../rounds.ts';

describe('dates', () => {
  it.each([
    ['2026年3月7日', '2026-03-07'],
    ['2026年 3 月 7 日', '2026-03-07'],
    ['2026-03-07', '2026-03-07'],
    ['2026.3.7', '2026-03-07'],
    ['2026/3/7', '2026-03-07'],
    ['二〇二六年三月七日', '2026-03-07'],
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['2024年2月29日', '2024-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it.each(['2026年2月29日', '2026年13月1日', '2026年4月31日', '2026年4月', '4月5日', '2024327', ''])(
    '“%s” is none',
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );

  it.each([
    ['第5—6周', 'open'],
    ['第10至12教学周', 'open'],
    ['单周周一', 'recurring'],
    ['双周三下午', 'recurring'],
    ['每半年', 'recurring'],
  ])('%s is a time that no calendar knows', (text, precision) => {
    expect(readWhen(text, { year: 2026 })?.precision).toBe(precision);
  });

  it('are read back in every form', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, monthDay] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(`${year}年${month}月${monthDay}日`)).toBe(iso);
        expect(readDate(iso)).toBe(iso);
        const { start, end, precision } = readWhen(`${month}月${monthDay}日前`, { year }) ?? {};
        expect({ start, end, precision }).toEqual({ start: undefined, end: iso, precision: 'day' });
      }),
      rounds(100, 20_000),
    );
  });
});

const words = [
  '2026年',
  '2月',
  '13月',
  '30日',
  '前',
  '底',
  '至',
  '—',
  '每',
  '学期',
  '季度',
  '第',
  '一',
  '半年',
  '上',
];
const timeLike = fc
  .array(fc.constantFrom(...words, '开学', '完成', '尽快', '持续', '明年', '.', '-', '31', '0', '十四五'))
  .map((parts) => parts.join(''));

describe('times', () => {
  it('end no earlier than they start, on days that there are', () => {
    fc.assert(
      fc.property(
        timeLike,
        fc.option(fc.integer({ min: 1990, max: 2090 }), { nil: undefined }),
        (text, year) => {
          const when = readWhen(text, { year });
          for (const end of [when?.start, when?.end])
            if (end !== undefined) expect(new Date(end).toISOString().slice(0, 10)).toBe(end);
          // A range written backwards is the writer's.
          if (when?.problem === 'impossible') expect([when.start, when.end]).toContain(undefined);
        },
      ),
      rounds(500, 100_000),
    );
  });

  it('in prose stand where they say, one behind the other', () => {
    fc.assert(
      fc.property(timeLike, (text) => {
        let last = 0;
        for (const { start, end } of duesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      rounds(100, 20_000),
    );
  });
});
