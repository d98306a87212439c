/** Runs one program of a check and counts what it reports. */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './electronRuntime.ts'

export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

/** Why a step cannot run on this machine. */
export class NotRun extends Error {}

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
  return { passed: 1 - failed, failed, skipped: 0 }
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
    const line = [...wrapper, bin('playwright'), 'test', '-c', 'build/playwright.config.ts', `--project=${project}`, '--reporter=list,json']
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
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = readReport(report) as Record<string, number>
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function readPlaywright(report: string): Outcome {
  const { stats = {} } = readReport(report) as { stats?: Record<string, number> }
  if (stats['flaky']) console.log(`flaky: ${stats['flaky']} passed only at the second try`)
  return { passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0), failed: stats['unexpected'] ?? 0, skipped: stats['skipped'] ?? 0 }
}
