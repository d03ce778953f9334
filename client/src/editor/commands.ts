import { commands, type Disposable } from 'vscode';

/** What commands do, by id. */
export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Has the editor run them, until what is given is disposed of. */
export function registered(all: Commands): Disposable[] {
  return Object.entries(all).map(([id, run]) => commands.registerCommand(id, run));
}
