/** Real ledgers for tests, on both engines: a file, and PostgreSQL itself or, where no server is given, in the process. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { openPglite } from '../../db/engine/pglite.ts'
import { Ledger } from '../../db/ledger.ts'

/** Noon in Shanghai; the last day of the tests' half year. */
export const NOW = new Date('2026-06-30T04:00:00Z')

export interface Source {
  /** A new, empty ledger; the one before is closed. */
  fresh(): Promise<Ledger>
  stop(): Promise<void>
}

export interface TestEngine {
  name: string
  start(): Promise<Source>
}

const options = { create: true, now: () => NOW }

const sqlite: TestEngine = {
  name: 'SQLite',
  start: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-test-'))
    const empty = path.join(folder, 'empty.db')
    await (await Ledger.open(empty, options)).close()
    let ledger: Ledger | null = null
    return {
      fresh: async () => {
        await ledger?.close()
        const file = path.join(folder, `${randomUUID()}.db`)
        // All migrations of an empty ledger take longer than most tests; those of the migrations run them one by one.
        copyFileSync(empty, file)
        ledger = await Ledger.open(file, options)
        return ledger
      },
      stop: async () => {
        await ledger?.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

const NEW_SCHEMA = ['DROP SCHEMA IF EXISTS public CASCADE', 'CREATE SCHEMA public']
/** Tables, columns, guards and whether they watch: what a test may have changed beside the rows. */
const SHAPE = `select md5(
  coalesce((select string_agg(concat_ws(' ', attrelid::regclass, attname, atttypid), ',' order by attrelid, attnum) from pg_attribute where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'i'))), '')
  || coalesce((select string_agg(concat_ws(' ', tgrelid::regclass, tgname, tgenabled), ',' order by tgrelid, tgname) from pg_trigger where not tgisinternal), '')) as shape`

/**
 * Empties a PostgreSQL ledger: its rows go, past the guards, and the tables stay, since making them anew takes longer than
 * most tests. Where a test changed more than rows, or none was made yet, the whole schema is new.
 */
function emptier(run: (statement: string) => Promise<Record<string, unknown>[]>) {
  let known: { shape: unknown; empty: string } | null = null
  return {
    clear: async (): Promise<void> => {
      if (known !== null && (await run(SHAPE))[0]?.['shape'] === known.shape) return void (await run(known.empty))
      known = null
      for (const statement of NEW_SCHEMA) await run(statement)
    },
    /** After the ledger was opened: what it looks like when it is new. */
    remember: async (): Promise<void> => {
      if (known !== null) return
      const tables = (await run(`select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations'`)).map((row) => String(row['tablename']))
      const filled = await run(tables.map((name) => `select '${name}' as name from "${name}"`).join(' union all '))
      if (filled.length > 0) throw new Error(`A new ledger has rows in ${filled.map((row) => String(row['name'])).join()}`)
      known = {
        shape: (await run(SHAPE))[0]?.['shape'],
        empty: `do $$ begin set local session_replication_role = replica; ${tables.map((name) => `delete from "${name}";`).join(' ')} end $$`,
      }
    },
  }
}

/** One instance a test file, emptied between ledgers: starting it takes longer than most tests. */
const pglite: TestEngine = {
  name: 'PGlite',
  start: async () => {
    const client = new PGlite()
    const { clear, remember } = emptier(async (statement) => (await client.query<Record<string, unknown>>(statement)).rows)
    return {
      fresh: async () => {
        await clear()
        const ledger = await Ledger.over({ ...openPglite(client), close: async () => undefined }, 'pglite', options)
        await remember()
        return ledger
      },
      stop: () => client.close(),
    }
  },
}

/** A database of its own for each test file, on the server that the test run was given; emptied between ledgers. */
const postgres = (server: string): TestEngine => ({
  name: 'PostgreSQL',
  start: async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    const url = new URL(server)
    url.pathname = `/${name}`
    await onServer(server, `CREATE DATABASE ${name}`)
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    const { clear, remember } = emptier(async (statement) => (await client.query<Record<string, unknown>>(statement)).rows)
    let ledger: Ledger | null = null
    return {
      fresh: async () => {
        await ledger?.close()
        await clear()
        ledger = await Ledger.open(url.href, options)
        await remember()
        return ledger
      },
      stop: async () => {
        await ledger?.close()
        await client.end()
        await onServer(server, `DROP DATABASE ${name}`)
      },
    }
  },
})

/** Statements on a server, past every program. */
export async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const server = process.env['HUIKUAN_TEST_POSTGRES']
/** PostgreSQL in the process stands in where there is no server: it is the same engine, slower to start. */
export const engines: TestEngine[] = [sqlite, server ? postgres(server) : pglite]
export const sqliteEngine = sqlite
