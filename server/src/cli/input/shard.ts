import { hashOf } from '../fingerprint.ts';
import type { Shard } from '../options.ts';

/**
 * Whether the file at `path`, as seen from the current folder, is in a shard: by the first 32 bits of the SHA-256 of
 * that path, so that it is in the same one on every machine and whatever other files there are.
 */
export function isInShard(path: string, { index, count }: Shard): boolean {
  // Systems differ in how they write accents.
  return Number.parseInt(hashOf(path.normalize('NFC')).slice(0, 8), 16) % count === index - 1;
}
