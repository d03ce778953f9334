import { l10n, type TextDocument, type WorkspaceEdit, workspace } from 'vscode';
import { say } from './say.ts';

/** The texts as they are while the server is asked: its changes fit these and no later ones. */
export class Texts {
  readonly #versions = new Map(workspace.textDocuments.map((document) => [document, document.version]));

  /** Whether a document is as it was; says so where it is not. */
  isStill(document: TextDocument): boolean {
    const same = (this.#versions.get(document) ?? document.version) === document.version;
    if (!same) say(l10n.t('The text has changed meanwhile, so nothing was done. Run the command again.'));
    return same;
  }

  /** Changes the texts unless they have changed since; whether that was done, which it says where it was not. */
  async apply(edit: WorkspaceEdit): Promise<boolean> {
    const touched = new Set(edit.entries().map(([uri]) => uri.toString()));
    const open = workspace.textDocuments.filter(({ uri }) => touched.has(uri.toString()));
    if (!open.every((document) => this.isStill(document))) return false;
    const done = await workspace.applyEdit(edit);
    if (!done) say(l10n.t('The text could not be changed.'));
    return done;
  }
}
