/**
 * A function from offsets in `text` to the bytes that stand before them in UTF-8. Takes the time of the text once, and
 * none of its length afterwards.
 */
export function bytesBefore(text: string): (offset: number) => number {
  const sums = [0];
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (i > 0 && i % STEP === 0) sums.push(sum);
    sum += bytesAt(text, i);
  }
  return (offset) => {
    const from = Math.min(Math.floor(offset / STEP), sums.length - 1);
    let bytes = sums[from] ?? 0;
    for (let i = from * STEP; i < Math.min(offset, text.length); i += 1) bytes += bytesAt(text, i);
    return bytes;
  };
}

const STEP = 512;

/** Bytes of the unit at `i`: a pair takes four with its first half and none with its second; a lone half becomes U+FFFD. */
function bytesAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHigh(unit)) return isLow(text.charCodeAt(i + 1)) ? 4 : 3;
  if (isLow(unit)) return isHigh(text.charCodeAt(i - 1)) ? 0 : 3;
  return 3;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
