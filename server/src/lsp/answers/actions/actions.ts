import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type Command,
  Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';

import type { Edit, FixKind } from '../../../core/lint/finding.ts';
import { fixAll } from '../../../core/lint/fix.ts';
import { lint } from '../../../core/lint/lint.ts';
import { directoriesFor } from '../../../core/people/workspace.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { parse } from '../../../core/read/read.ts';
import { organizeUnits } from '../../../core/refactor/organize.ts';
import { rules } from '../../../core/rules/index.ts';
import type { Span } from '../../../core/text/text.ts';
import { spanOf } from '../../convert.ts';
import { pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';
import { APPLY, knowsActions } from '../command.ts';
import { type Feature, feature, outdated } from '../feature.ts';
import { editOf } from './edits.ts';
import { quickFixes } from './fixes.ts';
import { FIX_ALL, MOVE, ORGANIZE, resolvesActions } from './kinds.ts';
import type { Offer } from './offer.ts';
import { addMissing, createDirectory, refactorings } from './rewrites.ts';

/** Quick fixes, source actions and refactorings. */
export const actions: readonly Feature[] = [
  feature(
    CodeActionRequest.type,
    ({ textDocument: { uri }, range, context }, session): (CodeAction | Command)[] => {
      // A light bulb that comes by itself is about what is wrong; the rest is for who asks.
      const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
      const only = context.only ?? (automatic ? [CodeActionKind.QuickFix] : undefined);
      const version = session.documents.get(uri)?.version;
      // Whoever asks for one kind means to make the change.
      const later = resolvesActions(session.client) && !context.only && version !== undefined;
      const offers = offersAt(uri, range, only, session);
      const placed = (offer: Offer): ActionData => {
        const at = offers.filter(({ action }) => action.kind === offer.action.kind).indexOf(offer);
        return { uri, version: version ?? 0, range, at };
      };
      if (!knowsActions(session.client)) {
        return offers.map((offer) => {
          const { title, kind } = offer.action;
          return { title, command: APPLY, arguments: [{ title, kind, data: placed(offer) }] };
        });
      }
      return offers.map((offer) => {
        const action = announced(offer.action, session.client);
        if (!later) return { ...action, edit: offer.edit() };
        return { ...action, data: { ...offer.action.data, ...placed(offer) } };
      });
    },
    { last: true },
  ),
  feature(CodeActionResolveRequest.type, async (action, session) => {
    const edit = action.edit ?? (await editLater(action, session));
    return edit ? { ...action, edit } : action;
  }),
];

/**
 * The change of an action that was offered without it; undefined for one that is none of ours. Fails where the document
 * is another by now.
 */
export async function editLater(
  { title, kind, data }: Pick<CodeAction, 'title' | 'kind'> & { readonly data?: unknown },
  session: Session,
): Promise<WorkspaceEdit | undefined> {
  if (!isActionData(data)) return undefined;
  const { uri, range, at, version } = data;
  await session.ready(uri);
  const same = session.documents.get(uri)?.version === version;
  const offer = same && kind ? offersAt(uri, range, [kind], session)[at] : undefined;
  if (offer?.action.title !== title) throw outdated(CodeActionResolveRequest.method);
  return offer.edit();
}

/** An action with what a client says that it knows. */
function announced(action: Offer['action'], { textDocument }: ClientCapabilities): CodeAction {
  const { isPreferred, data, ...plain } = action;
  const { isPreferredSupport, dataSupport } = textDocument?.codeAction ?? {};
  return {
    ...plain,
    ...(isPreferred && isPreferredSupport && { isPreferred }),
    ...(data && dataSupport && { data }),
  };
}

/** Where an action was offered, and as which of its kind. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly at: number;
}

/** Others may put data of their own on actions. */
function isActionData(data: unknown): data is ActionData {
  if (typeof data !== 'object' || data === null) return false;
  const given = (key: keyof ActionData): unknown => Reflect.get(data, key);
  const numbered = typeof given('version') === 'number' && typeof given('at') === 'number';
  return typeof given('uri') === 'string' && numbered && Range.is(given('range'));
}

/** All that can be done in a range, of the kinds that are wanted. */
function offersAt(
  uri: string,
  range: Range,
  only: readonly string[] | undefined,
  session: Session,
): readonly Offer[] {
  const plan = session.planOf(uri);
  if (!plan) return [];
  const wanted = (kind: string) =>
    !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  const rewrites = wanted(CodeActionKind.RefactorRewrite);
  const span = spanOf(plan, range, session.encoding);
  const { start } = span;
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(uri, plan, span, session) : []),
    ...(wanted(FIX_ALL) && only ? fixAllAction(uri, plan, session) : []),
    ...(wanted(ORGANIZE) && (only || isOnField(plan, span)) ? organizeAction(uri, plan, session) : []),
    ...(rewrites || wanted(MOVE) ? refactorings(uri, plan, start, session) : []),
    ...(rewrites ? addMissing(uri, plan, start, session) : []),
    ...(rewrites ? createDirectory(uri, plan, start, session) : []),
  ].filter(({ action }) => wanted(action.kind));
}

/** Whether somebody stands in a span, or beside it, to whom the order of units may matter. */
function isOnField({ fields }: Plan, { start, end }: Span): boolean {
  return fields.some(
    ({ holder, parties }) => parties.length > 1 && holder.start <= end && start <= holder.end,
  );
}

/** All safe fixes until nothing is left, as one change of the stretch that differs. */
function fixAllAction(uri: string, plan: Plan, session: Session): Offer[] {
  const path = pathOf(uri);
  const settings = session.settingsOf(uri);
  const directories = directoriesFor(session.workspace, path);
  const check = (text: string) =>
    lint(
      text === plan.text ? plan : parse(text, { labels: settings.labels, path }),
      rules,
      settings,
      directories,
    );
  const { text, applied } = fixAll(plan.text, check, new Set<FixKind>(['safe']));
  if (applied === 0) return [];
  const title = { zh: '修正所有不改动文字的问题', en: 'Fix everything that changes no wording' };
  return [
    {
      action: { title: title[session.locale], kind: FIX_ALL },
      edit: () => editOf(uri, plan, [difference(plan.text, text)], session),
    },
  ];
}

function organizeAction(uri: string, plan: Plan, session: Session): Offer[] {
  const done = organizeUnits(plan, directoriesFor(session.workspace, pathOf(uri)));
  if (!done) return [];
  return [
    {
      action: { title: done.title[session.locale], kind: ORGANIZE },
      edit: () => editOf(uri, plan, done.edits, session),
    },
  ];
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let newEnd = after.length;
  while (end > start && newEnd > start && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
  }
  return { span: { start, end }, newText: after.slice(start, newEnd) };
}
