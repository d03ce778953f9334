import { describe, expect, it } from 'vitest';
import {
  type BaselineFile,
  compare,
  printBaseline,
  readBaseline,
  renewed,
} from '../../../server/src/cli/check/baseline.ts';
import { sentenceKey } from '../../../server/src/cli/fingerprint.ts';
import type { Finding } from '../../../server/src/core/lint/finding.ts';
import { expectGrowth } from '../../rules/growth.ts';
import { inProcess } from '../host.ts';
import { lacking, sound } from '../plans.ts';

/** `⟦` stands before the first character of each finding. */
function file(path: string, marked: string, rule = 'some-rule'): BaselineFile {
  const findings: Finding[] = [];
  const parts = marked.split('⟦');
  let start = 0;
  for (const part of parts.slice(0, -1)) {
    start += part.length;
    findings.push({
      rule,
      severity: 'warning',
      span: { start, end: start + 1 },
      message: { zh: '', en: '' },
      fix: undefined,
    });
  }
  return { path, text: parts.join(''), findings };
}

const all = () => true;
const coverage = { rules: new Set(['some-rule', 'other-rule']), gone: new Set<string>() };
const baselineOf = (...files: BaselineFile[]) => renewed({}, files, coverage, all);

function knownIn(baseline: ReturnType<typeof baselineOf>, ...files: BaselineFile[]) {
  const { known, solved } = compare(baseline, files, coverage);
  return { known: files.map(({ findings }) => findings.map((one) => known.has(one))), solved };
}

it('knows a file whatever its name', () => {
  const known = file('constructor', '1.⟦甲');
  expect(knownIn(baselineOf(known), known).known).toEqual([[true]]);
});

describe('the key of a sentence', () => {
  const key = (marked: string) => {
    const start = marked.indexOf('⟦');
    return sentenceKey({ text: marked.replace('⟦', '') }, { start, end: start });
  };

  it.each([
    ['1.⟦新建幼儿园。两所。', '新建幼儿园'],
    ['⟦12．新建 幼儿园\n', '新建幼儿园'],
    ['（三）⟦新建　幼儿园。', '新建幼儿园'],
    ['第3项、⟦新建幼儿园。', '新建幼儿园'],
    ['甲；⟦乙；丙', '乙'],
    ['甲⟦；乙', '甲'],
    ['甲。⟦', ''],
    ['⟦3.', '3.'],
    ['Ａ⟦（甲）', 'A(甲)'],
  ])('%s is %s', (marked, expected) => {
    expect(key(marked)).toBe(expected);
  });

  it('is short for a long sentence, and differs where the sentence does', () => {
    const long = '建'.repeat(300);
    const [one, other] = [key(`⟦${long}园。`), key(`⟦${long}校。`)];
    expect(one.length).toBeLessThan(60);
    expect(one).not.toBe(other);
    expect(key(`7. ⟦${long}园。`)).toBe(one);
  });

  it('looks at no more than the neighbourhood', () => {
    const keyIn = (size: number) => {
      const text = '建'.repeat(size);
      return () => sentenceKey({ text }, { start: size / 2, end: size / 2 });
    };
    // A hundred times the text: were all of it looked at, it would take as many times the time.
    expectGrowth(8, keyIn(20_000), keyIn(2_000_000));
  });
});

