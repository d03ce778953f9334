import { type Diagnostic, type Disposable, extensions, type TextDocument, type Uri, workspace } from 'vscode';

/**
 * Faults of planlint.json, each told once: of form, the editor's own JSON service tells while the file is open, in its
 * own words and of what is not saved yet. `show` is called with all that is to be seen when a file is opened or closed.
 */
export class Configurations implements Disposable {
  readonly #faults = new Map<string, readonly Diagnostic[]>();
  readonly #listeners: readonly Disposable[];

  constructor(show: (uri: Uri, faults: Diagnostic[]) => void) {
    const again = ({ uri }: TextDocument) => {
      const faults = this.#faults.get(uri.toString());
      if (faults) show(uri, this.shown(uri, faults));
    };
    this.#listeners = [workspace.onDidOpenTextDocument(again), workspace.onDidCloseTextDocument(again)];
  }

  /** `found` in a file without what the editor tells of. */
  shown(uri: Uri, found: readonly Diagnostic[]): Diagnostic[] {
    if (!uri.path.endsWith('/planlint.json')) return [...found];
    this.#faults.set(uri.toString(), found);
    return isRead(uri) ? found.filter((one) => !isFormal(one)) : [...found];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}

/** Whether the editor looks through a file by itself. */
function isRead(uri: Uri): boolean {
  if (!extensions.getExtension('vscode.json-language-features')) return false;
  if (!workspace.getConfiguration('json', uri).get('validate.enable', true)) return false;
  return workspace.textDocuments.some(
    (document) =>
      !document.isClosed &&
      document.uri.toString() === uri.toString() &&
      /^jsonc?$/u.test(document.languageId),
  );
}

function isFormal(found: Diagnostic): boolean {
  const data: unknown = Reflect.get(found, 'data');
  return typeof data === 'object' && data !== null && Reflect.get(data, 'formal') === true;
}
