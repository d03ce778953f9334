import { describe, expect, it } from 'vitest';
import { lintAll } from '../../server/src/core/lint/lint.ts';
import type { Rule } from '../../server/src/core/lint/rule.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { silencesIn, withoutSilences } from '../../server/src/core/lint/silence.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules as allRules } from '../../server/src/core/rules/index.ts';
import { unusedSilence } from '../../server/src/core/rules/silence/unused-silence.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { check } from '../rules/check.ts';
import { expectLinear } from '../rules/growth.ts';

const words = { zh: '如此。', en: 'So.' };

/** Finds each of one character in the text. */
function finds(id: string, character: string): Rule {
  return {
    id,
    name: words,
    severity: 'warning',
    authority: { kind: 'practice' },
    summary: words,
    why: words,
    examples: [],
    check: (plan, report) => {
      for (const { index } of plan.text.matchAll(new RegExp(character, 'gu')))
        report({ start: index, end: index + 1 }, words);
    },
  };
}

const rules = [finds('rule-a', '甲'), finds('rule-b', '乙')];

/** The characters that are still found, the number of those silenced, and the reasons. */
function left(text: string) {
  const { active, silenced } = lintAll(parse(text), rules, defaultSettings);
  return {
    active: active.map(({ span }) => text.slice(span.start, span.end)).join(''),
    silenced: silenced.map(({ finding }) => text.slice(finding.span.start, finding.span.end)).join(''),
    reasons: [...new Set(silenced.map(({ silence }) => silence.reason))],
  };
}

function published(text: string): string {
  return withoutSilences(parse(text));
}