describe('a baseline', () => {
  const old = baselineOf(file('a.plan', '1.⟦建园。\n2.⟦培训。\n3.⟦培训。\n'));

  it('knows findings wherever they went', () => {
    const moved = file('a.plan', '前言。\n\n1. ⟦培训。另外一句。\n二、⟦培训。\n（3）⟦建 园。\n');
    expect(knownIn(old, moved)).toEqual({ known: [[true, true, true]], solved: 0 });
  });

  it('counts how often a sentence was at fault', () => {
    const more = file('a.plan', '1.⟦培训。\n2.⟦培训。\n3.⟦培训。\n4.⟦建校。\n');
    expect(knownIn(old, more)).toEqual({ known: [[true, true, false, false]], solved: 1 });
  });

  it('does not know another rule in the same sentence', () => {
    expect(knownIn(old, file('a.plan', '1.⟦建园。', 'other-rule')).known).toEqual([[false]]);
  });

  it('knows what moved to another file, but does not count it twice', () => {
    const [a, b] = [file('a.plan', '1.⟦建园。'), file('b.plan', '1.⟦培训。\n2.⟦培训。\n3.⟦建园。')];
    expect(knownIn(old, a, b)).toEqual({ known: [[true], [true, true, false]], solved: 0 });
    expect(knownIn(old, b, a).known).toEqual([[true, true, false], [true]]);
  });

  it('knows the findings of a file that was renamed', () => {
    const renamed = [file('b.plan', '1.⟦建园。')];
    expect(compare(old, renamed, coverage).known.size).toBe(0);
    expect(compare(old, renamed, { ...coverage, gone: new Set(['a.plan']) })).toMatchObject({ solved: 2 });
    expect(compare(old, renamed, { ...coverage, gone: new Set(['a.plan']) }).known.size).toBe(1);
  });

  it('says nothing about files and rules that a run did not cover', () => {
    const only = { rules: new Set(['other-rule']), gone: new Set<string>() };
    expect(compare(old, [], coverage).solved).toBe(0);
    expect(compare(old, [file('a.plan', '无。')], only).solved).toBe(0);
    expect(renewed(old, [file('a.plan', '无。')], only, all)).toEqual(old);
    expect(renewed(old, [file('b.plan', '无。')], coverage, all)).toEqual(old);
    expect(renewed(old, [file('a.plan', '无。')], coverage, all)).toEqual({});
  });

  it('is the same file after text has moved', () => {
    const moved = baselineOf(file('a.plan', '1.⟦培训。\n\n\n2.⟦建园。\n3.⟦培训。\n'));
    expect(printBaseline(moved)).toBe(printBaseline(old));
  });

  it('is read as it was written', () => {
    const both = baselineOf(file('b/“x”.plan', '⟦甲。'), file('a.plan', '⟦乙\\"。⟦丙'));
    expect(readBaseline(printBaseline(both))).toEqual(both);
    expect(readBaseline(printBaseline({}))).toEqual({});
  });

  it.each([
    '',
    '[]',
    '{}',
    '{"schemaVersion":2,"plans":{}}',
    '{"schemaVersion":1,"plans":[]}',
    '{"schemaVersion":1,"plans":{"a":{}}}',
    '{"schemaVersion":1,"plans":{"a":[{"rule":1,"sentence":""}]}}',
    '{"schemaVersion":1,"plans":{"a":[{"rule":"r","sentence":"s","count":0}]}}',
  ])('is not %s', (text) => {
    expect(readBaseline(text)).toBeUndefined();
  });
});

