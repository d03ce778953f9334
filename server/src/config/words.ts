import { applyEdits, type FormattingOptions, getNodeValue, modify, parseTree } from 'jsonc-parser';
import type { Edit } from '../core/lint/finding.ts';

/** What adds `word` to `words.add` in the text of a configuration; nothing where it stands there already. */
export function addingWord(text: string, word: string): readonly Edit[] {
  return change(text, word).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}

/** The text of a configuration with `words` added to `words.add`, its comments kept. */
export function withWords(text: string, words: readonly string[]): string {
  return words.reduce((current, word) => applyEdits(current, change(current, word)), text);
}

/** The text of a configuration that says nothing. */
export const EMPTY_CONFIG = '{}\n';

function change(text: string, word: string): ReturnType<typeof modify> {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const config: unknown = tree && getNodeValue(tree);
  const known = addIn(config);
  if (known.includes(word)) return [];
  const formattingOptions: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  if (known.length === 0) return modify(text, ['words', 'add'], [word], { formattingOptions });
  return modify(text, ['words', 'add', known.length], word, { formattingOptions, isArrayInsertion: true });
}

/** The words that a configuration adds; none where it has another shape. */
function addIn(config: unknown): readonly unknown[] {
  const words = isRecord(config) ? config.words : undefined;
  const add = isRecord(words) ? words.add : undefined;
  return Array.isArray(add) ? add : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
