import type { LedgerRow } from '../../core/reports/progress/progress.ts';
import { inOneLine } from '../../core/text/cells.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { ReadSheet } from './read.ts';

/** A sheet that lists tasks: its heads, and the rows below them. */
export interface LedgerSheet {
  readonly name: string;
  /** What stands above the heads. */
  readonly above: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The sheets that list tasks, as the words of their heads say; a sheet of rows that another one has, too, is left out. */
function ledgersIn(sheets: readonly ReadSheet[]): readonly LedgerSheet[] {
  const seen = new Set<string>();
  return flatMapped(sheets, ({ name, rows }) => {
    const at = rows.findIndex(isHead);
    const heads = rows[at];
    if (!heads) return [];
    const below = rows.slice(at + 1).filter((row) => row.some((cell) => cell !== ''));
    // What is filled in makes no other task of a row.
    const stated = heads.map((head, i) => (FILLED.test(head) ? -1 : i)).filter((i) => i >= 0);
    const fresh = below.filter((row) => {
      const key = stated.map((i) => row[i] ?? '').join('\t');
      const known = seen.has(key);
      seen.add(key);
      return !known;
    });
    if (below.length > 0 && fresh.length === 0) return [];
    const above = flatMapped(rows.slice(0, at), (row) => row.filter((cell) => cell !== ''));
    return [{ name, above, heads: heads.map((head) => head.replace(/\s+/gu, '')), rows: fresh }];
  });
}

/** `进展`, `完成情况`, `备注`: what is left to be filled in. */
const FILLED = /进展|进度|完成情况|落实情况|推进情况|备注/u;

/** A row that names what is to be done, and who or when. */
function isHead(row: readonly string[]): boolean {
  const words = row.map((cell) => cell.replace(/\s+/gu, '')).filter((cell) => cell !== '');
  if (words.some((word) => word.length > 16)) return false;
  return words.some((word) => WORK.test(word)) && words.some((word) => WHO_OR_WHEN.test(word));
}

/** `任务`, `重点工作内容`, `工作事项` */
const WORK =
  /^(?:重点|主要|具体|目标|年度)?(?:工作|目标)?(?:任务|工作|内容|事项|项目|举措|措施|要点)(?:名称|内容|事项|分解|及要求)?$/u;
const WHO_OR_WHEN = /牵头|责任|负责|配合|主办|承办|协办|时限|期限|时间|日期/u;

/** A workbook as plan text: the tables of tasks, or all that it holds where there are none. */
export function planTextOf(sheets: readonly ReadSheet[]): string {
  const ledgers = ledgersIn(sheets);
  if (ledgers.length === 0) return sheets.map(({ rows }) => rows.map(rowText).join('')).join('');
  return ledgers
    .map(({ above, heads, rows }) => {
      // A column that is yet to be filled in is none of the plan.
      const kept = heads.map((_, i) => rows.some((row) => (row[i] ?? '') !== ''));
      const pick = (row: readonly string[]) => heads.map((_, i) => row[i] ?? '').filter((_, i) => kept[i]);
      return [
        ...above.map((words) => `${inOneLine(words)}\n`),
        ...[heads, ...rows].map((row) => rowText(pick(row))),
      ].join('');
    })
    .join('');
}

function rowText(row: readonly string[]): string {
  const cells = row.map(inOneLine);
  while (cells.at(-1) === '') cells.pop();
  return cells.length === 0 ? '' : `${cells.join('\t')}\n`;
}

/**
 * The rows of all ledgers, by what their heads say. A task that several sheets have is one row, with what was filled in
 * on any of them.
 */
export function ledgerRowsOf(sheets: readonly ReadSheet[]): readonly LedgerRow[] {
  const rows = new Map<string, LedgerRow>();
  for (const row of flatMapped(sheets, (sheet) => rowsIn([sheet]))) {
    const key = `${row.number}\t${row.title}\t${row.deadline}`;
    const known = rows.get(key);
    const joined = (a: string, b: string) =>
      a === '' || a.includes(b) ? a || b : b === '' ? a : `${a}；${b}`;
    rows.set(
      key,
      known
        ? {
            ...known,
            progress: joined(known.progress, row.progress),
            remark: joined(known.remark, row.remark),
          }
        : row,
    );
  }
  return [...rows.values()];
}

function rowsIn(sheets: readonly ReadSheet[]): readonly LedgerRow[] {
  return flatMapped(ledgersIn(sheets), ({ heads, rows }) => {
    const column = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head));
    const title = [/^任务(?:名称)?$/u, WORK].map(column).find((at) => at >= 0) ?? -1;
    const columns = {
      number: column(/^(?:序号|编号|任务编号)$/u),
      ...{ title, units: column(/责任(?:单位|科室|部门|处室|股室)|承办|落实单位|主办/u) },
      ...{ deadline: column(/时限|期限|完成时间/u), due: column(/截止|到期/u) },
      ...{ progress: column(/进展|进度|完成情况|落实情况|推进情况/u), remark: column(/备注|说明/u) },
    };
    return flatMapped(rows, (row) => {
      const cell = (at: number) => inOneLine(row[at] ?? '');
      const { number, units, deadline, due, progress, remark } = columns;
      const said = {
        ...{ number: cell(number), title: cell(title), units: cell(units), deadline: cell(deadline) },
        ...{ due: cell(due), progress: cell(progress), remark: cell(remark) },
      };
      return said.title === '' ? [] : [said];
    });
  });
}
