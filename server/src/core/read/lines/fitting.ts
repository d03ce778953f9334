import type { Block } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { isBody } from '../fields/bodies.ts';
import { type LabelRole, type Labels, roleOfLabel } from '../fields/labels.ts';
import { isPerson } from '../fields/persons.ts';
import { isTime } from '../fields/when.ts';

/** A cell's words; a table written with bars leaves one at the end, and as many as there are cells behind a heading. */
export function wordsOf(block: Block | undefined): string {
  return (block?.text ?? '').replace(/(?<![\s|])[\s|]*\|$/u, '');
}

/** The roles of those who answer for a row. */
export const OWNERS: ReadonlySet<string> = new Set(['lead', 'unit', 'support']);

/**
 * Which cell of a row is lost where one is: the only one without which days stand under their label and names under
 * theirs. Where there are several, a remark is left out, and who supports, before others; undefined where none fits.
 */
export function lostCell(
  cells: readonly Block[],
  names: readonly string[],
  labels: Labels,
): number | undefined {
  const roles = names.map((name) => roleOfLabel(labels, name));
  const dated = roles.includes('deadline');
  const columns = flatMapped(roles, (_, column) =>
    column > (dated ? 1 : 0) && fitsWithout(cells, column, names, roles) ? [column] : [],
  );
  const owner = roles.findIndex((role) => OWNERS.has(role));
  // Without a day no more than one way may be left, but for cells on the left: whichever is lost, names stand where they are.
  if (!dated)
    return columns.length === 1 || columns.every((column) => column < owner) ? columns[0] : undefined;
  const rank = (column: number) => {
    const role = roles[column];
    return role === 'other' ? 0 : role === 'support' ? 1 : 2;
  };
  return columns.sort((a, b) => rank(a) - rank(b) || b - a)[0];
}

function fitsWithout(
  cells: readonly Block[],
  column: number,
  names: readonly string[],
  roles: readonly LabelRole[],
): boolean {
  return cells.every((cell, i) => {
    const at = i < column ? i : i + 1;
    const role = roles[at] ?? 'other';
    const words = wordsOf(cell);
    if (role === 'deadline') return isTime(words);
    if (OWNERS.has(role))
      return (
        !isTime(words) && words.length <= 80 && !/[。:]/u.test(words) && isOfKind(words, names[at] ?? '')
      );
    return i < 2 || words.length > LONGEST_TIME || !isTime(words);
  });
}

/** Whether words may stand under a label: no body under 责任领导, and no person under 责任单位. */
function isOfKind(words: string, label: string): boolean {
  if (/(?:领导|人)$/u.test(label)) return !isBody(words);
  return !/(?:单位|部门|[科处股室])$/u.test(label) || !isPerson(words);
}

/** A remark that names a day is longer. */
const LONGEST_TIME = 10;
