import type { Severity } from '../core/lint.ts';
import type { SectionRole } from '../core/plan.ts';
import type { Locale, OptionName } from './args.ts';
import type { Command } from './commands/command.ts';
import type { Reason } from './input/inputs.ts';
import { type CatalogueWords, catalogueEn, catalogueZh } from './words/catalogue.ts';
import { type InitWords, initEn, initZh } from './words/init.ts';
import { type InputWords, inputEn, inputZh } from './words/input.ts';
import { serverEn, serverZh } from './words/lsp.ts';
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
  readonly hidden: number;
}

export interface HelpWords {
  readonly about: string;
  readonly usage: string;
  /** How a call looks; without a name, that of any command. */
  readonly call: (command: string | undefined) => string;
  readonly paths: string;
  readonly commands: string;
  readonly options: string;
  readonly examples: string;
  readonly exits: string;
  readonly more: string;
  readonly summary: Readonly<Record<Command['name'], string>>;
  readonly details: Readonly<Record<Command['name'], string>>;
  readonly option: Readonly<Record<OptionName, string>>;
  readonly choices: (choices: readonly string[]) => string;
  readonly exit: readonly string[];
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
    return `已检查 ${documents.join('、')}，${counts.tasks} 项任务：${found.join('，') || '没有发现问题'}${hidden}。`;
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
  help: {
    about: '读懂并检查工作计划：工作要点、实施方案、行动计划、任务分工。',
    usage: '用法',
    call: (command) => `planlint ${command ?? '[命令]'} [选项] [路径…]`,
    paths: '路径：文件、文件夹、通配符或 -（标准输入）；不写时为当前文件夹',
    commands: '命令',
    options: '选项',
    examples: '示例',
    exits: '退出码',
    more: '各命令的选项：planlint 命令 --help',
    summary: {
      ...teamZh.summary,
      ...serverZh.summary,
      ...inputZh.summary,
      ...catalogueZh.summary,
      ...unitsZh.summary,
      check: '检查计划，列出问题（不写命令时即为此命令）',
      export: '输出计划的内容：章节、任务、责任单位、时限',
      outline: '显示提纲：编号、责任单位、时限',
    },
    details: {
      ...teamZh.details,
      ...serverZh.details,
      ...inputZh.details,
      ...catalogueZh.details,
      ...unitsZh.details,
      check:
        '检查计划，列出问题。文件夹中只取 *.plan、*.workplan 和名称或内容是计划的 .txt；直接写明的文件一律检查。',
      export: '把计划的内容输出为数据，供其他程序使用。',
      outline: '显示计划的提纲：章节和任务，连同编号、责任单位和时限。',
    },
    option: {
      ...teamZh.option,
      ...serverZh.option,
      ...inputZh.option,
      format: '输出格式，可带文件名，可写多次',
      output: '写入文件，而不是显示在屏幕上',
      severity: '只显示此级别及以上的问题，默认 info；不影响退出码',
      quiet: '只显示错误，同 --severity error',
      'max-warnings': '警告不超过此数时，退出码仍为 0，默认 0',
      rule: '只用这条规则检查，可写多次',
      'missing-lead': '何时要求每项任务写明牵头人或责任单位',
      'missing-unit': '何时要求每项任务写明责任单位',
      'missing-deadline': '何时要求每项任务写明完成时限',
      'stdin-filename': '标准输入的内容所属的文件名',
      locale: '界面语言，默认按 LC_ALL、LC_MESSAGES、LANG 判断',
      color: '使用颜色',
      'no-color': '不用颜色，同设置 NO_COLOR',
      help: '显示帮助',
      version: '显示版本',
    },
    choices: (choices) => `（${choices.join('、')}）`,
    exit: [
      '0  没有错误和警告',
      '1  有错误，或警告多于 --max-warnings',
      '2  用法有误，或有文件读不了',
      '3  程序内部错误',
    ],
  },
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
    return `Checked ${documents.join(' and ')} with ${many(counts.tasks, 'task')}: ${found.join(', ') || 'no problems'}${hidden}.`;
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
  help: {
    about: 'Reads and checks Chinese work plans (工作要点, 实施方案, 行动计划, 任务分工).',
    usage: 'Usage',
    call: (command) => `planlint ${command ?? '[COMMAND]'} [OPTIONS] [PATHS...]`,
    paths: 'PATHS: files, folders, globs or - (standard input); the current folder if none is given',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    exits: 'Exit codes',
    more: 'The options of a command: planlint COMMAND --help',
    summary: {
      ...teamEn.summary,
      ...serverEn.summary,
      ...inputEn.summary,
      ...catalogueEn.summary,
      ...unitsEn.summary,
      check: 'check plans and list what is wrong (the default command)',
      export: 'print what plans contain: sections, tasks, owners, deadlines',
      outline: 'print the outline with numbers, owners, deadlines',
    },
    details: {
      ...teamEn.details,
      ...serverEn.details,
      ...inputEn.details,
      ...catalogueEn.details,
      ...unitsEn.details,
      check:
        'Checks plans and lists what is wrong. From folders it takes *.plan, *.workplan and .txt files that are plans by name or content; a file that is named is always checked.',
      export: 'Prints what plans contain as data for other programs.',
      outline: 'Prints the outline of plans: sections and tasks with their numbers, owners and deadlines.',
    },
    option: {
      ...teamEn.option,
      ...serverEn.option,
      ...inputEn.option,
      format: 'output format, with a file to write it to if wanted; may be repeated',
      output: 'write to a file instead of standard output',
      severity: 'the lowest severity shown, info by default; does not change the exit code',
      quiet: 'show errors only, as --severity error',
      'max-warnings': 'exit with 0 up to this many warnings, 0 by default',
      rule: 'check this rule only; may be repeated',
      'missing-lead': 'when every task must name who leads or is responsible',
      'missing-unit': 'when every task must name a responsible unit',
      'missing-deadline': 'when every task must state a deadline',
      'stdin-filename': 'the file name of what comes from standard input',
      locale: 'language; by default LC_ALL, LC_MESSAGES or LANG decide',
      color: 'use colours',
      'no-color': 'use no colours, as with NO_COLOR',
      help: 'print this help',
      version: 'print the version',
    },
    choices: (choices) => ` (${choices.join(', ')})`,
    exit: [
      '0  no errors and no warnings',
      '1  errors, or more warnings than --max-warnings',
      '2  wrong usage, or a file that cannot be read',
      '3  internal fault',
    ],
  },
};

function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
