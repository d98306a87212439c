/** SQLite in a file: one writer connection behind a queue, one read-only connection for queries. */
import { setTimeout as sleep } from 'node:timers/promises'
import DatabaseDriver from 'better-sqlite3'
import { type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { foldText } from '../../shared/fold.ts'
import { Refusal } from '../../shared/refusal.ts'
import { defineTables } from '../tables.ts'
import { exactRows, Queue, type Connection, type Engine } from './engine.ts'
import { sqliteKit } from './kit.ts'

/** "HKGJ": tells our files from other databases. */
export const APPLICATION_ID = 0x484b474a
const BUSY_MILLISECONDS = 15_000
/** The driver waits in place and stops the whole program meanwhile, so it waits briefly and the rest is waited outside. */
const BRIEFLY_MILLISECONDS = 50
const MOST_STATEMENTS = 400
const tables = defineTables(sqliteKit)
const dialect = new SQLiteSyncDialect()

/** The posted row may not change, whoever asks; a draft invoice may. */
export const sqliteGuards = (posted: readonly string[]): string[] => [
  ...posted.flatMap((table) => [guard(table, 'update', ''), guard(table, 'delete', '')]),
  guard('invoices', 'update', `WHEN old.status = 'posted'`),
  guard('invoices', 'delete', `WHEN old.status = 'posted'`),
]
/** The same for posted tables that a later migration brings. */
export const sqliteLaterGuards = (posted: readonly string[]): string[] => posted.flatMap((table) => [guard(table, 'update', ''), guard(table, 'delete', '')])
const guard = (table: string, event: string, when: string): string =>
  `CREATE TRIGGER ${table}_no_${event} BEFORE ${event.toUpperCase()} ON ${table} ${when} BEGIN SELECT RAISE(ABORT, '${table}: what is posted is never changed'); END`

export interface SqliteOptions {
  /** An empty or missing file is refused instead of becoming a ledger. */
  mustExist?: boolean
  /** How long another program may hold the file before a write is refused with `ledgerBusy`. */
  busyMilliseconds?: number
}

/** Opens a file, or makes it. Refuses what is no ledger of ours with `notALedger`. */
export function openSqlite(file: string, { mustExist = false, busyMilliseconds = BUSY_MILLISECONDS }: SqliteOptions = {}): Engine {
  const writer = connect(file, { fileMustExist: mustExist })
  try {
    prepareWriter(writer, mustExist)
  } catch (error) {
    writer.close()
    throw asRefusal(error)
  }
  const reader = connect(file, { readonly: true, fileMustExist: true })
  reader.pragma('query_only = ON')
  reader.pragma('cache_size = -65536')
  reader.pragma('mmap_size = 1073741824')
  const [writing, reading] = [new Queue(), new Queue()]
  writer.pragma(`busy_timeout = ${BRIEFLY_MILLISECONDS}`)
  const writerConnection = connection(writer)
  const begin = (): Promise<void> => beginWriting(writer, busyMilliseconds)
  const readerConnection = connection(reader)
  return {
    kind: 'sqlite',
    tables,
    read: (work) => reading.run(() => inTransaction(reader, async () => void reader.exec('BEGIN'), () => work(readerConnection))),
    write: (work) => writing.run(() => inTransaction(writer, begin, () => work(writerConnection))),
    migrate: (due, prove) => writing.run(() => inTransaction(writer, begin, async () => {
      for (const statement of await due(migrationsOf(writer))) writer.exec(statement)
      await prove?.(writerConnection)
    })),
    migrations: async () => migrationsOf(writer),
    integrity: async () => {
      const problems = reader.pragma('integrity_check(20)') as { integrity_check: string }[]
      const strays = reader.pragma('foreign_key_check') as { table: string; rowid: number }[]
      return [
        ...problems.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
        ...strays.slice(0, 20).map((row) => `${row.table} ${row.rowid}: foreign key`),
      ]
    },
    missingGuards: async (expected) => {
      const there = new Set(reader.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
      return expected.filter((name) => !there.has(name))
    },
    backup: async (target) => {
      await reader.backup(target)
    },
    close: async () => {
      await writing.run(async () => {
        reader.close()
        writer.close()
      })
    },
  }
}

function connect(file: string, options: DatabaseDriver.Options): DatabaseDriver.Database {
  try {
    const database = new DatabaseDriver(file, { timeout: BUSY_MILLISECONDS, ...options })
    database.function('fold_text', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? foldText(text) : null))
    return database
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Sets and asserts what safety rests on; a posted receipt must survive a power cut (synchronous=FULL). */
function prepareWriter(writer: DatabaseDriver.Database, mustExist: boolean): void {
  const application = writer.pragma('application_id', { simple: true })
  const empty = (writer.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number) === 0
  if (empty ? mustExist : application !== APPLICATION_ID) throw new Refusal('notALedger')
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  writer.pragma('cache_size = -65536')
  if (empty) writer.pragma(`application_id = ${APPLICATION_ID}`)
  const state = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => String(writer.pragma(name, { simple: true })))
  if (state.join() !== 'wal,2,1') throw new Error(`The ledger file does not keep its safety settings: ${state.join()}`)
}

const asRefusal = (error: unknown): unknown => {
  const code = error instanceof DatabaseDriver.SqliteError ? error.code : ''
  if (isBusy(error)) return new Refusal('ledgerBusy')
  if (code === 'SQLITE_NOTADB') return new Refusal('notALedger')
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('damagedLedger')
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_READONLY' || error instanceof TypeError) return new Refusal('cannotOpen')
  return error
}

function migrationsOf(writer: DatabaseDriver.Database): string[] | null {
  const names = writer.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
  if (names.length === 0) return []
  if (!names.includes('migrations')) return null
  return writer.prepare('SELECT name FROM migrations ORDER BY name').pluck().all() as string[]
}

/** Takes the file's only write lock; refuses with `ledgerBusy` while another program does not give it back. */
async function beginWriting(writer: DatabaseDriver.Database, patience: number): Promise<void> {
  for (const until = performance.now() + patience; ;) {
    try {
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > until) throw new Refusal('ledgerBusy')
      await sleep(BRIEFLY_MILLISECONDS / 2)
    }
  }
}

/** A sum that not even the engine's own numbers hold. */
const isOverflow = (error: unknown): boolean => error instanceof DatabaseDriver.SqliteError && error.message === 'integer overflow'

const isBusy = (error: unknown): boolean => error instanceof DatabaseDriver.SqliteError && error.code.startsWith('SQLITE_BUSY')

async function inTransaction<T>(database: DatabaseDriver.Database, begin: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  await begin()
  try {
    const result = await work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw isOverflow(error) ? new Refusal('sumTooLarge') : error
  }
}

/** Compiling a statement costs more than running it, so each is kept by its text; all are dropped when they become many. */
function statements(database: DatabaseDriver.Database): (text: string) => DatabaseDriver.Statement {
  const prepared = new Map<string, DatabaseDriver.Statement>()
  return (text) => {
    const known = prepared.get(text)
    if (known) return known
    if (prepared.size >= MOST_STATEMENTS) prepared.clear()
    const statement = database.prepare(text)
    prepared.set(text, statement)
    return statement
  }
}

function connection(database: DatabaseDriver.Database): Connection {
  // The query builder switches its statements to rows without names, so it must not share them with hand-written queries.
  const prepare = statements(database)
  const built = statements(database)
  const db = drizzle({ client: Object.create(database, { prepare: { value: built } }) as DatabaseDriver.Database })
  return {
    db,
    rows: async <Row>(query: SQL) => {
      const { sql: text, params } = dialect.sqlToQuery(query)
      return exactRows(prepare(text).all(...params) as Row[])
    },
    run: async (statement) => {
      const { sql: text, params } = dialect.sqlToQuery(statement)
      prepare(text).run(...params)
    },
    insertMany: async (table, columns, rows) => {
      const statement = prepare(`INSERT INTO ${table} ("${columns.join('", "')}") VALUES (${columns.map(() => '?').join(', ')})`)
      for (const row of rows) statement.run(row)
    },
  }
}
