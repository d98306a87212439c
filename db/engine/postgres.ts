/** PostgreSQL, for an office of several seats. pglite.ts runs the same engine inside the process for the quick tests. */
import { type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { FOLD_FROM, FOLD_TO } from '../../shared/fold.ts'
import { Refusal } from '../../shared/refusal.ts'
import { defineTables } from '../tables.ts'
import { exactRows, Queue, type Connection, type Database, type Engine } from './engine.ts'
import { postgresKit } from './postgresKit.ts'

const tables = defineTables(postgresKit)
/** Any fixed number: the writers of all seats queue on this lock, so numbers run without gaps and nothing over-allocates. */
const WRITER_LOCK = 7_245_001
/** How long another seat may write before this one is refused with `ledgerBusy`, and how long a seat that fell asleep inside a transaction keeps the others waiting. */
const BUSY_MILLISECONDS = 15_000
const ASLEEP_MILLISECONDS = 60_000
const LOCK_NOT_AVAILABLE = '55P03'
const OUT_OF_RANGE = '22003'
const PARAMETERS_A_STATEMENT = 30_000
export const INT8 = 20
export const NUMERIC = 1700

/** Sums come as int8 or numeric; the ledger's are whole. Refuses sumTooLarge where one would come out rounded. */
export const wholeNumber = (text: string): number => {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  if (/^-?\d+$/.test(text)) throw new Refusal('sumTooLarge')
  throw new RangeError(`Not a whole number from PostgreSQL: ${text}`)
}

export const postgresGuards = (posted: readonly string[]): string[] => [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%: what is posted is never changed', TG_TABLE_NAME; END $$`,
  ...posted.flatMap(guards),
  guard('invoices', 'update', `WHEN (old.status = 'posted')`),
  guard('invoices', 'delete', `WHEN (old.status = 'posted')`),
]
/** What folds text as foldText of shared/fold.ts does; SQLite is given that function itself. */
export const postgresFold = [`CREATE FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT translate(normalize($1, NFKC), '${FOLD_FROM}', '${FOLD_TO}') $$`]
/** The same for posted tables that a later migration brings, and what refuses to empty a table at once: that the older tables get as well. */
export const postgresLaterGuards = (posted: readonly string[], older: readonly string[]): string[] => [
  ...posted.flatMap(guards),
  ...[...older, ...posted].map((table) => `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`),
]
const guards = (table: string): string[] => [guard(table, 'update', ''), guard(table, 'delete', '')]
const guard = (table: string, event: string, when: string): string =>
  `CREATE TRIGGER ${table}_no_${event} BEFORE ${event.toUpperCase()} ON ${table} FOR EACH ROW ${when} EXECUTE FUNCTION refuse_change()`

/** One session: statements and the query builder on top of it. */
export interface Session {
  db: Database
  execute(text: string, values?: unknown[]): Promise<unknown[]>
  query<Row>(query: SQL): Promise<Row[]>
}

const connection = (session: Session): Connection => ({
  db: session.db,
  rows: async <Row>(query: SQL) => exactRows(await session.query<Row>(query)),
  run: async (statement) => void (await session.query(statement)),
  insertMany: async (table, columns, rows) => {
    const chunk = Math.max(1, Math.floor(PARAMETERS_A_STATEMENT / columns.length))
    for (let start = 0; start < rows.length; start += chunk) {
      const part = rows.slice(start, start + chunk)
      const places = part.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
      await session.execute(`INSERT INTO ${table} ("${columns.join('", "')}") VALUES ${places.join(', ')}`, part.flat())
    }
  },
})

/** Waits for the writers of the other seats; refuses with `ledgerBusy` when one of them does not come to an end. */
async function takeTurn(session: Session): Promise<void> {
  try {
    await session.execute('SELECT pg_advisory_xact_lock($1)', [WRITER_LOCK])
  } catch (error) {
    throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE ? new Refusal('ledgerBusy') : error
  }
}

/** The refusal behind an error, or the error: the query builder wraps what the driver throws. A sum that not even the engine's own numbers hold is sumTooLarge. */
function asRefusal(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refusal) return cause
    if ('code' in cause && cause.code === OUT_OF_RANGE) return new Refusal('sumTooLarge')
  }
  return error
}

