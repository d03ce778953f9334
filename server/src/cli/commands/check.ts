import type { Finding } from '../../core/lint/finding.ts';
import { type CheckedFile, type Counts, shownOf, Tally, verdictOf } from '../check/checked.ts';
import { type Consulted, consult, openBaseline } from '../check/known.ts';
import { REVIEW, review } from '../check/review.ts';
import { type FoundFile, runCheck, runDiff } from '../check/run.ts';
import { Clock, statsOf } from '../check/stats.ts';
import type { Call, Command } from '../command.ts';
import { type Exit, worst } from '../host.ts';
import { listFiles, printConfig } from '../input/show.ts';
import type { Options } from '../options.ts';
import { checkRecords } from '../records/check.ts';
import { beginReports } from '../report/deliver.ts';
import { reporters } from '../report/index.ts';
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
  const tally = new Tally(options);
  const reports = await beginReports(options, call);
  const reviewed: CheckedFile[] = [];
  const show = async (file: FoundFile, isKnown: (finding: Finding) => boolean) => {
    const judged = judgedOf(file, options, isKnown);
    tally.add(judged);
    const shown = shownOf(judged, options);
    if (reviewed.length < 2) reviewed.push(shown);
    clock.done('judge');
    await reports.add(shown);
  };
  // What a baseline knows may have moved to another file, so that all files have to be known first.
  const found: FoundFile[] = [];
  const ran =
    baseline &&
    (await runCheck(options, given, clock, (file) =>
      path === undefined ? show(file, () => false) : void found.push(file),
    ));
  if (!ran) return 2;
  let isWritten = true;
  if (path !== undefined) {
    const checked = { files: found, rules: ran.rules };
    const { known, written, ...consulted } = await consult(path, baseline, checked, options, call);
    isWritten = written;
    if (options.severity !== 'error') await tell(path, known, consulted, options, call);
    for (const file of found) await show(file, (finding) => known.has(finding));
  }
  const { counts } = tally;
  const written = worst(await reports.end(counts), await review(reviewed, options, call));
  clock.done('report');
  const statistics = options.stats
    ? await write(statsOf(clock, ran.work, words), { ...besideText(call), output: undefined })
    : 0;
  const verdict = exitZero ? 0 : verdictOf(counts, options.maxWarnings);
  if (verdict === 1 && isUntold(counts, options)) {
    const rules = tally.failing.map(([rule, count]) => `${rule} ${count}`).join(', ');
    await complain(words.untold(counts.error + counts.warning, rules));
  } else if (verdict === 1 && options.maxWarnings > 0 && counts.error === 0)
    await complain(words.tooMany(counts.warning, options.maxWarnings));
  return worst(ran.exit, isWritten ? 0 : 2, written, statistics, verdict);
}

/** What counts of a file, what comments silence, and what of it the baseline knows. */
function judgedOf(file: FoundFile, options: Options, isKnown: (finding: Finding) => boolean): CheckedFile {
  const isLookedAt = (finding: Finding) => isCounted(finding, options) && file.isOnChange(finding);
  const findings = file.findings.filter(isLookedAt);
  return {
    ...file,
    findings: findings.filter((finding) => !isKnown(finding)),
    known: findings.filter(isKnown),
    silenced: file.silenced?.filter(({ finding }) => isLookedAt(finding)) ?? [],
  };
}

/** Says what the baseline at `path` holds and hides. */
async function tell(
  path: string,
  known: Consulted['known'],
  { added, removed, size, solved }: Omit<Consulted, 'known' | 'written'>,
  options: Options,
  { words, complain }: Call,
): Promise<void> {
  if (added + removed > 0) await complain(words.baselineWritten(path, size, added, removed));
  const hidden = [...known].filter((finding) => isCounted(finding, options)).length;
  if (hidden > 0) await complain(words.known(hidden, path));
  if (solved > 0) await complain(words.solved(solved, path));
}

/** Whether nothing that is written tells why the call fails: all that counts is hidden, and no report counts it. */
function isUntold({ error }: Counts, { severity, reports }: Options): boolean {
  const told = severity !== 'error' || error > 0;
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
