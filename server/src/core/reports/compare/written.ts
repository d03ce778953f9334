import { labelOf } from '../../exports/ledger.ts';
import { html, page, table, tiles } from '../../exports/page/page.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';
import { lineOf } from '../../text/text.ts';
import { jsonOf, type Language, languageTag } from '../report.ts';
import { type Change, type Comparison, countsOf, type Item, wordsOf } from './compare.ts';
import { marked } from './marked.ts';

/** How two plans differ, in one of the formats `text`, `json`, `html`. */
export function comparisonAs(format: string, comparison: Comparison, language: Language): string {
  if (format === 'json') return jsonOf(modelOf(comparison));
  return format === 'html'
    ? pageOf(comparison, WORDS[language], language)
    : textOf(comparison, WORDS[language]);
}

const WORDS = {
  zh: {
    title: '计划比较',
    status: { new: '新增', dropped: '删去', changed: '改动', kept: '未变' },
    kind: {
      ...{ wording: '措辞', place: '移动', lead: '牵头', unit: '责任单位', support: '配合单位' },
      ...{ deadline: '时限', number: '指标' },
    },
    colon: '：',
    none: '（无）',
    head: ['状态', '原计划', '新计划', '改动'],
    search: '搜索任务',
    all: '全部状态',
  },
  en: {
    title: 'Comparison of plans',
    status: { new: 'new', dropped: 'dropped', changed: 'changed', kept: 'kept' },
    kind: {
      ...{ wording: 'wording', place: 'moved', lead: 'lead', unit: 'responsible', support: 'support' },
      ...{ deadline: 'deadline', number: 'target' },
    },
    colon: ': ',
    none: '(none)',
    head: ['Status', 'Old', 'New', 'Changes'],
    search: 'Search tasks',
    all: 'All',
  },
} as const;
type Words = (typeof WORDS)[Language];

const SIGNS: Readonly<Record<Item['status'], string>> = { new: '+', dropped: '-', changed: '~', kept: '=' };

function nameOf({ plan, path }: Comparison['old']): string {
  return plan.title?.text ?? path;
}

function textOf(comparison: Comparison, words: Words): string {
  const counts = countsOf(comparison);
  const sums = (['kept', 'changed', 'new', 'dropped'] as const).map(
    (status) => `${words.status[status]} ${counts[status]}`,
  );
  const kinds = flatMapped(Object.entries(words.kind), ([kind, name]) => {
    const count = counts[kind as Change['kind']];
    return count > 0 ? [`${name} ${count}`] : [];
  });
  const lines = flatMapped(
    comparison.items.filter(({ status }) => status !== 'kept'),
    (item) => {
      const task = item.new ?? item.old;
      const head = `${SIGNS[item.status]} ${words.status[item.status]}  ${task ? labelOf(task) : ''}`;
      return [head, ...item.changes.map((change) => `    ${changeText(change, words)}`)];
    },
  );
  return `${[`${nameOf(comparison.old)} → ${nameOf(comparison.new)}`, [...sums, ...kinds].join('  '), ...lines].join('\n')}\n`;
}

function changeText({ kind, from, to }: Change, words: Words): string {
  const name = `${words.kind[kind]}${words.colon}`;
  if (kind === 'wording') return name + marked(from, to, ['[-', '-]'], ['{+', '+}'], String, true);
  return `${name}${from || words.none} → ${to || words.none}`;
}

function pageOf(comparison: Comparison, words: Words, language: Language): string {
  const counts = countsOf(comparison);
  const rows = comparison.items.map((item) => ({
    cells: [
      `<span class="${CLASSES[item.status]} nowrap">${SIGNS[item.status]} ${words.status[item.status]}</span>`,
      cellOf(comparison.old.plan, item.old),
      cellOf(comparison.new.plan, item.new),
      item.changes.map((change) => `<p>${changeHtml(change, words)}</p>`).join(''),
    ],
    keys: { status: [words.status[item.status]] },
  }));
  const title = `${nameOf(comparison.old)} → ${nameOf(comparison.new)}`;
  const choices = Object.values(words.status).map((status) => `<option>${status}</option>`);
  const body = [
    `<h1>${html(words.title)}</h1><p class="soft">${html(title)}</p>`,
    tiles([
      ...(['kept', 'changed', 'new', 'dropped'] as const).map(
        (status) => [words.status[status], counts[status]] as const,
      ),
      ...(['lead', 'unit', 'deadline', 'number', 'place'] as const).map(
        (kind) => [words.kind[kind], counts[kind]] as const,
      ),
    ]),
    `<form class="filters"><input type="search" placeholder="${words.search}" aria-label="${words.search}"><select data-filter="status" aria-label="${words.all}"><option value="">${words.all}</option>${choices.join('')}</select><output></output></form>`,
    table(words.head, rows),
  ];
  return page(`${words.title}${words.colon}${title}`, languageTag(language), body.join('\n'));
}

const CLASSES: Readonly<Record<Item['status'], string>> = {
  new: 'good',
  dropped: 'bad',
  changed: 'moved',
  kept: 'soft',
};

function cellOf(plan: Plan, task: Task | undefined): string {
  if (!task) return '';
  const more = wordsOf(plan, task).slice(task.title.length).replace(STOP, '').slice(0, 120);
  return more ? `${html(labelOf(task))}<small>${html(more)}</small>` : html(labelOf(task));
}

/** The mark behind a title that is all. */
const STOP = /^[。；;.]/u;

function changeHtml({ kind, from, to }: Change, words: Words): string {
  const name = `<b>${words.kind[kind]}</b>${words.colon}`;
  if (kind === 'wording')
    return name + marked(from, to, ['<del>', '</del>'], ['<ins>', '</ins>'], html, true);
  return `${name}<del>${html(from || words.none)}</del> → <ins>${html(to || words.none)}</ins>`;
}

/** The comparison as data (schema version 1); lines are 1-based. */
function modelOf(comparison: Comparison) {
  const side = ({ path, plan }: Comparison['old']) => ({
    path,
    title: plan.title?.text ?? null,
    year: plan.year ?? null,
  });
  const taskIn = (plan: Plan, task: Task | undefined) =>
    task
      ? {
          number: task.number,
          title: task.title,
          role: task.role,
          line: lineOf(plan.lineStarts, task.span.start) + 1,
        }
      : null;
  return {
    schemaVersion: 1,
    ...{ old: side(comparison.old), new: side(comparison.new), counts: countsOf(comparison) },
    items: comparison.items.map(({ status, old, new: fresh, changes }) => ({
      ...{ status, old: taskIn(comparison.old.plan, old), new: taskIn(comparison.new.plan, fresh), changes },
    })),
  };
}
