import { cellsOf, totalWidth } from './cells.ts';

/** Two columns under one another, whatever width their characters have; no row is kept wide for a few long ones. */
export function alignedRows(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const widths = rows.map(([left]) => totalWidth(cellsOf(left, false)));
  const widest = Math.max(0, ...widths.filter((width) => width <= WIDEST));
  return rows.map(
    ([left, right], i) => `${left}${' '.repeat(Math.max(0, widest - (widths[i] ?? 0)))}  ${right}`,
  );
}

/** Columns under one another; those at the indexes in `right` end together, as numbers do. */
export function alignedTable(
  rows: readonly (readonly string[])[],
  right: readonly number[],
): readonly string[] {
  const widthOf = (cell: string) => totalWidth(cellsOf(cell, false));
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[i] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return right.includes(i) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

const WIDEST = 60;
