import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../server/src/core/exports/csv.ts';
import { md } from '../../server/src/core/exports/md.ts';
import { txt } from '../../server/src/core/exports/txt.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rounds } from '../rounds.ts';

const text = `2026年工作要点
一、工作目标
1.办好学校。
二、重点任务
（一）党建
1.=抓“学习”,读原著。（牵头领导：林知远；责任科室：办公室、人事科；配合单位：工会；完成时限：6月底前）
2.抓作风*纪律。内容。`;
const documents = [{ path: 'a,b.plan', plan: parse(text) }];

describe('csv', () => {
  it('has one row a task, in cells that a spreadsheet reads', () => {
    expect(csv.write(documents)).toBe(
      [
        '\uFEFF文件,章节,序号,任务,牵头,责任单位,配合单位,完成时限,文中时限,截止日期,行号',
        '"a,b.plan",重点任务 / 党建,1,"\'=抓“学习”,读原著",林知远,办公室、人事科,工会,6月底前,,2026-06-30,6',
        '"a,b.plan",重点任务 / 党建,2,抓作风*纪律,,,,,,,7',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps text of every beginning text, in full width, too', () => {
    const plan = parse('一、工作\n1.＝一加一。\n2.＋二。\n3.－三。\n4.＠四。\n');
    const rows = String(csv.write([{ path: 'a', plan }]))
      .split('\r\n')
      .slice(1, -1);
    expect(rows.map((row) => row.split(',')[3])).toEqual(["'＝一加一", "'＋二", "'－三", "'＠四"]);
  });

  it('is divided by unit, leader or month where that is asked for', () => {
    const rows = String(csv.write(documents, { by: 'unit' })).split('\r\n');
    expect(rows[0]).toContain('\uFEFF单位,文件');
    expect(rows.slice(1, -1).map((row) => row.split(',')[0])).toEqual(['办公室', '人事科', '工会', '未明确']);
    expect(String(md.write(documents, { by: 'month' }))).toMatch(/^## 2026年6月\n[^#]*\n## 未明确\n/u);
  });

  it('has the day that the prose of a task states, as the preview has', () => {
    const plan = parse('2026年工作要点\n1.甲项。8月底前完成改造。\n2.乙项。（完成时限：9月）');
    const rows = String(csv.write([{ path: 'a.plan', plan }])).split('\r\n');
    expect(rows[1]).toContain(',,8月底前,2026-08-31');
    expect(rows[2]).toContain('9月,,2026-09-30');
  });

  it('reads back, whatever stands in the cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', ',', '甲', '\t', '=', ' ', '；'), { minLength: 1, maxLength: 12 }),
        (parts) => {
          const words = `题${parts.join('')}尾`;
          const written = String(csv.write([{ path: words, plan: parse('一、工作\n1.甲项。') }]));
          const [cell] =
            /(?<=\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*)),/u
              .exec(written)
              ?.slice(1)
              .filter((one) => one !== undefined) ?? [];
          expect(cell?.replaceAll('""', '"')).toBe(words);
        },
      ),
      rounds(100, 20_000),
    );
  });
});

describe('md', () => {
  it('has a table under the title of each plan', () => {
    expect(md.write(documents)).toBe(
      [
        '## 2026年工作要点',
        '',
        '| 章节 | 序号 | 任务 | 牵头 | 责任单位 | 配合单位 | 完成时限 | 文中时限 | 截止日期 | 行号 |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        '| 重点任务 / 党建 | 1 | =抓“学习”,读原著 | 林知远 | 办公室、人事科 | 工会 | 6月底前 |  | 2026-06-30 | 6 |',
        '| 重点任务 / 党建 | 2 | 抓作风\\*纪律 |  |  |  |  |  |  | 7 |',
        '',
      ].join('\n'),
    );
  });
});

describe('txt', () => {
  it('is the text without comments to the linter', () => {
    const plan = parse('一、工作\n<!-- planlint-disable-next-line missing-lead -- 待定 -->\n1.甲项。\n');
    expect(txt.write([{ path: 'a.plan', plan }])).toBe('一、工作\n1.甲项。\n');
  });
});