describe('comments that silence', () => {
  it.each([
    ['the next line alone', '甲\n<!-- planlint-disable-next-line rule-a -->\n甲乙\n甲', '甲乙甲', '甲'],
    ['in Chinese', '<!-- planlint 忽略下一行 rule-a -->\n甲乙', '乙', '甲'],
    ['with a full-width colon', '<!-- planlint：忽略下一行 rule-a -->\n甲乙', '乙', '甲'],
    ['with a colon behind the verb', '<!-- planlint 忽略下一行：rule-a -->\n甲乙', '乙', '甲'],
    ['with no space', '<!--planlint忽略下一行:rule-a-->\n甲乙', '乙', '甲'],
    ['with a full-width hyphen', '<!-- planlint－disable－next－line rule-a -->\n甲乙', '乙', '甲'],
    ['all rules', '<!-- planlint-disable-next-line -->\n甲乙\n甲', '甲', '甲乙'],
    ['several rules', '<!-- planlint-disable-next-line rule-a, rule-b -->\n甲乙\n甲', '甲', '甲乙'],
    ['several rules in Chinese', '<!-- planlint 忽略下一行 rule-a、rule-b -->\n甲乙\n甲', '甲', '甲乙'],
    [
      'past empty lines and other comments',
      '<!-- planlint-disable-next-line -->\n\n<!-- 注 -->\n甲',
      '',
      '甲',
    ],
    [
      'a block',
      '甲\n<!-- planlint-disable rule-a -->\n甲乙\n甲\n<!-- planlint-enable rule-a -->\n甲',
      '甲乙甲',
      '甲甲',
    ],
    ['a block in Chinese', '<!-- planlint 停用 -->\n甲乙\n<!-- planlint 启用 -->\n甲', '甲', '甲乙'],
    [
      'a block but for one rule',
      '<!-- planlint-disable -->\n<!-- planlint-enable rule-b -->\n甲乙',
      '乙',
      '甲',
    ],
    ['to the end', '<!-- planlint-disable rule-b -->\n甲乙\n乙', '甲', '乙乙'],
    ['the whole file, above too', '甲乙\n<!-- planlint-disable-file rule-a -->\n甲', '乙', '甲甲'],
    ['the whole file in Chinese', '甲乙\n<!-- planlint 忽略全文 -->\n甲', '', '甲乙甲'],
    ['nothing where the rule is another', '<!-- planlint-disable-next-line rule-c -->\n甲', '甲', ''],
    ['nothing where the comment is not ours', '<!-- disable-next-line -->\n甲', '甲', ''],
    ['nothing where the comment is not alone', '甲<!-- planlint-disable-file -->\n甲', '甲甲', ''],
  ])('%s', (_name, text, active, silenced) => {
    for (const form of [
      text,
      text.replaceAll('\n', '\r\n'),
      `\uFEFF${text}`,
      `  ${text.replaceAll('\n', '\n\t')}`,
    ]) {
      expect(left(form)).toMatchObject({ active, silenced });
    }
  });

  it.each([
    '<!-- planlint-disable-next-line rule-a -- 已与办公室核对 -->\n甲',
    '<!-- planlint 忽略下一行 rule-a —— 已与办公室核对 -->\n甲',
    '<!--planlint-disable-next-line rule-a——已与办公室核对-->\n甲',
    '<!-- planlint-disable-next-line rule-a--已与办公室核对 -->\n甲',
  ])('keep their reason: %s', (text) => {
    expect(left(text)).toEqual({ active: '', silenced: '甲', reasons: ['已与办公室核对'] });
  });

  it('are no part of the plan', () => {
    const text = '松岭镇工作计划\n一、任务\n<!-- planlint-disable-next-line -->\n1.开放操场。';
    expect(parse(text).tasks.map(({ title }) => title)).toEqual(['开放操场']);
    expect(silencesIn(parse(text))).toHaveLength(1);
  });

  it.each(['\n', '\r\n', '\r'])('leave nothing behind for publication, with %j', (end) => {
    const text = [
      '<!-- planlint-disable-file rule-a -->',
      '甲',
      ' <!-- planlint 忽略下一行 -- 因 --> ',
      '乙',
      '<!-- 注 -->',
    ];
    expect(published(text.join(end))).toBe(['甲', '乙', '<!-- 注 -->'].join(end));
    expect(published(`甲${end}<!-- planlint 启用 -->`)).toBe(`甲${end}`);
  });

  it.each([
    [
      'a task between two comments',
      '<!-- planlint 忽略下一行 rule-a --> 1.开放操场。<!-- 备注 -->',
      ' 1.开放操场。<!-- 备注 -->',
    ],
    ['a task before a comment', '1.开放操场。 <!-- planlint-disable-line -->\n甲', '1.开放操场。\n甲'],
    ['nothing of one in full width', '<!-- planlint－disable-file rule-a -->\n甲', '甲'],
    ['the byte order mark', '\uFEFF<!-- planlint-disable-file -->\n甲', '\uFEFF甲'],
    ['a comment that is not ours', '<!-- planlinter -->\n甲', '<!-- planlinter -->\n甲'],
  ])('leave %s for publication', (_name, text, left) => {
    expect(published(text)).toBe(left);
  });

  it('change nothing of what is found around them, and are used where they hide it', () => {
    const lines = [
      '清溪县2026年校园绿化行动方案',
      ...['一、育苗行动', '1.建设苗圃。', '二、栽种行动', '1.开展植树。', '三、养护行动', '1.加强管护。'],
    ];
    const untitled = ['1.建设苗圃。', '2.开展植树。', '3.加强管护。（责任单位：办公室）'];
    const found = (text: string) =>
      lintAll(parse(text), allRules, defaultSettings)
        .active.filter(({ severity }) => severity === 'warning')
        .map(({ rule }) => rule);
    const missing = found(lines.join('\n'));
    expect(missing).toEqual(['missing-deadline', 'missing-lead']);
    for (const text of [lines, untitled]) {
      for (let i = 0; i <= text.length; i += 1) {
        const commented = text.toSpliced(i, 0, ...Array(9).fill('<!-- 送审前再核对 -->'));
        expect(found(commented.join('\n')), `line ${i}`).toEqual(found(text.join('\n')));
      }
    }
    expect(found(['<!-- planlint-disable-next-line missing-lead -->', ...lines].join('\n'))).toEqual([
      'missing-deadline',
    ]);
  });

  it('silence what a rule that fails says no more than its place allows', () => {
    const failing = { ...finds('rule-c', '丙'), check: () => JSON.parse('no') };
    const { active } = lintAll(
      parse('甲\n<!-- planlint-disable-next-line -->\n乙'),
      [...rules, failing],
      defaultSettings,
    );
    expect(active.map(({ rule }) => rule)).toEqual(['rule-a', 'rule-c'].sort());
  });
});

