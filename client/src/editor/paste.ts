import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditContext,
  type DocumentPasteEditProvider,
  DocumentPasteTriggerKind,
  l10n,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Server } from '../server.ts';
import { automaticNumber, isOwnNumber } from './numbers.ts';

/** The kind of what is pasted as a plan, as `editor.pasteAs.preferences` names it. */
export const PASTE_KIND = 'planlint.plan';

/**
 * Offers to paste what other programs copied as plan text: at once where it has something to clean, else among the
 * ways to paste.
 */
export function pasteAsPlan(server: Server): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append(...PASTE_KIND.split('.'));
  const provider: DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(
      document: TextDocument,
      ranges: readonly Range[],
      clipboard: DataTransfer,
      { triggerKind }: DocumentPasteEditContext,
      token: CancellationToken,
    ) {
      const [text, html] = [await textOf(clipboard, 'text/plain'), await textOf(clipboard, 'text/html')];
      if (text === undefined || text.length > LARGEST || token.isCancellationRequested) return undefined;
      // What the editor itself copied is written as it was.
      const page = clipboard.get(OWN) || (html?.length ?? 0) > LARGEST ? undefined : html;
      const textDocument = { uri: document.uri.toString() };
      const answer = await server.ask('planlint/paste', { textDocument, text, ...(page && { html: page }) });
      const asked = triggerKind === DocumentPasteTriggerKind.PasteAs;
      const pasted = answer?.text ?? text;
      const number = numberThatGivesWay(document, ranges, pasted);
      if (token.isCancellationRequested || !(answer || asked || number)) return undefined;
      // Whoever asks for it is not told that there is nothing to clean.
      const edit = new DocumentPasteEdit(pasted, l10n.t('Paste as plan'), kind);
      if (number) {
        // With the text, so that one step takes back both.
        edit.additionalEdit = new WorkspaceEdit();
        edit.additionalEdit.delete(document.uri, number);
      }
      if (!answer?.cleans && !number) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: 'workplan' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain', 'text/html'],
  });
}

/** The number at the head of the line, where nothing else stands and what is pasted behind it brings its own. */
function numberThatGivesWay(
  document: TextDocument,
  [range, ...others]: readonly Range[],
  pasted: string,
): Range | undefined {
  if (!range?.isEmpty || others.length > 0) return undefined;
  const { text, firstNonWhitespaceCharacterIndex: from, lineNumber } = document.lineAt(range.start);
  const number = automaticNumber(text.trim());
  if (!number || range.start.character !== text.length || !isOwnNumber(pasted, true)) return undefined;
  return new Range(lineNumber, from, lineNumber, text.length);
}

/** In characters; what is longer is a file to import. */
const LARGEST = 2_000_000;

/** What the editor notes with what it copies. */
const OWN = 'vscode-editor-data';

async function textOf(clipboard: DataTransfer, type: string): Promise<string | undefined> {
  const text = await clipboard.get(type)?.asString();
  return text === '' ? undefined : text;
}
