/**
 * The lines of a stream of bytes in order and without their ends, each as soon as it is whole; `tooLong` in place of one
 * with more than `most` bytes, of which nothing is kept. Blank ones are left out.
 */
export async function* linesIn(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array | 'tooLong'> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length > most) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const taken = (): Uint8Array | 'tooLong' => {
    const line = length > most ? 'tooLong' : joined(parts, length);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      const line = taken();
      if (!isBlank(line)) yield line;
    }
    add(chunk.subarray(from));
  }
  const last = taken();
  if (!isBlank(last)) yield last;
}

const LF = 10;

/** Space, tab and carriage return. */
const BLANKS: ReadonlySet<number> = new Set([32, 9, 13]);

function isBlank(line: Uint8Array | 'tooLong'): boolean {
  return line !== 'tooLong' && line.every((byte) => BLANKS.has(byte));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
