import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fold } from '../../../server/src/core/text/fold.ts';

/** Texts of the genre to count in, beside the project. */
const folders = { text: 'text', corpus: 'corpus' } as const;

/** One document, or what stands for one: its lines, folded. */
export interface Source {
  readonly name: string;
  readonly lines: readonly string[];
}

/** What the table is made from, and what is kept apart to measure it on. */
export interface Texts {
  readonly learnt: readonly Source[];
  /** Whole documents. */
  readonly held: readonly Source[];
  /** Single lines and stretches of many more texts, not all of them of the genre. */
  readonly heldLines: readonly Source[];
}

/** Whether the texts are at hand. */
export function hasTexts(shared: string): boolean {
  return Object.values(folders).every((folder) => existsSync(`${shared}/${folder}`));
}

/**
 * The texts under `shared`, a fifth of them kept apart by a hash of their words. A line of the rest is left out where
 * a quarter of it stands in a document that is kept apart: the same document may be at hand more than once.
 */
export function textsIn(shared: string): Texts {
  const documents = filesIn(`${shared}/${folders.corpus}`);
  const held = documents.filter((one) => isHeld(one));
  const stretches = stretchesOf(held);
  const unseen = (line: string) => !isIn(line, stretches);
  const others = filesIn(`${shared}/${folders.text}`).flatMap((one) =>
    one.name === 'lines.txt' ? inParts(one, 1) : inParts(one, PART),
  );
  const kept = (one: Source): Source => ({ ...one, lines: one.lines.filter(unseen) });
  return {
    learnt: [...documents, ...others].filter((one) => !isHeld(one)).map(kept),
    held,
    heldLines: others.filter((one) => isHeld(one)).map(kept),
  };
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Lines of a collection that are taken for one document. */
const PART = 40;
const HELD_OF = 5;
/** Characters in a row that do not stand in two documents by chance. */
const STRETCH = 12;

function filesIn(folder: string): readonly Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, lines: fold(readFileSync(`${folder}/${name}`, 'utf8')).split(/\r?\n/u) }));
}

function inParts({ name, lines }: Source, size: number): readonly Source[] {
  const parts: Source[] = [];
  for (let i = 0; i < lines.length; i += size) parts.push({ name, lines: lines.slice(i, i + size) });
  return parts;
}

function isHeld({ lines }: Source): boolean {
  return hashOf(lines.join('').replace(/\s+/gu, '')) % HELD_OF === 0;
}

function stretchesOf(sources: readonly Source[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { lines } of sources) {
    const text = hanOf(lines.join(''));
    for (let i = 0; i + STRETCH <= text.length; i += 1) found.add(text.slice(i, i + STRETCH));
  }
  return found;
}

function isIn(line: string, stretches: ReadonlySet<string>): boolean {
  const text = hanOf(line);
  const all = text.length - STRETCH + 1;
  let same = 0;
  for (let i = 0; i < all; i += 1) if (stretches.has(text.slice(i, i + STRETCH))) same += 1;
  return same * 4 > all && all > 0;
}

/** The Han characters of a text alone. */
export function hanOf(text: string): string {
  return text.replace(/\P{Script=Han}+/gu, '');
}
