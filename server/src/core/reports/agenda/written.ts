import { calendar } from '../../exports/ics.ts';
import { labelOf } from '../../exports/ledger.ts';
import { html, page, table, tiles } from '../../exports/page/page.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf } from '../../text/text.ts';
import { jsonOf, type Language, languageTag, ownersOf } from '../report.ts';
import type { Agenda, Due, State } from './agenda.ts';

/** An agenda in one of the formats `text`, `json`, `ics`, `html`. */
export function agendaAs(format: string, agenda: Agenda, language: Language): string {
  const words = WORDS[language];
  switch (format) {
    case 'json':
      return jsonOf(modelOf(agenda));
    case 'ics': {
      const entries = new Set(flatMapped(agenda.groups, ({ tasks }) => tasks.map(({ entry }) => entry)));
      return calendar([...entries], words.title, agenda.today);
    }
    case 'html':
      return pageOf(agenda, words, language);
    default:
      return textOf(agenda, words);
  }
}

const WORDS = {
  zh: {
    title: '工作计划时限',
    state: {
      past: '已逾期',
      soon: '近期到期',
      later: '以后到期',
      recurring: '定期',
      open: '长期',
      none: '未写明时限',
    },
    days: (days: number) => (days < 0 ? `逾期${-days}天` : days === 0 ? '今天' : `还有${days}天`),
    and: '、',
    head: ['截止日期', '任务', '牵头和责任单位', '完成时限', '出处'],
    search: '搜索任务、单位、领导',
    today: (day: string) => `以${day}为今天`,
  },
  en: {
    title: 'Deadlines of work plans',
    state: {
      past: 'past',
      soon: 'due soon',
      later: 'later',
      recurring: 'recurring',
      open: 'open',
      none: 'no deadline',
    },
    days: (days: number) => (days < 0 ? `${-days} days past` : days === 0 ? 'today' : `in ${days} days`),
    and: ', ',
    head: ['Due', 'Task', 'Owners', 'Deadline', 'Plan'],
    search: 'Search tasks, units, leaders',
    today: (day: string) => `Today is taken to be ${day}`,
  },
} as const;
type Words = (typeof WORDS)[Language];

function sums({ counts }: Agenda, words: Words): readonly (readonly [string, number])[] {
  return (Object.keys(words.state) as State[])
    .filter((state) => counts[state] > 0)
    .map((state) => [words.state[state], counts[state]]);
}

function placeOf({ entry: { path, plan, task } }: Due): string {
  return `${path}:${lineOf(plan.lineStarts, task.span.start) + 1}`;
}

function textOf(agenda: Agenda, words: Words): string {
  const lines = flatMapped(agenda.groups, ({ name, tasks }) => [
    `${name}（${tasks.length}）`,
    ...tasks.map((due) => {
      const { entry, days } = due;
      const when = entry.deadline?.end ?? entry.deadline?.text ?? '-';
      const left = days === undefined ? '' : `（${words.days(days)}）`;
      const owners = ownersOf(entry.task).join(words.and);
      return `  ${[`${when}${left}`, labelOf(entry.task), owners, placeOf(due)].filter(Boolean).join('  ')}`;
    }),
  ]);
  return `${[
    sums(agenda, words)
      .map(([name, count]) => `${name} ${count}`)
      .join('  '),
    ...lines,
  ].join('\n')}\n`;
}

function pageOf(agenda: Agenda, words: Words, language: Language): string {
  const groups = agenda.groups.map(({ name, tasks }) => {
    const rows = tasks.map((due) => {
      const { entry, days, state } = due;
      const left = days === undefined ? '' : `<small class="${CLASSES[state]}">${words.days(days)}</small>`;
      return {
        cells: [
          `<span class="nowrap">${entry.deadline?.end ?? ''}</span>${left}`,
          html(labelOf(entry.task)),
          html(ownersOf(entry.task).join(words.and)),
          html(entry.deadline?.text ?? ''),
          `<small>${html(placeOf(due))}</small>`,
        ],
      };
    });
    return `<h2>${html(name)}（${tasks.length}）</h2>${table(words.head, rows)}`;
  });
  const search = `<form class="filters"><input type="search" placeholder="${words.search}" aria-label="${words.search}"><output></output></form>`;
  const today = agenda.today === undefined ? '' : `<p class="soft">${words.today(agenda.today)}</p>`;
  return page(
    words.title,
    languageTag(language),
    [`<h1>${words.title}</h1>${today}`, tiles(sums(agenda, words)), search, ...groups].join('\n'),
  );
}

const CLASSES: Readonly<Record<State, string>> = {
  ...{ past: 'bad', soon: 'moved', later: 'soft', recurring: 'soft', open: 'soft', none: 'soft' },
};

/** The agenda as data (schema version 1); lines are 1-based. */
function modelOf({ today, counts, groups }: Agenda) {
  return {
    schemaVersion: 1,
    ...{ today: today ?? null, counts },
    groups: groups.map(({ name, tasks }) => ({
      name,
      tasks: tasks.map(({ entry, state, days }) => ({
        ...{ path: entry.path, line: lineOf(entry.plan.lineStarts, entry.task.span.start) + 1 },
        ...{ number: entry.task.number, title: entry.task.title, owners: ownersOf(entry.task) },
        ...{
          deadline: entry.deadline?.text ?? null,
          end: entry.deadline?.end ?? null,
          state,
          days: days ?? null,
        },
      })),
    })),
  };
}
