/** What a grid asks for and what it gets: a range of rows, sorted and filtered, with the count and the totals. */
import { z } from 'zod'
import { zMoney } from './money.ts'

export const GRID_LIMIT = 1000

/** The refusals of every list, in their order: a field that it has not, a value that the field cannot be compared with. */
export const GRID_REFUSALS = ['unknownField', 'badFilter'] as const

/** No engine stores the character NUL in a text alike, so none is asked for it. */
const isStorable = (text: string): boolean => !text.includes('\0')

const filterValue = z.union([z.string().max(200), z.number(), z.boolean().transform(Number)])

export const gridFilter = z.object({
  field: z.string().max(60),
  op: z.enum(['eq', 'contains', 'startsWith', 'gte', 'lte', 'between', 'in']),
  value: z.union([filterValue, z.array(filterValue).max(200)]),
  to: filterValue.optional(),
})
export type GridFilter = z.infer<typeof gridFilter>

/** Query strings carry lists as JSON text, so that the same shape serves RPC and plain GET. */
const jsonOr = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      return value
    }
  }, inner)

export const gridRequest = z.object({
  offset: z.coerce.number<number>().int().min(0).max(100_000_000).default(0),
  limit: z.coerce.number<number>().int().min(1).max(GRID_LIMIT).default(100),
  sort: jsonOr(z.array(z.object({ field: z.string().max(60), dir: z.enum(['asc', 'desc']) })).max(4)).default([])
    .meta({ description: 'JSON: [{"field":"receivedOn","dir":"desc"}]' }),
  filters: jsonOr(z.array(gridFilter).max(20)).default([])
    .meta({ description: 'JSON: [{"field":"receivedOn","op":"gte","value":"2026-01-01"}]' }),
  search: z.string().max(100).refine(isStorable, { message: 'NOT_TEXT' }).optional(),
  withTotals: z.preprocess((value) => (value === 'false' || value === '0' ? false : value === 'true' || value === '1' ? true : value), z.boolean()).default(true),
})
export type GridRequest = z.output<typeof gridRequest>
export type GridQuery = z.input<typeof gridRequest>

export interface GridPage<Row> {
  rows: Row[]
  total?: number | undefined
  /** The sums of all rows of the question; left out when they are of several currencies, which never add up. */
  totals?: Record<string, number> | undefined
  /** The sums of each currency. */
  sums?: CurrencySum[] | undefined
}

export interface CurrencySum {
  currency: string
  totals: Record<string, number>
}

const sums = z.record(z.string(), zMoney)

/** The page of a grid: the rows on screen; count and totals only when they were asked for. */
export const gridPage = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    total: z.int().min(0).optional(),
    totals: sums.optional().meta({ description: '合计，整数分；行有多个币种时为空，见 sums' }),
    sums: z.array(z.object({ currency: z.string(), totals: sums })).optional().meta({ description: '各币种合计，整数分' }),
  })
