import type { Severity } from '../core/lint/finding.ts';
import type { SectionRole } from '../core/plan/plan.ts';
import type { Locale } from './args.ts';
import type { Reason } from './input/inputs.ts';
import { type CatalogueWords, catalogueEn, catalogueZh } from './words/catalogue.ts';
import { type HelpWords, helpEn, helpZh } from './words/help.ts';
import { type InitWords, initEn, initZh } from './words/init.ts';
import { type InputWords, inputEn, inputZh } from './words/input.ts';
import { type TeamWords, teamEn, teamZh } from './words/team.ts';
import { type UnitsWords, unitsEn, unitsZh } from './words/units.ts';

/** Everything that the command line says in one language; what rules say they bring along themselves. */
export function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : zh;
}

export interface Words {
  readonly locale: Locale;
  readonly unknownOption: (option: string, near: string | undefined) => string;
  readonly foreignOption: (option: string, command: string) => string;
  readonly needlessValue: (option: string, value: string) => string;
  readonly missingValue: (option: string, value: string, choices: readonly string[] | undefined) => string;
  readonly wrongChoice: (
    option: string,
    value: string,
    choices: readonly string[],
    near: string | undefined,
  ) => string;
  readonly sameDestination: (formats: readonly string[]) => string;
  readonly sameFile: (file: string) => string;
  readonly overInput: (file: string) => string;
  readonly outputUnused: string;
  readonly wrongNumber: (option: string, value: string) => string;
  readonly unknownRule: (id: string, near: string | undefined) => string;
  readonly unknownCommand: (word: string, near: string) => string;
  readonly notYet: (what: string) => string;
  readonly stdinUnread: string;
  readonly seeHelp: (command: string | undefined) => string;
  readonly problem: Readonly<Record<Reason, (path: string, code: string) => string>>;
  readonly cannotWrite: (path: string, code: string) => string;
  readonly fault: (what: string) => string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly reading: string;
  readonly checking: string;
  readonly fix: string;
  readonly summary: (counts: Counts) => string;
  readonly role: Readonly<Record<SectionRole, string>>;
  readonly leads: string;
  readonly units: string;
  readonly support: string;
  readonly deadline: string;
  readonly and: string;
  readonly colon: string;
  readonly help: HelpWords;
  readonly team: TeamWords;
  readonly init: InitWords;
  readonly input: InputWords;
  readonly catalogue: CatalogueWords;
  readonly unitsCommand: UnitsWords;
}

/** What a check went over, and what it found of each severity; `hidden` of these are not shown. */
export interface Counts extends Readonly<Record<Severity, number>> {
  readonly plans: number;
  readonly directories: number;
  readonly tasks: number;
  /** Plans in which nothing was read as a task. */
  readonly taskless: number;
  readonly hidden: number;
}

/** “No problems” says little of a plan without tasks, so it is said that none was recognised. */
function tasklessZh({ plans, taskless }: Counts): string {
  if (taskless === 0) return '';
  return plans === 1 ? '（未认出任何任务）' : `（其中 ${taskless} 份未认出任何任务）`;
}

function tasklessEn({ plans, taskless }: Counts): string {
  if (taskless === 0) return '';
  return plans === 1 ? ' (no task was recognised)' : ` (none recognised in ${taskless} of them)`;
}

