import { expect } from 'vitest';
import type { Edit, Finding } from '../../server/src/core/lint/finding.ts';
import type { Span } from '../../server/src/core/text/text.ts';

/** Expects what holds for every finding in every text: where it stands, what it says, and what its fix does. */
export function expectSound(text: string, findings: readonly Finding[]): void {
  expect(findings.flatMap((finding) => faultsOf(text, finding))).toEqual([]);
}

/** A line for each law that `finding` breaks. */
function faultsOf(text: string, { rule, span, message, fix }: Finding): string[] {
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${rule} at ${span.start}–${span.end}: ${what}`);
  if (!liesIn(text, span)) fault('span outside of the text or within a character');
  if (/^规则 .* 内部出错/u.test(message.zh)) fault(message.zh);
  if (!message.zh.endsWith('。')) fault(`“${message.zh}” does not end with 。`);
  if (!message.en.endsWith('.')) fault(`“${message.en}” does not end with a period`);
  if (/[\n\r]/u.test(message.zh + message.en)) fault('a message of several lines');
  if (!fix) return faults;
  if (!fix.title.zh || !fix.title.en) fault('a fix without title');
  if (fix.edits.length === 0) fault('a fix without edits');
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
  for (const [i, edit] of edits.entries()) {
    if (!liesIn(text, edit.span)) fault('an edit outside of the text or within a character');
    if (text.slice(edit.span.start, edit.span.end) === edit.newText) fault('an edit that changes nothing');
    if (i > 0 && overlap(edits[i - 1]!, edit)) fault('edits that overlap');
    const stops = edit.stops ?? [];
    if (stops.some((stop, n) => stop < (stops[n - 1] ?? 0) || stop > edit.newText.length)) {
      fault('stops outside of the new text or out of order');
    }
  }
  const isStub = fix.edits.some(({ stops }) => stops && stops.length > 0);
  if (isStub !== (fix.kind === 'stub')) fault('a stub without stops, or stops without a stub');
  return faults;
}

/** Whether `span` lies in `text` and cuts neither a surrogate pair nor a `\r\n`. */
export function liesIn(text: string, { start, end }: Span): boolean {
  return start >= 0 && start <= end && end <= text.length && !isInside(text, start) && !isInside(text, end);
}

function isInside(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return offset > 0 && (pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair));
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
