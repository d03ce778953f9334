import type { Plan, Task } from './plan.ts';

/**
 * The tasks that carry an objective out: those that share a slogan (“…”) or a named document (《…》) with it, or two
 * or more runs of four Chinese characters that few other tasks have. The best first, at most twelve.
 */
export function carriersOf(plan: Plan, objective: Task): readonly Task[] {
  const tasks = plan.tasks.filter(({ role }) => role === 'task');
  const grams = tasks.map((task) => gramsOf(textOf(plan, task)));
  const spread = new Map<string, number>();
  for (const own of grams) for (const gram of own) spread.set(gram, (spread.get(gram) ?? 0) + 1);
  const wanted = gramsOf(textOf(plan, objective));
  const quoted = quotedIn(textOf(plan, objective));
  const common = Math.max(2, tasks.length / 4);
  const scored = tasks.map((task, i) => {
    const words = quotedIn(textOf(plan, task));
    const slogans = [...quoted].filter((word) => words.has(word)).length;
    const shared = [...wanted].filter(
      (gram) => grams[i]?.has(gram) && (spread.get(gram) ?? 0) <= common,
    ).length;
    return { task, score: slogans * 4 + shared };
  });
  const carriers = scored.filter(({ score }) => score >= 2).sort((a, b) => b.score - a.score);
  return carriers.slice(0, 12).map(({ task }) => task);
}

function textOf({ text }: Plan, { span }: Task): string {
  return text.slice(span.start, Math.min(span.end, span.start + 4000));
}

/** Runs of four Han characters, one for each place. */
function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [run] of text.matchAll(/[\p{Script=Han}]{4,}/gu)) {
    for (let i = 0; i + 4 <= run.length; i += 1) grams.add(run.slice(i, i + 4));
  }
  return grams;
}

function quotedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/[“《]([^“”《》]{2,40})[”》]/gu)].map((match) => match[1] ?? ''));
}
