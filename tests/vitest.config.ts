import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    // Tests that drive the built bundle start a process each.
    testTimeout: 30_000,
    // .ci/run counts what passed from the JSON report.
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'tests/output/vitest.json' }]]
      : ['default'],
  },
});
