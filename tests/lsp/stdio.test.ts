import { Writable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ResponseMessage } from 'vscode-languageserver/node';
import { ChannelWriter, CountingWriter, Frames } from '../../server/src/stdio.ts';

afterEach(() => {
  vi.useRealTimers();
});

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
          await writer.unread.room();
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

  it('knows when all of it is written, and waits for no reader for long', async () => {
    const unread: (() => void)[] = [];
    const out = new Writable({ write: (_chunk, _encoding, done) => unread.push(done) });
    const writer = new CountingWriter(out);
    await writer.unread.written();
    const sent = writer.write({ jsonrpc: '2.0' });
    const events: string[] = [];
    const written = writer.unread.written().then(() => events.push('written'));
    // The header, then what is behind it.
    for (let parts = 0; parts < 2; parts += 1) {
      await expect.poll(() => unread.length).toBe(1);
      events.push('read');
      unread.pop()?.();
    }
    await Promise.all([sent, written]);
    expect(events).toEqual(['read', 'read', 'written']);
    void writer.write({ jsonrpc: '2.0' });
    await writer.unread.written();
    expect(unread).toHaveLength(1);
  });

  it('keeps the next requests waiting, one behind the other, until what was answered before is written', async () => {
    // However busy the machine is, nobody has waited for long.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const sending: (() => void)[] = [];
    const send = (...given: unknown[]) => sending.push(given.at(-1) as () => void) > 0;
    const writer = new ChannelWriter({ send });
    const events: string[] = [];
    const answer = async (name: string) => {
      await writer.unread.room();
      events.push(name);
      await writer.write({ jsonrpc: '2.0' });
    };
    const turns = async () => {
      for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    const answers = [answer('first')];
    await turns();
    answers.push(answer('second'), answer('third'));
    for (const begun of [['first'], ['first', 'second'], ['first', 'second', 'third']]) {
      await turns();
      expect(events).toEqual(begun);
      sending.pop()?.();
    }
    await Promise.all(answers);
    expect(sending).toEqual([]);
  });

  it('are counted until the other process has taken them, and one that it does not take is told of', async () => {
    const sending: ((error: Error | null) => void)[] = [];
    const send = (...given: unknown[]) => sending.push(given.at(-1) as (error: Error | null) => void) > 0;
    const writer = new ChannelWriter({ send });
    const faults: string[] = [];
    writer.onError(([fault]) => faults.push(fault.message));
    const events: string[] = [];
    const sent = writer.write({ jsonrpc: '2.0' });
    const written = writer.unread.written().then(() => events.push('written'));
    events.push('taken');
    sending.pop()?.(null);
    await Promise.all([sent, written]);
    expect(events).toEqual(['taken', 'written']);
    const lost = writer.write({ jsonrpc: '2.0' });
    sending.pop()?.(new Error('nobody is there'));
    await lost;
    await writer.unread.written();
    expect(faults).toEqual(['nobody is there']);
  });

  it('come out as they are, long ones and short ones in turn', async () => {
    const chunks: Buffer[] = [];
    const out = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        // It has been taken when that is said, and not before.
        setImmediate(() => {
          chunks.push(Buffer.from(chunk));
          done();
        });
      },
    });
    const writer = new CountingWriter(out);
    const results = ['计划'.repeat(50_000), '二', 'three'.repeat(9000), ''];
    const messages = results.map((result, id) => ({ jsonrpc: '2.0', id, result }) satisfies ResponseMessage);
    await Promise.all(messages.map((message) => writer.write(message)));
    const bodies = messages.map((message) => JSON.stringify(message));
    expect(Buffer.concat(chunks).toString()).toBe(bodies.map((body) => frame(body)).join(''));
  });
});
