/** Runs one program of a check and counts what it reports. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './electronRuntime.ts'

export interface Outcome {
  passed: number
  failed: number
  /** What did not run, each with its reason; their sum is what was skipped. */
  skipped: Skip[]
}

export interface Skip {
  tests: number
  /** Why, and what would make it run. */
  why: string
}

/** Why a step cannot run on this machine, and how many tests that leaves out. */
export class NotRun extends Error {
  readonly tests: number

  constructor(why: string, tests = 1) {
    super(why)
    this.tests = tests
  }
}

/** A picture of the progress is for those who look at it; a file keeps what went wrong. */
export const PLAYWRIGHT_REPORTER = process.stdout.isTTY ? 'list' : 'dot'

export const bin = (name: string): string => path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** The exit code of a program; its output goes to the screen as it comes. */
export function execute(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env }, shell: command.endsWith('.cmd') })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A program that only succeeds or fails counts as one. */
export async function single(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome> {
  const failed = (await execute(command, args, env)) === 0 ? 0 : 1
  return { passed: 1 - failed, failed, skipped: [] }
}

/** The tests below the given paths, counted by vitest's own report. */
export async function vitest(paths: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome> {
  return reported(async (report) => {
    const code = await execute(bin('vitest'), ['run', ...paths, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], env)
    return { code, read: readVitest }
  })
}

/** One project of the Playwright configuration; `wrapper` is what must stand before it, such as a virtual display. */
export async function playwright(project: string, env: NodeJS.ProcessEnv, wrapper: readonly string[] = []): Promise<Outcome> {
  return reported(async (report) => {
    const line = [...wrapper, bin('playwright'), 'test', '-c', 'build/playwright.config.ts', `--project=${project}`, `--reporter=${PLAYWRIGHT_REPORTER},json`]
    const code = await execute(line[0] ?? '', line.slice(1), { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report })
    return { code, read: readPlaywright }
  })
}

async function reported(run: (report: string) => Promise<{ code: number; read: (report: string) => Outcome }>): Promise<Outcome> {
  const report = path.join(tmpdir(), `huikuan-check-${process.pid}-${Date.now()}.json`)
  try {
    const { code, read } = await run(report)
    const outcome = read(report)
    // A file that cannot even be loaded fails without a failed test in it.
    return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
  } finally {
    rmSync(report, { force: true })
  }
}

function readReport(report: string): unknown {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return {}
  }
}

function readVitest(report: string): Outcome {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readReport(report) as VitestReport
  const left = testResults.flatMap((file) => file.assertionResults).filter(({ status }) => !['passed', 'failed'].includes(status))
  return { passed: numPassedTests, failed: numFailedTests, skipped: left.map(({ fullName, meta }) => ({ tests: 1, why: meta?.why ?? `不适用 does not apply: ${fullName}` })) }
}

interface VitestReport {
  numPassedTests?: number
  numFailedTests?: number
  /** A test that leaves itself out writes into its meta why. */
  testResults?: { assertionResults: { status: string; fullName: string; meta?: { why?: string } }[] }[]
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs?: { title: string; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[]
}
interface PlaywrightReport {
  suites?: PlaywrightSuite[]
  stats?: { expected: number; unexpected: number; flaky: number }
}

const testsOf = ({ suites = [], specs = [] }: PlaywrightSuite): { title: string; status: string; why: string | undefined }[] => [
  ...suites.flatMap(testsOf),
  ...specs.flatMap(({ title, tests }) => tests.map(({ status, annotations }) => ({ title, status, why: annotations.find(({ type }) => type === 'skip')?.description }))),
]

function readPlaywright(report: string): Outcome {
  const { stats, ...all } = readReport(report) as PlaywrightReport
  const left = testsOf(all).filter(({ status }) => status === 'skipped')
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), skipped: left.map(({ title, why }) => ({ tests: 1, why: why ?? `不适用 does not apply: ${title}` })) }
}

/** How many tests a project of the Playwright configuration has, without running them. */
export function countPlaywright(project: string): number {
  const line = ['test', '-c', 'build/playwright.config.ts', '--list', `--project=${project}`, '--reporter=json']
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), ...line], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return testsOf(JSON.parse(stdout) as PlaywrightReport).length
}
