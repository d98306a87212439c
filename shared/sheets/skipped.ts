/** What is left out of a list, by reason: how many rows, the first of them, and the money that stands in them. */
import { ZERO, type Money } from '../money.ts'
import type { SkippedRows } from './schemas.ts'
import { fileRow } from './table.ts'

/** Money of one column (its field) in one currency; '' where the file names none. */
export interface FieldSum {
  field: string
  currency: string
  amount: Money
}

interface Left {
  count: number
  rows: number[]
  sums: Map<string, FieldSum>
}

const ROWS_NAMED = 10
/** What is left out may be no money at all, so a sum of nonsense stops at the largest one instead of ending the import. */
const LARGEST_SUM = 9_000_000_000_000_000
const within = (sum: number): Money => Math.max(-LARGEST_SUM, Math.min(LARGEST_SUM, sum)) as Money

export class Skipped {
  readonly #reasons = new Map<string, Left>()
  readonly #sheets: readonly string[]

  /** `sheets` are the names of those that are read as one list. */
  constructor(sheets: readonly string[] = []) {
    this.#sheets = sheets
  }

  add(reason: string, row: number, sums: readonly FieldSum[] = []): void {
    const left = this.#reasons.get(reason) ?? { count: 0, rows: [], sums: new Map<string, FieldSum>() }
    this.#reasons.set(reason, left)
    left.count += 1
    if (left.rows.length < ROWS_NAMED) left.rows.push(row)
    for (const { field, currency, amount } of sums) {
      const key = `${field}|${currency}`
      left.sums.set(key, { field, currency, amount: within((left.sums.get(key)?.amount ?? ZERO) + amount) })
    }
  }

  all(): SkippedRows {
    return Object.fromEntries(Array.from(this.#reasons, ([reason, { count, rows, sums }]) =>
      [reason, { count, rows: rows.map((row) => fileRow(row, this.#sheets)), sums: [...sums.values()] }]))
  }
}

/** How many rows are left out for any reason. */
export const countOf = (skipped: SkippedRows): number => Object.values(skipped).reduce((sum, { count }) => sum + count, 0)
