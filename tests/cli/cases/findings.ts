import { lacking, sound } from '../plans.ts';
import type { Cases } from './case.ts';

const plan = '2026.plan';

/** Its last task has an info that a comment silences. */
const silencing = `${sound}<!-- planlint-disable-next-line year-range-dash -->
3. 建校。落实2021-2025年规划。（牵头领导：李四；责任科室：基教科；完成时间：2026年9月）
`;

/** What a check, an outline and an export show, and where. */
export const findings: Cases = {
  'what is silenced, counted as it would be shown': {
    args: [plan],
    files: { [plan]: silencing },
    code: 0,
    stdout: ['另有 1 处已在文中注明不作检查'],
  },
  'what is silenced and too low to be shown': {
    args: [plan, '--severity', 'warning'],
    files: { [plan]: silencing },
    code: 0,
    not: ['另有'],
    stdout: ['没有发现问题'],
  },
  'a sound plan': {
    args: ['check', plan],
    files: { [plan]: sound },
    code: 0,
    stdout: [/^已检查 1 份计划，2 项任务：没有发现问题。\n$/u],
  },
  'a sound plan in English': {
    args: ['check', plan, '--locale', 'en'],
    files: { [plan]: sound },
    code: 0,
    stdout: [/^Checked 1 plan with 2 tasks: no problems\.\n$/u],
  },
  'findings in Chinese': {
    args: [plan],
    files: { [plan]: lacking },
    code: 1,
    stdout: [
      `${plan}:5:1 警告 missing-deadline `,
      `${plan}:5:1 警告 missing-lead `,
      '\n5 | 2. 培训园长。组织全区园长集中培训。\n  | ^^^^^^^^^^^',
      /已检查 1 份计划，2 项任务：\d 个警告。\n$/u,
    ],
    not: ['\u{1B}'],
  },
  'findings in English': {
    args: ['--locale=en', plan],
    files: { [plan]: lacking },
    code: 1,
    stdout: [`${plan}:5:1 warning missing-lead `, /Checked 1 plan with 2 tasks: \d warnings\.\n$/u],
    not: [/[。：，](?!.*\|)$/u],
  },
  'the language of the system': {
    args: [plan],
    env: { LANG: 'en_US.UTF-8' },
    files: { [plan]: sound },
    code: 0,
    stdout: ['Checked 1 plan'],
  },
  'LC_ALL before LANG': {
    args: [plan],
    env: { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' },
    files: { [plan]: sound },
    code: 0,
    stdout: ['Checked 1 plan'],
  },
  'no language at all': {
    args: [plan],
    env: { LANG: 'C' },
    files: { [plan]: sound },
    code: 0,
    stdout: ['已检查'],
  },
  'more warnings than allowed': {
    args: [plan, '--max-warnings', '1'],
    files: { [plan]: lacking },
    code: 1,
    stdout: ['警告'],
    stderr: [/^planlint: 有 \d 个警告，超过 --max-warnings 允许的 1 个。$/u],
  },
  'as many warnings as allowed': {
    args: [plan, '--max-warnings=99'],
    files: { [plan]: lacking },
    code: 0,
    stdout: ['警告'],
  },
  'warnings that are not shown count': {
    args: [plan, '--quiet'],
    files: { [plan]: lacking },
    code: 1,
    stdout: [/^已检查 1 份计划，2 项任务：(\d) 个警告（其中 \1 个未显示）。\n$/u],
  },
  'one rule': {
    args: [plan, '--rule', 'missing-lead'],
    files: { [plan]: lacking },
    code: 1,
    stdout: ['missing-lead', '1 个警告'],
    not: ['missing-deadline'],
  },
  'two rules': {
    args: [plan, '--rule', 'missing-lead', '--rule=missing-deadline'],
    files: { [plan]: lacking },
    code: 1,
    stdout: ['missing-lead', 'missing-deadline', '2 个警告'],
  },
  'a rule that is not to run': {
    args: [plan, '--missing-lead', 'never', '--missing-deadline', 'never'],
    files: { [plan]: lacking },
    code: 0,
    stdout: ['没有发现问题'],
  },
  'hints, asked for': {
    args: [plan, '--severity', 'hint', '--rule', 'missing-deadline'],
    files: { [plan]: '2026年工作要点\n一、任务\n1. 建园。建设一所幼儿园。\n2. 培训。培训园长。\n' },
    code: 1,
    stdout: [
      ':1:1 警告 missing-deadline',
      ':3:1 提示 missing-deadline',
      ':4:1 提示',
      '1 个警告，2 条提示',
      '~~~',
    ],
  },
  'hints, not asked for': {
    args: [plan, '--rule', 'missing-deadline'],
    files: { [plan]: '2026年工作要点\n一、任务\n1. 建园。建设一所幼儿园。\n2. 培训。培训园长。\n' },
    code: 1,
    stdout: ['1 个警告。'],
    not: ['提示'],
  },
  'to a file': {
    args: ['check', plan, '--output', 'out.txt'],
    files: { [plan]: lacking },
    env: { FORCE_COLOR: '' },
    code: 1,
    written: { 'out.txt': /^2026\.plan:5:1 警告/u },
  },
  'several formats at once': {
    args: [plan, '--format', 'compact', '--format', 'sarif:out.sarif', '--format=junit:out.xml'],
    files: { [plan]: lacking },
    code: 1,
    stdout: [/^2026\.plan:5:1: warning: .* \[missing-deadline\]\n/u],
    written: { 'out.sarif': /"version": "2\.1\.0"/u, 'out.xml': /^<\?xml .*\n<testsuites /u },
  },
  'a file for nothing found': {
    args: [plan, '--format', 'jsonl:out.jsonl'],
    files: { [plan]: sound },
    code: 0,
    written: { 'out.jsonl': /^$/u },
  },
  'a report in a folder that is not there yet': {
    args: [plan, '--format', 'json:out/x/report.json'],
    files: { [plan]: sound },
    code: 0,
    written: { 'out/x/report.json': /"schemaVersion": 1/u },
  },
  'one report of several to nowhere': {
    args: [plan, '--format', 'json:2026.plan/x/out.json', '--format', 'compact'],
    files: { [plan]: sound },
    code: 2,
    stdout: [],
    stderr: [/^planlint: 2026\.plan\/x\/out\.json：无法写入（ENOTDIR）/u],
  },
  'annotations and a summary for GitHub': {
    args: [plan, '--format', 'github'],
    env: { GITHUB_STEP_SUMMARY: 'summary.md' },
    files: { [plan]: lacking },
    code: 1,
    stdout: [/^::warning file=2026\.plan,line=5,endLine=5,col=1,endColumn=8,title=missing-/u],
    written: { 'summary.md': /^## Planlint\n\n.*### 2026&#46;plan\n\n\| 级别 \| 行 \|.*培训园长/su },
  },
  'to nowhere': {
    args: ['export', plan, '--output', '2026.plan/x/out.json'],
    files: { [plan]: sound },
    code: 2,
    stderr: [/^planlint: 2026\.plan\/x\/out\.json：无法写入（ENOTDIR）/u],
  },
  'an outline': {
    args: ['outline', plan],
    files: { [plan]: sound },
    code: 0,
    stdout: [
      [
        '2026年滨湖区教育工作要点  2026.plan',
        '  一、重点任务',
        '    1. 新建幼儿园  牵头：张三  责任：学前教育科、基建办  时限：2026年9月',
        '    2. 培训园长  牵头：李四  责任：人事科  时限：2026年11月底前',
        '',
      ].join('\n'),
    ],
  },
  'an outline in English': {
    args: ['outline', plan, '--locale', 'en'],
    files: { [plan]: sound },
    code: 0,
    stdout: ['1. 新建幼儿园  lead: 张三  responsible: 学前教育科, 基建办  by: 2026年9月\n'],
  },
  'colours, asked for': {
    args: [plan, '--color'],
    files: { [plan]: lacking },
    code: 1,
    stdout: ['\u{1B}[33m'],
  },
  'colours, forced': {
    args: [plan],
    env: { FORCE_COLOR: '1' },
    files: { [plan]: lacking },
    code: 1,
    stdout: ['\u{1B}[33m'],
  },
  'NO_COLOR before FORCE_COLOR': {
    args: [plan],
    env: { FORCE_COLOR: '1', NO_COLOR: '1' },
    files: { [plan]: lacking },
    code: 1,
    stdout: ['警告'],
    not: ['\u{1B}'],
  },
  'no colours, asked for': {
    args: [plan, '--color', '--no-color'],
    env: { FORCE_COLOR: '1' },
    files: { [plan]: lacking },
    code: 1,
    stdout: ['警告'],
    not: ['\u{1B}'],
  },
  'a text that would drive the terminal': {
    args: [plan],
    files: { [plan]: lacking.replace('培训园长', '培训\u{1B}[2J园长') },
    code: 1,
    stdout: ['培训<001B>[2J园长'],
    not: ['\u{1B}'],
  },
};
