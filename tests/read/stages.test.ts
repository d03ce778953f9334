import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';

const TASK = '1.清理河道。（责任单位：水利局）';

/** The tasks of a plan for 2026, a line each: the number, the title, what it is, and its day. */
function tasksIn(...lines: readonly string[]): readonly string[] {
  return parse(['清溪县2026年河道整治方案', ...lines].join('\n')).tasks.map(
    ({ number, title, role, deadline }) => [number, title, role, deadline?.text ?? ''].join(' ').trim(),
  );
}

describe('a stage of the work', () => {
  it.each(['2026年11月，总结评估阶段', '第二阶段（工作总结）：11月', '存在问题阶段：11月'])(
    'holds tasks, whatever it is called: %s',
    (stage) => {
      const tasks = tasksIn('一、工作安排', '第一阶段：3月', TASK, stage, '1.验收河道。');
      expect(tasks[1]).toMatch(/^1 验收河道 task (?:2026年)?11月$/u);
    },
  );

  it.each(['时间：5月，第二阶段', '完成时限：6月底前，第二阶段验收', '工作总结：11月，第二阶段'])(
    'is none behind the label of something else: %s',
    (line) => {
      const { sections } = parse(
        `清溪县2026年河道整治方案\n一、疏浚河道\n${line}\n${TASK}\n二、修建河堤\n${line}\n${TASK}`,
      );
      expect(sections.map(({ number }) => number)).toEqual(['一', '二']);
    },
  );

  it('has no day in a review', () => {
    const lines = ['第一步：2025年3月', TASK, '第二步：2025年6月', TASK];
    expect(tasksIn('一、2025年工作回顾', ...lines, '二、2026年工作安排', TASK)).toEqual([
      '1 清理河道 review',
      '1 清理河道 review',
      '1 清理河道 task',
    ]);
  });

  it('leaves what its parts are for to them', () => {
    const stage = ['工作目标：', '1.知晓率达到90%。', '主要任务：', TASK];
    expect(
      tasksIn('第一阶段：3月', ...stage, '第二阶段：4月', ...stage).map((task) => task.slice(0, 16)),
    ).toEqual(['1 知晓率达到90% objec', '1 清理河道 task', '1 知晓率达到90% objec', '1 清理河道 task']);
  });

  it('has the day of its bullet, whatever part of that it is', () => {
    const lines = ['●开闸（4月20日上午）', TASK, '●放水（4月21日）', TASK];
    expect(tasksIn('一、活动安排', ...lines)).toEqual(['1 清理河道 task 4月20日', '1 清理河道 task 4月21日']);
  });
});

it('takes no day of issue for a step', () => {
  const lines = ['1.改造泵站', '责任单位：水利股', '时间安排：', '5月底前立项', '10月底前完工'];
  const plan = parse(['清溪县2026年工作要点', ...lines, '2026年3月10日印发'].join('\n'));
  expect(plan.tasks[0]?.deadline?.text).toBe('5月底前立项10月底前完工');
  expect(plan.date?.iso).toBe('2026-03-10');
});

it('takes 三是 for a number between 二、 and 四、 alone', () => {
  const lines = ['一、抓好防汛。（责任单位：农业局）', '二、抓好抗旱。（责任单位：农业局）'];
  const numbers = (...others: readonly string[]) =>
    tasksIn(...lines, ...others).map((task) => task.split(' ')[0]);
  expect(numbers('三是抓好植树造林。', '四、抓好收割。（责任单位：农业局）')).toEqual([
    '一',
    '二',
    '三',
    '四',
  ]);
  expect(numbers('三是抓好植树造林。', '四是抓好收割打场。', '三、抓好冬修。（责任单位：农业局）')).toEqual([
    '一',
    '二',
    '三',
  ]);
});

it.each(['活动器材', '展览地点', '服务理念', '教材分析', '作品要求'])(
  'takes what stands below %s for tasks where owners do',
  (heading) => {
    expect(tasksIn(`一、${heading}`, TASK, '2.修建河堤。（责任单位：水利局）')[0]).toBe('1 清理河道 task');
    expect(tasksIn(`一、${heading}`, '1.大局。', '2.小局。', '二、任务', TASK)[0]).not.toMatch(/task/u);
  },
);

it.each(['2026年终前', '2026年岁末前', '2026年提前完成'])('knows the year of %s', (words) => {
  const [task] = parse(`清溪县2026年工作计划\n1.修订预案。（责任单位：办公室；完成时限：${words}）`).tasks;
  expect(task?.deadline?.end).toBe('2026-12-31');
});

it('ends the last heading above label lines where what is asked of all begins', () => {
  const headed = (name: string, unit: string) => [name, `责任单位：${unit}`, '1.制定方案。', '2.组织实施。'];
  const rest = ['工作要求', '（一）加强领导。各校要重视。', '（二）严格考核。纳入年度考核。'];
  const lines = [...headed('校园读书提升', '教研室'), ...headed('安全防线筑牢', '安全科'), ...rest];
  const { sections, tasks } = parse(['清溪县2026年行动方案', ...lines].join('\n'));
  expect(tasks.map(({ title, units }) => `${title} ${units[0]?.name}`)).toEqual([
    '制定方案 教研室',
    '组织实施 教研室',
    '制定方案 安全科',
    '组织实施 安全科',
  ]);
  expect(sections.map(({ title }) => title)).toEqual([
    '校园读书提升',
    '安全防线筑牢',
    '工作要求',
    '加强领导',
    '严格考核',
  ]);
});
