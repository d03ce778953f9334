import { beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../server/src/lsp/features.ts';
import { sampled, soaking } from '../rounds.ts';
import { startClient } from './client.ts';
import { type Protocol, publishedProtocol } from './protocol/messages.ts';
import { profiles } from './protocol/profiles.ts';
import { Witness } from './protocol/witness.ts';

const A = 'file:///plans';
const PLAN = `${A}/2026.plan`;
const UNITS = `${A}/责任单位名录.units.plan`;
const FILES: Readonly<Record<string, string>> = {
  [UNITS]:
    '青河县教育局责任单位名录\n一、局领导\n1. 张三（职务：局长；分管：办公室）\n二、科室\n1. 办公室（负责人：王五）\n2. 基础教育科（简称：基教科；上级：青河县教育局）\n',
  [PLAN]: `青河县教育局2026年工作要点
一、主要目标
1.“阅读”工程覆盖全部学校。
二、重点任务
1.推进“阅读”工程。落实《青河县阅读方案》，招收15名教师（甲校8名、乙校7名）。（牵头领导：张三；责任单位：基教科、办公事；完成时限：6月底前）
2.开放操场,每月检修。一是开放;二是检修。
责任单位：办公室
完成时限：2026年13月
4.培训教师 。（责任单位：办公室、办公室）
5.慰问教师。
`,
  [`${A}/青河县阅读方案.plan`]: '青河县阅读方案\n一、任务\n1.读书。天天读。（责任单位：基础教育科）\n',
};

let protocol: Protocol;
beforeAll(() => {
  protocol = publishedProtocol();
});

/** Parameters that every request finds what it needs in. */
function paramsAt(uri: string, line: number, character: number, more: object = {}) {
  const position = { line, character };
  return {
    textDocument: { uri },
    position,
    positions: [position],
    range: { start: { line: Math.max(0, line - 1), character: 0 }, end: position },
    context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
    options: { tabSize: 4, insertSpaces: true },
    ch: '\n',
    newName: '新名称科',
    query: '办',
    previousResultIds: [],
    previousResultId: 'x',
    files: [{ oldUri: uri, newUri: `${A}/new.plan` }],
    command: 'planlint.nothing',
    format: 'csv',
    rule: 'missing-lead',
    text: '一、工作',
    ...more,
  };
}

/** The first members of what came, as what the next requests are about. */
function some(value: unknown): readonly Record<string, unknown>[] {
  const items = Array.isArray(value) ? value : ((value as { items?: unknown[] } | null)?.items ?? []);
  return items.slice(0, 6) as Record<string, unknown>[];
}

const BEHIND: Readonly<Record<string, readonly string[]>> = {
  'textDocument/prepareCallHierarchy': ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  'textDocument/prepareTypeHierarchy': ['typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
};
const RESOLVED: Readonly<Record<string, string>> = {
  'textDocument/completion': 'completionItem/resolve',
  'textDocument/codeAction': 'codeAction/resolve',
  'textDocument/codeLens': 'codeLens/resolve',
  'textDocument/documentLink': 'documentLink/resolve',
  'textDocument/inlayHint': 'inlayHint/resolve',
  'workspace/symbol': 'workspaceSymbol/resolve',
};

describe.each(sampled(Object.entries(profiles), 5))('a client that knows %s', (_name, capabilities) => {
  it('is sent nothing but what LSP 3.18 types, and what it knows', async () => {
    const witness = new Witness(protocol, {
      ...capabilities,
      workspace: { workspaceFolders: true, ...capabilities.workspace },
    });
    const client = await startClient({
      capabilities,
      bare: true,
      folders: [A],
      files: FILES,
      overhear: (from, message) => witness.hear(from, message),
      ...(capabilities.workspace?.configuration && { configuration: { inlayHints: true } }),
    });
    const methods = features.map(({ method }) => method);
    const has = new Set(methods);
    let token = 0;
    const ask = (method: string, params: object): Promise<unknown> =>
      client.connection.sendRequest(method, params).catch(() => undefined);
    // Every other request may be answered in parts.
    const tokens = () => {
      token += 1;
      return token % 2 === 0 ? {} : { partialResultToken: `p${token}`, workDoneToken: `w${token}` };
    };
    for (const [uri, text] of Object.entries(FILES)) await client.open(uri, text);
    for (const uri of [PLAN, UNITS]) {
      const lines = (FILES[uri] ?? '').split('\n');
      const places = lines.flatMap((line, at) =>
        (soaking ? [...line].map((_, i) => i) : [line.length >> 1]).map((character) => [at, character]),
      );
      for (const [line = 0, character = 0] of places) {
        for (const method of methods) {
          if (method.includes('/resolve') || /^(?:call|type)Hierarchy\//u.test(method)) continue;
          const answer = await ask(method, paramsAt(uri, line, Math.max(0, character), tokens()));
          const next = RESOLVED[method];
          for (const item of some(answer)) {
            // An old client is given commands for actions.
            if (next && has.has(next) && typeof item.command !== 'string') await ask(next, item);
            for (const one of BEHIND[method] ?? []) await ask(one, { item });
          }
          const { resultId } = (answer ?? {}) as { resultId?: string };
          if (resultId !== undefined)
            await ask(method, paramsAt(uri, line, 0, { previousResultId: resultId }));
        }
        if (character > 4) continue;
        await client.notify('textDocument/didChange', {
          textDocument: { uri, version: token + 2 },
          contentChanges: [{ range: rangeAt(line), text: ' ' }],
        });
      }
    }
    await client.close();
    if (soaking) console.log(`${_name}: ${witness.heard} messages looked at`);
    expect([...new Set(witness.faults)].slice(0, 8)).toEqual([]);
    expect(witness.heard).toBeGreaterThan(400);
  });
});

function rangeAt(line: number) {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}

describe('the witness', () => {
  const about = (method: string, result: unknown) => {
    const witness = new Witness(protocol, {});
    witness.hear('client', { jsonrpc: '2.0', id: 1, method, params: {} } as never);
    witness.hear('server', { jsonrpc: '2.0', id: 1, result } as never);
    return witness.faults;
  };

  it('knows every message, and lets pass what is right', () => {
    expect(protocol.messages.size).toBeGreaterThan(85);
    const hover = { contents: { kind: 'markdown', value: '' } };
    expect(about('textDocument/hover', hover)).toEqual([]);
    expect(about('textDocument/hover', null)).toEqual([]);
  });

  it.each([
    ['textDocument/hover', { contents: { kind: 'html', value: '' } }],
    ['textDocument/hover', { contents: 'x', content: 'x' }],
    ['textDocument/definition', [{ uri: 'file:///a', range: { start: { line: -1, character: 0 } } }]],
    ['textDocument/definition', [{ uri: '/a', range: rangeAt(0) }]],
    ['textDocument/completion', { items: [{ label: 'x', kind: 99 }], isIncomplete: false }],
    ['textDocument/documentSymbol', [{ name: 'x', kind: 1, range: rangeAt(0) }]],
    ['textDocument/semanticTokens/full', { data: [1.5] }],
    ['textDocument/diagnostic', { kind: 'full' }],
    ['initialize', { capabilities: { hoverProvder: true } }],
    ['textDocument/nothing', null],
  ])('refuses %s: %j', (method, result) => {
    expect(about(method, result)).toHaveLength(1);
  });

  it('refuses what a client does not know', () => {
    const witness = new Witness(protocol, { workspace: { inlayHint: { refreshSupport: true } } });
    const send = (method: string, params?: unknown) =>
      witness.hear('server', { jsonrpc: '2.0', id: 1, method, params } as never);
    send('workspace/inlayHint/refresh');
    expect(witness.faults).toEqual([]);
    send('workspace/codeLens/refresh');
    send('workspace/configuration', { items: [] });
    send('window/logMessage', { type: 9, message: 'x' });
    expect(witness.faults).toHaveLength(3);
  });
});
