import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keptAt, office, opened, originOf, scriptOf, type Use } from '../server/src/loaded.ts';

/**
 * Leaves beside dist/program.cjs what the engine compiled of it in a run of each use, for `server/src/loaded.ts`. It is
 * good for the Node.js of this machine alone: no package holds it. Each runs in a process of its own.
 */
const program = fileURLToPath(new URL('../../dist/program.cjs', import.meta.url));
/** Characters of two bytes and more, half of a pair each. */
const BEYOND_ASCII = /[^\0-\x7f]/g;
/** What most plans have, and little more: what is seldom needed is compiled sooner than it is read. */
const TEXT =
  '2026年工作要点\n一、重点工作\n1.做好学习。制定计划。（牵头领导：王强；责任单位：办公室；完成时限：6月底）\n2.抓好安全。开展排查。\n';
const SMALL = 'tests/output/small.plan';
/** The answer to the last request. */
const SEEN = /"id":3\b/u;
const [use] = process.argv.slice(2);
if (use === undefined) {
  // What patterns hold is all that is not written so yet.
  writeFileSync(program, readFileSync(program, 'utf8').replace(BEYOND_ASCII, escaped));
  for (const one of ['check', 'serve'] satisfies Use[])
    if ((await inProcess(one)) !== 0) process.exitCode = 1;
} else await run(use === 'serve' ? 'serve' : 'check');

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function inProcess(one: Use): Promise<number | null> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), one], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [before = [], after = []] = one === 'serve' ? messages() : [];
  child.stdin.write(before.join(''));
  let answers = '';
  child.stdout.on('data', (part) => {
    const waited = !SEEN.test(answers);
    answers += part;
    if (waited && SEEN.test(answers)) child.stdin.write(after.join(''));
  });
  if (one === 'check') child.stdin.end();
  return new Promise((done) => child.on('close', done));
}

async function run(one: Use): Promise<void> {
  const script = scriptOf(program);
  process.on('exit', () =>
    writeFileSync(keptAt(one, program), Buffer.concat([originOf(program), script.createCachedData()])),
  );
  if (one === 'check') writeFileSync(SMALL, TEXT);
  process.argv.splice(2, 1, ...(one === 'check' ? ['check', '--exit-zero', SMALL] : []));
  const { run: check, serve } = opened(script, program);
  if (one === 'check') process.exitCode = await check(office);
  else await serve(office);
}

/** What an editor says that opens a plan and looks at it, and when it has seen it. */
function messages(): readonly (readonly string[])[] {
  const uri = 'file:///plans/2026.plan';
  const textDocument = { uri };
  const opened = { uri, languageId: 'workplan', version: 1, text: TEXT };
  const capabilities = {
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  };
  return [
    [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities } },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: opened } },
      { id: 2, method: 'textDocument/documentSymbol', params: { textDocument } },
      { id: 3, method: 'textDocument/diagnostic', params: { textDocument } },
    ],
    [{ id: 4, method: 'shutdown' }, { method: 'exit' }],
  ].map((those) => those.map(framed));
}

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
