import { describe, expect, it } from 'vitest';
import { SymbolKind } from 'vscode-languageserver';
import type { Requests } from '../../server/src/protocol.ts';
import { begin } from './reading.ts';

const PLAN = 'file:///plans/2026.plan';
const UNITS = 'file:///plans/units.plan';
const ALL = {
  symbolKind: { valueSet: Object.values(SymbolKind).filter((kind) => typeof kind === 'number') },
};
const MODERN = {
  textDocument: { documentSymbol: { ...ALL, hierarchicalDocumentSymbolSupport: true } },
  workspace: { symbol: ALL },
};
const TEXT = [
  '2026年清河县教育工作要点',
  '一、主要目标',
  '1.学位增加10个百分点。全部达标。',
  '二、重点工作',
  '（一）扩大资源',
  '10．扩大学位‸供给。建成两所学校。（责任单位：办公室；完成时限：6月底）',
  '11. 建强队伍。招聘教师。（责任单位：办公室；完成时限：6月底）',
  '三、清单',
  '序号\t工作任务\t责任单位\t完成时限',
  '1\t更换教室灯具。全部达标。\t办公室\t6月底',
].join('\n');

interface Symbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly children?: readonly Symbol[];
}

const flat = (symbols: readonly Symbol[]): readonly (readonly [string, string | undefined])[] =>
  symbols.flatMap(({ name, kind, children = [] }) => [[name, kindName(kind)] as const, ...flat(children)]);

const kindName = (kind: SymbolKind) => Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0];

async function opened(capabilities: object) {
  const client = await begin({ capabilities });
  await client.open(
    UNITS,
    '清河县教育局责任单位名录\n一、局领导\n1. 林知远（职务：局长）\n二、科室\n1. 办公室\n',
  );
  const { uri, cursor } = await client.open(PLAN, TEXT);
  return { client, document: { textDocument: { uri }, position: cursor } };
}

describe('symbols', () => {
  it('are called as they stand, of kinds that are no programmers’', async () => {
    const { client, document } = await opened(MODERN);
    expect(flat(await client.request('textDocument/documentSymbol', document))).toEqual([
      ['一、主要目标', 'Module'],
      ['1.学位增加10个百分点', 'Key'],
      ['二、重点工作', 'Module'],
      ['（一）扩大资源', 'Module'],
      ['10．扩大学位供给', 'Event'],
      ['11.建强队伍', 'Event'],
      ['三、清单', 'Module'],
      ['1.更换教室灯具', 'Event'],
    ]);
    const found = await client.request<Symbol[]>('workspace/symbol', { query: '' });
    expect(new Set(found.map(({ kind }) => kindName(kind)))).toEqual(new Set(['Object', 'Struct', 'Event']));
  });

  it('part a number with a point in it from the title', async () => {
    const client = await begin({});
    const { uri } = await client.open(
      PLAN,
      '2026年工作要点\n一、工作\n1.1 添置图书\n每班百册。\n1.2 开放操场\n周末开放。\n',
    );
    const found = await client.request<Symbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(found.map(({ name }) => name)).toEqual(['一、工作', '1.1 添置图书', '1.2 开放操场']);
  });

  it('are of the first kinds for a client that does not say that it knows others', async () => {
    const { client, document } = await opened({});
    const kinds = [
      ...(await client.request<Symbol[]>('textDocument/documentSymbol', document)),
      ...(await client.request<Symbol[]>('workspace/symbol', { query: '' })),
    ].map(({ kind }) => kind);
    expect(Math.max(...kinds)).toBeLessThanOrEqual(SymbolKind.Array);
  });

  it('are found by the number of a task', async () => {
    const { client } = await opened(MODERN);
    const names = async (query: string) =>
      (await client.request<Symbol[]>('workspace/symbol', { query })).map(({ name }) => name);
    expect(await names('10')).toEqual(['10．扩大学位供给', '1.学位增加10个百分点']);
    expect(await names('11.建')).toEqual(['11.建强队伍']);
    expect(await names('学位')).toEqual(['1.学位增加10个百分点', '10．扩大学位供给']);
  });

  it('have one name in lists, hierarchies and the side bar', async () => {
    const { client, document } = await opened(MODERN);
    const [task] = await client.request<Symbol[]>('textDocument/prepareCallHierarchy', document);
    expect([task?.name, kindName(task?.kind ?? (0 as SymbolKind))]).toEqual(['10．扩大学位供给', 'Event']);
    const named = await client.request<{ to: Symbol }[]>('callHierarchy/outgoingCalls', { item: task });
    expect(named.map(({ to }) => [to.name, kindName(to.kind)])).toEqual([['办公室', 'Struct']]);
    const naming = await client.request<{ from: Symbol }[]>('callHierarchy/incomingCalls', {
      item: named[0]?.to,
    });
    const names = ['10．扩大学位供给', '11.建强队伍', '1.更换教室灯具'];
    expect(naming.map(({ from }) => from.name)).toEqual(names);
    const { units } = await client.request<Requests['planlint/overview']['result']>(
      'planlint/overview',
      document,
    );
    expect(units[0]?.tasks.map(({ label }) => label)).toEqual(names);
  });
});

describe('colours', () => {
  const types = async (tokenTypes: readonly string[] | undefined) => {
    const semanticTokens = tokenTypes && {
      tokenTypes,
      tokenModifiers: [],
      formats: ['relative'],
      requests: { full: true },
    };
    const { client, document } = await opened({
      textDocument: { ...(semanticTokens && { semanticTokens }) },
    });
    const { tokenTypes: legend } = client.initialized.capabilities.semanticTokensProvider?.legend ?? {};
    const { data } = await client.request<{ data: number[] }>('textDocument/semanticTokens/full', document);
    const used = data.filter((_, i) => i % 5 === 3).map((type) => legend?.[type]);
    expect(used).not.toContain(undefined);
    return [...new Set(used)].sort();
  };

  it('are those of the standard where a client lists no others', async () => {
    const standard = ['type', 'class', 'variable', 'property', 'number', 'string', 'comment'];
    expect((await types(standard)).filter((type) => !standard.includes(type ?? ''))).toEqual([]);
  });

  it('are our own where a client lists them, or nothing', async () => {
    const ours = ['deadline', 'label', 'number', 'title', 'unit'];
    expect(await types(undefined)).toEqual(ours);
    expect(await types(['number', 'class', 'type', 'property', ...ours])).toEqual(ours);
  });
});

describe('folds', () => {
  it('begin on lines of their own', async () => {
    const client = await begin({});
    const text =
      '2026年工作要点\n一、工作。1.甲事。做好。\n责任单位：办公室\n2.乙事。做好。\n责任单位：人事科\n';
    const { uri } = await client.open(PLAN, text);
    const found = await client.request<{ startLine: number; endLine: number }[]>(
      'textDocument/foldingRange',
      {
        textDocument: { uri },
      },
    );
    const starts = found.map(({ startLine }) => startLine);
    expect(starts.length).toBeGreaterThan(0);
    expect(new Set(starts).size).toBe(starts.length);
  });
});
