import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'workers/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // What env.ts insists on; tests open their own databases and reach none of these.
    env: {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      REDIS_URL: 'redis://127.0.0.1:1',
      AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
      LOG_LEVEL: 'error',
    },
  },
})
