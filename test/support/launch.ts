/** Starts the product as a person would: in real Electron, or the headless host with a page in Chromium. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, _electron, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { findBrowser } from '../../build/browser.ts'
import { electronExecutable, root, sandboxSwitches } from '../../build/electronRuntime.ts'

export interface LaunchOptions {
  /** Opened at the start; left out, the program begins with the first run. */
  ledger?: string | undefined
  language?: 'zh-CN' | 'en' | undefined
  /** Kept between two starts of one test; a fresh folder when left out. */
  folder?: string | undefined
  /** A file with the day on which the program lives (clock.cjs); it may be written anew while the program runs. */
  clock?: string | undefined
  /** A packaged program instead of the development one. */
  executable?: string | undefined
}

export interface Program {
  page: Page
  /** Everything the program writes lies here, ledgers included. */
  folder: string
  /** What the page's security policy blocked, and what it wrote as an error; both stay empty. */
  violations: string[]
  errors: string[]
  electron: ElectronApplication | null
  /** The headless host; null in Electron. */
  host: HeadlessHost | null
  /** Does what starts a download and answers the file it became. */
  download: (action: () => Promise<void>) => Promise<string>
  close: () => Promise<void>
}

export interface HeadlessHost {
  url: string
  token: string
  process: ChildProcess
  stop: () => Promise<void>
}

const environment = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
/** A window that is not there by then does not come any more, and the test says so instead of waiting for its own end. */
const START_MS = 30_000

const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'huikuan-e2e-'))

const CLOCK = path.join(root, 'test/support/clock.cjs')

/**
 * The headless host; the line of JSON on its output says where it listens. The built one starts in a fifth of the time
 * that the sources take, which every test would pay; `npm run headless` runs the sources.
 */
export async function startHeadless(args: readonly string[], program = 'build/out/headless.mjs', clock?: string): Promise<HeadlessHost> {
  const shifted = clock === undefined ? {} : { NODE_OPTIONS: `--require ${CLOCK}`, HUIKUAN_TEST_CLOCK: clock }
  const child = spawn(process.execPath, [path.join(root, program), '--port', '0', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...shifted } })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`The headless host ended with ${code}`)))
  })
  const { url, token } = JSON.parse(line) as { url: string; token: string }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, token, process: child, stop }
}

/** A call over the open interface; what is refused is an error. */
export type Ask = <Answer = { id: number }>(route: string, body?: unknown, method?: 'GET' | 'POST' | 'PATCH') => Promise<Answer>

