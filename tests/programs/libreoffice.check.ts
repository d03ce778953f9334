import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { office } from '../../server/src/office/office.ts';
import { item, lines, list, num, p, word } from '../office/word.ts';
import { converted, file, fixture, installed, seen } from './run.ts';

const written = (format: string, name: string) =>
  office.exporters.find((one) => one.format === format)?.write([fixture(name)]) as Uint8Array;

describe.skipIf(!installed('soffice') || !installed('pdftoppm'))('LibreOffice', () => {
  it('shows the ledger: title, heads, tasks, pages counted', () => {
    const text = seen(converted(file('台账.xlsx', written('xlsx', 'brackets.plan')), 'pdf'));
    expect(text).toContain('2026年澄溪县教育工作要点任务分解表');
    expect(text).toMatch(/第 1 页，共 \d+ 页/u);
    expect(text).toMatch(/责任单位.*强化思想政治引领.*党建科/su);
  });

  it('shows the document as it was laid out: A4, the title in the middle, numbers of pages outside', () => {
    const text = seen(converted(file('公文.docx', written('docx', 'notice.plan')), 'pdf'));
    expect(text).toMatch(/\n {4,}2026 ?年柏川区教育工作要点\n/u);
    expect(text).toMatch(/ {20,}— ?1 ?—/u);
    expect(text).toMatch(/\n {0,12}— ?2 ?—/u);
  });

  it('saves the document again, and it is read as it was', () => {
    const first = written('docx', 'table.plan');
    const again = readFileSync(converted(file('再存.docx', first), 'odt'));
    expect(again.length).toBeGreaterThan(1000);
    const back = readFileSync(converted(file('再存.odt', again), 'docx'));
    expect(lines(back)).toEqual(lines(first));
  });

  it('numbers lists as they are read here', () => {
    const numbering =
      list(
        0,
        ['chineseCountingThousand', '%1、'],
        ['chineseCountingThousand', '（%2）'],
        ['decimal', '%3.'],
      ) + num(1, 0);
    const body = [
      item('总体要求', 1),
      item('重点任务', 1),
      item('办好幼儿园', 1, 1),
      item('新建。', 1, 2),
      item('扩建。', 1, 2),
      item('办好小学', 1, 1),
      item('改造。', 1, 2),
      p('正文'),
    ];
    const bytes = word(body.join(''), { 'numbering.xml': numbering });
    const shown = readFileSync(converted(file('编号.docx', bytes), 'txt:Text (encoded):UTF8'), 'utf8');
    const plain = (text: string) => text.replace(/[\s\uFEFF]+/gu, '');
    expect(plain(shown)).toBe(plain(lines(bytes).join('')));
  });

  it('opens a reviewed copy with its comments', () => {
    const bytes = written('docx', 'brackets.plan');
    const reviewed = office.annotate(bytes, [{ start: 0, end: 5, text: '年份请核对' }]);
    const path = file('审阅.docx', 'bytes' in reviewed ? reviewed.bytes : '');
    const odt = readFileSync(converted(path, 'fodt'), 'utf8');
    expect(odt).toMatch(/<office:annotation.*Planlint.*年份请核对/su);
    seen(converted(path, 'pdf'));
  });
});
