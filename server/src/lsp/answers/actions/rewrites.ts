import { CodeActionKind } from 'vscode-languageserver';
import { missingFieldEdits } from '../../../core/features/writing/completeness.ts';
import { isHead } from '../../../core/features/writing/filling.ts';
import { newDirectory } from '../../../core/features/writing/new-directory.ts';
import type { Settings } from '../../../core/lint/settings.ts';
import { directoriesFor } from '../../../core/people/workspace.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { taskAt } from '../../../core/plan/tasks.ts';
import { refactoringsAt } from '../../../core/refactor/index.ts';
import { flatMapped } from '../../../core/text/flat.ts';
import { pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';
import { plansBeside } from '../plans-beside.ts';
import { editOf } from './edits.ts';
import { MOVE } from './kinds.ts';
import type { Offer } from './offer.ts';

/** Changes of form at a place of a plan, of which some move a task. */
export function refactorings(uri: string, plan: Plan, offset: number, session: Session): Offer[] {
  return refactoringsAt(plan, offset).map(({ id, title, edits }) => ({
    action: {
      title: title[session.locale],
      kind: id.startsWith('move-') ? MOVE : CodeActionKind.RefactorRewrite,
      data: { id },
    },
    edit: () => editOf(uri, plan, edits, session),
  }));
}

/**
 * Empty fields where nobody or no day is stated: for the task at the cursor that lacks some, and for all tasks. Where
 * findings say so, their quick fixes do it.
 */
export function addMissing(uri: string, plan: Plan, offset: number, session: Session): Offer[] {
  if (isHead(plan, offset) && asksForAny(session.settingsOf(uri))) return [];
  const here = missingFieldEdits(plan, offset);
  if (here.length === 0) return [];
  const all = missingFieldEdits(plan);
  const { number = '' } = taskAt(plan, offset) ?? {};
  const ofTask = number ? { zh: `为第${number}项任务`, en: `Task ${number}: ` } : { zh: '', en: '' };
  const offers = [
    {
      id: 'add-missing-fields',
      edits: here,
      zh: `${ofTask.zh}补上缺少的责任和时限`,
      en: `${ofTask.en}Add the missing fields`,
    },
    {
      id: 'add-all-missing-fields',
      edits: all.length > here.length ? all : [],
      zh: `补上全文缺少的责任和时限（${all.length}处）`,
      en: `Add the missing fields of all tasks (${all.length})`,
    },
  ];
  return flatMapped(offers, ({ id, edits, ...title }) =>
    edits.length === 0
      ? []
      : [
          {
            action: { title: title[session.locale], kind: CodeActionKind.RefactorRewrite, data: { id } },
            edit: () => editOf(uri, plan, edits, session),
          },
        ],
  );
}

/** Whether the settings have a task that lacks fields found. */
function asksForAny({ missing, severities }: Settings): boolean {
  return (['missing-lead', 'missing-deadline'] as const).some(
    (rule) => missing[rule] !== 'never' && severities[rule] !== 'off',
  );
}

/**
 * Where no directory serves the plan, offered on whoever is named and on the title: a new file in its folder with those
 * whom the plans of its body name.
 */
export function createDirectory(uri: string, plan: Plan, offset: number, session: Session): Offer[] {
  const places = [...plan.fields.map(({ holder }) => holder), ...(plan.title ? [plan.title.span] : [])];
  if (!places.some(({ start, end }) => start <= offset && offset <= end)) return [];
  const { workspace } = session;
  const path = pathOf(uri);
  const document = workspace.documents.get(path);
  if (!document || document.plan.kind === 'directory' || directoriesFor(workspace, path).length > 0)
    return [];
  if (!session.client.workspace?.workspaceEdit?.resourceOperations?.includes('create')) return [];
  if (!document.plan.fields.some(({ parties }) => parties.length > 0)) return [];
  // A document that was never saved has no folder.
  if (!uri.includes('://')) return [];
  const target = `${uri.slice(0, uri.lastIndexOf('/'))}/${encodeURIComponent('责任单位名录.units.plan')}`;
  const start = { line: 0, character: 0 };
  const title = { zh: '由计划中的单位和人员生成责任单位名录', en: 'Create a unit directory from the plans' };
  const text = () => newDirectory(plansBeside(document, session));
  return [
    {
      action: {
        title: title[session.locale],
        kind: CodeActionKind.RefactorRewrite,
        data: { id: 'create-directory' },
      },
      edit: () => ({
        documentChanges: [
          { kind: 'create', uri: target, options: { ignoreIfExists: true } },
          {
            textDocument: { uri: target, version: null },
            edits: [{ range: { start, end: start }, newText: text() }],
          },
        ],
      }),
    },
  ];
}
