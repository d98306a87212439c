/** The PostgreSQL side of the column kinds: the same values on the wire as SQLite (whole numbers and byte-ordered text). */
import { bigint, customType, index, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Kit } from './kit.ts'

/** SQLite compares text by bytes; collation "C" makes PostgreSQL sort and range-scan the same way. */
const plainText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })
const zeroOne = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'smallint',
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (value) => value === 1,
})
/** JSON is kept as text so that its bytes, and so the seal of a row, are the same on both engines. */
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text collate "C"',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value) as unknown,
})
const whole = (name: string) => bigint(name, { mode: 'number' })

const kit = {
  table: pgTable,
  index,
  uniqueIndex,
  primaryKey,
  id: (name: string) => whole(name).primaryKey(),
  int: (name: string) => whole(name).notNull(),
  maybeInt: whole,
  money: (name: string) => whole(name).notNull(),
  maybeMoney: whole,
  text: (name: string) => plainText(name).notNull(),
  key: (name: string) => plainText(name).primaryKey(),
  oneOf: (name: string) => plainText(name).notNull(),
  day: (name: string) => plainText(name).notNull(),
  bool: (name: string) => zeroOne(name).notNull(),
  json: (name: string) => jsonText(name).notNull(),
  instant: (name: string) => plainText(name).notNull(),
}

/** Cast once, here: the shapes are equal by construction, the nominal column types of the two dialects are not. */
export const postgresKit = kit as unknown as Kit
