import { afterEach, describe, expect, it } from 'vitest';
import { documents } from '../rules/texts.ts';
import { startClient } from './client.ts';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

// One that holds a directory is looked at anew with that.
const own = documents().filter(([name, plan]) => name.startsWith('plans/') && !/名录|通讯录/u.test(plan));
const short = own.map(([, plan]) => plan.trim()).join('\n\n');
/** So long that somebody would wait for it. */
const long = Array.from({ length: 4 }, () => short).join('\n\n');
const uri = 'file:///plans/all.plan';

/** A server that has read a folder with one plan. */
async function scanned(text: string) {
  const started = await startClient({
    capabilities: { textDocument: { diagnostic: {} } },
    folders: ['file:///plans'],
    files: { [uri]: text },
  });
  client = started;
  await expect.poll(() => started.session.workspace.documents.has(uri)).toBe(true);
  return started.session;
}

/** Opens the plan, and gives what the server has of it. */
async function open(text: string) {
  const textDocument = { uri, languageId: 'workplan', version: 1, text };
  await client?.notify('textDocument/didOpen', { textDocument });
  // Behind what is answered now it is open.
  await client?.request('textDocument/foldingRange', { textDocument: { uri } });
  return client?.session.documents.get(uri);
}

async function told() {
  const answers = ['documentSymbol', 'diagnostic', 'foldingRange', 'semanticTokens/full'].map(
    async (what) => {
      const answer = await client?.request<object>(`textDocument/${what}`, { textDocument: { uri } });
      return Array.isArray(answer) ? answer : { ...answer, resultId: '' };
    },
  );
  return await Promise.all(answers);
}

describe('a file that is opened as it lies on the disk', () => {
  it.each(['好', '2027年5月'])(
    'is not read again where it is long, and changed by %s as others are',
    async (words) => {
      const session = await scanned(long);
      const [known, resultId] = [session.planOf(uri), session.resultId(uri)];
      const document = await open(long);
      expect(document?.plan).toBe(known);
      expect(session.resultId(uri)).toBe(resultId);
      const before = await told();
      const at = { line: 4, character: 3 };
      const contentChanges = [{ range: { start: at, end: at }, text: words }];
      await client?.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
      const changed = await told();
      expect(changed).not.toEqual(before);
      const text = document?.rope.text ?? '';
      expect(text).toHaveLength(long.length + words.length);
      await client?.notify('textDocument/didClose', { textDocument: { uri } });
      await open(text);
      expect(await told()).toEqual(changed);
    },
  );

  it('is read again where it is short, which changes nothing of what is found', async () => {
    const session = await scanned(short);
    const [known, resultId] = [session.planOf(uri), session.resultId(uri)];
    const document = await open(short);
    expect(document?.plan).not.toBe(known);
    expect(session.planOf(uri)).toBe(document?.plan);
    expect(session.resultId(uri)).toBe(resultId);
  });
});

it('is read again where it has another text or other labels count', async () => {
  const session = await scanned(long);
  const known = session.planOf(uri);
  const other = await open(`${long}\n`);
  expect(other?.plan).not.toBe(known);
  expect(other?.plan.text).toBe(`${long}\n`);
  await client?.notify('textDocument/didClose', { textDocument: { uri } });
  await expect.poll(() => session.planOf(uri)?.text).toBe(long);
  const document = await open(long);
  expect(document?.plan).toBe(session.planOf(uri));
  document?.configure({ labels: { lead: ['掌舵的'] }, path: uri });
  expect(document?.plan).not.toBe(session.indexedPlan(uri));
});
