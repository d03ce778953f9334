import type { Rule } from '../../lint/rule.ts';
import type { Entry } from '../../people/entry.ts';
import { isLeader } from '../../people/named.ts';
import { isEntry, type Resolved, resolverFor } from '../../people/names.ts';
import type { Party, Task } from '../../plan/plan.ts';
import { flatMapped } from '../../text/flat.ts';

/** A leader who is in charge of none of the units of the task. */
export const leaderScope: Rule = {
  id: 'leader-scope',
  name: { zh: '领导与分管不符', en: 'Leader not in charge' },
  severity: 'hint',
  authority: { kind: 'practice' },
  summary: {
    zh: '牵头领导分管任务的责任单位。',
    en: 'The leader of a task is in charge of a unit that does it.',
  },
  why: {
    zh: '领导牵头的任务落在别人分管的科室，多半是分工调整后没有改过来。主要负责人不受此限；有单位查不到、说不准时不提示。',
    en: 'A task led by one leader and done by the offices of another was mostly not moved when duties changed. The head of the body may lead any task; where a unit is not known, nothing is said.',
  },
  examples: [
    {
      directory: [
        '柳湾县教育局责任单位名录',
        '一、局领导',
        '1. 章慕白（职务：局长；分管：办公室）',
        '2. 佟以安（职务：副局长；分管：人事科）',
        '3. 鲁重山（职务：副局长；分管：安全科）',
        '二、机关科室',
        '1. 办公室',
        '2. 人事科',
        '3. 安全科',
      ].join('\n'),
      bad: '一、任务\n1.招聘教师。（牵头领导：章慕白、⟦鲁重山⟧；责任科室：人事科）\n2.排查隐患。（牵头领导：鲁重山；责任科室：安全科）',
      good: '一、任务\n1.招聘教师。（牵头领导：章慕白、佟以安；责任科室：人事科）\n2.排查隐患。（牵头领导：鲁重山；责任科室：安全科）',
    },
  ],
  check(plan, report, { directories }) {
    if (directories.length === 0) return;
    const resolve = resolverFor(directories);
    const duties = new Duties(
      flatMapped(directories, ({ entries }) => entries),
      resolve,
    );
    // An inherited leader answers for several tasks, and one of them is enough.
    const beyond = new Map<
      number,
      { readonly party: Party; readonly entry: Entry; readonly units: string }
    >();
    const within = new Set<number>();
    for (const task of plan.tasks) {
      if (task.role !== 'task') continue;
      const units = unitsOf(task, resolve);
      for (const party of task.leads) {
        const entry = party.kind === 'person' ? resolve(party.name)?.entry : undefined;
        if (!entry || !isLeader(entry) || HEAD.test(entry.post ?? '')) continue;
        const duty = duties.of(entry);
        if (duty.size === 0) continue;
        if (
          !units ||
          units.some((unit) => duty.has(unit) || duties.above(unit).some((one) => duty.has(one)))
        ) {
          within.add(party.span.start);
        } else {
          const names = units.map(({ name }) => name).join('、');
          if (!beyond.has(party.span.start)) beyond.set(party.span.start, { party, entry, units: names });
        }
      }
    }
    for (const [start, { party, entry, units }] of beyond) {
      if (within.has(start)) continue;
      const own = [...duties.of(entry)].map(({ name }) => name).join('、');
      report(party.span, {
        zh: `名录中${entry.name}分管${own}，不分管本项任务的${units}。`,
        en: `In the directory ${entry.name} is in charge of ${own}, not of ${units}, which does this task.`,
      });
    }
  },
};

/** The head of the body: 局长, but not 副局长. */
const HEAD = /(?<!副)(?:局长|主任|校长|园长|院长|厅长|部长|书记|县长|市长|区长)/u;

/** The units of a task, groups left out; undefined where there is none, or one that nobody knows. */
function unitsOf(
  { leads, units, support }: Task,
  resolve: (name: string) => Resolved | undefined,
): readonly Entry[] | undefined {
  const found = new Set<Entry>();
  for (const { name, kind } of [...leads, ...units, ...support]) {
    if (kind === 'person') continue;
    const resolved = resolve(name);
    if (!resolved) {
      if (kind === 'group') continue;
      return undefined;
    }
    if (isEntry(resolved) && resolved.entry.kind === 'unit') found.add(resolved.entry);
  }
  return found.size > 0 ? [...found] : undefined;
}

/** Who is in charge of what, each looked up once. */
class Duties {
  readonly #resolve: (name: string) => Resolved | undefined;
  readonly #known = new Map<Entry, Set<Entry>>();
  readonly #entries: readonly Entry[];
  #told: ReadonlyMap<Entry, readonly Entry[]> | undefined;

  constructor(entries: readonly Entry[], resolve: (name: string) => Resolved | undefined) {
    this.#entries = entries;
    this.#resolve = resolve;
  }

  /** What a leader is in charge of, as said with the leader or with the unit. */
  of(leader: Entry): ReadonlySet<Entry> {
    const known = this.#known.get(leader);
    if (known) return known;
    this.#told ??= this.#toldByUnits();
    const named = flatMapped(leader.inCharge, ({ name }) => this.#resolve(name)?.entry ?? []);
    const found = new Set([...named, ...(this.#told.get(leader) ?? [])]);
    this.#known.set(leader, found);
    return found;
  }

  /** The bodies above a unit. */
  above(unit: Entry): readonly Entry[] {
    return flatMapped(unit.parents, ({ name }) => this.#resolve(name)?.entry ?? []);
  }

  #toldByUnits(): ReadonlyMap<Entry, readonly Entry[]> {
    const told = new Map<Entry, Entry[]>();
    for (const unit of this.#entries) {
      for (const { name } of unit.leaders) {
        const leader = this.#resolve(name)?.entry;
        if (leader) told.set(leader, [...(told.get(leader) ?? []), unit]);
      }
    }
    return told;
  }
}
