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

/** Where flags are not known to be, none is set. */
function set(flag: string): void {
  if (Number.parseInt(process.versions.node, 10) <= NEWEST) setFlagsFromString(flag);
}

/** The newest Node.js whose engine is known to have them. */
const NEWEST = 24;
