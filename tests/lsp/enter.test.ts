import { afterEach, describe, expect, it } from 'vitest';
import { entered, gaveWay } from '../../server/src/core/features/writing/enter.ts';
import type { Edit } from '../../server/src/core/lint/finding.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { type Client, startClient } from './client.ts';

const HEAD = '2026年工作要点\n一、工作\n';

let client: Client | undefined;
afterEach(async () => {
  await client?.close();
  client = undefined;
});

/** The text below the heading after what is done at the cursor. */
function after(marked: string, what: typeof entered): string {
  const { text, cursor } = readMarks(HEAD + marked);
  return edited(text, what(parse(text), cursor ?? 0)).slice(HEAD.length);
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

describe('Enter', () => {
  const LINED = '1.甲。一。\n责任单位：办公室\n完成时间：6月底\n';

  it.each([
    ['goes on with the number', '1.甲。一。\n‸', '1.甲。一。\n2.'],
    ['as it is written', '（九）甲。一。\n‸', '（九）甲。一。\n（十）'],
    ['behind an indent', '　　１．甲。一。\n‸', '　　１．甲。一。\n　　２．'],
    ['of measures', '1.甲。一。\n（1）摸清底数\n‸', '1.甲。一。\n（1）摸清底数\n（2）'],
    ['of measures in circles', '1.甲。一。\n①摸清底数；\n‸', '1.甲。一。\n①摸清底数；\n②'],
    ['of measures in words', '1.甲。一。\n一是摸清底数；\n‸', '1.甲。一。\n一是摸清底数；\n二是'],
    ['before a text that ends', '1.甲。一。\n‸\n附件：略', '1.甲。一。\n2.\n附件：略'],
    [
      'and renumbers what follows',
      '1.甲。一。\n‸\n2.乙。二。\n3.丙。三。',
      '1.甲。一。\n2.\n3.乙。二。\n4.丙。三。',
    ],
    [
      'and renumbers on across sections',
      '1.甲。一。\n‸\n2.乙。二。\n二、更多\n3.丙。三。',
      '1.甲。一。\n2.\n3.乙。二。\n二、更多\n4.丙。三。',
    ],
    [
      'and leaves a numbering that begins anew',
      '1.甲。一。\n‸\n二、更多\n1.丙。三。',
      '1.甲。一。\n2.\n二、更多\n1.丙。三。',
    ],
    [
      'and leaves the measures of other tasks',
      '1.甲。一。\n（1）子；\n‸\n2.乙。二。\n（1）丑；\n（2）寅。',
      '1.甲。一。\n（1）子；\n（2）\n2.乙。二。\n（1）丑；\n（2）寅。',
    ],
    ['where the editor has put the number', '1.甲。一。\n2.‸\n2.乙。二。', '1.甲。一。\n2.\n3.乙。二。'],
    ['not behind a title whose fields are to come', `${LINED}2.乙。二。\n‸`, `${LINED}2.乙。二。\n`],
    ['nor where the editor has put one', `${LINED}2.乙。二。\n3.‸`, `${LINED}2.乙。二。\n`],
    [
      'nor behind the first field',
      `${LINED}2.乙。二。\n责任单位：人事科\n‸`,
      `${LINED}2.乙。二。\n责任单位：人事科\n`,
    ],
    ['but behind the last field', `${LINED}‸`, `${LINED}2.`],
    [
      'and renumbers there',
      `${LINED}‸\n2.乙。二。\n责任单位：人事科\n完成时间：7月底\n`,
      `${LINED}2.\n3.乙。二。\n责任单位：人事科\n完成时间：7月底\n`,
    ],
    ['not behind a heading', '（一）总体要求\n‸\n1.甲。一。', '（一）总体要求\n\n1.甲。一。'],
    [
      'behind the bracket that ends a task',
      '1.甲。一。\n还有二。（责任单位：办公室）\n‸',
      '1.甲。一。\n还有二。（责任单位：办公室）\n2.',
    ],
    ['not behind a paragraph that may go on', '1.甲。一。\n还有二。\n‸', '1.甲。一。\n还有二。\n'],
    ['not above the rest of the task', '1.甲。一。\n‸\n（1）子；\n2.乙。', '1.甲。一。\n\n（1）子；\n2.乙。'],
    [
      'nor where the editor has put one there',
      '1.甲。一。\n2.‸\n（1）子；\n2.乙。',
      '1.甲。一。\n\n（1）子；\n2.乙。',
    ],
    ['nor above its paragraphs', '1.甲。一。\n‸\n一是学习。\n2.乙。', '1.甲。一。\n\n一是学习。\n2.乙。'],
    [
      'nor above its fields',
      `${LINED.replace('一。', '一。\n‸')}2.乙。`,
      `${LINED.replace('一。', '一。\n')}2.乙。`,
    ],
    ['but above a heading', '1.甲。一。\n‸\n二、更多\n1.乙。', '1.甲。一。\n2.\n二、更多\n1.乙。'],
    ['not behind an empty line', '1.甲。一。\n\n‸', '1.甲。一。\n\n'],
    ['not before words', '1.甲。一。\n‸还有二。', '1.甲。一。\n还有二。'],
  ])('%s: %s', (_, marked, expected) => {
    expect(after(marked, entered)).toBe(expected);
  });

  it('is the same over the wire, and not asked where it is switched off', async () => {
    const ask = async (configuration: unknown, marked: string, ch: string) => {
      client = await startClient({ configuration });
      const plan = await client.open('file:///a.plan', HEAD + marked);
      return client.request('textDocument/onTypeFormatting', {
        ...{ textDocument: { uri: plan.uri }, position: plan.cursor, ch },
        options: { tabSize: 2, insertSpaces: true },
      });
    };
    expect(await ask({}, '1.甲。一。\n‸\n2.乙。二。', '\n')).toMatchObject([
      { newText: '2.' },
      { newText: '3' },
    ]);
    await client?.close();
    expect(await ask({}, '1.甲。一。\n2.二、‸', '、')).toMatchObject([{ newText: '' }]);
    await client?.close();
    expect(await ask({ format: { continueNumbering: false } }, '1.甲。一。\n‸', '\n')).toEqual([]);
    expect(client?.initialized.capabilities.documentOnTypeFormattingProvider).toEqual({
      firstTriggerCharacter: '\n',
      moreTriggerCharacter: ['、', '）', ')'],
    });
  });
});

describe('a number that Enter put there', () => {
  it.each([
    ['6.甲。一。\n7.二、‸', '6.甲。一。\n二、'],
    ['（一）甲。一。\n（二）二、‸', '（一）甲。一。\n二、'],
    ['1.甲。一。\n2.（二）‸', '1.甲。一。\n（二）'],
    // Not what Enter would have put there.
    ['6.甲。一。\n9.二、‸', '6.甲。一。\n9.二、'],
    ['6.甲。一。\n7.语文、‸', '6.甲。一。\n7.语文、'],
    ['6.甲。一。\n7.初一、‸', '6.甲。一。\n7.初一、'],
  ])('gives way to one that is typed: %s', (marked, expected) => {
    expect(after(marked, gaveWay)).toBe(expected);
  });
});
