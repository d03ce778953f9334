import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse as parseJson } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { parse } from '../../server/src/core/read/read.ts';
import { nextNumber } from '../../server/src/core/refactor/next-number.ts';
import { planOf, someDocuments } from '../rules/texts.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

interface Configuration {
  readonly brackets: readonly (readonly [string, string])[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly wordPattern: string;
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText: string };
  }[];
}
const language: Configuration = parseJson(read('language-configuration.json'));
const defaults: Readonly<Record<string, unknown>> = pkg.contributes.configurationDefaults['[workplan]'];

/** What VS Code puts at the head of the next line: the first rule whose patterns fit decides. */
function onEnter(before: string, after = ''): string {
  const rule = language.onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  return rule?.action.appendText ?? '';
}

describe('Enter after a finished item begins the next one', () => {
  it.each([
    ['一、建好图书馆。年内开放。', '二、'],
    ['十九、办好食堂（责任单位：后勤科）', '二十、'],
    ['（三）抓好安全。', '（四）'],
    ['（十）抓好安全；', '（十一）'],
    ['1.更换门窗。', '2.'],
    ['9. 更换门窗。（责任科室：校产科）', '10. '],
    ['39.更换门窗。', '40.'],
    ['（1）摸清底数；', '（2）'],
    ['一是摸清底数；', '二是'],
    ['　　各校要高度重视。', '　　'],
  ])('%s', (before, next) => {
    expect(onEnter(before)).toBe(next);
    // The language server, which knows the whole text, may be silent but says nothing else.
    const text = `2026年工作要点\n${before}\n`;
    expect([undefined, next]).toContain(nextNumber(parse(text), text.length));
  });

  it.each([
    ['', ''],
    ['一、总体要求', ''],
    ['（一）主要目标', ''],
    ['1.更换门窗', ''],
    ['1.5倍以上。', ''],
    ['2026年要办好学校。', ''],
    ['一是一', ''],
    ['1.更换门窗。', '还有门锁。'],
    ['一、', ''],
  ])('not after %s before %s', (before, after) => {
    expect(onEnter(before, after)).toBe('');
  });
});

describe('words are names', () => {
  const words = (text: string) => text.match(new RegExp(language.wordPattern, 'g')) ?? [];
  const separators = String(defaults['editor.wordSeparators']);

  it('ends them at every mark of a list', () => {
    expect(words('（牵头领导：陈 晓、买买提·艾力；责任科室：办公室，党建科/工会）')).toEqual([
      ...['牵头领导', '陈', '晓', '买买提·艾力', '责任科室', '办公室', '党建科', '工会'],
    ]);
  });

  it('selects with a double click what counts as a word', () => {
    for (const mark of '、，；：（）〔〕【】《》“”。！？') {
      expect(separators, mark).toContain(mark);
      expect(words(`甲${mark}乙`), mark).toEqual(['甲', '乙']);
    }
    expect(separators).not.toContain('·');
  });

  it.each(someDocuments().map(([name, text]) => ({ name, plan: planOf(text) })))(
    'takes the parties of $name for words',
    ({ plan }) => {
      const spans = plan.fields.flatMap((field) => field.parties.map(({ span }) => span));
      const names = spans.map(({ start, end }) => plan.text.slice(start, end));
      // A name may hold spaces (安 平), a bracket (各县（市）政府) or a quoted part (《石桥教育》社); all others are one word each.
      const single = names.filter((name) => !/[\s、，（）()〔〕“”《》]/u.test(name));
      expect(single.filter((name) => words(name).length !== 1)).toEqual([]);
    },
  );
});

it('draws no boxes around the spaces of the genre, and around those of pages', () => {
  const allowed = Object.keys(Object(defaults['editor.unicodeHighlight.allowedCharacters']));
  expect(allowed).toEqual(expect.arrayContaining(['\u00A0', '\u3000']));
});

describe('pairs', () => {
  it('closes and surrounds with the pairs it matches', () => {
    const matched = language.brackets.map(([open, close]) => open + close);
    const closed = language.autoClosingPairs.map(({ open, close }) => open + close.trim());
    const surrounding = language.surroundingPairs.map(([open, close]) => open + close);
    expect(matched).toEqual(expect.arrayContaining(['（）', '〔〕', '【】', '《》', '〈〉', '“”', '‘’']));
    expect(closed).toEqual(expect.arrayContaining(matched));
    expect(surrounding).toEqual(expect.arrayContaining(matched));
  });

  it('folds between region marks', () => {
    expect('<!-- #region 附件 -->').toMatch(new RegExp(language.folding.markers.start));
    expect('<!-- #endregion -->').toMatch(new RegExp(language.folding.markers.end));
  });
});

describe('snippets', () => {
  interface Snippet {
    readonly prefix: readonly string[];
    readonly body: readonly string[];
    readonly description: string;
  }
  const snippets: Readonly<Record<string, Snippet>> = JSON.parse(read('client/snippets/workplan.json'));
  const plain = (body: readonly string[]) =>
    body
      .join('\n')
      .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/gu, '$1')
      .replace(/\$\{\d+:([^}]*)\}/gu, '$1')
      .replace(/\$CURRENT_YEAR/gu, '2026')
      .replace(/\$\{?\d+\}?/gu, '');

  it.each(Object.entries(snippets))(
    '%s has a Chinese and an English prefix and description',
    (_, snippet) => {
      expect(snippet.prefix.some((prefix) => /\p{Script=Han}/u.test(prefix))).toBe(true);
      expect(snippet.prefix.some((prefix) => /^[a-z]+$/u.test(prefix))).toBe(true);
      expect(snippet.description).toMatch(/\p{Script=Han}.* \/ [A-Z]/u);
    },
  );

  it('has no prefix twice', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    expect(prefixes.filter((prefix, i) => prefixes.indexOf(prefix) !== i)).toEqual([]);
  });

  it.each([
    ['计划 Plan', { kind: 'plan', sections: 3, tasks: 2 }],
    ['名录 Directory', { kind: 'directory', sections: 3, tasks: 5 }],
  ])('%s is one that the parser reads', (name, expected) => {
    const plan = parse(plain(snippets[name]!.body));
    expect({ kind: plan.kind, sections: plan.sections.length, tasks: plan.tasks.length }).toEqual(expected);
    expect(plan.title?.text).toMatch(/工作要点|名录/u);
  });
});

it('has every file that the manifest names', () => {
  const paths = JSON.stringify(pkg.contributes).match(/"(?:\.\/)?(?:client|syntaxes)\/[^"]+"/gu) ?? [];
  const named = [...paths.map((path) => JSON.parse(path)), pkg.icon, './language-configuration.json'];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
});
