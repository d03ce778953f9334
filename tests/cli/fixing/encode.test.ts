import { describe, expect, it } from 'vitest';
import { type Decoded, decode, encode } from '../../../server/src/cli/encoding.ts';
import { gb18030, gb18030Text, utf16 } from '../plans.ts';

const text = '一、重点任务\r\n1. 新建幼儿园😀\n';

describe('encode', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\u{FEFF}${text}`)],
    ['UTF-16 LE', utf16(text, 'le')],
    ['UTF-16 BE', utf16(text, 'be')],
    ['GB18030', gb18030],
    ['GB18030 with a mark', Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...gb18030])],
    ['nothing', new Uint8Array()],
  ])('writes %s as it was read', (_, bytes) => {
    const decoded = decode(Uint8Array.from(bytes)) as Decoded;
    expect(encode(decoded.text, decoded)).toEqual(Uint8Array.from(bytes));
  });

  it('writes in GB18030 what stands beside the pairs of bytes', () => {
    const gb = { encoding: 'gb18030', bom: false } as const;
    // As the standard has them: € A2 E3, ä 81 30 8A 31, 𠀀 95 32 82 36, 😀 94 39 FC 36.
    expect(encode(`幼€`, gb)?.slice(2)).toEqual(Uint8Array.of(0xa2, 0xe3));
    expect(encode('幼ä', gb)?.slice(2)).toEqual(Uint8Array.of(0x81, 0x30, 0x8a, 0x31));
    expect(encode('幼𠀀', gb)?.slice(2)).toEqual(Uint8Array.of(0x95, 0x32, 0x82, 0x36));
    expect(encode('幼😀', gb)?.slice(2)).toEqual(Uint8Array.of(0x94, 0x39, 0xfc, 0x36));
  });

  it('writes every character in GB18030 or says that it cannot', () => {
    let all = gb18030Text;
    for (let code = 0xa0; code < 0x30000; code += 1) {
      // Surrogates are no characters, private ones no words.
      if (code < 0xd800 || (code > 0xf8ff && code !== 0xfffd && code !== 0xfeff))
        all += String.fromCodePoint(code);
    }
    const bytes = encode(all, { encoding: 'gb18030', bom: false });
    expect(bytes && new TextDecoder('gb18030').decode(bytes)).toBe(all);
  });

  it.each([
    ['half a character in UTF-8', '\u{D842}', { encoding: 'utf-8', bom: false }],
    ['half a character in GB18030', `${gb18030Text}\u{D842}`, { encoding: 'gb18030', bom: false }],
    ["a mark that would be taken for the file's", `\u{FEFF}${text}`, { encoding: 'utf-8', bom: false }],
    // Read again, it would be taken for UTF-8.
    ['GB18030 that has no Chinese left', 'abc', { encoding: 'gb18030', bom: false }],
  ] as const)('refuses %s', (_, words, like) => {
    expect(encode(words, like)).toBeUndefined();
  });
});