/** Lets a host work without a window. When it ends, closing folds the log into the file, so that one file is the whole ledger. */
export async function workHeadless<Result>(args: readonly string[], work: (ask: Ask) => Promise<Result>, clock?: string): Promise<Result> {
  const host = await startHeadless(args, undefined, clock)
  const ask: Ask = async <Answer>(route: string, body?: unknown, method: 'GET' | 'POST' | 'PATCH' = 'POST') => {
    const response = await fetch(`${host.url}/api/v1${route}`, { method, headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  try {
    return await work(ask)
  } finally {
    await host.stop()
  }
}

export async function launchElectron(options: LaunchOptions = {}): Promise<Program> {
  const executable = options.executable ?? electronExecutable()
  if (executable === null) throw new Error('There is no Electron binary on this machine')
  const folder = options.folder ?? temporaryFolder()
  const downloads = path.join(folder, 'downloads')
  mkdirSync(downloads, { recursive: true })
  const args = [
    ...(options.clock === undefined ? [] : ['-r', CLOCK]),
    ...sandboxSwitches(),
    ...(options.executable === undefined ? [root] : []),
    '--user-data-dir', folder, '--download-dir', downloads, '--lang', options.language ?? 'zh-CN',
    ...(options.ledger === undefined ? [] : ['--ledger', options.ledger]),
  ]
  const clocked: Record<string, string> = options.clock === undefined ? {} : { HUIKUAN_TEST_CLOCK: options.clock }
  const electron = await _electron.launch({ executablePath: executable, args, cwd: root, timeout: START_MS, env: { ...environment(), ...clocked } })
  const page = await electron.firstWindow({ timeout: START_MS })
  const { violations, errors } = watch(page)
  await page.waitForLoadState('domcontentloaded', { timeout: START_MS })
  return {
    page, folder, violations, errors, electron, host: null,
    download: (action) => newFile(downloads, action),
    close: once(async () => {
      // What a test left unsaved is not asked about.
      await electron.evaluate(({ dialog }) => { dialog.showMessageBoxSync = () => 0 }).catch(() => undefined)
      await electron.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }),
  }
}

/** With its scroll bars, as people have them; grids reckon with their width. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ignoreDefaultArgs: ['--hide-scrollbars'], executablePath: process.env['HUIKUAN_CHROMIUM'] ?? findBrowser() ?? undefined, args: sandboxSwitches() })
}

export async function launchChromium(browser: Browser, options: LaunchOptions = {}): Promise<Program> {
  const folder = options.folder ?? temporaryFolder()
  const host = await startHeadless(options.ledger === undefined ? ['--folder', folder] : ['--ledger', options.ledger], undefined, options.clock)
  // Each program has a profile of its own in the browser that the tests share.
  const profile = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: options.language ?? 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true })
  const page = await profile.newPage()
  // Not as an initial script: that would be tried in the frames of the papers too, which run none and say so. A page that is just being left has nothing to record.
  page.on('domcontentloaded', () => void page.evaluate(recordPrints).catch(() => undefined))
  const { violations, errors } = watch(page)
  await page.goto(`${host.url}/?lang=${options.language ?? 'zh-CN'}#token=${host.token}`)
  return {
    page, folder, violations, errors, electron: null, host,
    download: async (action) => {
      const [download] = await Promise.all([page.waitForEvent('download'), action()])
      const file = path.join(folder, download.suggestedFilename())
      await download.saveAs(file)
      return file
    },
    close: once(async () => {
      await profile.close()
      await host.stop()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }),
  }
}

/**
 * Runs in the page: instead of the browser's print dialog, which nobody can answer in a browser without a window, the
 * title of the document that would go to the printer is kept. The dialog is the browser's, what is handed to it is ours.
 */
function recordPrints(): void {
  document.addEventListener('load', ({ target }) => {
    const inside = target instanceof HTMLIFrameElement ? target.contentWindow : null
    if (!inside || !(target instanceof HTMLIFrameElement) || !target.classList.contains('print-frame')) return
    inside.print = () => {
      document.documentElement.dataset['printed'] = inside.document.title
      inside.dispatchEvent(new Event('afterprint'))
    }
  }, true)
}

/** A test may close its program early; the end of the test closes it again. */
function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | null = null
  return () => (closed ??= close())
}

/** Chromium reports each violation of the policy as an error in the console. */
function watch(page: Page): { violations: string[]; errors: string[] } {
  const violations: string[] = []
  const errors: string[] = []
  page.on('console', (message) => {
    // A refusal is an expected answer, which Chromium reports for HTTP as a resource that failed to load.
    if (message.type() !== 'error' || /status of (401|422|423) /.test(message.text())) return
    const list = message.text().includes('Content Security Policy') ? violations : errors
    list.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return { violations, errors }
}

/** Waits for the file that an action leaves in a folder, until its size rests. */
async function newFile(folder: string, action: () => Promise<void>): Promise<string> {
  const stamp = (name: string): string => `${name} ${statSync(path.join(folder, name)).mtimeMs}`
  const before = new Set(readdirSync(folder).map(stamp))
  await action()
  let last = -1
  for (let attempt = 0; attempt < 150; attempt++) {
    await sleep(100)
    const name = readdirSync(folder).find((candidate) => !candidate.endsWith('.crdownload') && !before.has(stamp(candidate)))
    if (name === undefined) continue
    const { size } = statSync(path.join(folder, name))
    if (size > 0 && size === last) return path.join(folder, name)
    last = size
  }
  throw new Error('Nothing was downloaded')
}
