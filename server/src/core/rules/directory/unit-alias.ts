import type { Message } from '../../lint/finding.ts';
import { placeOf, relatedTo, replacing } from '../../lint/mentions.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Entry } from '../../people/entry.ts';
import { groupedBy, namedIn } from '../../people/named.ts';
import { resolverFor } from '../../people/names.ts';
import { flatMapped } from '../../text/flat.ts';

const directory = [
  '柳湾县教育局责任单位名录',
  '1. 办公室',
  '2. 教师发展中心（简称：教发中心；曾用名：进修学校）',
  '3. 计划财务科（简称：计财科）',
].join('\n');

/** A unit under another name than the one that the directory gives it. */
export const unitAlias: Rule = {
  id: 'unit-alias',
  name: { zh: '用了简称', en: 'Short name of a unit' },
  severity: 'info',
  authority: { kind: 'practice' },
  summary: {
    zh: '一个单位用名录中的一个名称。',
    en: 'A unit goes by one name, the one in the unit directory.',
  },
  why: {
    zh: '同一单位在一份文件里两种写法，统计和督查时会当成两家；曾用名说的是已经不在的单位。全文一致使用简称时只作轻提示。每个名称只在首次出现处提示一次。',
    en: 'A unit under two names in one document is counted as two; a former name is that of a unit that is no more. Where the document keeps to a short name, this is but a hint. Each name is reported once, where it first stands.',
  },
  examples: [
    {
      directory,
      bad: '一、任务\n1.培训骨干。（责任单位：⟦教发中心⟧）\n2.评选名师。（责任单位：教师发展中心）\n3.建好基地。（责任单位：教发中心、办公室）',
      good: '一、任务\n1.培训骨干。（责任单位：教师发展中心）\n2.评选名师。（责任单位：教师发展中心）\n3.建好基地。（责任单位：教师发展中心、办公室）',
    },
    {
      directory,
      bad: '一、任务\n1.培训骨干。（责任单位：⟦进修学校⟧）\n2.清理账户。（责任单位：⟦计财科⟧、办公室）',
      good: '一、任务\n1.培训骨干。（责任单位：教师发展中心）\n2.清理账户。（责任单位：计划财务科、办公室）',
    },
  ],
  check(plan, report, { directories }) {
    if (directories.length === 0) return;
    const resolve = resolverFor(directories);
    const named = namedIn(plan);
    const full = new Set(
      flatMapped(named, ({ party }) => {
        const found = resolve(party.name);
        return found?.by === 'name' ? [found.entry] : [];
      }),
    );
    const aliases = groupedBy(named, ({ name }) => {
      const found = resolve(name);
      return found?.by === 'alias' && found.entry.kind !== 'person'
        ? `${found.directory.path} ${found.span.start}`
        : undefined;
    });
    for (const mentions of aliases.values()) {
      const [{ party }] = mentions;
      const found = resolve(party.name);
      if (!found) continue;
      const { entry } = found;
      const former = entry.aliases.some(({ span, former: gone }) => gone && span.start === found.span.start);
      report(party.span, messageOf(party.name, entry, former, full.has(entry)), {
        fix: replacing(mentions, entry.name),
        elsewhere: placeOf(directories, entry.name),
        ...relatedTo(mentions),
        ...(!former && !full.has(entry) && { severity: 'hint' as const }),
      });
    }
  },
};

function messageOf(alias: string, { name }: Entry, former: boolean, mixed: boolean): Message {
  if (former) {
    return {
      zh: `“${alias}”是曾用名，名录中现名“${name}”。`,
      en: `“${alias}” is a former name; the directory now has “${name}”.`,
    };
  }
  if (mixed) {
    return {
      zh: `“${alias}”与“${name}”是同一单位，全文用一个名称为好。`,
      en: `“${alias}” and “${name}” are one unit; better keep to one name.`,
    };
  }
  return {
    zh: `“${alias}”在名录中的名称是“${name}”。`,
    en: `“${alias}” is “${name}” in the directory.`,
  };
}
