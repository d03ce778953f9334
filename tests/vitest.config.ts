import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    // All files of a worker share what they import: the modules have no state, and loading them anew took a minute.
    isolate: false,
    maxWorkers: '100%',
    // Only what never ends may run into these, however busy the machine.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    // .ci/run counts what passed from the JSON report.
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'tests/output/vitest.json' }]]
      : ['default'],
  },
});
