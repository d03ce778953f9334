import * as fc from 'fast-check';
import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, it } from 'vitest';
import { cellsOf, printable, totalWidth } from '../../server/src/cli/terminal/cells.ts';
import { frameOf, type Row } from '../../server/src/cli/terminal/frame.ts';
import { lineStartsOf } from '../../server/src/core/text/text.ts';
import { rounds } from '../rounds.ts';
import { expectGrowth } from '../rules/growth.ts';

/** The rows around what `⟦…⟧` marks. */
function rows(marked: string, columns = 60, ambiguousIsWide = true): readonly Row[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/gu, '');
  return frameOf({ text, lineStarts: lineStartsOf(text) }, { start, end }, columns, ambiguousIsWide).rows;
}

/** The one row around what `⟦…⟧` marks. */
function row(marked: string, columns = 60, ambiguousIsWide = true): Row {
  const [first, ...more] = rows(marked, columns, ambiguousIsWide);
  expect(more).toEqual([]);
  return first!;
}

/** Rows as they are seen, with brackets for the mark. */
function seen(marked: string, columns: number): readonly string[] {
  return rows(marked, columns).map(({ before, marked: inside, after, width }) =>
    width > 0 ? `${before}[${inside}]${after}` : `${before}${inside}${after}`,
  );
}

/** Columns by the standard alone, for text without joined characters. */
function widthOf(text: string, ambiguousAsWide: boolean): number {
  return [...text].reduce((sum, one) => sum + eastAsianWidth(one.codePointAt(0)!, { ambiguousAsWide }), 0);
}

describe('the mark', () => {
  it.each([
    ['1. ⟦abc⟧ def', 3, 3],
    ['1．⟦依法⟧治校', 3, 4],
    ['　　⟦一⟧、', 4, 2],
    ['（一）“⟦双减⟧”工作', 8, 4],
    ['A中B文C⟦D末⟧', 7, 3],
    ['ＡＢ⟦ｃ⟧', 4, 2],
    ['ｱｲ⟦ｳ⟧', 2, 1],
    ['喜😀⟦讯⟧', 4, 2],
    ['家👨‍👩‍👧⟦庭⟧', 4, 2],
    ['国🇨🇳⟦旗⟧', 4, 2],
    ['第1️⃣⟦项⟧', 4, 2],
    ['心❤️⟦意⟧', 4, 2],
    ['e\u{301}⟦x⟧', 1, 1],
    ['\t⟦1⟧.', 4, 1],
    ['表\t⟦格⟧', 6, 2],
    ['零\u{200B}⟦宽⟧', 8, 2],
    ['𠮷⟦野⟧家', 2, 2],
    ['行末⟦⟧', 4, 1],
    ['⟦行\n次⟧行', 0, 2],
    ['行⟦\r\n⟧次', 2, 1],
  ])('under %j begins in column %i and is %i wide', (marked, indent, width) => {
    expect(row(marked)).toMatchObject({ indent, width });
  });

  it('counts characters of no width of their own as the place they are shown in does', () => {
    expect(row('“双减”——⟦落实⟧', 60, true).indent).toBe(12);
    expect(row('“双减”——⟦落实⟧', 60, false).indent).toBe(8);
  });

  it.each([true, false])('lines up whatever stands before it (ambiguous is wide: %s)', (wide) => {
    const piece = fc.constantFrom(
      ...'一、（）“”—…·①Ａａ1a. ,;Ⅲ×°｡「」😀𠮷\t'.split(''),
      '😀',
      '𠮷',
      '习近平',
      'abc',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 300 }),
        fc.array(piece, { minLength: 1, maxLength: 80 }),
        fc.array(piece, { maxLength: 300 }),
        fc.integer({ min: 24, max: 120 }),
        (before, inside, after, columns) => {
          const text = [before, inside, after].map((parts) =>
            parts.join('').replace(/[\uD800-\uDFFF]/gu, ''),
          );
          const [head = '', body = ''] = text;
          const span = { start: head.length, end: head.length + body.length };
          const all = text.join('');
          const shown = frameOf({ text: all, lineStarts: [0] }, span, columns, wide).rows;
          for (const { before: left, marked, after: right, indent, width } of shown) {
            expect(indent).toBe(widthOf(left, wide));
            expect(width).toBe(body === '' ? width && 1 : widthOf(marked, wide));
            expect(widthOf(left + marked + right, wide)).toBeLessThanOrEqual(columns);
          }
          const whole = shown.map(({ before: left, marked, after: right }) => left + marked + right).join('');
          expect(all.replaceAll('\t', '    ')).toContain(
            whole.replace(/^\.\.\./u, '').replace(/\.\.\.$/u, ''),
          );
          expect(shown.some(({ width }) => width > 0)).toBe(true);
        },
      ),
      rounds(100, 5000),
    );
  });
});

