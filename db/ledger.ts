/**
 * The ledger: open → migrate → check; `read` on a snapshot, `write` alone and all or nothing.
 * One procedure is one transaction is one journal entry.
 */
import { existsSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { Refusal } from '../shared/refusal.ts'
import { fillNameSort } from './customers/nameSort.ts'
import { LATER_POSTED_TABLES, POSTED_TABLES, type Engine } from './engine/engine.ts'
import { openPostgres, postgresFold, postgresGuards, postgresLaterGuards } from './engine/postgres.ts'
import { openSqlite, sqliteGuards, sqliteLaterGuards } from './engine/sqlite.ts'
import { brokenInvariants } from './invariants.ts'
import { nameClosedDay } from './openMonths.ts'
import type { Reader } from './reader.ts'
import { hashOf } from './seal.ts'
import type { Tables } from './tables.ts'
import { migrations as postgresMigrations } from './migrations/postgres.ts'
import { migrations as sqliteMigrations } from './migrations/sqlite.ts'
import { Transaction, type Actor, type Writer } from './writer.ts'

export interface Call {
  by: Actor
  procedure: string
  /** The same id again answers as the first time and posts nothing. */
  requestId?: string | undefined
  /** What the request said, so that one id cannot stand for two different requests. */
  input?: unknown
}

const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location)
const GUARD_MIGRATION = '0000_guards'
const FOLD_MIGRATION = '0003_then_fold'
/** Columns of old rows that only the program can work out, by the migration that brought them. */
const FILLS: Readonly<Record<string, (reader: Reader) => Promise<void>>> = { '0009_name_sort': fillNameSort }

export class Ledger {
  readonly engine: Engine
  readonly location: string
  readonly isNew: boolean
  readonly #now: () => Date

  private constructor(engine: Engine, location: string, isNew: boolean, now: () => Date) {
    this.engine = engine
    this.location = location
    this.isNew = isNew
    this.#now = now
  }

  /**
   * Opens a file or a PostgreSQL URL; `create` makes a new, empty ledger there when there is none.
   * Refuses: cannotOpen, notALedger, newerVersion, damagedLedger.
   */
  static async open(location: string, { create = false, now = () => new Date() }: { create?: boolean; now?: () => Date } = {}): Promise<Ledger> {
    if (isPostgres(location)) return Ledger.over(await openPostgres(location), location, { create, now })
    if (!create && !existsSync(location)) throw new Refusal('cannotOpen')
    return Ledger.over(openSqlite(location, { mustExist: !create }), location, { create, now })
  }

  /** A ledger over an engine that is already open (PGlite in tests). */
  static async over(engine: Engine, location: string, { create = true, now = () => new Date() }: { create?: boolean; now?: () => Date } = {}): Promise<Ledger> {
    try {
      const isNew = await migrate(engine, location, create)
      return new Ledger(engine, location, isNew, now)
    } catch (error) {
      await engine.close()
      throw error
    }
  }

  get t(): Tables {
    return this.engine.tables
  }

  /** The instant of the ledger's clock, UTC. */
  now(): Date {
    return this.#now()
  }

