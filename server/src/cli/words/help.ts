import type { OptionName } from '../args.ts';
import type { Command } from '../commands/command.ts';
import { catalogueEn, catalogueZh } from './catalogue.ts';
import { inputEn, inputZh } from './input.ts';
import { serverEn, serverZh } from './lsp.ts';
import { teamEn, teamZh } from './team.ts';
import { unitsEn, unitsZh } from './units.ts';

/** What `--help` says. */
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

export const helpZh: HelpWords = {
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
};

export const helpEn: HelpWords = {
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
};
