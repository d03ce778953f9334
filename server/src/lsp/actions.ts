import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { missingFieldEdits } from '../core/features/completeness.ts';
import { newDirectory } from '../core/features/new-directory.ts';
import { chosenEdits, fixAll } from '../core/fix.ts';
import { type Edit, type Finding, type FixKind, lint, type Message } from '../core/lint.ts';
import { parse } from '../core/parse.ts';
import type { Plan } from '../core/plan.ts';
import { refactoringsAt } from '../core/refactor/index.ts';
import { newEntry } from '../core/refactor/new-entry.ts';
import { organizeUnits } from '../core/refactor/organize.ts';
import { rules } from '../core/rules/index.ts';
import { lineEndOf, lineOf } from '../core/text.ts';
import { directoriesFor } from '../core/workspace.ts';
import { spanOf } from './convert.ts';
import { diagnosticOf } from './diagnostics.ts';
import { editOf } from './edits.ts';
import { type Feature, feature } from './feature.ts';
import { pathOf, type Session } from './session.ts';

/** Quick fixes, source actions and refactorings. */
export const actions: readonly Feature[] = [
  feature(
    CodeActionRequest.type,
    () => ({ codeActionProvider: { codeActionKinds: [...KINDS] } }),
    ({ textDocument: { uri }, range, context }, session) => {
      const plan = session.planOf(uri);
      if (!plan) return [];
      const wanted = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      return [
        ...(wanted(CodeActionKind.QuickFix) ? quickFixes(uri, plan, range, session) : []),
        ...(wanted(FIX_ALL) && context.only ? fixAllAction(uri, plan, session) : []),
        ...(wanted(ORGANIZE) ? organizeAction(uri, plan, session) : []),
        ...refactorings(uri, plan, range, session).filter(({ kind }) => wanted(kind ?? '')),
      ];
    },
  ),
];

const FIX_ALL = `${CodeActionKind.SourceFixAll}.planlint`;
const ORGANIZE = 'source.organizeUnits';
const KINDS = [
  CodeActionKind.QuickFix,
  FIX_ALL,
  ORGANIZE,
  CodeActionKind.RefactorRewrite,
  `${CodeActionKind.Refactor}.move`,
] as const;

/** Fixes of the findings in the range; each also for all findings of its rule, and a comment that silences it. */
function quickFixes(uri: string, plan: Plan, range: Range, session: Session): CodeAction[] {
  const span = spanOf(plan, range, session.encoding);
  const all = session.findingsOf(uri);
  const here = all.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
  const rulesHere = new Set<string>();
  return here.flatMap((finding) => {
    const diagnostics = [diagnosticOf(finding, uri, plan, session)];
    const first = !rulesHere.has(finding.rule);
    rulesHere.add(finding.rule);
    return [
      ...fixOf(finding, uri, plan, diagnostics, session),
      ...(first ? fixRule(finding, all, uri, plan, diagnostics, session) : []),
      ...addToDirectory(finding, uri, diagnostics, session),
      ...(first ? silencing(finding, uri, plan, diagnostics, session) : []),
    ];
  });
}

function fixOf(
  finding: Finding,
  uri: string,
  plan: Plan,
  diagnostics: Diagnostic[],
  session: Session,
): CodeAction[] {
  const { fix } = finding;
  if (!fix) return [];
  return [
    {
      title: fix.title[session.locale],
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: fix.kind !== 'unsafe',
      edit: editOf(uri, plan, fix.edits, session),
    },
  ];
}

function fixRule(
  { rule, fix }: Finding,
  all: readonly Finding[],
  uri: string,
  plan: Plan,
  diagnostics: Diagnostic[],
  session: Session,
): CodeAction[] {
  const alike = all.filter((finding) => finding.rule === rule && finding.fix);
  if (!fix || alike.length < 2) return [];
  const { edits, applied } = chosenEdits(plan.text, alike, new Set<FixKind>(['safe', 'unsafe', 'stub']));
  const title = { zh: `修正全部 ${applied} 处 ${rule}`, en: `Fix all ${applied} of ${rule}` };
  return [
    {
      title: title[session.locale],
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: editOf(uri, plan, edits, session),
    },
  ];
}

/** A name that the directory lacks, added to the nearest one. */
function addToDirectory(
  { unlisted }: Finding,
  uri: string,
  diagnostics: Diagnostic[],
  session: Session,
): CodeAction[] {
  const directory = directoriesFor(session.workspace, pathOf(uri))[0];
  const target = directory && session.workspace.documents.get(directory.path)?.plan;
  const edit = unlisted && directory && target && newEntry(target, directory, unlisted);
  if (!edit) return [];
  const title = {
    zh: `将“${unlisted.name}”加入责任单位名录`,
    en: `Add “${unlisted.name}” to the unit directory`,
  };
  return [
    {
      title: title[session.locale],
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: editOf(session.uriOf(directory.path), target, [edit], session),
      data: { id: 'add-to-directory' },
    },
  ];
}

