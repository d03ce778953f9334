import { blanketsIn, positionRuleIn } from './parse/blankets.ts';
import { type Block, blocksOf } from './parse/blocks.ts';
import { type FieldContext, fieldsIn } from './parse/fields.ts';
import { frameOf, noiseOf, signers } from './parse/frame.ts';
import { labelsWith } from './parse/labels.ts';
import { joinCells } from './parse/lines/cells.ts';
import { joinLabels } from './parse/lines/labels.ts';
import { isSectional, type Mark, markOf } from './parse/numbering.ts';
import { itemsOf, type Paragraph } from './parse/outline.ts';
import { isDirectoryHeading } from './parse/roles.ts';
import { rowsIn } from './parse/tables.ts';
import { sectionsAndTasks } from './parse/tasks.ts';
import type { FieldRole, Plan } from './plan.ts';
import { fold, lineStartsOf } from './text.ts';

/** Reads `text` as a work plan. Total: every string is a plan, and nothing is thrown. */
export function parse(text: string, options: ParseOptions = {}): Plan {
  const folded = fold(text);
  const lineStarts = lineStartsOf(text);
  const labels = labelsWith(options.labels);
  const blocks = joinLabels(joinCells(blocksOf(folded, lineStarts), labels), labels);
  const marks = bodyMarks(blocks, marksOf(blocks));
  const frame = frameOf(text, blocks, marks.findIndex((mark) => mark !== undefined) >>> 0);
  const leadByPosition = positionRuleIn(blocks);
  const { year, school } = frame;
  const letter = isLetter(frame.title?.text ?? '', blocks.slice(0, marks.findIndex((mark) => mark) >>> 0));
  const context = { source: text, labels, year, school, bareLists: leadByPosition !== undefined };
  const paragraphs = paragraphsOf(blocks, marks, context);
  const blankets = blanketsIn(text, blocks);
  const { sections, tasks } = sectionsAndTasks(itemsOf(paragraphs, { year, letter }), paragraphs, {
    source: text,
    year,
    school,
    blankets,
    leadByPosition,
  });
  return {
    text,
    folded,
    lineStarts,
    blocks,
    kind: isDirectory(frame.title?.text ?? '', options.path ?? '') ? 'directory' : 'plan',
    ...frame,
    sections,
    tasks,
    fields: paragraphs.flatMap((paragraph) => paragraph.fields),
    blankets,
    leadByPosition: leadByPosition?.span,
  };
}

export interface ParseOptions {
  /** Labels beyond the known ones, by role. */
  readonly labels?: Readonly<Partial<Record<FieldRole, readonly string[]>>>;
  /** Where the text comes from; a file's name may say that it is a directory. */
  readonly path?: string;
}

/** A directory (责任单位名录) is known by its title or its file name. */
function isDirectory(title: string, path: string): boolean {
  const name = path.slice(path.search(/[^/\\]*$/u));
  return DIRECTORY_NAME.test(title) || DIRECTORY_NAME.test(name) || name.endsWith('.units.plan');
}

const DIRECTORY_NAME = /名录|机构设置|通讯录|名錄|通訊錄/u;

/** The number of every block; a list of attachments and a table of contents are not numbered text. */
function marksOf(blocks: readonly Block[]): readonly (Mark | undefined)[] {
  let attachments = false;
  let begun = false;
  let foreign = false;
  // The number of the last task, and the next one in the box (专栏) that the text is in, 0 outside of one.
  let last = 0;
  let box = 0;
  const halves = halvesIn(blocks);
  return blocks.map((block, i) => {
    if (halves.has(block)) return bareMark(0);
    if (APPENDIX_ALONE.test(block.text)) foreign = isForeign(blocks.slice(i + 1, i + 3));
    if (foreign) return undefined;
    const appendix = begun ? appendixMark(block, blocks[i + 1]) : undefined;
    if (appendix) return appendix;
    if (/^附\s*件\s*:|^附\s*:/u.test(block.text)) {
      attachments = true;
      return undefined;
    }
    const mark = markOf(block);
    if (attachments && mark?.style === 'arabic' && block.text.length <= 60 && !block.text.includes('。'))
      return undefined;
    attachments = false;
    if (CONTENTS_LINE.test(block.text.slice(-40))) return undefined;
    if (mark && boxed(mark, box) && !(last > 0 && mark.value === last + 1)) {
      box += 1;
      return undefined;
    }
    box = !mark && BOX.test(block.text) ? 1 : mark ? 0 : box;
    if (mark?.style === 'arabic') last = mark.value;
    begun ||= mark !== undefined;
    return mark;
  });
}

/** Whether a number counts what stands in a box and not the tasks around it. */
function boxed({ style, value }: Mark, next: number): boolean {
  return next > 0 && !isSectional(style) && value === next;
}

/** `专栏1 品牌培育工程`, a box between tasks. */
const BOX = /^专栏\s*[\d一二三四五六七八九十]/u;

