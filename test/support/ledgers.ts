/** Real ledgers for tests, on both engines: a file, and PostgreSQL itself or, where no server is given, in the process. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
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
    let ledger: Ledger | null = null
    return {
      fresh: async () => {
        await ledger?.close()
        ledger = await Ledger.open(path.join(folder, `${randomUUID()}.db`), options)
        return ledger
      },
      stop: async () => {
        await ledger?.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

/** One instance a test file, emptied between ledgers: starting it takes longer than most tests. */
const pglite: TestEngine = {
  name: 'PGlite',
  start: async () => {
    const client = new PGlite()
    return {
      fresh: async () => {
        await client.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
        return Ledger.over({ ...openPglite(client), close: async () => undefined }, 'pglite', options)
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
    let ledger: Ledger | null = null
    return {
      fresh: async () => {
        await ledger?.close()
        await onServer(url.href, 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
        ledger = await Ledger.open(url.href, options)
        return ledger
      },
      stop: async () => {
        await ledger?.close()
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
