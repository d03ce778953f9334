import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  PositionEncodingKind,
  type PreviousResultId,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { manualPage } from '../../config/manual.ts';
import { findingsMovedFrom } from '../../core/lint/again.ts';
import { ruleName } from '../../core/lint/catalogue.ts';
import type { Finding, Severity } from '../../core/lint/finding.ts';
import type { Said } from '../../core/lint/said.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { rules } from '../../core/rules/index.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { inPieces, listOf, type Pieces } from '../../core/text/pieces.ts';
import { rangeOf } from '../convert.ts';
import { isElsewhere, pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature, refuseOutOfTurn } from './feature.ts';
import { location } from './places.ts';
import { Shift } from './shifted.ts';

/** Findings as the client pulls them, for one document and for the workspace (LSP 3.17, pull diagnostics). */
export const diagnostics: readonly Feature[] = [
  feature(
    DocumentDiagnosticRequest.type,
    ({ textDocument: { uri }, previousResultId }, session): DocumentDiagnosticReport => {
      notePull(session);
      const resultId = session.resultId(uri);
      if (resultId === previousResultId) return { kind: 'unchanged', resultId };
      return { kind: 'full', resultId, items: diagnosticsOf(uri, session) };
    },
    { last: true },
  ),
  feature(
    WorkspaceDiagnosticRequest.type,
    async ({ previousResultIds, partialResultToken }, session, token) => {
      notePull(session);
      // What is not read yet would pass for clean, and not all clients can be told to ask again.
      while (session.changes.underway) await nextChange(session.changes.count, session, token);
      const previous = new Map(previousResultIds.map((one) => [pathOf(one.uri), one]));
      if (partialResultToken === undefined) {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        for await (const some of reports(previous, session, token)) {
          for (const one of some) items.push(one);
        }
        return { items };
      }
      // A client that takes parts is answered when there is something to tell (LSP 3.17, workspace/diagnostic).
      for (let told = false; !told; ) {
        const { count } = session.changes;
        for await (const some of reports(previous, session, token)) {
          const items = some.filter(({ kind }) => kind === 'full');
          if (items.length === 0) continue;
          told = true;
          const { partialResult } = WorkspaceDiagnosticRequest;
          await session.connection.sendProgress(partialResult, partialResultToken, { items });
        }
        if (previous.size === 0 || told) break;
        await nextChange(count, session, token);
        await new Promise((resolve) => setTimeout(resolve, QUIET));
      }
      return { items: [] };
    },
  ),
];

/** Holds a request back until more than `count` changes were noted. */
async function nextChange(count: number, session: Session, token: CancellationToken): Promise<void> {
  await session.door.held(session.changes.after(count, token));
  refuseOutOfTurn(session, token);
}

/** The findings of a document in the client's words and language. */
export function diagnosticsOf(uri: string, session: Session): Diagnostic[] {
  const plan = session.planOf(uri);
  if (!plan) return [];
  const found = session.foundIn(uri);
  if (!found) return [];
  const known = told.get(found.said);
  if (known?.uri === uri && known.locale === session.locale) return listOf(known.items);
  const items =
    movedItems(found.said, uri, session) ??
    inPieces(found.active.map((finding) => diagnosticOf(finding, uri, plan, session)));
  told.set(found.said, { uri, locale: session.locale, items });
  return listOf(items);
}

/** What was told of findings, which is kept with them. */
const told = new WeakMap<
  Said,
  { readonly uri: string; readonly locale: Session['locale']; readonly items: Pieces<Diagnostic> }
>();

/** What is told of findings that were moved, if it is known what was told of those before: the same, moved. */
function movedItems(
  findings: Said,
  uri: string,
  { encoding, locale }: Session,
): Pieces<Diagnostic> | undefined {
  const origin = findingsMovedFrom(findings);
  const before = origin && told.get(origin.before);
  if (!origin || before?.uri !== uri || before.locale !== locale || encoding !== PositionEncodingKind.UTF16)
    return undefined;
  const shift = new Shift(origin.plan, origin.change);
  const items = before.items.map((piece) => {
    const { first, last } = linesOf(piece, uri);
    if (shift.line < first || shift.line > last) return piece;
    const moved = piece.map((item) => movedItem(item, uri, shift));
    return moved.every((item, i) => item === piece[i]) ? piece : moved;
  });
  return shift.lost ? undefined : items;
}

