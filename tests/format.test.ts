import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../server/src/core/read/read.ts';
import { nameText } from '../server/src/core/text/fold.ts';
import { examplesIn, readingOf } from './read/examples.ts';

const path = 'syntaxes/format.md';
const examples = examplesIn(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

describe(path, () => {
  it('has its examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(240);
  });

  it('has no example twice', () => {
    const texts = examples.map(({ text }) => text);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it.each(examples.map((example) => [nameOf(example), example] as const))('%s', (_name, example) => {
    expect(readingOf(example)).toBe(example.tree);
  });

  it.each(examples.map((example) => [nameOf(example), example] as const))(
    'has every word of %s where the text has it',
    (_name, { text, path }) => {
      const plan = parse(text, { path });
      const { title, date, recipients, documentNumber, issuers, tasks } = plan;
      const words = [title, date, recipients, documentNumber, ...issuers].flatMap((found) => found ?? []);
      const parties = tasks.flatMap(({ leads, units, support }) => [...leads, ...units, ...support]);
      const deadlines = tasks.flatMap((task) => [task.deadline ?? [], task.proseDeadlines].flat());
      const named = parties.map(({ name, span }) => ({ text: name, span }));
      for (const { text: read, span } of [...words, ...named, ...deadlines])
        expect(squeezed(text.slice(span.start, span.end))).toBe(squeezed(read));
    },
  );
});

describe('a document of examples', () => {
  it('gives each its headings, its line, and the name of its text', () => {
    const document =
      '# 甲\n## 乙\n```plan a.plan\n序号⇥任务\n---\n· 晨读\n```\n## 丙\n```json\n{}\n```\n```plan\n1.晨读。\n---\n1 晨读\n```\n';
    expect(examplesIn(document)).toEqual([
      { headings: ['甲', '乙'], line: 3, path: 'a.plan', text: '序号\t任务', tree: '· 晨读' },
      { headings: ['甲', '丙'], line: 12, path: '', text: '1.晨读。', tree: '1 晨读' },
    ]);
  });

  it.each([
    ['no rule', '```plan\n1.晨读。\n```\n', 'line 1: this example has no line ---'],
    ['no text', '\n```plan\n---\n1 晨读\n```\n', 'line 2: this example has no text'],
    ['no end', '```plan\n1.晨读。\n---\n1 晨读\n', 'line 1: this fence is never closed'],
  ])('fails where an example has %s', (_what, document, message) => {
    expect(() => examplesIn(document)).toThrow(message);
  });

  it('compares the frame only where a tree has it', () => {
    const read = (tree: string) =>
      readingOf({ headings: [], line: 1, path: '', text: '云溪县2026年工作要点\n1.晨读。', tree });
    expect(read('1 午读')).toBe('1 晨读');
    expect(read('year: 2025\ndate: 2026-01-01\n1 午读')).toBe('year: 2026\ndate: none\n1 晨读');
  });
});

/** Without spaces, entities for them and page numbers between lines, look-alike characters replaced. */
function squeezed(text: string): string {
  return nameText(text.replaceAll('&nbsp;', '').replace(PAGE_NUMBER, ''));
}

/** `\n— 5 —\n` */
const PAGE_NUMBER = /\n[^\p{L}\n]*\d[^\p{L}\n]*\n/gu;

function nameOf({ headings, line }: (typeof examples)[number]): string {
  return `${headings.slice(1).join(' › ')}, line ${line}`;
}
