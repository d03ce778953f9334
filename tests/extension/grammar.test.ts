import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import type { Plan, Section, Task } from '../../server/src/core/plan/plan.ts';
import { parse } from '../../server/src/core/read/read.ts';
import { lineOf } from '../../server/src/core/text/text.ts';
import { documents } from '../rules/texts.ts';
import { loadGrammar, type Token, tokenize, withScope } from './tokenize.ts';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const NUMBER = ['punctuation.definition.heading', 'constant.numeric.task', 'constant.numeric.measure'];

describe('words get their colours', () => {
  it.each<[line: string, words: string, scope: string]>([
    ['一、总体要求', '一、', 'markup.heading.1'],
    ['一、总体要求', '总体要求', 'entity.name.section'],
    ['（二）办好学前教育。新增学位三百个。', '办好学前教育', 'markup.heading.2'],
    ['第三章 附则', '附则', 'markup.heading.1'],
    ['　　11．建设智慧食堂。年内建成十处。', '建设智慧食堂', 'entity.name.function.task'],
    ['[bookmark: _GoBack]14.畅通升学渠道。', '14.', 'constant.numeric.task'],
    ['3、作业公示：每周上墙', '作业公示', 'entity.name.function.task'],
    ['（1）开展排查；', '（1）', 'constant.numeric.measure'],
    ['校园安全有三处短板：一是门卫不足；', '一是', 'keyword.other.measure'],
    ['1.建馆。（牵头领导：林一；责任科室：办公室、党建科）', '牵头领导', 'keyword.other.label.lead'],
    ['1.建馆。（牵头领导：林一；责任科室：办公室、党建科）', '党建科', 'variable.other.party'],
    ['（配合單位：縣財政局）', '配合單位', 'keyword.other.label.support'],
    ['责任单位：党办、活动中心，各中小学', '各中小学', 'variable.other.party'],
    ['责任单位：党办　　完成时间：2026年9月', '2026年9月', 'constant.numeric.date'],
    ['严格准入。（市教育局牵头，各区政府配合）', '市教育局', 'variable.other.party'],
    ['严格准入。（市教育局牵头，各区政府配合）', '牵头', 'keyword.other.duty'],
    ['贯彻《关于办好食堂的意见》精神', '《关于办好食堂的意见》', 'string.other.document'],
    ['石桥教发〔2026〕7号', '石桥教发〔2026〕7号', 'constant.other.document-number'],
    ['石桥区2026年教育工作要点', '石桥区2026年教育工作要点', 'markup.heading.title'],
    ['索引号: 1137/2026-01', '索引号: 1137/2026-01', 'comment.line.metadata'],
    ['— 6 —', '— 6 —', 'comment.line.noise'],
    ['<!-- planlint-disable-line -->', ' planlint-disable-line ', 'comment.block'],
    ['1. 办公室（简称：局办；负责人：王五）', '局办', 'variable.other.party'],
    ['3\t更换护眼灯具。分两批检测。\t电教中心', '更换护眼灯具', 'entity.name.function.task'],
  ])('%s: %s is %s', (line, words, scope) => {
    expect(withScope(tokenize(grammar, line), scope).map(({ text }) => text.trim())).toContain(words.trim());
  });

  it.each([
    ['10:09 到 11:30，比例为 3.5 倍', ...NUMBER],
    ['一年能胜任、三年成骨干', ...NUMBER],
    ['“三会一课”和两个确立', 'keyword.other.measure'],
    ['由县区政府牵头，教育、宣传等部门分工负责', 'variable.other.party'],
    ['作业完成时间不超过60分钟', 'keyword.other.label'],
    ['联系人：王老师（办公室）', 'variable.other.party'],
  ])('%s gets no %s', (line, ...scopes) => {
    const tokens = tokenize(grammar, line);
    expect(scopes.flatMap((scope) => withScope(tokens, scope).map(({ text }) => text))).toEqual([]);
  });
});

