import { describe, expect, it } from 'vitest';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';

/** One mega of UTF-16 units of each, in one paragraph: what once led a pattern or a stack astray. */
const awkward: Readonly<Record<string, string>> = {
  'Han characters': '发展教育事业',
  'digits and hyphens': '1-2',
  'years and hyphens': '2024-2025年',
  'opening quotes': '“',
  'crossing pairs': '“《”》',
  'straight quotes': '"教',
  'half-width marks': '教,育;',
  'repeated marks': '，',
  spaces: ' ',
  'words and spaces': '教 ',
  'HTML entities': '&quot;',
  'broken HTML': '<div <div ',
  bookmarks: '[bookmark: ',
  'control characters': '\u0007',
  'private use': '\uE000\u200B',
  radicals: '⼯',
  placeholders: 'X×',
  'near misses': '随便就读',
  'frames left open': '加大宣传',
  'ends and openers': '开展活动建立机制',
  'quoted terms': '“双减”双减',
  'misspelt words': '竟赛',
};

const SIZE = 1_000_000;
/** Milliseconds that a linear rule is far below and a square one far above, on a busy machine too. */
const LIMIT = 10_000;

describe.each(Object.entries(awkward))('a megabyte of %s', (_name, unit) => {
  const plan = parse(
    `青溪县2024年教育工作要点\n一、重点任务\n1.办好学校。${unit.repeat(SIZE / unit.length)}。`,
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    const start = performance.now();
    lint(plan, [rule], { ...defaultSettings, severities: { [rule.id]: rule.severity } });
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
