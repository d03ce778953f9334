import { commands, extensions, l10n, Uri, workspace } from 'vscode';
import { nameOf } from '../editor/place.ts';

/** A file as it was last committed; undefined where no version control knows it. */
export async function committed(file: Uri): Promise<string | undefined> {
  const git = extensions.getExtension<GitExtension>('vscode.git');
  if (!git) return undefined;
  try {
    const repository = (await git.activate()).getAPI(1).getRepository(file);
    return await repository?.show('HEAD', file.fsPath);
  } catch {
    // It is new, or the folder has no commit yet.
    return undefined;
  }
}

/** What is used of the editor's own extension for git. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null;
  };
}

/** Shows an older text of a plan and the plan side by side. */
export async function compareWith(plan: Uri, name: string, old: string): Promise<void> {
  const uri = Uri.from({ scheme: SCHEME, path: `/${name}` });
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => old,
  });
  try {
    await workspace.openTextDocument(uri);
    const title = l10n.t('{0} and {1}', name, nameOf(plan));
    await commands.executeCommand('vscode.diff', uri, plan, title);
  } finally {
    provider.dispose();
  }
}

const SCHEME = 'planlint-older';
