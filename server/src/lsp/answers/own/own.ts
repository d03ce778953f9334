import { explanation } from '../../../core/features/reading/explanation.ts';
import { daysLeft } from '../../../core/features/reading/hints.ts';
import { tableOf } from '../../../core/features/reading/table.ts';
import { completeness, gaps, missingFieldEdits } from '../../../core/features/writing/completeness.ts';
import { newDirectory } from '../../../core/features/writing/new-directory.ts';
import { newTask } from '../../../core/features/writing/new-task.ts';
import type { Edit } from '../../../core/lint/finding.ts';
import { withoutSilences } from '../../../core/lint/silence.ts';
import { directoriesFor, type IndexedDocument } from '../../../core/people/workspace.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { isPlanLike } from '../../../core/plan/recognize.ts';
import { parse } from '../../../core/read/read.ts';
import { rules } from '../../../core/rules/index.ts';
import { flatMapped } from '../../../core/text/flat.ts';
import type { InDocument, Insertion, Place, Row, Table } from '../../../protocol.ts';
import { offsetAt, rangeOf } from '../../convert.ts';
import { isElsewhere, pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';
import type { Feature } from '../feature.ts';
import { plansBeside } from '../plans-beside.ts';
import { officeRequests } from './office.ts';
import { overviewOf } from './overview.ts';
import { request } from './request.ts';

/** Requests of our own (protocol.ts), for what LSP has no method for. */
export const own: readonly Feature[] = [
  ...officeRequests,
  request('planlint/overview', ({ textDocument }, session, token) =>
    overviewOf(textDocument?.uri, session, token),
  ),
  request(
    'planlint/status',
    ({ textDocument: { uri } }, session) => {
      const path = pathOf(uri);
      const document = session.workspace.documents.get(path);
      if (!document) return null;
      const { plan, directory } = document;
      const conflict = CONFLICT.exec(plan.text);
      const span = conflict && { start: conflict.index, end: conflict.index + conflict[0].length };
      const counted = completeness(plan);
      // Where the rules do not miss it, in a text that names nobody, say, nothing is counted as missing.
      const told = new Set(session.findingsOf(uri).map(({ rule }) => rule));
      const missesOwners = told.has('missing-lead') || told.has('missing-unit');
      return {
        kind: plan.kind,
        withoutOwner: missesOwners ? counted.withoutOwner : 0,
        withoutDeadline: told.has('missing-deadline') ? counted.withoutDeadline : 0,
        tasks: plan.kind === 'directory' ? (directory?.entries.length ?? 0) : counted.tasks,
        directories: directoriesFor(session.workspace, path).map((one): Place => {
          const top = { line: 0, character: 0 };
          return { uri: session.uriOf(one.path), range: { start: top, end: top } };
        }),
        conflict: span ? rangeOf(plan, span, session.encoding) : null,
      };
    },
    { last: true },
  ),
  request('planlint/table', ({ textDocument }: Partial<InDocument>, session): Table | null => {
    const today = session.platform.today();
    if (!textDocument)
      return { title: '', today, rows: flatMapped(plansOf(session), (one) => rowsOf(one, session, true)) };
    const document = session.workspace.documents.get(pathOf(textDocument.uri));
    if (!document) return null;
    return { title: document.plan.title?.text ?? '', today, rows: rowsOf(document, session, false) };
  }),
  request('planlint/gaps', ({ textDocument: { uri } }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    return gaps(plan, session.findingsOf(uri)).map((span) => rangeOf(plan, span, session.encoding));
  }),
  request('planlint/missingFields', ({ textDocument: { uri }, position }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const offset = position && offsetAt(plan, position, session.encoding);
    return missingFieldEdits(plan, offset).map((edit) => insertionOf(edit, plan, session));
  }),
  request('planlint/newTask', ({ textDocument: { uri }, position }, session) => {
    const plan = session.planOf(uri);
    if (!plan) return [];
    const edits = newTask(plan, offsetAt(plan, position, session.encoding));
    return edits.map((edit) => insertionOf(edit, plan, session));
  }),
  request('planlint/rules', (_, session) =>
    rules.map(({ id, name, summary }) => ({
      id,
      name: name[session.locale],
      summary: summary[session.locale],
    })),
  ),
  request('planlint/explain', ({ rule: id }, session) => {
    const rule = rules.find((one) => one.id === id);
    return rule ? explanation(rule, session.locale) : null;
  }),
  request('planlint/publish', ({ textDocument: { uri } }, session) => {
    const plan = session.planOf(uri);
    return plan ? withoutSilences(plan) : null;
  }),
  request('planlint/isPlan', ({ text }) => {
    const plan = parse(text);
    return plan.kind === 'directory' || isPlanLike(plan);
  }),
  request('planlint/newDirectory', (params: Partial<InDocument>, session) => {
    const uri = params.textDocument?.uri;
    const document = uri === undefined ? undefined : session.workspace.documents.get(pathOf(uri));
    const plans = plansBeside(document, session);
    return plans.some(({ fields }) => fields.some(({ parties }) => parties.length > 0))
      ? newDirectory(plans)
      : '';
  }),
];

/** The plans of the workspace, by path. */
function plansOf(session: Session): readonly IndexedDocument[] {
  return [...session.workspace.documents.values()]
    .filter(({ path, plan }) => !isElsewhere(path) && plan.kind === 'plan')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The tasks of a document as rows, below the title of its plan where they stand among others. */
function rowsOf({ path, plan }: IndexedDocument, session: Session, amongOthers: boolean): readonly Row[] {
  const today = session.platform.today();
  const title = plan.title?.text ?? path.slice(path.lastIndexOf('/') + 1);
  return tableOf(plan).map(({ deadline, span, ...row }) => ({
    ...row,
    ...(amongOthers && { sections: [title, ...row.sections] }),
    uri: session.uriOf(path),
    deadline: deadline?.text ?? '',
    start: deadline?.start ?? null,
    end: deadline?.end ?? null,
    days: (deadline && daysLeft(deadline, today)) ?? null,
    range: rangeOf(plan, span, session.encoding),
  }));
}

/** `<<<<<<< HEAD`, as version control leaves it. */
const CONFLICT = /^<{7}(?:[ \t].*)?$/mu;

function insertionOf({ span, newText, stops }: Edit, plan: Plan, session: Session): Insertion {
  return { range: rangeOf(plan, span, session.encoding), text: newText, stops: stops ?? [] };
}
