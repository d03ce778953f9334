import { withoutSilences } from '../lint/silence.ts';
import type { Exporter } from './exporter.ts';

/**
 * The text as it is published: without the comments that silence findings. Several documents follow each other, an
 * empty line between them.
 */
export const txt: Exporter = {
  format: 'txt',
  write: (documents) => {
    const texts = documents.map(({ plan }) => withoutSilences(plan));
    return texts.map((text, i) => (i === texts.length - 1 ? text : parted(text))).join('');
  },
};

/** `text` with its last line ended and an empty line behind it, in its own kind of line end. */
function parted(text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${/[\r\n]$/u.test(text) ? '' : end}${end}`;
}
