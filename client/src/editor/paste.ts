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
  type Range,
  type TextDocument,
} from 'vscode';
import type { Server } from '../server.ts';

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
      _ranges: readonly Range[],
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
      if (token.isCancellationRequested || !(answer || asked)) return undefined;
      // Whoever asks for it is not told that there is nothing to clean.
      const edit = new DocumentPasteEdit(answer?.text ?? text, l10n.t('Paste as plan'), kind);
      if (!answer?.cleans) edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  return languages.registerDocumentPasteEditProvider({ language: 'workplan' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain', 'text/html'],
  });
}

/** In characters; what is longer is a file to import. */
const LARGEST = 2_000_000;

/** What the editor notes with what it copies. */
const OWN = 'vscode-editor-data';

async function textOf(clipboard: DataTransfer, type: string): Promise<string | undefined> {
  const text = await clipboard.get(type)?.asString();
  return text === '' ? undefined : text;
}
