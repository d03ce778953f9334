import type { Message } from '../core/lint/finding.ts';
import type { Rule } from '../core/lint/rule.ts';
import { cautions, type MissingRule } from '../core/lint/settings.ts';
import type { FieldRole } from '../core/plan/plan.ts';

/** What may stand in a configuration, of which both its check and its JSON schema are made. */
export function configShape(rules: readonly Rule[]): RecordShape {
  const shared = sharedKeys(rules);
  const override: RecordShape = {
    kind: 'record',
    keys: { files: { shape: { ...oneOrMore(glob), filled: true }, says: words.overrideFiles }, ...shared },
    required: ['files'],
  };
  return {
    kind: 'record',
    keys: {
      $schema: { shape: text, says: words.schema },
      root: { shape: { kind: 'switch' }, says: words.root },
      extends: { shape: oneOrMore(text), says: words.extends },
      locale: { shape: { kind: 'choice', choices: ['zh', 'en'] }, says: words.locale },
      files: { shape: list(glob), says: words.files },
      ignore: { shape: list(glob), says: words.ignore },
      ...shared,
      overrides: { shape: list(override), says: words.overrides },
    },
    required: [],
  };
}

export type Shape =
  | { readonly kind: 'text' }
  /** A pattern as in .gitignore. */
  | { readonly kind: 'glob' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Where `orOne`, an item may stand alone instead of a list of one. */
  | {
      readonly kind: 'list';
      readonly of: Shape;
      readonly orOne: boolean;
      /** An empty one would do nothing. */
      readonly filled?: boolean;
    }
  | RecordShape;

export interface RecordShape {
  readonly kind: 'record';
  readonly keys: Readonly<Record<string, Key>>;
  readonly required: readonly string[];
  /** The keys are ids of rules. */
  readonly ofRules?: boolean;
}

export interface Key {
  readonly shape: Shape;
  readonly says: Message;
}

/** What may be set for all files and for some. */
function sharedKeys(rules: readonly Rule[]): Readonly<Record<string, Key>> {
  const severity: Shape = { kind: 'choice', choices: ['error', 'warning', 'info', 'hint', 'off'] };
  const mode: Shape = { kind: 'choice', choices: ['auto', 'always', 'never'] };
  const modes: Readonly<Record<MissingRule, Key>> = {
    'missing-lead': { shape: mode, says: words['missing-lead'] },
    'missing-unit': { shape: mode, says: words['missing-unit'] },
    'missing-deadline': { shape: mode, says: words['missing-deadline'] },
  };
  const labels: Readonly<Record<FieldRole, Key>> = {
    lead: { shape: list(text), says: words.lead },
    unit: { shape: list(text), says: words.unit },
    support: { shape: list(text), says: words.support },
    deadline: { shape: list(text), says: words.deadline },
  };
  return {
    rules: {
      shape: {
        kind: 'record',
        keys: Object.fromEntries(rules.map(({ id, summary }) => [id, { shape: severity, says: summary }])),
        required: [],
        ofRules: true,
      },
      says: words.rules,
    },
    ...modes,
    labels: { shape: { kind: 'record', keys: labels, required: [] }, says: words.labels },
    words: {
      shape: {
        kind: 'record',
        keys: {
          add: { shape: list(text), says: words.add },
          ignore: { shape: list(text), says: words.unreported },
          caution: { shape: { kind: 'choice', choices: cautions }, says: words.caution },
        },
        required: [],
      },
      says: words.words,
    },
    directories: { shape: list(text), says: words.directories },
  };
}

const text: Shape = { kind: 'text' };
const glob: Shape = { kind: 'glob' };

function list(of: Shape): Shape {
  return { kind: 'list', of, orOne: false };
}

function oneOrMore(of: Shape): Shape & { readonly kind: 'list' } {
  return { kind: 'list', of, orOne: true };
}

const words = {
  schema: { zh: '本文件的 JSON 模式。', en: 'The JSON schema of this file.' },
  root: {
    zh: '为 true 时，不再读取上级文件夹中的 planlint.json。',
    en: 'If true, planlint.json files in the folders above are not read.',
  },
  extends: {
    zh: '先读取这些配置文件（相对于本文件的路径，或 node_modules 中的程序包），再由本文件补充或更改。',
    en: 'Configurations to start from: paths relative to this file, or packages in node_modules.',
  },
  locale: {
    zh: '命令行使用的语言；编辑器使用它自己的语言。',
    en: 'The language of the command line; an editor uses its own.',
  },
  files: {
    zh: '文件夹中还有哪些文件是计划，写法同 .gitignore，如 "*.md"。',
    en: 'Further files in folders that are plans, written as in .gitignore, such as "*.md".',
  },
  ignore: {
    zh: '文件夹中哪些文件不检查，写法同 .gitignore，如 "草稿/"。',
    en: 'Files in folders that are left out, written as in .gitignore, such as "drafts/".',
  },
  overrides: { zh: '只对部分文件有效的设置，后写的优先。', en: 'Settings for some files; later ones win.' },
  overrideFiles: {
    zh: '这些设置对哪些文件有效，写法同 .gitignore，如 "学校/**"。',
    en: 'The files that these settings are for, written as in .gitignore, such as "schools/**".',
  },
  rules: {
    zh: '各规则的级别：error、warning、info、hint，或 off（不检查）。',
    en: 'The severity of rules: error, warning, info, hint, or off.',
  },
  'missing-lead': {
    zh: '何时要求每项任务写明牵头人或责任单位：auto（有任务写明时，其余任务也应写明）、always、never。',
    en: 'When every task must name who leads or is responsible: auto (where some task does), always, never.',
  },
  'missing-unit': {
    zh: '何时要求每项任务写明责任单位：auto（有任务写明时，其余任务也应写明）、always、never。',
    en: 'When every task must name a responsible unit: auto (where some task does), always, never.',
  },
  'missing-deadline': {
    zh: '何时要求每项任务写明完成时限：auto（有任务写明时，其余任务也应写明）、always、never。',
    en: 'When every task must state a deadline: auto (where some task does), always, never.',
  },
  labels: { zh: '除常用标签外，还认作字段的标签。', en: 'Labels of fields beyond the usual ones.' },
  lead: { zh: '表示牵头的标签，如“包保领导”。', en: 'Labels that name who leads.' },
  unit: { zh: '表示责任单位的标签，如“具体承办”。', en: 'Labels that name responsible units.' },
  support: { zh: '表示配合单位的标签。', en: 'Labels that name who supports.' },
  deadline: { zh: '表示完成时限的标签，如“交账时间”。', en: 'Labels that state deadlines.' },
  words: { zh: '自己的词表。', en: "A dictionary of one's own." },
  add: {
    zh: '正确的词：不报告，相近的错字据此提示。',
    en: 'Terms that are right: not reported, and what near misses are measured against.',
  },
  unreported: { zh: '不报告的词。', en: 'Words that are not reported.' },
  caution: {
    zh: 'wrong-character 要有多大把握才报告：high（几乎不误报）、normal、low（漏得最少）。',
    en: 'How sure wrong-character has to be: high (hardly ever wrong), normal, low (misses least).',
  },
  directories: {
    zh: '责任单位名录所在的文件或文件夹（相对于本文件的路径）。',
    en: 'Files or folders with unit directories, as paths relative to this file.',
  },
} as const satisfies Readonly<Record<string, Message>>;
