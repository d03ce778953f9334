import { setFlagsFromString } from 'node:v8';
import { hasFlags } from './flags.ts';

const MAJOR = Number.parseInt(process.versions.node, 10);

/**
 * In a small plan most patterns and functions are met but once: there, half of a check is the search for a way to run
 * them fast. Over many plans a third of it is: functions are made anew later there, with less of others put into them,
 * and the heap grows by smaller steps, since little of it lives on. The engine looks at these flags when it makes code or
 * room, and only then. What it gives takes them back.
 */
export function sparing(characters: number): () => void {
  const flags = characters < SMALL ? OF_LITTLE : OF_MUCH;
  for (const [spared] of flags) set(spared);
  return () => {
    for (const [, usual] of flags) set(usual);
  };
}

/** Characters from which on code that is made with more care pays for it: a plan of two pages. */
const SMALL = 4_000;

const OF_LITTLE = [
  'regexp-optimization',
  'regexp-peephole-optimization',
  'sparkplug',
  // Engines between these do not take it back whole, and then take no compiled code.
  ...(MAJOR <= 20 || MAJOR >= 24 ? ['turbofan'] : []),
].map((flag) => [`--no-${flag}`, `--${flag}`] as const);

/** Such as are looked at once in the making of a function: while one is made, others must not change. */
const OF_MUCH = [
  ['--max-inlined-bytecode-size-cumulative=100', '--max-inlined-bytecode-size-cumulative=920'],
  ['--heap-growing-percent=40', '--heap-growing-percent=0'],
  // Later engines count calls instead.
  ...(MAJOR <= 20 ? ([['--interrupt-budget=1000000', '--interrupt-budget=67584']] as const) : []),
] as const;

/**
 * Keeps the heap's part for what is new as small as it is: most of a plan is let go again before that is full, and what
 * a run remembers makes better use of the room. What it gives takes that back; until then the engine takes no compiled
 * code that was made under other flags.
 */
export function compact(): () => void {
  set('--semi-space-growth-factor=1');
  return () => set('--semi-space-growth-factor=2');
}

function set(flag: string): void {
  if (hasFlags) setFlagsFromString(flag);
}
