import { flatMapped } from '../../core/text/flat.ts';
import { packed } from '../archive.ts';
import { DECLARATION, escaped } from '../xml/escaped.ts';
import { type Style, styleIndex, stylesheet } from './styles.ts';

/** A sheet as it is to be written. */
export interface Sheet {
  /** Any words; what a name of a sheet may not hold is replaced, and doubles get numbers. */
  readonly name: string;
  /** Over the table, across its whole width. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly head: string;
  /** In characters of the usual size. */
  readonly width: number;
  readonly style: Style;
  /** What may be chosen in its cells. */
  readonly choices?: readonly string[];
}

/** Text, a number, or a day (ISO 8601). */
export type Cell = string | number | { readonly day: string };

/**
 * A workbook (Office Open XML, ECMA-376): each sheet on A4 across, its head frozen, repeated on every page and with
 * filters. Text is written as text, so that no cell is ever a formula.
 */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']])],
    ['xl/workbook.xml', book(sheets, names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesheet()],
    ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)] as [string, string]),
  ];
  return packed(parts);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(count: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, i) =>
    override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet'),
  );
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${sheets.join('')}</Types>`
  );
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function book(sheets: readonly Sheet[], names: readonly string[]): string {
  const list = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const defined = (kind: string, local: number, hidden: string, range: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="${local}"${hidden}>${escaped(`'${names[local]?.replaceAll("'", "''")}'!${range}`)}</definedName>`;
  const filters = sheets.map((sheet, i) =>
    defined('_FilterDatabase', i, ' hidden="1"', absolute(tableRange(sheet))),
  );
  const titles = sheets.map((_, i) => defined('Print_Titles', i, '', `$1:$${HEAD}`));
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${filters.join('')}${titles.join('')}</definedNames></workbook>`
  );
}

/** The row of the heads, below that of the title. */
const HEAD = 2;

/** From the heads to the last row, as `A2:L9`. */
function tableRange({ columns, rows }: Sheet): string {
  return `A${HEAD}:${letters(columns.length - 1)}${HEAD + rows.length}`;
}

function absolute(range: string): string {
  return range.replace(/([A-Z]{1,3})(\d+)/gu, '$$$1$$$2');
}

/** 0 → `A`, 26 → `AA`. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function worksheet(sheet: Sheet): string {
  const { columns, rows, title } = sheet;
  const last = letters(columns.length - 1);
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const titleRow = `<row r="1" ht="36" customHeight="1">${cell('A1', title, 'title')}</row>`;
  const heads = columns.map(({ head }, i) => cell(`${letters(i)}${HEAD}`, head, 'head'));
  const body = rows.map((cells, i) => {
    const at = HEAD + 1 + i;
    const written = cells.map((one, j) => cell(`${letters(j)}${at}`, one, columns[j]?.style ?? 'text'));
    return `<row r="${at}" ht="${heightOf(cells, columns)}">${written.join('')}</row>`;
  });
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${last}${HEAD + rows.length}"/>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD}" topLeftCell="A${HEAD + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${HEAD + 1}" sqref="A${HEAD + 1}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="18"/><cols>${widths.join('')}</cols>` +
    `<sheetData>${titleRow}<row r="${HEAD}" ht="28" customHeight="1">${heads.join('')}</row>${body.join('')}</sheetData>` +
    `<autoFilter ref="${tableRange(sheet)}"/><mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>` +
    `${validations(sheet)}<printOptions horizontalCentered="1"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>'
  );
}

/** In points, so that wrapped text is all to be seen: not every program reckons that by itself. */
function heightOf(cells: readonly Cell[], columns: readonly Column[]): number {
  const lines = cells.map((content, i) =>
    typeof content === 'string' ? linesOf(content, (columns[i]?.width ?? 10) - 1) : 1,
  );
  return Math.min(409, Math.max(...lines) * 13.5 + 6);
}

/** How many lines text takes; a Chinese character is as wide as two digits. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => {
    const cells = [...line].reduce((wide, character) => wide + (character > '\u2E7F' ? 2 : 1.1), 0);
    return sum + Math.max(1, Math.ceil(cells / (width - (width % 2))));
  }, 0);
}

function cell(reference: string, content: Cell, style: Style): string {
  const head = `<c r="${reference}" s="${styleIndex(style)}"`;
  if (typeof content === 'number') return `${head}><v>${content}</v></c>`;
  if (typeof content === 'object') return `${head}><v>${serialOf(content.day)}</v></c>`;
  if (content === '') return `${head}/>`;
  // A line break stands in a cell as it is.
  const text = escaped(content.slice(0, LONGEST_CELL)).replaceAll('&#10;', '\n');
  return `${head} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** What Excel takes, in UTF-16 units. */
const LONGEST_CELL = 32_000;

/** Days since the end of 1899, as spreadsheets count. */
function serialOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;
}

function validations({ columns, rows }: Sheet): string {
  const lists = flatMapped(columns, ({ choices }, i) => {
    if (!choices || rows.length === 0) return [];
    const range = `${letters(i)}${HEAD + 1}:${letters(i)}${HEAD + rows.length}`;
    // What else people write is let through.
    return `<dataValidation type="list" allowBlank="1" errorStyle="information" sqref="${range}"><formula1>"${escaped(choices.join(','))}"</formula1></dataValidation>`;
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Names that a workbook takes: 31 characters, none of `:\/?*[]`, each once whatever the case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((words) => {
    const plain = words.replace(/[:\\/?*[\]\s]+/gu, ' ').replace(/^[' ]+|(?<![' ])[' ]+$/gu, '') || '表';
    let name = clipped(plain, 31);
    for (let i = 2; taken.has(name.toLowerCase()); i += 1) {
      const ending = `（${i}）`;
      name = clipped(plain, 31 - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** At most so many UTF-16 units, with no character cut in two. */
function clipped(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
