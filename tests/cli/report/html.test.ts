import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../server/src/cli/check/checked.ts';
import { htmlPage } from '../../../server/src/cli/report/html.ts';
import { wordsOf } from '../../../server/src/cli/words.ts';
import { anyText } from '../../any-text.ts';
import { rounds } from '../../rounds.ts';
import { inProcess } from '../host.ts';
import { lacking, sound } from '../plans.ts';
import { checkedOf, fileOf, findingAt, viewOf, written } from './checked.ts';

const page = (...files: readonly CheckedFile[]) => written(htmlPage, checkedOf(...files), viewOf());

/** The body without what a page may hold: tags that stand in the template. What is left is text. */
const TAG = /<\/?(?<name>[a-z][a-z0-9]*)(?: [a-z-]+(?:="[^"<>]*")?)*>/gu;
const VOID = ['input', 'meta'];

/** The body of a page; its style is not HTML. */
function bodyOf(report: string): string {
  return report.slice(report.indexOf('<body>'));
}

describe('the page', () => {
  it('groups findings by file, and marks them in their sentences', async () => {
    const { stdout } = await inProcess({
      args: ['.', '--format', 'html'],
      files: { 'a.plan': lacking, 'b.plan': sound },
    });
    expect(stdout).toContain('<h1>工作计划检查报告</h1>');
    expect(stdout).toMatch(/<section class="file" id="file-1">\n<h2><span>a\.plan<\/span>/u);
    expect(stdout).toMatch(/<mark>2\. 培训园长<\/mark>。组织全区园长/u);
    expect(stdout).toMatch(/<h2>没有发现问题的文件<\/h2><ul><li>b\.plan<\/li>/u);
    // Two findings at one place are told under one quotation.
    expect(stdout.match(/<article/gu)).toHaveLength(1);
    expect(stdout.match(/href="#rule-/gu)?.length).toBeGreaterThan(1);
  });

  it('speaks English, too', async () => {
    const { stdout } = await inProcess({
      args: ['a.plan', '--format', 'html', '--locale', 'en'],
      files: { 'a.plan': lacking },
    });
    expect(stdout).toContain('<html lang="en">');
    expect(stdout).toContain('<blockquote lang="zh-CN">');
    expect(stdout).toContain('<h2>About these rules</h2>');
  });

  it('leads every link to a place in itself, and loads nothing', async () => {
    const { stdout } = await inProcess({
      args: ['.', '--format', 'html', '--severity', 'hint'],
      files: { 'a.plan': lacking, 'b.plan': lacking },
    });
    const links = [...stdout.matchAll(/href="(?<target>[^"]*)"/gu)].map(({ groups }) => groups?.target ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(stdout).toContain(`id="${link.slice(1)}"`);
    expect(stdout).not.toMatch(/https?:|src=|url\(|@import|<script|<link/u);
    expect(stdout).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('counts each severity, and lets it be switched off', () => {
    const report = page(fileOf('⟦一⟧⟦二⟧', { severity: 'error' }), fileOf('⟦三⟧', { severity: 'hint' }));
    expect(report).toMatch(/id="show-error" checked><b>2<\/b>/u);
    expect(report).toMatch(/id="show-hint" checked><b>1<\/b>/u);
    expect(report).toContain('body:has(#show-error:not(:checked)) .place.error');
    expect(report).not.toContain('id="show-info"');
  });

  it('shows what a fix changes, what else is to be seen, and what is silenced and why', () => {
    const file = fileOf('1. 建园,⟦建校⟧。');
    const edits = [{ span: { start: 5, end: 6 }, newText: '，' }];
    const message = { zh: '前一处', en: 'the place before' };
    const finding = findingAt(
      { start: 5, end: 6 },
      { fix: { title: message, kind: 'safe', edits }, related: [{ span: { start: 3, end: 5 }, message }] },
    );
    const report = page({
      ...file,
      findings: [finding],
      silenced: [{ finding: findingAt({ start: 6, end: 8 }), silence: { reason: '另有文件' } }],
    });
    expect(report).toContain('<del>,</del>');
    expect(report).toContain('<ins>，</ins>');
    expect(report).toMatch(/See also: the place before .*<mark>建园<\/mark>/u);
    expect(report).toMatch(/<details class="silenced">.*另有文件/su);
  });

  it('shows a place without width', () => {
    expect(page(fileOf('1. 建园⟦⟧。'))).toContain('建园<mark class="point"></mark>。');
  });

  it('says so where nothing was found', () => {
    const report = page(fileOf('1. 建园。'));
    expect(report).toContain('no problems');
    expect(report).toContain('<div class="tile good"><b>0</b>');
  });

  it('is sound whatever a text holds', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '&',
            '"',
            "'",
            '`',
            '</style>',
            '<script>',
            '-->',
            ']]>',
            '&lt;',
            '\u{0}',
          ),
          fc.constantFrom('\n', '\r', '\t', '\u{1B}', '\u{D800}', '\u{202E}', '\u{2028}', '年', '😀', '="'),
          anyText(3),
        ),
        { maxLength: 15 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, (path, body, said) => {
        const message = { zh: said, en: said };
        const span = { start: 0, end: Math.min(4, body.length) };
        const fix = { title: message, kind: 'safe' as const, edits: [{ span, newText: said }] };
        const finding = findingAt(span, { message, fix, related: [{ span, message }] });
        const file = {
          ...fileOf('', {}, path),
          plan: { text: body, lineStarts: [0], kind: 'plan' as const },
        };
        const report = page({
          ...file,
          findings: [finding],
          silenced: [{ finding, silence: { reason: said } }],
        });
        const rest = bodyOf(report).replace(TAG, '');
        expect(rest).not.toMatch(/[<>"`]|&(?!#\d+;)/u);
        expect(rest.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u{202E}]/u);
        expect(unbalanced(bodyOf(report))).toEqual([]);
      }),
      rounds(100, 5000),
    );
  });

  it('holds nothing of the words of another language in its frame', () => {
    const report = written(htmlPage, checkedOf(fileOf('A ⟦b⟧')), viewOf({ words: wordsOf('en') }));
    const text = bodyOf(report).replace(TAG, ' ');
    expect(text.slice(0, text.indexOf('About these rules'))).not.toMatch(/\p{sc=Han}/u);
  });
});

/** Tags that are not closed in order. */
function unbalanced(body: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const { 0: tag, groups } of body.matchAll(TAG)) {
    const name = groups?.name ?? '';
    if (VOID.includes(name)) continue;
    if (!tag.startsWith('</')) open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  // `html` is opened above the body.
  return [...wrong.filter((tag) => tag !== '</html>'), ...open];
}
