/** `path` as a URI: a relative reference for a relative path, `file:` for an absolute one. */
export function uriOf(path: string): string {
  const parts = path.replace(LONE_SURROGATE, '\u{FFFD}').split('/').map(encodeURIComponent);
  const drive = /^[A-Za-z]:$/u.exec(path.split('/')[0] ?? '')?.[0];
  if (drive) return `file:///${[drive, ...parts.slice(1)].join('/')}`;
  return isAbsolute(path) ? `file://${parts.join('/')}` : parts.join('/');
}

/** Whether `path` says where it is without a folder to start from. */
export function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/u.test(path);
}

/** Half of a pair, which no address can hold. */
const LONE_SURROGATE = /\p{Cs}/gu;
