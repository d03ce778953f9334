import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CountingWriter, Frames } from '../../server/src/stdio.ts';

const frame = (body: string, length = Buffer.byteLength(body)) => `Content-Length: ${length}\r\n\r\n${body}`;
const good = (id: number) => frame(JSON.stringify({ jsonrpc: '2.0', id, method: '计划' }));

/** The ids that come through of what is sent in pieces of this size, and how often something was left out. */
async function through(sent: string, size: number): Promise<{ ids: number[]; told: number }> {
  let told = 0;
  const frames = new Frames(() => {
    told += 1;
  });
  const bytes = Buffer.from(sent);
  for (let at = 0; at < bytes.length; at += size) frames.write(bytes.subarray(at, at + size));
  frames.end();
  const chunks: Buffer[] = [];
  for await (const chunk of frames) chunks.push(chunk as Buffer);
  const ids = [
    ...Buffer.concat(chunks)
      .toString()
      .matchAll(/"id":(\d+)/gu),
  ].map(([, id]) => Number(id));
  return { ids, told };
}

describe('the frames of messages', () => {
  it.each([1, 3, 7, 64, 100_000])('come through whole in pieces of %i', async (size) => {
    const sent = `${good(1)}${frame('{"id":2}').replace('Content', 'Content-Type: x\r\nContent')}${good(3)}`;
    expect(await through(sent, size)).toEqual({ ids: [1, 2, 3], told: 0 });
  });

  it('may have white space around the object, as JSON may', async () => {
    for (const size of [1, 5, 100_000]) {
      const sent = `${good(1)}${frame('{"id":2}\n')}${frame(' \r\n\t{"id":3} ')}${good(4)}`;
      expect(await through(sent, size)).toEqual({ ids: [1, 2, 3, 4], told: 0 });
    }
  });

  it.each([
    ['a length too large', frame('{"id":2}', 30)],
    ['a length far too large', frame('{"id":2}', 900_000_000)],
    ['a length too small', frame('{"id":2}', 5)],
    ['no length', 'Content-Type: x\r\n\r\n{"id":2}'],
    ['a length that is none', 'Content-Length: x\r\n\r\n{"id":2}'],
    ['garbage', 'hello\r\n\r\n'],
    ['long garbage', 'x'.repeat(5000)],
  ])('go on behind %s', async (_, bad) => {
    for (const size of [1, 5, 100_000]) {
      const { ids, told } = await through(`${good(1)}${bad}${good(3)}${good(4)}`, size);
      expect(ids.filter((id) => id !== 2)).toEqual([1, 3, 4]);
      expect(told).toBeGreaterThan(0);
    }
  });
});

describe('a client that does not read', () => {
  it('has few answers waiting for it, and all of them when it reads', async () => {
    const unread: (() => void)[] = [];
    let reads = false;
    const out = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        if (reads) done();
        else unread.push(done);
      },
    });
    const writer = new CountingWriter(out);
    let made = 0;
    const answers: Promise<void>[] = [];
    // Requests are taken in turn.
    for (let i = 0; i < 1000; i += 1) {
      answers.push(
        (async () => {
          await writer.room();
          made += 1;
          await writer.write({ jsonrpc: '2.0' });
        })(),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(made).toBeLessThan(20);
    reads = true;
    for (const done of unread) done();
    await Promise.all(answers);
    expect(made).toBe(1000);
  });
});
