import { lineStartsOf } from '../../core/text/text.ts';
import { examine, type Job } from '../check/examine.ts';
import { areKnown, settingsOf } from '../check/prepare.ts';
import type { Call } from '../command.ts';
import { type Exit, worst } from '../host.ts';
import { type Options, severities } from '../options.ts';
import { findingModel } from '../report/json.ts';
import { briefMemory } from './brief.ts';
import type { TextRecord } from './record.ts';
import { type RecordSettings, recordSettings } from './settings.ts';
import { streamRecords } from './stream.ts';
import { type Workers, workersIn } from './workers.ts';

/**
 * Checks the records of standard input and writes a line with the findings of each. Where `--exit-zero` is given,
 * records that cannot be read have no other effect either: each has its line.
 */
export async function checkRecords(options: Options, call: Call): Promise<Exit> {
  if (!(await areKnown(options.rules, call))) return 2;
  const settings = await recordSettings(options, call);
  return settings ? checkWith(settings, options, call) : 2;
}

async function checkWith(settings: RecordSettings, options: Options, call: Call): Promise<Exit> {
  const { severity, maxWarnings, exitZero, threads = 1 } = options;
  const shown = severities.slice(0, severities.indexOf(severity) + 1);
  const workers = threads > 1 ? workersIn(call.host.threads, threads) : inThis();
  let [errors, warnings] = [0, 0];

  async function answer(record: TextRecord): Promise<object> {
    const job = await jobOf(record, settings, options);
    const { kind, tasks, findings } = await workers.examine(job);
    const count = (wanted: string) => findings.filter((finding) => finding.severity === wanted).length;
    errors += count('error');
    warnings += count('warning');
    const plan = { text: record.text, lineStarts: lineStartsOf(record.text), kind };
    const models = findings
      .filter((finding) => shown.includes(finding.severity))
      .map((finding) => findingModel(finding, plan, call.words.locale));
    return { path: record.path, kind, tasks, findings: models };
  }

  try {
    const streamed = await streamRecords(answer, { width: workers.width, forgiving: exitZero }, call);
    const fails = errors > 0 || warnings > maxWarnings;
    return worst(streamed, fails && !exitZero ? 1 : 0);
  } finally {
    workers.end();
  }
}

async function jobOf(record: TextRecord, settings: RecordSettings, options: Options): Promise<Job> {
  const resolved = await settings.of(record.path);
  return {
    ...record,
    settings: settingsOf(resolved.settings, options),
    directories: await settings.directoriesOf(record, resolved),
    hints: options.severity === 'hint',
    timed: false,
  };
}

/** Engines start as many programs as they have room for, so that one thread is enough unless more are asked for. */
function inThis(): Workers {
  const memoryFor = briefMemory();
  return { width: 1, examine: async (job) => examine(job, memoryFor(job.text)), end: () => {} };
}
