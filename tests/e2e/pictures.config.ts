import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Makes the pictures of the manual and of the walkthrough anew, in the editor that the tests use. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['tests/e2e/pictures.make.ts'],
    globalSetup: ['tests/e2e/harness/setup.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 300_000,
  },
});
