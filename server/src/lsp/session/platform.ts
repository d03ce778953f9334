import type { Office } from '../../office/office.ts';
import type { Limits } from './limits.ts';

/** What the server takes from where it runs: a process with a disk, or a worker whose client reads the files. */
export interface Platform {
  /** Name and version shown to the client. */
  readonly version: string;
  /** The language that whoever starts the server asks for, which counts before what a client says, and the system's. */
  readonly locale?: { readonly asked?: 'zh' | 'en' | undefined; readonly usual: 'zh' | 'en' };
  /** Today's date, ISO 8601; the core has no clock. */
  readonly today: () => string;
  /** Files of the workspace; undefined where only open documents can be seen. */
  readonly files: WorkspaceFiles | undefined;
  /** Resolves when what was answered before is written, for one after the other; undefined where nobody can tell. */
  readonly room?: () => Promise<void>;
  /** Lets a message in, and resolves when answers that are ready were written; undefined where long work waits for none. */
  readonly turn?: () => Promise<void>;
  /** Loads the bundle that reads and writes office files; undefined where there is none. */
  readonly office?: () => Promise<Office>;
  /** Where other bounds than the usual ones are wanted. */
  readonly limits?: Partial<Limits>;
}

/** Files by URI. Every call may reject; a file that cannot be read is left out of the index. */
export interface WorkspaceFiles {
  readonly list: (
    folder: string,
  ) => Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]>;
  /** The decoded text; undefined where there is none. Rejects where there is one that cannot be read, with a `code`. */
  readonly read: (file: string) => Promise<string | undefined>;
  /** The URI with links followed, where there are any. */
  readonly real?: (uri: string) => Promise<string>;
}
