import { rules } from '../../core/rules/index.ts';
import { defaultSettings } from '../../core/settings.ts';
import { lineStartsOf } from '../../core/text.ts';
import type { Options } from '../args.ts';
import { type Examined, examine, type Job } from '../check/examine.ts';
import { checkedOf, verdictOf } from '../check/verdict.ts';
import { readSources } from '../documents.ts';
import { type Exit, worst } from '../host.ts';
import { nearest } from '../nearest.ts';
import { deliver } from '../report/deliver.ts';
import { reporters } from '../report/index.ts';
import type { CheckedFile } from '../report/reporter.ts';
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
    'rule',
    'missing-lead',
    'missing-unit',
    'missing-deadline',
    'stdin-filename',
  ],
  formats: reporters.map(({ format }) => format),
  run: checkPlans,
};

async function checkPlans(options: Options, call: Call): Promise<Exit> {
  const { words, complain, blame } = call;
  const ids = rules.map(({ id }) => id);
  const unknown = options.rules.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    await complain(words.unknownRule(unknown, nearest(unknown, ids)));
    return 2;
  }
  const chosen = options.rules.length === 0 ? ids : options.rules;
  const { sources, exit: unread } = await readSources(options, call);
  const found: CheckedFile[] = [];
  let exit = unread;
  for (const { path, text } of sources) {
    const settings = { ...defaultSettings, missing: options.missing };
    const job = { path, text, settings, rules: chosen, directories: [] };
    try {
      found.push(fileOf(job, examine(job), options));
    } catch (fault) {
      exit = worst(exit, await blame(fault));
    }
  }
  const written = await deliver(checkedOf(found, options), options, call);
  return worst(exit, written, verdictOf(found, options.maxWarnings));
}

/** Hints are for the editor: they are not even counted unless they are asked for. */
function fileOf({ path, text }: Job, { kind, tasks, findings }: Examined, options: Options): CheckedFile {
  return {
    path,
    plan: { text, lineStarts: lineStartsOf(text), kind },
    tasks,
    findings: options.severity === 'hint' ? findings : findings.filter(({ severity }) => severity !== 'hint'),
  };
}
