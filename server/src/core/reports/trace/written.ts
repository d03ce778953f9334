import { labelOf } from '../../exports/ledger.ts';
import { html, page, table, tiles } from '../../exports/page/page.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf } from '../../text/text.ts';
import { jsonOf, type Language, languageTag, ownersOf } from '../report.ts';
import type { Trace } from './trace.ts';

/** Traces in one of the formats `text` (an outline), `md` (a table), `json`, `html`. */
export function traceAs(format: string, traces: readonly Trace[], language: Language): string {
  const words = WORDS[language];
  switch (format) {
    case 'json':
      return jsonOf({ schemaVersion: 1, plans: traces.map(modelOf) });
    case 'md':
      return traces.map((trace) => markdown(trace, words)).join('\n');
    case 'html':
      return pageOf(traces, words, language);
    default:
      return traces.map((trace) => outlined(trace, words)).join('\n');
  }
}

const WORDS = {
  zh: {
    title: '目标与任务对照',
    head: ['目标', '任务', '责任单位', '完成时限'],
    none: '没有对应的任务',
    loose: '没有对应目标的任务',
    noObjectives: '计划中没有读到目标',
    counts: ['个目标', '个目标没有任务', '项任务没有目标'],
    search: '搜索目标、任务、单位',
    and: '、',
  },
  en: {
    title: 'Objectives and tasks',
    head: ['Objective', 'Task', 'Owners', 'Deadline'],
    none: 'no task serves it',
    loose: 'Tasks that serve no objective',
    noObjectives: 'no objectives were read in this plan',
    counts: ['objectives', 'objectives without a task', 'tasks without an objective'],
    search: 'Search objectives, tasks, units',
    and: ', ',
  },
} as const;
type Words = (typeof WORDS)[Language];

function nameOf({ document: { plan, path } }: Trace): string {
  return plan.title?.text ?? path;
}

function emptyOf({ objectives }: Trace): number {
  return objectives.filter(({ tasks }) => tasks.length === 0).length;
}

function outlined(trace: Trace, words: Words): string {
  const { objectives, loose } = trace;
  const lines = flatMapped(objectives, ({ objective, tasks }) => [
    `  ${labelOf(objective)}`,
    ...(tasks.length === 0 ? [`    ! ${words.none}`] : tasks.map((task) => `    - ${labelOf(task)}`)),
  ]);
  const rest =
    loose.length > 0 ? [`  ! ${words.loose}`, ...loose.map((task) => `    - ${labelOf(task)}`)] : [];
  const empty = objectives.length === 0 ? [`  ! ${words.noObjectives}`] : [];
  const counts = [objectives.length, emptyOf(trace), loose.length].map(
    (count, i) => `${count} ${words.counts[i]}`,
  );
  return `${[`${nameOf(trace)}  ${counts.join(words.and)}`, ...empty, ...lines, ...rest].join('\n')}\n`;
}

interface Line {
  readonly objective: string;
  readonly task: Task | undefined;
}

function linesOf({ objectives, loose }: Trace, words: Words): readonly Line[] {
  const served = flatMapped(objectives, ({ objective, tasks }): readonly Line[] =>
    tasks.length === 0
      ? [{ objective: labelOf(objective), task: undefined }]
      : tasks.map((task) => ({ objective: labelOf(objective), task })),
  );
  return [...served, ...loose.map((task) => ({ objective: `（${words.loose}）`, task }))];
}

function cellsOf({ objective, task }: Line, words: Words): readonly string[] {
  if (!task) return [objective, `（${words.none}）`, '', ''];
  const deadline = task.deadline ?? task.proseDeadlines[0];
  return [objective, labelOf(task), ownersOf(task).join(words.and), deadline?.text ?? ''];
}

function markdown(trace: Trace, words: Words): string {
  const plain = (text: string) => text.replace(/[\\`*_[\]<>|#]/gu, '\\$&').replace(/[\r\n]+/gu, ' ');
  const row = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |\n`;
  const rows = linesOf(trace, words).map((line) => row(cellsOf(line, words)));
  return `## ${plain(nameOf(trace))}\n\n${row(words.head)}${row(words.head.map(() => '---'))}${rows.join('')}`;
}

function pageOf(traces: readonly Trace[], words: Words, language: Language): string {
  const sum = (count: (trace: Trace) => number) => traces.reduce((all, trace) => all + count(trace), 0);
  const numbers = [
    sum(({ objectives }) => objectives.length),
    sum(emptyOf),
    sum(({ loose }) => loose.length),
  ];
  const parts = traces.map((trace) => {
    const rows = linesOf(trace, words).map((line) => ({
      cells: cellsOf(line, words).map(html),
      ...(line.task && !trace.loose.includes(line.task) ? {} : { className: 'bad' }),
    }));
    return `<h2>${html(nameOf(trace))}</h2>${table(words.head, rows)}`;
  });
  const search = `<form class="filters"><input type="search" placeholder="${words.search}" aria-label="${words.search}"><output></output></form>`;
  const counts = tiles(words.counts.map((name, i) => [name, numbers[i] ?? 0] as const));
  return page(
    words.title,
    languageTag(language),
    [`<h1>${words.title}</h1>`, counts, search, ...parts].join('\n'),
  );
}

function modelOf({ document: { path, plan }, objectives, loose }: Trace) {
  return {
    ...{ path, title: plan.title?.text ?? null },
    objectives: objectives.map(({ objective, tasks }) => ({
      ...taskModel(plan, objective),
      tasks: tasks.map((task) => taskModel(plan, task)),
    })),
    tasksWithoutObjective: loose.map((task) => taskModel(plan, task)),
  };
}

function taskModel({ lineStarts }: Plan, { number, title, span }: Task) {
  return { number, title, line: lineOf(lineStarts, span.start) + 1 };
}
