import {
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding, Severity } from '../core/lint.ts';
import type { Plan } from '../core/plan.ts';
import { rangeOf } from './convert.ts';
import { type Feature, feature } from './feature.ts';
import { location } from './navigation.ts';
import { pathOf, type Session } from './session.ts';

/** Findings as the client pulls them, for one document and for the workspace (LSP 3.17, pull diagnostics). */
export const diagnostics: readonly Feature[] = [
  feature(
    DocumentDiagnosticRequest.type,
    () => ({
      diagnosticProvider: { identifier: 'planlint', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    ({ textDocument: { uri }, previousResultId }, session): DocumentDiagnosticReport => {
      const resultId = session.resultId(uri);
      if (resultId === previousResultId) return { kind: 'unchanged', resultId };
      return { kind: 'full', resultId, items: diagnosticsOf(uri, session) };
    },
  ),
  feature(
    WorkspaceDiagnosticRequest.type,
    // Announced with the request above.
    () => ({}),
    async ({ previousResultIds, partialResultToken }, session, token) => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const path of [...session.workspace.documents.keys()]) {
        if (token.isCancellationRequested)
          throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        await session.ready(session.uriOf(path));
        if (!isListed(path, session)) continue;
        const report = reportOf(path, previous.get(path), session);
        previous.delete(path);
        if (partialResultToken === undefined) items.push(report);
        else
          await session.connection.sendProgress(
            WorkspaceDiagnosticRequest.partialResult,
            partialResultToken,
            { items: [report] },
          );
        // Other requests are answered between two files.
        await new Promise((resolve) => setTimeout(resolve));
      }
      // What the client still shows of documents that have gone is taken back.
      for (const path of previous.keys()) {
        if (!session.workspace.documents.has(path) || !isListed(path, session)) {
          items.push({ kind: 'full', uri: session.uriOf(path), version: null, items: [] });
        }
      }
      return { items };
    },
  ),
];

/** The findings of a document in the client's words and language. */
export function diagnosticsOf(uri: string, session: Session): Diagnostic[] {
  const plan = session.planOf(uri);
  if (!plan) return [];
  return session.findingsOf(uri).map((finding) => diagnosticOf(finding, uri, plan, session));
}

/** One finding in the client's words. */
export function diagnosticOf(finding: Finding, uri: string, plan: Plan, session: Session): Diagnostic {
  const { rule, span, severity, message, related, elsewhere, tags, fix, word } = finding;
  const { manual } = session.platform;
  const support = session.client.textDocument?.publishDiagnostics;
  const around = [
    ...(related ?? []).map((place) => ({
      location: { uri, range: rangeOf(plan, place.span, session.encoding) },
      message: place.message[session.locale],
    })),
    ...(elsewhere ?? []).flatMap((place) =>
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
    ...(manual && { codeDescription: { href: `${manual}#${rule}` } }),
    ...(tags?.includes('unnecessary') && { tags: [DiagnosticTag.Unnecessary] }),
    ...((related || elsewhere) && support?.relatedInformation !== false && { relatedInformation: around }),
    data: { rule, ...(fix && { fix: fix.kind }), ...(word && { word }) },
  };
}

/** Pushes findings after `QUIET` ms without a change, to clients that do not pull them. */
export function pushDiagnostics(connection: Connection, session: Session): (uri: string) => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return (uri) => {
    if (session.client.textDocument?.diagnostic) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(async () => {
        timers.delete(uri);
        await session.ready(uri);
        const version = session.documents.get(uri)?.version;
        const known = version === undefined ? [] : diagnosticsOf(uri, session);
        connection.sendDiagnostics({ uri, diagnostics: known, ...(version !== undefined && { version }) });
      }, QUIET),
    );
  };
}

/** Asks the client to pull anew: settings, a directory or another file changed. */
export function refreshDiagnostics(
  connection: Connection,
  session: Session,
  push: (uri: string) => void,
): void {
  if (session.client.workspace?.diagnostics?.refreshSupport) {
    connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
  }
  for (const { uri } of session.documents.all()) push(uri);
}

/** Milliseconds without a change after which somebody is taken to have stopped typing. */
export const QUIET = 200;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Whether the workspace's findings are also about a document: one that is open, or lies in a workspace folder. */
function isListed(path: string, session: Session): boolean {
  const uri = session.uriOf(path);
  if (session.documents.get(uri)) return true;
  return (
    session.diagnosticScope === 'workspace' && session.isInside(uri) && session.whyRead(uri) !== 'ignored'
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
