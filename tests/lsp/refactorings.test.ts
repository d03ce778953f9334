import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatting } from '../../server/src/core/features/writing/formatting.ts';
import type { Edit } from '../../server/src/core/lint/finding.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { refactoringsAt } from '../../server/src/core/refactor/index.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { rounds } from '../rounds.ts';

const HEAD = '2026年工作要点\n一、工作\n';

/** The text after the refactoring `id` at the cursor; undefined where it is not offered. */
function refactored(marked: string, id: string): string | undefined {
  const { text, cursor } = readMarks(marked);
  const found = refactoringsAt(parse(text), cursor ?? 0).find((one) => one.id === id);
  if (!found) return undefined;
  return edited(text, found.edits);
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, newText } of [...edits].sort(
    (a, b) => b.span.start - a.span.start || b.span.end - a.span.end,
  )) {
    result = result.slice(0, span.start) + newText + result.slice(span.end);
  }
  return result;
}

describe('refactorings', () => {
  it.each([
    ['renumber', `${HEAD}1.甲。一。\n‸3.乙。二。\n3.丙。三。`, `${HEAD}1.甲。一。\n2.乙。二。\n3.丙。三。`],
    [
      'renumber',
      `${HEAD}1.甲。一。\n‸2.乙。二。\n二、更多\n5.丙。三。`,
      `${HEAD}1.甲。一。\n2.乙。二。\n二、更多\n3.丙。三。`,
    ],
    [
      'renumber',
      `${HEAD}‸2.甲。一。\n2.乙。二。\n二、更多\n1.丙。三。`,
      `${HEAD}2.甲。一。\n3.乙。二。\n二、更多\n1.丙。三。`,
    ],
    [
      'renumber',
      '2026年工作要点\n一、甲\n1.甲。一。\n‸三、乙\n1.乙。二。\n三、丙\n1.丙。三。',
      '2026年工作要点\n一、甲\n1.甲。一。\n二、乙\n1.乙。二。\n三、丙\n1.丙。三。',
    ],
    [
      'renumber',
      '2026年工作要点\n一、教学\n（一）甲\n1.一。\n（二）乙\n2.二。\n‸三、安全\n（一）丙\n3.三。\n五、保障\n4.四。',
      '2026年工作要点\n一、教学\n（一）甲\n1.一。\n（二）乙\n2.二。\n二、安全\n（一）丙\n3.三。\n三、保障\n4.四。',
    ],
    [
      'renumber',
      `${HEAD}‸（一）甲\n1.一。\n（三）乙。二。\n（四）丙\n2.三。`,
      `${HEAD}（一）甲\n1.一。\n（二）乙。二。\n（三）丙\n2.三。`,
    ],
    ['renumber', `${HEAD}‸１．甲。一。\n３．乙。二。`, `${HEAD}１．甲。一。\n２．乙。二。`],
    ['renumber', `${HEAD}‸①甲。一。\n③乙。二。`, `${HEAD}①甲。一。\n②乙。二。`],
    ['renumber', `${HEAD}1.甲。一。\r‸3.乙。二。\r3.丙。`, `${HEAD}1.甲。一。\r2.乙。二。\r3.丙。`],
    [
      'move-up',
      `${HEAD}1.甲。一。\n责任单位：办公室\n\n2.乙。‸二。`,
      `${HEAD}1.乙。二。\n\n2.甲。一。\n责任单位：办公室`,
    ],
    [
      'move-down',
      `${HEAD}1.‸甲。一。\n2.乙。二。\n3.丙。三。\n`,
      `${HEAD}1.乙。二。\n2.甲。一。\n3.丙。三。\n`,
    ],
    [
      'split-measures',
      `${HEAD}1.甲。‸一是抓好学习。二是抓好检查；三是抓好总结。`,
      `${HEAD}1.甲。\n一是抓好学习。\n二是抓好检查；\n三是抓好总结。`,
    ],
    [
      'join-measures',
      `${HEAD}1.甲‸。\n一是抓好学习。\n　　二是抓好检查；\n三是抓好总结。`,
      `${HEAD}1.甲。一是抓好学习。二是抓好检查；三是抓好总结。`,
    ],
    [
      'fields-to-lines',
      `${HEAD}1.甲。‸一。（责任单位：办公室、人事科；完成时限：6月底）\n2.乙。`,
      `${HEAD}1.甲。一。\n责任单位：办公室、人事科\n完成时限：6月底\n2.乙。`,
    ],
    ['fields-to-lines', `${HEAD}1.甲。‸一。（责任单位：办公室）`, `${HEAD}1.甲。一。\n责任单位：办公室`],
    [
      'fields-to-bracket',
      `${HEAD}1.甲。‸一。\n责任单位：办公室\n完成时限：6月底\n2.乙。二。`,
      `${HEAD}1.甲。一。（责任单位：办公室；完成时限：6月底）\n2.乙。二。`,
    ],
  ])('%s', (id, before, after) => {
    expect(refactored(before, id)).toBe(after);
  });

  it.each([
    ['（责任单位：办公室，县财政局配合）', '责任单位：办公室，县财政局配合'],
    ['（责任单位：县教育局牵头，办公室负责）', '责任单位：县教育局牵头，办公室负责'],
    ['（责任单位：办公室，6月底前完成）', '责任单位：办公室，6月底前完成'],
    ['（责任单位：办公室；联系人：张三）', '责任单位：办公室；联系人：张三'],
    ['（责任科室(单位)：办公室；【完成时限】6月）', '责任科室(单位)：办公室\n【完成时限】6月'],
  ])('move all that stands behind the labels: %s', (bracket, lines) => {
    const inBracket = `${HEAD}1.甲。‸一。${bracket}\n2.乙。`;
    const onLines = `${HEAD}1.甲。‸一。\n${lines}\n2.乙。`;
    const plain = (marked: string) => marked.replace('‸', '');
    expect(refactored(inBracket, 'fields-to-lines')).toBe(plain(onLines));
    expect(refactored(onLines, 'fields-to-bracket')).toBe(plain(inBracket));
  });

  it.each([
    ['fields-to-lines', '1.甲‸。一。（县教育局牵头；完成时限：6月）'],
    ['fields-to-lines', '1.甲‸。一。（责任单位 办公室，县财政局配合）'],
    ['fields-to-lines', '1.甲‸。一。（责任单位：办公室。列第一位的为牵头单位，下同）'],
    ['fields-to-lines', '1.甲‸。一。（责任单位：办公室，以下均需各学校落实，不再列出）'],
    ['fields-to-lines', '1.甲‸。一。（责任单位：办公室、人事科，列第一位的为牵头单位，下同）'],
    ['fields-to-lines', '1.甲‸。一。（责任单位：办公室'],
    ['fields-to-lines', '甲项‸。一。（责任单位：办公室）\n乙项。二。（责任单位：人事科）'],
    ['fields-to-bracket', '1.甲‸。一。\n责任单位：办公室。每月调度一次。'],
    ['fields-to-bracket', '1.甲‸。一。\n责任单位：办公室（完成时限：6月）'],
    ['fields-to-bracket', '1.甲‸。一。\n责任单位：办公室）'],
    ['fields-to-bracket', '1.甲‸。一。\n<!-- planlint 忽略下一行 -->\n责任单位：办公室'],
    ['fields-to-bracket', '责任单位：办公室\n1.甲‸。一。\n责任单位：人事科\n2.乙。二。'],
  ])('leave fields alone that hold more than labels and values: %s', (id, tasks) => {
    expect(refactored(HEAD + tasks, id)).toBeUndefined();
  });

  it('lose no word of the fields that they move', () => {
    const part = fc.constantFrom(
      ...[
        '责任单位：',
        '牵头领导：',
        '完成时限：',
        '【配合单位】',
        '联系人：',
        '责任单位 ',
        '（',
        '）',
        '\n',
        ' ',
      ],
      ...['办公室', '张三', '县财政局配合', '6月底前完成', '每月调度一次', '以下均需各学校落实，不再列出'],
      ...['，', '；', '、', '。', '列第一位的为牵头单位，下同', '\n2.乙。', '**', '<!-- 注 -->'],
    );
    const words = (text: string) => [...text.replace(/[\s\p{P}]/gu, '')].sort().join('');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), fc.boolean(), (parts, bracketed) => {
        const inside = parts.join('');
        const text = `${HEAD}1.甲。一${bracketed ? `（责任单位：${inside}）。` : `。\n责任单位：${inside}`}\n3.丙。`;
        for (const id of ['fields-to-lines', 'fields-to-bracket']) {
          const moved = refactored(text.replace('甲', '甲‸'), id);
          if (moved !== undefined) expect(words(moved)).toBe(words(text));
        }
        for (const fields of ['line', 'bracket'] as const) {
          const style = { spacing: false, numbering: 'keep', fields } as const;
          const edits = formatting(parse(text), [], { start: 0, end: text.length }, style);
          expect(words(edited(text, edits))).toBe(words(text));
        }
      }),
      rounds(60, 10_000),
    );
  });

  it('are offered only where they change something', () => {
    const { text, cursor } = readMarks(`${HEAD}1.甲。‸一。`);
    expect(refactoringsAt(parse(text), cursor ?? 0)).toEqual([]);
    expect(refactored(`${HEAD}‸1.甲。一。\n2.乙。二。`, 'move-up')).toBeUndefined();
  });

  it('move no entries of a directory, and put none of their details on lines', () => {
    const { text, cursor } = readMarks(
      '青河县教育局责任单位名录\n一、科室\n1. 办公室（负责人：周明）\n‸3. 人事科',
    );
    expect(refactoringsAt(parse(text), cursor ?? 0).map(({ id }) => id)).toEqual(['renumber']);
  });

  it('keep a CRLF text CRLF', () => {
    const crlf = (text: string) => text.replace(/\n/gu, '\r\n');
    expect(refactored(crlf(`${HEAD}1.甲。‸一是学习。二是检查。`), 'split-measures')).toBe(
      crlf(`${HEAD}1.甲。\n一是学习。\n二是检查。`),
    );
    expect(refactored(crlf(`${HEAD}1.甲。一。\n2.乙‸。二。`), 'move-up')).toBe(
      crlf(`${HEAD}1.乙。二。\n2.甲。一。`),
    );
  });
});
