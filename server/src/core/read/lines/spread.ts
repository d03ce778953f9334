import { type Block, joined } from '../../plan/block.ts';
import { flatMapped } from '../../text/flat.ts';
import { Known } from '../../text/known.ts';
import { namesBodies } from '../fields/bodies.ts';
import { type Labels, roleOfLabel } from '../fields/labels.ts';
import { isTime } from '../fields/when.ts';
import { namesSomebody, OWNERS, wordsOf } from './fitting.ts';

/**
 * The rows of one number where each of those who answer has a line of its own (`1` ⏎ `整治河道` ⏎ `县水利局` ⏎ `县住建局` ⏎
 * `12月底前`), up to the day; those below the first have no number. One that names nobody says 〃: whoever the row
 * above names answers for both. Undefined where lines do not fit, or where each cell has one.
 */
export function spreadRows(
  blocks: readonly Block[],
  from: number,
  next: number | undefined,
  names: readonly string[],
  labels: Labels,
): { readonly rows: readonly (readonly Block[])[]; readonly end: number } | undefined {
  const columns = columnsOf(names, labels);
  if (!columns) return undefined;
  const rows: (readonly Block[])[] = [];
  let at = from;
  do {
    const lines = blocks.slice(at, next ?? at + MOST_LINES);
    const row = spreadRow(lines, columns, rows.length === 0 ? 0 : 1, next !== undefined);
    if (!row) return undefined;
    rows.push(row.cells);
    at += row.taken;
  } while (next !== undefined && at < next);
  return rows.length > 1 || at - from > names.length ? { rows, end: at } : undefined;
}

/** The last column of bodies, to which the names go that are too many, and that of days behind it. */
interface SpreadColumns {
  readonly width: number;
  readonly owner: number;
  /** Those before it that name nobody. */
  readonly silent: readonly number[];
  readonly isOnly: boolean;
  readonly dated: number;
}

function columnsOf(names: readonly string[], labels: Labels): SpreadColumns | undefined {
  const roles = names.map((name) => roleOfLabel(labels, name));
  const dated = roles.indexOf('deadline');
  const owners = flatMapped(roles, (role, column) =>
    OWNERS.has(role) && !/(?:领导|人)$/u.test(names[column] ?? '') ? column : [],
  );
  const owner = owners.at(-1) ?? -1;
  if (owner < 2 || dated < owner) return undefined;
  const silent = flatMapped(roles.slice(0, owner), (role, column) => (OWNERS.has(role) ? [] : column));
  return { width: names.length, owner, silent, isOnly: owners.length === 1, dated };
}

const MOST_LINES = 30;

/**
 * The row at the head of some lines without its first `lost` cells, and how many lines it takes. Its day is a time, or
 * all words that are left up to the next number (`whole`).
 */
function spreadRow(
  lines: readonly Block[],
  { width, owner, silent, isOnly, dated }: SpreadColumns,
  lost: number,
  whole: boolean,
): { readonly cells: readonly Block[]; readonly taken: number } | undefined {
  // A name there shows that a row below the first lacks more than its number: a cell that is merged.
  if (lost > 0 && silent.some((column) => namesSomebody(wordsOf(lines[column - lost])))) return undefined;
  const first = owner - lost;
  const behind = lines.slice(first);
  const bodies = behind.findIndex((line) => !namesBodies(wordsOf(line)));
  const taken = width - lost - 1 + bodies;
  const day = lines[dated - lost - 1 + bodies];
  if (bodies < 0 || taken > lines.length || (bodies === 0 && (lost === 0 || !isOnly))) return undefined;
  if (!isTime(wordsOf(day)) && !(whole && bodies > 0 && taken === lines.length)) return undefined;
  const [before, named] = [lines.slice(0, first), behind.slice(0, bodies)];
  const list = flatMapped(named, (line, i) => (i === 0 ? line : [standIn('、', line), line]));
  const who = named.length > 0 ? joined(list) : standIn('〃', behind[0]);
  return { cells: [...before, who, ...lines.slice(first + bodies, taken)], taken };
}

/** A character that is not written, where a line begins. */
function standIn(text: string, line: Block | undefined): Block {
  const start = line?.span.start ?? 0;
  return { text, raw: text, known: new Known(), span: { start, end: start }, offsets: [start] };
}
