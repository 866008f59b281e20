import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/testing/longest-first.ts';
import { SlowestFiles } from './tools/testing/slowest-files.ts';

export default defineConfig({
  // Packages as they are in service: for development some are built otherwise, with checks of their own, and slower.
  ssr: { resolve: { conditions: ['node'] } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**'],
    globalSetup: [
      'tools/testing/worker-ends.ts',
      'tools/testing/temporary-files.ts',
      'tools/testing/build-programs.ts',
      'tools/services/global-setup.ts',
    ],
    setupFiles: ['tools/testing/start-from-build.test-support.ts'],
    // Ends what hangs; how long something takes is measured by the bench, on a machine with nothing beside it.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000, interval: 50 } },
    // The servers of the tests are stopped at the end; cut short, they would go on running.
    teardownTimeout: 180_000,
    pool: 'forks',
    // One process runs file after file and keeps what it has loaded and compiled: a process a file spends longer on its start than
    // most files on their tests. Modules hold nothing but what never changes once it is there, so files do not see each other.
    isolate: false,
    unstubEnvs: true,
    // Vitest would leave one processor free: of two, half. Many tests wait for servers and other processes.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new SlowestFiles()],
  },
});
