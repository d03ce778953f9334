import type { Options } from '../args.ts';
import { consult, openBaseline } from '../check/known.ts';
import { DEFAULT_BASELINE } from '../check/options.ts';
import { runCheck } from '../check/run.ts';
import { Clock } from '../check/stats.ts';
import { type Exit, worst } from '../host.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Writes down the present findings, so that from now on only new ones count. */
export const baseline: Command = {
  name: 'baseline',
  options: [
    'baseline',
    'prune',
    'rule',
    'missing-lead',
    'missing-unit',
    'missing-deadline',
    'today',
    'cache',
    'cache-location',
    'threads',
    'config',
    'no-config',
  ],
  formats: [],
  run: writeBaseline,
};

async function writeBaseline(given: Options, call: Call): Promise<Exit> {
  const path = given.run.baseline ?? DEFAULT_BASELINE;
  const options: Options = {
    ...given,
    run: { ...given.run, baseline: path, renewal: given.run.renewal ?? 'update' },
  };
  const known = await openBaseline(path, options, call);
  const ran = known && (await runCheck(options, call, new Clock()));
  if (!ran) return 2;
  const { size, added, removed, written } = await consult(path, known, ran, options, call);
  if (!written) return worst(ran.exit, 2);
  const said = call.words.team.baselineWritten(path, size, added, removed);
  return worst(ran.exit, await write(`${said}\n`, call));
}
