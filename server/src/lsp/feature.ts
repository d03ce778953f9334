import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  HandlerResult,
  ProtocolRequestType,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Session } from './session.ts';

/** A row of the table: what is announced beside what is served, so that neither is without the other. */
export interface Feature {
  readonly method: string;
  readonly capability: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  readonly serve: (connection: Connection, session: Session) => void;
}

/** A request with its capability and handler. A handler that throws answers this one request with an error. */
export function feature<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capability: Feature['capability'],
  handle: (params: P, session: Session, token: CancellationToken) => HandlerResult<R, E>,
): Feature {
  return {
    method: type.method,
    capability,
    serve: (connection, session) => {
      connection.onRequest(type, (params, token) => handle(params, session, token));
    },
  };
}
