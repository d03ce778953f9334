import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDirectory } from '../../server/src/core/features/writing/new-directory.ts';
import type { Finding } from '../../server/src/core/lint/finding.ts';
import { fixAll } from '../../server/src/core/lint/fix.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { defaultSettings } from '../../server/src/core/lint/settings.ts';
import type { Directory } from '../../server/src/core/people/directory.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { rounds } from '../rounds.ts';
import { allKinds } from '../rules/check.ts';
import { expectSound } from '../rules/sound.ts';
import { planLike, someDocuments } from '../rules/texts.ts';
import { variants, withAstral } from '../rules/variants.ts';
import { directory } from './read.ts';

const about =
  /^(?:unknown-(?:unit|leader)|unit-alias|leader-(?:order|scope)|duplicate-entry|ambiguous-alias|circular-parent)$/u;
const ours = rules.filter(({ id }) => about.test(id));

/** A directory of a plan's names that is out of order, misspelt and full of other names. */
function faulty(text: string): Directory {
  const lines = newDirectory([parse(text)]).split('\n');
  const changed = lines.map((line, i) => {
    const name = /^\d+\. ([^（]+)/u.exec(line)?.[1];
    if (!name) return line;
    if (i % 4 === 0) return `1. ${name.slice(0, -1)}某`;
    if (i % 4 === 1) return `1. 新设${name}（简称：${name}；分管：办公室、基教科）`;
    return i % 4 === 2 ? `1. 新设${name}（曾用名：${name}；上级：${name}）` : `1. ${name}（分管：办公室）`;
  });
  return directory(changed.join('\n'));
}

const sample = directory(
  '责任单位名录\n一、局领导\n1. 李四（职务：副局长；分管：人事科）\n2. 张三（职务：副局长；分管：办公事）\n二、科室\n1. 县教育局办公室（简称：办公室）\n2. 办公事\n三、学校\n1. 各中小学（包括：各校）',
);

const texts = someDocuments(12);

describe('rules with a directory', () => {
  const findingsIn = (text: string, served: readonly Directory[]) =>
    lint(parse(text), ours, defaultSettings, served);

  const known = new Map<string, { served: readonly Directory[]; findings: readonly Finding[] }>();
  /** Two tests ask for the same. */
  const lookedAt = (text: string) => {
    const before = known.get(text);
    if (before) return before;
    const served = [faulty(text)];
    const looked = { served, findings: findingsIn(text, served) };
    known.set(text, looked);
    return looked;
  };

  it.each(texts)('are sound, the same twice, and mended as far as can be on %s', (_name, text) => {
    const { served, findings } = lookedAt(text);
    expectSound(text, findings);
    expect(findingsIn(text, served)).toEqual(findings);
    const mended = fixAll(text, (current) => findingsIn(current, served), allKinds);
    expect(mended.findings.filter(({ fix }) => fix)).toEqual([]);
    expectSound(mended.text, mended.findings);
    expectSound(withAstral(text), findingsIn(withAstral(text), served));
    const said = (some: readonly Finding[]) => some.map(({ rule, message }) => `${rule} ${message.zh}`);
    const lf = text.replaceAll('\r\n', '\n');
    const inLf = lf === text ? findings : findingsIn(lf, served);
    expect(said(findingsIn(variants.CRLF!(lf), served))).toEqual(said(inLf));
  });

  it('find something at all', () => {
    const found = texts.flatMap(([, text]) => lookedAt(text).findings.map(({ rule }) => rule));
    expect([...new Set(found)].sort()).toEqual(
      expect.arrayContaining(['leader-scope', 'unit-alias', 'unknown-leader', 'unknown-unit']),
    );
  });

  it('throw on no text, stay within it, and leave nothing to fix', () => {
    fc.assert(
      fc.property(planLike, fc.option(planLike, { nil: undefined }), (text, other) => {
        const served = other === undefined ? [sample] : [directory(other), sample];
        expectSound(text, findingsIn(text, served));
        const { findings } = fixAll(text, (current) => findingsIn(current, served), allKinds);
        expect(findings.filter(({ fix }) => fix)).toEqual([]);
      }),
      rounds(50, 10_000),
    );
  });
});
