import type { FileRename, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { folderOf, isRooted, joined, relative } from '../../config/paths.ts';
import { readConfig } from '../../config/read.ts';
import { flatMapped } from '../../core/text/flat.ts';
import { lineStartsOf } from '../../core/text/text.ts';
import { rangeOf } from '../convert.ts';
import { pathOf } from '../session/path.ts';
import type { Session } from '../session/session.ts';
import type { SettingsSource } from '../settings/settings.ts';

/**
 * The changes that keep configurations right when files or folders are renamed: `directories` and `extends` name them
 * by path. Plans quote documents by title, which a file's name does not touch.
 */
export async function renameEdits(
  renames: readonly FileRename[],
  session: Session,
  settings: SettingsSource,
): Promise<WorkspaceEdit | null> {
  const moves = renames.map(({ oldUri, newUri }) => [pathOf(oldUri), pathOf(newUri)] as const);
  const after = (path: string) => moved(path, moves);
  const found: TextDocumentEdit[] = [];
  const { configurations, others } = settings.sources;
  for (const path of new Set([...configurations, ...others])) {
    const text = await settings.files.text(path).catch(() => undefined);
    if (text === undefined) continue;
    const file = readConfig(path, text);
    const folder = folderOf(path);
    const edits = flatMapped([...file.values, ...file.extends], ({ key, value, origin }): TextEdit[] => {
      if ((key !== 'directories' && key !== 'extends') || !('span' in origin)) return [];
      const target = joined(folder, String(value));
      const leads = relative(folderOf(after(path)), after(target));
      if (isRooted(String(value)) || leads === relative(folder, target)) return [];
      const lines = { text: origin.text, lineStarts: lineStartsOf(origin.text) };
      const newText = JSON.stringify(leads);
      return [{ range: rangeOf(lines, origin.span, session.encoding), newText }];
    });
    if (edits.length > 0) found.push({ textDocument: { uri: settings.uriOf(path), version: null }, edits });
  }
  if (found.length === 0) return null;
  if (session.client.workspace?.workspaceEdit?.documentChanges) return { documentChanges: found };
  return {
    changes: Object.fromEntries(
      found.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]]),
    ),
  };
}

/** Where a path is when all has moved: the configuration may, too, alone or together with what it names. */
function moved(path: string, moves: readonly (readonly [from: string, to: string])[]): string {
  for (const [from, to] of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
