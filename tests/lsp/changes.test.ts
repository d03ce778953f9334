import { afterEach, describe, expect, it, vi } from 'vitest';
import { QUIET } from '../../server/src/lsp/answers/diagnostics.ts';
import { type Client, startClient } from './client.ts';

const FOLDER = 'file:///plans';
const PLAN = `${FOLDER}/2026.plan`;
const LENSES = 'workspace/codeLens/refresh';
const TEXT =
  '2026年工作要点\n一、工作\n1.甲项。一。（责任单位：办公室；完成时限：6月底）\n⟦2.乙项⟧。二。（完成时限：7月底）';

let client: Client | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await client?.close();
  client = undefined;
});

describe('a directory that changes', () => {
  it('asks for new findings once the typing has stopped', async () => {
    client = await startClient({ capabilities: { workspace: { diagnostics: { refreshSupport: true } } } });
    const uri = `${FOLDER}/units.plan`;
    const refreshes = () =>
      client!.heard.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
    await client.open(uri, '青河县教育局责任单位名录\n一、科室\n1. 办公室');
    await client.open(PLAN, TEXT);
    await expect.poll(refreshes).toBe(2);
    // The clock stands still while somebody types, however long this takes.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (let version = 2; version < 8; version += 1) {
      const position = { line: 2, character: 6 };
      await client.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text: '甲' }],
      });
    }
    await client.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
    expect(refreshes()).toBe(2);
    await vi.advanceTimersByTimeAsync(QUIET);
    await expect.poll(refreshes).toBe(3);
    await vi.advanceTimersByTimeAsync(10 * QUIET);
    await client.request('textDocument/diagnostic', { textDocument: { uri: PLAN } });
    expect(refreshes()).toBe(3);
  });

  const UNITS = '青河县教育局责任单位名录\n一、科室\n1. 人事科';
  const DIRECTORY = `${FOLDER}/units.plan`;
  /** Rules of the findings that were last pushed for the plan. */
  const pushed = () => {
    const isOfPlan = ({ params }: { params: unknown }) => (params as { uri?: string } | null)?.uri === PLAN;
    const last = client!.heard.findLast(isOfPlan)?.params as { diagnostics: { code: string }[] } | undefined;
    return last?.diagnostics.map(({ code }) => code);
  };

  it('is heard of where it is closed without being saved', async () => {
    client = await startClient({ folders: [FOLDER], files: { [DIRECTORY]: UNITS } });
    await client.open(PLAN, TEXT);
    await expect.poll(pushed).toContain('unknown-unit');
    await client.open(DIRECTORY, `${UNITS}\n2. 办公室`);
    await expect.poll(pushed).not.toContain('unknown-unit');
    await client.notify('textDocument/didClose', { textDocument: { uri: DIRECTORY } });
    await expect.poll(pushed).toContain('unknown-unit');
  });

  it('is heard of where a plan comes to stand beside it, and when that goes', async () => {
    const inside = `${FOLDER}/lib`;
    client = await startClient({ folders: [FOLDER], files: { [`${inside}/units.plan`]: UNITS } });
    await client.open(PLAN, TEXT);
    await expect.poll(pushed).toContain('unknown-unit');
    await client.open(`${inside}/2026.plan`, TEXT);
    await expect.poll(pushed).not.toContain('unknown-unit');
    await client.notify('textDocument/didClose', { textDocument: { uri: `${inside}/2026.plan` } });
    await expect.poll(pushed).toContain('unknown-unit');
  });

  it('counts the tasks of a plan anew that changes beside it', async () => {
    client = await startClient({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
    await client.open(DIRECTORY, UNITS);
    await client.open(PLAN, TEXT);
    await expect.poll(() => client?.heard.filter(({ method }) => method === LENSES).length).toBe(3);
    const contentChanges = [{ text: TEXT.replace('办公室', '人事科') }];
    await client.notify('textDocument/didChange', {
      textDocument: { uri: PLAN, version: 2 },
      contentChanges,
    });
    await client.next(LENSES);
  });

  it('is heard of where it becomes a plan', async () => {
    client = await startClient();
    await client.open(PLAN, TEXT);
    const uri = `${FOLDER}/list.plan`;
    await client.open(uri, UNITS);
    await expect.poll(pushed).toContain('unknown-unit');
    const contentChanges = [{ text: '2026年工作计划\n一、工作\n1.甲项。一。' }];
    await client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    await expect.poll(pushed).not.toContain('unknown-unit');
  });
});

describe('a setting that changes', () => {
  it('has the client ask anew for whatever it shows', async () => {
    const refreshSupport = { refreshSupport: true };
    const shown = ['diagnostics', 'inlayHint', 'codeLens', 'semanticTokens', 'foldingRange'];
    const workspace = Object.fromEntries(shown.map((one) => [one, refreshSupport]));
    client = await startClient({ capabilities: { workspace } });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    for (const one of shown) {
      await client.hear(`workspace/${one === 'diagnostics' ? 'diagnostic' : one}/refresh`);
    }
  });
});