const zh: Words = {
  locale: 'zh',
  team: teamZh,
  init: initZh,
  input: inputZh,
  catalogue: catalogueZh,
  unitsCommand: unitsZh,
  unknownOption: (option, near) => `没有 ${option} 这个选项${near ? `，是不是 ${near}？` : '。'}`,
  foreignOption: (option, command) => `${command} 命令不用 ${option} 选项。`,
  needlessValue: (option, value) => `${option} 是开关，不带值，请去掉“=${value}”。`,
  missingValue: (option, value, choices) =>
    `${option} 后面缺少${choices ? `值，可用：${choices.join('、')}` : ` ${value}`}。`,
  wrongChoice: (option, value, choices, near) =>
    `${option} 不能是“${value}”，${near ? `是不是 ${near}？` : ''}可用：${choices.join('、')}。`,
  sameDestination: (formats) =>
    `只能有一种格式写到同一处，而这里有 ${formats.join('、')}，请给其余格式写明文件，如 --format ${formats.at(-1)}:FILE。`,
  sameFile: (file) => `两处都要用 ${file} 这个文件，请给其中一处换个文件名。`,
  overInput: (file) => `${file}：这个文件正要读取，不能把结果写在上面，请换个文件名。`,
  outputUnused: '每种格式都写明了文件，--output 没有内容可写，请去掉。',
  wrongNumber: (option, value) => `${option} 应为非负整数，而不是“${value}”。`,
  unknownRule: (id, near) => `没有 ${id} 这条规则${near ? `，是不是 ${near}？` : '。'}`,
  unknownCommand: (word, near) => `没有 ${word} 这个命令，也没有这个文件，是不是 planlint ${near}？`,
  notYet: (what) => `planlint ${what} 现在还不能用，以后的版本会有。`,
  stdinUnread: '--stdin-filename 只在读标准输入时有用，请在文件处写上 -。',
  seeHelp: (command) => `用法见 planlint ${command ? `${command} ` : ''}--help。`,
  problem: {
    missing: (path) => `${path}：没有这个文件或文件夹，请检查路径。`,
    unnameable: (path) => `${path}：名称不是 UTF-8 编码，无法打开，请改名后再检查。`,
    noPlans: (path) =>
      `${path}：文件夹里没有工作计划（*.plan、*.workplan 和名称或内容是计划的 .txt），其他文件请直接写明文件名。`,
    noMatch: (path) => `${path}：没有相符的工作计划，请检查通配符。`,
    forbidden: (path) => `${path}：没有读取权限，请更改权限后重试。`,
    unreadable: (path, code) => `${path}：无法读取（${code}），请检查该文件或文件夹。`,
    binary: (path) => `${path}：不是文本文件，请在 Word 或 WPS 中另存为 UTF-8 编码的纯文本后再检查。`,
    undecodable: (path) => `${path}：既不是 UTF-8 也不是 GB18030 编码，或文字已损坏，请另存为 UTF-8 后重试。`,
  },
  cannotWrite: (path, code) => `${path}：无法写入（${code}），请检查路径、权限和磁盘空间。`,
  fault: (what) => `内部错误：${what}。这是 Planlint 的缺陷，请报告；设置 PLANLINT_DEBUG=1 可看到详细位置。`,
  severity: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
  reading: '正在读取',
  checking: '正在检查',
  fix: '可修正：',
  summary: (counts) => {
    const documents = [
      ...(counts.plans > 0 || counts.directories === 0 ? [`${counts.plans} 份计划`] : []),
      ...(counts.directories > 0 ? [`${counts.directories} 份名录`] : []),
    ];
    const found = [
      ...(counts.error > 0 ? [`${counts.error} 个错误`] : []),
      ...(counts.warning > 0 ? [`${counts.warning} 个警告`] : []),
      ...(counts.info > 0 ? [`${counts.info} 条信息`] : []),
      ...(counts.hint > 0 ? [`${counts.hint} 条提示`] : []),
    ];
    const hidden = counts.hidden > 0 ? `（其中 ${counts.hidden} 个未显示）` : '';
    const taskless = tasklessZh(counts);
    return `已检查 ${documents.join('、')}，${counts.tasks} 项任务${taskless}：${found.join('，') || '没有发现问题'}${hidden}。`;
  },
  role: {
    tasks: '任务',
    objectives: '目标',
    review: '回顾',
    guidance: '总体要求',
    safeguards: '保障',
  },
  leads: '牵头',
  units: '责任',
  support: '配合',
  deadline: '时限',
  and: '、',
  colon: '：',
  help: helpZh,
};

