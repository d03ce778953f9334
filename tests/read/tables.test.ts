import { expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';

it('tables have their numbers where they stand, and they are no page numbers', () => {
  const text = '某局要点\n序号\n工作任务\n责任单位\n1\n推进改革\n办公室\n2\n提升质量\n教研室';
  const plan = parse(text);
  expect(plan.tasks.map(({ numberSpan }) => text.slice(numberSpan.start, numberSpan.end))).toEqual([
    '1',
    '2',
  ]);
  expect(plan.tasks.map(({ titleSpan }) => text.slice(titleSpan.start, titleSpan.end))).toEqual([
    '推进改革',
    '提升质量',
  ]);
  expect(plan.noise).toEqual([]);
});

it.each(['\t', ' | '])('the rows of a long table are no text that was wrapped (%j)', (between) => {
  const cells = (...words: string[]) => {
    const row = words.join(between);
    return between === '\t' ? row : `| ${row} |`;
  };
  const days = ['12月底前', '3月底前', '10月底前'];
  const rows = Array.from({ length: 30 }, (_, i) =>
    cells(`${i + 1}`, `组织第${i + 1}次训练并及时通报有关情况`, '教务处', days[i % days.length] ?? ''),
  );
  const plan = parse(
    ['某校任务分解表', cells('序号', '工作任务', '责任科室', '完成时限'), ...rows].join('\n'),
  );
  expect(plan.tasks).toHaveLength(30);
  expect(plan.tasks.filter(({ units, deadline }) => units.length !== 1 || !deadline)).toEqual([]);
});

/** Each task with who does it and by when, as they stand in the text. */
function readAs(...lines: string[]): readonly string[] {
  const { tasks } = parse(['某镇2026年重点任务分工', ...lines].join('\n'));
  return tasks.map(({ number, title, leads, units, support, deadline }) => {
    const names = [...leads, ...units, ...support].map(({ name }) => name);
    return [number, title, names.join('、'), deadline?.text ?? ''].join('|');
  });
}

it.each([
  [
    '类别|分项|序号|任务|责任单位|完成时限',
    '一、民生实事|（一）饮水|1|更换管网|镇水利站|5月底',
    '二、平安建设|（一）防火|2|检查仓库|镇应急办|7月底',
    ['1|更换管网|镇水利站|5月底', '2|检查仓库|镇应急办|7月底'],
  ],
  [
    '任务|次数|责任单位|备注',
    '（一）检查仓库|2|镇应急办|全体',
    '（二）更换管网|1|镇水利站|',
    ['|检查仓库|镇应急办|', '|更换管网|镇水利站|'],
  ],
  [
    '任务|数量|责任人|完成时限',
    '一、更换管网|30|周晓|5月底',
    '二、检查仓库|200|林遥|7月底',
    ['|更换管网|周晓|5月底', '|检查仓库|林遥|7月底'],
  ],
  [
    '类别|编号|任务|责任单位|完成时限',
    '一、民生实事|1|更换管网|镇水利站|5月底',
    '一、民生实事|2|检查仓库||7月底',
    ['1|更换管网|镇水利站|5月底', '2|检查仓库||7月底'],
  ],
])('a row that has a cell for each column is not cut behind its first: %s', (header, one, two, wanted) => {
  const tabs = (row: string) => row.replaceAll('|', '\t');
  expect(readAs(tabs(header), tabs(one), tabs(two))).toEqual(wanted);
});

it('a row above a line of dashes goes on with the table', () => {
  const rule = '| --- | --- | --- | --- |';
  const rows = ['| 1 | 更换管网 | 镇水利站 | 5月底 |', '| 2 | 检查仓库 | 镇应急办 | 7月底 |'];
  const wanted = ['1|更换管网|镇水利站|5月底', '2|检查仓库|镇应急办|7月底'];
  const header = '| 序号 | 任务 | 责任单位 | 完成时限 |';
  expect(readAs(header, rule, ...rows, rule)).toEqual(wanted);
  expect(readAs(header, rule, rows[0] ?? '', '', rows[1] ?? '', rule)).toEqual(wanted);
});

it('who does a part of the measures, or a day of the beginning, moves no cell', () => {
  expect(
    readAs(
      '任务\t要求\t责任人\t时间\t备注',
      '检查仓库\t应急办负责每周登记\t周晓\t5月',
      '清运垃圾\t按日登记\t林遥\t6月',
    ),
  ).toEqual(['|检查仓库|周晓|5月', '|清运垃圾|林遥|6月']);
  expect(
    readAs(
      '任务\t要求\t责任单位\t备注',
      '1.检查仓库\t应急办牵头，各村配合\t镇派出所\t',
      '2.清运垃圾\t按日登记\t镇城管办\t',
    ),
  ).toEqual(['1|检查仓库|镇派出所|', '2|清运垃圾|镇城管办|']);
  expect(
    readAs('责任人\t任务\t开始时间\t完成时间', '周晓\t检查仓库\t5月\t', '林遥\t清运垃圾\t6月\t7月'),
  ).toEqual(['|检查仓库|周晓|', '|清运垃圾|林遥|7月']);
});

it.each(['A', '（一）'])('%s before the number of a row is no number of it', (grade) => {
  const header = '等级\t序号\t任务\t责任人\t完成时限\t备注';
  expect(readAs(header, `${grade}\t1\t检查仓库\t周晓\t5月底`, `${grade}\t2\t清运垃圾\t林遥\t7月底`)).toEqual([
    '1|检查仓库|周晓|5月底',
    '2|清运垃圾|林遥|7月底',
  ]);
});

it('where one row with an owner has no parts, none of its kind is a heading', () => {
  const header = '序号\t任务\t责任单位\t完成时限';
  expect(
    readAs(header, '一\t更换管网\t镇水利站\t5月底', '1\t铺设主管\t镇供水站\t3月底', '二\t检查仓库\t\t7月底'),
  ).toEqual(['一|更换管网|镇水利站|5月底', '1|铺设主管|镇供水站|3月底', '二|检查仓库||7月底']);
  expect(
    readAs(
      header,
      '1\t更换管网\t镇水利站\t5月底',
      '1.1\t铺设主管\t镇供水站\t3月底',
      '',
      header,
      '2\t检查仓库\t\t7月底',
    ),
  ).toEqual(['1|更换管网|镇水利站|5月底', '1.1|铺设主管|镇供水站|3月底', '2|检查仓库||7月底']);
});

it('a row that goes on with the numbers above a table of others is a task', () => {
  expect(
    readAs(
      '序号\t任务\t责任单位\t完成时限',
      '1\t检查仓库\t镇应急办\t5月底',
      '',
      '值班人员',
      '姓名\t职务\t单位\t电话',
      '周晓\t主任\t镇应急办\t8801',
      '',
      '2\t清运垃圾\t镇城管办\t7月底',
    ),
  ).toEqual(['1|检查仓库|镇应急办|5月底', '2|清运垃圾|镇城管办|7月底']);
});

it('rows that blanks part have no cells where one is left out', () => {
  const rows = ['1    检查仓库    周晓    5月底    全镇', '2    清运垃圾    林遥    7月底'];
  expect(readAs('序号    任务    责任人    完成时限    备注', ...rows)).toEqual(['1|检查仓库|周晓|5月底']);
});

it('a column of how the work is shared holds no list of names', () => {
  const [task] = readAs('序号\t任务\t责任分工\t完成时限', '1\t建成书屋\t选址、设计、施工\t5月底');
  expect(task).toBe('1|建成书屋||5月底');
});

it('a name before a label in a cell answers, too', () => {
  const header = '任务\t责任单位\t完成时限';
  expect(
    readAs(header, '检查仓库\t镇应急办 责任人：周晓\t5月底', '清运垃圾\t责任单位：镇城管办\t7月底'),
  ).toEqual(['|检查仓库|周晓、镇应急办|5月底', '|清运垃圾|镇城管办|7月底']);
});

it('a row with a number of its own is a task where the one before the numbers, or the task alone, is merged', () => {
  expect(
    readAs(
      '工作任务\t序号\t具体举措\t责任科室\t完成时限',
      '公开文件\t1\t清理文件\t办公室\t8月底',
      '\t2\t公布目录\t法制科\t6月底',
    ),
  ).toEqual(['1|公开文件|办公室|8月底', '2|公布目录|法制科|6月底']);
  expect(
    readAs(
      '序号\t工作任务\t具体要求\t责任科室\t完成时限',
      '1\t公开文件\t清理文件\t办公室\t8月底',
      '2\t\t公布目录\t法制科\t6月底',
    ),
  ).toEqual(['1|公开文件|办公室|8月底', '2|公布目录|法制科|6月底']);
});

it('the rows of a list of faults are numbered by these', () => {
  expect(
    readAs(
      '隐患编号\t隐患描述\t整改责任人\t整改责任单位\t整改期限',
      '1\t线路老化\t周晓\t后勤科\t6月底',
      '2\t通道堵塞\t林遥\t保卫科\t4月底',
    ),
  ).toEqual(['1|线路老化|周晓、后勤科|6月底', '2|通道堵塞|林遥、保卫科|4月底']);
});

it('a remark below a table dates no row, and bold type is no part of a number', () => {
  expect(
    readAs(
      '工作内容\t完成时限\t负责人',
      '检查教案\t9月27日\t教导处',
      '排查线路\t\t总务处',
      '备注：放假10月1日前另行通知，10月8日前返校。',
    ),
  ).toEqual(['|检查教案|教导处|9月27日', '|排查线路|总务处|']);
  const rows = [
    '| **一** | **办好企业** |  |  |',
    '| 1 | 压缩时间 | 政务科 | 6月 |',
    '| **二** | **用好水电** |  |  |',
    '| 2 | 公布计划 | 城管科 | 7月 |',
  ];
  const text = [
    '某县2026年任务分工',
    '| 序号 | 工作任务 | 责任单位 | 完成时限 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const plan = parse(text);
  expect(plan.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '一 办好企业',
    '二 用好水电',
  ]);
  expect(plan.tasks.map(({ title }) => title)).toEqual(['压缩时间', '公布计划']);
});

it('a cell whose lines are numbered is one, though the rows are not', () => {
  expect(
    readAs(
      '时间\t工作内容\t责任人\t备注',
      '第1周\t1.检查教案',
      '2.组织补考\t周晓\t',
      '第2周\t制订计划\t各教研组长\t',
      '第3周\t开放课堂\t林遥\t',
    ),
  ).toEqual(['|检查教案 2.组织补考|周晓|第1周', '|制订计划|各教研组长|第2周', '|开放课堂|林遥|第3周']);
});
