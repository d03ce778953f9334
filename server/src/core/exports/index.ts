/**
 * The room `exports`: plans in other forms. This is their list.
 */

import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { txt } from './txt.ts';

/** The exports in text that are always at hand; the first is the default. */
export const exporters: readonly Exporter[] = [json, csv, md, txt];

/** The formats that the bundle `office` writes: few need them, so that nobody loads them before. */
export const officeFormats = ['xlsx', 'docx', 'html', 'ics'] as const;

/** Every format. */
export const formats: readonly string[] = [...exporters.map(({ format }) => format), ...officeFormats];

/** What `--by` says something to. */
export const dividedFormats: readonly string[] = ['csv', 'md', 'xlsx', 'html'];
