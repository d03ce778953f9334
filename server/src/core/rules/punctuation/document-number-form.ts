import type { Rule } from '../../lint/rule.ts';
import { matching, offsetIn, spanIn } from '../../plan/block.ts';
import { textIn } from '../../plan/plan.ts';

/** A document number (发文字号) that is not of the form `教办〔2024〕3号`. */
export const documentNumberForm: Rule = {
  id: 'document-number-form',
  name: { zh: '发文字号不规范', en: 'Form of document number' },
  severity: 'warning',
  authority: { kind: 'standard', standard: 'GB/T 9704—2012', clause: '7.2.5' },
  summary: {
    zh: '发文字号的年份应用六角括号“〔〕”括入，序号不加“第”字、不编虚位。',
    en: 'In a document number the year stands in 〔〕 and the serial number has neither 第 nor leading zeros.',
  },
  why: {
    zh: '发文字号由机关代字、年份、顺序号组成，写法统一才便于检索和引用。',
    en: 'A document number is an agency code, a year and a serial number; one form lets it be found and cited.',
  },
  examples: [
    {
      bad: '落实《关于做好防汛工作的通知》（青教办⟦[2024]⟧12号）。',
      good: '落实《关于做好防汛工作的通知》（青教办〔2024〕12号）。',
    },
    {
      bad: '青教发〔2024〕⟦第03⟧号',
      good: '青教发〔2024〕3号',
    },
  ],
  looksAt: (passage) => numbersIn(passage).length > 0,
  check(plan, report, { paragraphs }) {
    for (const block of paragraphs) {
      for (const { index, groups } of numbersIn(block)) {
        const { open = '', year = '', close = '', ordinal = '', serial = '', gap = '' } = groups ?? {};
        const parts = [open, year, close, ordinal, serial, gap];
        const right = ['〔', year, '〕', '', serial.replace(/^0+(?=\d)/u, ''), ''];
        // One space alone before 号 or the number is stray-space's.
        const spaces = parts.join('').match(/ /gu)?.length ?? 0;
        const bracketed = open === '〔' && close === '〕' && ordinal.trim() === '' && right[4] === serial;
        if (bracketed && (spaces === 0 || gap !== '')) continue;
        const first = parts.findIndex((part, i) => part !== right[i]);
        if (first < 0) continue;
        let last = first;
        for (const [i, part] of parts.entries()) if (part !== right[i]) last = i;
        const from = index + parts.slice(0, first).join('').length;
        const to = index + parts.slice(0, last + 1).join('').length;
        const span = spanIn(block, from, to);
        const newText = right.slice(first, last + 1).join('');
        const written = textIn(plan, offsetIn(block, from), span.end);
        report(
          span,
          {
            zh: `发文字号的年份应用六角括号，序号不加“第”、不编虚位：${newText ? `${written.trim()}改为${newText}` : `删去“${written}”`}。`,
            en: `A document number is written ${right.join('')}号; ${newText ? `change ${written} to ${newText}` : `remove ${written}`}.`,
          },
          {
            fix: {
              title: newText
                ? { zh: `改为“${newText}”`, en: `Change to ${newText}` }
                : { zh: `删去“${written}”`, en: `Remove ${written}` },
              // 第 and an empty place are wording; brackets and spaces are not.
              kind: ordinal.trim() === '' && right[4] === serial ? 'safe' : 'unsafe',
              edits: [{ span, newText }],
            },
          },
        );
      }
    }
  },
};

/** `[2024]12号` behind an agency code; folded, so that （2024） is narrow. */
const NUMBER =
  /(?<=[々〇㐀-鿿𠀀-𲎯][发办函字政教规通传电党组委厅基体师职幼财人安督训研文令会监审高民科农工卫综函宣纪一二三四五六] ?)(?<open>[[(【〔〈<] ?)(?<year>(?:19|20)\d\d)(?<close> ?[\])】〕〉>])(?<ordinal> ?第? ?)(?<serial>\d{1,5})(?<gap> ?)(?=号)/gu;
const numbersIn = matching(NUMBER);
