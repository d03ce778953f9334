import type { Rule } from '../../lint/rule.ts';
import type { Entry } from '../../people/entry.ts';
import { isLeader } from '../../people/named.ts';
import { type Resolved, resolverFor } from '../../people/names.ts';
import { type Party, textIn } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** Leaders of one field in another order than the directory lists them in. */
export const leaderOrder: Rule = {
  id: 'leader-order',
  name: { zh: '领导排序不符', en: 'Order of leaders' },
  severity: 'hint',
  authority: { kind: 'practice' },
  summary: {
    zh: '同一项任务的领导按名录中的次序排列。',
    en: 'Leaders of one task stand in the order of the unit directory.',
  },
  why: {
    zh: '名录中“局领导”的先后就是排名次序。也有单位把主要负责的领导写在前面，所以只作轻提示。',
    en: 'The order of leaders in the directory is that of protocol. Some offices put first whoever is chiefly responsible, so this is but a hint.',
  },
  examples: [
    {
      directory:
        '柳湾县教育局责任单位名录\n一、局领导\n1. 章慕白（职务：局长）\n2. 佟以安（职务：副局长）\n3. 鲁重山（职务：副局长）',
      bad: '一、任务\n1.招聘教师。（牵头领导：⟦佟以安、鲁重山、章慕白⟧）',
      good: '一、任务\n1.招聘教师。（牵头领导：章慕白、佟以安、鲁重山）',
    },
  ],
  check(plan, report, { directories }) {
    if (directories.length === 0 || plan.kind === 'directory') return;
    const resolve = resolverFor(directories);
    for (const { parties } of plan.fields) {
      const leaders = leadersAmong(parties, resolve);
      const sorted = [...leaders].sort((a, b) => a.entry.order - b.entry.order);
      const wrong = flatMapped(leaders, ({ party }, i) => {
        const rightful = sorted[i]?.party;
        return rightful && rightful !== party ? [{ party, rightful }] : [];
      });
      const [first, last] = [wrong[0], wrong.at(-1)];
      if (!first || !last) continue;
      const names = sorted.map(({ entry }) => entry.name);
      const edits = wrong.map(({ party, rightful }) => ({
        span: party.span,
        newText: textIn(plan, rightful.span.start, rightful.span.end),
      }));
      report(
        { start: first.party.span.start, end: last.party.span.end },
        {
          zh: `按名录的次序是${names.join('、')}。`,
          en: `The order in the directory is ${names.join(', ')}.`,
        },
        {
          fix: {
            title: { zh: '按名录的次序排列', en: 'Put in the order of the directory' },
            kind: 'unsafe',
            edits,
          },
        },
      );
    }
  },
};

interface Leader {
  readonly party: Party;
  readonly entry: Entry;
}

/** Those whose order one list of leaders tells; who stands twice in the field is somebody else's fault. */
function leadersAmong(
  parties: readonly Party[],
  resolve: (name: string) => Resolved | undefined,
): readonly Leader[] {
  const seen = new Set<Entry>();
  const found: (Leader & Pick<Resolved, 'directory'>)[] = [];
  for (const party of parties) {
    const resolved = party.kind === 'person' ? resolve(party.name) : undefined;
    if (!resolved || !isLeader(resolved.entry) || resolved.by !== 'name' || seen.has(resolved.entry))
      continue;
    seen.add(resolved.entry);
    found.push({ party, entry: resolved.entry, directory: resolved.directory });
  }
  const [first] = found;
  return found.filter(
    ({ entry, directory }) => directory === first?.directory && entry.section === first.entry.section,
  );
}
