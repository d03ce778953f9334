import { flatMapped } from '../text/flat.ts';
import { matchesIn } from '../text/matches.ts';
import type { Plan, Task } from './plan.ts';

/**
 * A function that finds the tasks of `plan` that carry an objective out: those that share a slogan (“…”) or a named
 * document (《…》) with it, or two or more runs of four Chinese characters that few other tasks have. The best first,
 * at most twelve. The tasks are read once, for all objectives.
 */
export function carriersIn(plan: Plan): (objective: Task) => readonly Task[] {
  const tasks = plan.tasks.filter(({ role }) => role === 'task');
  const texts = tasks.map((task) => textOf(plan, task));
  const grams = placesOf(texts.map(gramsOf));
  const quoted = placesOf(texts.map(quotedIn));
  const common = Math.max(2, tasks.length / 4);
  return (objective) => {
    const scores = new Map<number, number>();
    const score = (places: readonly number[] = [], worth: number) => {
      for (const place of places) scores.set(place, (scores.get(place) ?? 0) + worth);
    };
    const text = textOf(plan, objective);
    for (const words of quotedIn(text)) score(quoted.get(words), 4);
    for (const gram of gramsOf(text)) {
      const places = grams.get(gram);
      if (places && places.length <= common) score(places, 1);
    }
    return flatMapped(
      [...scores]
        .filter(([, points]) => points >= 2)
        .sort(([a, one], [b, other]) => other - one || a - b)
        .slice(0, 12),
      ([place]) => tasks[place] ?? [],
    );
  };
}

/** Every word with the numbers of the sets that have it. */
function placesOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, words] of sets.entries()) {
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(i);
      else places.set(word, [i]);
    }
  }
  return places;
}

function textOf({ text }: Plan, { span }: Task): string {
  return text.slice(span.start, Math.min(span.end, span.start + 4000));
}

/** Runs of four Han characters, one for each place. */
function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [run] of matchesIn(text, /[々〇㐀-鿿𠀀-𲎯]{4,}/gu)) {
    for (let i = 0; i + 4 <= run.length; i += 1) grams.add(run.slice(i, i + 4));
  }
  return grams;
}

function quotedIn(text: string): ReadonlySet<string> {
  return new Set(matchesIn(text, /[“《]([^“”《》]{2,40})[”》]/gu).map((match) => match[1] ?? ''));
}
