import { l10n, ProgressLocation, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Division, NotRead, Requests } from '../../../server/src/protocol.ts';
import type { Commands } from '../editor/commands.ts';
import { activePlan, folderOf, nameOf } from '../editor/place.ts';
import { say } from '../editor/say.ts';
import type { Server } from '../server.ts';
import { saveBytes } from './output.ts';
import { committed, compareWith } from './versions.ts';

/** Commands around files of office programs, and reports on plans. */
export function officeCommands(server: Server): Commands {
  return {
    'planlint.import': (uri?: unknown) => importFile(server, uri instanceof Uri ? uri : undefined),
    'planlint.review': (uri?: unknown) => review(server, uri instanceof Uri ? uri : undefined),
    'planlint.agenda': () => agenda(server),
    'planlint.trace': () => reportOnPlan(server, { kind: 'trace', title: l10n.t('Objectives and tasks') }),
    'planlint.compare': () => compare(server),
    'planlint.progress': () => progress(server),
  };
}

/** A document, workbook or page as a plan of its own, not saved yet. */
async function importFile(server: Server, chosen: Uri | undefined): Promise<void> {
  const file = chosen ?? (await pick(['docx', 'xlsx', 'html', 'htm', 'txt']));
  if (!file) return;
  const content = base64(await workspace.fs.readFile(file));
  const read = await busy(l10n.t('Importing'), server.ask('planlint/import', { content }));
  if (!read) return;
  if ('refused' in read) return say(reasonFor(read));
  const document = await workspace.openTextDocument({ language: 'workplan', content: read.text });
  await window.showTextDocument(document);
  const notes = [
    ...(read.revisions > 0 ? [l10n.t('{0} tracked changes were read as accepted.', read.revisions)] : []),
    ...(read.leftOut > 0
      ? [l10n.t('{0} footnotes, lines of contents or hidden words were left out.', read.leftOut)]
      : []),
  ];
  if (notes.length > 0) say(notes.join(' '));
}

/** The text that a document would be as a plan, or why it is not read. */
export async function readOffice(
  server: Server,
  file: Uri,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const content = base64(await workspace.fs.readFile(file));
  const read = await server.ask('planlint/import', { content });
  if (!read) return { reason: l10n.t('The language server does not run, so the file was not read.') };
  return 'refused' in read ? { reason: reasonFor(read) } : read;
}

/** A copy of a Word document with the findings as comments. */
async function review(server: Server, chosen: Uri | undefined): Promise<void> {
  const file = chosen ?? (await pick(['docx']));
  if (!file) return;
  const content = base64(await workspace.fs.readFile(file));
  const asked = server.ask('planlint/review', { content, uri: file.toString() });
  const reviewed = await busy(l10n.t('Checking'), asked);
  if (!reviewed) return;
  if ('refused' in reviewed) return say(reasonFor(reviewed));
  if (reviewed.findings === 0) return say(l10n.t('No problems were found.'));
  const name = nameOf(file).replace(/\.docx$/iu, `${l10n.t('-reviewed')}.docx`);
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(file, '..', name),
    filters: { Word: ['docx'] },
  });
  if (target) await saveBytes(target, bytesOf(reviewed.content));
}

async function agenda(server: Server): Promise<void> {
  const choices: readonly { readonly label: string; readonly by: Division }[] = [
    { label: l10n.t('By month'), by: 'month' },
    { label: l10n.t('By unit'), by: 'unit' },
    { label: l10n.t('By leader'), by: 'leader' },
  ];
  const chosen = await window.showQuickPick(choices, { placeHolder: l10n.t('Deadlines of all plans') });
  if (chosen)
    await show(server, { kind: 'agenda', by: chosen.by, format: 'html' }, l10n.t('Deadlines of all plans'));
}

async function reportOnPlan(
  server: Server,
  {
    kind,
    title,
    ...more
  }: { readonly kind: 'trace' | 'progress'; readonly title: string; readonly content?: string },
): Promise<void> {
  const plan = activePlan()?.document.uri;
  if (!plan) return say(l10n.t('Open a work plan first.'));
  await show(server, { kind, format: 'html', textDocument: { uri: plan.toString() }, ...more }, title);
}

