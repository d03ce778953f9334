import type { Finding, Fix } from '../../core/lint/finding.ts';
import type { Checked, CheckedFile } from '../check/checked.ts';
import type { Locale } from '../options.ts';
import { rangeOf } from '../place.ts';
import { jsonText } from '../write.ts';
import type { Reporter } from './reporter.ts';

/** For programs: one JSON document (schema version 1); ends of places are exclusive. */
export const json: Reporter = {
  format: 'json',
  write: (checked, { words }) => jsonText(modelOf(checked, words.locale)),
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

/** A finding as the JSON formats state it. */
export function findingModel(finding: Finding, plan: CheckedFile['plan'], locale: Locale) {
  const { rule, severity, span, message, fix, related } = finding;
  return {
    rule,
    severity,
    message: message[locale],
    ...rangeOf(plan, span),
    ...(fix ? { fix: fixModel(fix, plan, locale) } : {}),
    ...(related
      ? { related: related.map((one) => ({ message: one.message[locale], ...rangeOf(plan, one.span) })) }
      : {}),
  };
}

function fixModel({ title, kind, edits }: Fix, plan: CheckedFile['plan'], locale: Locale) {
  return {
    title: title[locale],
    kind,
    edits: edits.map(({ span, newText }) => ({ ...rangeOf(plan, span), newText })),
  };
}
