import {
  DeclarationRequest,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  type LocationLink,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  type TextEdit,
  TypeDefinitionRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { definition, type Target, typeDefinition } from '../../core/features/going/definition.ts';
import { links as documentLinks } from '../../core/features/going/links.ts';
import { highlights, references } from '../../core/features/going/references.ts';
import {
  prepareRename,
  type Renaming,
  type Replacement,
  rename,
} from '../../core/features/writing/rename.ts';
import type { Message } from '../../core/lint/finding.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { rangeOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { type Feature, feature } from './feature.ts';
import { inParts } from './partial.ts';
import { at, location } from './places.ts';

/** From a name to where it is defined and mentioned, and to another name. */
export const navigation: readonly Feature[] = [
  feature(DefinitionRequest.type, (params, session) => {
    const target = at(params, session, (path, offset) => targetAt(path, offset, session));
    return links(
      target ? [target] : [],
      params.textDocument.uri,
      session,
      session.client.textDocument?.definition?.linkSupport,
    );
  }),
  feature(DeclarationRequest.type, (params, session) => {
    const target = at(params, session, (path, offset) => targetAt(path, offset, session));
    const supported = session.client.textDocument?.declaration?.linkSupport;
    return links(target ? [target] : [], params.textDocument.uri, session, supported);
  }),
  feature(TypeDefinitionRequest.type, (params, session) => {
    const targets = at(params, session, (path, offset) => typeDefinition(session.workspace, path, offset));
    return links(
      targets ?? [],
      params.textDocument.uri,
      session,
      session.client.textDocument?.typeDefinition?.linkSupport,
    );
  }),
  feature(ReferencesRequest.type, (params, session) => {
    const withDefinition = params.context.includeDeclaration;
    const found = at(params, session, (path, offset) =>
      references(session.workspace, path, offset, { withDefinition }),
    );
    const places = flatMapped(found ?? [], ({ path, mention }) => location(path, mention.span, session));
    return inParts(ReferencesRequest.type, params.partialResultToken, places, session);
  }),
  feature(DocumentHighlightRequest.type, (params, session) => {
    const found = at(params, session, (path, offset) => highlights(session.workspace, path, offset));
    return flatMapped(found ?? [], ({ path, mention, defines }) => {
      const kind = defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
      return location(path, mention.span, session).map(({ range }) => ({ range, kind }));
    });
  }),
  feature(PrepareRenameRequest.type, (params, session) => {
    const found = at(params, session, (path, offset) => prepareRename(session.workspace, path, offset));
    const lines = session.linesOf(pathOf(params.textDocument.uri));
    return found && lines
      ? { range: rangeOf(lines, found.span, session.encoding), placeholder: found.name }
      : null;
  }),
  feature(RenameRequest.type, (params, session) => {
    const done = at(params, session, (path, offset) =>
      rename(session.workspace, path, offset, params.newName),
    );
    if (!done) return null;
    if ('zh' in done) throw new ResponseError(REQUEST_FAILED, done[session.locale]);
    return renameEdit(done, params.textDocument.uri, session);
  }),
];

/** The entry of a name, or the file of a quoted document (《…》), at its title. */
function targetAt(path: string, offset: number, session: Session): Target | undefined {
  const { workspace } = session;
  const named = definition(workspace, path, offset);
  if (named) return named;
  const link = documentLinks(workspace, path).find(({ span }) => span.start <= offset && offset <= span.end);
  if (!link || !('path' in link.target)) return undefined;
  const title = workspace.documents.get(link.target.path)?.plan.title?.span;
  return title && { origin: link.span, path: link.target.path, span: title, selection: title };
}

/** LSP 3.17, LSPErrorCodes.RequestFailed: the request was right but cannot be carried out. */
const REQUEST_FAILED = -32803;

function links(
  targets: readonly Target[],
  from: string,
  session: Session,
  linkSupport: boolean | undefined,
): Location[] | LocationLink[] {
  if (!linkSupport) return flatMapped(targets, ({ path, selection }) => location(path, selection, session));
  const here = session.linesOf(pathOf(from));
  return flatMapped(targets, ({ path, origin, span, selection }) => {
    const lines = session.linesOf(path);
    if (!lines || !here) return [];
    return [
      {
        originSelectionRange: rangeOf(here, origin, session.encoding),
        targetUri: session.uriOf(path),
        targetRange: rangeOf(lines, span, session.encoding),
        targetSelectionRange: rangeOf(lines, selection, session.encoding),
      },
    ];
  });
}

/**
 * Changes in other files than the one at hand are annotated, so that a client can show them first. Where two names
 * become one, the person has to confirm it; where the client cannot ask, that is refused.
 */
function renameEdit({ replacements, merges }: Renaming, from: string, session: Session): WorkspaceEdit {
  const here = pathOf(from);
  const byPath = new Map<string, Replacement[]>();
  for (const one of replacements) {
    const same = byPath.get(one.path);
    if (same) same.push(one);
    else byPath.set(one.path, [one]);
  }
  const edits = (path: string, annotationId?: string) =>
    flatMapped(byPath.get(path) ?? [], ({ span, newText }) =>
      location(path, span, session).map(
        ({ range }): TextEdit => ({ range, newText, ...(annotationId && { annotationId }) }),
      ),
    );
  const supports = session.client.workspace?.workspaceEdit;
  const annotates = supports?.documentChanges === true && supports.changeAnnotationSupport !== undefined;
  if (merges !== undefined && !annotates) {
    throw new ResponseError(REQUEST_FAILED, mergesMessage(merges)[session.locale]);
  }
  if (!supports?.documentChanges) {
    return {
      changes: Object.fromEntries([...byPath.keys()].map((path) => [session.uriOf(path), edits(path)])),
    };
  }
  const annotationOf = (path: string) =>
    merges !== undefined ? MERGED : annotates && path !== here ? OTHER_FILES : undefined;
  const documentChanges = [...byPath.keys()].map((path) => {
    const uri = session.uriOf(path);
    const version = session.documents.get(uri)?.version ?? null;
    return { textDocument: { uri, version }, edits: edits(path, annotationOf(path)) };
  });
  const used = new Set<string>(flatMapped([...byPath.keys()], (path) => annotationOf(path) ?? []));
  if (used.size === 0) return { documentChanges };
  const annotations = {
    [OTHER_FILES]: { label: OTHERS[session.locale], needsConfirmation: false },
    [MERGED]: { label: mergesMessage(merges ?? '')[session.locale], needsConfirmation: true },
  };
  return {
    documentChanges,
    changeAnnotations: Object.fromEntries(Object.entries(annotations).filter(([id]) => used.has(id))),
  };
}

const OTHER_FILES = 'other-files';
const MERGED = 'merged';
const OTHERS: Message = { zh: '其他文件中的同一名称', en: 'The same name in other files' };

function mergesMessage(name: string): Message {
  return {
    zh: `已有“${name}”，改名后两者无法再区分。`,
    en: `There is a “${name}” already; renamed, the two can no longer be told apart.`,
  };
}
