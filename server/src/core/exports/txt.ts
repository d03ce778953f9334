import { withoutSilences } from '../lint/silence.ts';
import type { Exporter } from './exporter.ts';

/** The text as it is published: without the comments that silence findings. Several documents follow each other. */
export const txt: Exporter = {
  format: 'txt',
  write: (documents) => documents.map(({ plan }) => withoutSilences(plan)).join(''),
};
