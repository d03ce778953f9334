import type { Location, Position } from 'vscode-languageserver';
import type { Span } from '../../core/text/text.ts';
import { offsetAt, rangeOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';

/** Asks the core about a position; undefined where the document is not known. */
export function at<T>(
  params: { readonly textDocument: { readonly uri: string }; readonly position: Position },
  session: Session,
  ask: (path: string, offset: number) => T,
): T | undefined {
  const path = pathOf(params.textDocument.uri);
  const lines = session.linesOf(path);
  return lines && ask(path, offsetAt(lines, params.position, session.encoding));
}

/** A place in a document of the index, in the client's words; none where the document has gone. */
export function location(path: string, span: Span, session: Session): Location[] {
  const lines = session.linesOf(path);
  return lines ? [{ uri: session.uriOf(path), range: rangeOf(lines, span, session.encoding) }] : [];
}
