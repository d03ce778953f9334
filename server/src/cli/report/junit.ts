import type { Finding } from '../../core/lint/finding.ts';
import { excerptOf } from './parts/excerpt.ts';
import { placeOf } from './parts/place.ts';
import { element, xmlDocument } from './parts/xml.ts';
import type { Checked, CheckedFile, Reporter, Silenced, View } from './reporter.ts';

/**
 * For test reports: a suite a file, a case a finding. Errors and warnings fail; infos and hints pass, as they do for
 * the exit code; what is silenced in place is skipped. A file without findings has one case that passes.
 */
export const junit: Reporter = {
  format: 'junit',
  write: (checked, view) => xmlDocument(element('testsuites', totals(checked), suites(checked, view))),
};

function totals({ files }: Checked) {
  return {
    name: 'planlint',
    tests: files.reduce((sum, file) => sum + casesIn(file), 0),
    failures: files.reduce((sum, file) => sum + failuresIn(file), 0),
    errors: 0,
    time: 0,
  };
}

function suites({ files }: Checked, view: View): readonly string[] {
  return files.map((file) => {
    const { path, findings, silenced = [] } = file;
    const cases = [
      ...findings.map((finding) => caseOf(finding, file, view)),
      ...silenced.map((one) => skippedCase(one, file, view)),
    ];
    return element(
      'testsuite',
      {
        name: path,
        tests: casesIn(file),
        failures: failuresIn(file),
        errors: 0,
        skipped: silenced.length,
        time: 0,
      },
      cases.length > 0
        ? cases
        : [element('testcase', { name: 'planlint', classname: path, time: 0, file: path })],
    );
  });
}

function casesIn({ findings, silenced = [] }: CheckedFile): number {
  return Math.max(1, findings.length + silenced.length);
}

function failuresIn({ findings }: CheckedFile): number {
  return findings.filter(fails).length;
}

function fails({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function caseOf(finding: Finding, file: CheckedFile, { words }: View): string {
  const { line, column } = placeOf(file.plan, finding.span.start);
  const message = finding.message[words.locale];
  const { before, marked, after } = excerptOf(file.plan, finding.span);
  const details = `${file.path}:${line}:${column}: ${message}\n${before}${marked}${after}`;
  return element('testcase', attributesOf(finding, file), [
    fails(finding)
      ? element('failure', { type: finding.severity, message }, details)
      : element('system-out', {}, `${words.severity[finding.severity]}${words.colon}${details}`),
  ]);
}

function skippedCase({ finding, silence }: Silenced, file: CheckedFile, { words }: View): string {
  return element('testcase', attributesOf(finding, file), [
    element('skipped', { message: silence.reason || finding.message[words.locale] }),
  ]);
}

function attributesOf({ rule, span }: Finding, { path, plan }: CheckedFile) {
  const { line, column } = placeOf(plan, span.start);
  return { name: `${rule} (${line}:${column})`, classname: path, time: 0, file: path, line };
}
