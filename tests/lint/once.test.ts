import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../server/src/core/lint/fix.ts';
import { lint, lintAll } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';

/** The findings of one rule in a text, all other rules off. */
function found(id: string, text: string) {
  const rule = rules.filter((one) => one.id === id);
  return lint(parse(text), rule, defaultSettings);
}

const doubled = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i + 1}.建设图书室，，添置图书。`).join('\n');

describe('findings of one cause', () => {
  it('are said one by one where there are five', () => {
    const findings = found('repeated-mark', doubled(5));
    expect(findings).toHaveLength(5);
    expect(findings.every(({ related }) => related === undefined)).toBe(true);
    expect(findings[0]?.message.zh).toBe('标点“，”重复。');
  });

  it('are said once where there are more: counted, with the others as related places and one fix for all', () => {
    const text = doubled(8);
    const findings = found('repeated-mark', text);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.message).toEqual({
      zh: '标点“，”重复（全文共8处）。',
      en: 'The mark ， stands here more than once (8 such places in the text).',
    });
    expect(finding?.fix?.title).toEqual({ zh: '只留一个（共8处）', en: 'Keep one (8 places)' });
    expect(finding?.related?.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      Array.from({ length: 7 }, () => '，，'),
    );
    expect(applyFixes(text, findings, new Set(['safe'])).text).toBe(text.replaceAll('，，', '，'));
  });

  it('lists some of very many', () => {
    const [finding, ...more] = found('repeated-mark', doubled(300));
    expect(more).toEqual([]);
    expect(finding?.message.zh).toContain('全文共300处');
    expect(finding?.related).toHaveLength(20);
    expect(finding?.fix?.edits).toHaveLength(300);
  });

  it('have one cause where a page writes sounds behind characters, whatever sounds', () => {
    const sounds = ['tǒng', 'chǎn', 'qū', 'fā', 'xiàn', 'jiào'];
    const findings = found('word-residue', `整改${sounds.map((one) => `校(${one})`).join('')}园。`);
    expect(findings.map(({ message }) => message.zh)).toEqual([
      '全文有6处注音，如“(tǒng)”，疑为文字处理软件的残留。',
    ]);
    expect(findings[0]?.fix?.edits).toHaveLength(6);
  });

  it('are those of one wording: what is said otherwise is another cause', () => {
    const others = Array.from({ length: 6 }, (_, i) => `${i + 11}.粉刷教室、、走廊。`).join('\n');
    const findings = found('repeated-mark', `${doubled(6)}\n${others}`);
    expect(findings.map(({ message }) => message.zh)).toEqual([
      '标点“，”重复（全文共6处）。',
      '标点“、”重复（全文共6处）。',
    ]);
  });

  it('are of one cause where the rule says so, whatever their words', () => {
    const rows = ['序号', '任务', '单位'].map((cell) => `<tr><td>${cell}</td><td><b>${cell}</b></td></tr>`);
    const findings = found('html-residue', `<table>\n${rows.join('\n')}\n</table>`);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message.zh).toMatch(/^全文有\d+处网页代码。$/u);
    expect(findings[0]?.fix?.title.zh).toBe('清除全部网页代码');
  });

  it('are not counted where they are silenced', () => {
    const lines = doubled(6).split('\n');
    lines.splice(2, 0, '<!-- planlint-disable-next-line repeated-mark -- 原文如此 -->');
    const { active, silenced } = lintAll(
      parse(lines.join('\n')),
      rules.filter(({ id }) => id === 'repeated-mark'),
      defaultSettings,
    );
    expect(active).toHaveLength(5);
    expect(silenced.map(({ finding }) => finding.message.zh)).toEqual(['标点“，”重复。']);
    expect(silenced.some(({ finding }) => 'alike' in finding)).toBe(false);
  });

  it.each([
    ['halfwidth-mark', '建设图书室,添置图书,每周开放.'],
    ['control-character', '建设\u200b图书室。'],
    ['html-residue', '建设<b>图书</b>室。'],
  ])('are not counted by %s where they are silenced', (id, task) => {
    const lines = Array.from({ length: 16 }, (_, i) => `${i + 1}.${task}`);
    const countIn = (text: string) => {
      const { active } = lintAll(
        parse(text),
        rules.filter((rule) => rule.id === id),
        defaultSettings,
      );
      expect(active).toHaveLength(1);
      return Number(/\d+/u.exec(active[0]?.message.zh ?? '')?.[0]);
    };
    const all = countIn(lines.join('\n'));
    lines.splice(0, 0, `<!-- planlint-disable-next-line ${id} -->`);
    expect(countIn(lines.join('\n'))).toBe((all / 16) * 15);
  });
});
