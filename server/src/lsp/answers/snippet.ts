/** `text` as a snippet with a place to fill at each of the offsets `stops`, ascending, and the cursor behind it at last. */
export function snippetFor(text: string, stops: readonly number[]): string {
  let value = '';
  let done = 0;
  for (const [i, stop] of stops.entries()) {
    value += `${escaped(text.slice(done, stop))}$${i + 1}`;
    done = stop;
  }
  return `${value}${escaped(text.slice(done))}$0`;
}

/** LSP 3.18, snippet syntax: `$`, `}` and `\` stand for themselves behind a `\`. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
