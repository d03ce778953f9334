import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * Does each work once in turn, round after round, until so many seconds are over, so that what else the machine does
 * meets them all alike. The first round is not counted: it fills caches.
 */
export async function inTurns<Name extends string, Taken>(
  works: Readonly<Record<Name, () => Promise<Taken>>>,
  { seconds, least = 3, most = 40 }: { seconds: number; least?: number; most?: number },
): Promise<Readonly<Record<Name, readonly Taken[]>>> {
  const names = Object.keys(works) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as Taken[]])) as Record<Name, Taken[]>;
  const until = performance.now() + 1_000 * seconds;
  for (let round = 0; round <= least || (round <= most && performance.now() < until); round += 1) {
    for (const name of names) {
      const one = await works[name]();
      if (round > 0) taken[name].push(one);
    }
  }
  return taken;
}

/** The value that so great a part of them do not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const one = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (one === undefined) throw new Error('nothing was measured');
  return one;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** What one run of a program took. */
export interface Run {
  /** Milliseconds of the processors, of the program and of all that it started. */
  readonly cpu: number;
  /** Milliseconds until it had ended. */
  readonly wall: number;
  /** MiB at most, of a program of Node.js. */
  readonly peak: number;
}

/** Runs a program to its end by the clock of bash; what it prints goes nowhere. */
export function run(command: readonly string[], { cwd = '.', peak = false, ends = [0] } = {}): Promise<Run> {
  const [program = '', ...args] = command;
  const asked = peak ? [program, '--require', PEAK, ...args] : command;
  const child = spawn('bash', ['-c', CLOCK, 'bash', ...asked], {
    cwd,
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said = (said + part).slice(-2_000);
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      const [, user, system, wall] = TIMES.exec(said) ?? [];
      if (wall === undefined || !ends.includes(code ?? -1))
        failed(new Error(`${command.join(' ')} ended with ${code}: ${said}`));
      done({
        cpu: 1_000 * (Number(user) + Number(system)),
        wall: 1_000 * Number(wall),
        peak: Number(/^peak (\d+)$/mu.exec(said)?.[1]) / 1_024,
      });
    });
  });
}

/** How bash tells what it ran: seconds of the program, of the system for it, and of the clock on the wall. */
const CLOCK = `TIMEFORMAT='took %3U %3S %3R'; time "$@" > /dev/null`;
const TIMES = /^took ([\d.]+) ([\d.]+) ([\d.]+)$/mu;
const PEAK = resolve('tests/bench/floor/peak.cjs');

/** The environment without certificates that Node.js would read at each start, and with points in numbers. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
  return { ...others, LC_NUMERIC: 'C' };
}
