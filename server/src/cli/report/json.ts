import type { Locale } from '../args.ts';
import { findingModel } from './parts/model.ts';
import type { Checked, Reporter } from './reporter.ts';

/** For programs: one JSON document (schema version 1); ends of places are exclusive. */
export const json: Reporter = {
  format: 'json',
  write: (checked, { words }) => `${JSON.stringify(modelOf(checked, words.locale), null, 2)}\n`,
};

function modelOf({ files, counts }: Checked, locale: Locale) {
  return {
    schemaVersion: 1,
    files: files.map(({ path, plan, findings }) => ({
      path,
      findings: findings.map((finding) => findingModel(finding, plan, locale)),
    })),
    summary: {
      files: files.length,
      tasks: counts.tasks,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      hints: counts.hint,
    },
  };
}
