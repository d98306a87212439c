/**
 * Control totals 应收总控 of a month, by two ways that share nothing: what was posted (opening + debits − credits), and what
 * the aging says was open on the last day (items less allocations). They meet to the fen, or something is wrong.
 */
import { sql } from 'drizzle-orm'
import { lastOfMonth, type Month } from '../../shared/day.ts'
import { add, ZERO, type Money } from '../../shared/money.ts'
import { agrees, daysOfMonth } from '../../shared/periods/rules.ts'
import type { ControlTotal, ControlTotalRow, ControlTotals, LedgerCard } from '../../shared/periods/schemas.ts'
import { loadCustomer } from '../customers/queries.ts'
import { isDebit, movementsOf } from '../movements.ts'
import { openAsOf } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'

interface Sums {
  customerId: number
  currency: string
  opening: Money
  debits: Money
  credits: Money
}

/** One pass over the items up to the month's end. */
const postedSums = (reader: Reader, month: Month): Promise<Sums[]> => {
  const { from, to } = daysOfMonth(month)
  return reader.rows<Sums>(sql`select i.customer_id as "customerId", i.currency,
      cast(coalesce(sum(case when i.document_on < ${from} then i.amount end), 0) as bigint) as opening,
      cast(coalesce(sum(case when i.document_on >= ${from} and ${isDebit} then i.amount end), 0) as bigint) as debits,
      cast(coalesce(sum(case when i.document_on >= ${from} and not ${isDebit} then -i.amount end), 0) as bigint) as credits
    from open_items i where i.document_on <= ${to} group by 1, 2`)
}

interface Open {
  customerId: number
  currency: string
  open: Money
}

/** The same balances as the aging has them. */
const agingSums = async (reader: Reader, month: Month): Promise<Open[]> => {
  const { to } = daysOfMonth(month)
  return reader.rows<Open>(sql`select i.customer_id as "customerId", i.currency, cast(sum(o.open) as bigint) as open
    from ${await openAsOf(reader, to)} o cross join open_items i where i.id = o.item_id and i.document_on <= ${to} group by 1, 2`)
}

type Line = Omit<ControlTotalRow, 'code' | 'name'>

/** Both ways side by side, by customer and currency. */
async function controlLines(reader: Reader, month: Month): Promise<Line[]> {
  const lines = new Map<string, Line>()
  const keyOf = ({ customerId, currency }: { customerId: number; currency: string }): string => `${customerId} ${currency}`
  for (const { customerId, currency, opening, debits, credits } of await postedSums(reader, month)) {
    lines.set(keyOf({ customerId, currency }), { customerId, currency, opening, debits, credits, closing: add(opening, debits, -credits as Money), aging: ZERO })
  }
  for (const row of await agingSums(reader, month)) {
    const line = lines.get(keyOf(row)) ?? { customerId: row.customerId, currency: row.currency, opening: ZERO, debits: ZERO, credits: ZERO, closing: ZERO, aging: ZERO }
    lines.set(keyOf(row), { ...line, aging: row.open })
  }
  return [...lines.values()]
}

const NOTHING = { opening: ZERO, debits: ZERO, credits: ZERO, closing: ZERO, aging: ZERO }

const totalsOf = (lines: readonly Line[]): ControlTotal[] => {
  const totals = new Map<string, ControlTotal>()
  for (const line of lines) {
    const sum = totals.get(line.currency) ?? { currency: line.currency, ...NOTHING }
    totals.set(line.currency, {
      currency: line.currency, opening: add(sum.opening, line.opening), debits: add(sum.debits, line.debits), credits: add(sum.credits, line.credits),
      closing: add(sum.closing, line.closing), aging: add(sum.aging, line.aging),
    })
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** The totals of a month by currency, and how many customers' balances the aging contradicts, by how much. */
export async function monthTotals(reader: Reader, month: Month): Promise<{ totals: ControlTotal[]; disagreeing: Line[] }> {
  const lines = await controlLines(reader, month)
  return { totals: totalsOf(lines), disagreeing: lines.filter((line) => !agrees(line)) }
}

/** The control totals of a month by customer, by code; customers without balance and movement are left out. */
export async function controlTotals(reader: Reader, month: Month): Promise<ControlTotals> {
  const lines = (await controlLines(reader, month)).filter(({ opening, debits, credits, closing, aging }) => [opening, debits, credits, closing, aging].some((amount) => amount !== 0))
  const names = new Map((await reader.rows<{ id: number; code: string; name: string }>(sql`select id, code, name from customers`)).map((row) => [row.id, row]))
  const rows = lines.map((line) => ({ ...line, code: names.get(line.customerId)?.code ?? '', name: names.get(line.customerId)?.name ?? '' }))
    .sort((a, b) => compare(a.currency, b.currency) || compare(a.code, b.code) || a.customerId - b.customerId)
  return { month, rows, totals: totalsOf(lines), disagreeing: lines.filter((line) => !agrees(line)).length }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The ledger card of a customer in one month and currency, document by document. Refuses notFound. */
export async function ledgerCard(reader: Reader, month: Month, customerId: number, currency: string): Promise<LedgerCard> {
  const { code, name } = await loadCustomer(reader, customerId)
  return { month, customerId, code, name, currency, ...(await movementsOf(reader, customerId, currency, daysOfMonth(month))) }
}

/** The balance of each currency at the end of each month in which something was posted, in one pass. */
export async function monthBalances(reader: Reader): Promise<{ month: Month; currency: string; moved: Money }[]> {
  return reader.rows(sql`select substr(document_on, 1, 7) as month, currency, cast(sum(amount) as bigint) as moved from open_items group by 1, 2 order by 1, 2`)
}

/** Where the totals that the last standing closing kept are no longer those of the ledger; the invariant of closed months. */
export async function closedTotalsMoved(reader: Reader): Promise<{ id: number; text: string }[]> {
  const [closing] = await reader.rows<{ id: number; month: Month; totals: string }>(sql`select e.id, e.month, e.totals from period_events e
    where e.kind = 'closed' and e.month = (select max(month) from closed_periods) order by e.id desc limit 1`)
  if (!closing) return []
  const kept = canonical(JSON.parse(closing.totals) as ControlTotal[])
  const now = canonical((await monthTotals(reader, closing.month)).totals)
  return kept === now ? [] : [{ id: closing.id, text: `${lastOfMonth(closing.month)} kept ${kept}, is ${now}` }]
}

const canonical = (totals: readonly ControlTotal[]): string =>
  totals.map(({ currency, opening, debits, credits, closing, aging }) => [currency, opening, debits, credits, closing, aging].join(' ')).join('; ')
