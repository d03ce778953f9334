import type { Message } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { nameKey } from '../../people/directory.ts';
import type { Alias, Entry } from '../../people/entry.ts';

/** Another name of an entry that is also that of another entry. */
export const ambiguousAlias: Rule = {
  id: 'ambiguous-alias',
  name: { zh: '简称有歧义', en: 'Ambiguous short name' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '名录中的简称不与别的单位重名。',
    en: 'A short name in a unit directory is that of one unit alone.',
  },
  why: {
    zh: '一个简称指向两个单位，责任就说不清：与全称重名时以全称为准，与别的简称重名时以先写的为准。',
    en: 'A short name of two units leaves open which one is responsible: the one whose full name it is comes first, else the one that stands first.',
  },
  examples: [
    {
      bad: '柳湾县教育局责任单位名录\n1. 教师发展中心（简称：教发中心、⟦教研室⟧）\n2. 教研室\n3. 教育发展中心（简称：⟦教发中心⟧）',
      good: '柳湾县教育局责任单位名录\n1. 教师发展中心（简称：师训中心）\n2. 教研室\n3. 教育发展中心（简称：教发中心）',
    },
  ],
  check(_plan, report, { own }) {
    const directory = own();
    if (!directory) return;
    for (const entry of directory.entries) {
      const seen = new Set([nameKey(entry.name)]);
      for (const alias of entry.aliases) {
        const key = nameKey(alias.name);
        const meant = directory.byName.get(key)?.[0];
        if (!meant || meant === entry || seen.has(key)) continue;
        seen.add(key);
        report(alias.span, messageOf(alias, entry, meant), {
          related: [
            { span: spanOf(meant, key), message: { zh: '也是这里的名称。', en: 'It is a name here, too.' } },
          ],
        });
      }
    }
  },
};

function spanOf({ name, nameSpan, aliases }: Entry, key: string) {
  if (nameKey(name) === key) return nameSpan;
  return aliases.find((alias) => nameKey(alias.name) === key)?.span ?? nameSpan;
}

function messageOf({ name }: Alias, entry: Entry, meant: Entry): Message {
  return nameKey(meant.name) === nameKey(name)
    ? {
        zh: `“${name}”是另一单位的名称，写“${name}”时不会找到“${entry.name}”。`,
        en: `“${name}” is the name of another unit and never leads to “${entry.name}”.`,
      }
    : {
        zh: `“${name}”也是“${meant.name}”的别名，写“${name}”时不会找到“${entry.name}”。`,
        en: `“${name}” is also another name of “${meant.name}” and never leads to “${entry.name}”.`,
      };
}
