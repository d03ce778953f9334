import { blanketsIn, positionRuleIn } from './parse/blankets.ts';
import { type Block, blocksOf } from './parse/blocks.ts';
import { type FieldContext, fieldsIn } from './parse/fields.ts';
import { frameOf, noiseOf, signers } from './parse/frame.ts';
import { labelsWith } from './parse/labels.ts';
import { type Mark, markOf } from './parse/numbering.ts';
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
  const blocks = blocksOf(folded, lineStarts);
  const marks = marksOf(blocks);
  const frame = frameOf(text, blocks, marks.findIndex((mark) => mark !== undefined) >>> 0);
  const context = { source: text, labels: labelsWith(options.labels), year: frame.year };
  const paragraphs = paragraphsOf(blocks, marks, context);
  const blankets = blanketsIn(text, blocks);
  const leadByPosition = positionRuleIn(blocks);
  const { sections, tasks } = sectionsAndTasks(itemsOf(paragraphs), paragraphs, {
    source: text,
    year: frame.year,
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
  return blocks.map((block, i) => {
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
    begun ||= mark !== undefined;
    return mark;
  });
}

/** The heading of a directory that stands behind the plan: unnumbered, with numbered entries below it. */
function appendixMark(block: Block, next: Block | undefined): Mark | undefined {
  if (!block.text.endsWith('录') || block.text.length > 60 || !next || !markOf(next)) return undefined;
  const bodyFrom = ATTACHED.exec(block.text)?.[0].length ?? 0;
  if (!isDirectoryHeading(block.text.slice(bodyFrom))) return undefined;
  return { style: 'bare', number: '', value: 0, from: bodyFrom, to: bodyFrom, bodyFrom };
}

/** `附件2：责任单位名录` */
const ATTACHED = /^附\s*件?\s*[\d一二三四五六七八九十]{0,2}\s*:?\s*/u;

/** `一、总体要求……………3` */
const CONTENTS_LINE = /[.…·]{4,}\s*\d{1,3}$/u;

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
      return row ? { ...row, noise: undefined } : { block, mark: undefined, fields: [], noise: 'page' };
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
