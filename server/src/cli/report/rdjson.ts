import type { Fix } from '../../core/lint/finding.ts';
import { lineOf, type Span } from '../../core/text/text.ts';
import type { CheckedFile } from '../check/checked.ts';
import { whole } from '../place.ts';
import { jsonAt, jsonList } from '../write.ts';
import type { Reporter, View } from './reporter.ts';

/**
 * For reviewdog, which comments on changes: Reviewdog Diagnostic Format. Columns count bytes of UTF-8, ends are
 * exclusive. It takes paths from the folder that it runs in, not from the root.
 */
export const rdjson: Reporter = {
  format: 'rdjson',
  begin(view) {
    const source = jsonAt({ name: 'planlint' }, 1);
    const diagnostics = jsonList(`{\n  "source": ${source},\n  "diagnostics": `, 1);
    return {
      add: (file) => diagnostics.add(diagnosticsOf(file, view)),
      end: () => `${diagnostics.end()}\n}\n`,
    };
  },
};

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' } as const;

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
  const encoder = new TextEncoder();
  const bytesOf = (from: number, to: number) => encoder.encode(text.slice(from, to)).length;
  const starts = [0];
  const sums = [0];
  for (let at = STEP; at < text.length; at += STEP) {
    const start = whole(text, at);
    sums.push((sums.at(-1) ?? 0) + bytesOf(starts.at(-1) ?? 0, start));
    starts.push(start);
  }
  return (offset) => {
    const i = lineOf(starts, offset);
    return (sums[i] ?? 0) + bytesOf(starts[i] ?? 0, offset);
  };
}

const STEP = 128;
