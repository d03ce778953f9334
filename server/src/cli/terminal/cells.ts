import { eastAsianWidth } from 'get-east-asian-width';
import { once } from '../../core/text/memo.ts';

/**
 * `text` as a terminal shows it, cell by cell: what is seen as one character, with its width. Invisible and
 * harmful characters are made visible, so that a plan can neither drive the terminal nor break the alignment.
 *
 * Some 180 characters have no width of their own (“ ” … — · ①). Terminals give them one cell unless told
 * otherwise (VS Code, Windows Terminal, iTerm2, GNOME), but the fonts that Chinese readers look at files, logs
 * and mails with draw them as wide as a Han character. So they are narrow on a terminal and wide elsewhere:
 * `ambiguousIsWide` says which.
 */
export function cellsOf(text: string, ambiguousIsWide: boolean): Cell[] {
  if (PLAIN.test(text)) return plainCells(text, ambiguousIsWide);
  const cells: Cell[] = [];
  for (const { segment } of graphemes().segment(text)) {
    const shown = visible(segment);
    cells.push({ text: shown, width: shown === segment ? widthOf(segment, ambiguousIsWide) : shown.length });
  }
  return cells;
}

/**
 * The cells of `text` from its start, or backwards from its end: of plain text no more than it takes to be wider than
 * `room` columns.
 */
export function cellsWithin(
  text: string,
  room: number,
  ambiguousIsWide: boolean,
  direction: 'onwards' | 'backwards' = 'onwards',
): Cell[] {
  const onwards = direction === 'onwards';
  if (PLAIN.test(text)) return plainCells(text, ambiguousIsWide, room, onwards);
  const cells = cellsOf(text, ambiguousIsWide);
  return onwards ? cells : cells.reverse();
}

/** ASCII, Han characters and the marks around them: each is a cell of its own, which nothing that follows changes. */
const PLAIN = /^[ -~㐀-鿿、-】〔-〛！-｠“”‘’—…·]*$/u;

function plainCells(
  text: string,
  ambiguousIsWide: boolean,
  room = Number.POSITIVE_INFINITY,
  onwards = true,
): Cell[] {
  const cells: Cell[] = [];
  let left = room;
  for (let i = 0; i < text.length && left >= 0; i += 1) {
    const code = text.charCodeAt(onwards ? i : text.length - 1 - i);
    const width = code < 0x7f || (code < 0x3000 && !ambiguousIsWide) ? 1 : 2;
    cells.push(plainCell(code, width));
    left -= width;
  }
  return cells;
}

function plainCell(code: number, width: 1 | 2): Cell {
  const cells = plain[width];
  const known = cells.get(code);
  if (known) return known;
  const cell = { text: String.fromCharCode(code), width };
  cells.set(code, cell);
  return cell;
}

/** Cells of one character, by width and code unit: lines are made of the same ones again and again. */
const plain = { 1: new Map<number, Cell>(), 2: new Map<number, Cell>() };

export interface Cell {
  readonly text: string;
  /** In columns of the terminal. */
  readonly width: number;
}

/** Columns that `cells` take. */
export function totalWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** `text` with its invisible and harmful characters made visible: safe to print, in CI too. */
export function printable(text: string): string {
  return PLAIN.test(text) ? inert(text) : inert(text.replace(unseen(), nameOf));
}

/** Making one costs more than most runs take. */
const graphemes = once(() => new Intl.Segmenter('zh', { granularity: 'grapheme' }));

const TAB = '    ';

/** Control, invisible, direction, private-use and broken characters; not the joiner inside an emoji. */
const unseen = once(() => /(?![\u{200D}\u{E0020}-\u{E007F}])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu);

function visible(segment: string): string {
  return segment === '\u{200D}' ? nameOf(segment) : printable(segment);
}

/** What stands for a character that cannot be shown: four spaces for a tab, else its code point: `<001B>`. */
export function nameOf(character: string): string {
  if (character === '\t') return TAB;
  return `<${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A cluster is as wide as its base: accents and joined emoji add nothing. */
function widthOf(segment: string, ambiguousIsWide: boolean): number {
  if (markOnly().test(segment)) return 0;
  if (emoji().test(segment)) return 2;
  return eastAsianWidth(segment.codePointAt(0) ?? 0, { ambiguousAsWide: ambiguousIsWide });
}

/** A lone accent, such as U+0301 after nothing. */
const markOnly = once(() => /^\p{M}+$/u);
/** Drawn as a picture: 😀, 🇨🇳, 1️⃣, ❤️ (the variation selector asks for it). */
const emoji = once(() => /\u{FE0F}|^\p{Emoji_Presentation}|^\p{RI}/u);

/** `text` for CI commands, which have names of their own for line ends: other controls and directions are named. */
export function uncontrolled(text: string): string {
  return text.replace(controls(), nameOf);
}

const controls = once(() => /(?![\r\n])[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Zl}\p{Zp}]/gu);

/** `text` with nothing in it that Azure Pipelines or GitHub Actions obey wherever it stands: `##vso[`, `##[`. */
export function inert(text: string): string {
  return text.includes('##') ? text.replace(COMMAND, '# #') : text;
}

/** `path`, safe to print, as it may begin a line: CI systems obey lines that begin with `::` or `##`. */
export function atHead(path: string): string {
  return HEAD.test(path) ? `./${path}` : path;
}

const COMMAND = /##(?=(?:vso)?\[)/giu;
const HEAD = /^\s*(?:::|##|# #)/u;

/** Two columns under one another, whatever width their characters have; no row is kept wide for a few long ones. */
export function alignedRows(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const widths = rows.map(([left]) => totalWidth(cellsOf(left, false)));
  const widest = widths.reduce((most, width) => (width <= WIDEST ? Math.max(most, width) : most), 0);
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
  const count = rows.reduce((most, { length }) => Math.max(most, length), 0);
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
