import type { Call } from './command.ts';

/**
 * Does the `work` for one file, or for one report: the only place where a fault in it ends. It is blamed on `path`,
 * leaves that one without a result, and the others go on.
 */
export async function contained<T>(
  path: string,
  { blame }: Pick<Call, 'blame'>,
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (fault) {
    // What the call itself cannot mean is said once, for all.
    if (fault instanceof Misuse) throw fault;
    await blame(fault, path);
    return undefined;
  }
}

/** A call that cannot be meant, or would do harm: it ends with this message and 2 before anything is written. */
export class Misuse extends Error {}
