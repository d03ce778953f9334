import { realpathSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Where a hook runs this, they name its repository to every git.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    // A git that is called from here minds nothing of the machine: neither its configuration nor a repository above.
    env: {
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CEILING_DIRECTORIES: realpathSync(tmpdir()),
    },
    // All files of a worker share what they import: the modules have no state, and loading them anew took a minute.
    isolate: false,
    maxWorkers: '100%',
    // Growth is judged by processor time: helpers of the collector would wait for each other in it on a busy machine.
    execArgv: ['--single-threaded-gc'],
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
