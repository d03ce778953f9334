import { expect } from 'vitest';
import type { Call, Outcome } from '../host.ts';

/** Calls by what they show. */
export type Cases = Readonly<Record<string, Case>>;

/** A call, and all that is to be seen of it. */
export interface Case extends Call {
  readonly code: number;
  /** What standard output must say, and what it must not; nothing given: it must be empty. */
  readonly stdout?: readonly (string | RegExp)[];
  readonly not?: readonly (string | RegExp)[];
  /** Its lines, one each, but the one that says where to read on. */
  readonly stderr?: readonly (string | RegExp)[];
  readonly written?: Readonly<Record<string, RegExp>>;
  /** What the files that were given hold afterwards, where that is something else. */
  readonly changed?: Readonly<Record<string, string>>;
}

export function see(
  { code, stdout, not = [], stderr = [], written = {}, changed = {} }: Case,
  outcome: Outcome,
): void {
  const lines = outcome.stderr
    .split('\n')
    .slice(0, -1)
    .filter((line) => !READ_ON.test(line));
  expect(lines).toEqual(
    stderr.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
  );
  expect(outcome.code).toBe(code);
  if (stdout === undefined) expect(outcome.stdout).toBe('');
  for (const part of stdout ?? []) expect(outcome.stdout).toEqual(matching(part));
  for (const part of not) expect(outcome.stdout).not.toEqual(matching(part));
  expect(Object.keys(outcome.written)).toEqual(Object.keys(written));
  expect(outcome.changed).toEqual(changed);
  for (const [path, pattern] of Object.entries(written)) expect(outcome.written[path]).toMatch(pattern);
}

/** Stands once behind the faults of configurations; one test asks for it. */
const READ_ON = /^planlint: (?:手册：|Manual: )https:\S+$/u;

function matching(part: string | RegExp) {
  return typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part);
}
