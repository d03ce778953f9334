import { createHash } from 'node:crypto';
import { fold } from '../core/text/fold.ts';
import type { Span } from '../core/text/text.ts';
import type { CheckedFile } from './check/checked.ts';

/**
 * A fingerprint for each finding of `file`: what its sentence says, not where it stands, so that it stays when text
 * moves; `path` starts at the root, so that it stays wherever the check is run. Sentences that say the same are told apart by their order.
 */
export function fingerprintsOf({ path, plan, findings }: Pick<CheckedFile, 'path' | 'plan' | 'findings'>) {
  const seen = new Map<string, number>();
  return findings.map(({ rule, span }) => {
    const key = [path, rule, sentenceKey(plan, span)].join('\0');
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return hashOf(`${key}\0${earlier}`).slice(0, LENGTH);
  });
}

/** 128 bits. */
const LENGTH = 32;

/** SHA-256 in hexadecimal digits. */
export function hashOf(text: string | Uint8Array): string {
  return hashOfAll([text]);
}

/** The same of all `parts` one behind the other. */
export function hashOfAll(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/**
 * What the sentence around a finding says, short enough for a file that people look through: without its number,
 * spaces and the width of its marks, so that renumbering and tidying leave it the same.
 */
export function sentenceKey({ text }: Quoted, { start }: Span): string {
  const low = Math.max(0, start - REACH);
  const before = text.slice(low, start);
  const after = text.slice(start, start + REACH);
  const head = Math.max(...STOPS.map((stop) => before.lastIndexOf(stop))) + 1;
  const tail = after.search(STOP);
  const sentence = before.slice(head) + (tail < 0 ? after : after.slice(0, tail));
  const bare = fold(sentence).replace(/\s+/gu, '');
  const words = bare.replace(NUMBER, '') || bare;
  const characters = [...words];
  return characters.length <= LONGEST ? words : `${characters.slice(0, SHOWN).join('')}…${shortHash(words)}`;
}

/** A text that is quoted. */
export interface Quoted {
  readonly text: string;
}

/** A line may be megabytes long and have a finding in every word. */
const REACH = 400;
const LONGEST = 48;
const SHOWN = 40;
const STOPS = ['。', '！', '？', '；', ';', '\n', '\r'];
const STOP = /[。！？；;\n\r]/u;

/** `1.` `一、` `(二)` `第3项、` `①` at the head of a sentence. */
const NUMBER = /^(?:第?\(?[\d〇零一二三四五六七八九十百]{1,4}(?:项|章|节|条)?[).、:]{1,2}|[①-⑳])/u;

/** FNV-1a, 32 bits: enough beside the forty characters that stand before it. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
