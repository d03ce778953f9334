import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { ics } from '../../server/src/core/exports/ics.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { recurrenceOf } from '../../server/src/core/text/dates/recurrence.ts';

const TEXT = `2026年工作要点
一、重点任务
1.建好图书馆；读书,写字\\算术。一是选址。（牵头领导：顾远山；责任单位：办公室；完成时限：6月底前）
2.每月例会。（责任单位：办公室；完成时限：每月25日前）
3.总结经验。
4.${'很长的任务名称'.repeat(30)}。（责任单位：办公室；完成时限：12月）
`;
const written = (text: string, today?: string) =>
  String(ics.write([{ path: 'a', plan: parse(text) }], { today }));
const events = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(written(text)));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};

describe('the calendar', () => {
  it('has an entry for each task that has a day, all day long, as another parser finds', () => {
    const [first, second, third] = events(TEXT);
    expect(events(TEXT)).toHaveLength(3);
    expect(first?.startDate.toString()).toBe('2026-06-30');
    expect(first?.endDate.toString()).toBe('2026-07-01');
    expect(first?.summary).toBe('1. 建好图书馆；读书,写字\\算术');
    expect(first?.description).toContain('责任单位：办公室\n一是选址');
    expect(
      first?.component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    ).toEqual(['-P6DT15H', '-PT15H']);
    expect(third?.summary).toContain('很长的任务名称'.repeat(30));
    const days = second?.iterator();
    expect(Array.from({ length: 13 }, () => days?.next()?.toString()).filter(Boolean)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-25`),
    );
  });

  it('keeps who an entry is when its day, owner or number changes, and tells equal titles apart', () => {
    const uids = (text: string) => events(text).map(({ uid }) => uid);
    const moved = TEXT.replace('6月底前', '9月底前')
      .replace('责任单位：办公室', '责任单位：教研室')
      .replace('1.建', '7.建');
    expect(uids(moved)).toEqual(uids(TEXT));
    const twice = '2026年工作要点\n1.读书。（完成时限：5月）\n2.读书。（完成时限：6月）\n';
    expect(new Set(uids(twice)).size).toBe(2);
  });

  it('is the same whenever it is written, unless somebody says the day', () => {
    expect(written(TEXT)).toBe(written(TEXT));
    expect(written(TEXT)).toContain('DTSTAMP:20260101T000000Z');
    expect(written(TEXT, '2026-04-05')).toContain('DTSTAMP:20260405T000000Z');
  });

  it('has lines of 75 octets at most, ended as the standard says', () => {
    const lines = written(TEXT).split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(written(TEXT).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it.each([
    ['每月25日前', '2026-01-25', 'FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20261231'],
    ['每月底', '2026-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261231'],
    ['每月30日前', '2026-01-30', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20261231'],
    ['每季度末', '2026-03-31', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20261231'],
    ['每半年', '2026-06-30', 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1;UNTIL=20261231'],
    ['每周五', '2026-01-02', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231'],
    ['每年6月底前', '2026-06-30', 'FREQ=YEARLY'],
  ])('reads %s', (words, first, rule) => {
    expect(recurrenceOf(words, 2026)).toEqual({ first, rule });
  });

  it.each(['每学期', '长期坚持', '每年', '6月底前'])('takes %s for no interval', (words) => {
    expect(recurrenceOf(words, 2026)).toBeUndefined();
  });
});
