import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { plain, read, render } from './render.ts';

/** Words to make a paragraph long. */
const filler =
  '坚持问题导向，健全长效机制，加强统筹协调，确保各项要求落到实处，让师生切实感受到变化。'.repeat(4);

/** `text` wrapped at `width` characters, as a PDF export does it; paragraphs are indented by `indent`. */
function wrapped(paragraphs: readonly string[], width: number, indent: string): string {
  return paragraphs
    .map((paragraph) => (indent + paragraph).match(new RegExp(`[^]{1,${width}}`, 'gu'))?.join('\n'))
    .join('\n');
}

const pdf = [
  '（一）建设书房。',
  `${filler}（教育局、文化和旅游局、各乡镇人民政府等负责，列第一位者为牵头部门，下同）`,
  `1.建设馆舍。${filler}`,
  `2.采购图书。${filler}（文化和旅游局、教育局、新华书店清河分公司负责）`,
  '（二）培养习惯。',
  `3.每天晨读。${filler}`,
  `4.每周评比。${filler}${filler}`,
];

const read1 = `
  §一 建设书房
    1 建设馆舍  牵 教育局  责 文化和旅游局 *各乡镇人民政府
    2 采购图书  牵 文化和旅游局  责 教育局 新华书店清河分公司
  §二 培养习惯
    3 每天晨读
    4 每周评比`;

describe('damaged texts', () => {
  it.each([
    ['indented', '　　'],
    ['not indented', ''],
  ])('lines wrapped at a width, %s', (_name, indent) => {
    for (const width of [28, 30, 31, 33]) expect(read(wrapped(pdf, width, indent))).toBe(plain(read1));
  });

  it('page numbers between wrapped lines', () => {
    const lines = wrapped(pdf, 30, '　　').split('\n');
    const pages = lines.flatMap((line, i) => (i % 9 === 8 ? [line, `- ${(i + 1) / 9} -`] : [line]));
    expect(read(pages.join('\n'))).toBe(plain(read1));
  });

  it.each([[''], ['— 1 —\n']])('a title as wide as the wrapped lines below it: %j', (page) => {
    const [title, over] = ['青河县人民医院2026年改善就医感受提升患者体验工作方案', '青河县人民医院关于印发'];
    const body = wrapped([`为贯彻《改善就医感受》方案，${filler}`, ...pdf], title.length, '');
    for (const head of ['', `${over}\n`])
      expect(parse(`${head}${title}\n${page}${body}`).title?.text).toBe(head === '' ? title : over + title);
  });

  it.each([
    '第3页所列改造项目全部由县教育局牵头在六月底前完成验收并形',
    '第3页所列的全部馆舍，',
    '第3页所列的全部馆舍。',
  ])('a wrapped line that begins with the page it speaks of: %s', (line) => {
    const lines = wrapped(pdf, 30, '　　').split('\n');
    const { blocks } = parse([...lines.slice(0, 4), line, ...lines.slice(4)].join('\n'));
    expect(blocks.some(({ raw }) => raw.includes(`${lines[3]}${line}`))).toBe(true);
  });

  it('headings spaced out and printed twice', () => {
    const spaced = (words: string) => [...words].join(' ');
    const twice = (words: string) => spaced(words) + spaced(words);
    const text = [
      twice('清河县关于推进全民阅读的指导意'),
      '见见',
      '清政发〔2026〕4号',
      '各乡镇人民政府：',
      wrapped([`为推进阅读，${filler}`], 30, '　　'),
      `　　${twice('一、总体要求')}`,
      wrapped([filler], 30, '　　'),
      twice('二、重点任务'),
      wrapped(pdf, 30, '　　'),
    ].join('\n');
    const plan = parse(text);
    expect(plan.title?.text).toBe('清河县关于推进全民阅读的指导意见');
    expect(plan.documentNumber?.text).toBe('清政发〔2026〕4号');
    expect(plan.recipients?.text).toBe('各乡镇人民政府');
    const nested = plain(read1).replace(/^/gmu, '  ');
    expect(render(plan)).toBe(`§一 总体要求 [guidance]\n§二 重点任务\n${nested}`);
  });

  it('a whole document on one line', () => {
    const text =
      `清河省人民政府办公厅关于推进全民阅读的意见清政办发〔2026〕2号各市人民政府，省政府各部门：为推进阅读，提出以下意见。` +
      `一、总体要求以人民为中心，${filler}二、加强建设（一）建设书房。${filler}具体措施：1．新建馆舍。${filler}` +
      `（文旅厅牵头，各市按职责分工负责）2．采购图书。${filler}（财政厅负责）（二）培养习惯。${filler}` +
      `三、保障措施加强领导，${filler}清河省人民政府办公厅2026年3月5日（此件公开发布）`;
    const plan = parse(text);
    expect(plan).toMatchObject({
      title: { text: '清河省人民政府办公厅关于推进全民阅读的意见' },
      documentNumber: { text: '清政办发〔2026〕2号' },
      recipients: { text: '各市人民政府，省政府各部门' },
      date: { iso: '2026-03-05' },
      issuers: [{ text: '清河省人民政府办公厅' }],
    });
    const expected = `
      §一 总体要求 [guidance]
      §二 加强建设
        §一 建设书房
          1 新建馆舍  牵 文旅厅  责 *各市
          2 采购图书  责 财政厅
        二 培养习惯
      §三 保障措施 [safeguards]`;
    expect(render(plan)).toBe(plain(expected));
  });

  it('a document on one line, its breaks marked by runs of U+3000', () => {
    const text =
      `清河市全民阅读实施方案　　　　一、总体目标　　　　到2028年全面建成。${filler}　　　　二、重点任务　　　　` +
      `（一）建设书房。${filler}　　　　责任单位：市文旅局　　　　（二）培养习惯。${filler}${filler}　　　　` +
      `责任单位：市教育局　　　　完成时限：2026年6月`;
    const expected = `
      §一 总体目标 [objectives]
      §二 重点任务
        一 建设书房  责 市文旅局
        二 培养习惯  责 市教育局  时 2026-06 month`;
    expect(read(text)).toBe(plain(expected));
  });

  it('odd spaces, private-use characters, Kangxi radicals and compatibility forms', () => {
    const text =
      '\u2003一、\u00A0任务\n\u3000\u30001.\u2002办好\uE004校园。（⼯业局\u00A0、\u2003⼈社局牵头，发展改⾰委负责）\n⒉晚读。（责任单位：教⻝办）';
    expect(read(text)).toBe(
      '§一 任务\n  1 办好\uE004校园  牵 工业局 人社局  责 发展改革委\n  ⒉ 晚读  责 教食办',
    );
  });
});
