import { unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { parse } from '../../server/src/core/read/read.ts';
import { docx } from '../../server/src/office/docx/docx.ts';
import { xlsx } from '../../server/src/office/xlsx/xlsx.ts';
import type { Requests } from '../../server/src/protocol.ts';
import { type Client, startClient } from './client.ts';

const PLAN =
  '2026年工作要点\n一、重点任务\n1.读书。（责任单位：办公室；完成时限：5月）\n2.写字。（责任单位：教 研 室；完成时限：6月底前）\n';
const uri = 'file:///ws/a.plan';
const textDocument = { uri };
const documents = [{ path: 'a.plan', plan: parse(PLAN) }];

let client: Client | undefined;
afterEach(() => client?.close());

async function start(): Promise<Client> {
  client = await startClient();
  await client.open(uri, PLAN);
  return client;
}

function ask<M extends keyof Requests>(
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> {
  if (!client) throw new Error('not started');
  return client.connection.sendRequest(method, params);
}

const encoded = (content: string | Uint8Array) => Buffer.from(content).toString('base64');

it('imports documents, and says what it does not read', async () => {
  await start();
  const read = await ask('planlint/import', { content: encoded(docx.write(documents)) });
  expect(read).toEqual({ text: PLAN, revisions: 0, leftOut: 0 });
  expect(await ask('planlint/import', { content: encoded('PK\u0003\u0004') })).toEqual({ refused: 'broken' });
});

it('reviews a document with the findings that its text has in the editor', async () => {
  await start();
  const twice = parse(PLAN.replace('2.', '1.'));
  const written = docx.write([{ path: 'a', plan: twice }]);
  const reviewed = await ask('planlint/review', {
    content: encoded(written),
    uri: 'file:///ws/a.docx',
  });
  if (!reviewed || 'refused' in reviewed) throw new Error('not reviewed');
  const parts = unzipSync(Buffer.from(reviewed.content, 'base64'));
  const comments = new TextDecoder().decode(parts['word/comments.xml']);
  expect(comments).toContain('Planlint 重号 number-duplicate');
  expect(comments.match(/<w:comment /gu)).toHaveLength(reviewed.findings);
});

it('reports on the workspace and on a plan', async () => {
  await start();
  const agenda = await ask('planlint/report', { kind: 'agenda', format: 'text', by: 'unit' });
  expect(agenda).toMatchObject({ content: expect.stringContaining('已逾期 1  近期到期 1') });
  const trace = await ask('planlint/report', { kind: 'trace', format: 'text', textDocument });
  expect(trace).toMatchObject({ content: expect.stringContaining('没有对应目标的任务') });
  const older = PLAN.replace('办公室', '人事科');
  const compared = await ask('planlint/report', {
    kind: 'compare',
    format: 'text',
    textDocument,
    content: encoded(older),
    name: '旧.txt',
  });
  expect(compared).toEqual({ content: expect.stringContaining('责任单位：人事科 → 办公室'), old: older });
  const content = encoded(xlsx.write(documents));
  const progress = await ask('planlint/report', { kind: 'progress', format: 'json', textDocument, content });
  expect(JSON.parse(progress && 'content' in progress ? progress.content : '').counts).toMatchObject({
    silent: 2,
    missing: 0,
  });
  expect(
    await ask('planlint/report', {
      kind: 'progress',
      format: 'text',
      textDocument,
      content: encoded(docx.write(documents)),
    }),
  ).toEqual({ refused: 'otherKind' });
});
