import { Disposable, l10n, languages, type TextDocument, workspace } from 'vscode';
import type { Server } from '../server.ts';
import { readFile } from './files.ts';
import { say } from './say.ts';

/**
 * Makes plans of plain texts that are plans by their content: files whose names do not say it, and what is written or
 * pasted into a new text. Each once: who makes it plain text again keeps it so.
 */
export function recognizePlans(server: Server): Disposable {
  const decided = new Set<string>();
  const timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const look = async (document: TextDocument) => {
    const id = document.uri.toString();
    if (!isPlain(document) || decided.has(id)) return;
    const text = await contentOf(document);
    if (text.length > LONGEST || !LIKELY.test(text)) return;
    const { version } = document;
    if ((await server.ask('planlint/isPlan', { text })) !== true || decided.has(id)) return;
    if (document.isClosed || !isPlain(document) || document.version !== version) return;
    decided.add(id);
    await languages.setTextDocumentLanguage(document, 'workplan');
    say(l10n.t('This text was recognized as a work plan.'));
  };
  const soon = (document: TextDocument) => {
    clearTimeout(timers.get(document));
    timers.set(
      document,
      setTimeout(() => void look(document), QUIET),
    );
  };
  const forget = (document: TextDocument) => {
    clearTimeout(timers.get(document));
    timers.delete(document);
  };
  for (const document of workspace.textDocuments) void look(document);
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => void look(document)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isPlain(document) && !decided.has(document.uri.toString())) soon(document);
    }),
    workspace.onDidCloseTextDocument(forget),
    new Disposable(() => [...timers.keys()].forEach(forget)),
  );
}

/** Milliseconds without a change before a text is looked at again. */
const QUIET = 700;
/** A plan is some hundred thousand characters at most. */
const LONGEST = 2_000_000;

/** Plain text that a person edits: not what version control or an output shows. */
function isPlain({ languageId, uri }: TextDocument): boolean {
  if (languageId !== 'plaintext') return false;
  return uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** The text; as its bytes say where the editor read it in the wrong encoding. */
async function contentOf(document: TextDocument): Promise<string> {
  const text = document.getText();
  if (document.isUntitled || document.isDirty || !text.includes('\u{FFFD}')) return text;
  return (await readFile(document.uri).catch(() => null)) ?? text;
}

/** What no plan lacks: a number with its mark, `一、` or `1.`, at the head of a line. Spares the server other texts. */
const LIKELY =
  /^[^\S\r\n\u2028\u2029]*[（(]?(?:[一二三四五六七八九十]+|\d+)[）)、.．][^\n]*[\u4E00-\u9FFF]/mu;
