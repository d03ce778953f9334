import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';

/** A text of the width of a page, as it is copied from one: a title, a section and tasks of three lines each. */
function printed(tasks: number): readonly string[] {
  const lines = ['清溪县2026年河道整治工作要点', '一、重点任务'];
  for (let task = 1; task <= tasks; task += 1)
    lines.push(
      `${task}.整治第${task}段河道。组织人员清除河道两岸堆放的各类垃圾杂物，`,
      '修补破损的堤岸，在沿线村庄张贴公告，请居民一起看护，做到有',
      '人巡查、有人保洁、有人检查（水利股、城建办、各沿河村负责）。',
    );
  return lines;
}

const read = (lines: readonly string[]) =>
  parse(lines.join('\n')).tasks.map(({ number, units }) =>
    [number, ...units.map(({ name }) => name)].join(' '),
  );

describe('a text that was printed', () => {
  const lines = printed(12);
  const owned = lines.slice(2).flatMap((line) => /^\d+/u.exec(line)?.[0] ?? []);
  const expected = owned.map((number) => `${number} 水利股 城建办 各沿河村`);

  it('is read without its margin', () => {
    expect(read(lines)).toEqual(expected);
    for (const margin of ['  ', '      ', '　　'])
      expect(read(lines.map((line) => `${margin}${line}`))).toEqual(expected);
  });

  it('begins a paragraph where a line stands behind its margin', () => {
    const indented = lines.map((line) =>
      /^\d/u.test(line) ? `    ${line.replace(/^\d+\./u, '')}` : `  ${line}`,
    );
    expect(parse(indented.join('\n')).blocks).toHaveLength(2 + owned.length);
  });

  it('counts no amount at the head of a line as an item', () => {
    const amounts = lines.map((line) => (line.startsWith('修补') ? `1.5 万亩，${line}` : line));
    expect(read(amounts)).toEqual(expected);
  });

  it('has numbers of pages among the cells of a table', () => {
    const rows = owned.map((number) => [number, `整治第${number}段河道`, '水利股', '6月底']);
    const cells = [['序号', '工作任务', '责任单位', '完成时限'], ...rows];
    const table = cells.flatMap((row, i) => (i % 4 === 3 ? [`— ${i} —`, ...row] : row));
    expect(read(['清溪县2026年重点任务分工表', ...table])).toEqual(owned.map((number) => `${number} 水利股`));
    const within = table.flatMap((cell) => (cell === '整治第5段河道' ? [cell, '— 9 —'] : [cell]));
    expect(read(['清溪县2026年重点任务分工表', ...within])).toEqual(
      owned.map((number) => `${number} 水利股`),
    );
  });
});

it('looks past the spaces in brackets', () => {
  const lines = ['清理河道。（ 水利股 、 城建办 ）', '修建河堤。（ 水利股 ）', '植树。（ 林业站 ）'];
  const plan = parse(
    ['清溪县2026年工作要点', '一、重点任务', ...lines.map((line, i) => `（ ${'一二三'[i]} ）${line}`)].join(
      '\n',
    ),
  );
  expect(plan.tasks.map(({ title, units }) => [title, ...units.map(({ name }) => name)].join(' '))).toEqual([
    '清理河道 水利股 城建办',
    '修建河堤 水利股',
    '植树 林业站',
  ]);
});

it('parts words where a space without width stands', () => {
  const lines = ['1.清理河道。\u200B主要责任单位：水利股', '2.修建河堤。\u200B主要责任单位：城建办'];
  expect(read(['清溪县2026年工作要点', '一、重点任务', ...lines])).toEqual(['1 水利股', '2 城建办']);
});

it('reads the owner in a bracket at the end of bold type', () => {
  const lines = ['1.**清理河道（水利股牵头）**', '每月一次。', '2.**修建河堤（城建办牵头）**', '先做设计。'];
  const plan = parse(['清溪县2026年工作要点', '一、重点任务', ...lines].join('\n'));
  expect(plan.tasks.map(({ title, leads }) => [title, ...leads.map(({ name }) => name)].join(' '))).toEqual([
    '清理河道 水利股',
    '修建河堤 城建办',
  ]);
});

