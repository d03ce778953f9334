import {
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Place, Range as WireRange } from '../../../server/src/protocol.ts';

/** The plan in the active editor, if that is one. */
export function activePlan(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === 'workplan' ? editor : undefined;
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
