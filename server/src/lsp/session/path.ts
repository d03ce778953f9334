/** The key of a document in the index: its URI decoded, since clients differ in what they encode. */
export function pathOf(uri: string): string {
  const path = uri.includes('%') ? decoded(uri) : uri;
  return path.endsWith('/') ? path.replace(/(?<!\/)\/+$/u, '') : path;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray % in the name.
    return uri;
  }
}

/** Whether a path is another state of a file than the one that is worked on, as editors show it: `git:/plans/2026.plan?…` */
export function isElsewhere(path: string): boolean {
  return ELSEWHERE.test(path);
}

const ELSEWHERE = /^(?:git|gitlens|scm|vscode-local-history|review):/iu;

/** The URI of a path on a disk: `/计划/a b` → `file:///%E8…/a%20b`, `C:\plans` → `file:///C%3A/plans`. */
export function uriOfPath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return parts.startsWith('/') ? `file://${parts}` : `file:///${parts}`;
}
