import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Waiting } from '../../client/src/waiting.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const lasting = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

it('says once that something takes long, until the last of it is done', async () => {
  const said: string[] = [];
  const waiting = new Waiting(() => {
    said.push('begins');
    return () => said.push('ends');
  });
  const short = waiting.follow(lasting(400));
  await vi.advanceTimersByTimeAsync(450);
  await short;
  expect(said).toEqual([]);
  const all = [waiting.follow(lasting(800)), waiting.follow(lasting(1_000))];
  await vi.advanceTimersByTimeAsync(600);
  expect(said).toEqual(['begins']);
  await vi.advanceTimersByTimeAsync(300);
  expect(said).toEqual(['begins']);
  await vi.advanceTimersByTimeAsync(200);
  await Promise.all(all);
  expect(said).toEqual(['begins', 'ends']);
});

it('ends with work that fails, which fails as before', async () => {
  const said: string[] = [];
  const waiting = new Waiting(() => {
    said.push('begins');
    return () => said.push('ends');
  });
  const failed = expect(
    waiting.follow(lasting(700).then(() => Promise.reject(new Error('no')))),
  ).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(800);
  await failed;
  expect(said).toEqual(['begins', 'ends']);
});
