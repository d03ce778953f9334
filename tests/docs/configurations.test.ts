import { expect, it } from 'vitest';
import { configurationFor } from './configurations.ts';

/** Headings of the page on editors in both languages; `tests/programs` and `tests/lsp/codemirror` run what they print. */
const HEADINGS = [
  ['Neovim', 'Neovim'],
  ['Emacs: eglot', 'Emacs：eglot'],
  ['Emacs: lsp-mode', 'Emacs：lsp-mode'],
  ['Vim: ALE', 'Vim：ALE'],
  ['Helix', 'Helix'],
  ['CodeMirror', 'CodeMirror'],
] as const;

it.each(HEADINGS)('the configuration for %s is the same in both languages', (english, chinese) => {
  const printed = configurationFor(english);
  expect(printed).toMatch(/planlint|server\.worker\.js/u);
  expect(configurationFor(chinese, 'client/editors.zh-CN.md')).toBe(printed);
});
