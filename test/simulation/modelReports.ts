/** The naive reports: an aging and control totals, added up item by item from all of history. */
import { isPositive, type DayNumber, type Item, type Model } from './model.ts'
import { statusAt } from './modelBills.ts'
import { firstOf, lastOf } from './months.ts'

const isMoney = ({ kind }: Item): boolean => kind === 'receipt' || kind === 'difference' || kind === 'refund'

/** Rows of an aging: notDue, buckets, unallocated, total, overdue, items, bills that are not money yet, by customer. */
export function agingOf(model: Model, day: DayNumber, basis: 'due' | 'document', ends: readonly number[], currency: string): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  const rowOf = (customer: number): number[] => {
    const row = rows.get(customer) ?? Array.from({ length: ends.length + 7 }, () => 0)
    rows.set(customer, row)
    return row
  }
  for (const item of model.items) {
    const open = item.currency === currency ? model.open(item, day) : 0
    if (open === 0) continue
    const row = rowOf(item.customer)
    const over = day - (basis === 'due' ? item.due : item.on)
    const bucket = ends.filter((end) => over > end).length
    const column = isMoney(item) ? ends.length + 2 : over <= 0 ? 0 : bucket + 1
    row[column]! += open
    row[ends.length + 3]! += open
    if (!isMoney(item) && over > 0) row[ends.length + 4]! += open
    row[ends.length + 5]! += 1
  }
  for (const bill of model.bills) {
    const inHand = bill.receipt.currency === currency && ['held', 'presented'].includes(statusAt(bill, day) ?? '')
    if (inHand) rowOf(bill.receipt.customer)[ends.length + 6]! += bill.amount
  }
  return rows
}

export interface Totals {
  customer: number
  currency: string
  opening: number
  debits: number
  credits: number
  closing: number
  aging: number
}

/** What was posted before and in a month by customer and currency, and what was open at its end. A reversal takes off in its own month. */
export function totalsOf(model: Model, month: number): Totals[] {
  const rows = new Map<string, Totals>()
  for (const item of model.items) {
    const key = `${item.currency} ${item.customer}`
    const row = rows.get(key) ?? { customer: item.customer, currency: item.currency, opening: 0, debits: 0, credits: 0, closing: 0, aging: 0 }
    rows.set(key, row)
    const amount = isPositive(item) ? item.amount : -item.amount
    for (const [on, moved] of [[item.on, amount], [item.closedOn ?? Infinity, -amount]] as const) {
      if (on < firstOf(month)) row.opening += moved
      else if (on <= lastOf(month) && (item.kind === 'debt' || item.kind === 'credit')) row.debits += moved
      else if (on <= lastOf(month)) row.credits -= moved
    }
    row.closing = row.opening + row.debits - row.credits
    row.aging += model.open(item, lastOf(month))
  }
  return [...rows.values()].filter((row) => [row.opening, row.debits, row.credits, row.closing, row.aging].some((amount) => amount !== 0))
    .sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : a.customer - b.customer))
}
