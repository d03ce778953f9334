import { commands, type Disposable, l10n, type TextDocument, type Uri, window, workspace } from 'vscode';
import { encodingOf } from './files.ts';

/**
 * Keeps the characters of plans that the editor opens in the wrong encoding. It takes GB 18030 for GB 2312, which lacks
 * rare names (王䶮), or for UTF-8; whoever saves then writes `?` in their place for good.
 */
export function keepCharacters(): Disposable {
  const known = new Set<string>();
  const look = (document: TextDocument) => {
    if (document.languageId === 'workplan' && isDoubtful(document)) void reopen(document, known);
  };
  workspace.textDocuments.forEach(look);
  return workspace.onDidOpenTextDocument(look);
}

/** What shows a character that was lost, or would lose one that is typed. */
function isDoubtful(document: TextDocument): boolean {
  if (document.isUntitled) return false;
  return NARROW.test(document.encoding) || document.getText().includes('\u{FFFD}');
}

/** The encodings that GB 18030 extends, as the editor names them. */
const NARROW = /^(?:gb2312|gbk)$/u;

async function reopen(document: TextDocument, asked: Set<string>): Promise<void> {
  const { uri } = document;
  const encoding = await encodingOf(uri).catch(() => undefined);
  if (encoding !== 'gb18030' || document.encoding === encoding || document.isClosed) return;
  if (!document.isDirty) {
    await workspace.openTextDocument(uri, { encoding });
    return;
  }
  // Somebody typed before, or the text was kept from the last time: the editor reopens no text with changes.
  if (asked.has(uri.toString()) || !document.getText().includes('\u{FFFD}')) return;
  asked.add(uri.toString());
  const again = l10n.t('Give up the changes and reopen');
  const said = l10n.t(
    'Characters of this file were lost as it was opened, since it is GB 18030. Do not save it; reopen it in its encoding.',
  );
  if ((await window.showErrorMessage(said, again)) === again) await revert(uri, encoding);
}

async function revert(uri: Uri, encoding: string): Promise<void> {
  await window.showTextDocument(uri);
  await commands.executeCommand('workbench.action.files.revert');
  await workspace.openTextDocument(uri, { encoding });
}
