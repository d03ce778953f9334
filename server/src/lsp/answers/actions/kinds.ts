import { type ClientCapabilities, CodeActionKind } from 'vscode-languageserver';

/** All safe fixes at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.planlint`;

/** Units in the order of the directory. */
export const ORGANIZE = 'source.organizeUnits';

/** The kind of those that move a task (LSP 3.18, CodeActionKind.RefactorMove). */
export const MOVE = `${CodeActionKind.Refactor}.move`;

/** The kinds of actions that there are. */
export const actionKinds = [
  CodeActionKind.QuickFix,
  FIX_ALL,
  ORGANIZE,
  CodeActionKind.RefactorRewrite,
  MOVE,
] as const;

/** Whether a client asks for the change of an action when it is chosen (LSP 3.17, codeAction/resolve). */
export function resolvesActions({ textDocument }: ClientCapabilities): boolean {
  const support = textDocument?.codeAction;
  return (support?.dataSupport && support.resolveSupport?.properties.includes('edit')) ?? false;
}
