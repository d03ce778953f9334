import { flatMapped } from '../../text/flat.ts';
import { isToDo } from '../outline/offices.ts';
import { isBody } from './bodies.ts';
import { namesPersons, roleAlone } from './label-shapes.ts';
import { type Labels, roleOfLabel } from './labels.ts';
import { isPerson, isSurnamed, withoutPost } from './persons.ts';

/** What the header of a table says of its columns. */
export interface Columns {
  readonly count: number;
  /** How many there are up to the last one with a name. */
  readonly named: number;
  /** -1 where rows are not numbered. */
  readonly number: number;
  readonly task: number;
  /** The column behind it, or behind the numbers there, that says what is done, too, where its cell is merged; -1 where none does. */
  readonly next: number;
  /** The column right behind it, where rows are not numbered: what has a number there is a task; -1 where somebody or a day stands there. */
  readonly lower: number;
  /** The column of 一级任务, which a row without 二级任务 is called by; -1 where none is. */
  readonly upper: number;
  readonly labels: readonly (readonly [column: number, label: string])[];
  /** The columns that name somebody. */
  readonly bodies: readonly number[];
  /** The column that says by when, under a label; -1 where none does. */
  readonly dated: number;
  /** The column that says in which period a row is done, and not by when; -1 where none does. */
  readonly period: number;
}

/** Whether a row may head a table: short names alone, of tasks among others. */
export function isHeader(names: readonly string[]): boolean {
  return taskColumn(names) >= 0 && names.every((name) => name.length <= LONGEST_NAME && !/\d/u.test(name));
}

const LONGEST_NAME = 10;

/**
 * The names of columns where a second row of the header parts what the first one names (责任分工: 责任领导, 责任单位);
 * undefined where it is no such row.
 */
export function lowerNames(
  upper: readonly string[],
  lower: readonly string[],
  labels: Labels,
): readonly string[] | undefined {
  if (lower[0] !== '' || lower.some((name) => name.length > LONGEST_NAME)) return undefined;
  if (lower.every((name) => roleOfLabel(labels, name) === 'other')) return undefined;
  const longer = upper.length < lower.length ? lower : upper;
  return longer.map((_, i) => lower[i] || (upper[i] ?? ''));
}

export function columnsOf(names: readonly string[], known: Labels): Columns | undefined {
  const task = taskColumn(names);
  if (task < 0) return undefined;
  const labels = flatMapped(names, (name, column) => {
    const label = name.replace(/\([^()]*\)$/u, '');
    return labelOf(label, known) === undefined ? [] : [[column, label] as const];
  });
  const body = names.findIndex((name) => BODY_COLUMN.test(name));
  const isDated = ([, label]: readonly [number, string]) => roleOfLabel(known, label) === 'deadline';
  const isOther = (label: readonly [number, string]) => isDated(label) || namesPersons(label[1]);
  if (body >= 0 && labels.every((label) => isOther(label) && !MEASURE.test(names[body] ?? '')))
    labels.push([body, '责任单位']);
  const dated = labels.find(isDated)?.[0] ?? -1;
  const period = dated >= 0 ? -1 : periodColumn(names);
  if (period >= 0) labels.push([period, '完成时间']);
  if (labels.length === 0) return undefined;
  const number = names.findIndex((name) => NUMBER_COLUMN.test(name));
  const next = number === task + 1 ? number + 1 : task + 1;
  const bodies = flatMapped(labels, ([column, label]) =>
    roleOfLabel(known, label) === 'deadline' ? [] : [column],
  );
  return {
    count: names.length,
    named: names.reduce((last, name, i) => (name === '' ? last : i + 1), 0),
    number,
    task,
    next: saysWhat(names[next] ?? '') ? next : -1,
    lower:
      number < 0 && task + 1 < names.length && labels.every(([column]) => column !== task + 1)
        ? task + 1
        : -1,
    upper: names.findIndex((name) => isUpper(name, names)),
    labels,
    bodies,
    dated,
    period,
  };
}

/** The label of a column, which its name may say in part; who is named below tells what it is: 主抓, 经办; 局领导. */
export function labelOf(name: string, labels: Labels, words = ''): string | undefined {
  const isOne = (label: string) => roleOfLabel(labels, label) !== 'other';
  if (isOne(name)) return name;
  if (name.endsWith('领导') && roleAlone(name, true))
    return words === '' || opensWithPerson(words) ? `分管${name}` : undefined;
  const [person, body] = [`${name}领导`, `${name}单位`] as const;
  if (name.length !== 2 || !isOne(person) || !isOne(body)) return undefined;
  return words.split(/[、,;\s]+/u).every(isPerson) ? person : body;
}

