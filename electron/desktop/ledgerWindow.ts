/** One window with one backend and at most one ledger. */
import path from 'node:path'
import { BrowserWindow, dialog, screen, type MessagePortMain, type Rectangle } from 'electron'
import { BACKEND_STARTED, BACKEND_STOPPED, type Language, type MenuMessage } from '../../shared/host.ts'
import type { Effects, FileQuestion } from '../effects.ts'
import type { BackendOptions } from '../messages.ts'
import { printPdf, printWithDialog } from '../printing/desktop.ts'
import { BackendProcess } from './backendProcess.ts'
import type { PreferenceFile } from './preferences.ts'
import { ORIGIN } from './scheme.ts'

export interface LedgerWindowOptions {
  /** The folder of the built programs. */
  folder: string
  preferences: PreferenceFile
  language: Language
  backend: Omit<BackendOptions, 'ledger'>
  ledger: string | null
  /** Files go here without asking; for unattended use. */
  downloadFolder: string | null
  /** False when another window has this ledger, which then comes to the front. */
  claim: (location: string) => boolean
  onHttp: (url: string) => void
}

export class LedgerWindow {
  readonly window: BrowserWindow
  /** The ledger that is open here or being opened. */
  location: string | null
  readonly #backend: BackendProcess
  readonly #options: LedgerWindowOptions

  constructor(options: LedgerWindowOptions) {
    this.#options = options
    this.location = options.ledger
    this.window = createWindow(options)
    this.#backend = new BackendProcess(options.folder, () => ({ ...options.backend, ledger: this.location }), this.#effects(), {
      onDied: () => this.#signal(BACKEND_STOPPED),
      onRestarted: () => this.#signal(BACKEND_STARTED),
      onGaveUp: (output) => this.#gaveUp(output),
      onHttp: options.onHttp,
    })
    void this.window.loadURL(`${ORIGIN}/?lang=${options.language}`)
  }

  connect(port: MessagePortMain): void {
    this.#backend.connect(port)
  }

  get backendPid(): number | undefined {
    return this.#backend.pid
  }

  sendMenu(command: MenuMessage['command']): void {
    this.#signal({ type: 'huikuan-menu', command } satisfies MenuMessage)
  }

  focus(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  stop(): Promise<void> {
    return this.#backend.stop()
  }

  #signal(signal: unknown): void {
    if (!this.window.isDestroyed()) this.window.webContents.send('signal', signal)
  }

  #gaveUp(output: string): void {
    const english = this.#options.preferences.current.language === 'en'
    // Not the blocking error box: the window stays usable, and its page says that the connection is lost.
    void dialog.showMessageBox(this.window, {
      type: 'error',
      message: english ? 'The ledger process keeps stopping' : '账套进程反复中止',
      detail: `${english ? 'Nothing that was confirmed is lost. Please restart the program; if it happens again, keep this text:' : '已确认的单据不会丢失。请重新启动程序；如再次出现，请保留以下文字：'}\n\n${output}`,
    })
  }

  #effects(): Effects {
    return {
      printPdf,
      print: printWithDialog,
      chooseFile: (question) => this.#chooseFile(question),
      claimLedger: (location) => {
        const free = this.#options.claim(location)
        return Promise.resolve(free)
      },
      ledgerChanged: (ledger) => {
        this.location = ledger?.location ?? null
        this.#options.preferences.change({ lastLedger: this.location })
        return Promise.resolve()
      },
    }
  }

  async #chooseFile({ purpose, suggested }: FileQuestion): Promise<string | null> {
    const english = this.#options.preferences.current.language === 'en'
    if (purpose === 'exportFolder') {
      if (this.#options.downloadFolder !== null) return this.#options.downloadFolder
      const answer = await dialog.showOpenDialog(this.window, { properties: ['openDirectory', 'createDirectory'] })
      return answer.filePaths[0] ?? null
    }
    const filters = [{ name: english ? 'Huikuan ledger' : '回款管家账套', extensions: ['db'] }]
    const defaultPath = path.resolve(this.#options.backend.ledgerFolder, suggested ?? '')
    if (purpose === 'openLedger') {
      const answer = await dialog.showOpenDialog(this.window, { properties: ['openFile'], filters, defaultPath })
      return answer.filePaths[0] ?? null
    }
    const answer = await dialog.showSaveDialog(this.window, { filters, defaultPath })
    return answer.canceled || !answer.filePath ? null : answer.filePath
  }
}

function createWindow({ preferences, folder }: LedgerWindowOptions): BrowserWindow {
  const { bounds, maximized } = preferences.current
  const window = new BrowserWindow({
    ...(bounds !== null && isVisible(bounds) ? bounds : { width: 1440, height: 900 }),
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#f5f6f8',
    title: '回款管家',
    icon: path.join(folder, 'icon.png'),
    webPreferences: { preload: path.join(folder, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  // The page says that something is not saved; without an answer the window would simply not close.
  window.webContents.on('will-prevent-unload', (event) => {
    const english = preferences.current.language === 'en'
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: english ? 'Something is not saved' : '有内容尚未保存',
      detail: english ? 'What was just typed will be lost.' : '关闭后，刚才输入的内容将丢失。',
      buttons: english ? ['Close without saving', 'Back'] : ['不保存，关闭', '返回'],
      defaultId: 1,
      cancelId: 1,
    })
    // Here preventing means not to let the page keep the window.
    if (answer === 0) event.preventDefault()
  })
  window.on('close', () => preferences.change({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  return window
}

/** A window that was on a screen which is gone would open where nobody sees it. */
function isVisible(bounds: Rectangle): boolean {
  const area = screen.getDisplayMatching(bounds).workArea
  return bounds.x < area.x + area.width && bounds.x + bounds.width > area.x && bounds.y >= area.y - 10 && bounds.y < area.y + area.height
}
