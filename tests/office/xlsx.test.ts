import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { office } from '../../server/src/office/office.ts';
import { sheetNames } from '../../server/src/office/xlsx/workbook.ts';
import { xlsx } from '../../server/src/office/xlsx/xlsx.ts';

const TEXT = `2026年工作要点
一、重点任务
1.=建好图书馆。一是选址；二是开工。（牵头领导：顾远山；责任单位：办公室、基建科；配合单位：财政局；完成时限：6月底前）
2.＋培训教师。分批组织。（责任单位：办公室；完成时限：每月25日前）
3.@总结经验。
`;
const documents = [{ path: 'a.plan', plan: parse(TEXT) }];
const bytes = xlsx.write(documents) as Uint8Array;
const parts = unzipSync(bytes);
const part = (name: string) => new TextDecoder().decode(parts[name]);

/** What another reader finds in each sheet, title and heads included. */
async function readBack(file: Uint8Array) {
  const sheets = await readWorkbook(Buffer.from(file));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data] as const));
}

describe('a workbook', () => {
  it('has a sheet of all, one per unit and one that counts, as another reader finds', async () => {
    const sheets = await readBack(bytes);
    expect([...sheets.keys()]).toEqual(['全部任务', '办公室', '基建科', '财政局', '未明确', '汇总']);
    const [title, head, first, second] = sheets.get('全部任务') ?? [];
    expect(title?.[0]).toBe('2026年工作要点任务分解表');
    expect(head).toEqual([
      ...[
        '章节',
        '序号',
        '任务',
        '主要措施',
        '牵头领导',
        '责任单位',
        '配合单位',
        '完成时限',
        '截止日期',
        '进展',
        '备注',
      ],
    ]);
    expect(first).toEqual([
      ...[
        '重点任务',
        '1',
        '=建好图书馆',
        '一是选址\n二是开工',
        '顾远山',
        '办公室、基建科',
        '财政局',
        '6月底前',
      ],
      ...[new Date('2026-06-30T00:00:00Z'), null, null],
    ]);
    expect(second?.[2]).toBe('＋培训教师');
    const counts = sheets
      .get('汇总')
      ?.slice(2)
      .map((row) => row.slice(0, 6));
    expect(counts).toContainEqual(['单位', '办公室', 2, 0, 2, 0]);
    expect(counts).toContainEqual(['领导', '顾远山', 1, null, null, null]);
    expect(counts).toContainEqual(['月份', '2026年6月', 1, null, null, null]);
  });

  it('has no formula, whatever a cell begins with, and keeps it so when it is edited', () => {
    for (const name of Object.keys(parts)) expect(part(name)).not.toMatch(/<f[ >]/u);
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/t="inlineStr"><is><t xml:space="preserve">=建好/u);
    expect(part('xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('prints on A4 across with its head on every page, frozen and with filters on the screen', () => {
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A2:K5"/>');
    expect(part('xl/workbook.xml')).toContain('_xlnm.Print_Titles" localSheetId="0">\'全部任务\'!$1:$2<');
    // What is not well-formed would not be read back.
    expect(office.ledger(bytes)).toMatchObject({ rows: { length: 3 } });
  });

  it('is divided as asked, and holds several plans', async () => {
    const months = xlsx.write(documents, { by: 'month' }) as Uint8Array;
    expect([...(await readBack(months)).keys()]).toEqual(['全部任务', '2026年6月', '定期', '未明确', '汇总']);
    const two = xlsx.write([
      ...documents,
      { path: 'b.plan', plan: parse('乙县2026年计划\n1.读书。\n') },
    ]) as Uint8Array;
    const rows = (await readBack(two)).get('全部任务') ?? [];
    expect(rows[1]?.[0]).toBe('计划');
    expect(rows.at(-1)?.[0]).toBe('乙县2026年计划');
  });

  it('names sheets as a workbook allows', () => {
    expect(sheetNames(['a/b:c', "'x'", '', '办公室', '办公室', '长'.repeat(40)])).toEqual([
      ...['a b c', 'x', '表', '办公室', '办公室（2）', '长'.repeat(31)],
    ]);
  });

  it('comes back as a plan with the same tasks', () => {
    const read = office.read(bytes);
    const plan = parse('text' in read ? read.text : '');
    const known = (one: typeof plan) =>
      one.tasks.map(({ title, units, deadline }) => [title, units.map(({ name }) => name), deadline?.text]);
    expect(known(plan)).toEqual(known(documents[0]?.plan ?? parse('')));
  });
});