describe('planlint with a baseline', () => {
  const files = { 'plans/a.plan': lacking };
  const write = async (given: Readonly<Record<string, string>> = files, args: readonly string[] = []) =>
    (await inProcess({ args: ['baseline', ...args], files: given })).written['planlint.baseline.json'] ?? '';

  it('writes what it finds, and says so', async () => {
    const { code, stdout, stderr } = await inProcess({ args: ['baseline'], files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('planlint.baseline.json：共记入 2 个已知问题（新增 2 个，删去 0 个）。\n');
    const english = await inProcess({ args: ['baseline', '--locale', 'en'], files });
    expect(english.stdout).toBe('planlint.baseline.json: 2 known findings (2 added, 0 removed).\n');
  });

  it('no longer counts these, and says how many', async () => {
    const known = { ...files, 'planlint.baseline.json': await write() };
    const args = ['--baseline', 'planlint.baseline.json'];
    const outcome = await inProcess({ args, files: known });
    expect(outcome).toMatchObject({
      code: 0,
      stderr: 'planlint: planlint.baseline.json：另有 2 个已知问题，不计入结果。\n',
    });
    expect(outcome.stdout).toContain('没有发现问题');
    const moved = lacking
      .replace('一、重点任务', '一、重点任务\n1. 开放操场。')
      .replace('2. 培训', '3. 培训');
    const later = await inProcess({ args, files: { ...known, 'plans/a.plan': moved } });
    expect(later.code).toBe(1);
    expect(later.stdout).toContain('开放操场');
    expect(later.stdout).not.toContain('培训园长”');
  });

  it('is told to code scanning, which would take them for mended', async () => {
    const known = { ...files, 'planlint.baseline.json': await write() };
    const args = ['--baseline', 'planlint.baseline.json', '--format', 'sarif'];
    const { code, stdout } = await inProcess({ args, files: known });
    expect(code).toBe(0);
    const { results } = JSON.parse(stdout).runs[0];
    expect(results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual(
      Array(2).fill([{ kind: 'external', status: 'accepted' }]),
    );
    const plain = await inProcess({ args: ['--format', 'sarif'], files });
    const fingerprints = (report: string) => report.match(/"planlintSentence\/v1": "\w+"/gu);
    expect(fingerprints(stdout)).toEqual(fingerprints(plain.stdout));
  });

  it('keeps paths relative to itself', async () => {
    const { written } = await inProcess({ args: ['baseline', '--baseline', 'ci/known.json'], files });
    expect(written['ci/known.json']).toContain('"../plans/a.plan"');
    const known = { ...files, 'ci/known.json': written['ci/known.json']! };
    expect((await inProcess({ args: ['--baseline', 'ci/known.json'], files: known })).code).toBe(0);
  });

  it('says what is solved, takes it out when asked, and adds nothing then', async () => {
    const text = await write();
    const solved = {
      'plans/a.plan': `${sound}3. 开放操场。\n`,
      'planlint.baseline.json': text,
    };
    const args = ['--baseline', 'planlint.baseline.json', '--locale', 'en'];
    const told = await inProcess({ args, files: solved });
    expect(told.stderr).toBe(
      'planlint: planlint.baseline.json: 2 known findings are solved; --prune takes them out of the baseline.\n',
    );
    expect(told.code).toBe(1);
    const pruned = await inProcess({ args: ['baseline', '--prune'], files: solved });
    expect(pruned.stdout).toBe('planlint.baseline.json：共记入 0 个已知问题（新增 0 个，删去 2 个）。\n');
    expect(pruned.changed['planlint.baseline.json']).toBe(printBaseline({}));
  });

  it('is written by the check as well, with rules of its own kept', async () => {
    const one = await write(files, ['--rule', 'missing-lead']);
    expect(one).not.toContain('missing-deadline');
    const both = await inProcess({
      args: ['check', '--baseline-update', '--rule', 'missing-deadline'],
      files: { ...files, 'planlint.baseline.json': one },
    });
    expect(both.code).toBe(0);
    expect(both.changed['planlint.baseline.json']).toBe(await write());
  });

  it('needs one that is there and whole', async () => {
    const missing = await inProcess({ args: ['--baseline', 'x.json'], files });
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toMatch(
      /^planlint: x\.json：没有这个基线文件，请先用 planlint baseline --baseline x\.json 写入。\n$/u,
    );
    const broken = await inProcess({
      args: ['baseline', '--baseline', 'x.json'],
      files: { ...files, 'x.json': '{' },
    });
    expect(broken).toMatchObject({ code: 2, stdout: '', changed: {} });
    expect(broken.stderr).toContain('不是可用的基线文件');
  });

  it('takes standard input under its name only', async () => {
    for (const args of [
      ['baseline', '-'],
      ['-', '--baseline-update'],
    ]) {
      const { code, stderr, written } = await inProcess({ args, stdin: lacking });
      expect({ code, written }).toEqual({ code: 2, written: {} });
      expect(stderr).toMatch(/^planlint: 标准输入没有文件名，无法记入基线，.*\n$/u);
    }
    const args = ['--baseline-update', '--stdin-filename', 'plans/a.plan'];
    const named = await inProcess({ args, stdin: lacking });
    expect(named.written['planlint.baseline.json']).toContain('"plans/a.plan"');
  });

  it('cannot be written to nowhere', async () => {
    const { code, stderr } = await inProcess({
      args: ['baseline', '--baseline', 'plans/a.plan/y/x.json'],
      files,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^planlint: plans\/a\.plan\/y\/x\.json：无法写入（ENOTDIR）/u);
  });
});
