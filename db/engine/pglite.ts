/** PostgreSQL inside the process (WebAssembly), for quick tests; it has one session, so reads and writes take turns. */
import type { PGlite } from '@electric-sql/pglite'
import { type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { Queue, type Database, type Engine } from './engine.ts'
import { INT8, NUMERIC, postgresEngine, wholeNumber, type Session } from './postgres.ts'

export function openPglite(client: PGlite): Engine {
  const db = drizzle({ client })
  const parsers = { [INT8]: wholeNumber, [NUMERIC]: wholeNumber }
  const session: Session = {
    db: db as unknown as Database,
    execute: async (text, values) => (await client.query(text, values, { parsers })).rows,
    query: async <Row>(query: SQL) => (await db.execute(query)).rows as Row[],
  }
  return postgresEngine((work) => work(session), new Queue(), () => client.close())
}
