import { Linting } from '../../core/lint/lint.ts';
import type { Settings } from '../../core/lint/settings.ts';
import type { Directory } from '../../core/people/directory.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { textsOf } from '../../core/plan/texts.ts';
import { rules } from '../../core/rules/index.ts';

/** What looks for findings in documents: one for a plan, its settings and its directories. */
export class Lintings {
  readonly #known = new Map<string, Known>();
  #last = 0;

  /** That of the document at a path, which is made anew where something differs from when it was made. */
  of(path: string, plan: Plan, settings: Settings, directories: readonly Directory[]): Known {
    const known = this.#known.get(path);
    const before = known && isMadeUnder(known, settings, directories) ? known : undefined;
    if (before?.plan === plan) return before;
    const linting = new Linting(plan, { rules, settings, directories, hints: true });
    const resultId = before && isOfSameText(before.plan, plan) ? before.resultId : this.#nextId();
    const now = { plan, settings, directories, linting, resultId };
    this.#known.set(path, now);
    return now;
  }

  #nextId(): string {
    this.#last += 1;
    return String(this.#last);
  }

  delete(path: string): void {
    this.#known.delete(path);
  }
}

interface Known {
  readonly plan: Plan;
  readonly settings: Settings;
  readonly directories: readonly Directory[];
  /** It may not be at its end. */
  readonly linting: Linting;
  /** Names what is found: equal ids mean equal findings. */
  readonly resultId: string;
}

function isMadeUnder(known: Known, settings: Settings, directories: readonly Directory[]): boolean {
  return (
    known.settings === settings &&
    known.directories.length === directories.length &&
    known.directories.every((directory, i) => directory === directories[i])
  );
}

/** Whether two plans say the same, as where one was read again: the same is found in both then. */
function isOfSameText(one: Plan, other: Plan): boolean {
  const [text, others] = [textsOf(one)?.text, textsOf(other)?.text];
  return text && others ? text.isEqual(others) : one.text === other.text;
}
