import { resolved } from '../xml/tree.ts';

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
    page.tag(name, closes, tag.rest ?? '');
  }
  return page.text();
}

/** A page that says where its article is has the rest as decoration. */
function mainPart(source: string): string {
  const found = /<(?<name>article|main)\b[^>]*>/iu.exec(source);
  if (!found) return source;
  const end = source.toLowerCase().lastIndexOf(`</${found.groups?.name?.toLowerCase()}`);
  return end > found.index ? source.slice(found.index, end) : source;
}

/** A comment, a tag, or words. */
const TOKEN = /<!--.*?(?:-->|$)|<!\[[^\]<>]*\]>|<[/!?]?[A-Za-z][^<>]*>|[^<]+|</gsu;
const TAG = /^<(?<slash>\/?)(?<name>[a-z][\w:-]*)(?<rest>[^>]*)>$/isu;
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
  readonly #lists: (number | undefined)[] = [];
  #line = '';
  /** The number of the item that is yet to say something. */
  #number = '';
  /** How many columns the open cell has. */
  #span = 1;

  add(words: string): void {
    this.#line += words;
  }

  tag(name: string, closes: boolean, attributes: string): void {
    if (name === 'table') {
      this.#end();
      if (closes) this.#rows.pop();
      else this.#rows.push(undefined);
    } else if (name === 'tr') this.#row(closes);
    else if (name === 'td' || name === 'th') this.#cell(closes, attributes);
    else if (name === 'ol' || name === 'ul') this.#list(name, closes, attributes);
    else if (name === 'li' && !closes) this.#item();
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
      if (this.#line.trim() !== '' && !/[、，。；：]\s*$/u.test(this.#line)) this.#line += ' ';
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
      this.#rows[this.#rows.length - 1] = undefined;
      // One cell alone holds the layout of a page, not a table.
      const cells = row.length > 1 ? row.join('\t') : (row[0] ?? '');
      if (this.#rows.some((outer) => outer !== undefined)) this.#line += row.join(' ');
      else if (cells.trim() !== '') this.#lines.push(cells);
    }
    this.#span = 1;
    if (!closes) this.#rows[this.#rows.length - 1] = [];
  }

  #cell(closes: boolean, attributes: string): void {
    const row = this.#open;
    if (!row) return;
    const words = this.#line.replace(/[\s\u00A0]+/gu, ' ').trim();
    if (words !== '' || closes) {
      const last = row.length - 1;
      if (last >= 0) row[last] = `${row[last]}${words}`;
      else if (words !== '') row.push(words);
    }
    this.#line = '';
    if (closes) return;
    // A cell over several columns leaves the others empty.
    for (; this.#span > 1; this.#span -= 1) row.push('');
    row.push('');
    this.#span = Number(/colspan\s*=\s*["']?(\d{1,2})/iu.exec(attributes)?.[1] ?? 1);
  }

  #list(name: string, closes: boolean, attributes: string): void {
    this.#end();
    const start = Number(/\bstart\s*=\s*["']?(\d{1,4})/iu.exec(attributes)?.[1] ?? 1);
    if (closes) this.#lists.pop();
    else this.#lists.push(name === 'ol' ? start : undefined);
  }

  /** What a browser numbers has its number written. */
  #item(): void {
    this.#end();
    const number = this.#lists.at(-1);
    if (number === undefined) return;
    this.#lists[this.#lists.length - 1] = number + 1;
    this.#number = `${number}. `;
  }
}

const PAGE_NUMBER = /^[—–\-－]+\s*\d{1,4}\s*[—–\-－]+$/u;

/** Character data of HTML: names of characters that XML does not have, too. */
function plain(words: string): string {
  if (!words.includes('&')) return words;
  const named = words.replace(
    /&(?<name>[a-z]+\d*);?/giu,
    (all, name: string) => NAMED[name.toLowerCase()] ?? all,
  );
  try {
    return resolved(named.replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};)/giu, '&amp;'));
  } catch {
    return named;
  }
}

const NAMED: Readonly<Record<string, string>> = {
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
};
