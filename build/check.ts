/**
 * `npm test`: every check in order, or only those that are named (`npm test -- types unit`). What this machine lacks is
 * installed where that may be done; what still cannot run is counted as skipped, test by test, and named with its reason
 * and its cure at the end. The last line is `N passed, N failed, N skipped`.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { installBrowser } from './browser.ts'
import { findProgram, installCommand, installPackages, missingPackages } from './debian.ts'
import { displayProblem } from './display.ts'
import { fetchElectron } from './electronDownload.ts'
import { electronExecutable, root } from './electronRuntime.ts'
import { allInElectron, ELECTRON_SPECS } from './playwright.config.ts'
import { bin, countPlaywright, NotRun, playwright, single, vitest, type Outcome, type Skip } from './runStep.ts'
import { findPostgres, startPostgres } from './temporaryPostgres.ts'

const node = process.execPath
const has = (name: string): boolean => existsSync(path.join(root, name))
const NO_POSTGRES = `没有 PostgreSQL，请安装 No PostgreSQL, install: ${installCommand(['postgresql'])}`

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

function hasPostgres(): boolean {
  if (findPostgres() === null) installPackages(['postgresql'])
  return findPostgres() !== null
}

const alsoSkipped = (outcome: Outcome, ...skipped: Skip[]): Outcome => ({ ...outcome, skipped: [...outcome.skipped, ...skipped] })

async function ledger(): Promise<Outcome> {
  const present = ['test/db', 'test/migrations'].filter(has)
  if (!hasPostgres()) return alsoSkipped(await vitest(present), { tests: 1, why: `PGlite 代替 stands in: ${NO_POSTGRES}` })
  const postgres = await startPostgres()
  try {
    return await vitest(present, postgres ? { HUIKUAN_TEST_POSTGRES: postgres.url } : {})
  } finally {
    await postgres?.stop()
  }
}

async function concurrency(): Promise<Outcome> {
  const there = hasPostgres()
  const outcome = await script('test/simulation/concurrency.ts', '--writers', '8', '--deeds', '40')()
  return there ? outcome : alsoSkipped(outcome, { tests: 1, why: NO_POSTGRES })
}

const browser = (): Promise<Outcome> => playwright('chromium', { HUIKUAN_CHROMIUM: installBrowser(() => countPlaywright('chromium')) })

/** What must stand before a program that opens a window. */
async function display(project: string): Promise<string[]> {
  const problem = await displayProblem()
  if (problem === null) return []
  if (findProgram('xvfb-run') === null) installPackages(['xvfb', 'xauth'])
  if (findProgram('xvfb-run') === null) throw new NotRun(`${problem} ${installCommand(['xvfb', 'xauth'])}`, countPlaywright(project))
  return ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24']
}

/** Specs of the pages that a window adds nothing to. */
const specsElsewhere = (): string[] => readdirSync(path.join(root, 'test/e2e')).filter((name) => name.endsWith('.spec.ts')).map((name) => name.replace('.spec.ts', ''))
  .filter((name) => name !== 'packaged' && !ELECTRON_SPECS.includes(name))

/** Electron with its libraries and a display, or NotRun for all tests of a project. */
async function window(project: string): Promise<string[]> {
  const failed = await fetchElectron()
  const executable = electronExecutable()
  if (executable === null) throw new NotRun(`没有 Electron：${failed}；可设 ELECTRON_MIRROR 用镜像 No Electron; ELECTRON_MIRROR names a mirror`, countPlaywright(project))
  installPackages(missingPackages(executable))
  const missing = missingPackages(executable)
  if (missing.length > 0) throw new NotRun(`Electron 缺少系统库，请安装 Electron lacks libraries, install: ${installCommand(missing)}`, countPlaywright(project))
  return display(project)
}

async function electron(): Promise<Outcome> {
  const wrapper = await window('electron')
  if (!allInElectron) console.log(`only in Chromium, not in Electron: ${specsElsewhere().join(', ')} (HUIKUAN_E2E=all runs them in both)`)
  return playwright('electron', {}, wrapper)
}

async function packaged(): Promise<Outcome> {
  const wrapper = await window('packaged')
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
  concurrency,
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

const total = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
const reasons: string[] = []
const countOf = (skipped: readonly Skip[]): number => skipped.reduce((sum, { tests: count }) => sum + count, 0)
for (const [name, step] of Object.entries(STEPS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n== ${name}`)
  const started = performance.now()
  const outcome = await attempt(step)
  const skipped = countOf(outcome.skipped)
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += skipped
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  lines.push(`${name.padEnd(14)}${seconds.padStart(7)} s  ${outcome.passed} passed, ${outcome.failed} failed, ${skipped} skipped`)
  for (const why of new Set(outcome.skipped.map((skip) => skip.why))) {
    reasons.push(`  ${name.padEnd(14)}${countOf(outcome.skipped.filter((skip) => skip.why === why))}  ${why}`)
  }
}
console.log(`\n${lines.join('\n')}\n`)
if (reasons.length > 0) console.log(`没有运行的测试与原因 What did not run, and why:\n${reasons.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)

async function attempt(step: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof NotRun) return { passed: 0, failed: 0, skipped: [{ tests: error.tests, why: error.message }] }
    console.error(error)
    return { passed: 0, failed: 1, skipped: [] }
  }
}
