import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { foldings } from '../../server/src/core/features/reading/folding.ts';
import { outline } from '../../server/src/core/features/reading/outline.ts';
import { findingsMovedFrom } from '../../server/src/core/lint/again.ts';
import { lint, lintAll } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { WatchedBlock } from '../../server/src/core/plan/block.ts';
import type { Plan } from '../../server/src/core/plan/plan.ts';
import { Memory } from '../../server/src/core/read/memory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { reread } from '../../server/src/core/read/reread.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { type Change, withChange } from '../../server/src/core/text/change.ts';
import { plain } from '../plain.ts';
import { rounds, soaking } from '../rounds.ts';
import { documents, someDocuments } from '../rules/texts.ts';

/** Our own plans are short, and stand together in one text. */
const own = documents().filter(([name]) => name.startsWith('plans/'));
const texts = [
  own.map(([, text]) => text.trim()).join('\n\n'),
  ...someDocuments(12).flatMap(([, text]) => (isInLines(text) ? text.replace(/^\uFEFF/u, '') : [])),
];

/** Whether a text is long enough to be moved, and most of its paragraphs are lines. */
function isInLines(text: string): boolean {
  const { blocks, lineStarts } = parse(text, {}, new Memory(0, { watches: true }));
  return (
    lineStarts.length > 70 && blocks.filter((one) => one instanceof WatchedBlock).length * 2 > blocks.length
  );
}

/** What is typed, and what stands in the text a moment later. */
const typed = fc.constantFrom(
  ...['好', '的', '市教育局', '学生', '和', '一是', '牵头', '责任单位：', '2026年', '6月底前', '1', 'a', ' '],
  ...['，', '、', '。', '；', '：', '（', '）', '“', '”', '《', '》', '*', '&', '•', '|', '—', ''],
);
/** Doubles as they are drawn are nearly all next to nothing. */
const share = fc.nat(9999).map((one) => one / 10_000);
const edit = fc.record({
  line: share,
  at: share,
  atEnd: fc.boolean(),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) }),
  words: typed,
});

function changeOf({ text, lineStarts }: Plan, drawn: ReturnType<typeof draw>): Change {
  const { line, at, atEnd, length, words } = drawn;
  const i = Math.floor(line * lineStarts.length);
  const [start, next] = [lineStarts[i] ?? 0, lineStarts[i + 1] ?? text.length];
  const end = start + text.slice(start, next).trimEnd().length;
  // Where most is written.
  if (atEnd) return { start: Math.max(start, end - length), end, words };
  const offset = start + Math.floor((next - start) * at);
  return { start: offset, end: Math.min(text.length, offset + length), words };
}
const draw = () => fc.sample(edit, 1)[0]!;

/** All that is told of a plan. */
function told(plan: Plan): unknown {
  return {
    plan: plain(plan),
    findings: lintAll(plan, rules, defaultSettings),
    outline: outline(plan),
    foldings: foldings(plan),
  };
}

let [edits, plans, findings] = [0, 0, 0];

afterAll(() => {
  if (soaking)
    console.log(`${edits} edits: ${plans} plans and the findings of ${findings} were moved, not made`);
});

