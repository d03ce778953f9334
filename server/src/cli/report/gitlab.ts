import type { CheckedFile } from '../check/checked.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import { rangeOf } from '../place.ts';
import { jsonList } from '../write.ts';
import type { Reporter, View } from './reporter.ts';

/** For GitLab's merge requests: a Code Quality report. Its fingerprints stay when text moves. */
export const gitlab: Reporter = {
  format: 'gitlab',
  fromRoot: true,
  begin(view) {
    const issues = jsonList('', 0);
    return { add: (file) => issues.add(issuesOf(file, view)), end: () => `${issues.end()}\n` };
  },
};

/** GitLab knows info, minor, major, critical and blocker. */
const SEVERITIES = { error: 'major', warning: 'minor', info: 'info', hint: 'info' } as const;

function issuesOf(file: CheckedFile, { words }: View) {
  const { path, plan, findings } = file;
  const fingerprints = fingerprintsOf(file);
  return findings.map(({ rule, severity, span, message }, i) => {
    const { line, column, endLine, endColumn } = rangeOf(plan, span);
    return {
      type: 'issue',
      check_name: rule,
      description: message[words.locale],
      categories: ['Style'],
      severity: SEVERITIES[severity],
      fingerprint: fingerprints[i],
      location: {
        path,
        lines: { begin: line, end: endLine },
        positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
      },
    };
  });
}
