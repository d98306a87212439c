/** The desktop program: windows, menu and what the operating system offers. It never touches data. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, session, type IpcMainEvent } from 'electron'
import { LANGUAGES, type MenuCommand } from '../shared/host.ts'
import { guardContents, guardSession } from './desktop/guards.ts'
import { LedgerWindow } from './desktop/ledgerWindow.ts'
import { buildMenu } from './desktop/menu.ts'
import { readOptions } from './desktop/options.ts'
import { PreferenceFile } from './desktop/preferences.ts'
import { ORIGIN, registerScheme, servePages } from './desktop/scheme.ts'
import { freshToken } from './hosts/gate.ts'
import { ledgerFolder } from './ledgerFolder.ts'

// Without this switch every process is sandboxed, also those that a page of ours would start; with it that is impossible.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const options = readOptions(process.argv.slice(1), process.cwd())
const folder = path.join(app.getAppPath(), 'build/out')
const windows = new Set<LedgerWindow>()
/** Backends of closed windows that are still closing their ledger. */
const stopping: Promise<void>[] = []

if (options.userDataFolder !== null) {
  mkdirSync(options.userDataFolder, { recursive: true })
  app.setPath('userData', options.userDataFolder)
}

/** One process serves all windows, and each ledger has one window: a second start brings it to the front. */
if (app.requestSingleInstanceLock({ ledger: options.ledger })) {
  registerScheme()
  guardContents()
  app.on('second-instance', (_, __, ___, data) => secondStart(data))
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => void stopAll(event))
  app.whenReady().then(start).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    app.exit(1)
  })
} else {
  app.exit(0)
}

function start(): void {
  const preferences = new PreferenceFile(app.getPath('userData'))
  if (options.language !== null) preferences.change({ language: options.language })
  guardSession(session.defaultSession, options.downloadFolder)
  servePages(session.defaultSession, path.join(folder, 'renderer'))
  ipcMain.on('port', (event) => {
    const owner = senderWindow(event)
    const port = event.ports[0]
    if (owner && port) owner.connect(port)
  })
  ipcMain.on('language', (event, given: unknown) => {
    const language = LANGUAGES.find((known) => known === given)
    if (!senderWindow(event) || !language) return
    preferences.change({ language })
    showMenu(preferences)
  })
  showMenu(preferences)
  openWindow(preferences, options.ledger ?? preferences.current.lastLedger)
  openAnother = (ledger) => openWindow(preferences, ledger)
}

/** What a second start does once the first is up; before that there is no window to open or to show. */
let openAnother: (ledger: string) => void = () => undefined

function secondStart(data: unknown): void {
  const ledger = typeof data === 'object' && data !== null && 'ledger' in data && typeof data.ledger === 'string' ? data.ledger : null
  const [first] = windows
  if (ledger === null) first?.focus()
  else if (claim(ledger, null)) openAnother(ledger)
}

/** True when no other window has this ledger; the one that has it comes to the front. */
function claim(location: string, asking: LedgerWindow | null): boolean {
  for (const other of windows) {
    if (other === asking || other.location !== location) continue
    other.focus()
    return false
  }
  return true
}

function openWindow(preferences: PreferenceFile, ledger: string | null): void {
  // One port serves one ledger, so only the first window is reachable over HTTP.
  const http = options.httpPort !== null && windows.size === 0 ? { port: options.httpPort, token: httpToken(preferences) } : null
  const opened: LedgerWindow = new LedgerWindow({
    folder,
    preferences,
    language: preferences.current.language,
    ledger,
    downloadFolder: options.downloadFolder,
    backend: { dataFolder: app.getPath('userData'), ledgerFolder: folderOfLedgers(), pageFolder: path.join(folder, 'renderer'), http },
    claim: (location) => claim(location, opened),
    onHttp: (url) => process.stdout.write(`${JSON.stringify({ url, token: http?.token })}\n`),
  })
  windows.add(opened)
  // Whoever started the program and listens learns that it could show itself.
  opened.window.once('ready-to-show', () => process.send?.('shown'))
  opened.window.on('closed', () => {
    windows.delete(opened)
    stopping.push(opened.stop())
  })
}

/** Ledgers lie where the office looks for its files, unless the program was told to keep everything in one folder. */
function folderOfLedgers(): string {
  return options.userDataFolder === null ? ledgerFolder(app.getPath('documents')) : path.join(options.userDataFolder, 'ledgers')
}

function httpToken(preferences: PreferenceFile): string {
  const token = preferences.current.httpToken ?? freshToken()
  preferences.change({ httpToken: token })
  return token
}

/** Only the top frame of one of our windows, showing our own page, may speak to the main process. */
function senderWindow(event: IpcMainEvent): LedgerWindow | null {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null || !frame.url.startsWith(`${ORIGIN}/`)) return null
  return [...windows].find((candidate) => candidate.window.webContents === event.sender) ?? null
}

function showMenu(preferences: PreferenceFile): void {
  const send = (command: MenuCommand): void => {
    const focused = BrowserWindow.getFocusedWindow()
    const [first] = windows
    const target = [...windows].find((candidate) => candidate.window === focused) ?? first
    target?.sendMenu(command)
  }
  Menu.setApplicationMenu(buildMenu(preferences.current.language, send))
}

let stopped = false

/** Quitting waits until every backend has closed its ledger. */
async function stopAll(event: Electron.Event): Promise<void> {
  if (stopped) return
  event.preventDefault()
  await Promise.all([...stopping, ...[...windows].map((open) => open.stop())])
  stopped = true
  app.quit()
}
