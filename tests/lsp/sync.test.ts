import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { plain } from '../plain.ts';
import { rounds } from '../rounds.ts';
import { startClient } from './client.ts';

type Encoding = 'utf-8' | 'utf-16' | 'utf-32';
interface Position {
  readonly line: number;
  readonly character: number;
}
type Change = { readonly range: Record<'start' | 'end', Position>; readonly text: string } | { text: string };

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

/** A position by walking through the characters of the text, one by one: slow, and written from the specification. */
function naiveOffset(text: string, { line, character }: Position, encoding: Encoding): number {
  let at = 0;
  for (let i = 0; i < line; i += 1) {
    while (at < text.length && text[at] !== '\r' && text[at] !== '\n') at += 1;
    // Past the last line is the end of the text.
    if (at >= text.length) return text.length;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  let units = 0;
  for (const one of text.slice(at)) {
    if (one === '\r' || one === '\n') break;
    const size = { 'utf-8': Buffer.byteLength(one), 'utf-16': one.length, 'utf-32': 1 }[encoding];
    // Inside a character is before it.
    if (units + size > character) break;
    units += size;
    at += one.length;
  }
  return at;
}

function naively(text: string, changes: readonly Change[], encoding: Encoding): string {
  return changes.reduce((before, change) => {
    if (!('range' in change)) return change.text;
    const [a, b] = [change.range.start, change.range.end].map((one) => naiveOffset(before, one, encoding));
    return before.slice(0, Math.min(a!, b!)) + change.text + before.slice(Math.max(a!, b!));
  }, text);
}

const words = fc.constantFrom(
  ...[
    '2026年工作要点',
    '一、工作',
    '1.甲项。一。',
    '（责任单位：办公室）',
    '完成时限：6月底',
    '“',
    '》',
    'é',
  ],
  ...['\n', '\r\n', '\r', '\n\n', '😀', '𠮷', ' ', '\t', 'a', '：', '\u{FEFF}', '2.', '①'],
);
const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
/** Also far behind the end of the line and of the text. */
const position = fc.record({
  line: fc.oneof(fc.nat(12), fc.constant(2 ** 31 - 1)),
  character: fc.oneof(fc.nat(20), fc.constant(2 ** 31 - 1)),
});
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);
const notifications = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 4 });

describe.each(['utf-8', 'utf-16', 'utf-32'] as const)('incremental sync in %s', (encoding) => {
  it('gives the text that naive application gives, and the plan of that text', async () => {
    client = await startClient({ capabilities: { general: { positionEncodings: [encoding] } } });
    const { notify, request, session } = client;
    let round = 0;
    await fc.assert(
      fc.asyncProperty(text, notifications, fc.boolean(), async (first, all, looking) => {
        round += 1;
        const uri = `untitled:${round}`;
        const textDocument = { uri, languageId: 'workplan', version: 1, text: first };
        await notify('textDocument/didOpen', { textDocument });
        let expected = first;
        for (const [i, contentChanges] of all.entries()) {
          await notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges });
          // A plan that was read between two changes must not outlive them.
          if (looking) await request('textDocument/documentSymbol', { textDocument: { uri } });
          expected = naively(expected, contentChanges, encoding);
        }
        await request('textDocument/documentSymbol', { textDocument: { uri } });
        const open = session.documents.get(uri);
        expect(open?.rope.text).toBe(expected);
        expect(open?.version).toBe(all.length + 1);
        expect(plain(session.planOf(uri)!)).toEqual(plain(parse(expected, { path: uri })));
        await notify('textDocument/didClose', { textDocument: { uri } });
      }),
      rounds(30, 5000),
    );
  });
});
