import { afterEach, describe, expect, it } from 'vitest';
import { exporters } from '../../server/src/core/exports/index.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { office } from '../../server/src/office/office.ts';
import { startClient } from '../lsp/client.ts';

/** What drives a browser, a renderer of Markdown or a terminal where nobody holds it back. */
const EVIL = [
  '<img src=x onerror=alert(1)>',
  '</td></script><script>alert(1)</script>',
  '![图](http://127.0.0.1:9/a.png)',
  '[点](command:workbench.action.terminal.new)',
  '\u001B[31m',
];
const TEXT = `${EVIL[1]}2026年工作要点
一、重点任务${EVIL[0]}
${EVIL.map((evil, i) => `${i + 1}.做好${evil}工作。办${evil}事。（牵头领导：张${evil}；责任单位：办公室${evil}、人事科；完成时限：6月底前）`).join('\n')}
二、主要目标
1.${EVIL[0]}实现${EVIL[2]}。
`;
const NAMES = `责任单位名录${EVIL[0]}
一、科室
${EVIL.map((evil, i) => `${i + 1}. 办公室${evil}（简称：办${evil}；负责人：王${evil}）`).join('\n')}
`;
const path = `a${EVIL[0]}.plan`;
const documents = [{ path, plan: parse(TEXT, { path }) }];

/** Tags and addresses that a page of ours has none of, but where a plan put them. */
const LIVE = /<img|<[^>"]*onerror|<script>alert|href="(?:javascript|command|http):/u;
/** An image that a renderer would fetch, a link that it would follow, or markup that it would take over. */
const LIVE_MARKDOWN = /(?<!\\)!\[|(?<!\\)\]\((?!#)(?:command|http)|(?<!\\)<(?:img|script)/u;
/** What a terminal obeys. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

describe('what a plan or the name of a file holds', () => {
  const as = { format: 'html', language: 'zh' } as const;
  const day = { by: 'month', today: '2026-06-15', within: 400 } as const;
  it.each([
    ['html', () => office.exporters.find(({ format }) => format === 'html')?.write(documents)],
    ['a comparison', () => office.compare(documents[0]!, { path, plan: parse(`${TEXT}3.新。`) }, as)],
    ['an agenda', () => office.agenda(documents, day, as)],
    ['a trace', () => office.trace(documents, as)],
    ['progress', () => office.progress([], documents, '2026-06-15', as)],
  ])('is words in %s', (_name, write) => {
    const page = String(write());
    expect(page).toContain('&lt;img');
    expect(LIVE.exec(page)?.[0]).toBeUndefined();
  });

  it('is words in Markdown, and drives no terminal', () => {
    const written = (name: string) =>
      String(exporters.find(({ format }) => format === name)?.write(documents));
    expect(LIVE_MARKDOWN.exec(written('md'))?.[0]).toBeUndefined();
    expect(
      LIVE_MARKDOWN.exec(office.trace(documents, { format: 'md', language: 'zh' }))?.[0],
    ).toBeUndefined();
    for (const name of ['csv', 'md']) expect([name, CONTROL.test(written(name))]).toEqual([name, false]);
    for (const report of [
      office.compare(documents[0]!, documents[0]!, { format: 'text', language: 'zh' }),
      office.agenda(documents, day, { format: 'text', language: 'zh' }),
      office.trace(documents, { format: 'text', language: 'zh' }),
      office.progress([], documents, '2026-06-15', { format: 'text', language: 'zh' }),
    ])
      expect(CONTROL.test(report)).toBe(false);
  });
});

let client: Awaited<ReturnType<typeof startClient>> | undefined;
afterEach(() => client?.connection.dispose());

it('is words in what an editor shows', async () => {
  client = await startClient();
  const plan = 'file:///p/a.plan';
  await client.open('file:///p/b.units.plan', NAMES);
  await client.open(plan, TEXT);
  let seen = 0;
  for (const [uri, text] of [
    [plan, TEXT],
    ['file:///p/b.units.plan', NAMES],
  ] as const) {
    for (const [line, words] of text.split('\n').entries()) {
      for (let character = 0; character < words.length; character += 15) {
        const position = { line, character };
        const about = { textDocument: { uri }, position };
        const hover = await client.request<{ contents: { value: string } } | null>(
          'textDocument/hover',
          about,
        );
        if (!hover) continue;
        seen += 1;
        expect(LIVE_MARKDOWN.exec(hover.contents.value)?.[0], hover.contents.value).toBeUndefined();
      }
    }
  }
  expect(seen).toBeGreaterThan(8);
});
