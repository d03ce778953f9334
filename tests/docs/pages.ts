import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

/** The folder of the project, with a slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A page of the manual: a file beside what it describes, in one of two languages. */
export interface Page {
  /** From the root. */
  readonly path: string;
  readonly language: 'zh' | 'en';
  /** The same page in the other language. */
  readonly other: string;
  readonly text: string;
}

/** Every page; the two READMEs stand where tools and people look for them. */
export const pages: readonly Page[] = globSync(
  ['README.md', 'client/*.md', 'server/**/*.md', 'syntaxes/*.md'],
  { cwd: root, ignore: ['client/THIRD-PARTY-NOTICES.md'] },
)
  .sort()
  .map((path) => {
    const language = path.endsWith('.zh-CN.md') ? 'zh' : 'en';
    return { path, language, other: otherOf(path), text: readFileSync(root + path, 'utf8') };
  });

function otherOf(path: string): string {
  if (path === 'README.md') return 'client/README.zh-CN.md';
  if (path === 'client/README.zh-CN.md') return 'README.md';
  return path.endsWith('.zh-CN.md') ? path.replace('.zh-CN.md', '.md') : path.replace(/\.md$/u, '.zh-CN.md');
}

/** What a page says outside of its fences and indented blocks. */
export function proseOf({ text }: Pick<Page, 'text'>): string {
  return text.replace(FENCE, '').replace(/^ {4}.*$/gmu, '');
}

/** A block between rows of backticks. */
const FENCE = /^(?<mark>`{3,})[^\n]*\n(?:[\s\S]*?\n)?\k<mark>$/gmu;

/** Its headings, each with the number of its marks. */
export function headingsOf(page: Pick<Page, 'text'>): readonly { level: number; title: string }[] {
  return [...proseOf(page).matchAll(/^(?<marks>#{1,6}) (?<title>.+)$/gmu)].map(({ groups }) => ({
    level: groups?.marks?.length ?? 0,
    title: groups?.title ?? '',
  }));
}

/** The places of a page that an address can name: its headings as GitHub names them, and anchors of its own. */
export function anchorsOf(page: Pick<Page, 'text'>): ReadonlySet<string> {
  const titles = headingsOf(page).map(({ title }) => title.toLowerCase());
  return new Set([
    ...titles.map((title) => title.replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, '').replaceAll(' ', '-')),
    ...[...page.text.matchAll(/<a id="(?<id>[^"]+)"><\/a>/gu)].map(({ groups }) => groups?.id ?? ''),
  ]);
}
