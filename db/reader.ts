import type { Connection } from './engine/engine.ts'
import type { Tables } from './tables.ts'

/** What a query gets: a read-only connection and the tables. */
export interface Reader extends Connection {
  readonly t: Tables
}
