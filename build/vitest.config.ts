/** The tests that need no window: rules, ledger and procedures. The end-to-end tests are Playwright's. */
import path from 'node:path'
import { defineConfig } from 'vitest/config'

export const tests = defineConfig({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['test/*.test.ts', 'test/{rules,db,api,migrations,simulation,support,build}/**/*.test.{ts,tsx}'],
    // The ledger's tests open real files; on two cores more workers only wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
