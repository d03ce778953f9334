import { inOneLine } from '../../core/text/cells.ts';
import { resolved } from '../xml/tree.ts';
import { type Counter, formatOf, listNumber, numberAs } from './lists.ts';

/**
 * The text of a page as plan text: a line each for what stands in a block of its own, rows of tables with tabs
 * between. Scripts, styles, navigation, forms and what is hidden are no text of the document.
 */
export function textOfPage(source: string): string {
  const page = new Page();
  let skipped: string | undefined;
  let depth = 0;
  const main = mainPart(source);
  const leftOut = main === source ? new Set([...LEFT_OUT, 'header']) : LEFT_OUT;
  for (const { 0: token } of main.matchAll(TOKEN)) {
    const tag = TAG.exec(token)?.groups;
    if (!tag) {
      if (skipped === undefined && !token.startsWith('<')) page.add(plain(token));
      continue;
    }
    const name = (tag.name ?? '').toLowerCase();
    const closes = tag.slash === '/';
    if (skipped !== undefined) {
      // What is left out ends where its own end tag stands.
      if (name === skipped && closes) depth -= 1;
      else if (name === skipped && !RAW.has(name)) depth += 1;
      if (depth === 0) skipped = undefined;
      continue;
    }
    if (!closes && !VOID.has(name) && (leftOut.has(name) || isHidden(tag.rest ?? ''))) {
      skipped = name;
      depth = 1;
      continue;
    }
    if (name === 'span') page.span(closes, tag.rest ?? '');
    else page.tag(name, closes, tag.rest ?? '');
  }
  return page.text();
}

/** A page that says where its article is has the rest as decoration. */
function mainPart(source: string): string {
  const found = MAIN.exec(source);
  if (!found) return source;
  const name = found.groups?.name?.toLowerCase();
  const end = [...source.matchAll(MAIN_END)].findLast(({ groups }) => groups?.name?.toLowerCase() === name);
  return end && end.index > found.index ? source.slice(found.index, end.index) : source;
}

/** `<main class="x">` */
const MAIN = /<(?<name>article|main)\b[^<>]*>/iu;
const MAIN_END = /<\/(?<name>article|main)\b/giu;

/** A comment, a tag, or words. */
const TOKEN = /<!--.*?(?:-->|$)|<!\[[^\]<>]*\]>|<[/!?]?[A-Za-z][^<>]*>|[^<]+|</gsu;
const TAG = /^<(?<slash>\/?)(?<name>[a-z][\w:-]*)(?![\w:-])(?<rest>[^>]*)>$/isu;
const VOID = new Set([
  'br',
  'img',
  'input',
  'hr',
  'meta',
  'link',
  'wbr',
  'col',
  'source',
  'area',
  'base',
  'embed',
  'param',
]);
const LEFT_OUT = new Set([
  ...['head', 'title', 'script', 'style', 'noscript', 'template', 'nav', 'footer', 'aside', 'form', 'button'],
  ...['select', 'textarea', 'iframe', 'svg', 'object', 'audio', 'video', 'canvas'],
]);

/** Within these no tag is one. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

function isHidden(attributes: string): boolean {
  return /(?:^|\s)hidden(?:[\s=/]|$)|display\s*:\s*none|visibility\s*:\s*hidden|role\s*=\s*["']?(?:navigation|banner|contentinfo|search)/iu.test(
    attributes,
  );
}

const BLOCKS = new Set([
  ...[
    'p',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'li',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'section',
    'article',
  ],
  ...[
    'main',
    'blockquote',
    'pre',
    'table',
    'tbody',
    'thead',
    'tfoot',
    'caption',
    'center',
    'address',
    'hr',
    'br',
  ],
  ...['figure', 'figcaption', 'body', 'html', 'fieldset', 'details', 'summary'],
]);

/** Lines as they come, with the tables that are open. */
class Page {
  readonly #lines: string[] = [];
  readonly #rows: (string[] | undefined)[] = [];
  readonly #lists: (Counter | undefined)[] = [];
  #line = '';
  /** The number of the item that is yet to say something. */
  #number = '';
  /** How many columns the open cell has, and how many rows. */
  #span = 1;
  #height = 1;
  /** What cells of the rows above say in rows below, by column, of each table that is open. */
  readonly #above: Map<number, { readonly words: string; rows: number }>[] = [];
  /** How deep in the number that a word processor wrote before a paragraph, and what stood before it. */
  #listed: { depth: number; readonly before: string } | undefined;

  /** A line break of the source is a space, and none between Han characters. */
  add(words: string): void {
    this.#line += words.replace(BROKEN_HAN, '').replace(/[\t\r\n]+/gu, ' ');
  }