async function inTransaction<T>(session: Session, begin: string, work: (connection: Connection) => Promise<T>, lock: boolean): Promise<T> {
  await session.execute(begin)
  try {
    if (lock) await takeTurn(session)
    const result = await work(connection(session))
    await session.execute('COMMIT')
    return result
  } catch (error) {
    await session.execute('ROLLBACK')
    throw asRefusal(error)
  }
}

async function migrationsOf(session: Session): Promise<string[] | null> {
  const names = (await session.execute(`SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`)) as { name: string }[]
  if (names.length === 0) return []
  if (!names.some((row) => row.name === 'migrations')) return null
  return ((await session.execute('SELECT name FROM migrations ORDER BY name')) as { name: string }[]).map((row) => row.name)
}

const READ = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
const WRITE = 'BEGIN ISOLATION LEVEL READ COMMITTED'

/** The engine over anything that hands out sessions; `reading` is the queue of a server that has one session only. */
export function postgresEngine(withSession: <T>(work: (session: Session) => Promise<T>) => Promise<T>, reading: Queue | null, close: () => Promise<void>): Engine {
  const writing = new Queue()
  const readers = reading ?? { run: <T>(work: () => Promise<T>) => work() }
  const writers = reading ?? writing
  const ask = <Row>(text: string, values?: unknown[]): Promise<Row[]> => readers.run(() => withSession(async (session) => (await session.execute(text, values)) as Row[]))
  return {
    kind: 'postgres',
    tables,
    read: (work) => readers.run(() => withSession((session) => inTransaction(session, READ, work, false))),
    write: (work) => writers.run(() => withSession((session) => inTransaction(session, WRITE, work, true))),
    migrate: (due, prove) => writers.run(() => withSession((session) => inTransaction(session, WRITE, async (migrated) => {
      for (const statement of await due(await migrationsOf(session))) await session.execute(statement)
      await prove?.(migrated)
    }, true))),
    migrations: () => readers.run(() => withSession(migrationsOf)),
    integrity: async () => [],
    missingGuards: async (expected) => {
      const there = new Set((await ask<{ tgname: string }>(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'`)).map((row) => row.tgname))
      const whole = expected.filter((name) => name.endsWith('_no_delete')).map((name) => name.replace(/_delete$/, '_truncate'))
      return [...expected, ...whole].filter((name) => !there.has(name))
    },
    backup: async () => {
      throw new Refusal('sqliteOnly')
    },
    close,
  }
}

/** Opens postgres://…; refuses with `cannotOpen` when the server does not answer. */
export async function openPostgres(url: string): Promise<Engine> {
  pg.types.setTypeParser(INT8, wholeNumber)
  pg.types.setTypeParser(NUMERIC, wholeNumber)
  const pool = new pg.Pool({
    connectionString: url, max: 6, connectionTimeoutMillis: 10_000, lock_timeout: BUSY_MILLISECONDS, idle_in_transaction_session_timeout: ASLEEP_MILLISECONDS,
  })
  const ignore = (): void => undefined
  pool.on('error', ignore)
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw new Refusal('cannotOpen', { params: { why: error instanceof Error ? error.message : String(error) } })
  }
  return postgresEngine(async (work) => {
    const client = await pool.connect()
    // A connection that is lost between two statements says so by an event; the next statement fails and tells the caller.
    client.on('error', ignore)
    const db = drizzle({ client })
    let broken: Error | undefined
    try {
      return await work({
        db: db as unknown as Database,
        execute: async (text, values) => (await client.query(text, values)).rows as unknown[],
        query: async <Row>(query: SQL) => (await db.execute(query)).rows as Row[],
      })
    } catch (error) {
      if (error instanceof Error && /terminat|ECONNRESET|Connection/i.test(error.message)) broken = error
      throw error
    } finally {
      client.off('error', ignore)
      client.release(broken)
    }
  }, null, () => pool.end())
}
