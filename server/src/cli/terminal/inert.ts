/** `text` with nothing in it that Azure Pipelines or GitHub Actions obey wherever it stands: `##vso[`, `##[`. */
export function inert(text: string): string {
  return text.replace(COMMAND, '# #');
}

/** `path`, safe to print, as it may begin a line: CI systems obey lines that begin with `::` or `##`. */
export function atHead(path: string): string {
  return HEAD.test(path) ? `./${path}` : path;
}

const COMMAND = /##(?=(?:vso)?\[)/giu;
const HEAD = /^\s*(?:::|##|# #)/u;
