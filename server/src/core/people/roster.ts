import type { Block } from '../plan/block.ts';
import type { Plan } from '../plan/plan.ts';
import { isLettered } from '../text/worded.ts';
import { type Detail, detailFor, entryWith, named, namedIn, nothing } from './details.ts';
import type { Entry } from './entry.ts';

/**
 * The entries of a directory that is a table (通讯录): tab-separated or `|` rows under a header that has a column of
 * names and one of details (职务、简称、负责人…). Empty where there is no such table.
 */
export function rosterOf(plan: Plan): readonly Entry[] {
  const entries: Entry[] = [];
  let columns: Columns | undefined;
  for (const block of plan.blocks) {
    const cells = cellsOf(block.text);
    if (cells.length < 2) {
      columns = undefined;
      continue;
    }
    const header = columnsOf(block, cells);
    if (header) columns = header;
    else if (columns) {
      const entry = rowOf(block, cells, columns, entries.length);
      if (entry) entries.push(entry);
    }
  }
  return entries;
}

interface Columns {
  readonly name: number;
  /** The names are those of persons. */
  readonly personal: boolean;
  readonly details: ReadonlyMap<number, Detail>;
}

interface Cell {
  readonly from: number;
  readonly to: number;
}

function cellsOf(text: string): readonly Cell[] {
  const separator = text.includes('\t') ? '\t' : '|';
  const cells: Cell[] = [];
  let from = 0;
  for (const cell of text.split(separator)) {
    cells.push({ from, to: from + cell.length });
    from += cell.length + 1;
  }
  return cells;
}

function columnsOf({ text }: Block, cells: readonly Cell[]): Columns | undefined {
  const labels = cells.map(({ from, to }) => text.slice(from, to).replace(/\s+/gu, ''));
  const person = labels.findIndex((label) => PERSONS.test(label));
  const name = person >= 0 ? person : labels.findIndex((label) => UNITS.test(label));
  if (name < 0) return undefined;
  const details = new Map<number, Detail>();
  for (const [i, label] of labels.entries()) {
    const detail = i === name ? undefined : detailFor(label);
    if (detail) details.set(i, detail);
  }
  return details.size > 0 || labels.some((label) => REACH.test(label))
    ? { name, personal: person >= 0, details }
    : undefined;
}

const PERSONS = /^(?:领导)?姓名$/u;
const UNITS = /^(?:责任)?(?:单位|部门|科室|处室|股室|机构|学校)(?:名称|全称)?$|^(?:名称|全称)$/u;
/** Columns that only a directory has, though they say nothing about who is who. */
const REACH = /电话|手机|房间|地址|邮箱|备注|办公室?号/u;

function rowOf(
  block: Block,
  cells: readonly Cell[],
  { name: at, personal, details }: Columns,
  order: number,
): Entry | undefined {
  const cell = cells[at];
  const title = cell && named(block, cell.from, cell.to);
  if (!title || !isLettered(title.name)) return undefined;
  const found = nothing();
  for (const [i, detail] of details) {
    const value = cells[i];
    if (value) found[detail].push(...namedIn(block, value.from, value.to, detail));
  }
  return entryWith(title, found, { span: block.span, section: undefined, order, leads: personal });
}
