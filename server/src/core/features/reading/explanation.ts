import { authorityOf, fixKindOf, type Language } from '../../lint/catalogue.ts';
import type { Message } from '../../lint/finding.ts';
import type { Example, Rule } from '../../lint/rule.ts';
import { flatMapped } from '../../text/flat.ts';
import { readMarks } from '../../text/marks.ts';

/** A rule explained in Markdown: what it wants and why, what it rests on, examples, and how to switch it off. */
export function explanation(rule: Rule, language: Language): string {
  const { id, name, summary, why, examples, authority } = rule;
  const words = (message: Message) => message[language];
  const severity = rule.default ?? rule.severity;
  const facts = [
    [WORDS.severity, words(SEVERITIES[severity])],
    [WORDS.authority, authorityOf(authority, language)],
    [WORDS.fix, words(FIXES[fixKindOf(rule) ?? 'none'])],
  ] as const;
  return `${[
    `# ${words(name)} ${id}`,
    `**${words(summary)}**`,
    words(why),
    facts.map(([fact, value]) => `- ${words(fact)}${words(WORDS.colon)}${value}`).join('\n'),
    ...flatMapped(examples, (example) => exampleOf(example, words)),
    `## ${words(WORDS.off)}`,
    `\`planlint.json\`${words(WORDS.colon)}\`{ "rules": { "${id}": "off" } }\``,
    `${words(WORDS.inText)}${words(WORDS.colon)}\`<!-- planlint-disable-next-line ${id} -->\``,
  ].join('\n\n')}\n`;
}

const WORDS = {
  severity: { zh: '默认级别', en: 'Default severity' },
  authority: { zh: '依据', en: 'Authority' },
  fix: { zh: '修正', en: 'Fix' },
  directory: { zh: '名录', en: 'With this directory' },
  wrong: { zh: '有问题', en: 'Wrong' },
  right: { zh: '正确', en: 'Right' },
  off: { zh: '关闭', en: 'Switch off' },
  inText: { zh: '文中一处', en: 'At one place of the text' },
  colon: { zh: '：', en: ': ' },
} as const satisfies Readonly<Record<string, Message>>;

const SEVERITIES = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '信息', en: 'info' },
  hint: { zh: '提示', en: 'hint' },
  off: { zh: '关闭', en: 'off' },
} as const;

const FIXES = {
  safe: { zh: '自动', en: 'automatic' },
  unsafe: { zh: '确认后', en: 'on request' },
  stub: { zh: '补写', en: 'to fill in' },
  none: { zh: '由人修改', en: 'by hand' },
} as const;

function exampleOf(
  { bad, good, directory }: Example,
  words: (message: Message) => string,
): readonly string[] {
  const block = (name: Message, text: string) =>
    `${words(name)}${words(WORDS.colon).trimEnd()}\n\n${fenced(text)}`;
  return [
    ...(directory === undefined ? [] : [block(WORDS.directory, directory)]),
    block(WORDS.wrong, readMarks(bad).text),
    block(WORDS.right, good),
  ];
}

/** Characters that nobody sees are written by their code. */
function fenced(text: string): string {
  const visible = text.replace(
    UNSEEN,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`,
  );
  return `\`\`\`\`text\n${visible.trimEnd()}\n\`\`\`\``;
}

const UNSEEN = /[\p{Co}\p{Cf}]/gu;
