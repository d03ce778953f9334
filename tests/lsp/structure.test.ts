import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { foldings } from '../../server/src/core/features/reading/folding.ts';
import { selectionsAt } from '../../server/src/core/features/reading/selection.ts';
import { tokens } from '../../server/src/core/features/reading/tokens.ts';
import { emptyWorkspace, indexed, withDocument } from '../../server/src/core/people/workspace.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rounds } from '../rounds.ts';
import { type Client, startClient } from './client.ts';

const PLANS = new URL('../fixtures/plans/', import.meta.url);
const samples = readdirSync(PLANS)
  .filter((name) => name.endsWith('.plan'))
  .map((name) => [name, readFileSync(new URL(name, PLANS), 'utf8')] as const);

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

describe('folding', () => {
  it('folds sections, tasks and the notice above the title', async () => {
    client = await startClient();
    const text = [
      '青教发〔2026〕1号',
      '各学校：',
      '现印发给你们。',
      '青河县教育局2026年工作要点',
      '一、党建',
      '1.抓学习。内容。',
      '责任单位：办公室',
      '2.抓作风。内容。',
      '二、教学',
      '3.抓课堂。内容。',
    ].join('\n');
    const { uri } = await client.open('file:///a.plan', text);
    const found = await client.request<{ startLine: number; endLine: number; kind?: string }[]>(
      'textDocument/foldingRange',
      {
        textDocument: { uri },
      },
    );
    expect(found).toEqual([
      { startLine: 0, endLine: 2, kind: 'region' },
      { startLine: 4, endLine: 7 },
      { startLine: 5, endLine: 6 },
      { startLine: 8, endLine: 9 },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('folds lines that end with %j', (end) => {
    const text = ['一、党建', '1.抓学习。内容。', '责任单位：办公室', '2.抓作风。内容。'].join(end);
    expect(foldings(parse(text)).map(({ kind }) => kind)).toEqual(['section', 'task']);
  });

  it.each(samples)('%s: ranges lie in one another or apart', (_, text) => {
    const found = foldings(parse(text)).map(({ span }) => span);
    for (const a of found) {
      for (const b of found) {
        const apart = a.end <= b.start || b.end <= a.start;
        const inside = (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
        expect(apart || inside).toBe(true);
      }
    }
  });
});

describe('selection ranges', () => {
  it('grow from the name to the list, the field, the line, the task, the section, the text', async () => {
    client = await startClient();
    const opened = await client.open(
      'file:///a.plan',
      '一、党建\n1.抓学习。读原著。（责任单位：办公室、人‸事科）\n2.抓作风。内容。',
    );
    type Range = { range: { start: { character: number }; end: { character: number } }; parent?: Range };
    const [found] = await client.request<Range[]>('textDocument/selectionRange', {
      textDocument: opened,
      positions: [opened.cursor],
    });
    const texts: string[] = [];
    for (let one = found; one; one = one.parent) {
      const line = opened.text.split('\n')[1] ?? '';
      texts.push(line.slice(one.range.start.character, one.range.end.character));
    }
    expect(texts.slice(0, 4)).toEqual([
      '人事科',
      '办公室、人事科',
      '（责任单位：办公室、人事科）',
      '1.抓学习。读原著。（责任单位：办公室、人事科）',
    ]);
  });

  it('are nested for any text at any place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('一、', '1.', '甲', '。', '，', '（责任单位：', '）', '\n', ' ', '“', '😀')),
        fc.nat(),
        (parts, at) => {
          const text = parts.join('');
          const chain = selectionsAt(parse(text), at % (text.length + 1));
          for (let i = 1; i < chain.length; i += 1) {
            const [inner, outer] = [chain[i - 1]!, chain[i]!];
            expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
            expect(outer.end - outer.start).toBeGreaterThan(inner.end - inner.start);
          }
        },
      ),
      rounds(100, 20_000),
    );
  });
});

describe('semantic tokens', () => {
  const PATH = 'file:///a.plan';

  it.each(samples)('%s: in order, inside the text, none over another', (_, text) => {
    const workspace = withDocument(emptyWorkspace, indexed(parse(text, { path: PATH }), PATH, 'file://'));
    const found = tokens(workspace, PATH);
    expect(found.length).toBeGreaterThan(10);
    let end = 0;
    for (const { span } of found) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });

  it('tell names, labels and deadlines apart', () => {
    const text =
      '2026年工作要点\n一、党建\n1.抓“三会一课”。读《条例》30遍。（牵头领导：林知远；责任科室：办公室、各学校；完成时限：6月底）';
    const workspace = withDocument(emptyWorkspace, indexed(parse(text), PATH, 'file://'));
    const words = tokens(workspace, PATH).map(
      ({ span, kind }) => `${kind}:${text.slice(span.start, span.end)}`,
    );
    expect(words).toEqual([
      'title:2026年工作要点',
      'title:党建',
      'number:1',
      'title:抓',
      'slogan:“三会一课”',
      'document:《条例》',
      'label:牵头领导',
      'person:林知远',
      'label:责任科室',
      'unit:办公室',
      'group:各学校',
      'label:完成时限',
      'deadline:6月底',
    ]);
  });

  it('come as a delta after a change, which gives what a full answer would', async () => {
    client = await startClient();
    const { uri } = await client.open(PATH, '2026年工作要点\n一、党建\n1.抓学习。内容。（责任单位：办公室）');
    const full = await client.request<{ resultId: string; data: number[] }>(
      'textDocument/semanticTokens/full',
      { textDocument: { uri } },
    );
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: 18 }, end: { line: 2, character: 18 } }, text: '、人事科' },
      ],
    });
    const delta = await client.request<{ edits: { start: number; deleteCount: number; data?: number[] }[] }>(
      'textDocument/semanticTokens/full/delta',
      { textDocument: { uri }, previousResultId: full.resultId },
    );
    const data = [...full.data];
    for (const { start, deleteCount, data: insert = [] } of [...delta.edits].reverse())
      data.splice(start, deleteCount, ...insert);
    const whole = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    expect(delta.edits.length).toBeGreaterThan(0);
    expect(data).toEqual(whole.data);
  });
});

describe('workspace symbols', () => {
  const NAMED = '青河县教育局责任单位名录\n一、科室\n1. 办公室\n2. ⟦基教科⟧';
  const URI = 'file:///units.plan';

  it('come with their places, or find them later where the client asks for that', async () => {
    client = await startClient();
    const { ranges } = await client.open(URI, NAMED);
    const [whole] = await client.request<object[]>('workspace/symbol', { query: '基教' });
    expect(whole).toMatchObject({ name: '基教科', location: { uri: URI, range: ranges[0] } });
    await client.close();
    const symbol = { resolveSupport: { properties: ['location.range'] } };
    client = await startClient({ capabilities: { workspace: { symbol } } });
    expect(client.initialized.capabilities.workspaceSymbolProvider).toEqual({ resolveProvider: true });
    await client.open(URI, NAMED);
    const [short] = await client.request<{ location: object }[]>('workspace/symbol', { query: '基教' });
    expect(short?.location).toEqual({ uri: URI });
    const resolved = await client.request<object>('workspaceSymbol/resolve', short);
    expect(resolved).toMatchObject({ name: '基教科', location: { uri: URI, range: ranges[0] } });
  });
});