/** Whether a cell begins with a person: 35人 and 自愿 say how many take part. */
function opensWithPerson(words: string): boolean {
  const first = /^(?:\S\s+)?[^、,;\s]+/u.exec(words)?.[0].replace(/\s+/gu, '') ?? '';
  const { from, to } = withoutPost(first, true);
  const name = first.slice(from, to);
  return isPerson(name) || (name.length > 2 && isSurnamed(name) && !isBody(name));
}

/** The column that says what is to be done; -1 where none does. */
function taskColumn(names: readonly string[]): number {
  const columnOf = (is: (name: string) => boolean) =>
    names.findIndex((name) => name.length <= LONGEST_NAME && is(name));
  const columns = [
    columnOf((name) => TASK_COLUMN.test(name) && !SORT_COLUMN.test(name) && !isUpper(name, names)),
    columnOf((name) => MATTER_COLUMN.test(name)),
    columnOf((name) => TASK_COLUMN.test(name)),
  ];
  return columns.find((column) => column >= 0) ?? -1;
}

/** Whether a column says what is to be done, also by what is asked for: 具体举措, 工作要求. */
function saysWhat(name: string): boolean {
  return taskColumn([name]) >= 0 || /^(?:具体|工作|任务|目标)要求$/u.test(name);
}

/** Whether a column sorts those of another, which says what is to be done: 一级任务 above 二级任务. */
function isUpper(name: string, names: readonly string[]): boolean {
  return name.startsWith('一级') && names.some((one) => one.startsWith('二级') && TASK_COLUMN.test(one));
}

/** The column that says when a row is done in the closest terms; -1 where none does. */
export function periodColumn(names: readonly string[]): number {
  const columns = PERIOD_COLUMNS.map((pattern) => names.findIndex((name) => pattern.test(name)));
  return columns.find((column) => column >= 0) ?? -1;
}

/** The columns of calendars and of how long a row takes: 日期, 时间, 月份, 周次; 实施期限. */
const PERIOD_COLUMNS = [
  /^(?:(?:起止)?日期|实施期限|建设周期)$/u,
  /^(?:起止|工作|活动|实施|计划|具体|开展|执行)*时间(?:安排)?$/u,
  /^月(?:份|次)?$/u,
  /^周(?:次|别|数)?$/u,
] as const;

/** `序号⇥科室⇥联络员⇥电话`, `班级⇥周一⇥周三`: the header of a table in which no task stands. */
export function isForeign(names: readonly string[]): boolean {
  const first = names[0] ?? '';
  return (
    names.length >= 3 &&
    (numbersRows(names) || (OF_FOREIGN.test(first) && !names.some(isToDo))) &&
    names.every((name) => name !== '' && name.length <= LONGEST_NAME && !/\d/u.test(name))
  );
}

/** Whether the first column of a table has numbers. */
export function numbersRows([first = '']: readonly string[]): boolean {
  return NUMBER_COLUMN.test(first);
}

/** What rows of other tables are about. */
const OF_FOREIGN = /^(?:项目|班[级次]|年级|节次|姓名|职务|时间|日期|星期|周次|组别)$/u;
const NUMBER_COLUMN = /^(?:(?:任务|事项|项目|工作|问题|隐患)?(?:序号|编号)|号)$/u;
/** What rows are sorted by, and no task: 项目类别, 任务来源. */
const SORT_COLUMN = /(?:类别|类型|分类|种类|来源|性质|属性|级别|等级|依据|序号|编号|编码|代码)$/u;
const TASK_COLUMN = /任务|事项|工作内容|主要内容|(?:重点|主要|具体)工作|举措|措施|项目|目标|职责/u;
/** What else rows may be about, where a column says who or by when: 工程名称, 活动内容, 民生实事, 会议名称. */
const MATTER_COLUMN =
  /(?:内容(?:[与及和、].{2,4})?|实事|要点|课题|议题|活动|安排|主题|清单|工程|(?:反馈|整改|发现)问题|(?:问题|隐患)描述)$|(?<!单位|部门|机构|学校|企业|科室|姓名|人员|领导)名称$|^工作$/u;
/** A table of `部门` and `职责与任务` says who answers for what. Beside a day 单位 may be that of a measure. */
const BODY_COLUMN = /^(?:部门|单位|[科处股]室|成员单位)(?:名称)?$/u;
const MEASURE = /^单位/u;
