/**
 * The room `exports`: plans in other forms. This is their list.
 */

import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { txt } from './txt.ts';

/** Every export; the first is the default. */
export const exporters: readonly Exporter[] = [json, csv, md, txt];
