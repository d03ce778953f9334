/**
 * The room `read`: from a string to a plan. `lines` makes paragraphs, `fields` reads who and by when, `outline` nests
 * what is numbered, `frame` reads what stands around the body.
 */

import type { Block } from '../plan/block.ts';
import { citingFrom } from '../plan/citing.ts';
import { watchedPlan } from '../plan/moved.ts';
import type { Field, Plan } from '../plan/plan.ts';
import { duesIn } from '../text/dates/dues.ts';
import { flatMapped } from '../text/flat.ts';
import { fold } from '../text/fold.ts';
import { once } from '../text/memo.ts';
import { Rope } from '../text/rope.ts';
import { lineStartsOf } from '../text/text.ts';
import { watched } from '../text/watched.ts';
import { contentOf } from './content.ts';
import { blanketsIn, goingOn } from './fields/blankets.ts';
import { withAbove, withKnownNames } from './fields/known.ts';
import type { Labels, OwnLabels } from './fields/labels.ts';
import { endInNames } from './fields/owners.ts';
import { placed } from './fields/placed.ts';
import { positionRuleIn } from './fields/position.ts';
import type { Row } from './fields/row.ts';
import { firstTable, rowsIn } from './fields/tables.ts';
import { type Frame, frameOf, signers } from './frame/frame.ts';
import { bodyMarks, isLetter, isReply } from './frame/letter.ts';
import { lastYearIn } from './frame/year.ts';
import { blocksOf } from './lines/blocks.ts';
import { joinCells } from './lines/cells.ts';
import { doubtfulIn } from './lines/doubtful.ts';
import { joinLabels } from './lines/labels.ts';
import { cutListed } from './lines/listed.ts';
import { joinNumbers } from './lines/numbers.ts';
import { joinRows } from './lines/rows.ts';
import { Memory } from './memory.ts';
import { withAnnexedOwners } from './outline/annexed.ts';
import { withClosing } from './outline/closing.ts';
import { isLabelLine, type Paragraph } from './outline/item.ts';
import type { RolesOf } from './outline/led.ts';
import { marksOf } from './outline/marks.ts';
import { isSectional, type Mark, markOf } from './outline/numbering.ts';
import { itemsOf } from './outline/outline.ts';
import { sectionsAndTasks } from './outline/tasks.ts';

/**
 * Reads `text` as a work plan. Total: every string is a plan, and nothing is thrown. `memory` saves reading again what
 * was read before.
 */
export function parse(text: string, options: ParseOptions = {}, memory = new Memory()): Plan {
  return watched(() => planOf(text, options, memory));
}

/** Whether `text` is a plan or a directory, as `parse` says: it reads no more of it than that takes. */
export function kindOf(text: string, options: ParseOptions = {}, memory = new Memory()): Plan['kind'] {
  return kindBy(framed(text, options, memory).frame, options);
}

/** The paragraphs of a text with their numbers, and what stands around its body. */
function framed(text: string, options: ParseOptions, memory: Memory) {
  const lineStarts = lineStartsOf(text);
  const labels = memory.labels(options.labels);
  memory.open(text.length);
  const placedLines = lineStarts.map((start, i) => {
    const raw = text.slice(start, lineStarts[i + 1]);
    return { start, line: memory.line(raw) };
  });
  const folded = placedLines.map(({ line }) => line.folded).join('');
  const lined = joinRows(blocksOf(placedLines, folded, labels), { text, folded }, labels);
  const blocks = cutListed(joinLabels(joinNumbers(joinCells(lined, labels)), labels)).map((block) =>
    memory.block(block),
  );
  const written = blocks.map(markOf);
  const marks = bodyMarks(blocks, marksOf(blocks, written, rolesIn(labels)));
  // All of a text without numbers and tables stands before its body.
  const first = marks.findIndex((mark) => mark !== undefined) >>> 0;
  const body = Math.min(first, firstTable(blocks, { source: text, labels }));
  return { lineStarts, labels, folded, blocks, marks, body, frame: frameOf(blocks, body) };
}

/** What a line of nothing but labels says of who and by when: no role where it is any other. */
function rolesIn(labels: Labels): RolesOf {
  return (block) => {
    const { fields } = contentOf(block, labels);
    return isLabelLine({ fields }) ? fields.map(({ role }) => role) : [];
  };
}

