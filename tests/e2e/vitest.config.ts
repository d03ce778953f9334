import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const report = process.env.PLANLINT_E2E_REPORT ?? 'tests/output/e2e.json';

/** Tests in a real VS Code: apart from the others, since they need minutes and a browser. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/harness/setup.ts'],
    fileParallelism: false,
    // Two cores and a browser: what fails once by lateness may try again where nobody watches.
    retry: process.env.CI ? 2 : 0,
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
