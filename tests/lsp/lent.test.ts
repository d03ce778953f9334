import { afterEach, expect, it } from 'vitest';
import { documents } from '../rules/texts.ts';
import { startClient } from './client.ts';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

// One that holds a directory is looked at anew with that.
const own = documents().filter(([name, plan]) => name.startsWith('plans/') && !/名录|通讯录/u.test(plan));
const text = own.map(([, plan]) => plan.trim()).join('\n\n');
const uri = 'file:///plans/all.plan';

/** A server that has read a folder with one plan. */
async function scanned(settings?: unknown) {
  const started = await startClient({
    capabilities: { textDocument: { diagnostic: {} } },
    folders: ['file:///plans'],
    files: { [uri]: text },
    ...(settings !== undefined && { configuration: settings }),
  });
  client = started;
  await expect.poll(() => started.session.workspace.documents.has(uri)).toBe(true);
  return started;
}

/** Opens the plan, and gives what the server has of it. */
async function open(words: string) {
  const textDocument = { uri, languageId: 'workplan', version: 1, text: words };
  await client?.notify('textDocument/didOpen', { textDocument });
  // Behind what is answered now it is open.
  await client?.request('textDocument/foldingRange', { textDocument: { uri } });
  return client?.session.documents.get(uri);
}

const told = async () =>
  await Promise.all(
    ['documentSymbol', 'diagnostic', 'foldingRange', 'semanticTokens/full'].map(async (what) => {
      const answer = await client?.request<object>(`textDocument/${what}`, { textDocument: { uri } });
      return Array.isArray(answer) ? answer : { ...answer, resultId: '' };
    }),
  );

it('has a document that is opened as it lies on the disk read already, and reads it on by itself', async () => {
  const { session } = await scanned();
  const before = session.planOf(uri);
  const document = await open(text);
  const lent = await told();
  const resultId = session.resultId(uri);
  expect(session.planOf(uri)).toBe(before);
  expect(document?.isLent).toBe(true);
  let steps = 0;
  while (!document?.readOn(() => true)) steps += 1;
  expect(steps).toBeGreaterThan(5);
  expect(document.isLent).toBe(false);
  expect(session.planOf(uri)).not.toBe(before);
  expect(session.planOf(uri)?.text).toBe(text);
  expect(session.resultId(uri)).toBe(resultId);
  expect(await told()).toEqual(lent);
});

it.each([false, true])('reads it when it is changed before it was read on (begun: %s)', async (begun) => {
  const { session } = await scanned();
  const document = await open(text);
  if (begun) expect(document?.readOn(() => true)).toBe(false);
  const at = { line: 2, character: 0 };
  const contentChanges = [{ range: { start: at, end: at }, text: '好' }];
  await client?.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  const changed = await told();
  expect(document?.isLent).toBe(false);
  const now = session.planOf(uri)?.text ?? '';
  expect(now).toHaveLength(text.length + 1);
  await client?.notify('textDocument/didClose', { textDocument: { uri } });
  expect((await open(now))?.isLent).toBe(false);
  expect(await told()).toEqual(changed);
});

it('reads it anew where it has another text, or other labels count', async () => {
  const { session } = await scanned();
  expect((await open(`${text}\n`))?.isLent).toBe(false);
  expect(session.planOf(uri)?.text).toBe(`${text}\n`);
  await client?.notify('textDocument/didClose', { textDocument: { uri } });
  await expect.poll(() => session.planOf(uri)?.text).toBe(text);
  const document = await open(text);
  expect(document?.isLent).toBe(true);
  document?.configure({ labels: { lead: ['掌舵的'] }, path: uri });
  expect(document?.isLent).toBe(false);
  expect(document?.plan).not.toBe(session.indexedPlan(uri));
});
