import { env, l10n, Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Exported } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { activePlan, folderOf, nameOf } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import type { Server } from '../server.ts';

/** Commands that write something else from a plan. */
export function outputCommands(server: Server): Commands {
  return {
    'planlint.exportTable': (uri?: unknown) => exportPlan(server, uri instanceof Uri ? uri : undefined),
    'planlint.publish': () => publish(server),
  };
}

/** Writes the plan in a format and to a file that a person chooses. */
async function exportPlan(server: Server, chosen?: Uri): Promise<void> {
  const plan = chosen ?? activePlan()?.document.uri;
  if (!plan) return say(l10n.t('Open a work plan first.'));
  const formats = (await server.ask('planlint/formats', {})) ?? [];
  const said = descriptions();
  // What is handed out comes first, what programs read last.
  const known = Object.keys(said);
  const sorted = [...formats].sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const items = sorted.map((format) => ({ label: format, description: said[format] ?? '' }));
  const format = (await window.showQuickPick(items, { placeHolder: l10n.t('Format') }))?.label;
  if (!format) return;
  const textDocument = { uri: plan.toString() };
  const exported = await server.ask('planlint/export', { textDocument, format });
  if (!exported) return;
  const filters = { [format]: [format] };
  const target = await window.showSaveDialog({ ...besides(plan, `.${format}`), filters });
  if (target) await saveBytes(target, bytesOf(exported));
}

/** By format, in the order in which they are offered. */
function descriptions(): Readonly<Record<string, string>> {
  return {
    xlsx: l10n.t('Responsibility table, ready to hand out'),
    docx: l10n.t('Document laid out as official documents are'),
    html: l10n.t('Page with the table, the deadlines and the load of each unit'),
    ics: l10n.t('Deadlines for a calendar'),
    csv: l10n.t('Table for any spreadsheet'),
    txt: l10n.t('Text for publication, without comments to Planlint'),
    md: l10n.t('Table in Markdown'),
    json: l10n.t('Everything that the plan contains, for programs'),
  };
}

/** A copy for publication: the text without the comments that silence findings. */
async function publish(server: Server): Promise<void> {
  const document = activePlan()?.document;
  if (!document) return;
  const text = await server.ask('planlint/publish', { textDocument: { uri: document.uri.toString() } });
  if (text === undefined || text === null) return;
  const target = await window.showSaveDialog(besides(document.uri, `${l10n.t('-clean')}.txt`));
  if (!target) return;
  if (document.encoding === 'utf8') return saveBytes(target, new TextEncoder().encode(text));
  await saveAs(document.encoding, target, text);
}

/** Writes a text in an encoding of the editor's, which has the encoder. */
async function saveAs(encoding: string, target: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(target, new Uint8Array());
  const copy = await workspace.openTextDocument(target, { encoding });
  const edit = new WorkspaceEdit();
  edit.insert(target, new Position(0, 0), text);
  const done = (await workspace.applyEdit(edit)) && (await copy.save());
  await window.showTextDocument(copy);
  say(
    done
      ? l10n.t('Written: {0}', workspace.asRelativePath(target))
      : l10n.t('The text could not be changed.'),
  );
}

/** `计划.plan` → `计划.csv` in its folder; where there is none, the editor knows better where to begin. */
function besides(plan: Uri, ending: string): { readonly defaultUri?: Uri } {
  const folder = folderOf(plan);
  if (!folder) return {};
  return { defaultUri: Uri.joinPath(folder, nameOf(plan).replace(/\.[^.]*$/u, '') + ending) };
}

/** Writes a file that a person chose, and offers to open it. */
export async function saveBytes(target: Uri, content: Uint8Array): Promise<void> {
  await workspace.fs.writeFile(target, content);
  const open = l10n.t('Open');
  const chosen = await window.showInformationMessage(
    l10n.t('Written: {0}', workspace.asRelativePath(target)),
    open,
  );
  if (chosen !== open) return;
  // What is no text is for another program.
  if (/\.(?:docx|xlsx|ics|html)$/iu.test(target.path)) await env.openExternal(target);
  else await window.showTextDocument(target).then(undefined, () => undefined);
}

function bytesOf({ content, encoding }: Exported): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
