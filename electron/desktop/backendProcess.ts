/** The backend of one window: a utility process that owns the ledger, started again with a new port when it dies. */
import path from 'node:path'
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { Effects } from '../effects.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { BackendOptions, FromBackend, ToBackend } from '../messages.ts'
import { LogFile } from './logFile.ts'

/** More deaths than this within a minute are no accident; starting it again would only hide the cause. */
const MAX_DEATHS_A_MINUTE = 4
const STOP_PATIENCE_MS = 5000
const KEPT_OUTPUT = 4000

export interface BackendEvents {
  onDied: () => void
  onRestarted: () => void
  /** The last lines the backend wrote before it died for good. */
  onGaveUp: (output: string) => void
  onHttp: (url: string) => void
}

export class BackendProcess {
  readonly #file: string
  readonly #options: () => BackendOptions
  readonly #effects: Effects
  readonly #events: BackendEvents
  readonly #log: LogFile
  #child: UtilityProcess | null = null
  #ready = false
  #stopping = false
  #output = ''
  #deaths: number[] = []
  #waitingPorts: MessagePortMain[] = []

  constructor(folder: string, options: () => BackendOptions, effects: Effects, events: BackendEvents) {
    this.#file = path.join(folder, 'backend.cjs')
    this.#options = options
    this.#effects = effects
    this.#events = events
    this.#log = new LogFile(options().dataFolder)
    this.#start()
  }

  /** Hands a page's port over, at once or when the backend is ready. */
  connect(port: MessagePortMain): void {
    if (this.#ready && this.#child) this.#child.postMessage({ type: 'port' } satisfies ToBackend, [port])
    else this.#waitingPorts.push(port)
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Lets the backend finish its transaction and close the ledger; ends it if it does not. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill(), STOP_PATIENCE_MS)
      child.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
      child.postMessage({ type: 'stop' } satisfies ToBackend)
    })
  }

  #start(): void {
    const child = utilityProcess.fork(this.#file, [JSON.stringify(this.#options())], { serviceName: 'huikuan-backend', stdio: 'pipe' })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        process.stderr.write(chunk)
        this.#log.append(chunk)
        this.#output = (this.#output + chunk.toString('utf8')).slice(-KEPT_OUTPUT)
      })
    }
    child.on('message', (message: FromBackend) => this.#receive(child, message))
    child.on('exit', () => this.#exited())
  }

  #receive(child: UtilityProcess, message: FromBackend): void {
    if (message.type === 'http') return this.#events.onHttp(message.url)
    if (message.type === 'effect') return void this.#runEffect(child, message)
    this.#ready = true
    // A page that was loaded meanwhile has its port in the queue already; another one waits to be told.
    if (this.#deaths.length > 0 && this.#waitingPorts.length === 0) this.#events.onRestarted()
    for (const port of this.#waitingPorts.splice(0)) this.connect(port)
  }

  async #runEffect(child: UtilityProcess, request: Extract<FromBackend, { type: 'effect' }>): Promise<void> {
    let reply: ToBackend
    try {
      const effect = this.#effects[request.name] as (...args: unknown[]) => Promise<unknown>
      reply = { type: 'effectDone', id: request.id, value: await effect(...request.args) }
    } catch (error) {
      reply = { type: 'effectFailed', id: request.id, message: String(error), refusal: error instanceof Refusal ? error.reason : null }
    }
    if (this.#child === child) child.postMessage(reply)
  }

  #exited(): void {
    this.#child = null
    this.#ready = false
    if (this.#stopping) return
    this.#events.onDied()
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((time) => now - time < 60_000), now]
    if (this.#deaths.length > MAX_DEATHS_A_MINUTE) this.#events.onGaveUp(this.#output)
    else this.#start()
  }
}
