import type { Connection } from './engine/engine.ts'
import type { Tables } from './tables.ts'

/** What a query gets: a read-only connection, the tables and the instant at which it is asked. */
export interface Reader extends Connection {
  /** UTC, ISO 8601; the office's day of it is what a list calls today (officeToday). */
  readonly now: string
  readonly t: Tables
}
