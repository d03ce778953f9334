import type { Imported } from '../office/import/read.ts';
import type { Call } from './command.ts';

/** What of a document was not read as it stands, a line each. */
export function notesOn(
  path: string,
  { notes }: Exclude<Imported, { refused: unknown }>,
  { words }: Call,
): readonly string[] {
  if (!notes) return [];
  const { revisions, footnotes, contents, hidden } = notes;
  const left = [
    ...(footnotes > 0 ? [words.office.footnotes(footnotes)] : []),
    ...(contents > 0 ? [words.office.contents(contents)] : []),
    ...(hidden > 0 ? [words.office.hidden(hidden)] : []),
  ];
  return [
    ...(revisions > 0 ? [words.office.revisions(path, revisions)] : []),
    ...(left.length > 0 ? [words.office.leftOut(path, left)] : []),
  ];
}
