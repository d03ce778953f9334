import { type Block, joined } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { isBody, namesBodies } from '../fields/bodies.ts';
import { labelOf, periodColumn } from '../fields/columns.ts';
import { type LabelRole, type Labels, roleOfLabel } from '../fields/labels.ts';
import { isPerson, isSurnamed, readsAsPerson } from '../fields/persons.ts';
import { isDayAlone, isTime } from '../fields/when.ts';
import { isOfficeAlone, isToDo } from '../outline/offices.ts';

/** A cell's words; a table written with bars leaves one at the end, and as many as there are cells behind a heading. */
export function wordsOf(block: Block | undefined): string {
  return (block?.text ?? '').replace(/(?<![\s|])[\s|]*\|$/u, '');
}

/** What the columns of a header say; 时间 says by when where no other does. */
export function rolesOf(names: readonly string[], labels: Labels): readonly LabelRole[] {
  const roles = names.map((name) => roleOfLabel(labels, labelOf(name, labels) ?? name));
  const period = roles.includes('deadline') ? -1 : periodColumn(names);
  return roles.map((role, column) => (column === period && role === 'other' ? 'deadline' : role));
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
  const roles = rolesOf(names, labels);
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

/**
 * The row at `from` whose task runs over several lines (`整治河道` ⏎ `清理淤泥、加固堤岸`), with these as one cell, and how
 * many lines it takes; undefined where names and days stand under their labels without that, or even so not. Of the last
 * row of a table without days number and task alone, since the line behind it may be anything.
 */
export function longTask(
  blocks: readonly Block[],
  from: number,
  next: number | undefined,
  names: readonly string[],
  roles: readonly LabelRole[],
): { readonly cells: readonly Block[]; readonly taken: number } | undefined {
  const width = roles.length;
  const task = taskColumn(roles);
  const more = next === undefined ? 1 : next - from - width;
  if (task < 1 || more < 1 || standUnder(blocks.slice(from, from + width), names, roles)) return undefined;
  const lines = blocks.slice(from, from + width + more);
  // `县教育局` ⏎ `县住建局` ⏎ `建幼儿园`: an owner more may stand before the task.
  if (OWNERS.has(roles[task - 1] ?? 'other') && namesSomebody(wordsOf(lines[task]))) return undefined;
  const end = task + 1 + more;
  // An office or a number between the lines of a task is none of it.
  if (lines.slice(task + 1, end).some(isCellOfItsOwn)) return undefined;
  const cells = [...lines.slice(0, task), joined(lines.slice(task, end)), ...lines.slice(end)];
  if (lines.length < width + more || !standUnder(cells, names, roles)) return undefined;
  // Only a day behind the task shows where the last row ends.
  const certain = next !== undefined || roles.indexOf('deadline') > task;
  return certain ? { cells, taken: lines.length } : { cells: lines.slice(0, task + 1), taken: task + 1 };
}

function isCellOfItsOwn(line: Block): boolean {
  const words = wordsOf(line);
  return isOfficeAlone(words) || /^\d{1,3}$/u.test(words);
}

/** The column of tasks: the last that is neither number, day nor owner before those who answer, else the first behind. */
export function taskColumn(roles: readonly LabelRole[]): number {
  const owner = roles.findIndex((role) => OWNERS.has(role));
  const before = roles.slice(1, Math.max(owner, 1)).lastIndexOf('other') + 1;
  return before > 0 ? before : roles.indexOf('other', Math.max(owner, 1));
}

/** Whether a day stands beside its column, from column `from` on, and something else there, or a person: a cell is lost or broken. */
export function daysStray(cells: readonly Block[], from: number, roles: readonly LabelRole[]): boolean {
  const dated = roles.indexOf('deadline');
  const day = wordsOf(cells[dated - from]);
  if (dated < from || isTime(day)) return false;
  return isPerson(day) || cells.some((cell) => isDayAlone(wordsOf(cell)));
}

/**
 * The names of a header by lines, from the first up to the last of each, where all rows are shorter than it: two lines that
 * are a label only together are one name (`责任` ⏎ `领导`), and a column that names nobody has no cells where names stand
 * under their labels only so. Each line is a name where that does not explain it.
 */
export function headerNames(
  lines: readonly string[],
  rows: readonly (readonly Block[])[],
  labels: Labels,
): readonly Stretch[] {
  const all = lines.map((_, i): Stretch => [i, i + 1]);
  const width = rows[0]?.length ?? 0;
  if (rows.length < FEWEST_ROWS || width < 3 || rows.some((cells) => cells.length !== width)) return all;
  const nameOf = ([from, to]: Stretch) => lines.slice(from, to).join('');
  const roleOf = (name: Stretch) => roleOfLabel(labels, nameOf(name));
  let names: readonly Stretch[] = all;
  for (let i = 1; i + 1 < names.length && names.length > width; i += 1) {
    const both: Stretch = [names[i]?.[0] ?? 0, names[i + 1]?.[1] ?? 0];
    const parts = names.slice(i, i + 2).every((name) => roleOf(name) === 'other');
    if (parts && roleOf(both) !== 'other') names = [...names.slice(0, i), both, ...names.slice(i + 2)];
  }
  const leaving = (left: readonly Stretch[], from: number): readonly Stretch[] | undefined => {
    if (left.length === width) {
      const [own, roles] = [left.map(nameOf), left.map(roleOf)];
      return rows.every((cells) => standUnder(cells, own, roles)) ? left : undefined;
    }
    for (let i = from; i > 1; i -= 1) {
      const one = left[i];
      const found =
        one && roleOf(one) === 'other'
          ? leaving(
              left.filter((name) => name !== one),
              i - 1,
            )
          : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return names.length - width > MOST_EMPTY ? all : (leaving(names, names.length - 1) ?? all);
}

type Stretch = readonly [from: number, to: number];
const FEWEST_ROWS = 2;
const MOST_EMPTY = 2;

/** Whether names and nothing else stand under the labels of those who answer, and times under those of days. */
export function standUnder(
  cells: readonly Block[],
  names: readonly string[],
  roles: readonly LabelRole[],
): boolean {
  return cells.every((cell, i) => {
    const words = wordsOf(cell).replace(/^(\S) (?=\S$)/u, '$1');
    const role = roles[i] ?? 'other';
    if (role === 'other' || /^[/—-]*$|^无$/u.test(words)) return true;
    if (role === 'deadline') return isTime(words);
    const asPerson = PERSONAL.test(names[i] ?? '');
    return words
      .split(/[、,;\s]+/u)
      .every(
        (name) =>
          namesBodies(name) || isPerson(name) || (asPerson && isSurnamed(name) && readsAsPerson(name)),
      );
  });
}

/** `责任领导`, `责任人` */
const PERSONAL = /(?:领导|人)$/u;

/** Whether words may stand under a label: nothing to do, no body under 责任领导, and no person under 责任单位. */
function isOfKind(words: string, label: string): boolean {
  if (isToDo(words) && !isOfficeAlone(words) && !isPerson(words)) return false;
  if (PERSONAL.test(label)) return !isBody(words);
  return !/(?:单位|部门|[科处股室])$/u.test(label) || !isPerson(words);
}

/** Whether words are the names of persons or bodies, and not what is to be done: not 新建幼儿园. */
export function namesSomebody(words: string): boolean {
  return isPerson(words) || isOfficeAlone(words) || (namesBodies(words) && !isToDo(words));
}

/** A remark that names a day is longer. */
const LONGEST_TIME = 10;
