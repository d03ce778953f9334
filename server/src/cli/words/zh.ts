import type { StubPlace } from '../../core/lint/stub/style.ts';
import type { FieldRole } from '../../core/plan/plan.ts';
import type { Counts } from '../check/checked.ts';
import type { Locale, Shard } from '../options.ts';
import type { FieldSurvey } from '../survey.ts';
import { helpZh } from './help.ts';
import { officeZh } from './office.ts';
import { recordsZh } from './records.ts';

/** Everything that the command line says, in Chinese; what rules say they bring along themselves. */
export const zh = {
  locale: 'zh' as Locale,
  unknownOption: (option: string, near: string | undefined) =>
    `没有 ${option} 这个选项${near ? `，是不是 ${near}？` : '。'}`,
  notAlone: (option: string, other: string) => `${option} 只能单独使用，不能和 ${other} 一起写，请去掉一个。`,
  foreignOption: (option: string, command: string) => `${command} 命令不用 ${option} 选项。`,
  needlessValue: (option: string, value: string) => `${option} 是开关，不带值，请去掉“=${value}”。`,
  missingValue: (option: string, value: string, choices: readonly string[] | undefined) =>
    `${option} 后面缺少${choices ? `值，可用：${choices.join('、')}` : ` ${value}`}。`,
  wrongChoice: (option: string, value: string, choices: readonly string[], near: string | undefined) =>
    `${option} 不能是“${value}”，${near ? `是不是 ${near}？` : ''}可用：${choices.join('、')}。`,
  sameDestination: (formats: readonly string[]) =>
    `只能有一种格式写到同一处，而这里有 ${formats.join('、')}，请给其余格式写明文件，如 --format ${formats.at(-1)}:FILE。`,
  sameFile: (file: string) => `两处都要用 ${file} 这个文件，请给其中一处换个文件名。`,
  overInput: (file: string) => `${file}：这个文件正要读取，不能把结果写在上面，请换个文件名。`,
  outputUnused: '每种格式都写明了文件，--output 没有内容可写，请去掉。',
  wrongNumber: (option: string, value: string) => `${option} 应为非负整数，而不是“${value}”。`,
  unknownRule: (id: string, near: string | undefined) =>
    `没有 ${id} 这条规则${near ? `，是不是 ${near}？` : '。'}`,
  unknownCommand: (word: string, near: string) =>
    `没有 ${word} 这个命令，也没有这个文件，是不是 planlint ${near}？`,
  stdinUnread: '--stdin-filename 只在读标准输入时有用，请在文件处写上 -。',
  manual: (address: string) => `手册：${address}`,
  seeHelp: (command: string | undefined) => `用法见 planlint ${command ? `${command} ` : ''}--help。`,
  /** Why a path gives nothing to read; `code` is the system's own. */
  problem: {
    missing: (path: string) => `${path}：没有这个文件或文件夹，请检查路径。`,
    unnameable: (path: string) => `${path}：名称不是 UTF-8 编码，无法打开，请改名后再检查。`,
    noPlans: (path: string) =>
      `${path}：文件夹里没有工作计划（*.plan、*.workplan 和名称或内容是计划的 .txt），其他文件请直接写明文件名。`,
    noMatch: (path: string) => `${path}：没有相符的工作计划，请检查通配符。`,
    forbidden: (path: string) => `${path}：没有读取权限，请更改权限后重试。`,
    unreadable: (path: string, code: string) => `${path}：无法读取（${code}），请检查该文件或文件夹。`,
    noFile: (path: string) => `${path}：这不是文件，而是管道、套接字或设备，没有读取。`,
    huge: (path: string) => `${path}：大于 32 MB，不会是计划；请拆成几份，或用 ignore 排除。`,
    broken: (path: string) => `${path}：不是完整的 Office 文件，可能已损坏，请用 Word 或 WPS 打开后另存。`,
    encrypted: (path: string) => `${path}：有密码保护，请去掉密码后另存。`,
    legacy: (path: string) => `${path}：是旧格式（.doc、.xls、.wps），请另存为 .docx 或 .xlsx。`,
    oversized: (path: string) => `${path}：解开后过大，不像是文档，没有读取。`,
    dtd: (path: string) => `${path}：含有文档类型声明（DTD），不安全，没有读取。`,
    otherKind: (path: string) => `${path}：是其他类型的 Office 文件，这里只能读 .docx 和 .xlsx。`,
    binary: (path: string) => `${path}：不是文本文件，请在 Word 或 WPS 中另存为 UTF-8 编码的纯文本后再检查。`,
    undecodable: (path: string) =>
      `${path}：既不是 UTF-8 也不是 GB18030 编码，或文字已损坏，请另存为 UTF-8 后重试。`,
  },
  cannotWrite: (path: string, code: string) => `${path}：无法写入（${code}），请检查路径、权限和磁盘空间。`,
  fault: (what: string) =>
    `内部错误：${what}。这是 Planlint 的缺陷，请报告；设置 PLANLINT_DEBUG=1 可看到详细位置。`,
  severity: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
  reading: '正在读取',
  checking: '正在检查',
  summary: (counts: Counts) => {
    const say = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : []);
    const documents = [
      ...(counts.plans > 0 || counts.directories === 0 ? [`${counts.plans} 份计划`] : []),
      ...say(counts.directories, '份名录'),
    ];
    const found = [
      ...say(counts.error, '个错误'),
      ...say(counts.warning, '个警告'),
      ...say(counts.info, '条信息'),
      ...say(counts.hint, '条提示'),
    ];
    const hidden = counts.hidden > 0 ? `（其中 ${counts.hidden} 个未显示）` : '';
    const { plans, taskless } = counts;
    const none = plans === 1 ? '（未认出任何任务）' : `（其中 ${taskless} 份未认出任何任务）`;
    return `已检查 ${documents.join('、')}，${counts.tasks} 项任务${taskless > 0 ? none : ''}：${found.join('，') || '没有发现问题'}${hidden}。`;
  },
  role: { tasks: '任务', objectives: '目标', review: '回顾', guidance: '总体要求', safeguards: '保障' },
  leads: '牵头',
  units: '责任',
  support: '配合',
  deadline: '时限',
  and: '、',
  colon: '：',
  fix: '可修正：',
  clash: (a: string, b: string) => `${a} 和 ${b} 不能同时使用，请去掉一个。`,
  notStdin: (option: string) => `${option} 只能用于文件，不能用于标准输入。`,
  namelessInput:
    '标准输入没有文件名，无法记入基线，请直接写明文件，或用 planlint check --stdin-filename 写明它的文件名。',
  wrongThreads: (value: string) => `--threads 应为 1 到 999 的整数或 auto，而不是“${value}”。`,
  wrongShard: (value: string) => `--shard 应为 3/8 这样的第几份和份数，而不是“${value}”。`,
  emptyList: (path: string) => `${path}：没有列出任何文件，无事可做。`,
  badList: (path: string) => `${path}：不是 UTF-8 编码的文件名单，请另存为 UTF-8 后重试。`,
  emptyShard: ({ index, count }: Shard) => `第 ${index}/${count} 份中没有计划，无需检查。`,
  records: recordsZh,
  wrongDay: (value: string) => `--today 应为 2026-09-30 这样的日期，而不是“${value}”。`,
  noBaseline: (path: string) =>
    `${path}：没有这个基线文件，请先用 planlint baseline --baseline ${path} 写入。`,
  badBaseline: (path: string) =>
    `${path}：不是可用的基线文件，请用版本库恢复，或删除后用 planlint baseline 重写。`,
  known: (count: number, path: string) => `${path}：另有 ${count} 个已知问题，不计入结果。`,
  solved: (count: number, path: string) =>
    `${path}：有 ${count} 个已知问题已经解决，可加 --prune 从基线中删去。`,
  baselineWritten: (path: string, count: number, added: number, removed: number) =>
    `${path}：共记入 ${count} 个已知问题（新增 ${added} 个，删去 ${removed} 个）。`,
  undivided: (format: string, divided: readonly string[]) =>
    `格式 ${format} 不能按 --by 分列；可以分列的有 ${divided.join('、')}。`,
  noGit: '没有找到 git，--since、--staged、--changed-lines 需要它，请先安装。',
  noRepository: '当前文件夹不在 git 版本库的工作区中，请在版本库内使用 --since、--staged、--changed-lines。',
  gitSaid: (what: string) => `git 未能说明改动：${what}`,
  unknownRevision: (revision: string, near: string | undefined) =>
    `版本库中没有 ${revision} 这个版本${near ? `，是不是 ${near}？` : '，请检查分支、标签或提交号；持续集成中可能需要取回完整历史。'}`,
  nothingChanged: '没有改动的计划，无需检查。',
  whichShell: (given: string | undefined, near: string | undefined, shells: readonly string[]) =>
    `${given === undefined ? '请写明一种命令行环境' : `没有适用于 ${given} 的补全`}${near ? `，是不是 ${near}？` : '，'}可用：${shells.join('、')}。`,
  watching: '正在等待文件改动，按 Ctrl+C 结束。',
  cannotWatch: (folder: string, code: string) =>
    `${folder}：无法留意其中的改动（${code}），请检查权限或系统允许的监视数量。`,
  interrupted: '已中断，没有完成；已写入的文件都是完整的。',
  stats: {
    steps: '步骤',
    step: { read: '查找、读取', check: '检查', judge: '比对基线和改动', report: '输出' },
    parse: '解析',
    rules: '规则',
    total: '总计',
    rule: '规则',
    findings: '问题',
    files: (count: number, remembered: number) =>
      `${count} 份文件，其中 ${remembered} 份的结果取自缓存，没有重新检查。`,
  },
  /** Why a file is read or not; `by` is the line that says so. */
  why: {
    named: () => '直接写明',
    stdin: () => '标准输入',
    name: () => '名称是计划',
    content: () => '内容是计划',
    files: (by: string) => `配置 files（${by}）`,
    noPlan: () => '不检查：内容不是计划',
    tooLarge: () => '不检查：大于 4 MB，不会是计划',
    hidden: () => '不检查：名称以点开头，是隐藏的',
    packages: () => '不检查：其中是安装的程序包',
    same: (by: string) => `不检查：与 ${by} 是同一个文件`,
    ignored: (by: string) => `不检查：${by}`,
  },
  /** A value that nobody set. */
  usual: '默认',
  noConfiguration: '没有 planlint.json',
  /** Why a file is not written back. */
  refused: {
    inexact: (path: string) => `${path}：改后的文字不能原样写回它的编码，未作改动，请另存为 UTF-8 后重试。`,
    unwritable: (path: string, code: string) =>
      `${path}：无法写入（${code}），未作改动，请检查权限和磁盘空间。`,
    unstaged: (path: string) => `${path}：还有没有暂存的改动，没有修正；请先暂存这些改动，或把它们收起来。`,
    changed: (path: string) => `${path}：检查期间已被别的程序改动，未写入，请重新运行。`,
  },
  noDirectory: (path: string) =>
    `${path}：planlint.json 的 directories 所指的名录不存在或者无法读取，请检查。`,
  cut: (root: string) =>
    `${root}：文件太多，没有找遍其中的责任单位名录，请在 planlint.json 的 directories 中写明。`,
  fixed: (fixes: number, files: number) => `已在 ${files} 个文件中修正 ${fixes} 处。`,
  wouldFix: (fixes: number, files: number) => `可在 ${files} 个文件中修正 ${fixes} 处。`,
  tooMany: (count: number, most: number) => `有 ${count} 个警告，超过 --max-warnings 允许的 ${most} 个。`,
  notStaged: (files: number) => `${files} 份文件已修正，但还没有暂存：请核对后 git add，再提交。`,
  untold: (count: number, rules: string) =>
    `有 ${count} 个级别较低、未显示的问题，因此检查不通过（${rules}）；去掉 --quiet 或 --severity 即可看到，也可用 --max-warnings 放行。`,
  nothingFixed: '没有可修正之处。',
  /** What only reports say. */
  report: {
    severity: '级别',
    line: '行',
    problem: '问题',
    rule: '规则',
    related: '另见：',
    more: (count: number) => `另有 ${count} 处未列出。`,
    title: '工作计划检查报告',
    contents: '文件',
    counted: { error: '个错误', warning: '个警告', info: '条信息', hint: '条提示' },
    at: (line: number) => `第${line}行`,
    documents: '份文件',
    tasks: '项任务',
    problems: '个问题',
    filter: '点一下数字，可以收起或展开该级别的问题；收起的不会打印。',
    clean: '没有发现问题的文件',
    about: '以上规则',
    wrong: '错：',
    right: '对：',
    authority: (standard: string) => `依据：${standard}。`,
    silenced: (count: number) => `另有 ${count} 处已在文中注明不作检查。`,
  },
  /** About the rules themselves, and what stands in place of paths. */
  catalogue: {
    noOperand: (command: string, operand: string) => `${command} 命令不带“${operand}”，请去掉。`,
    noRuleHere: (operand: string) =>
      `rules 命令不带“${operand}”，要看一条规则请用 planlint explain ${operand}。`,
    whichRule: '请写明规则，如 planlint explain missing-lead；全部规则见 planlint rules。',
    severity: '默认级别',
    off: '关闭',
    authority: '依据',
    fix: '修正',
    fixes: {
      safe: '--fix 自动修正，不改字句',
      unsafe: '可修正，但会改动字句，需确认（--unsafe-fixes）',
      stub: '插入待填的空位，由人填写',
      none: '由人修改',
    },
    wrong: '错：',
    right: '对：',
    byDirectory: '名录：',
    switchOff: '如何关闭',
    inConfiguration: '在 planlint.json 中：',
    inText: '在上一行写注释，只对下一行有效：',
    counted: (count: number) => `共 ${count} 条规则；单看一条：planlint explain 规则。`,
    takes: {
      rule: { call: '规则…', about: '规则：规则的编号，全部编号见 planlint rules' },
      shell: { call: 'SHELL', about: 'SHELL：bash、zsh、fish 或 powershell' },
      nothing: { call: '', about: '不带路径' },
    },
  },
  unitsCommand: {
    columns: ['名称', '类别', '牵头', '责任', '配合', '名录', '别名'],
    kinds: { person: '人员', unit: '单位', group: '统称' },
    unlisted: '未收录',
    counted: (units: number, missing: number) =>
      missing === 0 ? `共 ${units} 个，名录都已收录。` : `共 ${units} 个，其中 ${missing} 个名录未收录。`,
    none: '这些计划没有写明任何单位或人员。',
    exists: (path: string) => `${path}：已有这个文件，不会覆盖；请换一个名称，或先移走它。`,
    written: (path: string) => `已写入 ${path}，请核对后补充。`,
  },
  faultyDictionary: (path: string) => `${path} 有错，没有改动；请先改正，planlint check 会指出在哪里。`,
  learnt: (path: string, count: number) =>
    count === 0
      ? `没有找到专用词，${path} 没有改动。`
      : `${path} 的 words.add 已有这 ${count} 个词，请通读一遍，删去其实写错的。`,
  /** What `init` writes into the configuration. */
  init: {
    made: (plans: number, tasks: number) => `planlint init 依照 ${plans} 份计划、${tasks} 项任务写成。`,
    numbers: (shapes: readonly string[]) => `各级编号写作：${shapes.join(' → ')}`,
    comments: '两条斜线后面是说明，可以修改或删去。',
    missing: {
      'missing-lead':
        '每项任务都应写明牵头人或责任单位：always 一律要求；auto 有任务写明时才要求其余任务，全文都没有时只在标题提醒一次；never 不要求。',
      'missing-unit': '有牵头领导的任务也应写明责任单位。',
      'missing-deadline': '每项任务都应写明完成时限。',
    },
    field: ({ role, plans, stated, of, labels, place }: FieldSurvey, all: number) => {
      if (plans === 0) return `${zhRole[role]}：现有计划都没有写。`;
      const written = labels.length > 0 ? `，写作“${labels.slice(0, 3).join('”“')}”` : '';
      const where = place ? `，${zhPlace[place]}` : '';
      return `${zhRole[role]}：${all} 份计划中有 ${plans} 份写明，其 ${of} 项任务中有 ${stated} 项${written}${where}。`;
    },
    labels: '除常用标签外，本单位自己的标签，如 { "unit": ["具体承办"] }；另有 lead、support、deadline。',
    strangers: (labels: readonly string[]) =>
      `“${labels.join('”“')}”像是字段的标签，但不认识；如果是，请去掉下一行的斜线，并按含义放在 lead、unit、support 或 deadline 下。`,
    rules:
      '各规则的级别：error、warning、info、hint 或 off，如 { "number-gap": "error" }；全部规则见 planlint rules。',
    found: (counts: readonly string[]) =>
      `现有问题：${counts.join('、')}。旧问题可用 planlint baseline 记下，以后只看新的。`,
    ignore: '文件夹中不检查的文件，写法同 .gitignore，如 "草稿/"。',
    directories: '责任单位名录：其中没有的单位和领导会被指出。',
    noDirectory: '责任单位名录所在的文件；有了名录，才能指出不存在的单位和领导。',
    exists: (path: string) => `${path} 已经存在，没有改动；要看会写什么，请加 --dry-run。`,
    done: (path: string) => `已写入 ${path}。接着可以：planlint 检查；planlint baseline 记下旧问题。`,
  },
  help: helpZh,
  office: officeZh,
};

const zhRole: Readonly<Record<FieldRole, string>> = {
  lead: '牵头',
  unit: '责任单位',
  support: '配合单位',
  deadline: '完成时限',
};

const zhPlace: Readonly<Record<StubPlace, string>> = {
  bracket: '在任务末尾的括号里',
  line: '另起一行',
  inline: '接在正文后面',
  cell: '在表格里',
};
