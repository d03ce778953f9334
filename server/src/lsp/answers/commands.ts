import {
  ApplyWorkspaceEditRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  Location,
  ResponseError,
  ShowDocumentRequest,
} from 'vscode-languageserver';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import { editLater } from './actions/actions.ts';
import { APPLY, SHOW_PLACE } from './command.ts';
import { type Feature, feature } from './feature.ts';

/** Commands for clients that know no actions, or cannot show places by themselves. */
export const commands: readonly Feature[] = [
  feature(ExecuteCommandRequest.type, async ({ command, arguments: given }, session) => {
    const first: unknown = given?.[0];
    if (command === APPLY) await apply(first, session);
    else if (command === SHOW_PLACE) await show(first, session);
    else throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    return null;
  }),
];

async function apply(given: unknown, session: Session): Promise<void> {
  if (typeof given !== 'object' || given === null) return;
  const { title, kind, data }: { title?: unknown; kind?: unknown; data?: unknown } = given;
  if (typeof title !== 'string' || typeof kind !== 'string') return;
  const edit = await editLater({ title, kind, data }, session);
  if (edit) await session.connection.sendRequest(ApplyWorkspaceEditRequest.type, { label: title, edit });
}

/** Nothing else is shown than what is known here. */
async function show(given: unknown, { connection, workspace }: Session): Promise<void> {
  if (!Location.is(given) || !workspace.documents.has(pathOf(given.uri))) return;
  await connection.sendRequest(ShowDocumentRequest.type, {
    uri: given.uri,
    takeFocus: true,
    selection: given.range,
  });
}
