import type { Directory } from '../../core/people/directory.ts';
import type { Job } from './examine.ts';

/**
 * Tells jobs apart by all that their results depend on, in a word of fixed length. Directories are large and serve
 * many jobs: what is made of one is made once.
 */
export function keying(): (job: Job) => Promise<string> {
  const made = new WeakMap<Directory, Promise<string>>();
  const keyOf = (directory: Directory) => {
    const key = made.get(directory) ?? hashOf(JSON.stringify(directory));
    made.set(directory, key);
    return key;
  };
  return async ({ path, text, settings, directories }) =>
    hashOf(JSON.stringify([path, settings, await Promise.all(directories.map(keyOf)), text]));
}

/** SHA-256 in hexadecimal digits. */
export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
