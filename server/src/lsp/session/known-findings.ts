import type { lintAll } from '../../core/lint/lint.ts';
import type { Settings } from '../../core/lint/settings.ts';
import type { Directory } from '../../core/people/directory.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** The findings of a document, with all that they depend on. */
export interface KnownFindings {
  readonly plan: Plan;
  readonly settings: Settings;
  readonly directories: readonly Directory[];
  readonly linted: ReturnType<typeof lintAll>;
  readonly resultId: string;
}

/** Whether findings are those of a plan under these settings and directories. */
export function isOf(
  known: KnownFindings,
  plan: Plan,
  settings: Settings,
  directories: readonly Directory[],
): boolean {
  return (
    known.plan === plan &&
    known.settings === settings &&
    known.directories.length === directories.length &&
    known.directories.every((directory, i) => directory === directories[i])
  );
}
