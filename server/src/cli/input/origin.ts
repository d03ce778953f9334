import type { Origin } from '../../config/read.ts';
import { lineStartsOf } from '../../core/text/text.ts';
import type { Files } from '../../files.ts';
import { placeOf } from '../report/parts/place.ts';
import { shownPath } from './configuration.ts';

/** Where a value was set: `planlint.json:3:5`, or the option that says it. */
export function addressOf(origin: Origin, files: Files): string {
  if ('name' in origin) return origin.name;
  const { line, column } = placeOf({ lineStarts: lineStartsOf(origin.text) }, origin.span.start);
  return `${shownPath(origin.path, files)}:${line}:${column}`;
}