describe('unused-silence', () => {
  const plan = (...lines: readonly string[]) => ['松岭镇2024年工作计划', '一、重点任务', ...lines].join('\n');

  it.each([
    ['a verb that is none', '<!-- planlint-⟦disable-nextline⟧ missing-lead -->'],
    ['a verb that is missing', '⟦<!-- planlint -->⟧'],
    [
      'a comment behind text',
      '1.修缮校门。（责任单位：校产科；完成时限：5月底前）⟦<!-- planlint-disable-line missing-lead -->⟧',
    ],
    ['an end without beginning', '⟦<!-- planlint-enable missing-lead -->⟧'],
    ['a block that silences nothing', '⟦<!-- planlint-disable missing-unit -->⟧'],
    ['two rules that silence nothing', '⟦<!-- planlint-disable-file missing-lead, missing-unit -->⟧'],
  ])('finds %s', (_name, comment) => {
    check(unusedSilence, plan(comment, '1.开放操场。（责任单位：校产科；完成时限：5月底前）'));
  });

  it('does not judge rules that do not run', () => {
    const text = plan('<!-- planlint-disable-next-line missing-lead -->', '1.开放操场。（责任单位：校产科）');
    check(unusedSilence, text, { ...defaultSettings, severities: { 'missing-lead': 'off' } });
  });

  it('can itself be silenced', () => {
    check(
      unusedSilence,
      plan('<!-- planlint-disable-file unused-silence -->', '<!-- planlint 停用 missing-lead -->'),
    );
  });

  it('offers the rule that was meant', () => {
    const { text } = readMarks(plan('<!-- planlint-disable-next-line misssing-lead -->', '1.开放操场。'));
    const [finding] = check(unusedSilence, text.replace('misssing-lead', '⟦misssing-lead⟧'));
    expect(finding?.message.en).toContain('did you mean missing-lead?');
  });

  it('lists what can be said in both languages', () => {
    const [finding] = check(unusedSilence, plan('<!-- planlint ⟦不看⟧ missing-lead -->', '1.开放操场。'));
    expect(finding?.message.zh).toContain('可用的有 忽略下一行、停用、启用、忽略全文、disable-next-line、');
    expect(finding?.message.en).toContain(
      'known are disable-next-line, disable, enable, disable-file, 忽略下一行',
    );
  });

  it('knows no verb that is named as a method', () => {
    check(unusedSilence, plan('<!-- planlint ⟦constructor⟧ missing-lead -->', '1.开放操场。'));
  });

  it('leaves a reason alone', () => {
    const text = plan('<!-- planlint-disable-next-line missing-lead--原因 -->', '1.开放操场。');
    check(unusedSilence, text);
  });

  it('takes time that grows no faster than the comments', () => {
    const named = (n: number) => `<!-- planlint-disable-file ${'missing-lead, '.repeat(n)} -->\n1.开放操场。`;
    const blocks = (n: number) => '<!-- planlint-disable rule-x -->\n1.开放操场。\n'.repeat(n);
    const misplaced = (n: number) => `1.开放操场。${'<!-- planlint '.repeat(n)}`;
    const closed = (n: number) => '1.开放操场。 <!-- planlint-->'.repeat(n);
    for (const textOf of [named, blocks, misplaced, closed]) {
      expectLinear(100, (n) => {
        const plan = parse(textOf(n));
        return () =>
          lintAll(
            plan,
            allRules.filter(({ id }) => id.includes('silence')),
            defaultSettings,
          );
      });
    }
  });
});
