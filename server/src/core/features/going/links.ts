import { nameKey } from '../../people/directory.ts';
import type { Workspace } from '../../people/workspace.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Span } from '../../text/text.ts';

/** A quoted document (《…》) that is in the workspace, or an address on the web. */
export interface Link {
  readonly span: Span;
  readonly target: { readonly path: string } | { readonly url: string };
  /** The words between the marks. */
  readonly title: string;
}

/** The links of a document in order. */
export function links(workspace: Workspace, path: string): readonly Link[] {
  const text = workspace.documents.get(path)?.plan.text ?? '';
  const byTitle = titlesOf(workspace, path);
  const found: Link[] = [];
  for (const match of matchesIn(text, QUOTED)) {
    const title = match[1] ?? '';
    const target = byTitle.get(keyOf(title));
    if (!target) continue;
    const start = match.index + 1;
    found.push({ span: { start, end: start + title.length }, target: { path: target }, title });
  }
  for (const match of matchesIn(text, ADDRESS)) {
    const url = withoutStop(match[0]);
    found.push({ span: { start: match.index, end: match.index + url.length }, target: { url }, title: url });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The titles of all other documents of the root, with their paths. */
export function titlesOf(workspace: Workspace, path: string): ReadonlyMap<string, string> {
  const root = workspace.documents.get(path)?.root;
  const titles = new Map<string, string>();
  for (const document of workspace.documents.values()) {
    const title = document.plan.title?.text;
    if (document.path === path || document.root !== root || !title) continue;
    const key = keyOf(title);
    if (!titles.has(key)) titles.set(key, document.path);
    // A notice is quoted by the title inside its own.
    const inner = /《([^《》]{4,80})》/u.exec(title)?.[1];
    if (inner && !titles.has(keyOf(inner))) titles.set(keyOf(inner), document.path);
  }
  return titles;
}

function keyOf(title: string): string {
  return nameKey(title).replace(/[—–~-]/gu, '-');
}

/** An address without the stops behind it, and without the bracket that closes around it. */
function withoutStop(address: string): string {
  let open = address.split('(').length - address.split(')').length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (!STOPS.includes(last)) break;
  }
  return address.slice(0, end);
}

const STOPS = ".,;:!?'";
const QUOTED = /《([^《》\r\n]{2,80})》/gu;
const ADDRESS = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gu;
