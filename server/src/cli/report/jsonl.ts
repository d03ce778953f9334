import { findingModel } from './parts/model.ts';
import type { Reporter } from './reporter.ts';

/** For programs that read line by line: a finding a line, with its path; nothing where nothing was found. */
export const jsonl: Reporter = {
  format: 'jsonl',
  write: ({ files }, { words }) =>
    files
      .flatMap(({ path, plan, findings }) =>
        findings.map(
          (finding) => `${JSON.stringify({ path, ...findingModel(finding, plan, words.locale) })}\n`,
        ),
      )
      .join(''),
};
