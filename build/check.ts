/**
 * `npm test`: every check in order, or only those that are named (`npm test -- types unit`). What this machine cannot
 * run is said and counted as skipped. The last line is `N passed, N failed, N skipped`.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { installBrowser } from './browser.ts'
import { allInElectron, ELECTRON_SPECS } from './playwright.config.ts'
import { electronFolder, fetchElectron, hasDisplay, root } from './electronRuntime.ts'
import { bin, NotRun, playwright, single, vitest, type Outcome } from './runStep.ts'
import { startPostgres } from './temporaryPostgres.ts'

const node = process.execPath
const has = (name: string): boolean => existsSync(path.join(root, name))

function script(name: string, ...args: string[]): () => Promise<Outcome> {
  return () => {
    if (!has(name)) throw new NotRun(`${name} does not exist`)
    return single(node, [name, ...args])
  }
}

function tests(...paths: string[]): () => Promise<Outcome> {
  return () => {
    const present = paths.filter(has)
    if (present.length === 0) throw new NotRun(`${paths.join(', ')} does not exist`)
    return vitest(present)
  }
}

async function ledger(): Promise<Outcome> {
  const present = ['test/db', 'test/migrations'].filter(has)
  if (present.length === 0) throw new NotRun('test/db does not exist')
  const postgres = await startPostgres()
  if (postgres === null) console.log('not run: ledger on PostgreSQL: no initdb and postgres on this machine; PGlite stands in')
  try {
    const outcome = await vitest(present, postgres ? { HUIKUAN_TEST_POSTGRES: postgres.url } : {})
    return postgres ? outcome : { ...outcome, skipped: outcome.skipped + 1 }
  } finally {
    await postgres?.stop()
  }
}

function browser(): Promise<Outcome> {
  const executable = installBrowser()
  if (executable === null) throw new NotRun('no Chromium here and none could be installed')
  return playwright('chromium', { HUIKUAN_CHROMIUM: executable })
}

/** What must stand before a program that opens a window. */
function display(): string[] {
  if (hasDisplay()) return []
  if (spawnSync('sh', ['-c', 'command -v xvfb-run']).status !== 0) throw new NotRun('no display and no xvfb-run')
  return ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24']
}

/** Specs of the pages that a window adds nothing to. */
const specsElsewhere = (): string[] => readdirSync(path.join(root, 'test/e2e')).filter((name) => name.endsWith('.spec.ts')).map((name) => name.replace('.spec.ts', ''))
  .filter((name) => name !== 'packaged' && !ELECTRON_SPECS.includes(name))

function electron(): Promise<Outcome> {
  fetchElectron()
  if (electronFolder() === null) throw new NotRun('no Electron binary on this machine')
  if (!allInElectron) console.log(`not run in Electron, only in Chromium: ${specsElsewhere().join(', ')} (HUIKUAN_E2E=all runs them in both)`)
  return playwright('electron', {}, display())
}

async function packaged(): Promise<Outcome> {
  fetchElectron()
  if (electronFolder() === null) throw new NotRun('no Electron binary on this machine')
  const wrapper = display()
  const made = await single(node, ['build/package.ts', '--dir'])
  if (made.failed > 0) return made
  const ran = await playwright('packaged', {}, wrapper)
  return { ...ran, passed: ran.passed + 1 }
}

const STEPS: Record<string, () => Outcome | Promise<Outcome>> = {
  types: () => single(bin('tsc'), ['-b']),
  lint: () => single(bin('oxlint'), ['--type-aware', '--deny-warnings']),
  architecture: tests('test/architecture.test.ts'),
  unit: tests('test/rules', 'test/build', 'test/renderer'),
  ledger,
  procedures: tests('test/api'),
  simulation: script('test/simulation/simulate.ts', '--seeds', '40', '--steps', '80'),
  concurrency: script('test/simulation/concurrency.ts', '--writers', '8', '--deeds', '40'),
  killtest: script('test/simulation/killtest.ts', '--kills', '12'),
  tamper: script('test/simulation/tamper.ts', '--steps', '150'),
  mutate: script('test/simulation/mutate.ts', '--files', '200'),
  bench: script('test/bench/bench.ts', '--smoke'),
  build: () => single(bin('vite'), ['build', '--app', '--logLevel', 'warn']),
  browser,
  electron,
  package: packaged,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in STEPS))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. The steps are ${Object.keys(STEPS).join(', ')}`)
  process.exit(2)
}

const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n== ${name}`)
  const started = performance.now()
  const outcome = await attempt(name, step)
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  lines.push(`${name.padEnd(14)}${seconds.padStart(7)} s  ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`)
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)

async function attempt(name: string, step: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof NotRun) {
      console.log(`not run: ${name}: ${error.message}`)
      return { passed: 0, failed: 0, skipped: 1 }
    }
    console.error(error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