describe('a text that is edited', () => {
  it('is told of as if it were read for the first time, whatever is moved', { timeout: 1_000_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 12, maxLength: 24 }),
        // Findings that nobody looks at are moved over several changes at once.
        fc.constantFrom(1, 1, 3),
        (text, all, every) => {
          const memory = new Memory(200_000, { watches: true });
          let plan = parse(text, {}, memory);
          lint(plan, rules, defaultSettings);
          for (const [i, one] of all.entries()) {
            const change = changeOf(plan, one);
            const next = withChange(plan.text, change);
            const moved = reread(plan, change, memory);
            plan = moved ?? parse(next, {}, memory);
            edits += 1;
            plans += Number(moved !== undefined);
            findings += Number(findingsMovedFrom(lintAll(plan, rules, defaultSettings).said) !== undefined);
            if (moved && i % every === 0) expect(told(moved)).toEqual(told(parse(next)));
          }
        },
      ),
      { ...rounds(8, 1500), ...(soaking && { interruptAfterTimeLimit: 900_000 }) },
    );
    expect(plans * 20).toBeGreaterThan(edits);
  });

  const lines = [
    '青溪县2026年教育工作要点',
    '一、办好家门口的学校',
    ...Array.from({ length: 40 }, (_, i) => [
      `${i + 1}.改造老旧校舍第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}处。更换门窗和照明，暑假完工并验收，确保安全。（责任单位：校产科；完成时限：8月底前）`,
      '全县统一安排，逐校落实，每月调度一次，进度偏慢的学校由专人上门督促，困难现场解决，年底逐校核对并形成清单，随后定期通报。',
    ]).flat(),
  ];
  const text = lines.join('\n');

  /** The plan after words take the place of others, if it need not be read for that. */
  function typing(from: string, to: string): { readonly moved: Plan | undefined; readonly before: Plan } {
    const memory = new Memory(200_000, { watches: true });
    const before = parse(text, {}, memory);
    lint(before, rules, defaultSettings);
    const start = text.indexOf(from);
    return { before, moved: reread(before, { start, end: start + from.length, words: to }, memory) };
  }

  it.each([
    ['a word in a sentence', '更换门窗', '全部更换门窗'],
    ['a word in a title', '改造老旧校舍', '改造老旧危旧校舍'],
    ['the end of a sentence before a bracket', '确保安全。（', '确保安全可靠。（'],
    ['a word that goes', '定期通报', '通报'],
    ['words behind a paragraph', '定期通报。', '定期通报。每月调度'],
    ['the end of a paragraph that goes', '定期通报。', '定期'],
  ])('is not read for %s', (_, from, to) => {
    const { moved, before } = typing(from, to);
    expect(moved?.tasks).toHaveLength(before.tasks.length);
    expect(moved?.tasks[5]?.span.start).toBe((before.tasks[5]?.span.start ?? 0) + to.length - from.length);
    expect(moved && told(moved)).toEqual(told(parse(text.replace(from, to))));
  });

  it('cites the title anew that a word was put into', () => {
    expect(typing('改造老旧校舍', '改造老旧危旧校舍').moved?.tasks[0]?.title).toBe('改造老旧危旧校舍第甲处');
  });

  it.each([
    ['a number', '1.改造', '21.改造'],
    ['a name', '校产科；', '校产科办；'],
    ['a label', '责任单位：', '配合单位：'],
    ['a day', '8月底前', '9月底前'],
    ['a line end', '更换门窗', '更换\n门窗'],
    ['the name of a section', '一、办好家门口的学校', '一、保障措施'],
    ['a bracket that opens', '暑假完工', '（暑假完工'],
  ])('is read for %s', (_, from, to) => {
    expect(typing(from, to).moved).toBeUndefined();
  });

  it('keeps no plan, no findings and no words of long ago alive', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const memory = new Memory(20_000, { watches: true });
    // A day that cannot be, so that there is a finding to move.
    let plan = parse(text.replace('8月底前', '6月31日前'), {}, memory);
    let found = lint(plan, rules, defaultSettings);
    const made: WeakRef<object>[] = [];
    const start = text.indexOf('换门窗');
    let moves = 0;
    for (let i = 0; i < 200; i += 1) {
      // A word comes, and goes again.
      const change = i % 2 === 0 ? { start, end: start, words: '好' } : { start, end: start + 1, words: '' };
      const moved = reread(plan, change, memory);
      moves += Number(moved !== undefined);
      plan = moved ?? parse(withChange(plan.text, change), {}, memory);
      found = lint(plan, rules, defaultSettings);
      made.push(new WeakRef(plan), new WeakRef(found));
      if (i % 20 !== 19) continue;
      // What a reference was asked for lives until the task is over (ECMA-262, 9.10).
      await new Promise((resolve) => setTimeout(resolve));
      collect();
      // A few are kept for what was asked between two changes.
      expect(made.filter((one) => one.deref() !== undefined).length).toBeLessThan(25);
    }
    expect(moves).toBeGreaterThan(150);
    // These are still there.
    expect(plan.tasks).toHaveLength(40);
    expect(found).toHaveLength(1);
  });

  it.each([
    ['a character that nobody sees', '更换门窗', '更换\u200B门窗', 'control-character'],
    ['an entity', '更换门窗', '更换&nbsp;门窗', 'html-residue'],
    ['a character that looks like another', '更换门窗', '更换\u2F2F门窗', 'lookalike-character'],
  ])('finds what comes with %s into a text that had none', (_, from, to, rule) => {
    const { moved } = typing(from, to);
    expect(moved).toBeDefined();
    expect(moved && lint(moved, rules, defaultSettings).map((one) => one.rule)).toContain(rule);
  });
});
