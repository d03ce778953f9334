import type { Cases } from './case.ts';

const directory = `滨湖区教育局责任单位名录
一、局领导
1. 张三（职务：局长）
二、机关科室
1. 学前教育科（简称：学前科）
2. 人事科
三、学校
1. 各幼儿园（包括：湖滨幼儿园）
`;

const plan = `滨湖区教育局2026年工作要点
一、重点任务
1. 新建幼儿园。（牵头领导：张三；责任科室：学前科、基建办）
2. 培训园长。（牵头领导：李 四；责任科室：学前教育科；配合单位：湖滨幼儿园、各幼儿园）
`;

const files = { '名录.units.plan': directory, '2026.plan': plan };

/** Units, persons, and a directory of them. */
export const units: Cases = {
  'units with their tasks and where they are defined, aligned': {
    args: ['units'],
    files,
    code: 0,
    stdout: [
      [
        '名称        类别  牵头  责任  配合  名录               别名',
        '张三        人员     1              名录.units.plan:3',
        '李四        人员     1              未收录',
        '学前教育科  单位           2        名录.units.plan:5  学前科',
        '基建办      单位           1        未收录',
        '湖滨幼儿园  单位                 1  名录.units.plan:8',
        '人事科      单位                    名录.units.plan:6',
        '各幼儿园    统称                 1  名录.units.plan:8',
        '',
        '共 7 个，其中 2 个名录未收录。',
        '',
      ].join('\n'),
    ],
  },
  'units of one plan, with the directory beside it, in English': {
    args: ['units', '2026.plan', '--locale', 'en'],
    files,
    code: 0,
    stdout: [/^Name\s+Kind\s+Leads\s+Responsible/u, '7 in all, 2 not defined.', 'not defined'],
  },
  'units as JSON': {
    args: ['units', '2026.plan', '--format', 'json'],
    files,
    code: 0,
    stdout: [
      '"schemaVersion": 1',
      /"name": "学前教育科",\s+"kind": "unit",\s+"aliases": \[\s+"学前科"\s+\],\s+"leads": 0,\s+"units": 2,\s+"support": 0,\s+"defined": \{\s+"path": "名录.units.plan",\s+"line": 5,\s+"column": 4\s+\}/u,
      /"name": "李四",[^{}]*"defined": null/u,
    ],
  },
  'units of a plan that names nobody': {
    args: ['units', 'x.plan'],
    files: { 'x.plan': '工作计划\n一、任务\n1. 开展活动。\n' },
    code: 0,
    stdout: [/^共 0 个/u],
  },
  'a directory from what plans name': {
    args: ['units', 'init', '2026.plan'],
    files: { '2026.plan': plan },
    code: 0,
    stdout: ['滨湖区教育局责任单位名录\n', '一、局领导\n1. 张三\n2. 李四\n二、机关科室\n1. 学前科'],
  },
  'a directory to a file': {
    args: ['units', 'init', '--output', 'x.units.plan'],
    files: { '2026.plan': plan },
    code: 0,
    stderr: ['planlint: 已写入 x.units.plan，请核对后补充。'],
    written: { 'x.units.plan': /^滨湖区教育局责任单位名录\n[\s\S]*统称\n1\. 各幼儿园\n$/u },
  },
  'a directory never over a file': {
    args: ['units', 'init', '2026.plan', '--output', '名录.units.plan'],
    files,
    code: 2,
    stderr: ['planlint: 名录.units.plan：已有这个文件，不会覆盖；请换一个名称，或先移走它。'],
  },
  'no directory of nobody': {
    args: ['units', 'init', 'x.plan'],
    files: { 'x.plan': '工作计划\n一、任务\n1. 开展活动。\n' },
    code: 2,
    stderr: ['planlint: 这些计划没有写明任何单位或人员。'],
  },
  'a check with a directory beside the plan': {
    args: ['2026.plan', '--rule', 'unknown-unit', '--rule', 'unknown-leader'],
    files,
    code: 1,
    stdout: ['unknown-unit 名录中没有责任单位“基建办”。', 'unknown-leader 名录中没有牵头领导“李四”。'],
  },
  'a check without any directory': {
    args: ['2026.plan', '--rule', 'unknown-unit', '--rule', 'unknown-leader', '--severity', 'hint'],
    files: { '2026.plan': plan },
    code: 0,
    stdout: ['没有发现问题'],
  },
};
