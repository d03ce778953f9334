import type { Finding } from '../../core/lint/finding.ts';
import { type CheckedFile, checkedOf, verdictOf } from '../check/checked.ts';
import { consult, openBaseline } from '../check/known.ts';
import { REVIEW, review } from '../check/review.ts';
import { runCheck, runDiff } from '../check/run.ts';
import { Clock, statsOf } from '../check/stats.ts';
import type { Call, Command } from '../command.ts';
import { type Exit, worst } from '../host.ts';
import { listFiles, printConfig } from '../input/show.ts';
import type { Options } from '../options.ts';
import { checkRecords } from '../records/check.ts';
import { deliver } from '../report/deliver.ts';
import { reporters } from '../report/index.ts';
import { fails } from '../report/reporter.ts';
import { byCount } from '../survey.ts';
import { watch } from '../watch.ts';
import { write } from '../write.ts';

/** Lists what is wrong in plans. */
export const check: Command = {
  name: 'check',
  summary: {
    zh: '检查计划，列出问题（不写命令时即为此命令）',
    en: 'check plans and list what is wrong (the default command)',
  },
  details: {
    zh: '检查计划，列出问题。文件夹中只取 *.plan、*.workplan 和名称或内容是计划的 .txt；直接写明的文件一律检查，Word 文档（.docx）也可以；--format docx:审阅稿.docx 把问题写成批注。',
    en: 'Checks plans and lists what is wrong. From folders it takes *.plan, *.workplan and .txt files that are plans by name or content; a file that is named is always checked, a Word document (.docx), too; --format docx:REVIEWED.docx writes the findings as comments into a copy.',
  },
  examples: [
    'planlint check 2026年工作要点.txt',
    'planlint check --format json --output result.json plans/',
    'planlint check --records < plans.jsonl > findings.jsonl',
  ],
  options: [
    ...(['format', 'output', 'severity', 'quiet', 'max-warnings', 'exit-zero', 'rule'] as const),
    ...(['missing-lead', 'missing-unit', 'missing-deadline', 'today'] as const),
    ...(['baseline', 'baseline-update', 'prune', 'since', 'staged', 'changed-lines'] as const),
    ...(['cache', 'cache-location', 'threads', 'stats', 'watch', 'stdin-filename'] as const),
    ...(['files-from', 'shard', 'records'] as const),
    ...(['config', 'no-config', 'print-config', 'list-files', 'fix', 'unsafe-fixes', 'diff'] as const),
  ],
  formats: [...reporters.map(({ format }) => format), REVIEW],
  run: checkPlans,
};

/** Mends what can be mended for certain, and lists the rest. */
export const fix: Command = {
  ...check,
  name: 'fix',
  summary: {
    zh: '修正能可靠修正的问题，列出其余的问题',
    en: 'mend what can be mended for certain, and list the rest',
  },
  details: {
    zh: '修正能可靠修正的问题并写回原文件，再列出其余的问题，同 planlint check --fix。只改标点、格式之类不影响原意之处；会改动措辞的，加 --unsafe-fixes。需要由人填写的（如补责任单位）不改。',
    en: 'Mends what can be mended for certain, writes the files back and lists what is left, as planlint check --fix. Only punctuation, form and the like change, never what is said; --unsafe-fixes changes wording, too. What a person has to fill in is left alone.',
  },
  examples: ['planlint fix --diff plans/', 'planlint fix plans/'],
  options: check.options.filter((name) => name !== 'fix' && name !== 'records'),
  run: (options, call) => checkPlans({ ...options, fix: options.fix ?? 'safe' }, call),
};

async function checkPlans(options: Options, given: Call): Promise<Exit> {
  if (options.records) return checkRecords(options, given);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options, given);
  if (options.listFiles) return listFiles(options, given);
  if (options.diff) return runDiff(options, given);
  return options.watch ? watch(() => checkOnce(options, given), options, given) : checkOnce(options, given);
}

async function checkOnce(options: Options, given: Call): Promise<Exit> {
  const { words, complain } = given;
  const call = options.fix && options.paths.includes('-') ? besideText(given) : given;
  const { baseline: path, exitZero } = options;
  const baseline = path === undefined ? {} : await openBaseline(path, options, call);
  const clock = new Clock(options.stats ? () => performance.now() : () => 0);
  const ran = baseline && (await runCheck(options, given, clock));
  if (!ran) return 2;
  const consulted = path === undefined ? undefined : await consult(path, baseline, ran, options, call);
  if (consulted && path !== undefined && options.severity !== 'error') {
    const { known, solved, size, added, removed } = consulted;
    if (added + removed > 0) await complain(words.baselineWritten(path, size, added, removed));
    const hidden = [...known].filter((finding) => isCounted(finding, options)).length;
    if (hidden > 0) await complain(words.known(hidden, path));
    if (solved > 0) await complain(words.solved(solved, path));
  }
  const files = ran.files.map((file) => {
    const isOnChange = ran.counts(file);
    const isLookedAt = (finding: Finding) => isCounted(finding, options) && isOnChange(finding);
    const isKnown = (finding: Finding) => consulted?.known.has(finding) === true;
    const findings = file.findings.filter(isLookedAt);
    return {
      ...file,
      findings: findings.filter((finding) => !isKnown(finding)),
      known: findings.filter(isKnown),
      silenced: file.silenced?.filter(({ finding }) => isLookedAt(finding)) ?? [],
    };
  });
  clock.done('judge');
  const checked = checkedOf(files, options);
  const { counts } = checked;
  const written = worst(await deliver(checked, options, call), await review(checked, options, call));
  clock.done('report');
  const statistics = options.stats
    ? await write(statsOf(clock, ran.work, words), { ...besideText(call), output: undefined })
    : 0;
  const verdict = exitZero ? 0 : verdictOf(files, options.maxWarnings);
  if (verdict === 1 && isUntold(files, options)) await complain(words.untold(failing(files), rulesOf(files)));
  else if (verdict === 1 && options.maxWarnings > 0 && counts.error === 0)
    await complain(words.tooMany(counts.warning, options.maxWarnings));
  return worst(ran.exit, consulted?.written === false ? 2 : 0, written, statistics, verdict);
}

/** How many findings count against the files. */
function failing(files: readonly CheckedFile[]): number {
  return files.reduce((sum, { findings }) => sum + findings.filter(fails).length, 0);
}

/** The rules of what counts against the files, with how often each does, the most frequent first. */
function rulesOf(files: readonly CheckedFile[]): string {
  const rules = files.flatMap(({ findings }) => findings.filter(fails).map(({ rule }) => rule));
  return byCount(rules)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ');
}

/** Whether nothing that is written tells why the call fails: all that counts is hidden, and no report counts it. */
function isUntold(files: readonly CheckedFile[], { severity, reports }: Options): boolean {
  const isShown = (finding: Finding) => severity !== 'error' || finding.severity === 'error';
  const told = files.some(({ findings }) => findings.some((finding) => fails(finding) && isShown(finding)));
  return !told && !reports.some(({ format, file }) => file === undefined && COUNTING.has(format));
}

/** Formats that end with the counts of what is hidden, too. */
const COUNTING: ReadonlySet<string> = new Set(['pretty', 'json', 'html']);

/** For what stands beside the text or the report that goes to standard output. */
function besideText(call: Call): Call {
  return { ...call, host: { ...call.host, stdout: call.host.stderr } };
}

/** Hints are for the editor: they are not even counted unless they are asked for. */
function isCounted({ severity }: { readonly severity: string }, options: Options): boolean {
  return severity !== 'hint' || options.severity === 'hint';
}
