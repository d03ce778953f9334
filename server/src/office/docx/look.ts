/** The styles of a document; those of headings have one for letters besides, named with `Char` behind. */
export type StyleName =
  | 'Normal'
  | 'Title'
  | 'Number'
  | 'Recipients'
  | 'Heading1'
  | 'Heading2'
  | 'Signature'
  | 'Date'
  | 'Cell';

/** How paragraphs and letters of a style look; sizes in half points, indents in hundredths of a character. */
export interface Look {
  readonly name: string;
  readonly font: Font;
  readonly size: number;
  readonly align?: 'center' | 'right';
  readonly firstLine?: number;
  readonly right?: number;
  /** In twentieths of a point. */
  readonly line?: number;
  readonly space?: string;
  /** From 0. */
  readonly outline?: number;
}

export type Font = '方正小标宋简体' | '黑体' | '楷体_GB2312' | '仿宋_GB2312' | '宋体';

/**
 * GB/T 9704—2012, 7.3.1 to 7.3.5: title 二号 小标宋, headings 三号 黑体 and 楷体, text 三号 仿宋 with two characters of
 * indent, date with four characters to the right.
 */
export const looks: Readonly<Record<StyleName, Look>> = {
  Normal: { name: 'Normal', font: '仿宋_GB2312', size: 32, firstLine: 200 },
  Title: { name: 'Title', font: '方正小标宋简体', size: 44, align: 'center', line: 640, outline: 0 },
  Number: { name: '发文字号', font: '仿宋_GB2312', size: 32, align: 'center', space: ' w:after="579"' },
  Recipients: { name: '主送机关', font: '仿宋_GB2312', size: 32, space: ' w:before="579"' },
  Heading1: { name: 'heading 1', font: '黑体', size: 32, firstLine: 200, outline: 0 },
  Heading2: { name: 'heading 2', font: '楷体_GB2312', size: 32, firstLine: 200, outline: 1 },
  Signature: {
    name: '发文机关署名',
    font: '仿宋_GB2312',
    size: 32,
    align: 'right',
    right: 200,
    space: ' w:before="579"',
  },
  Date: { name: 'Date', font: '仿宋_GB2312', size: 32, align: 'right', right: 400 },
  Cell: { name: '表格', font: '仿宋_GB2312', size: 21, line: 320 },
};

/** What stands in for a font where a machine does not have it, the nearest first. */
export const fallbacks: Readonly<Record<Font, string>> = {
  方正小标宋简体:
    'FZXiaoBiaoSong-B05S,方正小标宋_GBK,小标宋,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC',
  黑体: 'SimHei,华文黑体,STHeiti,Noto Sans CJK SC',
  楷体_GB2312: '楷体,KaiTi,华文楷体,STKaiti,AR PL UKai CN',
  仿宋_GB2312: '仿宋,FangSong,华文仿宋,STFangsong,宋体,SimSun,Noto Serif CJK SC',
  宋体: 'SimSun,华文宋体,STSong,Noto Serif CJK SC',
};
