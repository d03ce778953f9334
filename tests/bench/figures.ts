/** One thing that was measured, and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MiB';
  /** The same of the least that a program of this kind does, taken in turn with it. */
  readonly floor?: number;
  /** What the ratio, or where there is no floor the value, may be at most. */
  readonly must?: number;
  /** What it ought to be. */
  readonly aim?: number;
}

/** Figures as they are kept, by their names, with what they were taken on. */
export interface Kept {
  readonly machine: string;
  /** The day of the last of them. */
  readonly day: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** What is judged of a figure: how often its floor it is, or its value. */
export function measure({ value, floor }: Figure): number {
  return floor === undefined ? value : value / floor;
}

/** A table of them, a line each; beside each, where some were kept, what it was then and how that changed. */
export function tableOf(figures: readonly Figure[], kept: Kept | undefined): string {
  const rows = figures.map((figure) => {
    const { name, value, unit, floor, must, aim } = figure;
    const before = kept?.figures[name];
    return [
      name,
      `${number(value)} ${unit}`,
      floor === undefined ? '' : `${number(floor)} ${unit}`,
      floor === undefined ? '' : number(measure(figure)),
      number(must),
      number(aim),
      verdictOn(figure),
      ...(kept
        ? [number(before && measure(before)), before ? change(measure(before), measure(figure)) : '']
        : []),
    ];
  });
  const head = ['', 'figure', 'floor', 'ratio', 'must', 'aim', 'holds', ...(kept ? ['was', 'change'] : [])];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => aligned(cell, widths[i] ?? 0, i))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The better of the two bounds that a figure keeps to. */
function verdictOn(figure: Figure): string {
  const { must, aim } = figure;
  if (must === undefined) return '';
  if (aim !== undefined && measure(figure) <= aim) return 'aim';
  return measure(figure) <= must ? 'must' : 'short';
}

function change(before: number, now: number): string {
  const share = Math.round(100 * (now / before - 1));
  return `${share > 0 ? '+' : ''}${share} %`;
}

/** To three figures: 0.52, 17.3, 1240. */
function number(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(value < 100 ? 3 : 4)));
}

function aligned(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
