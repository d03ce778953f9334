import fc from 'fast-check';

/** Any code units: half of them of the first page, some beyond the basic plane, some halves of a pair. */
const code = fc.oneof(
  { arbitrary: fc.nat(0xff), weight: 4 },
  { arbitrary: fc.integer({ min: 0x100, max: 0xffff }), weight: 3 },
  { arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }), weight: 1 },
);

/** Any text at all. The like of fast-check, of unit `binary`, takes seconds to prepare. */
export function anyText(maxLength = 20): fc.Arbitrary<string> {
  return fc.array(code, { maxLength }).map((codes) => String.fromCodePoint(...codes));
}
