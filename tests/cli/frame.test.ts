import * as fc from 'fast-check';
import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, it } from 'vitest';
import { cellsOf, printable, totalWidth } from '../../server/src/cli/terminal/cells.ts';
import { type Frame, frameOf } from '../../server/src/cli/terminal/frame.ts';
import { lineStartsOf } from '../../server/src/core/text.ts';

/** The frame of what `⟦…⟧` marks. */
function frame(marked: string, columns = 60, ambiguousIsWide = true): Frame {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/gu, '');
  return frameOf({ text, lineStarts: lineStartsOf(text) }, { start, end }, columns, ambiguousIsWide);
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
    expect(frame(marked)).toMatchObject({ indent, width });
  });

  it('counts characters of no width of their own as the place they are shown in does', () => {
    expect(frame('“双减”——⟦落实⟧', 60, true).indent).toBe(12);
    expect(frame('“双减”——⟦落实⟧', 60, false).indent).toBe(8);
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
          const shown = frameOf({ text: all, lineStarts: [0] }, span, columns, wide);
          expect(shown.indent).toBe(widthOf(shown.before, wide));
          expect(shown.width).toBe(Math.max(1, widthOf(shown.marked, wide)));
          expect(widthOf(shown.before + shown.marked + shown.after, wide)).toBeLessThanOrEqual(columns);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('the window', () => {
  const long = '教育'.repeat(300);

  it('shows a short line whole', () => {
    expect(frame('一、加强⟦领导⟧。')).toMatchObject({ before: '一、加强', marked: '领导', after: '。' });
  });

  it('stays around the finding in a long line', () => {
    const { before, marked, after } = frame(`${long}⟦目标⟧${long}`, 40);
    expect(`${before}[${marked}]${after}`).toBe('...育教育教育教育[目标]教育教育教育教育...');
  });

  it('begins with the line where the finding stands there', () => {
    const { before, marked, after } = frame(`1. ⟦目标⟧${long}`, 40);
    expect(`${before}[${marked}]${after}`).toMatch(/^1\. \[目标\](?:教育){7}教?\.\.\.$/u);
  });

  it('ends with the line where the finding stands there', () => {
    const { before, marked, after } = frame(`${long}⟦目标⟧。`, 40);
    expect(`${before}[${marked}]${after}`).toMatch(/^\.\.\.育?(?:教育){7,}\[目标\]。$/u);
  });

  it('cuts what is marked where that is too long', () => {
    const { before, marked, after } = frame(`前文⟦${long}⟧后文`, 40);
    expect(`${before}[${marked}]${after}`).toMatch(/^前文\[(?:教育)+教?\]\.\.\.$/u);
  });

  it('looks at no more of a line of ten megabytes than it shows', () => {
    const text = '计划'.repeat(2_500_000);
    const started = performance.now();
    const { before, line } = frameOf(
      { text, lineStarts: [0] },
      { start: 4_000_001, end: 4_000_003 },
      80,
      true,
    );
    expect(performance.now() - started).toBeLessThan(100);
    expect(line).toBe(1);
    expect(before).toMatch(/^\.\.\./u);
  });

  it('splits no pair at its edges', () => {
    const { before, after } = frame(`${'😀'.repeat(200)}a⟦目标⟧b${'😀'.repeat(200)}`, 41);
    expect(before).toMatch(/^\.\.\.(?:😀)+a$/u);
    expect(after).toMatch(/^b(?:😀)+\.\.\.$/u);
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
