import {
  commands,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  SnippetString,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Commands } from '../editor/commands.ts';
import { exists } from '../editor/files.ts';
import { planAhead } from '../editor/new-plan.ts';

/** Commands that open something and need no language server for it. */
export function openingCommands({ extension }: ExtensionContext, log: LogOutputChannel): Commands {
  return {
    'planlint.newPlan': () => newPlan(extension.extensionUri),
    'planlint.openConfig': openConfig,
    'planlint.showOutput': () => log.show(),
    'planlint.openSettings': () =>
      commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`),
    'planlint.openWalkthrough': () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`),
  };
}

/** An untitled plan to write over: its text is what a snippet would give. */
async function newPlan(extension: Uri): Promise<void> {
  const file = Uri.joinPath(extension, 'client/snippets/workplan.json');
  const snippets: Snippets = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  const document = await workspace.openTextDocument({ language: 'workplan' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(planAhead(snippets['计划 Plan']?.body ?? [], new Date())));
}

type Snippets = Readonly<Record<string, { readonly body: readonly string[] }>>;

/** The configuration of the workspace folder, written first where there is none yet. */
async function openConfig(): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) return;
  const file = Uri.joinPath(folder, 'planlint.json');
  if (!(await exists(file))) {
    const text = `{\n  // ${l10n.t('Rules by name: error, warning, info, hint or off.')}\n  "rules": {}\n}\n`;
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  await window.showTextDocument(file);
}

async function chosenFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const active =
    window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  if (active ?? folders.length < 2) return (active ?? folders[0])?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}
