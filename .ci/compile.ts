import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { office, opened, type Part, type Use } from '../server/src/loaded.ts';
import { smaller } from './smaller.mjs';

/**
 * Makes of what was bundled the parts that `server/src/loaded.ts` loads, and leaves beside each what the engine compiled
 * of it in a run of each use. That is good for the Node.js of this machine alone: no package holds it. Each runs in a
 * process of its own.
 */
const dist = new URL('../../dist/', import.meta.url);
const bundled = new URL('program/', import.meta.url);
/** `program.cjs`, `part-chunk-KALWAJ3O.check.cache`. */
const PART = /^(?:program|part-.*)\.(?:cjs|\w+\.cache)$/u;
/** `import { a as b, c } from "./part-chunk-KALWAJ3O.cjs";`, `import "./part-chunk-KALWAJ3O.cjs";` */
const OTHER = /^import\s*(?:\{(?<names>[^{}]*)\}\s*from\s*)?(?<part>"\.\/part-[\w.-]+");$/gmu;
/** `export { a as b, c };`, which ends a part: the house exports nothing that is another thing later. */
const EXPORTED = /^export \{(?<names>[^{}]*)\};$/gmu;
/** `import_vscode_languageserver4 = __toESM(require_api(), 1)`: asked for some names, one would copy hundreds each time. */
const COPIED = /(?<=\bimport_vscode_\w{1,40} = )__toESM\((?<whole>require_\w{1,40}\(\)), 1\)/gu;
const RENAMED = /(?<name>[\w$]+) as (?<to>[\w$]+)/gu;
/** What is left of that in patterns; half of a pair each. */
const BEYOND_ASCII = /[^\0-\x7f]/g;
/** What most plans have, and little more: what is seldom needed is compiled sooner than it is read. */
const TEXT =
  '2026年工作要点\n一、重点工作\n1.做好学习。制定计划。（牵头领导：王强；责任单位：办公室；完成时限：6月底）\n2.抓好安全。开展排查。\n';
const SMALL = 'tests/output/small.plan';
/** The answer to the last request. */
const SEEN = /"id":3\b/u;
const [use, task] = process.argv.slice(2);
if (use === undefined) {
  for (const file of readdirSync(dist)) if (PART.test(file)) rmSync(new URL(file, dist));
  for (const file of readdirSync(bundled)) await makePart(file);
  for (const one of ['check', 'serve'] satisfies Use[])
    if ((await inProcess(one)) !== 0) process.exitCode = 1;
} else await run(use === 'serve' ? 'serve' : 'check', task === 'look' ? refused : keep);

/** A function as Node.js makes one of a module: other parts are asked for once, what is used of them stands in variables. */
async function makePart(file: string): Promise<void> {
  const source = readFileSync(new URL(file, bundled), 'utf8')
    .replace(OTHER, (_, names: string | undefined, part: string) =>
      names ? `var {${names.replaceAll(' as ', ':')}} = require(${part});` : `require(${part});`,
    )
    .replace(EXPORTED, (_, names: string) => `exported({${names.replace(RENAMED, '$<to>: $<name>')}});`)
    .replace(COPIED, '$<whole>');
  const { code } = await transform(source, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    minify: true,
    supported: { 'dynamic-import': false },
  });
  // What nobody calls would be left out.
  const called = smaller(file, `part(function (exported, require, here) {${code}})`);
  const alone = called.replace(/^part|;\s*$/gu, '');
  writeFileSync(new URL(file, dist), alone.replace(BEYOND_ASCII, escaped));
}

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

function keep({ script, kept, origin }: Part): void {
  writeFileSync(kept, Buffer.concat([origin, script.createCachedData()]));
}

/** The engine takes no compiled code that was made under other flags; nobody would see it but by the clock. */
function refused({ script, kept }: Part): void {
  if (script.cachedDataRejected === false) return;
  console.error(
    `The engine does not take ${kept}: a flag was set when it was made, or is set before it is loaded.`,
  );
  process.exitCode = 1;
}

/** Runs the program for a use; `then` sees each part in the end. */
async function run(one: Use, then: (part: Part) => void): Promise<void> {
  const parts: Part[] = [];
  process.on('exit', () => {
    for (const part of parts) then(part);
  });
  if (one === 'check') writeFileSync(SMALL, TEXT);
  process.argv.splice(
    2,
    Number.POSITIVE_INFINITY,
    ...(one === 'check' ? ['check', '--exit-zero', SMALL] : []),
  );
  const { run: check, serve } = opened(one, dist.href, (part) => parts.push(part));
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
