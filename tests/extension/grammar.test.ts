import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import type { Plan, Section, Task } from '../../server/src/core/plan/plan.ts';
import { lineOf, type Span } from '../../server/src/core/text/text.ts';
import { expectLinear } from '../rules/growth.ts';
import { hasReal, planOf, someDocuments } from '../rules/texts.ts';
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
    ['(二十 二) 做 好 护 眼 照 明.', '(二十 二)', 'markup.heading.2'],
    ['时间安排：9月至10月', '时间安排', 'keyword.other.label.deadline'],
    ['第三章 办好特殊教育 . 16', '第三章 办好特殊教育 . 16', 'comment.line.noise.contents'],
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
  const texts = someDocuments().map(([name, text]) => ({ name, plan: planOf(text), text }));
  const known = new Map<string, readonly Token[]>();
  const tokensOf = (text: string) => {
    const tokens = known.get(text) ?? tokenize(grammar, text);
    known.set(text, tokens);
    return tokens;
  };
  const judged = (judge: (read: Read) => Tally, { plan, text }: (typeof texts)[number]) =>
    judge({ plan, text, tokens: tokensOf(text) });

  it.each(texts)('numbers head what the parser takes for sections and tasks: $name', (document) => {
    const { off } = judged(numbersOff, document);
    const bound = numbersKnown[numberOf(document.name)] ?? 0;
    expect(off.length, linesOf(document.plan, off)).toBeLessThanOrEqual(bound);
  });

  it.each(texts)('labels are those of fields, both ways: $name', (document) => {
    expect(linesOf(document.plan, judged(labelsOff, document).off)).toBe('');
  });

  // The documents from 200 on are in two of three print-outs of PDF files, a line of the page a line of the text.
  const [printed, others] = [true, false].map((wanted) =>
    texts.filter(({ name }) => Number(numberOf(name)) >= 200 === wanted),
  );

  it.each(others ?? [])('titles end where the parser ends them: $name', (document) => {
    expect(linesOf(document.plan, judged(titlesOff, document).off)).toBe('');
  });

  it.each(others ?? [])('parties are coloured: $name', (document) => {
    expect(linesOf(document.plan, judged(partiesOff, document).off)).toBe('');
  });

  it.runIf(hasReal).each([
    // Where a title goes on in the next line, a grammar of lines ends it (1.2 in 100 when this was written).
    ['titles end where the parser ends them', titlesOff, 0.025],
    // Nor does it know a bracket that began in the line before (3.0 in 100).
    ['parties are coloured', partiesOff, 0.05],
  ] as const)('%s, nearly always where lines are broken', (_law, judge, bound) => {
    const tallies = (printed ?? []).map((document) => judged(judge, document));
    const [of, off] = [tallies.flatMap((one) => Array(one.of).fill(0)), tallies.flatMap((one) => one.off)];
    expect(of.length).toBeGreaterThan(60);
    expect(off.length / of.length).toBeLessThan(bound);
  });
});

/** Numbers that are coloured and read as different things, by document; each with its kind. */
const numbersKnown: Readonly<Record<string, number>> = {
  // 第一章 alone on its line, and the title on the next one: the parser takes it for no section.
  ...{ 270: 2, 276: 9, 358: 70 },
  // Lists in boxes (专栏), which the parser leaves out: where a box ends, the numbers around it tell, and no line.
  ...{ 214: 26, 246: 25 },
  // An item that begins right behind the name that ends the one before: where a name ends is for the parser to know.
  ...{ 390: 1 },
  // A number alone on its line, or with a full stop for a pause mark.
  ...{ 204: 1, 216: 1 },
  // A line of the table of contents that the parser takes for a section.
  ...{ 368: 1 },
  // Attachments that are listed before the text they belong to: the grammar takes them for tasks.
  ...{ 240: 1, 252: 1, 356: 2, 376: 1, 378: 1, 388: 2, 438: 1 },
};

/** The number of a document of the corpus, or nothing. */
function numberOf(name: string): string {
  return /^corpus\/(\d+)/u.exec(name)?.[1] ?? '';
}

/** The lines at `offsets`, for a message. */
function linesOf(plan: Plan, offsets: readonly number[]): string {
  return offsets.map((offset) => `line ${lineOf(plan.lineStarts, offset) + 1}`).join(', ');
}

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
    expectLinear(2000, (repeats) => {
      const line = piece.repeat(repeats);
      return () => grammar.tokenizeLine(line, null);
    });
  });
});

