import { describe, expect, it } from 'vitest';
import { inProcess } from './host.ts';

/** More text than a run keeps: each plan lacks its second task, and ends with forty thousand characters. */
const many = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [
    `${String.fromCodePoint(97 + i)}.plan`,
    `2026年工作要点\n一、工作\n1.整修操场。\n3.开放书库。\n${'书'.repeat(40_000)}`,
  ]),
);
const names = Object.keys(many);
const args = ['--rule', 'number-gap', '--format', 'compact', ...names];

describe('more text than is kept at once', () => {
  it('is read again when its turn comes, and nothing else is', async () => {
    const reads = new Map<string, number>();
    const { code, stdout } = await inProcess({ args, files: many, broken: { read: reading(reads) } });
    expect(code).toBe(1);
    expect(stdout.match(/^[a-i]\.plan:4:1: /gmu)).toEqual(names.map((name) => `${name}:4:1: `));
    expect(names.map((name) => reads.get(name))).toEqual(names.map((_, i) => (i < 7 ? 1 : 2)));
  });

  it('is missed where it has gone meanwhile, and the rest is not', async () => {
    const reads = new Map<string, number>();
    const { code, stdout, stderr } = await inProcess({
      args,
      files: many,
      broken: { read: reading(reads, 'i.plan') },
    });
    expect(code).toBe(2);
    expect(stdout.match(/^[a-i]\.plan(?=:4:1)/gmu)).toEqual(names.filter((name) => name !== 'i.plan'));
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('i.plan')]);
  });
});

/** Reads, and counts how often; what is `gone` is there once only. */
function reading(reads: Map<string, number>, gone?: string) {
  return async (path: string) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const text = many[name];
    const before = reads.get(name) ?? 0;
    if (text === undefined || (name === gone && before > 0))
      throw Object.assign(new Error(), { code: 'ENOENT' });
    reads.set(name, before + 1);
    return Buffer.from(text);
  };
}
