/** What the commands for office files and reports say, in Chinese. */
export const officeZh = {
  revisions: (path: string, count: number) => `${path}：文档中有 ${count} 处修订，按全部接受后的文字读取。`,
  leftOut: (path: string, what: readonly string[]) => `${path}：${what.join('、')}未读入。`,
  footnotes: (count: number) => `${count} 个脚注或尾注`,
  contents: (count: number) => `${count} 行目录`,
  hidden: (count: number) => `${count} 处隐藏文字`,
  oneFile: (command: string) => `${command} 命令每次只处理一个文件，请只写一个文件名。`,
  twoPlans: '请写明两份计划：planlint diff 旧计划 新计划；或用 --since 与以前的版本比较。',
  onePlan: '用 --since 时请只写一份计划。',
  notThen: (path: string, revision: string) => `${path}：版本 ${revision} 中没有这个文件。`,
  ledgerFirst: '请先写台账，再写计划：planlint progress 台账.xlsx 计划.txt。',
  noLedger: (path: string) =>
    `${path}：没有读到任务台账，表头应有“任务”和“责任单位”“完成时限”等栏，第一行可为标题。`,
  notMended: (path: string) =>
    `${path}：不直接修改 Office 文件；可用 --format docx:审阅稿.docx 把问题写成批注。`,
  reviewOne: '--format docx 把问题写成批注，只用于检查一个 .docx 文件。',
  wrongDays: (value: string) => `--days 应为非负整数，而不是“${value}”。`,
};

/** The same in English. */
export const officeEn: typeof officeZh = {
  revisions: (path, count) =>
    `${path}: it has ${count} tracked change${count === 1 ? '' : 's'}, read as accepted.`,
  leftOut: (path, what) => `${path}: left out: ${what.join(', ')}.`,
  footnotes: (count) => `${count} footnote${count === 1 ? '' : 's'} or endnotes`,
  contents: (count) => `${count} line${count === 1 ? '' : 's'} of a table of contents`,
  hidden: (count) => `${count} stretch${count === 1 ? '' : 'es'} of hidden text`,
  oneFile: (command) => `the command ${command} takes one file at a time; name one.`,
  twoPlans: 'name two plans: planlint diff OLD NEW; or compare with an earlier version by --since.',
  onePlan: 'with --since, name one plan only.',
  notThen: (path, revision) => `${path}: the revision ${revision} has no such file.`,
  ledgerFirst: 'name the ledger first, then the plans: planlint progress LEDGER.xlsx PLAN.txt.',
  noLedger: (path) =>
    `${path}: no ledger of tasks in it; its heads should have 任务 and one of 责任单位, 完成时限 and the like.`,
  notMended: (path) =>
    `${path}: files of office programs are not changed; --format docx:REVIEWED.docx writes the findings as comments into a copy.`,
  reviewOne: '--format docx writes the findings as comments, for the check of one .docx file.',
  wrongDays: (value) => `--days must be a whole number from 0 up, not "${value}".`,
};
