import { CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { byGravity, type Filling, fillings, isMissingRule } from '../../../core/features/writing/filling.ts';
import { ruleName } from '../../../core/lint/catalogue.ts';
import type { Edit, Finding, FixKind, Message } from '../../../core/lint/finding.ts';
import { chosenEdits } from '../../../core/lint/fix.ts';
import { directoriesFor } from '../../../core/people/workspace.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { newEntry } from '../../../core/refactor/new-entry.ts';
import { rules } from '../../../core/rules/index.ts';
import { flatMapped } from '../../../core/text/flat.ts';
import { lineEndOf, lineOf, type Span } from '../../../core/text/text.ts';
import { pathOf } from '../../session/path.ts';
import type { Session } from '../../session/session.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { editOf } from './edits.ts';
import type { Offer } from './offer.ts';
import { addToDictionary } from './words.ts';

/**
 * What mends the findings in `span`, the gravest first, no two of one effect; behind it all, the comments that silence
 * them.
 */
export function quickFixes(uri: string, plan: Plan, span: Span, session: Session): readonly Offer[] {
  const all = session.findingsOf(uri);
  const here = all
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .sort(byGravity);
  const about: About = { uri, plan, session, all, here };
  const filled = here.findIndex(({ rule }) => isMissingRule(rule));
  const fixes = flatMapped(here, (finding, i) => [
    ...(i === filled ? filling(about) : []),
    ...(isMissingRule(finding.rule) ? [] : mending(finding, about)),
  ]);
  return [...unlike(fixes), ...silencing(about)];
}

/** Findings in a range of a document, among all of it. */
interface About {
  readonly uri: string;
  readonly plan: Plan;
  readonly session: Session;
  readonly all: readonly Finding[];
  readonly here: readonly Finding[];
}

/** An offer with the change of the document that it makes, where it is one of the document. */
type Fix = Offer & { readonly edits?: readonly Edit[] };

/** Of several with one change the first. */
function unlike(fixes: readonly Fix[]): readonly Offer[] {
  const seen = new Set<string>();
  return fixes.filter(({ edits }) => {
    const key = edits && JSON.stringify(edits);
    return key === undefined || (!seen.has(key) && seen.add(key));
  });
}

function filling({ uri, plan, session, all, here }: About): Fix[] {
  const snippets = session.client.workspace?.workspaceEdit?.snippetEditSupport ?? false;
  // Without a place to type in, an empty cell stays as it is.
  const found = fillings(plan, all, here).filter(({ id }) => id !== 'fill-cell' || snippets);
  const preferred = new Set<Finding>();
  return found.map(({ id, title, edits, mends }: Filling): Fix => {
    const isPreferred = id !== 'fill-all' && !mends.some((finding) => preferred.has(finding));
    for (const finding of mends) preferred.add(finding);
    const diagnostics = mends.map((finding) => diagnosticOf(finding, uri, plan, session));
    return {
      action: {
        title: title[session.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics,
        ...(isPreferred && { isPreferred }),
        data: { id },
      },
      edit: () => editOf(uri, plan, edits, session),
      edits,
    };
  });
}

/** The fix of one finding, the same for all of its rule, and whatever else has it accepted. */
function mending(finding: Finding, about: About): Fix[] {
  const { uri, plan, session, here } = about;
  const diagnostics = [diagnosticOf(finding, uri, plan, session)];
  const isFirst = here.find(({ rule }) => rule === finding.rule) === finding;
  return [
    ...fixOf(finding, about, diagnostics),
    ...(isFirst ? fixRule(finding, about, diagnostics) : []),
    ...addToDirectory(finding, about, diagnostics),
    ...addToDictionary(finding, uri, diagnostics, session),
  ];
}

function fixOf({ fix }: Finding, { uri, plan, session }: About, diagnostics: Diagnostic[]): Fix[] {
  if (!fix) return [];
  return [
    {
      action: {
        title: fix.title[session.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics,
        ...(fix.kind !== 'unsafe' && { isPreferred: true }),
      },
      edit: () => editOf(uri, plan, fix.edits, session),
      edits: fix.edits,
    },
  ];
}

function fixRule(
  { rule, fix }: Finding,
  { uri, plan, session, all }: About,
  diagnostics: Diagnostic[],
): Fix[] {
  const alike = all.filter((finding) => finding.rule === rule && finding.fix);
  if (!fix || alike.length < 2) return [];
  const name = ruleName(rules, rule);
  const { edits, applied } = chosenEdits(plan.text, alike, new Set<FixKind>(['safe', 'unsafe', 'stub']));
  const title = {
    zh: `修正全部 ${applied} 处“${name.zh}”（${rule}）`,
    en: `Fix all ${applied} of “${name.en}” (${rule})`,
  };
  return [
    {
      action: { title: title[session.locale], kind: CodeActionKind.QuickFix, diagnostics },
      edit: () => editOf(uri, plan, edits, session),
      edits,
    },
  ];
}

/** A name that the directory lacks, added to the nearest one. */
function addToDirectory({ unlisted }: Finding, { uri, session }: About, diagnostics: Diagnostic[]): Fix[] {
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
      action: {
        title: title[session.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics,
        data: { id: 'add-to-directory' },
      },
      edit: () => editOf(session.uriOf(directory.path), target, [edit], session),
    },
  ];
}

/** Comments above the line, one for all that a task lacks, then comments at the head of the file. */
function silencing(about: About): Offer[] {
  const { plan, here } = about;
  const lineEnd = lineEndOf(plan.text);
  const head = plan.text.startsWith('\uFEFF') ? 1 : 0;
  const named = [...new Set(here.map(({ rule }) => rule))];
  const groups = [
    named.filter(isMissingRule),
    ...named.filter((rule) => !isMissingRule(rule)).map((rule) => [rule]),
  ];
  const first = (rule: string) => here.findIndex((finding) => finding.rule === rule);
  const placed = groups.filter((group) => group.length > 0).sort(([a = ''], [b = '']) => first(a) - first(b));
  const above = placed.map((group) => {
    const offset = here[first(group[0] ?? '')]?.span.start ?? 0;
    const start = Math.max(head, plan.lineStarts[lineOf(plan.lineStarts, offset)] ?? 0);
    const newText = `<!-- planlint-disable-next-line ${group.join(', ')} -->${lineEnd}`;
    const { zh, en } = namesOf(group);
    const title = { zh: `此处不再提示${zh}`, en: `Silence ${en} here` };
    return silenceOf(title, { span: { start, end: start }, newText }, group, about);
  });
  const atHead = placed.flat().map((rule) => {
    const newText = `<!-- planlint-disable-file ${rule} -->${lineEnd}`;
    const { zh, en } = namesOf([rule]);
    const title = { zh: `本文件不再提示${zh}`, en: `Silence ${en} in this file` };
    return silenceOf(title, { span: { start: head, end: head }, newText }, [rule], about);
  });
  return [...above, ...atHead];
}

/** `“缺责任主体”（missing-lead）“缺完成时限”（missing-deadline）` */
function namesOf(ids: readonly string[]): Message {
  const named = ids.map((id) => ({ id, ...ruleName(rules, id) }));
  return {
    zh: named.map(({ id, zh }) => `“${zh}”（${id}）`).join(''),
    en: named.map(({ id, en }) => `“${en}” (${id})`).join(' and '),
  };
}

function silenceOf(
  title: Message,
  edit: Edit,
  silenced: readonly string[],
  { uri, plan, session, here }: About,
): Offer {
  const diagnostics = here
    .filter(({ rule }) => silenced.includes(rule))
    .map((finding) => diagnosticOf(finding, uri, plan, session));
  return {
    action: { title: title[session.locale], kind: CodeActionKind.QuickFix, diagnostics },
    edit: () => editOf(uri, plan, [edit], session),
  };
}
