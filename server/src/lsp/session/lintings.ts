import { type Found, linting } from '../../core/lint/lint.ts';
import type { Settings } from '../../core/lint/settings.ts';
import type { Directory } from '../../core/people/directory.ts';
import { type Plan, textLength } from '../../core/plan/plan.ts';
import { rules } from '../../core/rules/index.ts';
import type { Steps } from '../../core/text/steps.ts';

/** What looks for findings in documents: one for a plan, its settings and its directories. */
export class Lintings {
  readonly #known = new Map<string, Known>();
  #last = 0;

  /** That of the document at a path, which is made anew where something differs from when it was made. */
  of(path: string, plan: Plan, settings: Settings, directories: readonly Directory[]): Known {
    const known = this.#known.get(path);
    const isUnder = known !== undefined && isSameOtherwise(known, settings, directories);
    if (isUnder && known.plan === plan) return known;
    const work = linting(plan, { rules, settings, directories, hints: true });
    const isSame = isUnder && isOfSameText(known.plan, plan);
    if (!isSame) this.#last += 1;
    const resultId = isSame ? known.resultId : String(this.#last);
    const now = { plan, settings, directories, work, resultId };
    this.#known.set(path, now);
    return now;
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
  readonly work: Steps<Found>;
  /** Names what is found: equal ids mean equal findings. */
  readonly resultId: string;
}

/** Whether it was made under the same settings and directories. */
function isSameOtherwise(known: Known, settings: Settings, directories: readonly Directory[]): boolean {
  return (
    known.settings === settings &&
    known.directories.length === directories.length &&
    known.directories.every((directory, i) => directory === directories[i])
  );
}

/** Whether two plans say the same, as where one was read again: the same is found in both then. */
function isOfSameText(one: Plan, other: Plan): boolean {
  return textLength(one) === textLength(other) && one.text === other.text;
}
