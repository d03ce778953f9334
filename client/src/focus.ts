import { type Disposable, type TextDocument, type Uri, window, workspace } from 'vscode';

/** What can stand on lines of a document. */
interface OnLines {
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/**
 * Focus mode: what is found on the line that is being typed is held back until the cursor leaves it. `changed` is
 * called with the document whose held-back findings may be shown.
 */
export class Focus implements Disposable {
  #typed: { readonly uri: string; readonly line: number } | undefined;
  #heldBack = new Set<string>();
  readonly #listeners: readonly Disposable[];

  constructor(changed: (uri: string) => void) {
    this.#listeners = [
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const uri = document.uri.toString();
        const last = contentChanges.at(-1);
        if (!last || window.activeTextEditor?.document !== document) return;
        const line = last.range.start.line + (last.text.match(/\n/gu)?.length ?? 0);
        this.#typed = { uri, line };
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const typed = this.#typed;
        if (!typed || textEditor.document.uri.toString() !== typed.uri) return;
        if (selections.some(({ active }) => active.line === typed.line)) return;
        this.#leave(changed);
      }),
      window.onDidChangeActiveTextEditor(() => this.#leave(changed)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('planlint.focusMode')) this.#leave(changed);
      }),
    ];
  }

  /** Whether a document has findings that are not shown, or not to be shown now: "nothing changed" would be wrong. */
  filters(uri: Uri): boolean {
    const key = uri.toString();
    return this.#heldBack.has(key) || (this.#typed?.uri === key && isOn(uri));
  }

  /** `found` without what stands on the line being typed. */
  shown<T extends OnLines>(document: Pick<TextDocument, 'uri'>, found: readonly T[]): T[] {
    const uri = document.uri.toString();
    this.#heldBack.delete(uri);
    const typed = this.#typed;
    if (typed?.uri !== uri || !isOn(document.uri)) return [...found];
    const shown = found.filter(
      ({ range: { start, end } }) => typed.line < start.line || end.line < typed.line,
    );
    if (shown.length < found.length) this.#heldBack.add(uri);
    return shown;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #leave(changed: (uri: string) => void): void {
    const uri = this.#typed?.uri;
    this.#typed = undefined;
    if (uri && this.#heldBack.has(uri)) changed(uri);
  }
}

function isOn(uri: Uri): boolean {
  return workspace.getConfiguration('planlint', uri).get('focusMode', false);
}
