import { commands, l10n, type Range, Selection, SnippetString, type TextEditor, WorkspaceEdit } from 'vscode';
import type { Insertion } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { PASTE_KIND } from '../editor/paste.ts';
import { activePlan, planInFront, rangeOf } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import { Texts } from '../editor/texts.ts';
import type { Server } from '../server.ts';

/** Commands that change the plan in the editor, most of them by an action of the server. */
export function editingCommands(server: Server): Commands {
  const refactoring = (id: string) => () => refactor(server, id);
  return {
    'planlint.fixAll': () => fixAll(server),
    'planlint.renumber': refactoring('renumber'),
    'planlint.moveTaskUp': refactoring('move-up'),
    'planlint.moveTaskDown': refactoring('move-down'),
    'planlint.splitMeasures': refactoring('split-measures'),
    'planlint.joinMeasures': refactoring('join-measures'),
    'planlint.fieldsToLines': refactoring('fields-to-lines'),
    'planlint.fieldsToBracket': refactoring('fields-to-bracket'),
    'planlint.addMissingFields': () => addMissing(server, false),
    'planlint.addAllMissingFields': () => addMissing(server, true),
    'planlint.insertTask': () => insertTask(server),
    'planlint.pasteAsPlan': () => commands.executeCommand('editor.action.pasteAs', { kind: PASTE_KIND }),
  };
}

async function fixAll(server: Server): Promise<void> {
  const editor = await planInFront();
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const texts = new Texts();
  const [action] = await server.actions(uri, wholeOf(editor), 'source.fixAll.planlint');
  if (!action) return say(l10n.t('There is nothing that can be fixed safely.'));
  await texts.apply(action.edit);
}

/** Does the refactoring of this id at the cursor, and stays with its text. */
async function refactor(server: Server, id: string): Promise<void> {
  const editor = activePlan();
  if (!editor) return;
  const { active } = editor.selection;
  const line = editor.document.lineAt(active).text;
  const uri = editor.document.uri.toString();
  const texts = new Texts();
  const edit = await server.editFor(uri, editor.selection, 'refactor', id);
  if (!edit) return say(l10n.t('There is nothing here to do that with.'));
  if ((await texts.apply(edit)) && id.startsWith('move-')) follow(editor, line, active.character);
}

/** Puts the cursor on the line that was moved, which differs in its number alone. */
function follow(editor: TextEditor, line: string, character: number): void {
  const words = withoutNumber(line);
  for (let at = 0; at < editor.document.lineCount; at += 1) {
    if (withoutNumber(editor.document.lineAt(at).text) !== words) continue;
    const { end } = editor.document.lineAt(at).range;
    const place = end.with({ character: Math.min(character, end.character) });
    editor.selection = new Selection(place, place);
    editor.revealRange(editor.selection);
    return;
  }
}

/** `12.扩建食堂` → `扩建食堂` */
function withoutNumber(line: string): string {
  return line.replace(/^[\s（(]*[\d０-９一二三四五六七八九十百①-⑳]+[\s.．、）)﹒]*/u, '');
}

async function addMissing(server: Server, everywhere: boolean): Promise<void> {
  const editor = await planInFront();
  if (!editor) return;
  const textDocument = { uri: editor.document.uri.toString() };
  const position = everywhere ? {} : { position: plain(editor.selection.active) };
  const texts = new Texts();
  const insertions = await server.ask('planlint/missingFields', { textDocument, ...position });
  if (!insertions) return;
  const [only, ...others] = insertions;
  if (!only) {
    return say(everywhere ? l10n.t('No task lacks a field.') : l10n.t('This task lacks no field.'));
  }
  if (others.length === 0) {
    if (texts.isStill(editor.document)) await editor.insertSnippet(snippetOf(only), rangeOf(only.range));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, text } of insertions) edit.replace(editor.document.uri, rangeOf(range), text);
  if (await texts.apply(edit)) await commands.executeCommand('planlint.nextGap');
}

async function insertTask(server: Server): Promise<void> {
  const editor = activePlan();
  if (!editor) return;
  const textDocument = { uri: editor.document.uri.toString() };
  const position = plain(editor.selection.active);
  const texts = new Texts();
  const changes = await server.ask('planlint/newTask', { textDocument, position });
  const [task] = changes ?? [];
  if (!changes || !task) return say(l10n.t('Put the cursor into a task first.'));
  const edit = new WorkspaceEdit();
  for (const { range, text } of changes) edit.replace(editor.document.uri, rangeOf(range), text);
  if (!(await texts.apply(edit))) return;
  const at = editor.document.offsetAt(rangeOf(task.range).start) + (task.stops[0] ?? task.text.length);
  const cursor = editor.document.positionAt(at);
  editor.selection = new Selection(cursor, cursor);
  editor.revealRange(editor.selection);
}

/** The text as a snippet that stops where a person goes on. */
function snippetOf({ text, stops }: Insertion): SnippetString {
  const snippet = new SnippetString();
  let from = 0;
  for (const stop of stops) {
    snippet.appendText(text.slice(from, stop)).appendTabstop();
    from = stop;
  }
  return snippet.appendText(text.slice(from));
}

function wholeOf({ document }: TextEditor): Range {
  return document.validateRange(
    document.lineAt(0).range.with({ end: document.lineAt(document.lineCount - 1).range.end }),
  );
}

function plain({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}
