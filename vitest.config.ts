import { defineConfig } from 'vitest/config';

// Code that reads the machine's zone by mistake must fail here: far from the data's zone, west of UTC, with its own DST.
process.env['TZ'] = 'America/Los_Angeles';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts', 'docs/**/*.test.ts', '*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
