import { isUtf8, transcode } from 'node:buffer';

/** The text in `bytes` without its byte order mark, or why there is none. */
export function decode(bytes: Uint8Array): Decoded | Refused {
  const decoded = decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeGb18030(bytes);
  if (decoded === undefined) return { refused: isBinary(latin1(bytes)) ? 'binary' : 'undecodable' };
  return isBinary(decoded.text) ? { refused: 'binary' } : decoded;
}

/** Whether bytes are those of an office file: an archive, or the old binary format. */
export function isOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The file begins with a byte order mark, which is not part of `text`. */
  readonly bom: boolean;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** `binary`: no text at all, such as a Word document; `undecodable`: text in none of the encodings. */
export interface Refused {
  readonly refused: 'binary' | 'undecodable';
}

/** UTF-16 is read only where its mark says so: without one it cannot be told from chance. */
function decodeMarked(bytes: Uint8Array): Decoded | undefined {
  const encoding = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : undefined;
  return encoding && decodeAs(encoding, bytes, true);
}

function decodeUtf8(bytes: Uint8Array): Decoded | undefined {
  if (!isUtf8(bytes)) return undefined;
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf);
  // Six times as fast as a decoder that is asked to find faults.
  const text = transcode(bytes, 'utf8', 'ucs2').toString('ucs2');
  return { text: bom ? text.slice(1) : text, encoding: 'utf-8', bom };
}

/**
 * What old Chinese editors save. Nearly any pair of bytes means something in GB18030, so UTF-8 with one broken
 * character would come out as gibberish: where most of it is UTF-8, it is not taken for GB18030.
 */
function decodeGb18030(bytes: Uint8Array): Decoded | undefined {
  return isMostlyUtf8(bytes)
    ? undefined
    : decodeAs('gb18030', bytes, startsWith(bytes, 0x84, 0x31, 0x95, 0x33));
}

function decodeAs(encoding: Encoding, bytes: Uint8Array, bom: boolean): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text: bom ? text.slice(1) : text, encoding, bom };
  } catch {
    return undefined;
  }
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  let broken = 0;
  let sound = 0;
  for (const character of new TextDecoder('utf-8').decode(bytes)) {
    if (character === '\u{FFFD}') broken += 1;
    else if (character > '\u{7F}') sound += 1;
  }
  return sound > 4 * broken;
}

/** A NUL never stands in text; tab, line ends, form feed, escape and the DOS end-of-file mark may. */
function isBinary(text: string): boolean {
  // Mostly there is none, and a pattern sees that several times as fast.
  if (!CONTROL.test(text)) return false;
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1a && code !== 0x1b)) controls += 1;
  }
  return controls > text.length / 10;
}

/** What `isBinary` counts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const CONTROL = /[\0-\x08\x0E-\x19\x1C-\x1F]/u;

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

/** `text` in the encoding that `decoded` was read from; undefined where it would not be read back exactly. */
export function encode(
  text: string,
  { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>,
): Uint8Array | undefined {
  const bytes = bytesOf(bom ? `\u{FEFF}${text}` : text, encoding);
  const back = bytes && decode(bytes);
  return back && 'text' in back && back.text === text && back.encoding === encoding && back.bom === bom
    ? bytes
    : undefined;
}

function bytesOf(text: string, encoding: Encoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return utf16(text, true);
    case 'utf-16be':
      return utf16(text, false);
    case 'gb18030':
      return gb18030(text);
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/**
 * The platform decodes GB18030 and does not encode it, so its decoder is asked what every pair and every quadruple
 * of bytes means. That needs no table of our own, and cannot disagree with how the file was read.
 */
function gb18030(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let pairs: ReadonlyMap<string, number> | undefined;
  let quadruples: ReadonlyMap<string, number> | undefined;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    pairs ??= pairsOf();
    const pair = pairs.get(character);
    if (pair !== undefined) {
      bytes.push(pair >> 8, pair & 0xff);
      continue;
    }
    if (code <= 0xffff) quadruples ??= quadruplesOf();
    const place = code > 0xffff ? code - 0x10000 + BEYOND : quadruples?.get(character);
    if (place === undefined) return undefined;
    bytes.push(...quadruple(place));
  }
  return Uint8Array.from(bytes);
}

/** Where the characters beyond the first plane begin among the quadruples. */
const BEYOND = 189_000;
/** How many quadruples there are for the first plane. */
const FIRST_PLANE = 39_420;

function quadruple(place: number): readonly [number, number, number, number] {
  return [
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ];
}

function pairsOf(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) note(pairs, decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
    }
  }
  return pairs;
}

function quadruplesOf(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const quadruples = new Map<string, number>();
  for (let place = 0; place < FIRST_PLANE; place += 1) {
    note(quadruples, decoder.decode(Uint8Array.of(...quadruple(place))), place);
  }
  return quadruples;
}

/** Of two ways to write a character the first is the usual one. */
function note(known: Map<string, number>, character: string, bytes: number): void {
  if (character.length === 1 && character !== '\u{FFFD}' && !known.has(character))
    known.set(character, bytes);
}
