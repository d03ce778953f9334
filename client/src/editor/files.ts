import { FileType, type Uri, workspace } from 'vscode';

/** A plan is some hundred kilobytes at most; what is larger is not read unasked. */
const LARGEST = 4 * 1024 * 1024;

/** The text of a file as the editor would show it; null for what is no text, or too large to be a plan. */
export async function readFile(uri: Uri): Promise<string | null> {
  const { size, type } = await workspace.fs.stat(uri);
  if (size > LARGEST || (type & FileType.Directory) !== 0) return null;
  const bytes = await workspace.fs.readFile(uri);
  if (bytes.length > LARGEST) return null;
  // Older office programs write UTF-16 with a mark, or GB 18030.
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  return decoded('utf-8', bytes) ?? decoded('gb18030', bytes);
}

/** What a folder holds, links as what they lead to. */
export async function listFolder(
  uri: Uri,
): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.flatMap(([name, type]) => {
    const folder = (type & FileType.Directory) !== 0;
    // A link to a folder may lead upwards, and a walk must end.
    if (folder && (type & FileType.SymbolicLink) !== 0) return [];
    if (!folder && (type & FileType.File) === 0) return [];
    return [{ name, kind: folder ? ('folder' as const) : ('file' as const) }];
  });
}

/** Whether there is a file. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Directory;
  } catch {
    return false;
  }
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
