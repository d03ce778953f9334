import type { ClientCapabilities } from 'vscode-languageserver';
import type { OwnClient } from '../../protocol.ts';

/** Makes the change of an action: its title, its kind and where it was offered. */
export const APPLY = 'planlint.server.apply';

/** Shows a place. */
export const SHOW_PLACE = 'planlint.server.showPlace';

/** The commands that are served to a client: for what it could not do without. */
export function commandsFor(client: ClientCapabilities, own: OwnClient): readonly string[] {
  return [
    ...(!knowsActions(client) && appliesEdits(client) ? [APPLY] : []),
    ...(!own.showPlaces && showsDocuments(client) ? [SHOW_PLACE] : []),
  ];
}

/** Whether a client knows actions with changes in them; others know commands alone (LSP 3.17, codeActionLiteralSupport). */
export function knowsActions({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
}

/** Whether changes can be handed to a client (LSP 3.17, workspace/applyEdit). */
export function appliesEdits({ workspace }: ClientCapabilities): boolean {
  return workspace?.applyEdit === true;
}

/** Whether a client can be asked to show a document (LSP 3.17, window/showDocument). */
export function showsDocuments({ window }: ClientCapabilities): boolean {
  return window?.showDocument?.support === true;
}
