import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../server/src/cli/encoding.ts';
import { binaryDiff, unifiedDiff } from '../../../server/src/cli/fixing/diff.ts';
import { rounds } from '../../rounds.ts';
import { expectLinear } from '../../rules/growth.ts';
import { messy } from '../cases/fixing.ts';
import { sound } from '../plans.ts';

const hasPatch = spawnSync('patch', ['--version']).status === 0;

/** Texts of few different lines, so that many are alike, with and without a last line end. */
const text = fc
  .tuple(
    fc.array(fc.constantFrom('一\n', '二\n', '三\r\n', '\n', '四\n', '五\r六\n')),
    fc.constantFrom('', '末'),
  )
  .map(([lines, last]) => lines.join('') + last);

describe('a unified diff', () => {
  it('is empty where nothing changed', () => {
    fc.assert(
      fc.property(text, (one) => unifiedDiff('x', one, one) === ''),
      rounds(100, 20_000),
    );
  });

  it('leads from the one text to the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(patched(before, unifiedDiff('x', before, after))).toBe(after);
        expect(patched(after, unifiedDiff('x', after, before))).toBe(before);
      }),
      rounds(150, 10_000),
    );
  });

  it('is what git understands', () => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    try {
      fc.assert(
        fc.property(text, text, (before, after) => {
          fc.pre(before !== after && before !== '' && after !== '');
          writeFileSync(join(folder, 'x'), before);
          execFileSync('git', ['apply', '-p0', '--whitespace=nowarn', '-'], {
            cwd: folder,
            input: unifiedDiff('x', before, after),
          });
          expect(readFileSync(join(folder, 'x'), 'utf8')).toBe(after);
        }),
        rounds(10, 500),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    { encoding: 'utf-8', bom: false, name: '甲 乙.plan' },
    { encoding: 'utf-8', bom: true, name: 'a b.plan' },
    { encoding: 'utf-16le', bom: true, name: '甲.plan' },
    { encoding: 'utf-16be', bom: true, name: '甲.plan' },
    { encoding: 'gb18030', bom: false, name: '甲"乙\\.plan' },
    { encoding: 'gb18030', bom: true, name: '甲\t\u{1}\u{80}.plan' },
  ] as const)('fits a file as it stands, for git and patch: %j', async ({ name, ...like }) => {
    const folder = mkdtempSync(join(tmpdir(), 'planlint-'));
    try {
      const [before, after] = [messy, sound].map((text) => encode(`上不下\n${text}上`, like)!);
      writeFileSync(join(folder, name), before!);
      const patch = binaryDiff(name, before!, after!);
      for (const [program, ...args] of [
        ['git', 'apply', '-p0', '--whitespace=nowarn', '-'],
        ['patch', '-p0', '--binary', '--quiet'],
      ] as const) {
        if (program === 'patch' && !hasPatch) continue;
        writeFileSync(join(folder, name), before!);
        execFileSync(program, args, { cwd: folder, input: patch });
        expect(Uint8Array.from(readFileSync(join(folder, name))), program).toEqual(after);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('shows three lines around a change, and joins what lies close', () => {
    const before = Array.from({ length: 20 }, (_, i) => `第${i + 1}行\n`);
    const after = before.with(4, '甲\n').with(6, '乙\n').toSpliced(17, 1);
    expect(unifiedDiff('x', before.join(''), after.join(''))).toBe(
      [
        '--- x\n+++ x\n@@ -2,9 +2,9 @@\n 第2行\n 第3行\n 第4行\n-第5行\n+甲\n 第6行\n-第7行\n+乙\n 第8行\n 第9行\n 第10行\n',
        '@@ -15,6 +15,5 @@\n 第15行\n 第16行\n 第17行\n-第18行\n 第19行\n 第20行\n',
      ].join(''),
    );
  });

  it('takes time that grows with the text', () => {
    expectLinear(20_000, (lines) => {
      const before = Array.from({ length: lines }, (_, i) => `${i % 3 === 0 ? i : '同'}，\n`).join('');
      const after = before.replaceAll('，', ',').replaceAll('1', '2');
      return () => unifiedDiff('x', before, after);
    });
  });
});

/** What a patch makes of a text; throws where it does not fit. */
function patched(before: string, patch: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  const result: string[] = [];
  let at = 0;
  const lines = patch.split('\n').slice(2, -1);
  for (const [i, line] of lines.entries()) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$/u.exec(line);
    if (head) {
      const start = head[2] === '0' ? Number(head[1]) : Number(head[1]) - 1;
      result.push(...old.slice(at, start));
      at = start;
      continue;
    }
    if (line.startsWith('\\')) continue;
    const words = line.slice(1) + (lines[i + 1]?.startsWith('\\') ? '' : '\n');
    if (line[0] !== '+') {
      if (old[at] !== words) throw new Error(`${JSON.stringify(words)} is not ${JSON.stringify(old[at])}`);
      at += 1;
    }
    if (line[0] !== '-') result.push(words);
  }
  return [...result, ...old.slice(at)].join('');
}
