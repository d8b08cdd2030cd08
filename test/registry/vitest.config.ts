import { defineConfig } from 'vitest/config';

/** On demand (`npm run test:registry`): it fetches and starts a schema registry. */
export default defineConfig({
  test: {
    include: ['test/registry/**/*.registry.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    env: { NODE_ENV: 'production' },
  },
});
