import { defineConfig } from 'vitest/config';

/** Tests that talk to a real broker and database; the first of them to run starts both. */
const WITH_SERVERS = ['integration', 'guide', 'chaos', 'bench'].map((folder) => `test/${folder}/**/*.test.ts`);

const REPORTERS = ['default', './test/harness/closing-line.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: process.env['TIDEWAITER_TEST_RESULTS']
      ? [...REPORTERS, ['json', { outputFile: process.env['TIDEWAITER_TEST_RESULTS'] }]]
      : REPORTERS,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: WITH_SERVERS },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: WITH_SERVERS,
          globalSetup: 'test/harness/servers.ts',
          // One file at a time: the servers work on the same cores, and tests wait for them.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { NODE_ENV: 'production' },
  },
});
