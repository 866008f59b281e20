import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**'],
    globalSetup: ['tools/services/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The servers of the tests are stopped at the end; cut short, they would go on running.
    teardownTimeout: 180_000,
    pool: 'forks',
  },
});