it('ends a table of a cell a line where an annex or whom it is copied to follows', () => {
  const table = (title: string, task: string) => [
    title,
    '序号',
    '工作任务',
    '责任单位',
    '1',
    task,
    '水利股',
    '2',
    `检查${task}`,
    '城建办',
  ];
  const lines = [
    ...table('清溪县2026年任务分解表', '清理河道'),
    '附件2',
    ...table('清溪县2026年工程分解表', '修建河堤'),
    '抄送：县水利局。',
    '清溪县政府办  2026年4月2日印发',
  ];
  expect(read(lines)).toEqual(['1 水利股', '2 城建办', '1 水利股', '2 城建办']);
});

it('reads weeks, staff and offices by what they are beside names', () => {
  const lines = [
    '1.检查教案。（教导处，第3周）',
    '2.排查线路。（总务处、电教室，4月底前）',
    '3.清点图书。（县政协办负责，5月底前完成）',
    '4.修补桌椅60件，由总务处负责，于6月底前完成。',
    '5.看护午睡。（落实：值周教师）',
    '【卫生】',
    '6.带队巡查。（落实：值班领导、校医）',
  ];
  expect(read(['清溪县中心小学2026年工作计划', '一、重点工作', ...lines])).toEqual([
    '1 教导处',
    '2 总务处 电教室',
    '3 县政协办',
    '4 总务处',
    '5 值周教师',
    '6 值班领导 校医',
  ]);
});

it('reads who leads a place in a bracket without a label as others there', () => {
  const lines = [
    '1.签订责任书。（应急办，2月底前）',
    '2.带队检查。（班子成员，每月）',
    '3.整治燃气。（村建办，8月底前）',
    '4.走访各片。（包片领导，每周）',
    '5.排查校舍。（中心校，6月底前）',
    '6.检修水闸。（水利站，5月底前）',
  ];
  expect(read(['清溪镇2026年安全生产工作要点', ...lines])).toEqual([
    '1 应急办',
    '2 班子成员',
    '3 村建办',
    '4 包片领导',
    '5 中心校',
    '6 水利站',
  ]);
});

it('parts a name and a time that stand in a bracket with nothing but a space between them', () => {
  const lines = [
    '1.检修校舍。（2月15日前 总务处）',
    '2.举办艺术节。（团委、各班 5月底前）',
    '3.新建跑道。（总务处 8月底前）',
    '4.绿化校园。（3月12日前　各年级）',
  ];
  const { tasks } = parse(['清溪县中心小学2026年工作计划', '一、重点工作', ...lines].join('\n'));
  expect(
    tasks.map(({ units, deadline }) => [...units.map(({ name }) => name), deadline?.end].join(' ')),
  ).toEqual(['总务处 2026-02-15', '团委 各班 2026-05-31', '总务处 2026-08-31', '各年级 2026-03-12']);
});

it('looks past pictures before numbers and labels', () => {
  const plan = parse(
    [
      '清溪县2026年民生实事清单',
      '📌 一、医疗',
      '✅1.增设夜间门诊',
      '👉责任科室：门诊部',
      '✅2.设置母婴室🌸',
      '👉责任科室：后勤科',
    ].join('\n'),
  );
  expect(plan.sections.map(({ title }) => title)).toEqual(['医疗']);
  expect(
    plan.tasks.map(({ number, title, units }) => [number, title, ...units.map(({ name }) => name)].join(' ')),
  ).toEqual(['1 增设夜间门诊 门诊部', '2 设置母婴室🌸 后勤科']);
});

it('cuts no picture in two that stands before a task', () => {
  const lines = [
    '📌推进改革（责任单位：人事科）',
    '👉🏻修建食堂（责任单位：总务处）',
    '❤️关爱学生（责任单位：德育处）',
  ];
  const plan = parse(['清溪县2026年工作要点', '一、重点任务', ...lines].join('\n'));
  expect(plan.tasks.map(({ title }) => title)).toEqual(['推进改革', '修建食堂', '关爱学生']);
});

