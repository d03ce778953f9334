import { plansOfBody } from '../../core/features/writing/new-directory.ts';
import type { IndexedDocument } from '../../core/people/workspace.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { isElsewhere } from '../session/path.ts';
import type { Session } from '../session/session.ts';

/** The plans of the body of a plan that lie in its root, itself among them; without one, all plans. */
export function plansBeside(document: IndexedDocument | undefined, session: Session): readonly Plan[] {
  const plans = [...session.workspace.documents.values()]
    .filter(({ path, plan, root }) => {
      const near = document === undefined || root === document.root;
      return near && plan.kind === 'plan' && !isElsewhere(path);
    })
    .map(({ plan }) => plan);
  return document?.plan.kind === 'plan' ? plansOfBody(plans, document.plan) : plans;
}
