import type { LedgerRow } from '../../core/reports/progress/progress.ts';
import { isOffice, unpacked } from '../archive.ts';
import { readDocument } from '../docx/read.ts';
import { type Remark, reviewed } from '../docx/review.ts';
import type { Notes } from '../docx/runs.ts';
import { Refusal, type Refused } from '../refusal.ts';
import { textOfPage } from '../web/html.ts';
import { ledgerRowsOf, planTextOf } from '../xlsx/ledger.ts';
import { readWorkbook } from '../xlsx/read.ts';

/** A file as plan text, or why it is not read. */
export type Imported =
  | {
      readonly kind: 'docx' | 'xlsx' | 'html' | 'txt';
      readonly text: string;
      /** What was left out or resolved, of a document. */
      readonly notes: Readonly<Notes> | undefined;
    }
  | { readonly refused: Refused };

/** Reads a document, a workbook, a page or a text: what it is, its content says. */
export function imported(bytes: Uint8Array): Imported {
  return tried(() => {
    if (!isOffice(bytes)) {
      const text = decoded(bytes);
      return PAGE.test(text.slice(0, 4000))
        ? { kind: 'html', text: textOfPage(text), notes: undefined }
        : { kind: 'txt', text, notes: undefined };
    }
    const parts = unpacked(bytes);
    if ([...parts.keys()].some((name) => /(?:^|\/)workbook\.xml$/u.test(name)))
      return { kind: 'xlsx', text: planTextOf(readWorkbook(parts)), notes: undefined };
    if (![...parts.keys()].some((name) => /(?:^|\/)document\d?\.xml$/u.test(name)))
      throw new Refusal('otherKind');
    const { lines, notes } = readDocument(parts);
    return { kind: 'docx', text: lines.map(({ text }) => `${text}\n`).join(''), notes };
  });
}

/** `<!DOCTYPE html>`, `<html lang=…>`, or a piece of a page. */
const PAGE = /<(?:!doctype\s+html|html|head|body|table|div|p)\b[^<>]*>/iu;

/** A copy of the document `bytes` with remarks as comments; their places are those of the text that was read from it. */
export function annotated(
  bytes: Uint8Array,
  remarks: readonly Remark[],
): { readonly bytes: Uint8Array } | { readonly refused: Refused } {
  return tried(() => {
    const parts = unpacked(bytes);
    return { bytes: reviewed(parts, readDocument(parts), remarks) };
  });
}

/** The rows of the ledgers in a workbook; none where it lists no tasks. */
export function ledgerRows(
  bytes: Uint8Array,
): { readonly rows: readonly LedgerRow[] } | { readonly refused: Refused } {
  return tried(() => ({ rows: ledgerRowsOf(readWorkbook(unpacked(bytes))) }));
}

/** What `read` gives, or why it refused; a fault of its own is not hidden. */
function tried<T>(read: () => T): T | { readonly refused: Refused } {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof Refusal) return { refused: fault.reason };
    throw fault;
  }
}

/** A page says in what it is encoded, or is in UTF-8 or GB18030. */
function decoded(bytes: Uint8Array): string {
  const wide = { 65534: 'utf-16le', 65279: 'utf-16be' }[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)];
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