/** Between which lines of their document the places of some items stand; it is kept with the piece that they are. */
function linesOf(piece: readonly Diagnostic[], uri: string): Lines {
  const known = lines.get(piece);
  if (known) return known;
  const places = flatMapped(piece, ({ range, relatedInformation = [] }) => [
    range,
    ...flatMapped(relatedInformation, ({ location }) => (location.uri === uri ? [location.range] : [])),
  ]);
  const found = {
    first: Math.min(...places.map(({ start }) => start.line)),
    last: Math.max(...places.map(({ end }) => end.line)),
  };
  lines.set(piece, found);
  return found;
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

const lines = new WeakMap<readonly Diagnostic[], Lines>();

function movedItem(item: Diagnostic, uri: string, shift: Shift): Diagnostic {
  const range = shift.range(item.range);
  const related = item.relatedInformation;
  const around = related?.map((place) => {
    const at = place.location.uri === uri ? shift.range(place.location.range) : place.location.range;
    return at === place.location.range ? place : { ...place, location: { uri, range: at } };
  });
  if (range === item.range && (!related || around?.every((place, i) => place === related[i]))) return item;
  return { ...item, range, ...(around && { relatedInformation: around }) };
}

/** One finding in the client's words. */
export function diagnosticOf(finding: Finding, uri: string, plan: Plan, session: Session): Diagnostic {
  const { rule, span, severity, message, related, elsewhere, tags, fix, word } = finding;
  const { publishDiagnostics, diagnostic } = session.client.textDocument ?? {};
  const supports = { ...publishDiagnostics, ...diagnostic };
  const around = [
    ...(related ?? []).map((place) => ({
      location: { uri, range: rangeOf(plan, place.span, session.encoding) },
      message: place.message[session.locale],
    })),
    ...flatMapped(elsewhere ?? [], (place) =>
      location(place.path, place.span, session).map((one) => ({
        location: one,
        message: place.message[session.locale],
      })),
    ),
  ];
  return {
    range: rangeOf(plan, span, session.encoding),
    severity: SEVERITIES[severity],
    source: 'planlint',
    code: rule,
    message: message[session.locale],
    ...(supports.codeDescriptionSupport && {
      codeDescription: { href: manualPage('rules', session.locale, rule) },
    }),
    ...(tags?.includes('unnecessary') &&
      supports.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) && {
        tags: [DiagnosticTag.Unnecessary],
      }),
    ...((related || elsewhere) && supports.relatedInformation && { relatedInformation: around }),
    // Our own client shows the name beside the code.
    ...(supports.dataSupport && {
      data: {
        rule,
        name: ruleName(rules, rule)[session.locale],
        ...(fix && { fix: fix.kind }),
        ...(word && { word }),
      },
    }),
  };
}

/** From its first pull on, a client is pushed nothing more. */
function notePull(session: Session): void {
  if (session.pulls) return;
  session.pulls = true;
  session.firstPull();
}

/**
 * Pushes findings after `QUIET` ms without a change, to clients that do not pull them. Some only say that they could:
 * they are pushed findings until they do, which then are taken back, since they would stand there twice.
 */
export function pushDiagnostics(connection: Connection, session: Session): (uri: string) => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const pushed = new Set<string>();
  session.firstPull = () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    for (const uri of pushed) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
    pushed.clear();
  };
  const push = async (uri: string) => {
    timers.delete(uri);
    // Of what is closed nothing needs to be known.
    if (session.documents.get(uri)) await session.ready(uri);
    await session.door.room();
    await session.door.lull();
    if (session.pulls) return;
    await session.look(uri);
    if (session.pulls) return;
    const version = session.documents.get(uri)?.version;
    const diagnostics = version === undefined ? [] : diagnosticsOf(uri, session);
    if (diagnostics.length > 0) pushed.add(uri);
    else pushed.delete(uri);
    const versioned =
      session.client.textDocument?.publishDiagnostics?.versionSupport && version !== undefined;
    await connection.sendDiagnostics({ uri, diagnostics, ...(versioned && { version }) });
  };
  return (uri) => {
    if (session.pulls) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      session.door.later(uri, session.client.textDocument?.diagnostic ? UNPULLED : QUIET, () => push(uri)),
    );
  };
}

/** Milliseconds that a client which can pull has for its first one. */
const UNPULLED = 1000;

/** Milliseconds without a change after which somebody is taken to have stopped typing. */
export const QUIET = 200;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What there is to say of each document, as much at a time as keeps no other request waiting. */
async function* reports(
  previous: ReadonlyMap<string, PreviousResultId>,
  session: Session,
  token: CancellationToken,
): AsyncGenerator<readonly WorkspaceDocumentDiagnosticReport[]> {
  await session.door.lull();
  refuseOutOfTurn(session, token);
  let some: WorkspaceDocumentDiagnosticReport[] = [];
  const { slice } = session.limits;
  let until = Date.now() + slice;
  const gone = new Map(previous);
  for (const path of [...session.workspace.documents.keys()]) {
    await session.ready(session.uriOf(path));
    if (!isReported(path, session)) continue;
    gone.delete(path);
    await session.door.contained(path, () => session.look(session.uriOf(path)));
    const report = await session.door.contained(path, () =>
      reportOf(path, previous.get(path)?.value, session),
    );
    if (report) some.push(report);
    if (Date.now() < until) continue;
    yield some;
    some = [];
    await new Promise((resolve) => setTimeout(resolve));
    await session.door.lull();
    refuseOutOfTurn(session, token);
    until = Date.now() + slice;
  }
  // What the client still shows of documents that have gone is taken back, by the names that it has for them.
  for (const { uri } of gone.values()) some.push({ kind: 'full', uri, version: null, items: [] });
  refuseOutOfTurn(session, token);
  yield some;
}

/** Whether the workspace's findings are also about a document: one that is open, or lies in a workspace folder. */
function isReported(path: string, session: Session): boolean {
  const uri = session.uriOf(path);
  if (isElsewhere(path)) return false;
  if (session.documents.get(uri)) return true;
  return (
    session.diagnosticScope === 'workspace' && session.isInside(uri) && session.applied(uri).why !== 'ignored'
  );
}

function reportOf(
  path: string,
  previous: string | undefined,
  session: Session,
): WorkspaceDocumentDiagnosticReport {
  const uri = session.uriOf(path);
  const version = session.documents.get(uri)?.version ?? null;
  const resultId = session.resultId(uri);
  if (previous === resultId) return { kind: 'unchanged', uri, version, resultId };
  return { kind: 'full', uri, version, resultId, items: diagnosticsOf(uri, session) };
}
