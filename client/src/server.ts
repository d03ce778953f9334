import type { Event, Range, WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '../../server/src/protocol.ts';

/** The language server as the rest of the client sees it. */
export interface Server {
  readonly client: BaseLanguageClient;
  /** Asks the server; undefined where it does not run or the request was overtaken. */
  readonly ask: <M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
  ) => Promise<Requests[M]['result'] | undefined>;
  /** The change of the server's action with this id at a place; undefined where it offers none. */
  readonly editFor: (
    uri: string,
    range: Range,
    kind: string,
    id: string,
  ) => Promise<WorkspaceEdit | undefined>;
  /** All changes that the server offers at a place, with their ids. */
  readonly actions: (uri: string, range: Range, kind: string) => Promise<readonly Action[]>;
  /** Fires when the server knows something new: it runs, or its findings changed. */
  readonly onSettled: Event<void>;
  readonly restart: () => Promise<void>;
}

/** A change that the server offers. */
export interface Action {
  /** What names it, in every language. */
  readonly id: unknown;
  readonly edit: WorkspaceEdit;
}

/** How the language server is. */
export type Health = 'starting' | 'running' | 'restarting' | 'down' | 'failed';
