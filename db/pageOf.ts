/** A page of rows that were worked out, not asked of the database: the same filters, sums and order as gridRows gives. */
import type { z } from 'zod'
import { foldText } from '../shared/fold.ts'
import type { GridPage, GridRequest } from '../shared/grid.ts'
import { askedField, fieldsOf, judgedFilter, type FieldKind, type JudgedFilter } from '../shared/gridFields.ts'
import { money } from '../shared/money.ts'
import { compareNames } from '../shared/nameSort.ts'

type Value = string | number | boolean | null
const compare = (a: Value, b: Value): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)

function passes(stored: Value, { op, values, to }: JudgedFilter): boolean {
  const value = typeof stored === 'boolean' ? Number(stored) : stored
  if (value === null) return false
  const [one = ''] = values
  switch (op) {
    case 'in': return values.includes(value)
    case 'eq': return value === one
    case 'gte': return value >= one
    case 'lte': return value <= one
    case 'between': return value >= one && value <= to
    case 'contains': return foldText(String(value)).includes(foldText(String(one)))
    case 'startsWith': return foldText(String(value)).startsWith(foldText(String(one)))
  }
}

/** What a field is sorted by: one of a few by its place among them, as gridRows sorts them. */
const sortValue = (kind: FieldKind, value: Value): Value => (typeof kind === 'object' && value !== null ? kind.oneOf.indexOf(String(value)) : value)

export interface RowsSource<Row> {
  rows: readonly Row[]
  /** The shape of a row in the contract. */
  row: z.ZodObject
  search: (row: Row) => boolean
  totals: readonly (keyof Row & string)[]
  currency: (row: Row) => string
}

/** Rows, count and sums of one grid request; rows that are alike keep the order in which they were given. Refuses unknownField and badFilter. */
export function pageOf<Row extends object>({ rows, row: shape, search, totals, currency }: RowsSource<Row>, request: GridRequest): GridPage<Row> {
  const fields = fieldsOf(shape)
  const valueOf = (row: Row, field: string): Value => row[field as keyof Row] as Value
  const filters = request.filters.map((filter) => judgedFilter(fields, filter))
  const sorts = request.sort.map(({ field, dir }) => ({ field, ...askedField(fields, field), sign: dir === 'asc' ? 1 : -1 }))
  const found = rows.filter((row) => filters.every((filter) => passes(valueOf(row, filter.field), filter)) && search(row))
  const inOrder = sorts.length === 0 ? found : found.toSorted((a, b) => {
    for (const { field, kind, isName, sign } of sorts) {
      const [one, other] = [valueOf(a, field), valueOf(b, field)]
      const way = (isName ? compareNames(String(one ?? ''), String(other ?? '')) : compare(sortValue(kind, one), sortValue(kind, other))) * sign
      if (way !== 0) return way
    }
    return 0
  })
  const page = inOrder.slice(request.offset, request.offset + request.limit)
  if (!request.withTotals) return { rows: page }
  const sums = new Map<string, Record<string, number>>()
  for (const row of found) {
    const known = sums.get(currency(row)) ?? Object.fromEntries(totals.map((name) => [name, 0]))
    for (const name of totals) known[name] = money((known[name] ?? 0) + Number(row[name]))
    sums.set(currency(row), known)
  }
  const each = [...sums].sort(([a], [b]) => compare(a, b)).map(([code, of]) => ({ currency: code, totals: of }))
  return { rows: page, total: found.length, sums: each, ...(each.length > 1 ? {} : { totals: each[0]?.totals ?? Object.fromEntries(totals.map((name) => [name, 0])) }) }
}