it('reads the label behind a name at the head of a line as ever', () => {
  const lines = [
    '1.推进改革。',
    '办公室 责任人：林遥 完成时间：6月底前',
    '2.修建食堂。',
    '建设局 分管领导：周晓',
  ];
  const { tasks } = parse(['清溪县2026年工作要点', '一、重点任务', ...lines].join('\n'));
  expect(tasks.map(({ leads }) => leads[0]?.name)).toEqual(['林遥', '周晓']);
});

it('takes no clause behind a time for a name', () => {
  const lines = [
    '1.听课。（每学期 各学科举行一次公开课）',
    '2.培训。（全年 全体教师参加培训）',
    '3.检查。（6月底前 后勤）',
  ];
  const { tasks } = parse(['清溪县中心小学2026年工作计划', '一、重点工作', ...lines].join('\n'));
  expect(tasks.flatMap(({ units, support }) => [...units, ...support])).toEqual([]);
  expect(tasks[2]?.deadline?.end ?? tasks[2]?.proseDeadlines[0]?.end).toBe('2026-06-30');
});

it('knows offices whose names begin as what is done does', () => {
  const lines = ['1.整治课堂。教导处牵头，各系、督导室配合。', '2.推荐就业。指导中心牵头。'];
  const plan = parse(['清溪县职业学院2026年工作计划', '一、重点工作', ...lines].join('\n'));
  const named = plan.tasks.map(({ leads, support }) =>
    [...leads, ...support].map(({ name }) => name).join(' '),
  );
  expect(named).toEqual(['教导处 各系 督导室', '指导中心']);
});

it('reads labels behind bullets on the line of a title, with a number, a bullet or a box to tick', () => {
  const lines = [
    '1. 编制目录 ▶责任单位：数据科 ▶完成时限：4月底',
    '2. 编制图册 ●责任单位：办公室、人事科 ●完成时限：5月底',
    '3. 编制指南 👉责任单位：办公室',
  ];
  expect(read(['清溪县2026年工作要点', '一、重点任务', ...lines])).toEqual([
    '1 数据科',
    '2 办公室 人事科',
    '3 办公室',
  ]);
  const bold = [
    '- **编制目录** 责任单位：数据科',
    '- [ ] **编制图册** 责任单位：办公室',
    '- [x] **编制指南** 责任单位：办公室',
  ];
  const { tasks } = parse(['清溪县2026年工作要点', '## 一、重点任务', ...bold].join('\n'));
  expect(tasks.map(({ title, units }) => `${title} ${units[0]?.name}`)).toEqual([
    '编制目录 数据科',
    '编制图册 办公室',
    '编制指南 办公室',
  ]);
});

it('ends a name where a space stands before a label, whatever the name could be part of', () => {
  const lines = [
    '1.改造道路。（责任单位：建设局　分管领导：周晓）',
    '2.清洗街面。（责任 单位：建设处　责 任 人：林遥）',
  ];
  expect(read(['清溪县2026年工作要点', '一、重点任务', ...lines])).toEqual(['1 建设局', '2 建设处']);
});

it('ends the last task before a note', () => {
  const lines = ['1.新建幼儿园。责任单位：县教育局', '2.硬化道路。责任单位：县交通局'];
  for (const note of ['注：以上项目由县政府督查室督办。', '注　标★的为续建项目。'])
    expect(read(['清溪县2026年民生项目表', '一、项目', ...lines, note])).toEqual([
      '1 县教育局',
      '2 县交通局',
    ]);
});

it('counts the items of 实事一：, and nobody in the bracket of 各县（市、区）', () => {
  const lines = ['实事一：改造小区20个', '责任单位：县住建局', '实事二：新建食堂8家', '责任单位：县民政局'];
  expect(read(['清溪县2026年民生实事', ...lines])).toEqual(['一 县住建局', '二 县民政局']);
  const listed = [
    '1.投资增长8%。',
    '市发展改革委、各县（市、区）',
    '2.开工项目60个。',
    '市商务局、各县（市、区）',
  ];
  const plan = parse(
    ['清溪市2026年目标任务分解', '以下任务，列第一位的为牵头单位。', '一、稳增长', ...listed].join('\n'),
  );
  const named = plan.tasks.flatMap(({ leads, units }) => [...leads, ...units].map(({ name }) => name));
  expect(named.filter((name) => /^[市区、]+$/u.test(name))).toEqual([]);
});
