import {
  type Disposable,
  IndentAction,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { automaticNumber, hasLinedFields, isOwnNumber } from './editor/numbers.ts';

/**
 * Holds the rules for Enter to the plan in the editor: those of language-configuration.json, which go on numbering even
 * before the language server runs, cannot be switched off there. Where fields stand on lines of their own, only the
 * server knows behind which the next number comes. A number that was put in by itself gives way to another.
 */
export function followNumbering(): Disposable {
  let unnumbered: Disposable | undefined;
  const follow = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'workplan') return;
    if (isNumberedByRules(document)) {
      unnumbered?.dispose();
      unnumbered = undefined;
    } else unnumbered ??= languages.setLanguageConfiguration('workplan', { onEnterRules: INDENT });
  };
  follow();
  const numbers = new AutomaticNumbers();
  const listeners = [
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document !== window.activeTextEditor?.document) return;
      if (event.contentChanges.some(({ text, rangeLength }) => rangeLength > 0 || COLON.test(text))) follow();
      numbers.changed(event);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planlint.format.continueNumbering')) follow();
    }),
  ];
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      unnumbered?.dispose();
    },
  };
}

/** Without a colon more or less a document has no more fields and no fewer. */
const COLON = /[：:]/u;

function isNumberedByRules(document: TextDocument): boolean {
  const settings = workspace.getConfiguration('planlint', document.uri);
  return settings.get('format.continueNumbering', true) && !hasLinedFields(document.getText());
}

/** Remembers the number that Enter put in last, until something else is written. */
class AutomaticNumbers {
  #uri: string | undefined;
  /** The line that Enter began. */
  #line = -1;
  /** What stands at its head by itself; empty as long as nothing does. */
  #number = '';

  changed(event: TextDocumentChangeEvent): void {
    if (!this.#goesOn(event)) this.#uri = undefined;
  }

  /** Whether after a change there still is a number to remember, or a line for one. */
  #goesOn({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
    // What undoes or repeats is no writing.
    if (document.languageId !== 'workplan' || reason) return false;
    const begun = contentChanges.find(({ text, range }) => range.isEmpty && LINE_BEGUN.test(text));
    if (begun) {
      this.#uri = document.uri.toString();
      this.#line = begun.range.start.line + 1;
      this.#number = this.#numberIn(document, begun.text);
      return true;
    }
    if (this.#uri !== document.uri.toString()) return false;
    const here = contentChanges.find(({ range }) => range.start.line === this.#line);
    // Numbers below may be counted on; whatever else is written ends it.
    if (!here) return contentChanges.every(({ text }) => /^\S{1,5}$/u.test(text));
    if (this.#number === '') {
      this.#number = this.#numberIn(document, here.text);
      return this.#number !== '';
    }
    const { text } = document.lineAt(this.#line);
    const from = text.search(/\S/u);
    if (!text.startsWith(this.#number, from)) return false;
    const written = text.slice(from + this.#number.length);
    const own = isOwnNumber(written, here.text.length > 1);
    if (own) void giveWay(document, this.#line, from, this.#number);
    // A number of their own is a few characters; what is longer is none.
    return !own && written.length <= 5;
  }

  #numberIn(document: TextDocument, change: string): string {
    const number = automaticNumber(change) ?? '';
    return document.lineAt(this.#line).text.trim() === number.trim() ? number : '';
  }
}

/** `⏎`, `⏎　　`, `⏎7.` */
const LINE_BEGUN = /^\r?\n[ \t　]{0,8}\S{0,6} ?$/u;

async function giveWay(document: TextDocument, line: number, from: number, number: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return;
  const range = new Range(line, from, line, from + number.length);
  // The server may have taken it away.
  if (document.getText(range) !== number) return;
  await editor.edit((edit) => edit.delete(range), { undoStopBefore: false, undoStopAfter: false });
}

/** What is left of the rules: a paragraph begins as the one before it, as in `　　各校要高度重视。`. */
const INDENT = [
  {
    beforeText: /^　　\s*\S/u,
    afterText: /^$/u,
    action: { indentAction: IndentAction.None, appendText: '　　' },
  },
];
