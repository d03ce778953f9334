/** A text of about n characters, by its name: what drafts, pastes and mischief are made of. */
export const shapes: Readonly<Record<string, (n: number) => string>> = {
  ...Object.fromEntries(
    [
      // One line of nothing else.
      ...[
        '1',
        '９',
        '一',
        '甲',
        'a',
        ' ',
        '　',
        '\t',
        '|',
        '（',
        '(',
        '）',
        '“',
        '”',
        '《',
        '》',
        '【',
        '〔',
      ],
      ...[
        '、',
        '，',
        '；',
        '：',
        ':',
        '.',
        '。',
        '—',
        '-',
        '~',
        '%',
        '"',
        "'",
        '<',
        '>',
        '&',
        '\\',
        '*',
        '#',
      ],
      ...['①', '⼯', '😀', '\u{301}', '\u{200B}', '\u{202E}', '\0', '\u{FFFD}', '\u{E000}', '\uD800', '各'],
      // One line of such words.
      ...[
        '1.',
        '1、',
        '（一）',
        '“甲',
        '《甲',
        '（（',
        '甲。',
        '甲，',
        '及和',
        '责任单位：',
        '牵头',
        '12月',
        '2026年',
      ],
      ...[
        '1.1',
        '1-1',
        '10:09',
        'http://a',
        '&nbsp;',
        '<!--',
        '<!-- -->',
        '负责',
        '不超过',
        '一是',
        '下同',
        '等',
        '市县',
      ],
    ].map((unit) => [`a line of ${JSON.stringify(unit)}`, (n: number) => `${HEAD}1.${times(unit, n)}`]),
  ),
  ...Object.fromEntries(
    [
      // Many lines.
      ...[
        '',
        ' ',
        '1.',
        '一、',
        '（一）',
        '（',
        '“甲',
        '《甲》',
        '1.甲,乙;丙:丁   ',
        '甲 ',
        '——',
        '— 1 —',
        '——甲。',
        '|',
        '甲|乙|丙',
      ],
      ...[
        '1\t甲\t办公室',
        '附件',
        '附件1',
        '<<<<<<< HEAD',
        '=======',
        '[bookmark: _GoBack]',
        '责任单位：办公室',
        '完成时限：12月',
      ],
      ...[
        '责任单位：',
        '<!-- planlint-disable -->',
        '<!-- planlint-disable-next-line x -->',
        '2026年3月7日',
        '甲：乙',
      ],
      ...[
        '1.甲。（责任单位：办公室）',
        '1.甲。（责任单位：办公室；完成时限：6月底前）',
        '1.甲。一是乙；二是丙。',
      ],
    ].map((line) => [`lines of ${JSON.stringify(line)}`, (n: number) => HEAD + times(`${line}\n`, n)]),
  ),
  'line ends of all kinds': (n) => HEAD + times('甲\r乙\n丙\r\n丁\u{2028}', n),
  'numbered tasks': (n) => HEAD + counted(n, (i) => `${i}.做好第${i}件事。办好。（责任单位：第${i}科）\n`),
  'tasks with lines of their own': (n) =>
    HEAD + counted(n, (i) => `${i}.做好第${i}件事。办好。\n责任单位：第${i}科、办公室\n完成时限：6月底\n`),
  'tasks of many sections': (n) =>
    HEAD + counted(n, (i) => `（${i}）第${i}节\n1.办事。做好。（责任单位：办公室）\n`),
  'a task of many measures': (n) => `${HEAD}1.办事。\n${counted(n, (i) => `（${i}）做好第${i}件事。\n`)}`,
  'a task of many names': (n) => `${HEAD}1.办事。（责任单位：${counted(n, (i) => `第${i}科、`)}办公室）\n`,
  'one name over and over': (n) => `${HEAD}1.办事。（责任单位：${times('办公室、', n)}办公室）\n`,
  'objectives and tasks': (n) =>
    `2026年工作要点\n一、主要目标\n${counted(n / 2, (i) => `${i}.“目标${i}”实现第${i}项提升。\n`)}二、重点任务\n${counted(n / 2, (i) => `${i}.推进“目标${i}”。第${i}项提升到位。\n`)}`,
  'entries of a directory': (n) =>
    `责任单位名录\n一、科室\n${counted(n, (i) => `${i}. 第${i}科（简称：${i}科；负责人：王${i}；上级：第${i + 1}科）\n`)}`,
  'an entry of many aliases': (n) =>
    `责任单位名录\n一、科室\n1. 办公室（简称：${counted(n, (i) => `办${i}室、`)}办室）\n`,
  'an entry of many members': (n) =>
    `责任单位名录\n一、学校\n1. 各中小学（包括：${counted(n, (i) => `第${i}中学、`)}一中）\n`,
  'a table': (n) => `${HEAD}序号\t任务\t责任单位\n${counted(n, (i) => `${i}\t做好第${i}件事\t第${i}科\n`)}`,
  'a table of bars': (n) =>
    `${HEAD}|序号|任务|责任单位|\n${counted(n, (i) => `|${i}|做好第${i}件事|第${i}科|\n`)}`,
  'sums that do not add up': (n) => `${HEAD}1.招收${counted(n, (i) => `甲${i}名、`)}共9人。\n`,
};

const HEAD = '2026年工作要点\n一、重点任务\n';

function times(unit: string, n: number): string {
  return unit.repeat(Math.ceil(n / unit.length));
}

/** Pieces, each with its number from 1, as long as there is room for them. */
function counted(n: number, piece: (i: number) => string): string {
  let text = '';
  for (let i = 1; text.length < n; i += 1) text += piece(i);
  return text;
}
