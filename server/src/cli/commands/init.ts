import { CONFIG_NAME } from '../../config/names.ts';
import { lint } from '../../core/lint/lint.ts';
import { defaultSettings } from '../../core/lint/settings.ts';
import { rules } from '../../core/rules/index.ts';
import type { Options } from '../args.ts';
import { readDocuments } from '../documents.ts';
import type { Exit } from '../host.ts';
import { configFor, type RuleCount } from '../init/config.ts';
import { surveyOf } from '../init/survey.ts';
import { write } from '../write.ts';
import type { Call, Command } from './command.ts';

/** Looks at the plans that are there and writes a configuration that fits them. */
export const init: Command = {
  name: 'init',
  options: ['dry-run'],
  formats: [],
  run: writeConfig,
};

async function writeConfig(options: Options, call: Call): Promise<Exit> {
  const { host, words, complain } = call;
  const dry = options.run.dryRun;
  if (!dry && (await host.files.kind(CONFIG_NAME)) !== undefined) {
    await complain(words.init.exists(CONFIG_NAME));
    return 2;
  }
  const { documents, exit } = await readDocuments(options, call);
  if (documents.length === 0) return exit;
  const found = new Map<string, number>();
  for (const { plan } of documents) {
    for (const { rule, severity } of lint(plan, rules, defaultSettings)) {
      if (severity !== 'hint') found.set(rule, (found.get(rule) ?? 0) + 1);
    }
  }
  const counts: readonly RuleCount[] = [...found]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count);
  const config = configFor(surveyOf(documents), counts, words.init);
  if (dry) return write(config, call);
  const written = await write(config, { ...call, output: CONFIG_NAME });
  return written === 0 ? write(`${words.init.done(CONFIG_NAME)}\n`, call) : written;
}