/** Whether what is appended holds no tasks, whatever numbers it has: 名词解释, 指标体系, a list of persons, a form. */
function isForeign(heading: readonly Block[]): boolean {
  const title = heading.find((block) => block.text.length >= 3)?.text ?? '';
  return (
    FOREIGN.test(title) &&
    !/任务|分工|措施|要点|计划|方案|单位名录/u.test(title.replace(/行动计划|方案/u, ''))
  );
}

/** `附件2`, with its title on the next line. */
const APPENDIX_ALONE = /^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*:?$/u;
const FOREIGN =
  /名词解释|术语|指标(?:体系|解释)|评分|名单$|申[报请](?:书|表)|登记表|申请表|推荐表|汇总表|统计表|报名表|回执|示意图|布局图|流程图|承诺书|证明目录/u;

/** The heading of a directory that stands behind the plan: unnumbered, with numbered entries below it. */
function appendixMark(block: Block, next: Block | undefined): Mark | undefined {
  if (!block.text.endsWith('录') || block.text.length > 60 || !next || !markOf(next)) return undefined;
  const bodyFrom = ATTACHED.exec(block.text)?.[0].length ?? 0;
  if (!isDirectoryHeading(block.text.slice(bodyFrom))) return undefined;
  return bareMark(bodyFrom);
}

function bareMark(from: number): Mark {
  return { style: 'bare', number: '', value: 0, from, to: from, bodyFrom: from };
}

/** The unnumbered headings of a summary and of a plan in one document, each above a numbering of its own. */
function halvesIn(blocks: readonly Block[]): ReadonlySet<Block> {
  const heads = blocks.filter(({ text }, i) => HALF.test(text) && opensNumbering(blocks.slice(i + 1, i + 5)));
  const both = heads.some(({ text }) => SUMMARY.test(text)) && heads.some(({ text }) => !SUMMARY.test(text));
  return new Set(both ? heads : []);
}

function opensNumbering(blocks: readonly Block[]): boolean {
  const mark = blocks.map(markOf).find((one) => one !== undefined);
  return mark !== undefined && isSectional(mark.style) && mark.value === 1;
}

/** `2025年工作总结`, `2026年工作计划` */
const HALF =
  /^(?:[\p{Script=Han}]{0,16})20\d\d\s*年(?!.*[和与及暨、])[\p{Script=Han}]{0,10}(?:总结|回顾|计划|打算|安排|要点|思路)$/u;
const SUMMARY = /(?:总结|回顾)$/u;

/**
 * The marks of the plan itself: where a letter that issues it (`现将《…要点》印发给你们，并就有关事项通知如下`) numbers
 * its demands, these are not of the plan whose title stands behind the letter.
 */
function bodyMarks(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
): readonly (Mark | undefined)[] {
  const first = Math.max(
    0,
    marks.findIndex((mark) => mark !== undefined),
  );
  const letter = blocks.slice(0, first).findIndex(({ text }) => ISSUES.test(text));
  const cited = [...(blocks[letter]?.text.matchAll(CITED) ?? [])].map(([, title = '']) => title);
  const title = blocks.findIndex(({ text }, i) => i > letter && cited.some((one) => isSameTitle(text, one)));
  return title < first ? marks : marks.map((mark, i) => (i < title ? undefined : mark));
}

/** Whether a line says the title that a letter cites; the line may leave out the region. */
function isSameTitle(line: string, cited: string): boolean {
  const title = line.replace(/[\s《》]+/gu, '');
  return title.length >= 6 && cited.replace(/\s+/gu, '').endsWith(title);
}

/** `现将《…要点》印发给你们`; `《…要点》已经市政府同意，现印发给你们` */
const ISSUES = /现[将把]?.{0,80}印发/u;
const CITED = /《([^《》]{4,60})》/gu;

/** Whether a text is the letter alone that issues a plan: its title is that of a notice, and it says 印发给你们. */
function isLetter(title: string, head: readonly Block[]): boolean {
  return title.endsWith('通知') && head.slice(-4).some(({ text }) => /印发(?:给|至)/u.test(text));
}

/** `附件2：责任单位名录` */
const ATTACHED = /^附\s*件?\s*[\d一二三四五六七八九十]{0,2}\s*:?\s*/u;

/** `一、总体要求……………3` */
const CONTENTS_LINE = /(?:…{2}|[.·]{4})\s*\d{1,3}$/u;

function paragraphsOf(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
  context: FieldContext,
): Paragraph[] {
  const rows = rowsIn(blocks, context);
  const signing = signers(blocks);
  return blocks.map((block, i) => {
    if (rows.has(block)) {
      const row = rows.get(block);
      return row
        ? { ...row, row: row.mark?.style !== 'han', noise: undefined }
        : { block, mark: undefined, fields: [], noise: 'page' };
    }
    const mark = marks[i];
    return {
      block,
      mark,
      fields: fieldsIn(block, context),
      noise: mark ? undefined : signing.has(block) ? 'tail' : noiseOf(block.text),
    };
  });
}
