import { createHash } from 'node:crypto';
import { sentenceKey } from '../../check/sentence.ts';
import type { CheckedFile } from '../reporter.ts';

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
    return createHash('sha256').update(`${key}\0${earlier}`).digest('hex').slice(0, LENGTH);
  });
}

/** 128 bits. */
const LENGTH = 32;
