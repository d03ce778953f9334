import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { decode } from './cli/encoding.ts';
import { disk, manualIn } from './files.ts';
import { startServer } from './lsp/server.ts';
import { clientFiles } from './lsp/session/client-files.ts';
import type { WorkspaceFiles } from './lsp/session/platform.ts';
import type { Session } from './lsp/session/session.ts';
import type { Office } from './office/office.ts';

// It is installed beside the program's folder.
const home = join(__dirname, '..');
const manuals = { zh: manualIn(home, 'zh'), en: manualIn(home, 'en') };

/** The door for a process: stdio, IPC or a socket, as the arguments say. */
const connection = createConnection(ProposedFeatures.all);
const session: Session = startServer(connection, {
  version,
  manual: (locale) => manuals[locale],
  today,
  files: workspaceFiles(),
  office,
});

/** Stands beside this bundle. */
async function office(): Promise<Office> {
  const bundle: { readonly office: Office } = await import(pathToFileURL(join(__dirname, 'office.js')).href);
  return bundle.office;
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** A plan is some hundred kilobytes at most; what is larger is not read unasked. */
const LARGEST = 4 * 1024 * 1024;

function workspaceFiles(): WorkspaceFiles {
  const client = clientFiles(connection, () => session.knows.files);
  return {
    list: (folder) => (isOnDisk(folder) ? disk.list(fileURLToPath(folder)) : client.list(folder)),
    async read(file) {
      if (!isOnDisk(file)) return client.read(file);
      const path = pathOf(file);
      if (path === undefined || (await disk.kind(path)) !== 'file') return undefined;
      const bytes = await disk.read(path);
      if (bytes.length > LARGEST) return undefined;
      const decoded = decode(bytes);
      return 'text' in decoded ? decoded.text : undefined;
    },
  };
}

/** What is not, such as a repository that is looked at without a copy of it, only the client can read. */
function isOnDisk(uri: string): boolean {
  return /^file:/iu.test(uri);
}

/** The path of a file on this disk; undefined for an address that names none, such as `file://planlint.json`. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
