/** A page of rows that were worked out, not asked of the database: the same filters, sums and order as gridRows gives. */
import type { GridFilter, GridPage, GridRequest } from '../shared/grid.ts'
import { Refusal } from '../shared/refusal.ts'

type Value = string | number | boolean | null
const compare = (a: Value, b: Value): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)

function passes(value: Value, { op, value: wanted, to }: GridFilter): boolean {
  if (op === 'in') return (Array.isArray(wanted) ? wanted : [wanted]).some((each) => String(each) === String(value))
  const one = Array.isArray(wanted) ? wanted[0] : wanted
  if (value === null || one === undefined) return false
  switch (op) {
    case 'eq': return String(value) === String(one)
    case 'gte': return value >= one
    case 'lte': return value <= one
    case 'between': return value >= one && value <= (to ?? one)
    case 'contains': return String(value).toLowerCase().includes(String(one).toLowerCase())
    case 'startsWith': return String(value).toLowerCase().startsWith(String(one).toLowerCase())
  }
}

export interface RowsSource<Row> {
  rows: readonly Row[]
  /** What may be sorted and filtered. */
  fields: readonly (keyof Row & string)[]
  search: (row: Row) => boolean
  totals: readonly (keyof Row & string)[]
  currency: (row: Row) => string
}

/** Rows, count and sums of one grid request; rows that are alike keep the order in which they were given. An unknown field is refused with `unknownField`. */
export function pageOf<Row extends object>({ rows, fields, search, totals, currency }: RowsSource<Row>, request: GridRequest): GridPage<Row> {
  const fieldOf = (name: string): keyof Row & string => {
    const field = fields.find((each) => each === name)
    if (field === undefined) throw new Refusal('unknownField', { field: name })
    return field
  }
  const filters = request.filters.map((filter) => ({ field: fieldOf(filter.field), filter }))
  const sorts = request.sort.map(({ field, dir }) => ({ field: fieldOf(field), sign: dir === 'asc' ? 1 : -1 }))
  const found = rows.filter((row) => filters.every(({ field, filter }) => passes(row[field] as Value, filter)) && search(row))
  const inOrder = sorts.length === 0 ? found : found.toSorted((a, b) => {
    for (const { field, sign } of sorts) {
      const way = compare(a[field] as Value, b[field] as Value) * sign
      if (way !== 0) return way
    }
    return 0
  })
  const page = inOrder.slice(request.offset, request.offset + request.limit)
  if (!request.withTotals) return { rows: page }
  const sums = new Map<string, Record<string, number>>()
  for (const row of found) {
    const known = sums.get(currency(row)) ?? Object.fromEntries(totals.map((name) => [name, 0]))
    for (const name of totals) known[name] = (known[name] ?? 0) + Number(row[name])
    sums.set(currency(row), known)
  }
  const each = [...sums].sort(([a], [b]) => compare(a, b)).map(([code, of]) => ({ currency: code, totals: of }))
  return { rows: page, total: found.length, sums: each, ...(each.length > 1 ? {} : { totals: each[0]?.totals ?? Object.fromEntries(totals.map((name) => [name, 0])) }) }
}
