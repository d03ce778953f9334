import { flatMapped } from '../../core/text/flat.ts';
import { DECLARATION } from '../xml/escaped.ts';
import { type Font, fallbacks, type Look, looks } from './look.ts';

/** The namespace of WordprocessingML. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a document around `document`, its main part. */
export function documentParts(document: string): readonly (readonly [name: string, content: string])[] {
  return [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    ['word/document.xml', document],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['styles', 'styles.xml'],
        ['footer', 'footer1.xml'],
        ['footer', 'footer2.xml'],
        ['settings', 'settings.xml'],
        ['fontTable', 'fontTable.xml'],
      ]),
    ],
    ['word/styles.xml', styles()],
    ['word/settings.xml', settings()],
    ['word/fontTable.xml', fontTable()],
    ['word/footer1.xml', footer('right')],
    ['word/footer2.xml', footer('left')],
  ];
}

function contentTypes(): string {
  const parts = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['settings', 'settings'],
    ['fontTable', 'fontTable'],
    ['footer1', 'footer'],
    ['footer2', 'footer'],
  ].map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`);
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
  );
}

function relations(list: readonly (readonly [kind: string, target: string])[]): string {
  const items = list.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function settings(): string {
  return (
    `${DECLARATION}<w:settings xmlns:w="${WORD}"><w:evenAndOddHeaders/><w:defaultTabStop w:val="420"/>` +
    '<w:characterSpacingControl w:val="compressPunctuation"/></w:settings>'
  );
}

function fontTable(): string {
  const fonts = Object.entries(fallbacks).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}">${fonts.join('')}</w:fonts>`;
}

function styles(): string {
  const all = flatMapped(Object.entries(looks), ([id, look]) =>
    id.startsWith('Heading') ? [paragraphStyle(id, look), letterStyle(id, look)] : [paragraphStyle(id, look)],
  );
  return (
    `${DECLARATION}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fontOf('仿宋_GB2312')}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    `${all.join('')}</w:styles>`
  );
}

/** Digits and letters have the font of the text, as in printed official documents. */
function fontOf(font: Font): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="Times New Roman"/>`;
}

function lettersOf({ font, size }: Look): string {
  // 28 characters of 三号 to a line of 156 mm.
  const narrow = size === 32 ? '<w:spacing w:val="-5"/>' : '';
  return `<w:rPr>${fontOf(font)}${narrow}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
}

function paragraphStyle(id: string, look: Look): string {
  const { name, align, firstLine = 0, right = 0, line = 579, space = '', outline, size } = look;
  // Half a point is ten twentieths: what a program without a grid of characters goes by.
  const indent = (hundredths: number) => Math.round((hundredths / 100) * size * 10);
  const isNormal = id === 'Normal';
  return (
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
    `${isNormal ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${outline === undefined ? '' : '<w:keepNext/>'}` +
    `<w:spacing${space} w:line="${line}" w:lineRule="exact"/>` +
    `<w:ind w:rightChars="${right}" w:right="${indent(right)}" w:firstLineChars="${firstLine}" w:firstLine="${indent(firstLine)}"/>` +
    `<w:jc w:val="${align ?? (id === 'Cell' ? 'left' : 'both')}"/>` +
    `${outline === undefined || id === 'Title' ? '' : `<w:outlineLvl w:val="${outline}"/>`}</w:pPr>${lettersOf(look)}</w:style>`
  );
}

function letterStyle(id: string, look: Look): string {
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${id}Char"><w:name w:val="${look.name} Char"/>${lettersOf(look)}</w:style>`;
}

/** GB/T 9704—2012: — 1 — in 四号 宋体, outside, with one character of room. */
function footer(side: 'left' | 'right'): string {
  const look = `<w:rPr>${fontOf('宋体')}<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>`;
  const run = (inner: string) => `<w:r>${look}${inner}</w:r>`;
  const indent = side === 'right' ? 'w:rightChars="100" w:right="280"' : 'w:leftChars="100" w:left="280"';
  return (
    `${DECLARATION}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind ${indent} w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="${side}"/></w:pPr>` +
    `${run('<w:t xml:space="preserve">— </w:t>')}${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>1</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}${run('<w:t xml:space="preserve"> —</w:t>')}</w:p></w:ftr>`
  );
}
