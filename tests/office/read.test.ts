import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { packed } from '../../server/src/office/archive.ts';
import { office } from '../../server/src/office/office.ts';
import { rounds } from '../rounds.ts';
import { lines, p, r, word } from './word.ts';

const cell = (inner: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<') ? inner : p(inner)}</w:tc>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

describe('a document', () => {
  it('is read with tracked changes accepted, and says how many there are', () => {
    const body =
      p(
        `${r('一、')}<w:ins w:id="1">${r('重点')}</w:ins><w:del w:id="2"><w:r><w:delText>主要</w:delText></w:r></w:del>${r('任务')}`,
      ) +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r('1.读书。')}</w:p>${p('写字。')}` +
      `<w:moveFrom w:id="4"><w:p>${r('移走')}</w:p></w:moveFrom>`;
    expect(lines(word(body))).toEqual(['一、重点任务', '1.读书。写字。']);
    const read = office.read(word(body));
    expect('notes' in read && read.notes?.revisions).toBeGreaterThanOrEqual(3);
  });

  it('breaks lines where a person broke them softly, and nowhere else', () => {
    const body = p(
      `<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t><w:tab/><w:t>丁</w:t></w:r>`,
    );
    expect(lines(word(body))).toEqual(['甲', '乙丙 丁']);
  });

  it('is without bookmarks, notes, numbers of pages, contents, hidden words and codes of fields', () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body =
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录一')}</w:sdtContent></w:sdt>` +
      p('目录二', '<w:pStyle w:val="T1"/>') +
      p(
        `<w:bookmarkStart w:id="0" w:name="_GoBack"/>${r('正文')}<w:bookmarkEnd w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r>${r('藏', '<w:vanish/>')}${field(' PAGE ', '7')}${field(' REF x ', '引文')}`,
      ) +
      p('— 3 —');
    const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>';
    expect(lines(word(body, { 'styles.xml': styles }))).toEqual(['正文引文']);
    const read = office.read(word(body, { 'styles.xml': styles }));
    expect(read).toMatchObject({ notes: { footnotes: 1, contents: 1, hidden: 1 } });
  });

  it('has what stands in text boxes once, controls, links and the base of ruby', () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const body =
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('段')}`,
      ) +
      `<w:sdt><w:sdtContent>${p(`<w:hyperlink>${r('链')}</w:hyperlink><w:r><w:ruby><w:rt>${r('yin')}</w:rt><w:rubyBase>${r('音')}</w:rubyBase></w:ruby></w:r>`)}</w:sdtContent></w:sdt>`;
    expect(lines(word(body))).toEqual(['段', '框', '链音']);
  });

  it('turns a ledger into tasks with their fields, merged cells and all', () => {
    const body =
      p('2026年重点任务分工表') +
      table(
        row(cell('序号'), cell('任务'), cell('牵头领导'), cell('责任单位'), cell('完成时限')),
        row(
          cell('1'),
          cell('建好图书馆'),
          cell('顾远山', '<w:vMerge w:val="restart"/>'),
          cell(p('办公室') + p('基建科')),
          cell('6月底前'),
        ),
        row(cell('2'), cell('培训教师'), cell('', '<w:vMerge/>'), cell('人事科'), cell('9月')),
      );
    expect(lines(word(body))).toEqual([
      '2026年重点任务分工表',
      '序号\t任务\t牵头领导\t责任单位\t完成时限',
      '1\t建好图书馆\t顾远山\t办公室、基建科\t6月底前',
      '2\t培训教师\t顾远山\t人事科\t9月',
    ]);
    const tasks = parse(lines(word(body)).join('\n')).tasks;
    expect(
      tasks.map(({ title, leads, units, deadline }) => [title, leads[0]?.name, units.length, deadline?.end]),
    ).toEqual([
      ['建好图书馆', '顾远山', 2, '2026-06-30'],
      ['培训教师', '顾远山', 1, '2026-09-30'],
    ]);
  });

  it('reads through a table that only places a paragraph', () => {
    expect(lines(word(table(row(cell(p('甲') + p('乙'))))))).toEqual(['甲', '乙']);
  });

  it('may call its namespaces as it likes, and be written in UTF-16', () => {
    const parts = new Map(Object.entries(unzipSync(word(p('甲')))));
    const main = new TextDecoder().decode(parts.get('word/document.xml'));
    const renamed = main
      .replaceAll('w:', 'x:')
      .replace('xmlns:w=', 'xmlns:x=')
      .replace('2006/main', 'main')
      .replace('schemas.openxmlformats.org/', 'purl.oclc.org/ooxml/');
    const wide = new Uint8Array(2 + 2 * renamed.length);
    new DataView(wide.buffer).setUint16(0, 0xfffe);
    for (const [i, character] of [...renamed].entries())
      new DataView(wide.buffer).setUint16(2 + 2 * i, character.charCodeAt(0), true);
    expect(lines(packed(parts.set('word/document.xml', wide)))).toEqual(['甲']);
  });

  it('made by a library is read', async () => {
    const text = (words: string) => new Paragraph({ children: [new TextRun(words)] });
    const numbered = (words: string, level: number) =>
      new Paragraph({ text: words, numbering: { reference: 'a', level } });
    const cells = (...words: readonly string[]) =>
      new TableRow({ children: words.map((one) => new TableCell({ children: [text(one)] })) });
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'a',
            levels: [
              { level: 0, format: 'chineseCounting', text: '%1、' },
              { level: 1, format: 'decimal', text: '%2.' },
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            ...[
              text('2026年工作要点'),
              numbered('重点任务', 0),
              numbered('读书。', 1),
              numbered('写字。', 1),
            ],
            new Table({ rows: [cells('任务', '责任单位'), cells('算术', '教研室')] }),
          ],
        },
      ],
    });
    expect(lines(await Packer.toBuffer(document))).toEqual([
      ...['2026年工作要点', '一、重点任务', '1.读书。', '2.写字。', '任务\t责任单位', '算术\t教研室'],
    ]);
  });

  it('loses no Chinese character, wherever it stands', () => {
    const words = fc.stringMatching(/^[\u4e00-\u4e20]{1,6}$/u);
    const run = words.chain((text) =>
      fc.constantFrom(
        r(text),
        `<w:ins w:id="9">${r(text)}</w:ins>`,
        `<w:hyperlink>${r(text)}</w:hyperlink>`,
        `<w:smartTag>${r(text)}</w:smartTag>`,
        `<w:sdt><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`,
        `<w:r><w:t>${text}</w:t><w:br/><w:t>${text}</w:t></w:r>`,
      ),
    );
    const paragraph = fc.array(run, { maxLength: 4 }).map((runs) => p(runs.join('') || r('')));
    const tables = fc
      .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((rows) => table(...rows.map((cells) => row(...cells.map((inner) => cell(inner))))));
    const wrapped = fc.oneof(
      paragraph,
      tables,
      paragraph.map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
      paragraph.map((inner) => `<w:customXml>${inner}</w:customXml>`),
    );
    fc.assert(
      fc.property(fc.array(wrapped, { maxLength: 6 }), (blocks) => {
        const body = blocks.join('');
        expect(hanIn(lines(word(body)).join(''))).toEqual(hanIn(body));
      }),
      rounds(60, 3000),
    );
  });
});

function hanIn(text: string): string {
  return (text.match(/\p{Script=Han}/gu) ?? []).join('');
}
