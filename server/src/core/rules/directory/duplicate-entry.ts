import type { Rule } from '../../lint/rule.ts';
import { nameKey } from '../../people/directory.ts';
import type { Entry } from '../../people/entry.ts';
import { flatMapped } from '../../text/flat.ts';
import { grouped } from '../../text/grouped.ts';

/** Two entries of a directory with one name: the first is meant, and the other is never found. */
export const duplicateEntry: Rule = {
  id: 'duplicate-entry',
  name: { zh: '名录条目重复', en: 'Duplicate entry' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '名录中每个名称只有一条。',
    en: 'A unit directory has each name once.',
  },
  why: {
    zh: '同名的两条，查名称时只会找到第一条，第二条里的负责人、分管等都用不上。上级不同的同名科室不算。',
    en: 'Of two entries with one name only the first is ever found; what the second says is lost. Offices of one name below different bodies are told apart.',
  },
  examples: [
    {
      bad: '柳湾县教育局责任单位名录\n1. 办公室（负责人：郝一鸣）\n2. 人事科\n3. ⟦办公室⟧（简称：局办）',
      good: '柳湾县教育局责任单位名录\n1. 办公室（负责人：郝一鸣；简称：局办）\n2. 人事科',
    },
  ],
  check(_plan, report, { own }) {
    for (const [first, ...others] of doubledIn(own()?.entries ?? [])) {
      if (!first) continue;
      for (const entry of others) {
        report(
          entry.nameSpan,
          {
            zh: `“${entry.name}”在名录中有${others.length + 1}条，查名称时只用第一条。`,
            en: `“${entry.name}” has ${others.length + 1} entries; only the first is ever found.`,
          },
          {
            related: [
              { span: first.nameSpan, message: { zh: '同名的一条在这里。', en: 'Its double stands here.' } },
            ],
          },
        );
      }
    }
  },
};

/** Entries that nothing tells apart, together. */
function doubledIn(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return flatMapped(
    grouped(entries, ({ name }) => nameKey(name)),
    // An entry that does not say what is above it is the body's own.
    (same) => grouped(same, ({ parents }) => parents.map(({ name }) => nameKey(name)).join(' ')),
  );
}
