import { DECLARATION } from '../xml/escaped.ts';

/** How a cell looks: a title, a head, text to the left or in the middle, a day, a number. */
export type Style = 'plain' | 'title' | 'head' | 'text' | 'middle' | 'day' | 'number';

const STYLES: readonly Style[] = ['plain', 'title', 'head', 'text', 'middle', 'day', 'number'];

/** Where a style stands in `stylesheet`. */
export function styleIndex(style: Style): number {
  return STYLES.indexOf(style);
}

/** The styles part: borders that print, wrapped text, days as 2026-09-30. */
export function stylesheet(): string {
  const font = (size: number, bold = '') =>
    `<font>${bold}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const border = ['left', 'right', 'top', 'bottom'].map(side).join('');
  // `quotePrefix` keeps text that begins with = text even where somebody edits the cell.
  const format = (numbers: number, fontId: number, fill: number, edge: number, align: string, extra = '') =>
    `<xf numFmtId="${numbers}" fontId="${fontId}" fillId="${fill}" borderId="${edge}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${extra}><alignment ${align}/></xf>`;
  const middle = 'horizontal="center" vertical="center" wrapText="1"';
  const formats = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    format(0, 2, 0, 0, 'horizontal="center" vertical="center"', ' quotePrefix="1"'),
    format(0, 1, 2, 1, middle),
    format(49, 0, 0, 1, 'vertical="center" wrapText="1"', ' quotePrefix="1"'),
    format(49, 0, 0, 1, middle, ' quotePrefix="1"'),
    format(164, 0, 0, 1, middle),
    format(1, 0, 0, 1, middle),
  ];
  return (
    `${DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
    `<fonts count="3">${font(10)}${font(10, '<b/>')}${font(16, '<b/>')}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF3"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${border}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
