import { Refusal } from '../refusal.ts';

/** An element of XML with the places where it is written, so that a copy can be changed there and nowhere else. */
export interface Element {
  /** `w:p`: the prefix is the usual one of its namespace, whatever the file calls it. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Of its first character, in the source. */
  readonly start: number;
  /** Behind its start tag. */
  readonly inner: number;
  /** Before its end tag; as `inner` where it has none. */
  readonly innerEnd: number;
  readonly end: number;
}

/** Character data, with entities resolved. */
export interface Text {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Node = Element | Text;

export function isElement(node: Node): node is Element {
  return 'name' in node;
}

/**
 * The root element of a part. Refuses what is not well-formed, nests deeper than any document, or declares a document
 * type: entities of its own are how XML attacks its readers.
 */
export function treeOf(source: string): Element {
  const open: Growing[] = [];
  const names: Namespaces = { prefixes: new Map() };
  let root: Element | undefined;
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    const end = index + token.length;
    const parent = open.at(-1);
    if (!token.startsWith('<')) {
      if (parent) parent.children.push({ text: resolved(token), start: index, end });
      else if (/\S/u.test(token.replace(/^\uFEFF/u, ''))) throw new Refusal('broken');
    } else if (token.startsWith('<![CDATA[')) {
      parent?.children.push({ text: token.slice(9, -3), start: index, end });
    } else if (token.startsWith('<!--') || token.startsWith('<?')) {
      // Neither is part of the document.
    } else if (token.startsWith('<!')) {
      throw new Refusal(/^<!DOCTYPE/iu.test(token) ? 'dtd' : 'broken');
    } else if (token.startsWith('</')) {
      const closed = open.pop();
      if (!closed || token.slice(2, -1).trim() !== closed.written) throw new Refusal('broken');
      Object.assign(closed, { innerEnd: index, end });
      if (open.length === 0) root ??= closed;
    } else {
      const element = opened(token, index, names);
      if (root) throw new Refusal('broken');
      parent?.children.push(element);
      if (token.endsWith('/>')) {
        if (!parent) root = element;
      } else if (open.push(element) > DEEPEST) throw new Refusal('broken');
    }
  }
  if (!root || open.length > 0) throw new Refusal('broken');
  return root;
}

/** An element that is still open. */
interface Growing extends Element {
  readonly children: Node[];
  /** The name as the file has it. */
  readonly written: string;
}

/** `<!-- -->`, `<![CDATA[ ]]>`, `<? ?>`, `<w:t a="b">`, `</w:t>`, words between; a lone `<` is the start of a broken tag. */
const TOKEN =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE|<\/[^<>]*>|<[^\s<>/!?](?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</gsu;
const ATTRIBUTE = /(?<![^\s=/<>"'])(?<name>[^\s=/<>"']+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;
const DEEPEST = 400;

interface Namespaces {
  /** From a prefix of the file, with its colon, to the usual one. */
  readonly prefixes: Map<string, string>;
}

function opened(token: string, start: number, { prefixes }: Namespaces): Growing {
  if (token === '<') throw new Refusal('broken');
  const written = /^<([^\s/>]+)/u.exec(token)?.[1] ?? '';
  const attributes = new Map<string, string>();
  const body = token.slice(1 + written.length);
  for (const { groups = {} } of body.matchAll(ATTRIBUTE)) {
    const name = groups.name ?? '';
    const value = resolved(groups.double ?? groups.single ?? '');
    const declared = /^xmlns(?::(.+))?$/u.exec(name);
    const usual = declared ? USUAL.find(([, pattern]) => pattern.test(value))?.[0] : undefined;
    if (declared && usual !== undefined) prefixes.set(declared[1] ? `${declared[1]}:` : '', usual);
    attributes.set(name, value);
  }
  const named = (name: string) => {
    const colon = name.indexOf(':') + 1;
    return (prefixes.get(name.slice(0, colon)) ?? name.slice(0, colon)) + name.slice(colon);
  };
  const canonical = new Map(
    [...attributes].map(([name, value]) => [name.includes(':') ? named(name) : name, value]),
  );
  const inner = start + token.length;
  return {
    ...{ name: named(written), written, attributes: canonical, children: [] },
    ...{ start, inner, innerEnd: inner, end: inner },
  };
}

/** The namespaces read here, transitional and strict, with the prefixes that they go by. */
const USUAL: readonly (readonly [string, RegExp])[] = [
  ['w:', /\/wordprocessingml\/(?:2006\/)?main$/u],
  ['', /\/spreadsheetml\/(?:2006\/)?main$/u],
  ['r:', /\/officeDocument\/(?:2006\/)?relationships$/u],
];

/** Character data with its references resolved; an entity that XML does not have makes the part broken. */
export function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));?/giu, (_, decimal, hex, name) => {
    const code = decimal
      ? Number(decimal)
      : hex
        ? Number.parseInt(hex, 16)
        : ENTITIES.get(name)?.codePointAt(0);
    if (code === undefined || code > 0x10ffff) throw new Refusal('broken');
    return String.fromCodePoint(code);
  });
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((node): node is Element => isElement(node) && node.name === name);
}

/** The children that are elements, those of one name where one is given. */
export function childrenOf(element: Element | undefined, name?: string): readonly Element[] {
  return (element?.children ?? [])
    .filter(isElement)
    .filter((node) => name === undefined || node.name === name);
}

/** The element at the end of a path of names. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce(child, element);
}

/** `w:val` of a child, which is how most of WordprocessingML says things. */
export function valueIn(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.get('w:val');
}

/** All character data inside, in order. */
export function textIn(element: Element): string {
  return element.children.map((node) => (isElement(node) ? textIn(node) : node.text)).join('');
}

/** Every element inside of that name, in order, itself included. */
export function* descendants(element: Element, name: string): Generator<Element> {
  if (element.name === name) yield element;
  for (const node of element.children) if (isElement(node)) yield* descendants(node, name);
}