async function progress(server: Server): Promise<void> {
  if (!activePlan()) return say(l10n.t('Open a work plan first.'));
  const file = await pick(['xlsx']);
  if (!file) return;
  const content = base64(await workspace.fs.readFile(file));
  await reportOnPlan(server, { kind: 'progress', title: l10n.t('Progress of tasks'), content });
}

/** The plan against an older one: side by side, and what differs in a page beside. */
async function compare(server: Server): Promise<void> {
  const plan = activePlan()?.document;
  if (!plan) return say(l10n.t('Open a work plan first.'));
  const last = await committed(plan.uri);
  const [file, commit] = [l10n.t('Another file…'), l10n.t('The last commit')];
  const chosen = last === undefined ? file : await window.showQuickPick([file, commit]);
  if (!chosen) return;
  const other = chosen === file ? await pick(['txt', 'plan', 'workplan', 'docx', 'xlsx', 'html']) : undefined;
  if (chosen === file && !other) return;
  const bytes = other ? await workspace.fs.readFile(other) : new TextEncoder().encode(last ?? '');
  const name = other ? nameOf(other) : commit;
  const asked = {
    ...({ kind: 'compare', format: 'html', name, content: base64(bytes) } as const),
    textDocument: { uri: plan.uri.toString() },
  };
  const old = await show(server, asked, l10n.t('Comparison of plans'), ViewColumn.Beside);
  if (old !== undefined) await compareWith(plan.uri, name, old);
}

/** Shows a report as a page; gives the text of the older plan where there is one. */
async function show(
  server: Server,
  asked: Requests['planlint/report']['params'],
  title: string,
  column: ViewColumn = ViewColumn.Active,
): Promise<string | undefined> {
  const report = await busy(title, server.ask('planlint/report', asked));
  if (!report) return undefined;
  if ('refused' in report) {
    say(reasonFor(report));
    return undefined;
  }
  // The page brings a policy of its own: it loads nothing.
  // What stands beside leaves the plan where it is, and to what comes next.
  const place = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
  const panel = window.createWebviewPanel('planlint.report', title, place, { enableScripts: true });
  panel.webview.html = report.content;
  void offerSaving(title, report.content);
  return report.old;
}

async function offerSaving(title: string, content: string): Promise<void> {
  const save = l10n.t('Save as a web page…');
  if ((await window.showInformationMessage(title, save)) !== save) return;
  const folder = folderOf(activePlan()?.document.uri);
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, `${title}.html`) }),
    filters: { HTML: ['html'] },
  });
  if (target) await saveBytes(target, new TextEncoder().encode(content));
}

function reasonFor({ refused }: NotRead): string {
  switch (refused) {
    case 'encrypted':
      return l10n.t('The file is protected by a password; save it without one.');
    case 'legacy':
      return l10n.t('The file has an old format; save it as .docx or .xlsx.');
    case 'oversized':
      return l10n.t('The file unpacks to more than any document is, so it was not read.');
    case 'dtd':
      return l10n.t('The file declares a document type (DTD), which is not safe, so it was not read.');
    case 'otherKind':
      return l10n.t('This kind of file is not read; .docx, .xlsx and .html are.');
    case 'noLedger':
      return l10n.t('There is no ledger of tasks in this workbook.');
    case 'broken':
      return l10n.t('The file is damaged; open it in Word or WPS and save it again.');
  }
}

async function pick(extensions: string[]): Promise<Uri | undefined> {
  const folder = folderOf(activePlan()?.document.uri);
  const files = await window.showOpenDialog({
    ...(folder && { defaultUri: folder }),
    filters: { [extensions.map((one) => `.${one}`).join(' ')]: extensions },
  });
  return files?.[0];
}

function busy<T>(title: string, work: Thenable<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Notification, title }, () => work);
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function bytesOf(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
