import {
  l10n,
  Position,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Place, Range as WireRange } from '../../../server/src/protocol.ts';
import { say } from './say.ts';

/** The plan in the active editor, if that is one. */
export function activePlan(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === 'workplan' ? editor : undefined;
}

/** The plan in the active editor; where a guide, a table or a report has the focus, the one seen or open beside it. */
export function planAtHand(): TextDocument | undefined {
  const isPlan = ({ languageId }: TextDocument) => languageId === 'workplan';
  const seen = [window.activeTextEditor, ...window.visibleTextEditors].flatMap((one) => one?.document ?? []);
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs).map(({ input }) => input);
  const isOpen = ({ uri }: TextDocument) =>
    tabs.some((input) => input instanceof TabInputText && input.uri.toString() === uri.toString());
  return seen.find(isPlan) ?? workspace.textDocuments.findLast((one) => isPlan(one) && isOpen(one));
}

/** The editor of the plan at hand, brought to the front; undefined, which it says, where there is none. */
export async function planInFront(): Promise<TextEditor | undefined> {
  const plan = planAtHand();
  if (!plan) {
    say(l10n.t('Open a work plan first.'));
    return undefined;
  }
  const viewColumn = columnOf(plan.uri.toString());
  return activePlan() ?? (await window.showTextDocument(plan, { viewColumn }));
}

/** A range as the editor counts: the client announces UTF-16 alone, so the numbers are the same. */
export function rangeOf({ start, end }: WireRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}

/** The name of a file, as it is shown. */
export function nameOf(uri: Uri): string {
  return uri.path.split('/').at(-1) || uri.path;
}

/** The folder of a plan; of one without, or of none, the first of the workspace. */
export function folderOf(plan: Uri | undefined): Uri | undefined {
  const saved = plan && plan.scheme !== 'untitled';
  return saved ? Uri.joinPath(plan, '..') : workspace.workspaceFolders?.[0]?.uri;
}

/** Shows a place and puts the cursor there; with `keepFocus` the keyboard stays where it was. */
export async function openPlace({ uri, range }: Place, keepFocus = false): Promise<void> {
  const selection = rangeOf(range);
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    selection,
    preserveFocus: keepFocus,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Puts the cursor at a place of the editor. */
export function goTo(editor: TextEditor, range: WireRange): void {
  const target = rangeOf(range);
  editor.selection = new Selection(target.start, target.start);
  editor.revealRange(target, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where the document is already seen; else beside nothing, in the column of the text. */
function columnOf(uri: string) {
  const seen = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return seen?.viewColumn ?? window.visibleTextEditors.find(({ viewColumn }) => viewColumn)?.viewColumn ?? 1;
}
