import type { MissingRule } from '../../core/lint/settings.ts';
import type { StubPlace } from '../../core/lint/stub/style.ts';
import type { FieldRole } from '../../core/plan/plan.ts';
import type { FieldSurvey } from '../init/survey.ts';

/** What `planlint init` says, most of it in the configuration that it writes. */
export interface InitWords {
  readonly made: (plans: number, tasks: number) => string;
  readonly numbers: (shapes: readonly string[]) => string;
  readonly comments: string;
  readonly missing: Readonly<Record<MissingRule, string>>;
  readonly field: (field: FieldSurvey, plans: number) => string;
  readonly labels: string;
  readonly strangers: (labels: readonly string[]) => string;
  readonly rules: string;
  readonly found: (counts: readonly string[]) => string;
  readonly ignore: string;
  readonly directories: string;
  readonly noDirectory: string;
  readonly exists: (path: string) => string;
  readonly done: (path: string) => string;
}

export const initZh: InitWords = {
  made: (plans, tasks) => `planlint init 依照 ${plans} 份计划、${tasks} 项任务写成。`,
  numbers: (shapes) => `各级编号写作：${shapes.join(' → ')}`,
  comments: '两条斜线后面是说明，可以修改或删去。',
  missing: {
    'missing-lead':
      '每项任务都应写明牵头人或责任单位：always 一律要求；auto 有任务写明时才要求其余任务，全文都没有时只在标题提醒一次；never 不要求。',
    'missing-unit': '有牵头领导的任务也应写明责任单位。',
    'missing-deadline': '每项任务都应写明完成时限。',
  },
  field: ({ role, plans, stated, of, labels, place }, all) => {
    if (plans === 0) return `${zhRole[role]}：现有计划都没有写。`;
    const written = labels.length > 0 ? `，写作“${labels.slice(0, 3).join('”“')}”` : '';
    const where = place ? `，${zhPlace[place]}` : '';
    return `${zhRole[role]}：${all} 份计划中有 ${plans} 份写明，其 ${of} 项任务中有 ${stated} 项${written}${where}。`;
  },
  labels: '除常用标签外，本单位自己的标签，如 { "unit": ["具体承办"] }；另有 lead、support、deadline。',
  strangers: (labels) =>
    `“${labels.join('”“')}”像是字段的标签，但不认识；如果是，请去掉下一行的斜线，并按含义放在 lead、unit、support 或 deadline 下。`,
  rules:
    '各规则的级别：error、warning、info、hint 或 off，如 { "number-gap": "error" }；全部规则见 planlint rules。',
  found: (counts) => `现有问题：${counts.join('、')}。旧问题可用 planlint baseline 记下，以后只看新的。`,
  ignore: '文件夹中不检查的文件，写法同 .gitignore，如 "草稿/"。',
  directories: '责任单位名录：其中没有的单位和领导会被指出。',
  noDirectory: '责任单位名录所在的文件；有了名录，才能指出不存在的单位和领导。',
  exists: (path) => `${path} 已经存在，没有改动；要看会写什么，请加 --dry-run。`,
  done: (path) => `已写入 ${path}。接着可以：planlint 检查；planlint baseline 记下旧问题。`,
};

const zhRole: Readonly<Record<FieldRole, string>> = {
  lead: '牵头',
  unit: '责任单位',
  support: '配合单位',
  deadline: '完成时限',
};

const zhPlace: Readonly<Record<StubPlace, string>> = {
  bracket: '在任务末尾的括号里',
  line: '另起一行',
  inline: '接在正文后面',
  cell: '在表格里',
};

export const initEn: InitWords = {
  made: (plans, tasks) =>
    `planlint init wrote this after ${plans} plan${plans === 1 ? '' : 's'} with ${tasks} task${tasks === 1 ? '' : 's'}.`,
  numbers: (shapes) => `Numbers are written ${shapes.join(' → ')}`,
  comments: 'What follows two slashes is a comment; change or delete it as you like.',
  missing: {
    'missing-lead':
      'Every task names who leads or is responsible: always; auto, where some task of the plan does, else once on the title; never.',
    'missing-unit': 'A task that a person leads also names the responsible unit.',
    'missing-deadline': 'Every task states a deadline.',
  },
  field: ({ role, plans, stated, of, labels, place }, all) => {
    if (plans === 0) return `${enRole[role]}: no plan states it.`;
    const written = labels.length > 0 ? `, as “${labels.slice(0, 3).join('”, “')}”` : '';
    const where = place ? `, ${enPlace[place]}` : '';
    return `${enRole[role]}: in ${plans} of ${all} plan${all === 1 ? '' : 's'}, for ${stated} of their ${of} tasks${written}${where}.`;
  },
  labels: 'Labels of your own, such as { "unit": ["具体承办"] }; there are lead, support and deadline, too.',
  strangers: (labels) =>
    `“${labels.join('”, “')}” may be labels, but are not known; if they are, uncomment the next line and put them under lead, unit, support or deadline.`,
  rules:
    'Severity of rules: error, warning, info, hint or off, such as { "number-gap": "error" }; planlint rules lists them.',
  found: (counts) =>
    `Found now: ${counts.join(', ')}. planlint baseline notes these, so that only new ones count.`,
  ignore: 'Files in folders that are not checked, written as in .gitignore, such as "drafts/".',
  directories: 'Unit directories: units and leaders that they lack are reported.',
  noDirectory: 'Files with a unit directory, without which unknown units and leaders cannot be reported.',
  exists: (path) => `${path} is there already and was left alone; --dry-run shows what would be written.`,
  done: (path) => `Wrote ${path}. Next: planlint checks; planlint baseline notes old findings.`,
};

const enRole: Readonly<Record<FieldRole, string>> = {
  lead: 'Lead',
  unit: 'Responsible unit',
  support: 'Support',
  deadline: 'Deadline',
};

const enPlace: Readonly<Record<StubPlace, string>> = {
  bracket: 'in a bracket at the end of the task',
  line: 'on a line of its own',
  inline: 'behind the text',
  cell: 'in a table',
};
