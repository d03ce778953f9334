/**
 * The room `office`: files of word processors and spreadsheets, pages and calendars, in and out. It is a bundle of its
 * own that each door loads when somebody asks for one of these.
 */

import type { Exporter } from '../core/exports/exporter.ts';
import { html } from '../core/exports/html.ts';
import { ics } from '../core/exports/ics.ts';
import { docx } from './docx/docx.ts';
import { xlsx } from './xlsx/xlsx.ts';

/** What the bundle offers. */
export interface Office {
  readonly exporters: readonly Exporter[];
}

export const office: Office = { exporters: [xlsx, docx, html, ics] };
