/** Turns what a grid asks for into one query for the rows, and one for count and totals when they are asked for. */
import { sql, type SQL } from 'drizzle-orm'
import type { GridFilter, GridPage, GridRequest } from '../shared/grid.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Reader } from './reader.ts'

export interface GridSource {
  /** Field → expression, both for the result and for filters; what is not listed cannot be sorted or filtered. */
  fields: Record<string, SQL>
  /** from … joins for the rows. */
  from: SQL
  /** from … without the joins that only decorate, for count and totals when nothing filters on them. */
  countFrom?: SQL
  /** Fields whose filter or search needs the full `from`. */
  decorated?: readonly string[]
  /** Fields that some rows have no value of. */
  nullable?: readonly string[]
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

/** Escapes the wildcards of LIKE; the caller names the escape character. */
const likeText = (value: unknown): string => String(value).toLowerCase().replace(/[\\%_]/g, (char) => `\\${char}`)

function condition(source: GridSource, filter: GridFilter): SQL {
  const field = source.fields[filter.field]
  if (!field) throw new Refusal('unknownField', { field: filter.field })
  const one = Array.isArray(filter.value) ? filter.value[0] : filter.value
  switch (filter.op) {
    case 'eq': return sql`${field} = ${one}`
    case 'gte': return sql`${field} >= ${one}`
    case 'lte': return sql`${field} <= ${one}`
    case 'between': return sql`${field} between ${one} and ${filter.to ?? one}`
    case 'contains': return sql`lower(cast(${field} as text)) like ${`%${likeText(one)}%`} escape '\\'`
    case 'startsWith': return sql`lower(cast(${field} as text)) like ${`${likeText(one)}%`} escape '\\'`
    case 'in': {
      const values = Array.isArray(filter.value) ? filter.value : [filter.value]
      return values.length === 0 ? sql`1 = 0` : sql`${field} in ${values}`
    }
  }
}

/** Rows, count and totals of one grid request. An unknown field is refused with `unknownField`. */
export async function gridRows<Row>(reader: Reader, source: GridSource, request: GridRequest): Promise<GridPage<Row>> {
  const search = request.search?.trim() && source.search ? source.search(request.search.trim()) : undefined
  const where = allOf([...(source.where ?? []), ...request.filters.map((filter) => condition(source, filter)), search])
  const sorts = request.sort.map(({ field, dir }) => {
    const expression = source.fields[field]
    if (!expression) throw new Refusal('unknownField', { field })
    // The engines disagree about where rows without a value belong; elsewhere the word would only keep an index away.
    return sql`${expression} ${sql.raw(source.nullable?.includes(field) ? (dir === 'asc' ? 'asc nulls first' : 'desc nulls last') : dir)}`
  })
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