/** A document as the parser and as the grammar see it. */
interface Read {
  readonly plan: Plan;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** How many things a law is about, and where it does not hold. */
interface Tally {
  readonly of: number;
  readonly off: readonly number[];
}

/** Numbered sections and tasks of `plan` whose number has no colour of one, and numbers coloured that are none. */
function numbersOff({ plan, text, tokens }: Read): Tally {
  const numbers = NUMBER.flatMap((scope) => withScope(tokens, scope));
  const heads = headsOf(plan);
  const seen = heads.map(({ numberSpan }) => numbers.find((token) => covers(token, numberSpan)));
  const numbered = [...plan.sections, ...plan.tasks].filter(({ number }) => number !== '');
  // A number of its own that is no section and no task is a measure or a cell of a task, or stands behind the
  // last one: a list of attachments, a glossary.
  const end = Math.max(0, ...heads.map(({ span }) => span.end));
  const others = numbers.filter(
    (token) =>
      !numbered.some(({ numberSpan }) => covers(token, numberSpan)) &&
      !token.scopes.some((scope) => scope.includes('measure')) &&
      !(
        startsLine(text, token) &&
        (token.start >= end || plan.tasks.some(({ span }) => holds(span, token.start)))
      ),
  );
  const off = [...heads.filter((_, i) => !seen[i]).map(({ numberSpan }) => numberSpan), ...others];
  return { of: heads.length, off: off.map(({ start }) => start) };
}

/** Titles whose colour ends elsewhere. */
function titlesOff({ plan, text, tokens }: Read): Tally {
  const titles = withScope(tokens, 'entity.name');
  // Print-outs of PDF files repeat spaced headings within one line.
  const isSpaced = (heading: string) => /^\S(?: \S)+/u.test(heading);
  const heads = headsOf(plan).filter(({ title }) => title !== '');
  const off = heads.filter(({ titleSpan }) => {
    if (isSpaced(text.slice(titleSpan.start, titleSpan.end))) return false;
    const token = titles.find((one) => holds(one, titleSpan.start));
    // Whether words before a colon are the title depends on what the lines below are.
    return !token || (Math.abs(token.end - titleSpan.end) > 1 && !/[：:]/u.test(text[token.end] ?? ''));
  });
  return { of: heads.length, off: off.map(({ titleSpan }) => titleSpan.start) };
}

/** Labels of fields without the colour of a label, and the other way round. */
function labelsOff({ plan, tokens }: Read): Tally {
  if (plan.kind !== 'plan') return { of: 0, off: [] };
  const labels = withScope(tokens, 'keyword.other.label').filter(
    ({ scopes }) => !scopes.some((scope) => scope.includes('label.entry')),
  );
  const fields = plan.fields.flatMap(({ label, placement }) =>
    // Of one that is broken over two lines the grammar knows neither part.
    label && placement !== 'cell' && oneLine(plan, label.span) ? [label.span] : [],
  );
  const keyOf = ({ start, end }: Span) => `${start}–${end}`;
  const [coloured, read] = [labels, fields].map((spans) => new Set(spans.map(keyOf)));
  const off = [
    ...labels.filter((label) => !read?.has(keyOf(label))),
    ...fields.filter((label) => !coloured?.has(keyOf(label))),
  ];
  return { of: fields.length, off: off.map(({ start }) => start) };
}

/** Parties without any colour of one. */
function partiesOff({ plan, tokens }: Read): Tally {
  if (plan.kind !== 'plan') return { of: 0, off: [] };
  const coloured = withScope(tokens, 'variable.other.party');
  // Cells have no label beside them, and a bracket that is broken over lines cannot be known for one.
  const fields = plan.fields.filter(
    ({ placement, holder, value }) =>
      placement !== 'cell' && (placement === 'line' || oneLine(plan, holder)) && oneLine(plan, value),
  );
  const parties = fields.flatMap((field) => field.parties);
  const off = parties.filter(
    ({ span }) => !coloured.some((token) => token.start < span.end && span.start < token.end),
  );
  return { of: parties.length, off: off.map(({ span }) => span.start) };
}

/** Numbered sections and tasks. A table flattened to a cell a line is none of what a grammar of lines can know. */
function headsOf(plan: Plan): readonly (Section | Task)[] {
  return [...plan.sections, ...plan.tasks].filter(
    ({ number, numberSpan, titleSpan }) =>
      number !== '' && lineOf(plan.lineStarts, numberSpan.start) === lineOf(plan.lineStarts, titleSpan.start),
  );
}

function covers(token: Token, span: Span): boolean {
  return token.start <= span.start && span.end <= token.end;
}

function startsLine(text: string, token: Token): boolean {
  return /^\s*$/u.test(text.slice(text.lastIndexOf('\n', token.start - 1) + 1, token.start));
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function oneLine(plan: Plan, span: Span): boolean {
  return lineOf(plan.lineStarts, span.start) === lineOf(plan.lineStarts, span.end);
}
