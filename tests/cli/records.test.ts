import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard } from '../../server/src/cli/input/shard.ts';
import { linesIn } from '../../server/src/cli/records/lines.ts';
import { readRecord } from '../../server/src/cli/records/record.ts';
import { workersIn } from '../../server/src/cli/records/workers.ts';
import { inProcess } from './host.ts';
import { lacking, sound } from './plans.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string, size: number, most = 1000): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesIn(chunks(encode(text), size), most)) {
    lines.push(line === 'tooLong' ? line : new TextDecoder().decode(line));
  }
  return lines;
}

describe('lines of a stream', () => {
  it('are the same however it is cut, without blank ones', async () => {
    const text = fc.array(fc.constantFrom('中', 'a', '\n', '\r', ' ', '𠮷'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const whole = parts.join('');
        expect(await linesOf(whole, size)).toEqual(
          whole.split('\n').filter((line) => /[^ \t\r]/u.test(line)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are not kept where they are too long, and the next one is', async () => {
    expect(await linesOf(`${'x'.repeat(50)}\nab\n${'y'.repeat(11)}`, 7, 10)).toEqual([
      'tooLong',
      'ab',
      'tooLong',
    ]);
    expect(await linesOf(`${'x'.repeat(10)}\n`, 3, 10)).toEqual(['x'.repeat(10)]);
  });
});

describe('a record', () => {
  it.each([
    ['{"path":"a","text":""}', { path: 'a', text: '' }],
    ['{"path":"a","text":"\\ud83d\\ude00"}', { path: 'a', text: '😀' }],
    ['\u{FEFF}{"path":"a","text":"b","more":1}', { path: 'a', text: 'b' }],
    ['{"text":"a"}', { path: null, reason: 'no-path' }],
    ['{"path":1,"text":"a"}', { path: null, reason: 'no-path' }],
    ['{"path":"a","text":null}', { path: 'a', reason: 'no-text' }],
    ['{"path":"a","text":["b"]}', { path: 'a', reason: 'no-text' }],
    ['{"path":"a","text":"\\ude00"}', { path: 'a', reason: 'lone-surrogate' }],
    ['null', { path: null, reason: 'not-json' }],
    ['"a"', { path: null, reason: 'not-json' }],
    ['{"path":"a","text":"b"} x', { path: null, reason: 'not-json' }],
  ])('%s', (line, expected) => {
    expect(readRecord(encode(line))).toEqual(expected);
  });

  it('is none where it is too long or not in UTF-8', () => {
    expect(readRecord('tooLong')).toEqual({ path: null, reason: 'too-long' });
    expect(readRecord(Uint8Array.from([0xd0, 0xc2]))).toEqual({ path: null, reason: 'not-utf-8' });
  });
});

describe('shards', () => {
  it('have each file once, by its path alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (path, count) => {
        const own = Array.from({ length: count }, (_, i) => i + 1).filter((index) =>
          isInShard(path, { index, count }),
        );
        const first = createHash('sha256').update(path.normalize('NFC')).digest().readUInt32BE(0);
        expect(own).toEqual([(first % count) + 1]);
      }),
    );
  });

  it('together are one run', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`${i % 3}/${i}.plan`, i % 2 === 0 ? lacking : sound]),
    );
    const run = async (...args: readonly string[]) =>
      (await inProcess({ args: ['-f', 'jsonl', ...args], files })).stdout;
    const parts = await Promise.all([1, 2, 3].map((index) => run('--shard', `${index}/3`, '.')));
    const sorted = (text: string) => text.split('\n').sort();
    expect(parts.filter((part) => part !== '').length).toBeGreaterThan(1);
    expect(sorted(parts.join(''))).toEqual(sorted(await run('.')));
  });
});

describe('threads', () => {
  it('take jobs in turn, and one that ended is replaced', async () => {
    let started = 0;
    const workers = workersIn(
      {
        available: 2,
        start: () => {
          started += 1;
          let hasEnded = false;
          return {
            hasEnded: () => hasEnded,
            examine: async ({ path }) => {
              if (path !== 'bad')
                return { kind: 'plan', tasks: started, extents: [], findings: [], silenced: [] };
              hasEnded = true;
              throw new Error('ended');
            },
            end: () => {},
          };
        },
      },
      2,
    );
    const job = (path: string) => ({ path, text: '' }) as Parameters<typeof workers.examine>[0];
    const results = await Promise.allSettled(
      ['a', 'bad', 'b', 'c'].map((path) => workers.examine(job(path))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(started).toBe(3);
  });
});

describe('records of one run', () => {
  it('are answered in order by several threads, and no more are read than are under way', async () => {
    const records = Array.from({ length: 30 }, (_, i) => JSON.stringify({ path: `${i}.plan`, text: sound }));
    let [open, most] = [0, 0];
    const threads = {
      available: 3,
      start: () => ({
        hasEnded: () => false,
        examine: async () => {
          open += 1;
          most = Math.max(most, open);
          // Whoever comes later may be done earlier.
          await new Promise((done) => setTimeout(done, open % 3));
          open -= 1;
          return { kind: 'plan' as const, tasks: 1, extents: [], findings: [], silenced: [] };
        },
        end: () => {},
      }),
    };
    const args = ['check', '--records', '--threads', '3'];
    const { stdout, code } = await inProcess({ args, stdin: `${records.join('\n')}\n`, threads });
    expect(code).toBe(0);
    const paths = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { path: string }).path);
    expect(paths).toEqual(Array.from({ length: 30 }, (_, i) => `${i}.plan`));
    expect(most).toBeLessThanOrEqual(3);
  });
});
