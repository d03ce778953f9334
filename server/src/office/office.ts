/**
 * The room `office`: files of word processors and spreadsheets, pages and calendars, in and out. It is a bundle of its
 * own that each door loads when somebody asks for one of these; what it is asked and answers are plain values.
 */

import type { Division, Document, Exporter } from '../core/exports/exporter.ts';
import { html } from '../core/exports/html.ts';
import { ics } from '../core/exports/ics.ts';
import { agendaOf } from '../core/reports/agenda/agenda.ts';
import { agendaAs } from '../core/reports/agenda/written.ts';
import { compare } from '../core/reports/compare/compare.ts';
import { comparisonAs } from '../core/reports/compare/written.ts';
import { type LedgerRow, progressOf } from '../core/reports/progress/progress.ts';
import { progressAs } from '../core/reports/progress/written.ts';
import type { Language } from '../core/reports/report.ts';
import { traceOf } from '../core/reports/trace/trace.ts';
import { traceAs } from '../core/reports/trace/written.ts';
import { withoutControls } from '../core/text/plain.ts';
import { docx } from './docx/docx.ts';
import type { Remark } from './docx/review.ts';
import { annotated, type Imported, imported, ledgerRows } from './import/read.ts';
import type { Refused } from './refusal.ts';
import { textOfPage } from './web/html.ts';
import { xlsx } from './xlsx/xlsx.ts';

/** What the bundle offers. */
export interface Office {
  readonly exporters: readonly Exporter[];
  /** A document, workbook, page or text as plan text. */
  readonly read: (bytes: Uint8Array) => Imported;
  /** A page, or a piece of one, as plan text. */
  readonly page: (source: string) => string;
  /** The rows of a ledger that somebody filled in. */
  readonly ledger: (
    bytes: Uint8Array,
  ) => { readonly rows: readonly LedgerRow[] } | { readonly refused: Refused };
  /** A copy of a document with comments at places of the text that was read from it. */
  readonly annotate: (
    bytes: Uint8Array,
    remarks: readonly Remark[],
  ) => { readonly bytes: Uint8Array } | { readonly refused: Refused };
  /** How two plans differ, as text, json or html. */
  readonly compare: (old: Document, fresh: Document, as: As) => string;
  /** What is due when, as text, json, ics or html. */
  readonly agenda: (documents: readonly Document[], asked: Asked, as: As) => string;
  /** Which tasks serve which objectives, as text, md, json or html. */
  readonly trace: (documents: readonly Document[], as: As) => string;
  /** How far a ledger has come, as text, json or html. */
  readonly progress: (
    rows: readonly LedgerRow[],
    documents: readonly Document[],
    today: string | undefined,
    as: As,
  ) => string;
}

/** The form of a report, and the language of what is written around the words of the plan. */
export interface As {
  readonly format: string;
  readonly language: Language;
}

/** How an agenda is divided, which day is today (ISO 8601), and how many days from it are soon. */
export interface Asked {
  readonly by: Division;
  readonly today: string | undefined;
  readonly within: number;
}

export const office: Office = {
  exporters: [xlsx, docx, html, ics],
  ...{ read: imported, page: textOfPage, ledger: ledgerRows, annotate: annotated },
  compare: (old, fresh, { format, language }) =>
    shown(format, comparisonAs(format, compare(old, fresh), language)),
  agenda: (documents, asked, { format, language }) =>
    shown(format, agendaAs(format, agendaOf(documents, asked), language)),
  trace: (documents, { format, language }) => shown(format, traceAs(format, traceOf(documents), language)),
  progress: (rows, documents, today, { format, language }) =>
    shown(format, progressAs(format, progressOf(rows, documents, today), language)),
};

/** A report as it may stand on a terminal, which the words of a plan must not drive. */
function shown(format: string, report: string): string {
  return format === 'text' || format === 'md' ? withoutControls(report) : report;
}