describe('the window', () => {
  const long = '教育'.repeat(300);

  it('shows a short line whole', () => {
    expect(seen('一、加强⟦领导⟧。', 60)).toEqual(['一、加强[领导]。']);
  });

  it('wraps a longer one, and marks each row', () => {
    expect(seen('甲乙丙丁⟦戊己庚辛壬⟧癸。', 12)).toEqual(['甲乙丙丁[戊己]', '[庚辛壬]癸。']);
  });

  it('marks no row that holds nothing of what is marked', () => {
    expect(seen('甲乙丙丁戊己庚⟦辛⟧壬癸', 12)).toEqual(['甲乙丙丁戊己', '庚[辛]壬癸']);
  });

  it('begins no row with a closing mark, and ends none with an opening one', () => {
    expect(seen('⟦甲⟧乙丙丁戊己，庚辛', 12)).toEqual(['[甲]乙丙丁戊', '己，庚辛']);
    expect(seen('⟦甲⟧乙丙丁戊（己庚）', 12)).toEqual(['[甲]乙丙丁戊', '（己庚）']);
  });

  it('parts no number and no word', () => {
    expect(seen('⟦甲⟧乙丙丁2026年底', 11)).toEqual(['[甲]乙丙丁', '2026年底']);
  });

  it('gives a point at the end of a row a place of its own', () => {
    expect(rows('甲乙丙丁戊己⟦⟧', 12).at(-1)).toMatchObject({ width: 1 });
    for (const { indent, width } of rows('甲乙丙丁戊己⟦⟧', 12))
      expect(indent + width).toBeLessThanOrEqual(12);
  });

  it('stays around the finding in a long line', () => {
    const shown = seen(`${long}⟦目标⟧${long}`, 40).join('').replaceAll('][', '');
    expect(shown).toMatch(/^\.\.\.育?(?:教育){8,10}\[目标\](?:教育){8,10}教?\.\.\.$/u);
  });

  it('shows as much after a finding that begins the line', () => {
    const shown = seen(`1. ⟦目标⟧${long}`, 40).join('').replaceAll('][', '');
    expect(shown).toMatch(/^1\. \[目标\](?:教育){17,19}教?\.\.\.$/u);
  });

  it('shows as much before a finding that ends it', () => {
    const shown = seen(`${long}⟦目标⟧。`, 40).join('').replaceAll('][', '');
    expect(shown).toMatch(/^\.\.\.育?(?:教育){17,19}\[目标\]。$/u);
  });

  it('cuts what is marked where that is too long', () => {
    const shown = rows(`前文⟦${long}⟧后文`, 40);
    expect(shown.length).toBeLessThanOrEqual(3);
    expect(shown[0]?.before).toBe('前文');
    expect(shown.at(-1)?.after).toBe('...');
  });

  it('looks at no more of a line of ten megabytes than it shows', () => {
    const frameIn = (size: number) => {
      const text = '计划'.repeat(size / 2);
      return () => frameOf({ text, lineStarts: [0] }, { start: size / 2 + 1, end: size / 2 + 3 }, 80, true);
    };
    const { rows: shown, line } = frameIn(5_000_000)();
    expect(line).toBe(1);
    expect(shown[0]?.before).toMatch(/^\.\.\./u);
    // A hundred times the line: were all of it looked at, it would take as many times the time.
    expectGrowth(8, frameIn(50_000), frameIn(5_000_000));
  });

  it('splits no pair at its edges', () => {
    const shown = seen(`${'😀'.repeat(200)}a⟦目标⟧b${'😀'.repeat(200)}`, 41).join('');
    expect(shown).toMatch(/^\.\.\.(?:😀)+a\[目标\]b(?:😀)+\.\.\.$/u);
  });
});

describe('what is printed', () => {
  it.each([
    ['\u{1B}[31m红', '<001B>[31m红'],
    ['a\u{202E}b', 'a<202E>b'],
    ['\u{E5E5}', '<E5E5>'],
    ['\u{FEFF}', '<FEFF>'],
    ['\u{D83D}', '<D83D>'],
    ['a\tb', 'a    b'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('of %j is %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
    expect(
      cellsOf(text, true)
        .map((cell) => cell.text)
        .join(''),
    ).toBe(shown);
  });

  it('has a width for every cell', () => {
    expect(totalWidth(cellsOf('a中\u{1B}“', true))).toBe(1 + 2 + 6 + 2);
  });
});
