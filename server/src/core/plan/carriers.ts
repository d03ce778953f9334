import { flatMapped } from '../text/flat.ts';
import { matchesIn } from '../text/matches.ts';
import type { Plan, Task } from './plan.ts';

/**
 * A function that finds the tasks of `plan` that carry an objective out: those that share a slogan (“…”) or a named
 * document (《…》) with it, or two or more runs of four Chinese characters that few other tasks have. The best first,
 * at most twelve. The tasks are read once, for all objectives of the plan.
 */
export function carriersIn(plan: Plan): (objective: Task) => readonly Task[] {
  const tasks = plan.tasks.filter(({ role }) => role === 'task');
  const texts = tasks.map((task) => textOf(plan, task));
  const objectives = flatMapped(plan.tasks, (task) => (task.role === 'objective' ? textOf(plan, task) : []));
  const grams = placesOf(texts, objectives, gramsOf);
  const quoted = placesOf(texts, objectives, quotedIn);
  const common = Math.max(2, tasks.length / 4);
  // Of each task for one objective; none between two of these.
  const points = new Uint32Array(tasks.length);
  return (objective) => {
    const scored: number[] = [];
    const score = (places: readonly number[] = [], worth: number) => {
      for (const place of places) {
        if (points[place] === 0) scored.push(place);
        points[place] = (points[place] ?? 0) + worth;
      }
    };
    const text = textOf(plan, objective);
    for (const words of new Set(quotedIn(text))) score(quoted.get(words), 4);
    for (const gram of new Set(gramsOf(text))) {
      const places = grams.get(gram);
      if (places && places.length <= common) score(places, 1);
    }
    const pointsOf = (place: number) => points[place] ?? 0;
    const best = scored
      .filter((place) => pointsOf(place) >= 2)
      .sort((a, b) => pointsOf(b) - pointsOf(a) || a - b)
      .slice(0, 12);
    for (const place of scored) points[place] = 0;
    return flatMapped(best, (place) => tasks[place] ?? []);
  };
}

/** Every word of `wanted` with the numbers of the texts that have it: there are few objectives, and many tasks. */
function placesOf(
  texts: readonly string[],
  wanted: readonly string[],
  wordsIn: (text: string) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map(flatMapped(wanted, wordsIn).map((word): [string, number[]] => [word, []]));
  if (places.size === 0) return places;
  for (const [i, text] of texts.entries()) {
    for (const word of wordsIn(text)) {
      const known = places.get(word);
      if (known && known.at(-1) !== i) known.push(i);
    }
  }
  return places;
}

function textOf({ text }: Plan, { span }: Task): string {
  return text.slice(span.start, Math.min(span.end, span.start + 4000));
}

/** Runs of four Han characters, one for each place. */
function gramsOf(text: string): readonly string[] {
  const grams: string[] = [];
  for (const [run] of matchesIn(text, /[々〇㐀-鿿𠀀-𲎯]{4,}/gu)) {
    for (let i = 0; i + 4 <= run.length; i += 1) grams.push(run.slice(i, i + 4));
  }
  return grams;
}

function quotedIn(text: string): readonly string[] {
  return matchesIn(text, /[“《]([^“”《》]{2,40})[”》]/gu).map((match) => match[1] ?? '');
}
