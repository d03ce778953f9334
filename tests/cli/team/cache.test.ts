import { describe, expect, it } from 'vitest';
import { inProcess } from '../host.ts';
import { lacking, letter, sound } from '../plans.ts';

const files = { 'a.plan': lacking, 'b.plan': sound };
const cached = ['--cache', '--stats', '--locale', 'en'];

/** How many results came from the cache. */
function rememberedIn(stderr: string): number {
  return Number(/(?<count>\d+) of them from the cache/u.exec(stderr)?.groups?.count);
}

async function first(args: readonly string[] = cached) {
  const outcome = await inProcess({ args, files });
  expect(rememberedIn(outcome.stderr)).toBe(0);
  return outcome.written['.planlintcache'] ?? '';
}

describe('the cache', () => {
  it('gives the same again without checking again', async () => {
    const cache = await first();
    const plain = await inProcess({ args: ['--locale', 'en'], files });
    const again = await inProcess({ args: cached, files: { ...files, '.planlintcache': cache } });
    expect(rememberedIn(again.stderr)).toBe(2);
    expect(again).toMatchObject({ code: 1, stdout: plain.stdout, changed: {}, written: {} });
  });

  it.each<[string, { args?: readonly string[]; build?: string; text?: string; remembered: number }]>([
    ['another text', { text: sound, remembered: 1 }],
    ['another setting', { args: ['--missing-lead', 'always'], remembered: 0 }],
    ['another choice of rules', { args: ['--rule', 'missing-unit'], remembered: 0 }],
    ['another day', { args: ['--today', '2026-05-04'], remembered: 0 }],
    ['another program', { build: 'other', remembered: 0 }],
    ['another view only', { args: ['--severity', 'hint', '--format', 'json'], remembered: 2 }],
  ])('is not asked about %s', async (_, { args = [], build = 'test', text = lacking, remembered }) => {
    const given = { ...files, 'a.plan': text };
    const cache = await first();
    const outcome = await inProcess({
      args: [...cached, ...args],
      files: { ...given, '.planlintcache': cache },
      build,
    });
    const plain = await inProcess({ args: ['--locale', 'en', ...args], files: given });
    expect(rememberedIn(outcome.stderr)).toBe(remembered);
    expect(outcome).toMatchObject({ code: plain.code, stdout: plain.stdout });
  });

  it.each([
    ['nothing', () => ''],
    ['half of it', (cache: string) => cache.slice(0, cache.length / 2)],
    ['something else', () => '{"a.plan": 1}'],
    ['a changed one', (cache: string) => cache.replace('"warning"', '"error"')],
    ['bytes', () => '\u{0}\u{FFFD}\n\n'],
  ])('is an empty one where there is %s', async (_, damage) => {
    const cache = await first();
    const outcome = await inProcess({ args: cached, files: { ...files, '.planlintcache': damage(cache) } });
    const plain = await inProcess({ args: ['--locale', 'en'], files });
    expect(rememberedIn(outcome.stderr)).toBe(0);
    expect(outcome).toMatchObject({ code: 1, stdout: plain.stdout });
    expect(outcome.changed['.planlintcache']).toBe(cache);
  });

  it('forgets files that are gone, and keeps those that were not asked about', async () => {
    const cache = await first();
    const one = await inProcess({
      args: [...cached, 'b.plan'],
      files: { ...files, 'b.plan': `${sound}3. 完。\n`, '.planlintcache': cache },
    });
    expect(one.changed['.planlintcache']).toContain('"a.plan"');
    const gone = await inProcess({
      args: [...cached, 'b.plan'],
      files: { 'b.plan': `${sound}3. 完。\n`, '.planlintcache': cache },
    });
    expect(gone.changed['.planlintcache']).not.toContain('"a.plan"');
  });

  it('reads no file again whose size and times are the same, unless what was found in it is to be shown', async () => {
    const given = { ...files, 'letter.txt': letter };
    const { written } = await inProcess({ args: cached, files: given });
    const now = { ...given, '.planlintcache': written['.planlintcache'] ?? '' };
    const plain = await inProcess({ args: ['--locale', 'en'], files: given });
    // Plans alone: who looks for unit directories looks through other texts, too.
    const read = new Set<string>();
    const readFrom = async (path: string) => {
      read.add(path);
      const text = Object.entries(now).find(([name]) => name === path)?.[1];
      if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
      return new TextEncoder().encode(text);
    };
    const again = await inProcess({ args: cached, files: now, broken: { read: readFrom } });
    expect(again).toMatchObject({ code: 1, stdout: plain.stdout, changed: {}, written: {} });
    expect(rememberedIn(again.stderr)).toBe(2);
    expect([...read].filter((path) => /plan$/u.test(path))).toEqual(['a.plan']);
    // Where nothing can be told by size and times, all is read, and known by its text.
    const broken = { read: readFrom, stamp: async () => undefined };
    const unsure = await inProcess({ args: cached, files: now, broken });
    expect(rememberedIn(unsure.stderr)).toBe(2);
    expect(unsure.stdout).toBe(plain.stdout);
    expect(['a.plan', 'b.plan', 'letter.txt'].filter((path) => !read.has(path))).toEqual([]);
  });

  it('gives large fixes again with all their edits, and hints in their places', async () => {
    const marks = '分类组织全员集中培训,'.repeat(12);
    const given = { 'a.plan': `${lacking}3. 培训教师。${marks}考核合格。\n` };
    const args = ['--format', 'json', '--severity', 'hint', '--locale', 'en'];
    const plain = await inProcess({ args, files: given });
    expect(plain.stdout.match(/"newText": "，"/gu)?.length).toBeGreaterThan(8);
    const { written } = await inProcess({ args: ['--cache'], files: given });
    const now = { ...given, '.planlintcache': written['.planlintcache'] ?? '' };
    const again = await inProcess({ args: [...args, '--cache', '--stats'], files: now });
    expect(rememberedIn(again.stderr)).toBe(1);
    expect(again.stdout).toBe(plain.stdout);
  });

  it('stands where the caches of other tools stand, or where it is told to', async () => {
    const there = { ...files, 'node_modules/other/package.json': '' };
    expect(Object.keys((await inProcess({ args: ['--cache'], files: there })).written)).toEqual([
      'node_modules/.cache/planlint.json',
    ]);
    expect(Object.keys((await inProcess({ args: ['--cache-location', 'x.cache'], files })).written)).toEqual([
      'x.cache',
    ]);
  });

  it('is missed by nobody where it cannot be written', async () => {
    const { code, stderr, stdout } = await inProcess({ args: ['--cache-location', 'a.plan/y/x'], files });
    expect(code).toBe(1);
    expect(stdout).toContain('2 份计划');
    expect(stderr).toMatch(/^planlint: a\.plan\/y\/x：无法写入（ENOTDIR）.*\n$/u);
  });
});

describe('the statistics', () => {
  it('stand beside the report, not in it', async () => {
    const plain = await inProcess({ args: ['--format', 'json'], files });
    const { code, stdout, stderr } = await inProcess({ args: ['--format', 'json', '--stats'], files });
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout });
    expect(stderr).toMatch(/^步骤 +ms\n查找、读取 +\d+\.\d\n检查 +\d+\.\d\n {2}解析 +\d+\.\d\n/u);
    expect(stderr).toMatch(/^missing-lead +\d+\.\d +1$/mu);
  });

  it('line up in both languages', async () => {
    for (const locale of ['zh', 'en']) {
      const { stderr } = await inProcess({ args: ['--stats', '--locale', locale], files });
      const [steps = ''] = stderr.split('\n\n');
      const widths = steps
        .split('\n')
        .map((line) => [...line].reduce((sum, c) => sum + (c > '\u{2E7F}' ? 2 : 1), 0));
      expect(new Set(widths).size).toBe(1);
    }
  });
});
