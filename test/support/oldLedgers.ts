/** Ledgers as an older program left them: its tables, its guards and the rows that it wrote, on every engine of this machine. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import DatabaseDriver from 'better-sqlite3'
import { POSTED_TABLES } from '../../db/engine/engine.ts'
import { openPglite } from '../../db/engine/pglite.ts'
import { postgresGuards } from '../../db/engine/postgres.ts'
import { APPLICATION_ID, sqliteGuards } from '../../db/engine/sqlite.ts'
import { Ledger } from '../../db/ledger.ts'
import { migrations as postgresMigrations } from '../../db/migrations/postgres.ts'
import { migrations as sqliteMigrations } from '../../db/migrations/sqlite.ts'
import { NOW, onServer } from './ledgers.ts'

const ROWS = readFileSync(path.join(import.meta.dirname, '../migrations/foundation.sql'), 'utf8')

/** The state of 0.1.0: the first migration, its guards, and what that program had written. */
const foundation = (known: readonly { statements: string[] }[], guards: readonly string[], strict: string): string =>
  [`CREATE TABLE migrations (name text PRIMARY KEY NOT NULL, at text NOT NULL)${strict}`, ...known[0]!.statements, ...guards, ROWS].map((statement) => `${statement.replace(/;\s*$/, '')};`).join('\n')

const onSqlite = (): string => foundation(sqliteMigrations, sqliteGuards(POSTED_TABLES), ' STRICT')
const onPostgres = (): string => foundation(postgresMigrations, postgresGuards(POSTED_TABLES), '')

export interface OldLedger {
  /** Opens it with the program of today, which upgrades it. */
  open(): Promise<Ledger>
  /** A statement past the program. */
  run(statement: string): Promise<void>
  /** Whether a copy of its old state stands beside it; an office on PostgreSQL has its own backups. */
  hasCopy(): boolean
  /** A statement on that copy: the first value of its first row. */
  copied(query: string): unknown
}

export interface OldEngine {
  name: string
  /** Whether the program makes a copy before it upgrades. */
  copies: boolean
  /** Whether several programs can have it open at once. */
  shared: boolean
  start(): Promise<{ lay(): Promise<OldLedger>; stop(): Promise<void> }>
}

const sqlite: OldEngine = {
  name: 'SQLite',
  copies: true,
  shared: true,
  start: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'huikuan-old-'))
    return {
      lay: async () => {
        const file = path.join(folder, `${randomUUID()}.db`)
        const copy = `${file}.before-0001_receipts_in_depth.bak`
        const on = <T>(place: string, work: (database: DatabaseDriver.Database) => T): T => {
          const database = new DatabaseDriver(place)
          try {
            return work(database)
          } finally {
            database.close()
          }
        }
        on(file, (database) => database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA journal_mode = WAL;\n${onSqlite()}`))
        return {
          open: () => Ledger.open(file, { now: () => NOW }),
          run: async (statement) => on(file, (database) => void database.exec(statement)),
          hasCopy: () => existsSync(copy),
          copied: (query) => on(copy, (database) => database.prepare(query).pluck().get()),
        }
      },
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    }
  },
}

const noCopy = { hasCopy: () => false, copied: () => null }

const pglite: OldEngine = {
  name: 'PGlite',
  copies: false,
  shared: false,
  start: async () => {
    const client = new PGlite()
    return {
      lay: async () => {
        await client.exec(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${onPostgres()}`)
        return {
          open: () => Ledger.over({ ...openPglite(client), close: async () => undefined }, 'pglite', { create: false, now: () => NOW }),
          run: async (statement) => void (await client.exec(statement)),
          ...noCopy,
        }
      },
      stop: () => client.close(),
    }
  },
}

const postgres = (server: string): OldEngine => ({
  name: 'PostgreSQL',
  copies: false,
  shared: true,
  start: async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    const url = new URL(server)
    url.pathname = `/${name}`
    await onServer(server, `CREATE DATABASE ${name}`)
    return {
      lay: async () => {
        await onServer(url.href, 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public', onPostgres())
        return { open: () => Ledger.open(url.href, { now: () => NOW }), run: (statement) => onServer(url.href, statement), ...noCopy }
      },
      stop: () => onServer(server, `DROP DATABASE ${name}`),
    }
  },
})

const server = process.env['HUIKUAN_TEST_POSTGRES']
export const oldEngines: OldEngine[] = [sqlite, pglite, ...(server ? [postgres(server)] : [])]
