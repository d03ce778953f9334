import type { Finding, Fix } from '../../core/lint.ts';
import type { Span } from '../../core/text.ts';
import type { Words } from '../words.ts';
import { placeOf } from './place.ts';
import type { Checked, CheckedFile, Reporter } from './reporter.ts';

/** For programs: one JSON document (schema version 1); ends of places are exclusive. */
export const json: Reporter = {
  format: 'json',
  write: (checked, { words }) => `${JSON.stringify(modelOf(checked, words), null, 2)}\n`,
};

function modelOf({ files, counts }: Checked, words: Words) {
  return {
    schemaVersion: 1,
    files: files.map(({ path, plan, findings }) => ({
      path,
      findings: findings.map((finding) => findingModel(finding, plan, words)),
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

function findingModel(
  { rule, severity, span, message, fix }: Finding,
  plan: CheckedFile['plan'],
  words: Words,
) {
  return {
    rule,
    severity,
    message: message[words.locale],
    ...placesOf(span, plan),
    ...(fix ? { fix: fixModel(fix, plan, words) } : {}),
  };
}

function fixModel({ title, kind, edits }: Fix, plan: CheckedFile['plan'], words: Words) {
  return {
    title: title[words.locale],
    kind,
    edits: edits.map(({ span, newText }) => ({ ...placesOf(span, plan), newText })),
  };
}

function placesOf({ start, end }: Span, plan: CheckedFile['plan']) {
  const last = placeOf(plan, end);
  return { ...placeOf(plan, start), endLine: last.line, endColumn: last.column };
}
