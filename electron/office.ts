/** The office that this process serves: at most one ledger open, its users' sessions, and the host's effects. */
import { inspect } from 'node:util'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ledger } from '../db/ledger.ts'
import { loadCompany } from '../db/settings/queries.ts'
import { findUser, listUsers } from '../db/users/queries.ts'
import { passwordFits } from '../db/users/password.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Role } from '../shared/users/schemas.ts'
import type { Effects } from './effects.ts'
import { Sessions, type Session } from './sessions.ts'

export interface OfficeOptions {
  /** Where the program keeps its own notes (recent ledgers); never documents. */
  dataFolder: string
  ledgerFolder: string
  effects: Effects
  version: string
  printing: 'native' | 'browser'
  /** The headless host serves one ledger and never another. */
  fixed?: boolean
  now?: () => Date
  /** How long a mail server may take to answer. */
  mailPatienceMs?: number
  log?: (number: string, error: unknown) => void
}

export interface RecentLedger {
  location: string
  name: string
  openedAt: string
}

const RECENT = 10
const ATTEMPTS = 5
const PAUSE_MILLISECONDS = 30_000

export interface Person {
  id: number
  name: string
  role: Role
  department: string
}

export class Office {
  ledger: Ledger | null = null
  /** Where the HTTP host listens, for the status bar. */
  httpUrl: string | null = null
  readonly sessions = new Sessions()
  readonly options: OfficeOptions
  readonly #failures = new Map<string, { count: number; until: number }>()

  constructor(options: OfficeOptions) {
    this.options = options
  }

  log(number: string, error: unknown): void {
    if (this.options.log) this.options.log(number, error)
    else process.stderr.write(`[${number}] ${inspect(error)}\n`)
  }

  /**
   * Makes a new ledger and opens it. A file is filled under another name first and gets its own only when it is whole,
   * so that a program killed half-way leaves no half ledger behind; what fails while filling leaves no file either. Refuses fileExists.
   */
  async found(location: string, fill: (ledger: Ledger) => Promise<void>): Promise<Ledger> {
    if (location.includes('://')) {
      const ledger = await this.open(location, { create: true })
      if (!ledger.isNew) throw new Refusal('fileExists', { field: 'location' })
      await fill(ledger)
      return ledger
    }
    if (existsSync(location)) throw new Refusal('fileExists', { field: 'location', params: { location } })
    mkdirSync(dirname(location), { recursive: true })
    const unfinished = `${location}.new`
    const sweep = (): void => [unfinished, `${unfinished}-wal`, `${unfinished}-shm`].forEach((file) => rmSync(file, { force: true }))
    sweep()
    const ledger = await Ledger.open(unfinished, { create: true, ...this.#clock })
    try {
      await fill(ledger)
      await ledger.close()
    } catch (error) {
      await ledger.close()
      sweep()
      throw error
    }
    renameSync(unfinished, location)
    return this.open(location)
  }

  /** Opens a ledger and closes the one before; when opening fails the one before stays open. */
  async open(location: string, { create = false }: { create?: boolean } = {}): Promise<Ledger> {
    if (this.options.fixed && this.ledger) throw new Refusal('fixedLedger')
    if (this.ledger?.location === location) return this.ledger
    if (!(await this.options.effects.claimLedger(location))) throw new Refusal('cannotOpen', { params: { why: 'open in another window' } })
    const ledger = await Ledger.open(location, { create, ...this.#clock })
    await this.ledger?.close()
    this.ledger = ledger
    return ledger
  }

  /** Notes the open ledger as the last used one; called when it has its company. */
  async remember(): Promise<void> {
    if (!this.ledger) return
    const { name } = await this.ledger.read(loadCompany)
    const entry = { location: this.ledger.location, name, openedAt: this.ledger.now().toISOString() }
    const recent = [entry, ...this.recent().filter((other) => other.location !== entry.location)].slice(0, RECENT)
    if (!this.options.fixed) {
      mkdirSync(this.options.dataFolder, { recursive: true })
      writeFileSync(this.#recentFile, JSON.stringify(recent, null, 2))
    }
    await this.options.effects.ledgerChanged({ location: entry.location, company: name })
  }

  get #clock(): { now?: () => Date } {
    return this.options.now ? { now: this.options.now } : {}
  }

  get #recentFile(): string {
    return join(this.options.dataFolder, 'recent.json')
  }

  recent(): RecentLedger[] {
    try {
      const entries = JSON.parse(readFileSync(this.#recentFile, 'utf8')) as RecentLedger[]
      return entries.filter((entry) => entry.location.includes('://') || existsSync(entry.location))
    } catch {
      // No file yet, or one that somebody broke: the list is a convenience and starts anew.
      return []
    }
  }

  async close(): Promise<void> {
    const { ledger } = this
    this.ledger = null
    await ledger?.close()
    await this.options.effects.ledgerChanged(null)
  }

  /** True when more than one person can sign in: then everybody must. */
  async signInNeeded(): Promise<boolean> {
    if (!this.ledger) return false
    return (await this.ledger.read(listUsers)).filter((user) => user.canSignIn).length > 1
  }

  /** The person of a session in the open ledger, or null when somebody has to sign in first. */
  async userOf(session: Session): Promise<Person | null> {
    const { ledger } = this
    if (!ledger) return null
    if (session.userId !== null && session.ledger === ledger.location) {
      const id = session.userId
      const user = await ledger.read((reader) => findUser(reader, { id }))
      return user?.active ? user : null
    }
    const users = (await ledger.read(listUsers)).filter((user) => user.active)
    if (!session.trusted && users.filter((user) => user.canSignIn).length > 1) return null
    return users.find((user) => user.role === 'administrator') ?? null
  }

  /** Checks a password; after five wrong ones in a row the name waits half a minute (tooManyAttempts). */
  async signIn(name: string, password: string): Promise<Person> {
    const { ledger } = this
    if (!ledger) throw new Refusal('wrongPassword')
    const now = ledger.now().getTime()
    const failures = this.#failures.get(name)
    if (failures && failures.count >= ATTEMPTS && failures.until > now) throw new Refusal('tooManyAttempts', { params: { seconds: Math.ceil((failures.until - now) / 1000) } })
    const user = await ledger.read((reader) => findUser(reader, { name }))
    if (!user?.active || !(await passwordFits(password, user.password))) {
      this.#failures.set(name, { count: (failures?.count ?? 0) + 1, until: now + PAUSE_MILLISECONDS })
      throw new Refusal('wrongPassword', { field: 'password' })
    }
    this.#failures.delete(name)
    return user
  }
}
