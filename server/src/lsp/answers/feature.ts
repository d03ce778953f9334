import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  DocumentDiagnosticRequest,
  ErrorCodes,
  type HandlerResult,
  LSPErrorCodes,
  type ProtocolRequestType,
  ResponseError,
} from 'vscode-languageserver';
import type { Rope } from '../../core/text/rope.ts';
import type { Door } from '../session/door.ts';
import type { Session } from '../session/session.ts';

/** A row of the table of what is served; what is announced of it stands in `announced.ts` under its method. */
export interface Feature {
  readonly method: string;
  readonly serve: (door: Door, session: Session) => void;
}

/**
 * A request with its handler, which is called when the settings of its document are known. A handler that throws answers
 * this one request with an error.
 */
export function feature<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  handle: (params: P, session: Session, token: CancellationToken) => HandlerResult<R, E>,
  order: Order = {},
): Feature {
  return row(type.method, handle, order);
}

/** When a request is served. */
export interface Order {
  /** Whether it takes long, so that what was asked before it is answered first, and what is typed meanwhile is seen. */
  readonly last?: boolean;
}

/** A request by its method alone. */
export function row<P>(
  method: string,
  handle: (params: P, session: Session, token: CancellationToken) => unknown,
  { last = false }: Order = {},
): Feature {
  return {
    method,
    serve: (door, session) => {
      door.asked<P>(method, async (params, token) => {
        refuseOutOfTurn(session, token);
        const uri = uriIn(params);
        if (uri !== undefined) {
          const rope = session.documents.get(uri)?.rope;
          await session.ready(uri);
          // Its positions speak of a text that is gone.
          const refuse = () => {
            refuseOutOfTurn(session, token);
            if (!isSame(session.documents.get(uri)?.rope, rope)) throw outdated(method);
          };
          if (last) await session.door.lull();
          refuse();
          if (last) await session.look(uri, refuse);
        }
        refuseOutOfTurn(session, token);
        return handle(params, session, token);
      });
    },
  };
}

/** What cannot be served any more is answered with the code for it (LSP 3.17, lifecycle and cancelRequest). */
export function refuseOutOfTurn(session: Session, token: CancellationToken): void {
  if (session.stage === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized.');
  if (session.stage === 'over') throw new ResponseError(ErrorCodes.InvalidRequest, 'Shut down.');
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** The document changed before the request was served: a pull comes again, anything else is asked anew by the change. */
export function outdated(method: string): ResponseError<unknown> {
  if (method !== DocumentDiagnosticRequest.method) {
    return new ResponseError(LSPErrorCodes.ContentModified, 'The document changed.');
  }
  const again: DiagnosticServerCancellationData = { retriggerRequest: true };
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed.', again);
}

function isSame(one: Rope | undefined, other: Rope | undefined): boolean {
  return one === other || (one !== undefined && other?.isEqual(one) === true);
}

/** The document that a request is about. */
function uriIn(params: unknown): string | undefined {
  const document = typeof params === 'object' && params !== null && Reflect.get(params, 'textDocument');
  const uri: unknown = typeof document === 'object' && document !== null && Reflect.get(document, 'uri');
  return typeof uri === 'string' ? uri : undefined;
}
