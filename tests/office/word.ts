import { packed } from '../../server/src/office/archive.ts';
import { WORD } from '../../server/src/office/docx/frame.ts';
import { office } from '../../server/src/office/office.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Parts of a document by their names within `word/`, without what stands around them. */
export type WordParts = Readonly<Record<string, string>>;

/** A document as a person might write it by hand: `body` is the inside of `w:body`. */
export function word(body: string, parts: WordParts = {}, rootAttributes = ''): Uint8Array {
  const kinds = Object.keys(parts).map((name) => name.replace(/\.xml$/u, ''));
  const relations = kinds.map(
    (kind) => `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`,
  );
  const types = ['document', ...kinds].map(
    (kind) =>
      `<Override PartName="/word/${kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind === 'document' ? 'document.main' : kind}+xml"/>`,
  );
  const spaces = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  const root = (name: string, inner: string) =>
    `<?xml version="1.0"?><w:${name} ${spaces}${rootAttributes}>${inner}</w:${name}>`;
  return packed([
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', root('document', `<w:body>${body}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
    ...Object.entries(parts).map(
      ([name, inner]) => [`word/${name}`, root(name.replace(/\.xml$/u, ''), inner)] as const,
    ),
  ]);
}

/** A paragraph; what does not begin with `<` is text. */
export function p(inner: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') || inner === '' ? inner : r(inner)}</w:p>`;
}

export function r(text: string, look = ''): string {
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of a list. */
export function item(text: string, num: number, level = 0): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);
}

/** The definition of a list: format and text of each level, and what else it says. */
export function list(
  id: number,
  ...levels: readonly (readonly [format: string, text: string, more?: string])[]
): string {
  const written = levels.map(
    ([format, text, more = ''], i) =>
      `<w:lvl w:ilvl="${i}">${more.includes('w:start') ? '' : '<w:start w:val="1"/>'}<w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum>`;
}

export function num(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

/** What is read from a document, its lines. */
export function lines(bytes: Uint8Array): readonly string[] {
  const read = office.read(bytes);
  if ('refused' in read) throw new Error(read.refused);
  return read.text.split('\n').slice(0, -1);
}
