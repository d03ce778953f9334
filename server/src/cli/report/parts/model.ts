import type { Finding, Fix } from '../../../core/lint/finding.ts';
import type { Locale } from '../../args.ts';
import type { CheckedFile } from '../reporter.ts';
import { rangeOf } from './place.ts';

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
