import type { CancellationToken } from 'vscode-languageserver';
import type { Requests } from '../../../protocol.ts';
import type { Session } from '../../session/session.ts';
import { type Feature, type Order, row } from '../feature.ts';

/** A row for a request of our own; nothing is announced, since only our own client asks. */
export function request<M extends keyof Requests>(
  method: M,
  handle: (
    params: Requests[M]['params'],
    session: Session,
    token: CancellationToken,
  ) => Requests[M]['result'] | Promise<Requests[M]['result']>,
  order: Order = {},
): Feature {
  return row(method, handle, order);
}
