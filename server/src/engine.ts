import { setFlagsFromString } from 'node:v8';

/**
 * In a small plan most patterns and functions are met but once: there, half of a check is the search for a way to run
 * them fast. The engine looks at these flags when it makes code, and only then.
 */
export function sparing(): () => void {
  for (const flag of CARE) set(`--no-${flag}`);
  return () => {
    for (const flag of CARE) set(`--${flag}`);
  };
}

const CARE = ['regexp-optimization', 'regexp-peephole-optimization', 'turbofan'];

/** Has the patterns that `load` makes met some twenty times, not twice, before they are made anew to run faster. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  set('--regexp-tier-up-ticks=20');
  try {
    return await load();
  } finally {
    // What Node.js keeps compiled of itself is taken under the flags alone that it was compiled under.
    set('--regexp-tier-up-ticks=1');
  }
}

/** Where flags are not known to be, none is set. */
function set(flag: string): void {
  if (Number.parseInt(process.versions.node, 10) <= NEWEST) setFlagsFromString(flag);
}

/** The newest Node.js whose engine is known to have them. */
const NEWEST = 24;