  /** The number or bullet of a list, as a word processor copies it: `<span style='mso-list:Ignore'>1.<span>…`. */
  span(closes: boolean, attributes: string): void {
    if (!this.#listed) {
      if (!closes && /mso-list\s*:\s*ignore/iu.test(attributes)) {
        this.#listed = { depth: 1, before: this.#line };
        this.#line = '';
      }
      return;
    }
    this.#listed.depth += closes ? -1 : 1;
    if (this.#listed.depth > 0) return;
    this.#line = this.#listed.before + listNumber(this.#line);
    this.#listed = undefined;
  }

  tag(name: string, closes: boolean, attributes: string): void {
    if (name === 'table') {
      this.#end();
      if (closes) {
        this.#rows.pop();
        this.#above.pop();
      } else {
        // What stands before a table in a cell is not in its first one.
        if (this.#open) addTo(this.#open, this.#line);
        if (this.#open) this.#line = '';
        this.#rows.push(undefined);
        this.#above.push(new Map());
      }
    } else if (name === 'tr') this.#row(closes);
    else if (name === 'td' || name === 'th') this.#cell(closes, attributes);
    else if (name === 'ol' || name === 'ul') this.#list(name, closes, attributes);
    else if (name === 'li' && !closes) this.#item(attributes);
    else if (BLOCKS.has(name)) this.#end();
  }

  text(): string {
    // Tables that nothing closes end with the page.
    for (; this.#rows.length > 0; this.#rows.pop()) this.#row(true);
    this.#end();
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  get #open(): string[] | undefined {
    return this.#rows.at(-1);
  }

  /** In a cell paragraphs stay in their line. */
  #end(): void {
    if (this.#open) {
      if (this.#line.trim() !== '') this.#line += '\n';
      return;
    }
    const line = this.#line.replace(/[ \t\r\n\u00A0]+/gu, ' ').trim();
    this.#line = '';
    if (line === '' || PAGE_NUMBER.test(line)) return;
    this.#lines.push(this.#number + line);
    this.#number = '';
  }

  #row(closes: boolean): void {
    if (this.#rows.length === 0) {
      this.#end();
      return;
    }
    const row = this.#open;
    if (row) {
      this.#cell(true, '');
      this.#spanned(row);
      // Empty cells at the end say nothing.
      while (row.length > 1 && row.at(-1) === '') row.pop();
      this.#rows[this.#rows.length - 1] = undefined;
      // One cell alone holds the layout of a page, not a table.
      const lines = row.length > 1 ? [row.map(inOneLine).join('\t')] : (row[0] ?? '').split('\n');
      const said = lines.map((line) => line.replace(/^ | $/gu, '')).filter((line) => line.trim() !== '');
      const outer = this.#rows.findLast((one) => one !== undefined);
      if (outer) addTo(outer, said.map((line) => `${line}\n`).join(''));
      else this.#lines.push(...said);
    }
    this.#span = 1;
    if (!closes) this.#rows[this.#rows.length - 1] = [];
  }

  #cell(closes: boolean, attributes: string): void {
    const row = this.#open;
    if (!row) return;
    // Its paragraphs, and the rows of a table in it, are still lines.
    const words = this.#line.replace(/[ \u00A0]+/gu, ' ').trim();
    if (words !== '' || closes) {
      const last = row.length - 1;
      if (last >= 0) row[last] = `${row[last]}${words}`;
      else if (words !== '') row.push(words);
    }
    this.#line = '';
    if (closes) return;
    this.#spanned(row);
    row.push('');
    this.#span = Number(/colspan\s*=\s*["']?(\d{1,2})/iu.exec(attributes)?.[1] ?? 1);
    this.#height = Number(/rowspan\s*=\s*["']?(\d{1,3})/iu.exec(attributes)?.[1] ?? 1);
  }

  /** What the last cell leaves to the columns behind it and to the rows below, and what those above leave here. */
  #spanned(row: string[]): void {
    const above = this.#above.at(-1);
    const column = row.length - 1;
    if (column >= 0 && this.#height > 1)
      above?.set(column, { words: row[column] ?? '', rows: this.#height - 1 });
    this.#height = 1;
    // A cell over several columns leaves the others empty.
    for (; this.#span > 1; this.#span -= 1) row.push('');
    for (let held = above?.get(row.length); held && held.rows > 0; held = above?.get(row.length)) {
      held.rows -= 1;
      row.push(held.words);
    }
  }

  #list(name: string, closes: boolean, attributes: string): void {
    this.#end();
    const start = Number(/\bstart\s*=\s*["']?(\d{1,4})/iu.exec(attributes)?.[1] ?? 1);
    if (closes) this.#lists.pop();
    else this.#lists.push(name === 'ol' ? { next: start, format: formatOf(attributes) } : undefined);
  }

  /** What a browser numbers has its number written. */
  #item(attributes: string): void {
    this.#end();
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    const number = Number(/\bvalue\s*=\s*["']?(\d{1,4})/iu.exec(attributes)?.[1] ?? list.next);
    list.next = number + 1;
    this.#number = numberAs(number, list.format);
  }
}

/** More words for the last cell of a row. */
function addTo(row: string[], words: string): void {
  row.push(`${row.pop() ?? ''}${words}`);
}

/** A break of the source between two Han characters or their marks. */
const BROKEN_HAN =
  /(?<=[々〇㐀-鿿，。；：、！？”』）》])[ \t]*\r?\n[ \t]*(?=[々〇㐀-鿿，。；：、！？“『（《])/gu;

const PAGE_NUMBER = /^[—–\-－]+\s*\d{1,4}\s*[—–\-－]+$/u;

/** Character data of HTML: names of characters that XML does not have, too. */
function plain(words: string): string {
  if (!words.includes('&')) return words;
  const named = words.replace(
    /&(?<name>[a-z]+\d*);?/giu,
    (all, name: string) => NAMED.get(name.toLowerCase()) ?? all,
  );
  try {
    return resolved(named.replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};)/giu, '&amp;'));
  } catch {
    return named;
  }
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      nbsp: ' ',
      ensp: ' ',
      emsp: ' ',
      thinsp: ' ',
      middot: '·',
      bull: '•',
      hellip: '…',
      mdash: '—',
      ndash: '–',
    },
    ...{
      ldquo: '“',
      rdquo: '”',
      lsquo: '‘',
      rsquo: '’',
      amp: '&',
      lt: '<',
      gt: '>',
      quot: '"',
      apos: "'",
      times: '×',
    },
    ...{ zwnj: '', zwj: '', shy: '' },
  }),
);
