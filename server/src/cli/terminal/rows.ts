import { cellsOf, totalWidth } from './cells.ts';

/** Two columns under one another, whatever width their characters have; no row is kept wide for a few long ones. */
export function alignedRows(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const widths = rows.map(([left]) => totalWidth(cellsOf(left, false)));
  const widest = Math.max(0, ...widths.filter((width) => width <= WIDEST));
  return rows.map(
    ([left, right], i) => `${left}${' '.repeat(Math.max(0, widest - (widths[i] ?? 0)))}  ${right}`,
  );
}

const WIDEST = 60;
