import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarks, writeMarks } from '../../server/src/core/text/marks.ts';
import { anyText } from '../any-text.ts';
import { rounds } from '../rounds.ts';

describe('marks', () => {
  it.each([
    ['无标记', '无标记', [], undefined],
    ['', '', [], undefined],
    ['⟦三⟧、任务', '三、任务', [[0, 1]], undefined],
    ['⟦⟧任务', '任务', [[0, 0]], undefined],
    [
      '甲⟦乙⟦丙⟧⟧丁',
      '甲乙丙丁',
      [
        [1, 3],
        [2, 3],
      ],
      undefined,
    ],
    [
      '⟦⟦甲⟧乙⟧',
      '甲乙',
      [
        [0, 1],
        [0, 2],
      ],
      undefined,
    ],
    [
      '𠮷⟦𠮷⟧\r\n⟦\r\n⟧',
      '𠮷𠮷\r\n\r\n',
      [
        [2, 4],
        [6, 8],
      ],
      undefined,
    ],
    ['责任‸单位', '责任单位', [], 2],
    ['⟦甲‸⟧', '甲', [[0, 1]], 1],
  ] as const)('%j are read', (marked, text, spans, cursor) => {
    const read = readMarks(marked);
    expect(read).toEqual({ text, spans: spans.map(([start, end]) => ({ start, end })), cursor });
    expect(writeMarks(text, read.spans)).toBe(marked.replace('‸', ''));
  });

  it.each(['甲⟧', '⟦甲', '⟦甲⟧⟧', '甲‸乙‸'])('%j say where they do not pair', (marked) => {
    expect(() => readMarks(marked)).toThrow('甲');
  });

  it('come back from any spans that do not cross', () => {
    const pieces = fc.letrec<{ marked: string }>((tie) => ({
      marked: fc
        .array(
          fc.oneof(
            { maxDepth: 4 },
            anyText().map((text) => text.replace(/[⟦⟧‸]/gu, '')),
            tie('marked').map((inner) => `⟦${inner}⟧`),
          ),
          { maxLength: 4 },
        )
        .map((parts) => parts.join('')),
    })).marked;
    fc.assert(
      fc.property(pieces, (marked) => {
        const { text, spans } = readMarks(marked);
        expect(readMarks(writeMarks(text, spans))).toEqual({ text, spans, cursor: undefined });
      }),
      rounds(100, 20_000),
    );
  });
});
