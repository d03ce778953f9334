import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit, Finding, FixKind } from '../../server/src/core/lint/finding.ts';
import { applyFixes, fixAll } from '../../server/src/core/lint/fix.ts';
import { rounds } from '../rounds.ts';
import { expectLinear } from '../rules/growth.ts';

const safe: ReadonlySet<FixKind> = new Set(['safe']);
const words = { zh: '如此。', en: 'So.' };

/** A finding whose fix makes these edits: `[start, end, newText]`. */
function finding(edits: readonly (readonly [number, number, string])[], kind: FixKind = 'safe'): Finding {
  return {
    rule: 'any',
    severity: 'warning',
    span: { start: 0, end: 0 },
    message: words,
    fix: {
      title: words,
      kind,
      edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })),
    },
  };
}

describe('applying fixes', () => {
  it.each([
    ['nothing', [], '甲乙丙丁', 0, 0],
    ['one replacement', [[[1, 2, '二']]], '甲二丙丁', 1, 0],
    ['insertions at both ends', [[[4, 4, '。']], [[0, 0, '（']]], '（甲乙丙丁。', 2, 0],
    [
      'a fix of two edits',
      [
        [
          [3, 4, ''],
          [0, 1, '一'],
        ],
      ],
      '一乙丙',
      1,
      0,
    ],
    ['neighbours', [[[0, 2, '一']], [[2, 4, '二']]], '一二', 2, 0],
    ['an insertion behind a replacement', [[[0, 2, '一']], [[2, 2, '、']]], '一、丙丁', 2, 0],
    ['an overlap: the first wins', [[[0, 3, '一']], [[2, 4, '二']]], '一丁', 1, 1],
    ['one inside another', [[[1, 2, '二']], [[0, 4, '']]], '甲二丙丁', 1, 1],
    ['an insertion inside a replacement', [[[0, 4, '一']], [[2, 2, '、']]], '一', 1, 1],
    [
      'two insertions at one place: the order would be chance',
      [[[2, 2, '（']], [[2, 2, '【']]],
      '甲乙（丙丁',
      1,
      1,
    ],
    ['an insertion where a replacement begins', [[[2, 2, '（']], [[2, 3, '三']]], '甲乙（丙丁', 1, 1],
    [
      'a fix skipped whole',
      [
        [[3, 4, '四']],
        [
          [0, 1, '一'],
          [3, 4, '肆'],
        ],
      ],
      '甲乙丙四',
      1,
      1,
    ],
    ['a fix after one that was skipped', [[[0, 2, '一']], [[1, 3, '二']], [[2, 3, '三']]], '一三丁', 2, 1],
  ] as const)('takes %s', (_name, fixes, text, applied, skipped) => {
    const findings = fixes.map((edits) => finding(edits));
    expect(applyFixes('甲乙丙丁', findings, safe)).toEqual({ text, applied, skipped });
  });

  it('applies only the kinds that were asked for', () => {
    const findings = [
      finding([[0, 1, '一']], 'unsafe'),
      finding([[1, 2, '二']]),
      finding([[2, 3, '三']], 'stub'),
    ];
    expect(applyFixes('甲乙丙', findings, safe)).toEqual({ text: '甲二丙', applied: 1, skipped: 0 });
  });

  it('passes over findings without a fix', () => {
    expect(applyFixes('甲', [{ ...finding([]), fix: undefined }], safe).applied).toBe(0);
  });

  it('does what applying the edits one by one from the end does', () => {
    const edit = fc.tuple(fc.nat(24), fc.nat(4), fc.string({ maxLength: 3 }));
    const fixes = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ minLength: 28, maxLength: 28 }), fixes, (text, drawn) => {
        const findings = drawn
          .map((edits) => edits.map(([start, length, newText]) => [start, start + length, newText] as const))
          .filter((edits) => withoutOverlap(finding(edits).fix!.edits))
          .map((edits) => finding(edits));
        expect(applyFixes(text, findings, safe)).toEqual(naively(text, findings));
      }),
      rounds(200, 50_000),
    );
  });

  it('takes time in proportion to the edits', () => {
    expectLinear(2000, (n) => {
      const findings = Array.from({ length: n }, (_, i) => finding([[2 * i, 2 * i + 1, '乙']]));
      const text = '甲'.repeat(2 * n);
      return () => applyFixes(text, findings, safe);
    });
  });
});

describe('fixing until nothing is left', () => {
  const wrap = (start: number, end: number, newText: string) => finding([[start, end, newText]]);

  it('takes the rounds that overlaps need', () => {
    // One pair of adjoining letters each round; pairs overlap.
    const check = (text: string) =>
      [...text.matchAll(/(?=aa)/gu)].map(({ index }) => wrap(index, index + 2, 'a'));
    expect(fixAll('aaaaa', check, safe)).toEqual({ text: 'a', applied: 4, findings: [] });
  });

  it('gives the findings that no fix mends', () => {
    const check = () => [{ ...finding([]), fix: undefined }];
    expect(fixAll('甲', check, safe)).toMatchObject({ text: '甲', applied: 0, findings: [{ rule: 'any' }] });
  });

  it('stops where fixes undo each other', () => {
    let checks = 0;
    const check = (text: string) => {
      checks += 1;
      return [wrap(0, 1, text === '甲' ? '乙' : '甲')];
    };
    expect(fixAll('甲', check, safe).applied).toBe(1);
    expect(checks).toBe(2);
  });

  it('stops at a fix that changes nothing, and after the rounds it is given', () => {
    expect(fixAll('甲', () => [wrap(0, 1, '甲')], safe)).toMatchObject({ text: '甲', applied: 0 });
    expect(fixAll('', (text) => [wrap(text.length, text.length, '甲')], safe, 3).text).toBe('甲甲甲');
  });
});

/** What `applyFixes` must do, written for the reader and not for speed. */
function naively(text: string, findings: readonly Finding[]): ReturnType<typeof applyFixes> {
  const taken: Edit[] = [];
  let applied = 0;
  for (const { fix } of findings) {
    if (!withoutOverlap([...taken, ...fix!.edits])) continue;
    taken.push(...fix!.edits);
    applied += 1;
  }
  taken.sort((a, b) => b.span.start - a.span.start);
  const result = taken.reduce(
    (current, { span, newText }) => current.slice(0, span.start) + newText + current.slice(span.end),
    text,
  );
  return { text: result, applied, skipped: findings.length - applied };
}

function withoutOverlap(edits: readonly Edit[]): boolean {
  return edits.every(({ span: a }, i) =>
    edits.slice(0, i).every(({ span: b }) => a.start !== b.start && (a.end <= b.start || b.end <= a.start)),
  );
}
