import { consult, openBaseline } from '../check/known.ts';
import { type FoundFile, runCheck } from '../check/run.ts';
import { Clock } from '../check/stats.ts';
import type { Call, Command } from '../command.ts';
import { type Exit, worst } from '../host.ts';
import { DEFAULT_BASELINE, type Options } from '../options.ts';
import { write } from '../write.ts';

/** Writes down the present findings, so that from now on only new ones count. */
export const baseline: Command = {
  name: 'baseline',
  summary: {
    zh: '把现有问题记为已知，以后只看新问题',
    en: 'write down present findings, so that only new ones count',
  },
  details: {
    zh: '把现有的问题记入基线文件，以后检查时不再计入。按规则和句子的内容记，文字挪动位置、改了编号或换了文件，仍认得出。',
    en: 'Writes present findings to a baseline file; checks with it no longer count them. They are known by rule and by what their sentence says: text may move, be renumbered or go to another file.',
  },
  examples: ['planlint baseline plans/', 'planlint check --baseline planlint.baseline.json plans/'],
  options: [
    ...(['baseline', 'prune', 'rule', 'missing-lead', 'missing-unit', 'missing-deadline', 'today'] as const),
    ...(['cache', 'cache-location', 'threads', 'config', 'no-config', 'files-from'] as const),
  ],
  formats: [],
  run: writeBaseline,
};

async function writeBaseline(given: Options, call: Call): Promise<Exit> {
  const path = given.baseline ?? DEFAULT_BASELINE;
  const options: Options = { ...given, baseline: path, renewal: given.renewal ?? 'update' };
  const known = await openBaseline(path, options, call);
  const files: FoundFile[] = [];
  const ran = known && (await runCheck(options, call, new Clock(() => 0), (file) => void files.push(file)));
  if (!ran) return 2;
  const { size, added, removed, written } = await consult(
    path,
    known,
    { files, rules: ran.rules },
    options,
    call,
  );
  if (!written) return worst(ran.exit, 2);
  const said = call.words.baselineWritten(path, size, added, removed);
  return worst(ran.exit, await write(`${said}\n`, call));
}
