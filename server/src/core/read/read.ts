/**
 * The room `read`: from a string to a plan. `lines` makes paragraphs, `fields` reads who and by when, `outline` nests
 * what is numbered, `frame` reads what stands around the body.
 */

import type { Block } from '../plan/block.ts';
import type { FieldRole, Plan } from '../plan/plan.ts';
import { fold } from '../text/fold.ts';
import { lineStartsOf } from '../text/text.ts';
import { blanketsIn, positionRuleIn } from './fields/blankets.ts';
import { type FieldContext, fieldsIn } from './fields/fields.ts';
import { labelsWith } from './fields/labels.ts';
import { endInNames } from './fields/owners.ts';
import { rowsIn } from './fields/tables.ts';
import { frameOf, noiseOf, signers } from './frame/frame.ts';
import { bodyMarks, isLetter } from './frame/letter.ts';
import { blocksOf } from './lines/blocks.ts';
import { joinCells } from './lines/cells.ts';
import { joinLabels } from './lines/labels.ts';
import { marksOf } from './outline/marks.ts';
import type { Mark } from './outline/numbering.ts';
import { itemsOf, type Paragraph } from './outline/outline.ts';
import { sectionsAndTasks } from './outline/tasks.ts';

/** Reads `text` as a work plan. Total: every string is a plan, and nothing is thrown. */
export function parse(text: string, options: ParseOptions = {}): Plan {
  const folded = fold(text);
  const lineStarts = lineStartsOf(text);
  const labels = labelsWith(options.labels);
  const blocks = joinLabels(joinCells(blocksOf(folded, lineStarts), labels), labels);
  const marks = bodyMarks(blocks, marksOf(blocks));
  // All of a text without numbers stands before its body.
  const body = marks.findIndex((mark) => mark !== undefined) >>> 0;
  const frame = frameOf(text, blocks, body);
  const leadByPosition = positionRuleIn(blocks);
  const { year, school } = frame;
  const letter = isLetter(frame.title?.text ?? '', blocks.slice(0, body));
  const bareLists = leadByPosition !== undefined || endInNames(blocks, marks);
  const context = { source: text, labels, year, school, bareLists };
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

function paragraphsOf(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
  context: FieldContext,
): Paragraph[] {
  const rows = rowsIn(blocks, context);
  const signing = signers(blocks);
  const paragraphs = blocks.map((block, i): Paragraph => {
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
  // What closes a text speaks of all its tasks and not of the last one.
  const last = paragraphs.reduce((at, { mark, fields }, i) => (mark || fields.length > 0 ? i : at), -1);
  return paragraphs.map((paragraph, i) =>
    i > last && CONCLUSION.test(paragraph.block.text) ? { ...paragraph, noise: 'tail' } : paragraph,
  );
}

const CONCLUSION = /^(?:综上所述|总之|总而言之)[,:]/u;
