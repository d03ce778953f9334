/** The text in `bytes` without its byte order mark, or why there is none. */
export function decode(bytes: Uint8Array): Decoded | Refused {
  const decoded = decodeMarked(bytes) ?? decodeUtf8(bytes) ?? decodeGb18030(bytes);
  if (decoded === undefined) return { refused: isBinary(latin1(bytes)) ? 'binary' : 'undecodable' };
  return isBinary(decoded.text) ? { refused: 'binary' } : decoded;
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
  return decodeAs('utf-8', bytes, startsWith(bytes, 0xef, 0xbb, 0xbf));
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
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1a && code !== 0x1b)) controls += 1;
  }
  return controls > text.length / 10;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}
