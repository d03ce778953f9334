import type { Rule } from '../../lint/rule.ts';
import type { Directory } from '../../people/directory.ts';
import type { Entry, Named } from '../../people/entry.ts';
import { isEntry, resolverFor } from '../../people/names.ts';
import { flatMapped } from '../../text/flat.ts';

/** Bodies of a directory that are each above the other (上级). */
export const circularParent: Rule = {
  id: 'circular-parent',
  name: { zh: '上级循环', en: 'Circular parent' },
  severity: 'warning',
  authority: { kind: 'practice' },
  summary: {
    zh: '名录中的上级不互为上级。',
    en: 'No body in a unit directory is above itself.',
  },
  why: {
    zh: '甲的上级是乙、乙的上级又是甲，层级就断不开，按层级汇总时会漏算。',
    en: 'Where one body is above another and below it, too, there is no top, and sums by level go wrong.',
  },
  examples: [
    {
      bad: '柳湾县教育局责任单位名录\n1. 招生办（上级：⟦考试中心⟧）\n2. 考试中心（上级：招生办）\n3. 办公室（上级：⟦办公室⟧）',
      good: '柳湾县教育局责任单位名录\n1. 招生办（上级：考试中心）\n2. 考试中心（上级：县教育局）\n3. 办公室',
    },
  ],
  check(_plan, report, { own }) {
    const directory = own();
    if (!directory) return;
    for (const { steps, whole } of circlesIn(directory)) {
      const [first, ...others] = steps;
      if (!first) continue;
      const names = [...steps.map(({ entry }) => entry.name), ...(whole ? [] : ['…']), first.entry.name].join(
        ' → ',
      );
      report(
        first.parent.span,
        { zh: `上级成了循环：${names}。`, en: `These bodies are above each other: ${names}.` },
        {
          ...(others.length > 0 && {
            related: others.map(({ entry, parent }) => ({
              span: parent.span,
              message: {
                zh: `“${entry.name}”的上级在这里。`,
                en: `What is above “${entry.name}” stands here.`,
              },
            })),
          }),
        },
      );
    }
  },
};

interface Circle {
  /** From its first entry on, as many as are told. */
  readonly steps: readonly Step[];
  readonly whole: boolean;
}

interface Step {
  readonly entry: Entry;
  readonly parent: Named;
}

/** Every entry that leads back to itself, with one way round; in time that grows with the entries and parents. */
function circlesIn(directory: Directory): readonly Circle[] {
  const resolve = resolverFor([directory]);
  const stepsOf = ({ parents }: Entry) =>
    flatMapped(parents, (parent) => {
      const above = resolve(parent.name);
      return above && isEntry(above) ? [{ parent, above: above.entry }] : [];
    });
  const circles = new Map<Entry, Circle>();
  const done = new Set<Entry>();
  for (const start of directory.entries) {
    // A walk up by all ways, without recursion: a chain may be as long as the directory.
    const walk: { entry: Entry; steps: ReturnType<typeof stepsOf>; next: number }[] = [];
    const place = new Map<Entry, number>();
    const enter = (entry: Entry) => {
      place.set(entry, walk.length);
      walk.push({ entry, steps: stepsOf(entry), next: 0 });
    };
    if (!done.has(start)) enter(start);
    for (let at = walk.at(-1); at; at = walk.at(-1)) {
      const step = at.steps[at.next];
      at.next += 1;
      if (!step) {
        done.add(at.entry);
        place.delete(at.entry);
        walk.pop();
      } else if (place.has(step.above)) {
        const way = walk.slice(place.get(step.above), (place.get(step.above) ?? 0) + MOST_TOLD);
        const steps = flatMapped(way, ({ entry, steps: ways, next }) => {
          const taken = ways[next - 1];
          return taken ? [{ entry, parent: taken.parent }] : [];
        });
        const whole = way.at(-1) === at;
        if (!circles.has(step.above)) circles.set(step.above, { steps, whole });
      } else if (!done.has(step.above)) enter(step.above);
    }
  }
  return [...circles.values()];
}

const MOST_TOLD = 8;
