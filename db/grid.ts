/** Turns what a grid asks for into one query for the rows, and one for count and totals when they are asked for. */
import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { foldText } from '../shared/fold.ts'
import type { GridFilter, GridPage, GridRequest } from '../shared/grid.ts'
import { askedField, fieldsOf, judgedFilter, type FieldKind, type FilterValue } from '../shared/gridFields.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Reader } from './reader.ts'

export interface GridSource {
  /** The shape of a row in the contract: what each field holds, and so what it can be compared with. */
  row: z.ZodObject
  /** Field → expression, both for the result and for filters; what is not listed cannot be sorted or filtered. */
  fields: Record<string, SQL>
  /** from … joins for the rows. */
  from: SQL
  /** from … without the joins that only decorate, for count and totals when nothing filters on them. */
  countFrom?: SQL
  /** Fields whose filter or search needs the full `from`. */
  decorated?: readonly string[]
  where?: (SQL | undefined)[]
  /** Condition for the quick search text. */
  search?: (text: string) => SQL
  totals?: Record<string, SQL>
  /** The currency of a row, where rows may have several: their sums are then told apart. */
  currency?: SQL
  /** Sort when none is asked for; must be unique at its end. */
  order: SQL
  /** Unique column that ends every sort. */
  tie: SQL
}

const joined = (parts: (SQL | undefined)[], separator: SQL): SQL | undefined => {
  const present = parts.filter((part) => part !== undefined)
  return present.length === 0 ? undefined : sql.join(present, separator)
}

const allOf = (conditions: (SQL | undefined)[]): SQL => {
  const all = joined(conditions, sql` and `)
  return all ? sql` where ${all}` : sql``
}

/** What has a text somewhere, whatever its case and width; the signs that LIKE reads as wildcards stand for themselves. */
export const contains = (expression: SQL, text: string): SQL => sql`fold_text(cast(${expression} as text)) like ${`%${likeText(text)}%`} escape '\\'`
const startsWith = (expression: SQL, text: string): SQL => sql`fold_text(cast(${expression} as text)) like ${`${likeText(text)}%`} escape '\\'`
const likeText = (text: string): string => foldText(text).replace(/[\\%_]/g, (char) => `\\${char}`)

/** Numbers are told to be large ones: PostgreSQL takes the width of what they are compared with. */
const parameter = (kind: FieldKind, value: FilterValue): SQL => (kind === 'whole' || kind === 'bool' ? sql`cast(${value} as bigint)` : sql`${value}`)

function condition(source: GridSource, filter: GridFilter): SQL {
  const { field, op, kind, values, to } = judgedFilter(fieldsOf(source.row), filter)
  const expression = expressionOf(source, field)
  const [one = ''] = values
  const first = parameter(kind, one)
  switch (op) {
    case 'eq': return sql`${expression} = ${first}`
    case 'gte': return sql`${expression} >= ${first}`
    case 'lte': return sql`${expression} <= ${first}`
    case 'between': return sql`${expression} between ${first} and ${parameter(kind, to)}`
    case 'contains': return contains(expression, String(one))
    case 'startsWith': return startsWith(expression, String(one))
    case 'in': return values.length === 0 ? sql`1 = 0` : sql`${expression} in (${sql.join(values.map((value) => parameter(kind, value)), sql`, `)})`
  }
}

function expressionOf(source: GridSource, field: string): SQL {
  const expression = Object.hasOwn(source.fields, field) ? source.fields[field] : undefined
  if (!expression) throw new Refusal('unknownField', { field, params: { name: field } })
  return expression
}

const keysOfNames = new WeakMap<SQL, SQL>()

/** A name as it is shown, sorted by the key of its sound that is stored beside it. */
export function named(shown: SQL, key: SQL): SQL {
  const name = sql`${shown}`
  keysOfNames.set(name, key)
  return name
}

function nameKeyOf(source: GridSource, field: string): SQL {
  const key = keysOfNames.get(expressionOf(source, field))
  if (!key) throw new Error(`The name ${field} has no key to be sorted by`)
  return key
}

/** How rows are sorted by a field: a name by its sound, one of a few by its place among them; no engine's alphabet changes either. */
function sortedBy(source: GridSource, { field, dir }: GridRequest['sort'][number]): SQL {
  const { kind, nullable, isName } = askedField(fieldsOf(source.row), field)
  const stored = isName ? nameKeyOf(source, field) : expressionOf(source, field)
  const expression = typeof kind === 'object' ? sql`case ${stored} ${sql.join(kind.oneOf.map((option, place) => sql`when ${option} then ${sql.raw(String(place))}`), sql` `)} end` : stored
  // The engines disagree about where rows without a value belong; elsewhere the word would only keep an index away.
  return sql`${expression} ${sql.raw(nullable ? (dir === 'asc' ? 'asc nulls first' : 'desc nulls last') : dir)}`
}

/** Rows, count and totals of one grid request. Refuses unknownField and badFilter. */
export async function gridRows<Row>(reader: Reader, source: GridSource, request: GridRequest): Promise<GridPage<Row>> {
  const search = request.search?.trim() && source.search ? source.search(request.search.trim()) : undefined
  const where = allOf([...(source.where ?? []), ...request.filters.map((filter) => condition(source, filter)), search])
  const sorts = request.sort.map((sort) => sortedBy(source, sort))
  const lastDir = sql.raw(request.sort.at(-1)?.dir ?? 'desc')
  const order = sorts.length > 0 ? sql.join([...sorts, sql`${source.tie} ${lastDir}`], sql`, `) : source.order
  const fields = sql.join(Object.entries(source.fields).map(([name, expression]) => sql`${expression} as ${sql.identifier(name)}`), sql`, `)
  const rows = await reader.rows<Row>(sql`select ${fields} ${source.from}${where} order by ${order} limit ${request.limit} offset ${request.offset}`)
  if (!request.withTotals) return { rows }
  const plain = source.countFrom && !search && !request.filters.some((filter) => source.decorated?.includes(filter.field))
  return { rows, ...(await countAndSums(reader, source, sql`${plain ? source.countFrom : source.from}${where}`)) }
}

/** The count and the sums of a question; sums of several currencies are asked for again, one line a currency. */
async function countAndSums(reader: Reader, source: GridSource, from: SQL): Promise<Pick<GridPage<never>, 'total' | 'totals' | 'sums'>> {
  const sums = Object.entries(source.totals ?? {}).map(([name, expression]) => sql`cast(coalesce(sum(${expression}), 0) as bigint) as ${sql.identifier(name)}`)
  const { currency } = source
  const ends = currency ? [sql`min(${currency}) as "firstCurrency"`, sql`max(${currency}) as "lastCurrency"`] : []
  interface Counted {
    total: number
    firstCurrency?: string | null
    lastCurrency?: string | null
  }
  const [counted] = await reader.rows<Counted & Record<string, number>>(sql`select ${sql.join([sql`cast(count(*) as bigint) as total`, ...ends, ...sums], sql`, `)} ${from}`)
  const { total, firstCurrency, lastCurrency, ...totals } = counted ?? { total: 0 }
  if (!currency || sums.length === 0) return { total, totals }
  if (firstCurrency === lastCurrency) return { total, totals, sums: firstCurrency ? [{ currency: firstCurrency, totals }] : [] }
  const lines = await reader.rows<{ sumCurrency: string } & Record<string, number>>(sql`select ${sql.join([sql`${currency} as "sumCurrency"`, ...sums], sql`, `)} ${from} group by ${currency} order by ${currency}`)
  return { total, sums: lines.map(({ sumCurrency, ...each }) => ({ currency: sumCurrency, totals: each })) }
}