  /** One snapshot for all queries of `work`. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.engine.read((connection) => work({ ...connection, t: this.engine.tables, now: this.#now().toISOString() }))
  }

  /**
   * Posts or changes; whatever `work` throws, nothing of it stays. The answer must be plain JSON. `view` makes what the caller
   * is told of it, after the journal's entry and before the commit: a write whose answer fails has failed.
   */
  write<T>(call: Call, work: (tx: Writer) => Promise<T>): Promise<T>
  write<T, View>(call: Call, work: (tx: Writer) => Promise<T>, view: (reader: Reader, answer: T) => Promise<View>): Promise<View>
  write<T, View>(call: Call, work: (tx: Writer) => Promise<T>, view?: (reader: Reader, answer: T) => Promise<View>): Promise<T | View> {
    return this.engine.write(async (connection) => {
      const tx = new Transaction(connection, this.engine.tables, call.by, this.#now().toISOString())
      const answer = await this.#once(tx, call, work)
      return view ? view(tx, answer) : answer
    })
  }

  /** The answer of `work`, or the first one where the same request came before. */
  async #once<T>(tx: Transaction, call: Call, work: (tx: Writer) => Promise<T>): Promise<T> {
    const inputHash = call.requestId ? hashOf(JSON.stringify(call.input ?? null)) : ''
    if (call.requestId) {
      const [before] = await tx.rows<{ procedure: string; inputHash: string; answer: string }>(
        sql`select procedure, input_hash as "inputHash", answer from requests where request_id = ${call.requestId}`)
      if (before) {
        if (before.procedure !== call.procedure || before.inputHash !== inputHash) throw new Refusal('requestReused', { field: 'requestId' })
        return JSON.parse(before.answer) as T
      }
    }
    const answer = await work(tx).catch((error: unknown) => {
      throw nameClosedDay(error, call.input)
    })
    if (call.requestId) {
      // A command that answers nothing has JSON's null for an answer, which the table's own null is not.
      await tx.run(sql`insert into requests (request_id, procedure, input_hash, answer, at) values (${call.requestId}, ${call.procedure}, ${inputHash}, ${JSON.stringify(answer ?? null)}, ${tx.now})`)
    }
    await tx.finish(call.procedure)
    return answer
  }

  async close(): Promise<void> {
    await this.engine.close()
  }
}

/**
 * Brings the tables up to date; a ledger with rows is copied aside first and proved afterwards. Returns whether it is new.
 * Several programs may open the same old ledger at once: one of them upgrades it, the others wait and find it done.
 */
async function migrate(engine: Engine, location: string, create: boolean): Promise<boolean> {
  const strict = engine.kind === 'sqlite' ? ' STRICT' : ''
  const all = migrationsFor(engine.kind)
  const dueAfter = (ran: string[] | null) => {
    if (ran === null || (ran.length === 0 && !create)) throw new Refusal('notALedger')
    if (ran.some((name) => !all.some((migration) => migration.name === name))) throw new Refusal('newerVersion')
    return { isNew: ran.length === 0, due: all.filter((migration) => !ran.includes(migration.name)) }
  }
  if (dueAfter(await engine.migrations()).due.length === 0) return false
  const record = (name: string): string => `INSERT INTO migrations (name, at) VALUES ('${name}', '${new Date().toISOString()}')`
  let made = false
  let filling: typeof all = []
  await engine.migrate(async (ran) => {
    const { isNew, due } = dueAfter(ran)
    made = isNew
    filling = isNew ? [] : due
    if (!isNew && due.length > 0 && engine.kind === 'sqlite') await engine.backup(`${location}.before-${due[0]?.name ?? ''}.bak`)
    return [
      ...(isNew ? [`CREATE TABLE migrations (name text PRIMARY KEY NOT NULL, at text NOT NULL)${strict}`] : []),
      ...due.flatMap((migration) => [...migration.statements, record(migration.name)]),
    ]
  }, async (connection) => {
    const reader = { ...connection, t: engine.tables, now: new Date().toISOString() }
    for (const { name } of filling) await FILLS[name]?.(reader)
    const [broken] = made ? [] : await brokenInvariants(reader)
    if (broken) throw new Refusal('damagedLedger', { params: { why: broken.text } })
  })
  return made
}

/** All migrations of an engine: tables first (0001_receipts_in_depth), then what guards them (0001_then_guards); their names sort in that order. */
function migrationsFor(kind: Engine['kind']): { name: string; statements: readonly string[] }[] {
  const [known, guards, laterGuards] = kind === 'sqlite'
    ? [sqliteMigrations, sqliteGuards(POSTED_TABLES), sqliteLaterGuards] as const
    : [postgresMigrations, postgresGuards(POSTED_TABLES), postgresLaterGuards] as const
  const later = Object.entries(LATER_POSTED_TABLES).map(([name, posted], index) => ({ name, statements: laterGuards(posted, index === 0 ? [...POSTED_TABLES, 'invoices'] : []) }))
  const fold = { name: FOLD_MIGRATION, statements: kind === 'postgres' ? postgresFold : [] }
  return [...known.slice(0, 1), { name: GUARD_MIGRATION, statements: guards }, ...[...known.slice(1), ...later, fold].sort((a, b) => (a.name < b.name ? -1 : 1))]
}
