import { pages } from './pages.ts';

/** The block that the page on editors prints under a heading, as a person copies it. */
export function configurationFor(heading: string, path = 'client/editors.md'): string {
  const text = pages.find((page) => page.path === path)?.text ?? '';
  const [, section = ''] = text.split(`### ${heading}\n`);
  const [own = ''] = section.split(/^#/mu);
  const block = BLOCK.exec(own)?.[0];
  if (!block) throw new Error(`${path} prints no configuration under “${heading}”`);
  return block.replace(/^ {4}/gmu, '').trimEnd();
}

/** Lines that are set in by four spaces, and empty ones between them. */
const BLOCK = /(?:^ {4}.*\n|^\n(?= {4}))+/mu;
