/**
 * The column kinds of the ledger. Tables are written once against this kit; TypeScript sees the SQLite side, and the
 * PostgreSQL side has the same shape (postgres.ts), so one query serves both engines.
 */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'

export const sqliteKit = {
  table: sqliteTable,
  index,
  uniqueIndex,
  primaryKey,
  /** Whole numbers assigned by the writer, one after the other and none twice, so that both engines number alike. */
  id: (name: string) => integer(name).primaryKey(),
  int: (name: string) => integer(name).notNull(),
  maybeInt: (name: string) => integer(name),
  money: (name: string) => integer(name).$type<Money>().notNull(),
  maybeMoney: (name: string) => integer(name).$type<Money>(),
  text: (name: string) => text(name).notNull(),
  key: (name: string) => text(name).primaryKey(),
  oneOf: <Choice extends string>(name: string) => text(name).$type<Choice>().notNull(),
  day: (name: string) => text(name).$type<Day>().notNull(),
  bool: (name: string) => integer(name, { mode: 'boolean' }).notNull(),
  json: <Shape>(name: string) => text(name, { mode: 'json' }).$type<Shape>().notNull(),
  /** UTC, ISO 8601 text. */
  instant: (name: string) => text(name).notNull(),
}

export type Kit = typeof sqliteKit
