import type { Message } from '../core/lint/finding.ts';
import { folderOf, joined, within } from './paths.ts';

/**
 * The path that a value in the configuration at `path` leads to; undefined where that is no relative path, or leads
 * out of the workspace, also by a link. A configuration comes with a folder from anywhere: what it names is read and
 * quoted, so that it may name nothing else.
 */
export async function reached(path: string, value: string, files: Bounds): Promise<string | undefined> {
  if (ROOTED.test(value)) return undefined;
  const top = await files.home?.(path);
  const target = joined(folderOf(path), value);
  if (top === undefined) return target;
  if (!isIn(top, target) || climbs(top, folderOf(path), value)) return undefined;
  const real = await files.real?.(target);
  return real === undefined || isIn((await files.real?.(top)) ?? top, real) ? target : undefined;
}

/** How far configurations may lead. */
export interface Bounds {
  /** The folder that the configuration at `path` may not lead out of; where none is given, it may lead anywhere. */
  readonly home?: (path: string) => Promise<string | undefined>;
  /** The path with its links followed. */
  readonly real?: (path: string) => Promise<string>;
}

/** `/etc/hosts`, `\\host\share`, `C:\plans`, `https://…` */
const ROOTED = /^\s*(?:[/\\]|[A-Za-z][A-Za-z\d+.-]*:)/u;

function isIn(top: string, path: string): boolean {
  return path === top || within(top, path) !== undefined;
}

/** Whether the way to `value` leaves `top`, even where it comes back: what lies outside is nobody's business. */
function climbs(top: string, folder: string, value: string): boolean {
  let depth = folder === top ? 0 : (within(top, folder)?.split('/').length ?? 0);
  for (const part of value.replaceAll('\\', '/').split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** What to say of a value of `key` that leads out. */
export function outsideMessage(key: string, value: string): Message {
  return {
    zh: `“${key}”只能是工作区之内的相对路径，不能是“${value}”。`,
    en: `"${key}" must be a relative path inside of the workspace, not "${value}".`,
  };
}
