import { describe, expect, it } from 'vitest';
import { counted } from '../../server/src/office/docx/counting.ts';
import { item, lines, list, num, p, word } from './word.ts';

describe('automatic numbers', () => {
  const plan = list(
    0,
    ['chineseCountingThousand', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
    ['decimalEnclosedCircleChinese', '%4'],
  );

  it('are written as Word shows them, and begin anew below each heading', () => {
    const body = [
      item('总体要求', 1),
      item('重点任务', 1),
      item('办好幼儿园', 1, 1),
      item('新建三所。', 1, 2),
      item('选址。', 1, 3),
      item('开工。', 1, 3),
      item('扩建两所。', 1, 2),
      item('办好小学', 1, 1),
      item('改造操场。', 1, 2),
      item('保障措施', 1),
    ].join('');
    expect(lines(word(body, { 'numbering.xml': plan + num(1, 0) }))).toEqual([
      ...['一、总体要求', '二、重点任务', '（一）办好幼儿园', '1.新建三所。', '①选址。', '②开工。'],
      ...['2.扩建两所。', '（二）办好小学', '1.改造操场。', '三、保障措施'],
    ]);
  });

  it('go on in another list of the same kind, and begin where an override says', () => {
    const numbering =
      list(0, ['decimal', '%1.']) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body = [item('甲', 1), item('乙', 2), item('丙', 3), item('丁', 3)].join('');
    expect(lines(word(body, { 'numbering.xml': numbering }))).toEqual(['1.甲', '2.乙', '5.丙', '6.丁']);
  });

  it('begin at the start of their level, run on where a level never restarts, and show levels above', () => {
    const numbering =
      list(
        0,
        ['chineseCounting', '第%1章', '<w:start w:val="3"/>'],
        ['decimal', '%2、', '<w:lvlRestart w:val="0"/>'],
        ['decimal', '%1.%2.%3', '<w:isLgl/>'],
      ) + num(1, 0);
    const body = [
      item('总则', 1),
      item('甲', 1, 1),
      item('细', 1, 2),
      item('分则', 1),
      item('乙', 1, 1),
      item('细', 1, 2),
    ].join('');
    expect(lines(word(body, { 'numbering.xml': numbering }))).toEqual([
      ...['第三章 总则', '1、甲', '3.1.1 细', '第四章 分则', '2、乙', '4.2.1 细'],
    ]);
  });

  it('come by way of styles, of styles for lists, and of levels that name a style', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2b"><w:basedOn w:val="H2"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering =
      list(
        0,
        ['chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'],
        ['chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'],
      ) +
      list(1, ['upperLetter', '%1.']) +
      '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 1) +
      num(3, 2);
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    const body = [
      p('甲', style('H1')),
      p('乙', style('H2')),
      p('丙', style('H2b')),
      p('丁', `${style('H1')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      item('戊', 3),
    ].join('');
    expect(lines(word(body, { 'numbering.xml': numbering, 'styles.xml': styles }))).toEqual([
      ...['一、甲', '（一）乙', '（二）丙', '丁', 'A.戊'],
    ]);
  });

  it('count paragraphs without words, and none that a tracked change took out', () => {
    const numbering = list(0, ['decimal', '%1.']) + num(1, 0);
    const gone = `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`;
    const body = [item('甲', 1), item('', 1), gone, item('乙', 1)].join('');
    expect(lines(word(body, { 'numbering.xml': numbering }))).toEqual(['1.甲', '3.乙']);
  });

  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['none', 3, ''],
    ['hebrew1', 3, '3'],
  ])('writes in %s the number %i as %s', (format, value, written) => {
    expect(counted(value, format)).toBe(written);
  });
});
