import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests with the programs that people open these files with: apart from the others, since few machines have them. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['tests/programs/**/*.check.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: process.env.CI
      ? [
          'default',
          ['json', { outputFile: process.env.PLANLINT_PROGRAMS_REPORT ?? 'tests/output/programs.json' }],
        ]
      : ['default'],
  },
});
