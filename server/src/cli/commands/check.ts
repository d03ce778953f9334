import type { Options } from '../args.ts';
import { consult, openBaseline } from '../check/known.ts';
import { runCheck } from '../check/run.ts';
import { Clock, statsOf } from '../check/stats.ts';
import { checkedOf, verdictOf } from '../check/verdict.ts';
import { type Exit, worst } from '../host.ts';
import { deliver } from '../report/deliver.ts';
import { reporters } from '../report/index.ts';
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
    'stdin-filename',
  ],
  formats: reporters.map(({ format }) => format),
  run: checkPlans,
};

async function checkPlans(options: Options, call: Call): Promise<Exit> {
  const { words, complain } = call;
  const { baseline: path, exitZero } = options.run;
  const baseline = path === undefined ? {} : await openBaseline(path, options, call);
  const clock = new Clock();
  const ran = baseline && (await runCheck(options, call, clock));
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
    const isLookedAt = ran.counts(file);
    const left = file.findings.filter(
      (finding) => !consulted?.known.has(finding) && isCounted(finding, options) && isLookedAt(finding),
    );
    return { ...file, findings: left };
  });
  clock.done('judge');
  const written = await deliver(checkedOf(files, options), options, call);
  clock.done('report');
  if (options.run.stats) await call.host.stderr.write(statsOf(clock, ran.work, words));
  const verdict = exitZero ? 0 : verdictOf(files, options.maxWarnings);
  return worst(ran.exit, consulted?.written === false ? 2 : 0, written, verdict);
}

/** Hints are for the editor: they are not even counted unless they are asked for. */
function isCounted({ severity }: { readonly severity: string }, options: Options): boolean {
  return severity !== 'hint' || options.severity === 'hint';
}
