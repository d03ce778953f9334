import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { rounds } from '../rounds.ts';
import { documents } from '../rules/texts.ts';
import { positionIn, startClient } from './client.ts';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

const own = documents().filter(([name]) => name.startsWith('plans/'));
const joined = own.map(([, text]) => text.trim()).join('\n\n');
/** A file so long that it was read for the index as an open document is. */
const filed = [joined, joined, joined].join('\n\n');
const FILE = 'file:///plans/filed.plan';

/** Where in the text, or at which line's end, how many characters go, what is typed, and whether it is taken back. */
const edit = fc.tuple(
  fc.nat(joined.length - 10),
  fc.boolean(),
  fc.constantFrom(0, 0, 0, 1, 2),
  fc.constantFrom('好', '的', '学生', '和', '，', '（', '“', '2026年', '\n', '𠮷', ''),
  fc.boolean(),
);

const ASKED = ['documentSymbol', 'diagnostic', 'foldingRange', 'semanticTokens/full'] as const;

it.each([
  ['a text', 'utf-16'],
  ['a text', 'utf-8'],
  ['a file', 'utf-16'],
] as const)(
  'is told of %s that is edited what is told of it when it is opened so, in %s',
  async (what, encoding) => {
    const supports = { relatedInformation: true, dataSupport: true };
    const isFile = what === 'a file';
    client = await startClient({
      ...(isFile && { folders: ['file:///plans'], files: { [FILE]: filed } }),
      capabilities: {
        general: { positionEncodings: [encoding] },
        textDocument: {
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          diagnostic: supports,
          publishDiagnostics: supports,
        },
      },
    });
    const { notify, request, session } = client;
    const told = async (uri: string) => {
      const answers: unknown[] = [];
      for (const asked of ASKED)
        answers.push(await request(`textDocument/${asked}`, { textDocument: { uri } }));
      return JSON.parse(
        JSON.stringify(answers)
          .replaceAll(uri, 'uri')
          .replace(/"resultId":"[^"]*"/gu, '"resultId":""'),
      ) as unknown;
    };
    const open = (uri: string, text: string) =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'workplan', version: 1, text } });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 10 }), async (edits) => {
        round += 1;
        const uri = isFile ? FILE : `untitled:edited${round}`;
        let text = isFile ? filed : joined;
        let version = 1;
        if (isFile) await expect.poll(() => session.planOf(uri)?.text === text).toBe(true);
        const type = async (start: number, end: number, words: string) => {
          const at = (offset: number) => positionOf(text, offset, encoding);
          const contentChanges = [{ range: { start: at(start), end: at(end) }, text: words }];
          version += 1;
          await notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
          text = text.slice(0, start) + words + text.slice(end);
        };
        await open(uri, text);
        for (const [place, atEnd, length, words, back] of edits) {
          const before = await told(uri);
          const start = atEnd ? text.indexOf('\n', place) : place;
          const end = Math.min(text.length, start + length);
          // Nobody types into the middle of a character, or of a line end.
          if (/[\uDC00-\uDFFF]/u.test((text[start] ?? '') + (text[end] ?? ''))) continue;
          const gone = text.slice(start, end);
          await type(start, end, words);
          if (!back) continue;
          await told(uri);
          await type(start, start + words.length, gone);
          expect(await told(uri)).toEqual(before);
        }
        const edited = await told(uri);
        await notify('textDocument/didClose', { textDocument: { uri } });
        await open(uri, text);
        expect(edited).toEqual(await told(uri));
        await notify('textDocument/didClose', { textDocument: { uri } });
      }),
      rounds(3, 400),
    );
  },
);

function positionOf(text: string, offset: number, encoding: 'utf-8' | 'utf-16') {
  const { line, character } = positionIn(text, offset);
  if (encoding === 'utf-16') return { line, character };
  return { line, character: Buffer.byteLength(text.slice(offset - character, offset)) };
}