/** A comment above the line, or at the head of the file. */
function silencing(
  { rule, span }: Finding,
  uri: string,
  plan: Plan,
  diagnostics: Diagnostic[],
  session: Session,
): CodeAction[] {
  const lineEnd = lineEndOf(plan.text);
  const head = plan.text.startsWith('\uFEFF') ? 1 : 0;
  const start = Math.max(head, plan.lineStarts[lineOf(plan.lineStarts, span.start)] ?? 0);
  const actions: readonly (readonly [Message, Edit])[] = [
    [
      { zh: `此处不再提示 ${rule}`, en: `Silence ${rule} here` },
      { span: { start, end: start }, newText: `<!-- planlint-disable-next-line ${rule} -->${lineEnd}` },
    ],
    [
      { zh: `本文件不再提示 ${rule}`, en: `Silence ${rule} in this file` },
      { span: { start: head, end: head }, newText: `<!-- planlint-disable-file ${rule} -->${lineEnd}` },
    ],
  ];
  return actions.map(([title, edit]) => ({
    title: title[session.locale],
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: editOf(uri, plan, [edit], session),
  }));
}

/** All safe fixes until nothing is left, as one change of the stretch that differs. */
function fixAllAction(uri: string, plan: Plan, session: Session): CodeAction[] {
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
      title: title[session.locale],
      kind: FIX_ALL,
      edit: editOf(uri, plan, [difference(plan.text, text)], session),
    },
  ];
}

function organizeAction(uri: string, plan: Plan, session: Session): CodeAction[] {
  const done = organizeUnits(plan, directoriesFor(session.workspace, pathOf(uri)));
  if (!done) return [];
  return [
    { title: done.title[session.locale], kind: ORGANIZE, edit: editOf(uri, plan, done.edits, session) },
  ];
}

function refactorings(uri: string, plan: Plan, range: Range, session: Session): CodeAction[] {
  const { start } = spanOf(plan, range, session.encoding);
  const found = refactoringsAt(plan, start).map(({ id, title, edits }) => ({
    title: title[session.locale],
    kind: id.startsWith('move-') ? `${CodeActionKind.Refactor}.move` : CodeActionKind.RefactorRewrite,
    edit: editOf(uri, plan, edits, session),
    data: { id },
  }));
  return [...found, ...addMissing(uri, plan, start, session), ...createDirectory(uri, session)];
}

/** Empty fields where nobody or no day is stated: for the task at the cursor, and for all tasks. */
function addMissing(uri: string, plan: Plan, offset: number, session: Session): CodeAction[] {
  const here = missingFieldEdits(plan, offset);
  const all = missingFieldEdits(plan);
  const offers = [
    { id: 'add-missing-fields', edits: here, zh: '补上缺少的责任和时限', en: 'Add the missing fields' },
    {
      id: 'add-all-missing-fields',
      edits: all.length > here.length ? all : [],
      zh: `补上全文缺少的责任和时限（${all.length}处）`,
      en: `Add the missing fields of all tasks (${all.length})`,
    },
  ];
  return offers.flatMap(({ id, edits, ...title }) =>
    edits.length === 0
      ? []
      : [
          {
            title: title[session.locale],
            kind: CodeActionKind.RefactorRewrite,
            edit: editOf(uri, plan, edits, session),
            data: { id },
          },
        ],
  );
}

/** Where no directory serves the plan: a new file beside it with those whom the plans of its root name. */
function createDirectory(uri: string, session: Session): CodeAction[] {
  const { workspace } = session;
  const path = pathOf(uri);
  const document = workspace.documents.get(path);
  if (!document || document.plan.kind === 'directory' || directoriesFor(workspace, path).length > 0)
    return [];
  if (!session.client.workspace?.workspaceEdit?.resourceOperations?.includes('create')) return [];
  const plans = [...workspace.documents.values()]
    .filter(({ root }) => root === document.root)
    .map(({ plan }) => plan);
  if (!document.plan.fields.some(({ parties }) => parties.length > 0)) return [];
  const target = `${uri.slice(0, uri.lastIndexOf('/'))}/${encodeURIComponent('责任单位名录.units.plan')}`;
  const start = { line: 0, character: 0 };
  const title = { zh: '由计划中的单位和人员生成责任单位名录', en: 'Create a unit directory from the plans' };
  return [
    {
      title: title[session.locale],
      kind: CodeActionKind.RefactorRewrite,
      edit: {
        documentChanges: [
          { kind: 'create', uri: target, options: { ignoreIfExists: true } },
          {
            textDocument: { uri: target, version: null },
            edits: [{ range: { start, end: start }, newText: newDirectory(plans) }],
          },
        ],
      },
      data: { id: 'create-directory' },
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
