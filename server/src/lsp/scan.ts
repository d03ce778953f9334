import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import { parse } from '../core/parse.ts';
import type { Plan } from '../core/plan.ts';
import { isPlanLike } from '../core/recognize.ts';
import type { WorkspaceFiles } from './platform.ts';
import type { Session } from './session.ts';

/** How much of a workspace is read at most: a home folder opened by mistake must not hurt. */
export const limits = { folders: 4000, files: 3000, milliseconds: 60_000 };

/**
 * Reads the plans and directories below every workspace folder into the index, in the background: requests are
 * answered between two files. Hidden and installed folders are never walked. Ends early at the limits and says so.
 */
export async function scanFolders(
  connection: Connection,
  session: Session,
  files: WorkspaceFiles,
  folders: readonly string[],
): Promise<void> {
  if (folders.length === 0) return;
  const progress = await beginProgress(connection, session);
  const until = Date.now() + limits.milliseconds;
  const queue = folders.map((folder) => folder.replace(/\/+$/u, ''));
  let visited = 0;
  let read = 0;
  let cut = false;
  try {
    for (let folder = queue.shift(); folder !== undefined && !cut; folder = queue.shift()) {
      visited += 1;
      for (const { name, kind } of await listed(files, folder)) {
        const uri = `${folder}/${encodeURIComponent(name)}`;
        if (kind === 'folder') {
          if (isWalked(name)) queue.push(uri);
        } else if (isCandidate(name)) {
          await readInto(session, files, uri);
          read += 1;
          progress?.report(words(session).scanning(read));
        }
        cut = read >= limits.files || visited + queue.length > limits.folders || Date.now() > until;
        if (cut) break;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  } finally {
    progress?.done();
  }
  if (cut) connection.window.showWarningMessage(words(session).cut(read));
}

/** Reads one file into the index, or takes it out when it is gone or is no plan. */
export async function readInto(session: Session, files: WorkspaceFiles, uri: string): Promise<void> {
  const text = await files.read(uri).catch(() => undefined);
  if (text === undefined) {
    session.removeFile(uri);
    return;
  }
  const plan = parse(text, { labels: session.settingsOf(uri).labels, path: decodeSafely(uri) });
  if (isPlan(uri, plan)) session.addFile(uri, plan);
  else session.removeFile(uri);
}

/** A file says by its ending that it is a plan; a plain text is one if it reads as one. */
function isPlan(uri: string, plan: Plan): boolean {
  return /\.(?:plan|workplan)$/iu.test(uri) || plan.kind === 'directory' || isPlanLike(plan);
}

/** Whether a file may hold a plan, by its name; a `.txt` is then judged by what it says. */
export function isCandidate(name: string): boolean {
  return /\.(?:plan|workplan|txt)$/iu.test(name);
}

function isWalked(name: string): boolean {
  return !name.startsWith('.') && !SKIPPED.has(name);
}

const SKIPPED = new Set(['node_modules', 'AppData', 'Library', '$RECYCLE.BIN', 'System Volume Information']);

async function listed(
  files: WorkspaceFiles,
  folder: string,
): Promise<Awaited<ReturnType<WorkspaceFiles['list']>>> {
  return files.list(folder).catch(() => []);
}

async function beginProgress(
  connection: Connection,
  session: Session,
): Promise<WorkDoneProgressReporter | undefined> {
  if (!session.client.window?.workDoneProgress) return undefined;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Planlint', undefined, words(session).scanning(0));
  return progress;
}

function decodeSafely(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function words(session: Session): {
  readonly scanning: (read: number) => string;
  readonly cut: (read: number) => string;
} {
  return session.locale === 'zh'
    ? {
        scanning: (read) => `正在读取工作计划：${read} 份文件`,
        cut: (read) => `Planlint：文件夹太大，只读取了前 ${read} 份文件，请打开计划所在的文件夹。`,
      }
    : {
        scanning: (read) => `Reading work plans: ${read} files`,
        cut: (read) =>
          `Planlint: the folder is too large; only the first ${read} files were read. Open the folder that holds the plans.`,
      };
}
