import { flatMapped } from '../../core/text/flat.ts';
import { at, child, childrenOf, descendants, type Element, isElement, textIn, valueIn } from '../xml/tree.ts';
import type { Line, Piece } from './line.ts';

/** What was read besides the words. */
export interface Notes {
  /** Tracked changes, all read as accepted. */
  revisions: number;
  /** Notes at the foot of a page or at the end, left out. */
  footnotes: number;
  /** Lines of a table of contents, left out. */
  contents: number;
  /** Stretches that are hidden, left out. */
  hidden: number;
  /** Automatic numbers that are now written. */
  numbers: number;
}

/**
 * Gathers the words of runs, in the order in which they are read: fields with their results, insertions without what
 * they replace. A field may go on over several paragraphs, so the gatherer does, too.
 */
export class Runs {
  readonly notes: Notes;
  /** Text boxes that were met, to be read behind the paragraph that they hang on. */
  readonly boxes: Element[] = [];
  readonly #fields: Field[] = [];
  #text = '';
  #pieces: Piece[] = [];

  constructor(notes: Notes) {
    this.notes = notes;
  }

  /** What was gathered since the last time. */
  take(paragraph: Element): Line {
    const line = { text: this.#text, pieces: this.#pieces, paragraph };
    this.#text = '';
    this.#pieces = [];
    return line;
  }

  /** Whether a field that only lists what stands elsewhere is open. */
  get inContents(): boolean {
    return this.#fields.some(({ code }) => CONTENTS.test(code));
  }

  /** The words of what stands in a paragraph. */
  gather(element: Element): void {
    for (const node of element.children) {
      if (!isElement(node)) continue;
      switch (node.name) {
        case 'w:r':
          this.#run(node);
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.notes.revisions += 1;
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.notes.revisions += 1;
          this.gather(node);
          break;
        case 'w:pPr':
        case 'w:sdtPr':
        case 'w:rPr':
          break;
        case 'w:fldSimple':
          if (!PAGING.test(node.attributes.get('w:instr') ?? '')) this.gather(node);
          break;
        case 'mc:AlternateContent':
          this.gather(chosen(node) ?? EMPTY);
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          for (const words of descendants(node, 'm:t')) this.#add(textIn(words), node, words);
          break;
        default:
          this.gather(node);
      }
    }
  }

  #run(run: Element): void {
    const hidden = at(run, 'w:rPr', 'w:vanish');
    if (hidden && !/^(?:0|false|off)$/u.test(hidden.attributes.get('w:val') ?? '')) {
      this.notes.hidden += 1;
      return;
    }
    for (const node of childrenOf(run)) this.#inRun(node, run);
  }

  #inRun(node: Element, run: Element): void {
    switch (node.name) {
      case 'w:t':
        this.#add(textIn(node).replace(/[\r\n\t]/gu, ' '), run, node);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#add(' ', run, node);
        break;
      case 'w:br':
        if (/^(?:textWrapping)?$/u.test(node.attributes.get('w:type') ?? '')) this.#add('\n', run, node);
        break;
      case 'w:cr':
        this.#add('\n', run, node);
        break;
      case 'w:noBreakHyphen':
        this.#add('-', run, node);
        break;
      case 'w:sym':
        this.#add(symbol(node), run, node);
        break;
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field) field.code += textIn(node);
        break;
      }
      case 'w:fldChar':
        this.#field(node.attributes.get('w:fldCharType'));
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.notes.footnotes += 1;
        break;
      case 'w:ruby':
        this.gather(child(node, 'w:rubyBase') ?? EMPTY);
        break;
      case 'mc:AlternateContent':
        for (const one of childrenOf(chosen(node))) this.#inRun(one, run);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.boxes.push(...outermost(node));
        break;
    }
  }

  #field(kind: string | undefined): void {
    const last = this.#fields.at(-1);
    if (kind === 'begin') this.#fields.push({ code: '', shown: false });
    else if (kind === 'separate' && last) last.shown = true;
    else if (kind === 'end') this.#fields.pop();
  }

  #add(text: string, run: Element, holder: Element): void {
    if (text === '' || this.#fields.some(({ code, shown }) => !shown || PAGING.test(code))) return;
    this.#pieces.push({ at: this.#text.length, text, run, holder, from: 0 });
    this.#text += text;
  }
}

interface Field {
  code: string;
  /** What follows is its result. */
  shown: boolean;
}

/** Numbers of pages belong to the paper. */
const PAGING = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/iu;
const CONTENTS = /^\s*(?:TOC|INDEX)\b/iu;

const EMPTY: Element = {
  ...{ name: '', attributes: new Map(), children: [], start: 0, inner: 0, innerEnd: 0, end: 0 },
};

/** Of what a newer and an older program show, the newer one's. */
export function chosen(element: Element): Element | undefined {
  return child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
}

/** The text boxes in a drawing; a box in a box is read with the outer one. */
function outermost(element: Element): readonly Element[] {
  if (element.name === 'w:txbxContent') return [element];
  if (element.name === 'mc:AlternateContent') {
    const choice = chosen(element);
    return choice ? outermost(choice) : [];
  }
  return flatMapped(childrenOf(element), outermost);
}

/** A sign of a symbol font; those in private use say nothing in any other font. */
function symbol(node: Element): string {
  const code = Number.parseInt(node.attributes.get('w:char') ?? '', 16);
  return code >= 0x20 && code < 0xe000 ? String.fromCharCode(code) : '';
}

/** Whether the mark that ends a paragraph is deleted, so that the next one goes on in its line. */
export function endsDeleted(paragraph: Element): boolean {
  const mark = at(paragraph, 'w:pPr', 'w:rPr');
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined;
}

/** The style that a paragraph names. */
export function styleOf(paragraph: Element): string | undefined {
  return valueIn(child(paragraph, 'w:pPr'), 'w:pStyle');
}