const en: Words = {
  locale: 'en',
  team: teamEn,
  init: initEn,
  input: inputEn,
  catalogue: catalogueEn,
  unitsCommand: unitsEn,
  unknownOption: (option, near) => `unknown option ${option}${near ? `; did you mean ${near}?` : '.'}`,
  foreignOption: (option, command) => `the command ${command} takes no option ${option}.`,
  needlessValue: (option, value) => `${option} is a switch and takes no value; leave out "=${value}".`,
  missingValue: (option, value, choices) =>
    `${option} needs ${choices ? `a value: ${choices.join(', ')}` : `a value (${value})`}.`,
  wrongChoice: (option, value, choices, near) =>
    `${option} cannot be "${value}"${near ? `; did you mean ${near}?` : '.'} It takes ${choices.join(', ')}.`,
  sameDestination: (formats) =>
    `only one format can go to one place, not ${formats.join(' and ')}; name files for the others: --format ${formats.at(-1)}:FILE.`,
  sameFile: (file) => `${file} is named for two purposes; name another file for one of them.`,
  overInput: (file) => `${file}: this file is being read, so nothing is written over it; name another file.`,
  outputUnused: 'every format names its own file, which leaves nothing for --output; leave it out.',
  wrongNumber: (option, value) => `${option} must be a whole number from 0 up, not "${value}".`,
  unknownRule: (id, near) => `there is no rule ${id}${near ? `; did you mean ${near}?` : '.'}`,
  unknownCommand: (word, near) => `no command and no file is named ${word}; did you mean planlint ${near}?`,
  notYet: (what) => `planlint ${what} is not available yet; a later version will have it.`,
  stdinUnread: '--stdin-filename names what is read from standard input; add - to the paths.',
  seeHelp: (command) => ` See planlint ${command ? `${command} ` : ''}--help.`,
  problem: {
    missing: (path) => `${path}: no such file or folder; check the path.`,
    unnameable: (path) =>
      `${path}: its name is not in UTF-8, so it cannot be opened; rename it, then check it.`,
    noPlans: (path) =>
      `${path}: no plans in this folder (*.plan, *.workplan, and .txt that are plans by name or content); name other files one by one.`,
    noMatch: (path) => `${path}: no plan matches; check the pattern.`,
    forbidden: (path) => `${path}: no permission to read it; change its permissions and try again.`,
    unreadable: (path, code) => `${path}: cannot be read (${code}); check the file or folder.`,
    binary: (path) =>
      `${path}: not a text file; save it as plain text in UTF-8 from Word or WPS, then check that.`,
    undecodable: (path) => `${path}: neither UTF-8 nor GB18030, or damaged; save it as UTF-8 and try again.`,
  },
  cannotWrite: (path, code) =>
    `${path}: cannot be written (${code}); check the path, permissions and disk space.`,
  fault: (what) =>
    `internal fault: ${what}. This is a defect of Planlint, please report it; PLANLINT_DEBUG=1 shows where it is.`,
  severity: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  reading: 'Reading',
  checking: 'Checking',
  fix: 'Fix: ',
  summary: (counts) => {
    const documents = [
      ...(counts.plans > 0 || counts.directories === 0 ? [many(counts.plans, 'plan')] : []),
      ...(counts.directories > 0 ? [many(counts.directories, 'directory', 'directories')] : []),
    ];
    const found = [
      ...(counts.error > 0 ? [many(counts.error, 'error')] : []),
      ...(counts.warning > 0 ? [many(counts.warning, 'warning')] : []),
      ...(counts.info > 0 ? [many(counts.info, 'info')] : []),
      ...(counts.hint > 0 ? [many(counts.hint, 'hint')] : []),
    ];
    const hidden = counts.hidden > 0 ? ` (${counts.hidden} not shown)` : '';
    const taskless = tasklessEn(counts);
    return `Checked ${documents.join(' and ')} with ${many(counts.tasks, 'task')}${taskless}: ${found.join(', ') || 'no problems'}${hidden}.`;
  },
  role: {
    tasks: 'tasks',
    objectives: 'objectives',
    review: 'review',
    guidance: 'guidance',
    safeguards: 'safeguards',
  },
  leads: 'lead',
  units: 'responsible',
  support: 'support',
  deadline: 'by',
  and: ', ',
  colon: ': ',
  help: helpEn,
};

function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
