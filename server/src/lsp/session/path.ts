/** The key of a document in the index: its URI decoded, since clients differ in what they encode. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/\/+$/u, '');
  } catch {
    // A stray % in the name.
    return uri.replace(/\/+$/u, '');
  }
}

/** Whether a path is another state of a file than the one that is worked on, as editors show it: `git:/plans/2026.plan?…` */
export function isElsewhere(path: string): boolean {
  return ELSEWHERE.test(path);
}

const ELSEWHERE = /^(?:git|gitlens|scm|vscode-local-history|review):/iu;
