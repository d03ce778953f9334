import { labelOf } from '../../exports/ledger.ts';
import { html, page, table, tiles } from '../../exports/page/page.ts';
import { flatMapped } from '../../text/flat.ts';
import { jsonOf, type Language, languageTag } from '../report.ts';
import type { Difference, LedgerRow, Progress, Standing, State } from './progress.ts';

/** The progress in one of the formats `text`, `json`, `html`. */
export function progressAs(format: string, progress: Progress, language: Language): string {
  if (format === 'json') return jsonOf(modelOf(progress));
  return format === 'html' ? pageOf(progress, WORDS[language], language) : textOf(progress, WORDS[language]);
}

const WORDS = {
  zh: {
    title: '任务进展',
    state: { done: '已完成', doing: '进行中', silent: '未填进展', missing: '台账缺此任务' },
    late: '逾期未完成',
    unitHead: ['单位', '任务', '已完成', '进行中', '未填进展', '台账缺此任务', '逾期未完成'],
    head: ['任务', '责任单位', '完成时限', '状态', '进展', '备注', '与计划不符'],
    difference: { title: '任务', units: '责任单位', deadline: '时限' },
    differs: (plan: string, ledger: string) => `计划为“${plan}”，台账为“${ledger}”`,
    differences: '台账与计划不符',
    strangers: '台账中有、计划中没有的任务',
    units: '各单位进展',
    tasks: '各项任务进展',
    colon: '：',
    search: '搜索任务、单位',
  },
  en: {
    title: 'Progress of tasks',
    state: { done: 'done', doing: 'under way', silent: 'nothing said', missing: 'not in the ledger' },
    late: 'late',
    unitHead: ['Unit', 'Tasks', 'Done', 'Under way', 'Nothing said', 'Not in the ledger', 'Late'],
    head: ['Task', 'Units', 'Deadline', 'State', 'Progress', 'Remarks', 'Differs from the plan'],
    difference: { title: 'task', units: 'units', deadline: 'deadline' },
    differs: (plan: string, ledger: string) => `the plan has “${plan}”, the ledger “${ledger}”`,
    differences: 'Where the ledger no longer matches the plan',
    strangers: 'Rows of the ledger without a task in the plan',
    units: 'By unit',
    tasks: 'By task',
    colon: ': ',
    search: 'Search tasks, units',
  },
} as const;
type Words = (typeof WORDS)[Language];

const STATES: readonly State[] = ['done', 'doing', 'silent', 'missing'];

function sums({ counts, tasks }: Progress, words: Words): readonly (readonly [string, number])[] {
  const late = tasks.filter((standing) => standing.late).length;
  return [...STATES.map((state) => [words.state[state], counts[state]] as const), [words.late, late]];
}

function textOf(progress: Progress, words: Words): string {
  const { tasks, units, strangers } = progress;
  const stated = (list: readonly (readonly [string, number])[]) =>
    flatMapped(list, ([name, count]) => (count > 0 ? [`${name} ${count}`] : [])).join('  ');
  const ofUnit = units.map((unit) => {
    const counts = [
      ...STATES.map((state) => [words.state[state], unit[state]] as const),
      [words.late, unit.late] as const,
    ];
    return `  ${unit.name}  ${unit.tasks}  ${stated(counts)}`;
  });
  const late = tasks.filter((standing) => standing.late);
  const part = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', heading, ...lines] : [];
  const differing = flatMapped(tasks, ({ entry, differences }) =>
    differences.map((one) => `  ${labelOf(entry.task)}  ${differenceText(one, words)}`),
  );
  const lines = [
    stated(sums(progress, words)),
    ...part(words.units, ofUnit),
    ...part(
      words.late,
      late.map(({ entry }) => `  ${labelOf(entry.task)}  ${entry.deadline?.text ?? ''}  ${ownersOf(entry)}`),
    ),
    ...part(
      words.state.missing,
      tasks.filter(({ state }) => state === 'missing').map(({ entry }) => `  ${labelOf(entry.task)}`),
    ),
    ...part(words.differences, differing),
    ...part(
      words.strangers,
      strangers.map(({ number, title }) => `  ${number ? `${number}. ` : ''}${title}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function ownersOf({ leadUnits, units }: Standing['entry']): string {
  return [...new Set([...leadUnits, ...units])].join('、');
}

function differenceText({ kind, plan, ledger }: Difference, words: Words): string {
  return `${words.difference[kind]}${words.colon}${words.differs(plan, ledger)}`;
}

function pageOf(progress: Progress, words: Words, language: Language): string {
  const units = progress.units.map(({ name, tasks, done, doing, silent, missing, late }) => ({
    cells: [html(name), ...[tasks, done, doing, silent, missing, late].map(String)],
  }));
  const tasks = progress.tasks.map(({ entry, row, state, late, differences }) => ({
    cells: [
      html(labelOf(entry.task)),
      html(ownersOf(entry)),
      html(entry.deadline?.text ?? ''),
      `<span class="${state === 'done' ? 'good' : late ? 'bad' : 'soft'}">${words.state[state]}${late ? `<small>${words.late}</small>` : ''}</span>`,
      html(row?.progress ?? ''),
      html(row?.remark ?? ''),
      differences.map((one) => `<p>${html(differenceText(one, words))}</p>`).join(''),
    ],
  }));
  const strangers = progress.strangers.map(
    ({ number, title }) => `<li>${html(number ? `${number}. ${title}` : title)}</li>`,
  );
  const body = [
    `<h1>${words.title}</h1>`,
    tiles(sums(progress, words)),
    `<h2>${words.units}</h2>${table(words.unitHead, units)}`,
    `<h2>${words.tasks}</h2><form class="filters"><input type="search" placeholder="${words.search}" aria-label="${words.search}"><output></output></form>${table(words.head, tasks)}`,
    ...(strangers.length > 0 ? [`<h2>${words.strangers}</h2><ul>${strangers.join('')}</ul>`] : []),
  ];
  return page(words.title, languageTag(language), body.join('\n'));
}

/** The progress as data (schema version 1). */
function modelOf({ today, counts, units, tasks, strangers }: Progress) {
  const rowModel = ({ progress, remark }: LedgerRow) => ({ progress, remark });
  return {
    schemaVersion: 1,
    ...{ today: today ?? null, counts, units },
    tasks: tasks.map(({ entry, row, state, late, differences }) => ({
      ...{ path: entry.path, number: entry.task.number, title: entry.task.title, state, late },
      ...(row ? rowModel(row) : { progress: null, remark: null }),
      differences,
    })),
    rowsWithoutTask: strangers,
  };
}
