import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { generatePlan } from './generate.ts';

/**
 * What a start costs, as ratios of one run: a check of one small plan and `--version` against a program that does
 * nothing, in processor time; `initialize` of the language server against a server that can nothing, in time until the
 * answer. They take turns, so that other work on the machine meets them all alike.
 */
const ROUNDS = 20;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-starts-'));
  try {
    const at = (name: string) => join(folder, name);
    writeFileSync(at('empty.mjs'), '');
    writeFileSync(at('bare.mjs'), BARE);
    writeFileSync(at('small.plan'), generatePlan(10));
    const planlint = resolve('dist/planlint.mjs');
    const calls = [
      ['an empty program', [at('empty.mjs')]],
      ['planlint --version', [planlint, '--version']],
      ['planlint check, one small plan', [planlint, 'check', '--exit-zero', at('small.plan')]],
    ] as const;
    print('start, processor time', await inTurns(calls, (call) => processorTime(call, folder)));
    const servers = [
      ['a bare server', [at('bare.mjs')]],
      ['the language server', [resolve('dist/server.mjs'), '--stdio']],
    ] as const;
    print('initialize, time to the answer', await inTurns(servers, (call) => timeToAnswer(call, folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Call = readonly string[];

/** The median of each, and how often that of the first it is. */
async function inTurns(
  calls: readonly (readonly [name: string, call: Call])[],
  measure: (call: Call) => Promise<number>,
): Promise<readonly Row[]> {
  const times = calls.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [i, [, call]] of calls.entries()) {
      const time = await measure(call);
      // The first fills the caches of the system.
      if (round > 0) times[i]?.push(time);
    }
  }
  const medians = times.map((all) => all.sort((a, b) => a - b)[ROUNDS / 2] ?? 0);
  return calls.map(([name], i) => ({
    name,
    ms: medians[i] ?? 0,
    ratio: (medians[i] ?? 0) / (medians[0] ?? 1),
  }));
}

interface Row {
  readonly name: string;
  readonly ms: number;
  readonly ratio: number;
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title.padEnd(36)}      ms   ratio`);
  for (const { name, ms, ratio } of rows)
    console.log(`${name.padEnd(36)}${ms.toFixed(0).padStart(8)}${ratio.toFixed(2).padStart(8)}`);
}

/** In milliseconds, of the process and its threads; it is asked at its end, which takes as long for all. */
async function processorTime(call: Call, cwd: string): Promise<number> {
  const child = started(['--import', AT_END, ...call], cwd);
  let said = '';
  child.stderr?.on('data', (part) => {
    said += part;
  });
  await new Promise((done) => child.on('close', done));
  const [, time] = /^CPU (\d+)$/mu.exec(said) ?? [];
  if (time === undefined) throw new Error(`${call.join(' ')} did not end: ${said}`);
  return Number(time) / 1_000;
}

const AT_END = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process._rawDebug('CPU', user + system); })",
)}`;

async function timeToAnswer(call: Call, cwd: string): Promise<number> {
  const begun = performance.now();
  const child = started(call, cwd);
  child.stdin?.write(framed({ id: 1, method: 'initialize', params: INITIALIZE }));
  let answers = '';
  const answered = await new Promise<number>((done, failed) => {
    child.stdout?.on('data', (part) => {
      answers += part;
      if (answers.includes('"id":1')) done(performance.now() - begun);
    });
    child.on('close', () => failed(new Error(`${call.join(' ')} did not answer`)));
  });
  child.stdin?.write(framed({ id: 2, method: 'shutdown' }) + framed({ method: 'exit' }));
  await new Promise((done) => child.on('close', done));
  return answered;
}

function started(args: Call, cwd: string): ChildProcess {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return spawn(process.execPath, args, { cwd, env });
}

const INITIALIZE = {
  processId: null,
  rootUri: null,
  capabilities: {
    textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  },
};

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A server that says of everything that it can nothing. */
const BARE = `
let held = Buffer.alloc(0);
process.stdin.on('data', (part) => {
  held = Buffer.concat([held, part]);
  for (;;) {
    const head = held.indexOf('\\r\\n\\r\\n');
    const size = head < 0 ? NaN : Number(/Content-Length: (\\d+)/.exec(held.toString('latin1', 0, head))[1]);
    if (!(held.length >= head + 4 + size)) return;
    const { id, method } = JSON.parse(held.toString('utf8', head + 4, head + 4 + size));
    held = held.subarray(head + 4 + size);
    if (method === 'exit') process.exit(0);
    if (id === undefined) continue;
    const body = JSON.stringify({ jsonrpc: '2.0', id, result: method === 'initialize' ? { capabilities: {} } : null });
    process.stdout.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body);
  }
});
`;

void main();
