import * as fc from 'fast-check';
import { reporters } from '../../../server/src/cli/report/index.ts';
import type { Severity } from '../../../server/src/core/lint/finding.ts';
import { lineStartsOf } from '../../../server/src/core/text/text.ts';
import { anyText } from '../../any-text.ts';
import { type Checked, fileOf, findingAt, viewOf, written } from './checked.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Characters that break one format or another, alone and in company. */
const trouble = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u{0}',
        '\u{1}',
        '\u{8}',
        '\t',
        '\n',
        '\r',
        '\u{1B}[31m',
        '\u{7F}',
        '\u{85}',
        '\u{9F}',
      ),
      fc.constantFrom(
        '\u{D83D}',
        '\u{DE00}',
        '\u{FFFE}',
        '\u{FFFF}',
        '\u{FEFF}',
        '\u{2028}',
        '\u{2029}',
        '\u{202E}',
      ),
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '<![CDATA[',
        '-->',
        '&amp;',
        '%',
        '%25',
        '%AZP25',
        '%0A',
        '::',
      ),
      fc.constantFrom(
        ',',
        ';',
        ']',
        '##vso[',
        '#',
        '\\',
        '|',
        '`',
        '---',
        '...',
        '{{',
        '</script>',
        '$',
        '😀',
        '年',
      ),
      anyText(3),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A check of one file whose path, text, message and reason are all trouble. */
export const troubled = fc
  .record({
    path: trouble.filter((path) => path !== ''),
    text: trouble,
    message: trouble.map((text) => `x${text}`),
    reason: trouble,
    severity: fc.constantFrom(...severities),
    newText: trouble,
    cut: fc.tuple(fc.nat(40), fc.nat(40)),
  })
  .map(({ path, text, message, reason, severity, newText, cut }) => {
    const [start, end] = cut.map((at) => Math.min(at, text.length)).sort((a, b) => a - b) as [number, number];
    const span = { start, end };
    const both = { zh: message, en: message };
    const finding = findingAt(span, {
      severity,
      message: both,
      fix: { title: both, kind: 'safe', edits: [{ span, newText }] },
      related: [{ span, message: both }],
    });
    return {
      path,
      message,
      reason,
      file: {
        ...fileOf('', {}, path),
        plan: { text, lineStarts: lineStartsOf(text), kind: 'plan' as const },
        findings: [finding],
        silenced: [{ finding: findingAt(span), silence: { reason } }],
      },
    };
  });

/** The report of `checked` in one format. */
export function write(format: string, checked: Checked, view = viewOf()): string {
  return written(reporters.find((reporter) => reporter.format === format)!, checked, view);
}
