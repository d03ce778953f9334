import { env, UIKind, Uri, workspace } from 'vscode';

/** Opens a page in the browser, which can print as a preview cannot; whether that was possible. */
export async function openToPrint(storage: Uri, page: string): Promise<boolean> {
  // What lies with a server, or in the browser's own storage, is no file that a browser would open.
  if (env.uiKind === UIKind.Web || env.remoteName !== undefined || storage.scheme !== 'file') return false;
  await workspace.fs.createDirectory(storage);
  await workspace.fs.writeFile(fileIn(storage), new TextEncoder().encode(page));
  setTimeout(() => void forgetPrinted(storage), LOADED);
  return await env.openExternal(fileIn(storage));
}

/** Removes the page, since it holds the text of a plan; of an editor that ended too early, at the next start. */
export async function forgetPrinted(storage: Uri): Promise<void> {
  await workspace.fs.delete(fileIn(storage)).then(undefined, () => undefined);
}

/** Milliseconds after which a browser has read the page, even if it had to be started. */
const LOADED = 60_000;

function fileIn(storage: Uri): Uri {
  return Uri.joinPath(storage, 'print.html');
}
