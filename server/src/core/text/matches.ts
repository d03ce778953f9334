/**
 * Every match of a global pattern in `text`, in order. Unlike `matchAll` it makes no copy of the pattern, which costs more
 * than looking through a paragraph.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  while (match) {
    found.push(match);
    // An empty match would be found again where it stands.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    match = pattern.exec(text);
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
