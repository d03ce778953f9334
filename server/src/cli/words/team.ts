import type { RunOptionName } from '../args.ts';
import type { Step } from '../check/stats.ts';

/** What the command line says about old findings, changes, caching, threads and setting up. */
export interface TeamWords {
  readonly clash: (a: string, b: string) => string;
  readonly notStdin: (option: string) => string;
  readonly namelessInput: string;
  readonly wrongThreads: (value: string) => string;
  readonly wrongDay: (value: string) => string;
  readonly noBaseline: (path: string) => string;
  readonly badBaseline: (path: string) => string;
  readonly known: (count: number, path: string) => string;
  readonly solved: (count: number, path: string) => string;
  readonly baselineWritten: (path: string, count: number, added: number, removed: number) => string;
  readonly noGit: string;
  readonly noRepository: string;
  readonly gitSaid: (what: string) => string;
  readonly unknownRevision: (revision: string, near: string | undefined) => string;
  readonly nothingChanged: string;
  readonly stats: StatsWords;
  readonly whichShell: (
    given: string | undefined,
    near: string | undefined,
    shells: readonly string[],
  ) => string;
  readonly watching: string;
  readonly cannotWatch: (folder: string, code: string) => string;
  readonly interrupted: string;
  readonly summary: Readonly<Record<TeamCommand, string>>;
  readonly details: Readonly<Record<TeamCommand, string>>;
  readonly option: Readonly<Record<RunOptionName, string>>;
}

interface StatsWords {
  readonly steps: string;
  readonly step: Readonly<Record<Step, string>>;
  readonly parse: string;
  readonly rules: string;
  readonly total: string;
  readonly rule: string;
  readonly findings: string;
  readonly files: (count: number, remembered: number) => string;
}

type TeamCommand = 'baseline' | 'completions' | 'init';

export const teamZh: TeamWords = {
  clash: (a, b) => `${a} 和 ${b} 不能同时使用，请去掉一个。`,
  notStdin: (option) => `${option} 只能用于文件，不能用于标准输入。`,
  namelessInput:
    '标准输入没有文件名，无法记入基线，请直接写明文件，或用 planlint check --stdin-filename 写明它的文件名。',
  wrongThreads: (value) => `--threads 应为 1 到 999 的整数或 auto，而不是“${value}”。`,
  wrongDay: (value) => `--today 应为 2026-09-30 这样的日期，而不是“${value}”。`,
  noBaseline: (path) => `${path}：没有这个基线文件，请先用 planlint baseline --baseline ${path} 写入。`,
  badBaseline: (path) => `${path}：不是可用的基线文件，请用版本库恢复，或删除后用 planlint baseline 重写。`,
  known: (count, path) => `${path}：另有 ${count} 个已知问题，不计入结果。`,
  solved: (count, path) => `${path}：有 ${count} 个已知问题已经解决，可加 --prune 从基线中删去。`,
  baselineWritten: (path, count, added, removed) =>
    `${path}：共记入 ${count} 个已知问题（新增 ${added} 个，删去 ${removed} 个）。`,
  noGit: '没有找到 git，--since、--staged、--changed-lines 需要它，请先安装。',
  noRepository: '当前文件夹不在 git 版本库的工作区中，请在版本库内使用 --since、--staged、--changed-lines。',
  gitSaid: (what) => `git 未能说明改动：${what}`,
  unknownRevision: (revision, near) =>
    `版本库中没有 ${revision} 这个版本${near ? `，是不是 ${near}？` : '，请检查分支、标签或提交号；持续集成中可能需要取回完整历史。'}`,
  nothingChanged: '没有改动的计划，无需检查。',
  whichShell: (given, near, shells) =>
    `${given === undefined ? '请写明一种命令行环境' : `没有适用于 ${given} 的补全`}${near ? `，是不是 ${near}？` : '，'}可用：${shells.join('、')}。`,
  watching: '正在等待文件改动，按 Ctrl+C 结束。',
  cannotWatch: (folder, code) => `${folder}：无法留意其中的改动（${code}），请检查权限或系统允许的监视数量。`,
  interrupted: '已中断，没有完成；已写入的文件都是完整的。',
  stats: {
    steps: '步骤',
    step: { read: '查找、读取', check: '检查', judge: '比对基线和改动', report: '输出' },
    parse: '解析',
    rules: '规则',
    total: '总计',
    rule: '规则',
    findings: '问题',
    files: (count, remembered) => `${count} 份文件，其中 ${remembered} 份的结果取自缓存，没有重新检查。`,
  },
  summary: {
    init: '看现有的计划，写出相配的配置文件 planlint.json',
    baseline: '把现有问题记为已知，以后只看新问题',
    completions: '输出命令行补全脚本',
  },
  details: {
    init: '看现有的计划怎样写标签、编号、责任和时限，在当前文件夹写出相配的 planlint.json，附有说明。已有的不会改动。',
    baseline:
      '把现有的问题记入基线文件，以后检查时不再计入。按规则和句子的内容记，文字挪动位置、改了编号或换了文件，仍认得出。',
    completions: '输出补全脚本，载入后按 Tab 键可补全命令、选项、规则编号和文件名。',
  },
  option: {
    baseline: '已知问题的基线文件，其中的问题不显示，也不计入结果',
    'baseline-update': '把现有问题全部记入基线',
    prune: '从基线中删去已经解决的问题',
    since: '只检查从这个版本（分支、标签、提交号）以来改动过的文件，含未提交的',
    staged: '只检查将要提交的文件，按暂存的内容检查',
    'changed-lines': '只计改动过的行上的问题；不写 --since 或 --staged 时从上次提交算起',
    'exit-zero': '有问题时退出码也为 0（用法错误和内部错误除外）',
    today: '以这一天为今天，写作 2026-09-30，检查是否逾期',
    cache: '记住检查结果，文件、设置和版本都没有变时不再检查',
    'cache-location':
      '缓存文件，默认为 node_modules/.cache/planlint.json，没有 node_modules 时为 .planlintcache',
    watch: '文件改动后自动重新检查，按 Ctrl+C 结束',
    threads: '同时检查所用的线程数，默认 auto：文字多时才用',
    stats: '显示各步骤和各规则所用的时间及发现的问题数',
    'dry-run': '只显示要写入的内容，不写文件',
  },
};

