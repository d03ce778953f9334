import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, FixKind } from '../../server/src/core/lint/finding.ts';
import { applyFixes, fixAll } from '../../server/src/core/lint/fix.ts';
import { harmless } from '../../server/src/core/lint/harmless.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { nameText } from '../../server/src/core/text/fold.ts';
import { readMarks } from '../../server/src/core/text/marks.ts';
import { rounds, sampled } from '../rounds.ts';
import { documents } from './texts.ts';

const SAFE: ReadonlySet<FixKind> = new Set(['safe']);
const read = (text: string) => lint(parse(text), rules, defaultSettings);
const safeIn = (text: string) => read(text).filter(({ fix }) => fix?.kind === 'safe');

/** What is no wording of the document: rules of these families may take it away. */
const RESIDUE = /^(?:html-residue|word-residue|page-number|control-character|unused-silence)$/u;

/** Letters, digits and Han, in the forms that people mean. */
function wording(text: string): string {
  return nameText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Sentences in which something is wrong that a safe fix mends, and what they may stand in. */
const sentences = [
  ...rules.flatMap(({ examples }) => examples.map(({ bad }) => readMarks(bad).text)),
  '1.抓课堂, 提质量; 促公平，开展“&ldquo;书香校园”活动。',
  '2.开展"书香&quot;活动，落实《关于印发<青溪县方案>的通知》。',
  '3.在 “名师课堂 ”活动中推广一网通查、“一网通办”、一网通答。',
  '4.推进⼯作，戶与⼾、靑与⾭。（责任单位:教务处 ，完成时限：2026年 6月）',
  '5.实施《青溪县行动计划（2024-2026年）》和《青溪县行动计划（2024—2026年）》。',
  '6.落实“双减”，，办好--学校。。',
  '7.甲事。\n乙类\n7.丙事。\n8.丁事。',
];

/** What plans are made of, with entities, pairs and line ends among it. */
const pieces = [
  ...['\n', '\r\n', ' ', '　', '𠮷', '&ldquo;', '&quot;', '&nbsp;', '<br>', '“', '”', '"', '《', '》'],
  ...[
    ', ',
    '; ',
    ': ',
    '，',
    '。',
    '、',
    '--',
    '——',
    '-',
    '2024',
    '2026年',
    '（',
    '）',
    '(',
    ')',
    '[2024]1号',
  ],
  ...['1.', '2．', '一、', '（一）', '责任单位：', '教务处', '安 平', '开展活动', '提升质量', '⼯作'],
];

const texts: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...sentences), fc.constantFrom(...pieces), fc.constantFrom(...pieces)), {
    minLength: 2,
    maxLength: 14,
  })
  .map((parts) => `青溪县2026年工作要点\n一、重点任务\n${parts.join('')}`);

describe('a safe fix', () => {
  it.each(sentences)('keeps letters, digits and Han as they are in %j', (text) => {
    expect(safeIn(text).flatMap((finding) => lossIn(text, finding))).toEqual([]);
  });

  it('keeps them in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(safeIn(text).flatMap((finding) => lossIn(text, finding))).toEqual([]);
      }),
      rounds(60, 5000),
    );
  });

  it.each(sentences)('makes nothing that another rule reports in %j', (text) => {
    const before = read(text);
    for (const finding of before.filter(({ fix }) => fix?.kind === 'safe')) {
      const { text: mended } = applyFixes(text, [finding], SAFE);
      expect(newIn(before, read(mended), finding), finding.message.zh).toEqual([]);
    }
  });

  it('is undone by none, and leaves the model as it was', () => {
    fc.assert(
      fc.property(texts, (text) => expectSettled(text)),
      rounds(60, 5000),
    );
  });

  it.each(sampled(documents(), 20))(
    'is undone by none, and leaves the model as it was, on %s',
    (_name, text) => expectSettled(text),
  );
});

describe('an edit', () => {
  const fix = (start: number, end: number, newText: string) => ({
    title: { zh: '改', en: 'Change' },
    kind: 'safe' as const,
    edits: [{ span: { start, end }, newText }],
  });

  it.each([
    ['in an entity', '甲&ldquo;乙', 1, 2],
    ['at the end inside an entity', '甲&#8220;乙', 0, 4],
    ['within a surrogate pair', '甲𠮷乙', 2, 3],
    ['between CR and LF', '甲\r\n乙', 2, 2],
  ])('%s is no fix', (_name, text, start, end) => {
    expect(harmless(text, fix(start, end, '丙'))).toBeUndefined();
  });

  it('that changes nothing is none', () => {
    expect(harmless('甲乙', fix(0, 1, '甲'))).toBeUndefined();
    expect(harmless('甲乙', fix(0, 1, '丙'))?.edits).toHaveLength(1);
    expect(harmless('甲&ldquo;乙', fix(1, 8, '“'))?.edits).toHaveLength(1);
  });
});

/** What the fix of `finding` does to the wording of `text`; residue may go, and nothing else. */
function lossIn(text: string, finding: Finding): string[] {
  const after = wording(applyFixes(text, [finding], SAFE).text);
  const before = wording(text);
  const kept = RESIDUE.test(finding.rule) ? isWithin(after, before) : after === before;
  return kept ? [] : [`${finding.rule}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`];
}

/** Whether the characters of `part` stand in `whole` in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length; i += 1) if (whole[i] === part[at]) at += 1;
  return at === part.length;
}

/** What other rules report behind a fix and did not report before it. */
function newIn(before: readonly Finding[], after: readonly Finding[], { rule }: Finding): string[] {
  const counts = new Map<string, number>();
  for (const one of before) counts.set(one.rule, (counts.get(one.rule) ?? 0) + 1);
  for (const one of after) counts.set(one.rule, (counts.get(one.rule) ?? 0) - 1);
  // What residue hid is there to be read, and may lack something.
  const shown = (id: string) => RESIDUE.test(rule) && id.startsWith('missing-');
  return [...counts].flatMap(([id, left]) => (left < 0 && id !== rule && !shown(id) ? [id] : []));
}

function expectSettled(text: string): void {
  const seen = new Set([text]);
  let current = text;
  for (let round = 0; round < 12; round += 1) {
    const { text: next, applied } = applyFixes(current, read(current), SAFE);
    if (applied === 0) break;
    expect(seen.has(next), `comes back: ${JSON.stringify(next.slice(0, 200))}`).toBe(false);
    seen.add(next);
    current = next;
  }
  expect(fixAll(current, read, SAFE).applied).toBe(0);
  // What residue hid comes to light when it goes; nothing else may change what is read.
  const residue = (some: string) => read(some).filter(({ rule }) => RESIDUE.test(rule));
  const { text: cleared } = fixAll(text, residue, SAFE);
  expect(modelOf(parse(current))).toEqual(modelOf(parse(cleared)));
}

/** Numbers, titles as they begin (where a quote is closed, its sentence ends), owners and days. */
function modelOf({ tasks, sections }: Plan): readonly unknown[] {
  return [
    ...sections.map(({ number, title, role }) => [number, wording(title).slice(0, 12), role]),
    ...tasks.map(({ number, title, leads, units, support, deadline }) => [
      number,
      wording(title).slice(0, 12),
      [leads, units, support].map((parties) => parties.map(({ name, kind }) => [wording(name), kind])),
      [deadline?.start, deadline?.end],
    ]),
  ];
}
