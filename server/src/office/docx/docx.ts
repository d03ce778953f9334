import type { Document, Exporter } from '../../core/exports/exporter.ts';
import { silencesIn } from '../../core/lint/silence.ts';
import type { Block } from '../../core/plan/block.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { packed } from '../archive.ts';
import { DECLARATION, escaped } from '../xml/escaped.ts';
import { documentParts, WORD } from './frame.ts';
import type { StyleName } from './look.ts';

/**
 * The plan laid out as GB/T 9704—2012 asks of an official document: the title in 小标宋, headings in 黑体 and 楷体, the
 * text in 仿宋 三号, 22 lines a page, page numbers outside. Comments to the linter and the noise of a page are left out.
 * Several plans begin a page each.
 */
export const docx: Exporter = {
  format: 'docx',
  write: (documents) => packed(documentParts(body(documents))),
};

function body(documents: readonly Document[]): string {
  const plans = documents.map(({ plan }) => paragraphsOf(plan).map(writtenPart).join(''));
  const next = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  return `${DECLARATION}<w:document xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${plans.join(next)}${SECTION}</w:body></w:document>`;
}

/** A4; 156 mm by 225 mm of text, 22 lines of 28 characters; odd and even pages have their number outside. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:footerReference w:type="even" r:id="rId3"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1389" w:gutter="0"/>' +
  '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';

/** A paragraph with its style, or rows of a table. */
type Part =
  | { readonly style: StyleName; readonly runs: readonly Run[] }
  | { readonly rows: readonly (readonly string[])[] };

interface Run {
  readonly text: string;
  /** A heading that its paragraph goes on from has letters of its own. */
  readonly style?: StyleName;
}

function paragraphsOf(plan: Plan): readonly Part[] {
  const noise = new Set(plan.noise.map(({ start }) => start));
  const silences = silencesIn(plan).map(({ whole }) => whole);
  const isLeftOut = ({ span }: Block) =>
    noise.has(span.start) || silences.some(({ start, end }) => start <= span.start && span.end <= end);
  const styleOf = stylesOf(plan);
  const parts: Part[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    const [row] = rows;
    if (rows.length > 1) parts.push({ rows });
    else if (row) parts.push({ style: 'Normal', runs: [{ text: row.join('\t') }] });
    rows = [];
  };
  for (const block of plan.blocks) {
    const words = wordsOf(plan, block);
    if (words === '' || isLeftOut(block)) continue;
    const cells = words.split('\t');
    if (cells.length > 1) {
      rows.push(cells.map((cell) => cell.trim()));
      continue;
    }
    endTable();
    parts.push(styleOf(block));
  }
  endTable();
  return parts;
}

/** A paragraph as it is written; one that an export broke over several lines is whole again. */
function wordsOf({ text }: Plan, { span, raw }: Block): string {
  const written = text.slice(span.start, span.end);
  return /[\r\n]/u.test(written) ? raw : written;
}

/** What each paragraph of the plan is, by where it stands. */
function stylesOf(plan: Plan): (block: Block) => Part {
  const { title, documentNumber, recipients, date, issuers, sections } = plan;
  const inside = (block: Block, span: { readonly start: number; readonly end: number } | undefined) =>
    span !== undefined && span.start <= block.span.start && block.span.end <= span.end;
  const headings = new Map(sections.map((section) => [section.span.start, section]));
  const labels = new Set(plan.metadata.map(({ label }) => label.span.start));
  const opening = recipients?.span.start ?? 0;
  const signed = recipients?.span.end ?? title?.span.end ?? 0;
  return (block) => {
    const whole = (style: StyleName): Part => ({ style, runs: [{ text: wordsOf(plan, block) }] });
    if (inside(block, title?.span)) return whole('Title');
    if (inside(block, documentNumber?.span)) return whole('Number');
    if (inside(block, recipients && { ...recipients.span, end: recipients.span.end + 1 }))
      return whole('Recipients');
    if (inside(block, date?.span)) return whole('Date');
    // The title of a notice stands above those whom it is sent to.
    if (block.span.start < opening && !labels.has(block.span.start)) return whole('Title');
    const names = issuers.some(({ span }) => block.span.start <= span.start && span.end <= block.span.end);
    if (block.span.start > signed && names && !/[，。；]/u.test(block.raw)) return whole('Signature');
    const section = headings.get(block.span.start);
    if (!section || section.level > 2) return whole('Normal');
    const style = section.level === 1 ? 'Heading1' : 'Heading2';
    const words = wordsOf(plan, block);
    const isAsWritten = words.length === block.span.end - block.span.start;
    const length = isAsWritten ? section.titleSpan.end - block.span.start : words.length;
    const rest = words.slice(length);
    if (/^[。：:]?$/u.test(rest)) return whole(style);
    return { style: 'Normal', runs: [{ text: words.slice(0, length), style }, { text: rest }] };
  };
}

function writtenPart(part: Part): string {
  if ('rows' in part) return writtenTable(part.rows);
  const style = part.style === 'Normal' ? '' : `<w:pPr><w:pStyle w:val="${part.style}"/></w:pPr>`;
  return `<w:p>${style}${part.runs.map(writtenRun).join('')}</w:p>`;
}

function writtenRun({ text, style }: Run): string {
  const look = style ? `<w:rPr><w:rStyle w:val="${style}Char"/></w:rPr>` : '';
  return `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** All columns of one width; the first row is repeated on each page. */
function writtenTable(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map(({ length }) => length));
  const width = Math.floor(8844 / count);
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  );
  const cell = (text: string, span: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>` +
    `<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:tc>`;
  const written = rows.map((cells, i) => {
    const head =
      i === 0 ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>';
    const last = cells.length - 1;
    return `<w:tr>${head}${cells.map((text, j) => cell(text, j === last ? count - last : 1)).join('')}</w:tr>`;
  });
  const grid = Array.from({ length: count }, () => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl><w:p/>`;
}
