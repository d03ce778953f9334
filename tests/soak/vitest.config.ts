import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { defineConfig, mergeConfig } from 'vitest/config';
import usual from '../vitest.config.ts';

const seed = process.env.PLANLINT_SEED ?? String(randomInt(2 ** 31));
console.log(`PLANLINT_SEED=${seed} npm run soak   # runs the same once more`);

/** The tests that have rounds, long and with values drawn anew: whatever asks tests/rounds.ts how long to run. */
export default mergeConfig(
  usual,
  defineConfig({
    test: {
      include: globSync('tests/**/*.test.ts').filter((path) => asksForRounds(readFileSync(path, 'utf8'))),
      env: { PLANLINT_SOAK: '1', PLANLINT_SEED: seed, PLANLINT_SOAK_UNTIL: String(Date.now() + 280_000) },
      setupFiles: ['tests/soak/until.ts'],
      // Time may run out: by the seed, so that no file is always among the last.
      sequence: { shuffle: { files: true, tests: false }, seed: Number(seed) },
      testTimeout: 3_600_000,
      reporters: ['default'],
    },
  }),
);

function asksForRounds(source: string): boolean {
  return /\/rounds\.ts'/u.test(source) || source.includes('someDocuments');
}
