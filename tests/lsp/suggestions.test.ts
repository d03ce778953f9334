import { describe, expect, it } from 'vitest';
import { suggestions } from '../../server/src/core/features/writing/suggestions.ts';
import { labelsWith } from '../../server/src/core/read/fields/labels.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';

const HEAD = '2026年工作要点\n一、工作\n';

/** What is offered at the cursor: its kinds, its words, and what they would replace. */
function offered(marked: string) {
  const { text, cursor } = readMarks(HEAD + marked);
  const found = suggestions(parse(text), cursor ?? 0, {
    titles: [],
    labels: labelsWith(),
    today: '2026-06-15',
  });
  return {
    kinds: [...new Set(found.map(({ kind }) => kind))],
    words: found.map((one) => one.text),
    replaced: [...new Set(found.map(({ span }) => text.slice(span.start, span.end)))],
  };
}

describe('days', () => {
  it.each([
    ['1.甲。（完成时限：‸）', ''],
    ['1.甲。（完成时限： ‸）', ''],
    ['1.甲。（完成时限：6‸月；责任单位：办公室）', '6月'],
    ['1.甲。（完成时限：2026年‸月底前）', '2026年月底前'],
    ['1.甲。（完成时限：6月‸；责任单位：办公室）', '6月'],
    ['1.甲。\n完成时限：6月 ‸\n2.乙。', '6月 '],
  ])('are offered in the value of a deadline: %s', (marked, replaced) => {
    expect(offered(marked)).toMatchObject({ kinds: ['deadline'], replaced: [replaced] });
  });

  it.each([
    '1.甲。（完成时限：7月；责任单位：‸）',
    '1.甲。（完成时限：7月；责任单位：办公‸室）',
    '1.甲。（完成时限：7月；责‸）',
    '1.甲。（完成时限：2026年\n9月‸）',
    '1.甲。（完成时限：2026年‸\n9月）',
    '1.甲。（完成时限：7月；联系人：‸）',
  ])('replace no other field: %s', (marked) => {
    expect(offered(marked).kinds).not.toContain('deadline');
  });
});

describe('days in brackets without labels', () => {
  const CLAUSES = '1.甲。（市教育局牵头，9月底前完成）\n';

  it.each([
    ['2.乙。（市财政局，‸）', ''],
    ['2.乙。（市财政局牵头，9月‸）', '9月'],
    ['2.乙。（市财政局牵头，市教育局配合；1‸）', '1'],
  ])('are offered as the document writes them: %s', (marked, replaced) => {
    const { words, kinds, replaced: over } = offered(CLAUSES + marked);
    expect(words).toContain('12月底前完成');
    expect(kinds).toContain('deadline');
    expect(over).toContain(replaced);
  });

  it.each([
    ['1.甲。（责任单位：办公室，‸）'],
    ['1.甲。（市教育局牵头）\n2.乙。（市财政局牵头，‸）'],
    [`${CLAUSES}2.乙。（‸）`],
    [`${CLAUSES}2.乙‸。`],
  ])('are not where no bracket says so, or nobody is named yet: %s', (marked) => {
    expect(offered(marked).kinds).not.toContain('deadline');
  });
});

describe('labels', () => {
  const ALL = ['牵头单位：', '责任单位：', '配合单位：', '完成时限：'];

  it.each([
    ['1.甲。（‸', ALL],
    ['1.甲。（责任单位：办公室；‸）', ['牵头单位：', '配合单位：', '完成时限：']],
    ['1.甲。（责任单位：办公室；完成时限：6月；‸）', ['牵头单位：', '配合单位：']],
    ['1.甲。（责任单位：办公室）\n2.乙。（‸', ALL],
    ['1.甲。\n责任单位：办公室\n‸', ['牵头单位：', '配合单位：', '完成时限：']],
    ['1.甲。\n责任单位：办公室\n二、更多\n‸', ALL],
  ])('are offered but for those that the task states: %s', (marked, labels) => {
    expect(offered(marked).words.filter((word) => word.endsWith('：'))).toEqual(labels);
  });
});

describe('numbers', () => {
  it.each([
    ['1.甲。\n‸', '2.'],
    ['１．甲。\n‸', '２．'],
    ['（九）甲。\n‸', '（十）'],
    ['①甲。\n‸', '②'],
  ])('go on as they are written: %s', (marked, number) => {
    expect(offered(marked).words[0]).toBe(number);
  });

  it.each([
    ['（一）甲。\n（‸）', '（）', '（二）'],
    ['（一）甲。\n（二‸）乙。', '', ''],
    ['（一）甲。\n（‸五）乙。', '（五）', '（二）'],
    ['1.甲。\n‸.乙。', '.', '2.'],
    ['1.甲。\n‸3、乙。', '3、', '2.'],
    ['1. 甲。\n2‸. 乙。', '', ''],
    ['1. 甲。\n‸. 乙。', '. ', '2. '],
    ['1.甲。\n‸1.5万人参加。', '', '2.'],
    ['1.甲。\n‸更换门窗。', '', '2.'],
    ['1.甲。\n责任单位：办公室\n完成‸时限：', '完成时限：', undefined],
  ])('and labels take the place of what stands behind the cursor: %s', (marked, replaced, word) => {
    const found = offered(marked);
    if (word) expect(found.words[0]).toBe(word);
    expect(found.replaced[0] ?? '').toBe(word === undefined ? '' : replaced);
  });
});
