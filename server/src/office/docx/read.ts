import { between } from '../../core/text/cells.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { type Parts, relationsOf, rootOf } from '../archive.ts';
import { Refusal } from '../refusal.ts';
import { at, child, childrenOf, type Element, valueIn } from '../xml/tree.ts';
import { type Line, linked, prefixed, split, trimmed } from './line.ts';
import { Numbering } from './numbering.ts';
import { chosen, endsDeleted, type Notes, Runs, styleOf } from './runs.ts';
import { type Styles, stylesOf } from './styles.ts';

/** A document as plan text: a line each for its paragraphs and for the rows of its tables. */
export interface ReadDocument {
  readonly lines: readonly Line[];
  readonly notes: Notes;
  /** The part that holds the words. */
  readonly main: string;
  readonly root: Element;
}

/** Reads a WordprocessingML document. Refuses what is none. */
export function readDocument(parts: Parts): ReadDocument {
  const main =
    relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.path ?? 'word/document.xml';
  const root = rootOf(parts, main);
  if (!root) throw new Refusal('broken');
  const body = child(root, 'w:body');
  if (root.name !== 'w:document' || !body) throw new Refusal('otherKind');
  const related = (kind: string) => relationsOf(parts, main).find((relation) => relation.kind === kind)?.path;
  const partOf = (kind: string) => {
    const path = related(kind);
    return path === undefined ? undefined : rootOf(parts, path);
  };
  const styles = stylesOf(partOf('styles'));
  const notes: Notes = { revisions: 0, footnotes: 0, contents: 0, hidden: 0, numbers: 0 };
  const reader = new Blocks(styles, new Numbering(partOf('numbering'), styles), notes);
  reader.read(body);
  return { lines: reader.lines.filter(({ text }) => !PAGE_NUMBER.test(text)), notes, main, root };
}

/** `— 3 —`, typed into the text. */
const PAGE_NUMBER = /^[—–\-－]+\s*\d{1,4}\s*[—–\-－]+$/u;

/** Reads paragraphs and tables in order; what is inserted counts, what is deleted does not. */
class Blocks {
  readonly lines: Line[] = [];
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #runs: Runs;
  /** The first paragraph of those that a deleted mark joins. */
  #joined: Element | undefined;

  constructor(styles: Styles, numbering: Numbering, notes: Notes) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#runs = new Runs(notes);
  }

  read(container: Element): void {
    for (const element of childrenOf(container)) {
      if (element.name === 'w:p') this.lines.push(...this.#paragraph(element));
      else if (element.name === 'w:tbl') this.lines.push(...this.#table(element));
      else if (element.name === 'mc:AlternateContent') this.read(chosen(element) ?? element);
      else if (TRANSPARENT.has(element.name)) this.read(element);
      else if (element.name === 'w:sdt' && !isContents(element))
        this.read(child(element, 'w:sdtContent') ?? element);
    }
  }

  #paragraph(paragraph: Element): readonly Line[] {
    const notes = this.#runs.notes;
    const listed = this.#runs.inContents || this.#styles.isContents(styleOf(paragraph));
    this.#runs.gather(paragraph);
    const first = this.#joined ?? paragraph;
    if (endsDeleted(paragraph)) {
      this.#joined = first;
      notes.revisions += 1;
      return [];
    }
    this.#joined = undefined;
    const line = this.#runs.take(first);
    // What is empty has a number to be counted, though none to be read.
    const number = this.#numbering.next(child(paragraph, 'w:pPr'));
    const boxes = this.#runs.boxes.splice(0);
    if (listed || this.#runs.inContents) {
      notes.contents += 1;
      return [];
    }
    if (number !== '' && line.text.trim() !== '') notes.numbers += 1;
    const [head, ...more] = split(line);
    const lines = head ? [prefixed(number, head), ...more] : [];
    return [...lines, ...flatMapped(boxes, (box) => this.#apart(box))];
  }

  /** What stands in a box or a cell, read with the same numbers. */
  #apart(container: Element): readonly Line[] {
    const inner = new Blocks(this.#styles, this.#numbering, this.#runs.notes);
    inner.read(container);
    return inner.lines;
  }

  /** Rows with a tab between cells; a table that has one column or one row only keeps its place, and is read through. */
  #table(table: Element): readonly Line[] {
    const rows = rowsOf(table).map((row) =>
      cellsOf(row).map((cell) => ({
        lines: this.#apart(cell),
        ...{ cell, span: Number(valueIn(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1) },
      })),
    );
    const isLedger = rows.filter(({ length }) => length > 1).length > 1;
    if (!isLedger) return flatMapped(rows.flat(), ({ lines }) => lines);
    /** What a merged cell above says, by the column that it begins in. */
    const above = new Map<number, string>();
    return flatMapped(rows, (cells) => {
      const texts: Line[] = [];
      let column = 0;
      for (const { lines, cell, span } of cells) {
        const plain = lines.map((line) => ({ ...line, text: line.text.replaceAll('\t', ' ') }));
        const own = linked(plain, between) ?? { text: '', pieces: [], paragraph: at(cell, 'w:p') ?? cell };
        const merge = at(cell, 'w:tcPr', 'w:vMerge');
        const goesOn = merge !== undefined && merge.attributes.get('w:val') !== 'restart';
        if (goesOn) texts.push({ ...own, text: own.text || (above.get(column) ?? '') });
        else {
          texts.push(own);
          above.set(column, own.text);
        }
        for (let i = 1; i < span; i += 1) texts.push({ ...own, text: '', pieces: [] });
        column += span;
      }
      const row = linked(texts, () => '\t');
      return row && row.text.trim() !== '' ? [trimmedRow(row)] : [];
    });
  }
}

/** Empty cells at the end say nothing; those before tell the columns apart. */
function trimmedRow(line: Line): Line {
  return line.text.startsWith('\t') ? { ...line, text: line.text.trimEnd() } : trimmed(line);
}

const TRANSPARENT = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:sdtContent']);

/** A table of contents that Word makes by itself. */
function isContents(element: Element): boolean {
  const gallery = valueIn(at(element, 'w:sdtPr', 'w:docPartObj'), 'w:docPartGallery');
  return gallery !== undefined && /contents/iu.test(gallery);
}

function rowsOf(table: Element): readonly Element[] {
  return inside(table, 'w:tr').filter((row) => !child(child(row, 'w:trPr'), 'w:del'));
}

function cellsOf(row: Element): readonly Element[] {
  return inside(row, 'w:tc');
}

/** The rows of a table or the cells of a row, some of which stand in controls. */
function inside(element: Element, name: string): readonly Element[] {
  return flatMapped(childrenOf(element), (node) => {
    if (node.name === name) return [node];
    if (node.name === 'w:sdt') return inside(child(node, 'w:sdtContent') ?? node, name);
    return TRANSPARENT.has(node.name) ? inside(node, name) : [];
  });
}
