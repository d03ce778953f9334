import { directoryOf } from '../people/directory.ts';
import { parse } from '../read/read.ts';
import { flatMapped } from '../text/flat.ts';
import { readMarks } from '../text/marks.ts';
import { remembered } from '../text/memo.ts';
import type { FixKind, Message } from './finding.ts';
import { lint } from './lint.ts';
import type { Authority, Rule } from './rule.ts';
import { defaultSettings } from './settings.ts';

/** The languages that rules are documented in. */
export type Language = keyof Message;

/** All rules as a table in Markdown, one row each: id, name, what is wanted, severity, fix, authority. */
export function rulesTable(rules: readonly Rule[], language: Language): string {
  const { headings, severity, fix } = WORDS[language];
  const rows = rules.map((rule) => {
    const kind = fixKindOf(rule);
    return [
      // On the page of the rules each stands below under its id.
      `[\`${rule.id}\`](#${rule.id})`,
      rule.name[language],
      rule.summary[language],
      severity[rule.default ?? rule.severity],
      kind ? fix[kind] : '',
      authorityOf(rule.authority, language),
    ];
  });
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[headings, headings.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}

/** The name of the rule `id` among `rules`, its id where there is none such: a finding may tell of a rule that failed. */
export function ruleName(rules: readonly Rule[], id: string): Message {
  return namesOf(rules).get(id) ?? { zh: id, en: id };
}

const namesOf = remembered((rules: readonly Rule[]) => new Map(rules.map(({ id, name }) => [id, name])));

/** What a rule rests on, in words: a standard with its clause, or practice. */
export function authorityOf(authority: Authority, language: Language): string {
  if (authority.kind === 'practice') return WORDS[language].practice;
  const { standard, clause } = authority;
  return clause === undefined ? standard : `${standard} ${clause}`;
}

/** The boldest fix that the rule offers for its own examples; undefined where a person has to mend what it finds. */
export function fixKindOf(rule: Rule): FixKind | undefined {
  const kinds = flatMapped(rule.examples, ({ bad, directory, today }) => {
    const plan = parse(readMarks(bad).text);
    const directories = directory === undefined ? [] : [directoryOf(parse(directory, { path: PATH }), PATH)];
    const settings = { ...defaultSettings, severities: { [rule.id]: rule.severity }, today };
    const served = directories.filter((one) => one !== undefined);
    return flatMapped(lint(plan, [rule], settings, served), (finding) => finding.fix?.kind ?? []);
  });
  return BOLDEST.find((kind) => kinds.includes(kind));
}

const PATH = 'x.units.plan';
const BOLDEST: readonly FixKind[] = ['stub', 'unsafe', 'safe'];

const WORDS = {
  zh: {
    headings: ['规则', '名称', '要求', '默认级别', '修正', '依据'],
    severity: { error: '错误', warning: '警告', info: '信息', hint: '提示', off: '关闭' },
    fix: { safe: '自动', unsafe: '确认后', stub: '补写' },
    practice: '实务',
  },
  en: {
    headings: ['Rule', 'Name', 'What it wants', 'Default', 'Fix', 'Authority'],
    severity: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', off: 'off' },
    fix: { safe: 'automatic', unsafe: 'on request', stub: 'to fill in' },
    practice: 'practice',
  },
} as const;
