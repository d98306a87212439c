/**
 * Every posted row carries a seal: a hash of its table, and its values as they stand in the file. A journal entry hashes
 * the seals of the rows that it posted and the entry before it, so a change from outside names the row, and a forged
 * seal breaks the chain.
 */
import { createHash } from 'node:crypto'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'

const SEAL_CHARACTERS = 32

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const sealOf = (table: string, values: readonly unknown[]): string =>
  createHash('sha256').update(`${table}\n${JSON.stringify(values)}`).digest('hex').slice(0, SEAL_CHARACTERS)

interface Shape {
  table: string
  /** Column names as in the database, the seal last. */
  columns: string[]
  /** Values for the driver, in the order of `columns`, without the seal. */
  values(row: Record<string, unknown>): unknown[]
}

const shapes = new WeakMap<Table, Shape>()

/** How rows of a table become driver values; worked out once a table. */
export function shapeOf(table: Table): Shape {
  const known = shapes.get(table)
  if (known) return known
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key !== 'seal')
  const keys = columns.map(([key]) => key)
  const mapped = columns.map(([, column]) => (column.dataType === 'json' || column.dataType === 'boolean' || column.dataType === 'custom' ? column : null))
  const shape: Shape = {
    table: getTableName(table),
    columns: [...columns.map(([, column]) => column.name), ...('seal' in getTableColumns(table) ? ['seal'] : [])],
    values: (row) => keys.map((key, index) => {
      const value = row[key] ?? null
      const column = mapped[index]
      return column && value !== null ? column.mapToDriverValue(value) : value
    }),
  }
  shapes.set(table, shape)
  return shape
}
