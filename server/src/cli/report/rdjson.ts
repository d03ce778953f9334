import type { Fix, Severity } from '../../core/lint/finding.ts';
import { lineOf, type Span } from '../../core/text/text.ts';
import type { CheckedFile } from '../check/checked.ts';
import type { Reporter, View } from './reporter.ts';

/**
 * For reviewdog, which comments on changes: Reviewdog Diagnostic Format. Columns count bytes of UTF-8, ends are
 * exclusive. It takes paths from the folder that it runs in, not from the root.
 */
export const rdjson: Reporter = {
  format: 'rdjson',
  write: ({ files }, view) =>
    `${JSON.stringify(
      { source: { name: 'planlint' }, diagnostics: files.flatMap((file) => diagnosticsOf(file, view)) },
      null,
      2,
    )}\n`,
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

function diagnosticsOf({ path, plan, findings }: CheckedFile, { words }: View) {
  const bytes = bytesBefore(plan.text);
  const position = (offset: number) => {
    const line = lineOf(plan.lineStarts, offset);
    return { line: line + 1, column: bytes(offset) - bytes(plan.lineStarts[line] ?? 0) + 1 };
  };
  const range = ({ start, end }: Span) => ({ start: position(start), end: position(end) });
  return findings.map(({ rule, severity, span, message, fix }) => {
    const change = fix && fix.kind !== 'stub' ? joined(fix, plan.text) : undefined;
    return {
      message: message[words.locale],
      location: { path, range: range(span) },
      severity: SEVERITIES[severity],
      code: { value: rule },
      // Suggestions are alternatives to each other and are taken with a click: one for all edits, and no stubs.
      ...(change ? { suggestions: [{ range: range(change.span), text: change.newText }] } : {}),
    };
  });
}

/** All edits of a fix as one; undefined where they stand too far apart to be looked at as one. */
function joined({ edits }: Fix, text: string): { readonly span: Span; readonly newText: string } | undefined {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const start = sorted[0]?.span.start ?? 0;
  const end = sorted.at(-1)?.span.end ?? 0;
  if (sorted.length === 0 || end - start > WIDEST) return undefined;
  let newText = '';
  let done = start;
  for (const edit of sorted) {
    newText += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return { span: { start, end }, newText };
}

/** A file whose every comma is wrong has one finding with a fix from its first line to its last. */
const WIDEST = 4000;

/**
 * A function from offsets in `text` to the bytes that stand before them in UTF-8. Takes the time of the text once, and
 * none of its length afterwards.
 */
export function bytesBefore(text: string): (offset: number) => number {
  const sums = [0];
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (i > 0 && i % STEP === 0) sums.push(sum);
    sum += bytesAt(text, i);
  }
  return (offset) => {
    const from = Math.min(Math.floor(offset / STEP), sums.length - 1);
    let bytes = sums[from] ?? 0;
    for (let i = from * STEP; i < Math.min(offset, text.length); i += 1) bytes += bytesAt(text, i);
    return bytes;
  };
}

const STEP = 512;

/** Bytes of the unit at `i`: a pair takes four with its first half and none with its second; a lone half becomes U+FFFD. */
function bytesAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHigh(unit)) return isLow(text.charCodeAt(i + 1)) ? 4 : 3;
  if (isLow(unit)) return isHigh(text.charCodeAt(i - 1)) ? 0 : 3;
  return 3;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
