import type { Finding } from '../../core/lint/finding.ts';
import type { Options } from '../args.ts';
import { consult, openBaseline } from '../check/known.ts';
import { runCheck, runDiff } from '../check/run.ts';
import { Clock, statsOf } from '../check/stats.ts';
import { checkedOf, verdictOf } from '../check/verdict.ts';
import { type Exit, worst } from '../host.ts';
import { listFiles } from '../input/list-files.ts';
import { printConfig } from '../input/print-config.ts';
import { deliver } from '../report/deliver.ts';
import { reporters } from '../report/index.ts';
import { watch } from '../watch.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Lists what is wrong in plans. */
export const check: Command = {
  name: 'check',
  options: [
    'format',
    'output',
    'severity',
    'quiet',
    'max-warnings',
    'exit-zero',
    'rule',
    'missing-lead',
    'missing-unit',
    'missing-deadline',
    'today',
    'baseline',
    'baseline-update',
    'prune',
    'since',
    'staged',
    'changed-lines',
    'cache',
    'cache-location',
    'threads',
    'stats',
    'watch',
    'stdin-filename',
    'config',
    'no-config',
    'print-config',
    'list-files',
    'fix',
    'unsafe-fixes',
    'diff',
  ],
  formats: reporters.map(({ format }) => format),
  run: checkPlans,
};

/** Mends what can be mended for certain, and lists the rest. */
export const fix: Command = {
  ...check,
  name: 'fix',
  // What is in the index cannot be mended from here.
  options: check.options.filter((name) => name !== 'fix' && name !== 'staged'),
  run: (options, call) =>
    checkPlans({ ...options, input: { ...options.input, fix: options.input.fix ?? 'safe' } }, call),
};

async function checkPlans(options: Options, given: Call): Promise<Exit> {
  const { input } = options;
  if (input.printConfig !== undefined) return printConfig(input.printConfig, options, given);
  if (input.listFiles) return listFiles(options, given);
  if (input.diff) return runDiff(options, given);
  return options.run.watch
    ? watch(() => checkOnce(options, given), options, given)
    : checkOnce(options, given);
}

async function checkOnce(options: Options, given: Call): Promise<Exit> {
  const { words, complain } = given;
  const { input } = options;
  const call = input.fix && options.paths.includes('-') ? besideText(given) : given;
  const { baseline: path, exitZero } = options.run;
  const baseline = path === undefined ? {} : await openBaseline(path, options, call);
  const clock = new Clock();
  const ran = baseline && (await runCheck(options, given, clock));
  if (!ran) return 2;
  const consulted = path === undefined ? undefined : await consult(path, baseline, ran, options, call);
  if (consulted && path !== undefined && options.severity !== 'error') {
    const { known, solved, size, added, removed } = consulted;
    if (added + removed > 0) await complain(words.team.baselineWritten(path, size, added, removed));
    const hidden = [...known].filter((finding) => isCounted(finding, options)).length;
    if (hidden > 0) await complain(words.team.known(hidden, path));
    if (solved > 0) await complain(words.team.solved(solved, path));
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
  const written = await deliver(checkedOf(files, options), options, call);
  clock.done('report');
  const statistics = options.run.stats
    ? await write(statsOf(clock, ran.work, words), { ...besideText(call), output: undefined })
    : 0;
  const verdict = exitZero ? 0 : verdictOf(files, options.maxWarnings);
  return worst(ran.exit, consulted?.written === false ? 2 : 0, written, statistics, verdict);
}

/** For what stands beside the text or the report that goes to standard output. */
function besideText(call: Call): Call {
  return { ...call, host: { ...call.host, stdout: call.host.stderr } };
}

/** Hints are for the editor: they are not even counted unless they are asked for. */
function isCounted({ severity }: { readonly severity: string }, options: Options): boolean {
  return severity !== 'hint' || options.severity === 'hint';
}
