import type { Finding, Fix } from '../../core/lint/finding.ts';
import type { CheckedFile, Counts } from '../check/checked.ts';
import type { Locale } from '../options.ts';
import { rangeOf } from '../place.ts';
import { jsonAt, jsonList } from '../write.ts';
import { lineByLine, type Reporter } from './reporter.ts';

/** For programs: one JSON document (schema version 1); ends of places are exclusive. */
export const json: Reporter = {
  format: 'json',
  begin({ words }) {
    const files = jsonList('{\n  "schemaVersion": 1,\n  "files": ', 1);
    let count = 0;
    return {
      add({ path, plan, findings }) {
        count += 1;
        return files.add([
          { path, findings: findings.map((finding) => findingModel(finding, plan, words.locale)) },
        ]);
      },
      end: (counts) => `${files.end()},\n  "summary": ${jsonAt(summaryOf(count, counts), 1)}\n}\n`,
    };
  },
};

function summaryOf(files: number, { tasks, error, warning, info, hint }: Counts) {
  return { files, tasks, errors: error, warnings: warning, infos: info, hints: hint };
}

/** For programs that read line by line: a finding a line, with its path; nothing where nothing was found. */
export const jsonl: Reporter = {
  format: 'jsonl',
  begin: lineByLine(({ path, plan, findings }, { words }) =>
    findings.map((finding) => `${JSON.stringify({ path, ...findingModel(finding, plan, words.locale) })}\n`),
  ),
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
