import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { rounds, soaking } from '../rounds.ts';
import { startClient } from './client.ts';

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Frees what can be freed, and gives the bytes that are left. */
async function heap(): Promise<number> {
  // What a weak reference was asked for stays until the end of the turn.
  for (let i = 0; i < 3; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

const TEXT = [
  '2026年工作要点',
  '一、工作',
  ...Array.from({ length: 20 }, (_, i) => `${i + 1}.第${i}项。内容。（责任单位：办公室、第${i}科）`),
].join('\n');

/** Opens, changes, asks about and closes a document; gives its plan without holding it. */
async function round(at: number): Promise<WeakRef<object>> {
  const uri = `file:///plans/${at}.plan`;
  const { open, notify, request, session } = client!;
  await open(uri, TEXT);
  const position = { line: 2, character: 4 };
  await notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: position, end: position }, text: '改' }],
  });
  await request('textDocument/diagnostic', { textDocument: { uri } });
  await request('textDocument/documentSymbol', { textDocument: { uri } });
  await request('textDocument/semanticTokens/full', { textDocument: { uri } });
  const plan = new WeakRef(session.planOf(uri)!);
  await notify('textDocument/didClose', { textDocument: { uri } });
  return plan;
}

it('keeps nothing of documents that were opened, changed and closed', async () => {
  client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
  const { numRuns } = rounds(15, 5000);
  for (let i = 0; i < numRuns / 5; i += 1) await round(i);
  const before = await heap();
  const plans: WeakRef<object>[] = [];
  for (let i = 0; i < numRuns; i += 1) plans.push(await round(numRuns + i));
  // An answer behind the last one: it is closed.
  await client.request('workspace/symbol', { query: '' });
  const grown = (await heap()) - before;
  expect(plans).toHaveLength(numRuns);
  // The last one or two may still be somewhere on the way.
  expect(plans.filter((plan) => plan.deref() !== undefined).length).toBeLessThanOrEqual(2);
  if (!soaking) return;
  console.log(
    `${numRuns} rounds, ${(before / 1e6).toFixed(1)} MB before, ${(grown / 1e6).toFixed(2)} MB more after`,
  );
  // One open document with its plan is larger than this for each round would be.
  expect(grown / numRuns).toBeLessThan(TEXT.length);
});

it('is as quick and as small after long use as before', async () => {
  const uris = Array.from({ length: soaking ? 200 : 40 }, (_, i) => `file:///plans/${i}.plan`);
  client = await startClient({
    capabilities: { textDocument: { diagnostic: {} } },
    folders: ['file:///plans'],
    files: Object.fromEntries(uris.map((uri) => [uri, TEXT])),
  });
  const { open, notify, request } = client;
  const kept = 'file:///plans/open.plan';
  await open(kept, TEXT);
  let version = 1;
  /** Edits of one document with looks at it, then files opened and closed: milliseconds of this process, and bytes left. */
  const use = async (edits: number, rounds: number) => {
    const start = process.cpuUsage();
    for (let i = 0; i < edits; i += 1) {
      version += 1;
      const position = { line: 2 + ((i >> 1) % 20), character: 4 };
      const end = { line: position.line, character: 4 + (i % 2) };
      await notify('textDocument/didChange', {
        textDocument: { uri: kept, version },
        contentChanges: [{ range: { start: position, end }, text: i % 2 ? '' : '改' }],
      });
      await request(i % 5 ? 'textDocument/documentSymbol' : 'textDocument/diagnostic', {
        textDocument: { uri: kept },
      });
    }
    for (let i = 0; i < rounds; i += 1) {
      const uri = uris[i % uris.length] ?? kept;
      await open(uri, TEXT);
      await request('textDocument/diagnostic', { textDocument: { uri } });
      await notify('textDocument/didClose', { textDocument: { uri } });
    }
    await request('workspace/symbol', { query: '' });
    const { user, system } = process.cpuUsage(start);
    return { spent: (user + system) / 1000, left: await heap() };
  };
  const parts = soaking ? 10 : 2;
  const [edits, opened] = soaking ? [1000, 100] : [20, 20];
  await use(edits, opened);
  const seen: { spent: number; left: number }[] = [];
  for (let i = 0; i < parts; i += 1) seen.push(await use(edits, opened));
  expect(client.session.documents.get(kept)?.version).toBe(version);
  expect(client.session.documents.keys()).toEqual([kept]);
  if (!soaking) return;
  const best = (some: readonly { spent: number }[]) => Math.min(...some.map(({ spent }) => spent));
  const slower = best(seen.slice(-3)) / best(seen.slice(0, 3));
  const larger = (seen.at(-1)?.left ?? 0) / (seen[0]?.left ?? 1);
  console.log(
    `${edits * parts} edits, ${opened * parts} rounds: ${slower.toFixed(2)} times the time at the end, ${larger.toFixed(2)} times the memory`,
  );
  expect(slower).toBeLessThan(1.3);
  expect(larger).toBeLessThan(1.1);
});

it('remembers little of a long paragraph that is typed all day', async () => {
  client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
  const uri = 'file:///plans/typed.plan';
  const paragraph = `1.办好学校。${'发展教育事业，提升质量。'.repeat(40)}`;
  await client.open(uri, `2026年工作要点\n一、工作\n${paragraph}`);
  let version = 1;
  const type = async (keys: number) => {
    for (let i = 0; i < keys; i += 1) {
      version += 1;
      const at = { line: 2, character: 6 + (i % 400) };
      await client!.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          { range: { start: at, end: { ...at, character: at.character + 1 } }, text: '教育质量'[i % 4] },
        ],
      });
      await client!.request('textDocument/documentSymbol', { textDocument: { uri } });
    }
    return heap();
  };
  const keys = soaking ? 4000 : 40;
  await type(soaking ? 1000 : 10);
  const before = await type(10);
  const grown = (await type(keys)) - before;
  if (soaking) console.log(`${keys} keys: ${(grown / 1e6).toFixed(1)} MB more`);
  expect(grown).toBeLessThan(25e6);
});
