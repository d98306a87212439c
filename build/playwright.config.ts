/** The end-to-end tests: one set of specs, run in Chromium against the headless host and in real Electron. */
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { PLAYWRIGHT_REPORTER } from './runStep.ts'

const root = path.join(import.meta.dirname, '..')

/**
 * What real Electron is asked in every run: the way in, the day's work, files, paper and language. The pages are the same
 * in both hosts, and starting a window costs seconds, so the other specs run there only when all are asked for.
 */
export const ELECTRON_SPECS = ['afterDue', 'aging', 'bank', 'clerkSpeed', 'corrections', 'electron', 'firstRun', 'import', 'language', 'letters', 'receipts', 'secondUser']
export const allInElectron = process.env['HUIKUAN_E2E'] === 'all'
const electronSpecs = allInElectron ? /(?<!packaged)\.spec\.ts$/ : new RegExp(`/(${ELECTRON_SPECS.join('|')})\\.spec\\.ts$`)

export default defineConfig({
  globalSetup: path.join(root, 'test/support/built.ts'),
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'test/out'),
  // Each test has a ledger, a host and a profile of its own, and waits more than it reckons: two share two cores well.
  workers: 2,
  timeout: 120_000,
  // A test that passes only at its second try would hide what is wrong with it or with the program.
  retries: 0,
  expect: { timeout: 10_000 },
  reporter: PLAYWRIGHT_REPORTER,
  // What does not come within this is lost; waiting for the end of the test would only hide which step it was.
  use: { screenshot: 'only-on-failure', actionTimeout: 20_000 },
  projects: [
    { name: 'chromium', testIgnore: /(electron|packaged|clerkSpeed|afterDue)\.spec\.ts$/, metadata: { host: 'chromium' } },
    // Windows on one display take the cursor from each other.
    { name: 'electron', testMatch: electronSpecs, metadata: { host: 'electron' }, workers: 1 },
    { name: 'packaged', testMatch: /packaged\.spec\.ts$/, metadata: { host: 'packaged' }, workers: 1 },
  ],
})