function planOf(text: string, options: ParseOptions, memory: Memory): Plan {
  const { lineStarts, labels, folded, blocks, marks, body, frame } = framed(text, options, memory);
  const leadByPosition = positionRuleIn(blocks);
  const { year, turn } = frame;
  const title = fold(frame.title?.text ?? '');
  const letter = isLetter(title, blocks.slice(0, body));
  const reply = isReply(title);
  const bareLists = leadByPosition === undefined ? endInNames(blocks, marks) : () => true;
  const headings = once(() => belowHeadings(marks));
  const rows = rowsIn(blocks, { source: text, labels, year, turn });
  const paragraphs = knowingNames(
    paragraphsOf(blocks, marks, rows, (block, i) => {
      const { fields, bareFields, noise, dues, ...content } = contentOf(block, labels);
      // Of what stands below speaks what stands at its head; behind a task it adds somebody to all that follows.
      const heads = content.spoken?.of !== 'below' || headings()[i];
      const spoken = i < body || !heads ? undefined : content.spoken;
      const stated = spoken?.fields ?? (bareLists(i) ? bareFields : fields);
      const found = { noise, dues, fields: stated.map((field) => placed(field, block, { year, turn })) };
      return spoken ? { ...found, of: spoken.of, numbers: spoken.numbers } : found;
    }),
    text,
  );
  // What speaks of the tasks of one part adds nobody to all.
  const spoken = new Set(flatMapped(paragraphs, ({ of, block }) => (of ? block : [])));
  const blankets = blanketsIn(spoken.size > 0 ? blocks.filter((block) => !spoken.has(block)) : blocks);
  const { sections, tasks, headed } = sectionsAndTasks(
    itemsOf(paragraphs, { year, letter, reply }),
    paragraphs,
    {
      source: text,
      year,
      lastYear: lastYearIn(title),
      turn,
      blankets,
      leadByPosition,
      goingOn: goingOn(
        flatMapped(paragraphs, ({ fields }) => fields),
        folded,
      ),
    },
  );
  const plan = {
    lineStarts,
    blocks,
    kind: kindBy(frame, options),
    ...frame,
    sections,
    tasks: withAnnexedOwners(tasks, blocks),
    fields: eachOnce([...flatMapped(paragraphs, (paragraph) => paragraph.fields), ...headed]).sort(
      (a, b) => a.holder.start - b.holder.start,
    ),
    blankets,
    leadByPosition: leadByPosition?.span,
    doubtful: doubtfulIn(blocks, lineStarts, text),
  };
  if (!memory.watches) return { text, folded, ...plan };
  const noted = watchedPlan(citingPlan(plan), { text: Rope.of(text), folded: Rope.of(folded) });
  memories.set(noted, memory);
  return noted;
}

const memories = new WeakMap<Plan, Memory>();

/** What a plan was read with, if that notes what is asked of the words: with it the plan can be read on (see `reread`). */
export function memoryOf(plan: Plan): Memory | undefined {
  return memories.get(plan);
}

/** Sections and tasks that note where their titles are read. */
function citingPlan<P extends Pick<Plan, 'sections' | 'tasks' | 'blocks'>>(plan: P): P {
  const { sections, tasks, blocks } = plan;
  return {
    ...plan,
    sections: sections.map((section) => citingFrom(section, blocks)),
    tasks: tasks.map((task) => citingFrom(task, blocks)),
  };
}

/** A cell of a table that spans several rows says the same of each, and stands once; so does what 同上 stands for. */
function eachOnce(fields: readonly Field[]): Field[] {
  const seen = new Set<string>();
  const once = fields.filter(({ placement, role, value }) => {
    const key = placement === 'cell' ? `${role}${value.start}` : undefined;
    return key === undefined || (!seen.has(key) && seen.add(key));
  });
  return once.map((field) => (saysOwn(field) ? field : { ...field, parties: [], deadline: undefined }));
}

/** Whether the words of a field stand in it. */
function saysOwn({ holder, parties, deadline }: Field): boolean {
  return ((parties[0] ?? deadline)?.span.start ?? holder.start) >= holder.start;
}

export interface ParseOptions {
  /** Labels beyond the known ones, by role. */
  readonly labels?: OwnLabels;
  /** Where the text comes from; a file's name may say that it is a directory. */
  readonly path?: string;
}

/** A directory (责任单位名录) is known by its title or its file name. */
function kindBy({ title }: Frame, { path = '' }: ParseOptions): Plan['kind'] {
  const name = path.slice(path.search(/(?<![^/\\])[^/\\]*$/u));
  const isOne = DIRECTORY_NAME.test(title?.text ?? '') || DIRECTORY_NAME.test(name);
  return isOne || name.endsWith('.units.plan') ? 'directory' : 'plan';
}

const DIRECTORY_NAME = /名录|机构设置|通讯录|名錄|通訊錄/u;

/** The paragraphs with their numbers and fields; `read` gives what a block says by itself. */
function paragraphsOf(
  blocks: readonly Block[],
  marks: readonly (Mark | undefined)[],
  rows: ReadonlyMap<Block, Row | undefined>,
  contentOf: (block: Block, i: number) => Pick<Paragraph, 'fields' | 'noise' | 'dues' | 'of' | 'numbers'>,
): Paragraph[] {
  const signing = signers(blocks);
  return withClosing(
    blocks.map((block, i): Paragraph => {
      if (rows.has(block)) {
        const row = rows.get(block);
        return row
          ? {
              ...row,
              row: !isSectional(row.mark?.style ?? 'arabic'),
              inTable: true,
              noise: undefined,
              dues: duesIn(block.text),
            }
          : { block, mark: undefined, fields: [], noise: 'page', dues: [] };
      }
      const mark = marks[i];
      const content = contentOf(block, i);
      return {
        block,
        mark,
        ...content,
        noise: mark ? undefined : signing.has(block) ? 'tail' : content.noise,
      };
    }),
  );
}

/** For each paragraph, whether the last number above it is that of a heading. */
function belowHeadings(marks: readonly (Mark | undefined)[]): readonly boolean[] {
  let heads = false;
  return marks.map((mark) => {
    const below = heads;
    if (mark) heads = isSectional(mark.style);
    return below;
  });
}

/** What is said of names that the whole document tells. */
function knowingNames(paragraphs: readonly Paragraph[], source: string): readonly Paragraph[] {
  const fields = flatMapped(paragraphs, (paragraph) => paragraph.fields);
  const known = withKnownNames(withAbove(fields), source);
  if (known === fields) return paragraphs;
  let at = 0;
  return paragraphs.map((paragraph) => {
    const from = at;
    at += paragraph.fields.length;
    return { ...paragraph, fields: known.slice(from, at) };
  });
}
