import type { Exporter } from './exporter.ts';
import { json } from './json.ts';

/** Every export; the first is the default. */
export const exporters: readonly Exporter[] = [json];