describe('the colours agree with the parser', () => {
  const texts = documents().map(([name, text]) => ({ name, plan: parse(text), text }));

  it.each(texts)('numbers head what the parser takes for sections and tasks: $name', ({ plan, text }) => {
    const tokens = tokenize(grammar, text);
    const numbers = NUMBER.flatMap((scope) => withScope(tokens, scope));
    const heads = headsOf(plan);
    const seen = heads.map(({ numberSpan }) => numbers.find((token) => covers(token, numberSpan)));
    expect(heads.filter((_, i) => !seen[i]).map((head) => placed(plan, head))).toEqual([]);

    // A number of its own that is no section and no task is a measure or a cell of a task, or stands behind the
    // last one: a list of attachments, a glossary.
    const end = Math.max(0, ...heads.map(({ span }) => span.end));
    const others = numbers.filter(
      (token) =>
        !seen.includes(token) &&
        !token.scopes.some((scope) => scope.includes('measure')) &&
        !(
          startsLine(text, token) &&
          (token.start >= end || plan.tasks.some(({ span }) => holds(span, token.start)))
        ),
    );
    expect(others.map(({ start }) => lineOf(plan.lineStarts, start) + 1)).toEqual([]);
  });

  it.each(texts)('titles end where the parser ends them: $name', ({ plan, text }) => {
    const titles = withScope(tokenize(grammar, text), 'entity.name');
    const heads = headsOf(plan).filter(({ title }) => title !== '');
    const off = heads.filter(({ titleSpan }) => {
      const token = titles.find((one) => holds(one, titleSpan.start));
      // Whether words before a colon are the title depends on what the lines below are.
      return !token || (Math.abs(token.end - titleSpan.end) > 1 && !/[：:]/u.test(text[token.end] ?? ''));
    });
    // Print-outs of PDF files repeat spaced headings within one line.
    const spaced = (heading: string) => /^\S(?: \S)+/u.test(heading);
    expect(
      off
        .filter(({ titleSpan }) => !spaced(text.slice(titleSpan.start, titleSpan.end)))
        .map((head) => placed(plan, head)),
    ).toEqual([]);
  });

  it.each(texts.filter(({ plan }) => plan.kind === 'plan'))(
    'labels are those of fields, both ways: $name',
    ({ plan, text }) => {
      const labels = withScope(tokenize(grammar, text), 'keyword.other.label').filter(
        ({ scopes }) => !scopes.some((scope) => scope.includes('label.entry')),
      );
      const fields = plan.fields.flatMap(({ label, placement }) =>
        label && placement !== 'cell' ? [label.span] : [],
      );
      expect(labels.map(({ start, end }) => ({ start, end }))).toEqual(
        [...fields].sort((a, b) => a.start - b.start),
      );
    },
  );

  it.each(texts.filter(({ plan }) => plan.kind === 'plan'))(
    'parties are coloured: $name',
    ({ plan, text }) => {
      const coloured = withScope(tokenize(grammar, text), 'variable.other.party');
      // Cells have no label beside them, and a bracket that is broken over lines cannot be known for one.
      const fields = plan.fields.filter(
        ({ placement, holder, value }) =>
          placement !== 'cell' && (placement === 'line' || oneLine(plan, holder)) && oneLine(plan, value),
      );
      const parties = fields.flatMap((field) => field.parties);
      const missed = parties.filter(
        ({ span }) => !coloured.some((token) => token.start < span.end && span.start < token.end),
      );
      expect(missed.length).toBeLessThanOrEqual(parties.length * 0.05);
    },
  );
});

describe('the grammar does not get slow', () => {
  it.each([
    '（',
    '责任单位：',
    '一、',
    '1.',
    '“',
    '《',
    '（（',
    '一是',
    '<!--',
    '　',
    '（市教育局、',
    '。（一）好',
  ])('on a line of many %s', (piece) => {
    const time = (repeats: number) => {
      const line = piece.repeat(repeats);
      const start = performance.now();
      grammar.tokenizeLine(line, null);
      return performance.now() - start;
    };
    const fastest = (repeats: number) => Math.min(...[1, 2, 3].map(() => time(repeats)));
    fastest(500);
    // Eight times the text may take eight times as long; the square would take 64 times.
    const small = fastest(1000);
    expect(fastest(8000)).toBeLessThan(28 * Math.max(small, 3));
  });
});

/** Numbered sections and tasks. A table flattened to a cell a line is none of what a grammar of lines can know. */
function headsOf(plan: Plan): readonly (Section | Task)[] {
  return [...plan.sections, ...plan.tasks].filter(
    ({ number, numberSpan, titleSpan }) =>
      number !== '' && lineOf(plan.lineStarts, numberSpan.start) === lineOf(plan.lineStarts, titleSpan.start),
  );
}

function covers(token: Token, span: { readonly start: number; readonly end: number }): boolean {
  return token.start <= span.start && span.end <= token.end;
}

function startsLine(text: string, token: Token): boolean {
  return /^\s*$/u.test(text.slice(text.lastIndexOf('\n', token.start - 1) + 1, token.start));
}

function holds(span: { readonly start: number; readonly end: number }, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function oneLine(plan: Plan, span: { readonly start: number; readonly end: number }): boolean {
  return lineOf(plan.lineStarts, span.start) === lineOf(plan.lineStarts, span.end);
}

function placed(
  plan: Plan,
  head: { readonly number: string; readonly span: { readonly start: number } },
): string {
  return `line ${lineOf(plan.lineStarts, head.span.start) + 1}: ${head.number}`;
}
