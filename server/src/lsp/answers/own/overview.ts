import type { CancellationToken } from 'vscode-languageserver';
import { daysShown } from '../../../core/features/reading/hints.ts';
import {
  type Owner as CoreOwner,
  type Due,
  overview,
  type Shown,
} from '../../../core/features/reading/overview.ts';
import { ruleName } from '../../../core/lint/catalogue.ts';
import { directoriesFor } from '../../../core/people/workspace.ts';
import type { Task } from '../../../core/plan/plan.ts';
import { nameOf } from '../../../core/plan/tasks.ts';
import { rules } from '../../../core/rules/index.ts';
import type { Span } from '../../../core/text/text.ts';
import type * as wire from '../../../protocol.ts';
import { rangeOf } from '../../convert.ts';
import { isElsewhere, pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';

/** What the side bar lists: of one document, else of all. */
export async function overviewOf(
  uri: string | undefined,
  session: Session,
  token: CancellationToken,
): Promise<wire.Overview> {
  const all = [...session.workspace.documents.keys()].filter((path) => !isElsewhere(path));
  const paths = uri === undefined ? all : [pathOf(uri)];
  const shown: Shown[] = [];
  const findings: wire.FoundIn[] = [];
  for (const path of paths) {
    await session.ready(session.uriOf(path));
    if (token.isCancellationRequested) break;
    const plan = session.workspace.documents.get(path)?.plan;
    if (!plan) continue;
    shown.push({ path, plan, directories: directoriesFor(session.workspace, path) });
    const found = foundIn(path, session);
    if (found.findings.length > 0) findings.push(found);
    // Other requests are answered between two documents.
    if (paths.length > 1) await new Promise((resolve) => setTimeout(resolve));
  }
  const { owners, periods } = overview(shown);
  return {
    units: owners.filter(({ kind }) => kind !== 'person').map((owner) => ownerOf(owner, session)),
    leaders: owners.filter(({ kind }) => kind === 'person').map((owner) => ownerOf(owner, session)),
    deadlines: periods.map(({ key, tasks }) => ({ key, tasks: tasks.map((due) => dueOf(due, session)) })),
    findings,
  };
}

function ownerOf({ name, kind, duties, defined, unknown }: CoreOwner, session: Session): wire.Owner {
  return {
    name,
    kind,
    unknown,
    tasks: duties.map(({ role, task, path, span }) => ({
      role,
      label: labelIn(path, task, session),
      place: placeOf(path, span, session),
    })),
    defined: defined ? placeOf(defined.path, defined.span, session) : null,
  };
}

function dueOf({ task, path, deadline }: Due, session: Session): wire.Due {
  const plan = session.workspace.documents.get(path)?.plan;
  return {
    label: labelIn(path, task, session),
    deadline: deadline?.text ?? '',
    end: deadline?.end ?? null,
    days: (plan && deadline && daysShown(plan, deadline, session.platform.today())) ?? null,
    place: placeOf(path, deadline?.span ?? task.titleSpan, session),
  };
}

function foundIn(path: string, session: Session): wire.FoundIn {
  const uri = session.uriOf(path);
  const title = session.workspace.documents.get(path)?.plan.title?.text ?? '';
  const findings = session.findingsOf(uri).map(({ rule, severity, message, span }) => ({
    rule,
    name: ruleName(rules, rule)[session.locale],
    severity,
    message: message[session.locale],
    place: placeOf(path, span, session),
  }));
  return { uri, title, findings };
}

function labelIn(path: string, task: Task, session: Session): string {
  const plan = session.workspace.documents.get(path)?.plan;
  return plan ? nameOf(plan, task) : task.title;
}

function placeOf(path: string, span: Span, session: Session): wire.Place {
  const lines = session.linesOf(path);
  const top = { line: 0, character: 0 };
  const range = lines ? rangeOf(lines, span, session.encoding) : { start: top, end: top };
  return { uri: session.uriOf(path), range };
}