export const teamEn: TeamWords = {
  clash: (a, b) => `${a} and ${b} do not go together; leave one out.`,
  notStdin: (option) => `${option} works on files, not on standard input.`,
  namelessInput:
    'standard input has no name to be kept under in a baseline; name the file, or say its name with planlint check --stdin-filename.',
  wrongThreads: (value) => `--threads must be a whole number from 1 to 999 or auto, not "${value}".`,
  wrongDay: (value) => `--today must be a date like 2026-09-30, not "${value}".`,
  noBaseline: (path) =>
    `${path}: no such baseline; write it with planlint baseline --baseline ${path} first.`,
  badBaseline: (path) =>
    `${path}: not a usable baseline; restore it from version control, or delete it and run planlint baseline.`,
  known: (count, path) => `${path}: ${count} known finding${count === 1 ? '' : 's'} besides, not counted.`,
  solved: (count, path) =>
    `${path}: ${count} known finding${count === 1 ? ' is' : 's are'} solved; --prune takes ${count === 1 ? 'it' : 'them'} out of the baseline.`,
  baselineWritten: (path, count, added, removed) =>
    `${path}: ${count} known finding${count === 1 ? '' : 's'} (${added} added, ${removed} removed).`,
  noGit: 'git was not found; --since, --staged and --changed-lines need it; install it first.',
  noRepository:
    'this folder is not in the work tree of a git repository; use --since, --staged and --changed-lines in one.',
  gitSaid: (what) => `git could not tell what changed: ${what}`,
  unknownRevision: (revision, near) =>
    `the repository has no revision ${revision}${near ? `; did you mean ${near}?` : '; check the branch, tag or commit; in CI the full history may have to be fetched.'}`,
  nothingChanged: 'no plan has changed, so there is nothing to check.',
  whichShell: (given, near, shells) =>
    `${given === undefined ? 'name one shell' : `there are no completions for ${given}`}${near ? `; did you mean ${near}?` : '.'} It can be ${shells.join(', ')}.`,
  watching: 'Waiting for changes; Ctrl+C ends this.',
  cannotWatch: (folder, code) =>
    `${folder}: changes in it cannot be seen (${code}); check its permissions and the system's limit of watches.`,
  interrupted: 'interrupted and not finished; every file that was written is whole.',
  stats: {
    steps: 'step',
    step: { read: 'find and read', check: 'check', judge: 'baseline and changes', report: 'report' },
    parse: 'parse',
    rules: 'rules',
    total: 'total',
    rule: 'rule',
    findings: 'findings',
    files: (count, remembered) =>
      `${count} file${count === 1 ? '' : 's'}, ${remembered} of them from the cache and not checked again.`,
  },
  summary: {
    init: 'look at the plans that are there and write a planlint.json to match',
    baseline: 'write down present findings, so that only new ones count',
    completions: 'print a script that completes planlint in a shell',
  },
  details: {
    init: 'Looks at how the plans write labels, numbers, owners and deadlines, and writes a planlint.json with comments to match into the current folder. One that is there is left alone.',
    baseline:
      'Writes present findings to a baseline file; checks with it no longer count them. They are known by rule and by what their sentence says: text may move, be renumbered or go to another file.',
    completions:
      'Prints a script; once it is loaded, Tab completes commands, options, rule ids and file names.',
  },
  option: {
    baseline: 'file of known findings, which are neither shown nor counted',
    'baseline-update': 'write all present findings to the baseline',
    prune: 'take findings that are solved out of the baseline',
    since: 'only check files that changed since this branch, tag or commit, committed or not',
    staged: 'only check files about to be committed, with their staged content',
    'changed-lines':
      'only count findings on changed lines; without --since or --staged, since the last commit',
    'exit-zero': 'exit with 0 in spite of findings (not of wrong usage or faults)',
    today: 'take this day, like 2026-09-30, for today and check what is overdue',
    cache: 'remember results and check again only what changed: text, settings or version',
    'cache-location':
      'cache file; by default node_modules/.cache/planlint.json, or .planlintcache without node_modules',
    watch: 'check again whenever a file changes; Ctrl+C ends it',
    threads: 'threads to check in; auto by default: more than one for much text only',
    stats: 'show the time and findings of every step and rule',
    'dry-run': 'show what would be written, and write nothing',
  },
};
