import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { office } from '../../server/src/office/office.ts';
import { inProcess } from '../cli/host.ts';
import { p, word } from './word.ts';

const compound = (name: string) => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [i, character] of [...name].entries()) bytes[1024 + 2 * i] = character.charCodeAt(0);
  return bytes;
};
const document = (inner: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(inner) });
/** Two thousand million zeros in a few kilobytes: the size that the archive declares is what is believed. */
const bomb = () => {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(8_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = 0; i + 4 < bytes.length; i += 1)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 0x7fffffff, true);
  return bytes;
};
const flipped = () => {
  const bytes = word(p('甲乙丙丁'.repeat(200)));
  return bytes.slice(0, Math.floor(bytes.length / 2));
};

const CASES: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
  ['cut off', flipped(), 'broken', /可能已损坏/u],
  ['no XML inside', document('<w:document'), 'broken', /可能已损坏/u],
  ['unbalanced XML', document('<w:document><w:body></w:document>'), 'broken', /可能已损坏/u],
  ['nested without end', document('<a>'.repeat(5000)), 'broken', /可能已损坏/u],
  ['protected by a password', compound('EncryptedPackage'), 'encrypted', /密码/u],
  ['of the old format', compound('WordDocument'), 'legacy', /旧格式/u],
  ['a bomb', bomb(), 'oversized', /过大/u],
  ['with a document type', document('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'), 'dtd', /DTD/u],
  ['with an entity of its own', document('<w:document>&a;</w:document>'), 'broken', /可能已损坏/u],
  [
    'with an entity that is named as a method',
    document('<w:document>&constructor;</w:document>'),
    'broken',
    /可能已损坏/u,
  ],
  ['slides', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') }), 'otherKind', /\.docx/u],
];

describe.each(CASES)('a file that is %s', (_, bytes, reason, line) => {
  it('is refused', () => expect(office.read(bytes)).toEqual({ refused: reason }));

  it.each(['check', 'import'])('gets one clear line from %s', async (command) => {
    const { code, stderr, stdout } = await inProcess({
      args: [command, '稿.docx'],
      files: { '稿.docx': bytes },
    });
    expect(code).toBe(2);
    expect(stdout).not.toContain('稿.docx');
    expect(stderr.split('\n').filter((one) => one.includes('稿.docx'))).toEqual([
      expect.stringMatching(line),
    ]);
  });
});
