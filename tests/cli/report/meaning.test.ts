import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../server/src/cli/check/checked.ts';
import { excerptOf } from '../../../server/src/cli/place.ts';
import { github } from '../../../server/src/cli/report/github.ts';
import { gitlab } from '../../../server/src/cli/report/gitlab.ts';
import { reporters } from '../../../server/src/cli/report/index.ts';
import { bytesBefore, rdjson } from '../../../server/src/cli/report/rdjson.ts';
import { sarif, uriOf } from '../../../server/src/cli/report/sarif.ts';
import { junit } from '../../../server/src/cli/report/xml.ts';
import type { Finding, FixKind } from '../../../server/src/core/lint/finding.ts';
import { applyFixes } from '../../../server/src/core/lint/fix.ts';
import { rules } from '../../../server/src/core/rules/index.ts';
import { lineStartsOf } from '../../../server/src/core/text/text.ts';
import { rounds } from '../../rounds.ts';
import { expectLinear } from '../../rules/growth.ts';
import { checkedOf, fileOf, findingAt, viewOf, written } from './checked.ts';

const said = { zh: '改', en: 'Change' };

/** A finding whose fix changes what is marked. */
function fixable(marked: string, newText: string, kind: FixKind = 'safe'): CheckedFile {
  const file = fileOf(marked);
  const findings = file.findings.map((finding) => ({
    ...finding,
    fix: { title: said, kind, edits: [{ span: finding.span, newText }] },
  }));
  return { ...file, findings };
}

function results(file: CheckedFile) {
  return JSON.parse(written(sarif, checkedOf(file), viewOf())).runs[0].results;
}

