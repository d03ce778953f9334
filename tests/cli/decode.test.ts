import { describe, expect, it } from 'vitest';
import { decode } from '../../server/src/cli/encoding.ts';
import { gb18030, gb18030Text, utf16 } from './plans.ts';

const text = '一、重点任务\r\n1. 新建幼儿园😀\n';
const utf8 = new TextEncoder().encode(text);
const mark = [0xef, 0xbb, 0xbf];

describe('decode', () => {
  it.each([
    ['UTF-8', utf8, { text, encoding: 'utf-8', bom: false }],
    ['UTF-8 with a mark', Uint8Array.from([...mark, ...utf8]), { text, encoding: 'utf-8', bom: true }],
    ['UTF-16 LE', utf16(text, 'le'), { text, encoding: 'utf-16le', bom: true }],
    ['UTF-16 BE', utf16(text, 'be'), { text, encoding: 'utf-16be', bom: true }],
    ['GB18030', gb18030, { text: gb18030Text, encoding: 'gb18030', bom: false }],
    [
      'GB18030 with a mark',
      Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...gb18030]),
      { text: gb18030Text, encoding: 'gb18030', bom: true },
    ],
    ['nothing', new Uint8Array(), { text: '', encoding: 'utf-8', bom: false }],
    ['a mark alone', Uint8Array.from(mark), { text: '', encoding: 'utf-8', bom: true }],
  ])('reads %s', (_, bytes, expected) => {
    expect(decode(bytes)).toEqual(expected);
  });

  it('keeps a mark that does not stand first', () => {
    expect(decode(new TextEncoder().encode('a\u{FEFF}b'))).toMatchObject({ text: 'a\u{FEFF}b', bom: false });
  });

  it.each([
    ['a zip, such as a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], 'binary'],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00], 'binary'],
    ['mostly control characters', [0x01, 0x02, 0x41, 0x03, 0x04, 0x42], 'binary'],
    ['UTF-16 without a mark', [0x2d, 0x4e, 0x0a, 0x00], 'binary'],
    ['no encoding at all', [0xff, 0xff, 0x41, 0x42, 0x43], 'undecodable'],
    ['half a GB18030 character', [...gb18030, 0xd0], 'undecodable'],
    // Any two of these bytes are a character in GB18030, but the rest says UTF-8.
    ['UTF-8 with a broken character', [...utf8, 0xe4, 0xb8, ...utf8], 'undecodable'],
    ['UTF-8 that ends too early', utf8.slice(0, utf8.length - 2), 'undecodable'],
  ])('refuses %s', (_, bytes, refused) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ refused });
  });
});
