import { describe, expect, it } from 'vitest';
import { office } from '../../server/src/office/office.ts';
import { inProcess } from '../cli/host.ts';

function text(page: string): readonly string[] {
  const read = office.read(new TextEncoder().encode(page));
  return 'text' in read ? read.text.split('\n').slice(0, -1) : [read.refused];
}

describe('a page', () => {
  it('is read without its chrome, and with the numbers that a browser shows', () => {
    const page = `<!DOCTYPE html><html><head><title>站</title><style>p{}</style></head><body>
      <nav>首页 导航</nav><header>站名</header><script>if (a<b) document.write('<p>广告</p>')</script>
      <div class=x><h1>2026年&nbsp;工作要点</h1><p>一、<b>重点</b>任务<br>1.读书&ldquo;好书&rdquo;。</p>
      <ol start="2"><li>写字。</li><li><p>算术。</p></li></ol><p style="display:none">藏</p><!-- 注 --></div>
      <form>搜索<input></form><footer>版权</footer></body></html>`;
    expect(text(page)).toEqual([
      '2026年 工作要点',
      '一、重点任务',
      '1.读书“好书”。',
      '2. 写字。',
      '3. 算术。',
    ]);
  });

  it('has rows of its tables with their columns, and reads through a table that is the layout', () => {
    const page = `<html><body><table><tr><td><p>甲</p><p>乙</p></td></tr></table>
      <table><tr><th>任务<th>责任单位<th>时限</tr><tr><td>读书<td colspan="2">办公室</tr><tr><td>写字</td><td><p>教研室</p></td><td>9月</td></tr></table></body></html>`;
    expect(text(page).slice(-3)).toEqual(['任务\t责任单位\t时限', '读书\t办公室', '写字\t教研室\t9月']);
    expect(text(page).slice(0, -3)).toEqual(['甲', '乙']);
  });

  it('has the tables that stand in the layout of another', () => {
    const page = `<html><body><table><tr><td><p>2026年要点</p><table><tr><td>任务<td>单位</tr><tr><td>读书<td>办公室</tr></table><p>附件</p></td></tr></table></body></html>`;
    expect(text(page)).toEqual(['2026年要点', '任务\t单位', '读书\t办公室', '附件']);
  });

  it('copied from a word processor keeps its numbers and bullets', () => {
    const item = (number: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:21pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
    const page = `<html xmlns:o="urn:x"><head><style>p{}</style></head><body lang=ZH-CN><!--StartFragment-->
      ${item('一、', '总体\r\n要求')}${item('1.', '加强<span>教研</span>。')}${item('<span>l</span>', '培训')}${item('\uF0B7', '考核')}<!--EndFragment--></body></html>`;
    expect(text(page)).toEqual(['一、总体要求', '1.加强教研。', '•培训', '•考核']);
  });

  it('counts its lists as their style says', () => {
    const page = `<html><body><ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol><ol type=a start=3><li>丙<li value="9">丁<li>戊</ol></body></html>`;
    expect(text(page)).toEqual(['一、甲', '二、乙', 'c. 丙', 'i. 丁', 'j. 戊']);
  });

  it('knows no entity and no style that is named as a method', () => {
    const page = `<html><body><p>&constructor;</p><ol style="list-style-type: constructor" type=a><li>甲</ol></body></html>`;
    expect(text(page)).toEqual(['&constructor;', 'a. 甲']);
  });

  it('says in each row what a cell over several rows says, and names of one cell in one list', () => {
    const page = `<html><body><table><tr><td>领域<td>任务<td>责任单位<td>时限</tr><tr><td rowspan=2>教学<td>读书<td><p>办公室</p><p>人事科</p><td rowspan="2">6月</tr><tr><td>写字<td>教研室<br>电教站</tr><tr><td>安全<td>巡查<td>安全科<td>9月</tr></table></body></html>`;
    expect(text(page)).toEqual([
      '领域\t任务\t责任单位\t时限',
      '教学\t读书\t办公室、人事科\t6月',
      '教学\t写字\t教研室、电教站\t6月',
      '安全\t巡查\t安全科\t9月',
    ]);
  });

  it('that says where its article is, is read there', () => {
    expect(
      text(
        '<html><body><p>站</p><article><header><h1>题</h1></header><p>文</p></article><p>尾</p></body></html>',
      ),
    ).toEqual(['题', '文']);
  });

  it('in GB18030 is read, and one that is damaged, too', () => {
    const page = new Uint8Array([...new TextEncoder().encode('<html><p>'), 0xb9, 0xa4, 0xd7, 0xf7]);
    expect(office.read(page)).toMatchObject({ kind: 'html', text: '工作\n' });
    expect(text('<p>a<<<p>b<table><tr><td>c &#xZZ; &nope; &lt;')).toEqual(['a', 'b', 'c &#xZZ; &nope; <']);
  });

  it('grows no slower than it is long', () => {
    const long = (count: number) =>
      `<html>${'<script>'.repeat(count)}${'<!--'.repeat(count)}${'<![CDATA['.repeat(count)}`;
    expect(text(long(20_000))).toEqual([]);
  });
});

describe('planlint import', () => {
  it('takes the lines of a page away that are no part of the document', async () => {
    const files = {
      'a.txt': '字号：大 中 小\r\n打印 关闭\r\n2026年工作要点\r\n\r\n一、重点任务\r\n1.读书。\r\n— 3 —\r\n',
    };
    const { code, stdout } = await inProcess({ args: ['import', 'a.txt'], files });
    expect(code).toBe(0);
    expect(stdout).toContain('2026年工作要点\n一、重点任务\n1.读书。\n');
    expect(stdout).not.toMatch(/打印|— 3 —|\r/u);
  });

  it('wants one file', async () => {
    const { code, stderr } = await inProcess({ args: ['import', 'a.txt', 'b.txt', '--locale', 'en'] });
    expect([code, stderr]).toEqual([2, 'planlint: the command import takes one file at a time; name one.\n']);
  });
});
