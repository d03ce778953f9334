import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { CONFIG_NAME } from '../../config/names.ts';
import { isPlan } from '../../config/plan-names.ts';
import { parse } from '../../core/read/read.ts';
import { memoryFor } from '../documents.ts';
import { pathOf } from '../session/path.ts';
import type { WorkspaceFiles } from '../session/platform.ts';
import { type Progress, progressOf } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import type { SettingsSource } from '../settings/settings.ts';
import type { Wanted } from './wanted.ts';

/**
 * Reads what is wanted of workspace folders, or of folders in them, into the index, in the background: requests are
 * answered every few files, and large ones come last. What was there before and is found no more leaves the index. Ends early at the limits
 * and says so once; gives up when `stale`.
 */
export async function scanFolders(
  session: Session,
  settings: SettingsSource,
  wanted: Wanted,
  files: WorkspaceFiles,
  folders: readonly string[],
  stale: () => boolean,
): Promise<void> {
  const { milliseconds } = session.limits;
  const progress = await progressOf(session, words(session).scanning(0));
  const until = Date.now() + milliseconds;
  const walk: Walk = { session, settings, wanted, files, progress, stale, until, read: 0 };
  let cut = false;
  try {
    for (const folder of folders) {
      const whole = await session.door.contained(folder, () => scanFolder(walk, folder));
      cut ||= whole === false;
      if (stale() || progress?.cancelled()) return;
    }
  } finally {
    progress?.done();
  }
  if (!cut || session.toldOfLimits) return;
  session.toldOfLimits = true;
  const message = words(session).cut(walk.read);
  await session.connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message,
  });
}

interface Walk {
  readonly session: Session;
  readonly settings: SettingsSource;
  readonly wanted: Wanted;
  readonly files: WorkspaceFiles;
  readonly progress: Progress | undefined;
  readonly stale: () => boolean;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Files so far. */
  read: number;
}

/** False where a limit ended it. */
async function scanFolder(walk: Walk, top: string): Promise<boolean> {
  const { session, settings, wanted, files, progress } = walk;
  const { limits } = session;
  const { maxFiles = limits.files } = await settings.scanOf(session.rootOf(`${top}/*`));
  const queue = [top];
  // A file that comes meanwhile is none of these, and stays.
  const before = session.pathsIn(top);
  const seen = new Set<string>();
  const large: string[] = [];
  let most = maxFiles;
  let whole = true;
  let rested = Date.now();
  for (let at = 0; at < queue.length; at += 1) {
    const folder = queue[at] ?? top;
    for (const { name, kind } of await files.list(folder).catch(() => [])) {
      const uri = `${folder}/${encodeURIComponent(name)}`;
      if (kind === 'folder') {
        if (!(await wanted.isFolder(uri))) continue;
        if (queue.length < limits.folders) queue.push(uri);
        else whole = false;
      } else if (name === CONFIG_NAME) {
        if (!(await wanted.isFile(uri))) continue;
        await settings.check(uri);
      } else {
        if (!(await wanted.isPlan(uri))) continue;
        if (most === 0) return false;
        most -= 1;
        walk.read += 1;
        seen.add(pathOf(uri));
        if (!(await readInto(session, files, uri, LARGE))) large.push(uri);
        progress?.report(words(session).scanning(walk.read));
      }
      if (walk.stale() || progress?.cancelled()) return true;
      if (Date.now() > walk.until) return false;
      if (Date.now() < rested + SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      rested = Date.now();
    }
  }
  for (const uri of large) {
    await session.door.idle();
    if (walk.stale() || progress?.cancelled()) return true;
    if (Date.now() > walk.until) return false;
    await readInto(session, files, uri);
  }
  if (!whole) return false;
  for (const path of before) {
    if (!seen.has(path) && !session.isAppointed(path)) session.removeFile(session.uriOf(path));
  }
  return true;
}

/** Milliseconds of work after which requests are answered: a rest takes one at least, and there may be many files. */
const SLICE = 10;

/** Characters of a text that is read in one piece in a tenth of a second or more, in which nothing is answered. */
const LARGE = 100_000;

/**
 * Reads one file into the index, or takes it out when it is gone, is left out or is no plan. False where its text has more
 * than `most` characters, and is left as it is.
 */
export async function readInto(
  session: Session,
  files: WorkspaceFiles,
  uri: string,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  return (await session.door.contained(uri, () => readPlan(session, files, uri, most))) ?? true;
}

async function readPlan(
  session: Session,
  files: WorkspaceFiles,
  uri: string,
  most: number,
): Promise<boolean> {
  const text = await files.read(uri).catch(() => undefined);
  if (text !== undefined && text.length > most) return false;
  await session.ready(uri);
  const why = session.applied(uri).why;
  if (text === undefined || why === 'ignored') {
    session.removeFile(uri);
    return true;
  }
  const path = pathOf(uri);
  // What is open is read by its own means, and what it says there counts.
  if (session.documents.get(session.uriOf(path))) return true;
  const memory = memoryFor(text, session.memory);
  const plan = parse(text, { labels: session.settingsOf(uri).labels, path }, memory);
  if (why === 'asked' || session.isAppointed(path) || isPlan(path, plan)) session.addFile(uri, plan);
  else session.removeFile(uri);
  return true;
}

function words({ locale }: Session): {
  readonly scanning: (read: number) => string;
  readonly cut: (read: number) => string;
} {
  return locale === 'zh'
    ? {
        scanning: (read) => `正在读取工作计划：${read} 份文件`,
        cut: (read) =>
          `Planlint：文件夹太大，只读取了前 ${read} 份文件，请打开计划所在的文件夹，或者调整 planlint.exclude 和 planlint.indexing.maxFiles。`,
      }
    : {
        scanning: (read) => `Reading work plans: ${read} files`,
        cut: (read) =>
          `Planlint: the folder is too large; only the first ${read} files were read. Open the folder that holds the plans, or change planlint.exclude and planlint.indexing.maxFiles.`,
      };
}
