import { FileType, type Uri, workspace } from 'vscode';

/** A plan is some hundred kilobytes at most; what is larger is not read unasked. */
const LARGEST = 4 * 1024 * 1024;

/** The text of a file as the editor would show it; null for what is no text, or too large to be a plan. */
export async function readFile(uri: Uri): Promise<string | null> {
  const { size, type } = await workspace.fs.stat(uri);
  if (size > LARGEST || (type & FileType.Directory) !== 0) return null;
  const bytes = await workspace.fs.readFile(uri);
  return bytes.length > LARGEST ? null : (read(bytes)?.text ?? null);
}

/** The encoding of a file by its bytes; undefined where it is no text. */
export async function encodingOf(uri: Uri): Promise<Encoding | undefined> {
  return read(await workspace.fs.readFile(uri))?.encoding;
}

/** Older office programs write UTF-16 with a mark, or GB 18030. */
function read(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | undefined {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  const likely: readonly Encoding[] = marked ? [marked] : isMostlyUtf8(bytes) ? ['utf-8'] : ['gb18030'];
  for (const encoding of likely) {
    const text = decoded(encoding, bytes);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

/** Nearly any bytes mean something in GB 18030, UTF-8 with a broken character too. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\u{FFFD}').length - 1;
  return broken === 0 || (text.match(/[\u{80}-\u{FFFC}]/gu)?.length ?? 0) > 4 * broken;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

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

function decoded(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