describe('SARIF', () => {
  it('describes every rule, and points at it', () => {
    const { runs } = JSON.parse(
      written(sarif, checkedOf(fileOf('⟦一⟧', { rule: 'missing-deadline' })), viewOf()),
    );
    const { rules: described } = runs[0].tool.driver;
    expect(described.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    expect(described[runs[0].results[0].ruleIndex].id).toBe('missing-deadline');
    expect(described[0].help.markdown).toMatch(/```text\n/u);
  });

  it('lists what is silenced, with its reason, among the others', () => {
    const file = fileOf('1. 建园。\n2. ⟦建校⟧。');
    const silenced = [{ finding: findingAt({ start: 3, end: 5 }), silence: { reason: '另有文件' } }];
    const [first, second] = results({ ...file, silenced });
    expect(first.suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: '另有文件' }]);
    expect(second.suppressions).toEqual([]);
    expect(second.locations[0].physicalLocation.region).toEqual({
      ...{ startLine: 2, startColumn: 4, endLine: 2, endColumn: 6 },
    });
  });

  it('lists what the baseline knows as suppressed elsewhere', () => {
    const known = [findingAt({ start: 3, end: 5 })];
    const [first, second] = results({ ...fileOf('1. 建园。\n2. ⟦建校⟧。'), known });
    expect(first.suppressions).toEqual([{ kind: 'external', status: 'accepted' }]);
    expect(second.suppressions).toEqual([]);
  });

  it('states fixes and other places', () => {
    const file = fixable('1. 建园⟦,⟧\r\n', '，');
    const [finding] = file.findings;
    const related = [{ span: { start: 0, end: 1 }, message: said }];
    const [result] = results({ ...file, findings: [{ ...finding!, related }] });
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 7 },
        insertedContent: { text: '，' },
      },
    ]);
    expect(result.relatedLocations[0]).toMatchObject({ id: 0, message: { text: 'Change' } });
  });

  it.each([
    ['计划/二 #1.plan', '%E8%AE%A1%E5%88%92/%E4%BA%8C%20%231.plan'],
    ['a\\b.plan', 'a%5Cb.plan'],
    ['/tmp/a.plan', 'file:///tmp/a.plan'],
    ['C:/计划/a.plan', 'file:///C:/%E8%AE%A1%E5%88%92/a.plan'],
    ['../a.plan', '../a.plan'],
  ])('writes %j as an address', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
  });
});

describe('fingerprints', () => {
  const fingerprints = (marked: string): string[] =>
    JSON.parse(written(gitlab, checkedOf(fileOf(marked)), viewOf())).map(
      ({ fingerprint }: { fingerprint: string }) => fingerprint,
    );

  it('stay when text moves and is renumbered', () => {
    const [before] = fingerprints('一、任务\n1. ⟦建园⟧。');
    const [after] = fingerprints('一、总体要求\n二、任务\n\n2．⟦建园⟧。');
    expect(after).toBe(before);
  });

  it('change with the sentence', () => {
    expect(fingerprints('1. ⟦建园⟧。')).not.toEqual(fingerprints('1. ⟦建校⟧。'));
  });

  it('are different where sentences are the same', () => {
    const all = fingerprints('1. ⟦建园⟧。\n2. ⟦建园⟧。\n3. ⟦建园⟧。');
    expect(new Set(all).size).toBe(3);
  });
});

describe('rdjson', () => {
  const diagnostics = (file: CheckedFile) =>
    JSON.parse(written(rdjson, checkedOf(file), viewOf())).diagnostics;

  it('counts columns in bytes of UTF-8', () => {
    const [one] = diagnostics(fileOf('一、\n中é😀⟦文⟧a'));
    expect(one.location.range).toEqual({ start: { line: 2, column: 10 }, end: { line: 2, column: 13 } });
  });

  it('counts bytes as the encoder does, wherever it starts', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '中', '😀', '\u{D83D}', '\u{DE00}', '\n'),
      maxLength: 1500,
    });
    fc.assert(
      fc.property(text, fc.nat(1500), (whole, at) => {
        const offset = Math.min(at, whole.length);
        const isInside =
          /[\uD800-\uDBFF]$/.test(whole.slice(0, offset)) && /^[\uDC00-\uDFFF]/.test(whole.slice(offset));
        fc.pre(!isInside);
        expect(bytesBefore(whole)(offset)).toBe(new TextEncoder().encode(whole.slice(0, offset)).length);
      }),
      rounds(100, 5000),
    );
  });

  it('suggests what the fix would write, all edits as one', () => {
    const file = fileOf('甲⟦,⟧乙;丙');
    const [finding] = file.findings;
    const edits = [
      { span: { start: 3, end: 4 }, newText: '；' },
      { span: { start: 1, end: 2 }, newText: '，' },
    ];
    const fixed: Finding = { ...finding!, fix: { title: said, kind: 'safe', edits } };
    const [{ suggestions }] = diagnostics({ ...file, findings: [fixed] });
    expect(suggestions).toEqual([
      { range: { start: { line: 1, column: 4 }, end: { line: 1, column: 9 } }, text: '，乙；' },
    ]);
    const { text } = applyFixes(file.plan.text, [fixed], new Set(['safe']));
    expect(text).toBe(`甲${suggestions[0].text}丙`);
  });

  it('suggests no stub, and nothing that is too long to look at', () => {
    expect(diagnostics(fixable('1. 建园⟦⟧', '（责任单位：）', 'stub'))[0]).not.toHaveProperty('suggestions');
    expect(diagnostics(fixable(`⟦${'长'.repeat(5000)}⟧`, '短'))[0]).not.toHaveProperty('suggestions');
  });
});

describe('GitHub', () => {
  const summary = (file: CheckedFile) => written(github.addition!, checkedOf(file), viewOf());

  it.each([
    ['⟦建园⟧\n', 'line=1,endLine=1,col=1,endColumn=3'],
    ['⟦建园\n建校⟧\n', 'line=1,endLine=2,title'],
    ['⟦建园\n⟧建校\n', 'line=1,endLine=1,title'],
  ])('marks %j at %s', (marked, place) => {
    expect(written(github, checkedOf(fileOf(marked)), viewOf())).toContain(place);
  });

  it('sums up within the megabyte that GitHub takes', () => {
    const text = summary(
      fileOf(`${'⟦建⟧'.repeat(3000)}`, { message: { zh: '错'.repeat(900), en: '错|'.repeat(900) } }),
    );
    expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024);
    expect(text).toContain('2500 more are not listed.');
  });

  it('lets no text be Markdown, nor leave its cell', () => {
    const rows = summary(fileOf('a|b⟦`<img src=x>`⟧\n', { message: { zh: 'x', en: '**x** | [y](z)\n# q' } }));
    const row = rows.split('\n').find((line) => line.startsWith('| warning'));
    expect(row?.split('|')).toHaveLength(6);
    expect(row?.replace(/<\/?(?:br|sub|b)>/gu, '')).not.toMatch(/[<>*[\]`#](?!\d+;)/u);
  });
});

it('JUnit counts what it lists', () => {
  const file = fileOf('⟦一⟧⟦二⟧⟦三⟧');
  const findings = file.findings.map((finding, i) => ({
    ...finding,
    severity: (['error', 'warning', 'info'] as const)[i]!,
  }));
  const silenced = [{ finding: findingAt({ start: 0, end: 1 }), silence: { reason: '另有文件' } }];
  const report = written(
    junit,
    checkedOf({ ...file, findings, silenced }, fileOf('', {}, 'b.plan')),
    viewOf(),
  );
  expect(report).toContain('<testsuites name="planlint" tests="5" failures="2" errors="0" time="0">');
  expect(report).toContain(
    '<testsuite name="a.plan" tests="4" failures="2" errors="0" skipped="1" time="0">',
  );
  expect(report.match(/<testcase /gu)).toHaveLength(5);
  expect(report.match(/<failure /gu)).toHaveLength(2);
  expect(report).toContain('<skipped message="另有文件"/>');
});

describe('excerpts', () => {
  it('stay in their line, are cut, and split no pair', () => {
    const text = `上一行\n${'😀'.repeat(50)}目标${'😀'.repeat(50)}\r\n下一行`;
    const start = text.indexOf('目标');
    const { before, marked, after } = excerptOf(
      { text, lineStarts: lineStartsOf(text) },
      { start, end: start + 2 },
      11,
    );
    expect(marked).toBe('目标');
    expect(before).toMatch(/^…(?:😀){5,6}$/u);
    expect(after).toMatch(/^(?:😀){5,6}…$/u);
  });
});

describe('time', () => {
  it.each(reporters.map((reporter) => [reporter.format, reporter] as const))(
    '%s grows with its findings',
    (_, reporter) => {
      expectLinear(200, (n) => {
        // Many lines, and one long line, as exports have them.
        const lines = fixable('1. ⟦建园⟧，在城东新建公办园两所。\n'.repeat(n), '建校');
        const line = fixable('⟦建园⟧，在城东新建公办园两所，'.repeat(n), '建校');
        const checked = checkedOf(lines, { ...line, path: 'b.plan' });
        return () => written(reporter, checked, viewOf());
      });
    },
  );
});
