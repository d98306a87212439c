import { sql } from 'drizzle-orm'
import { lastOfMonth, monthAfter, monthOf, type Day, type Month } from '../../shared/day.ts'
import { add, ZERO, type Money } from '../../shared/money.ts'
import { closeRefusal, closingOf, monthsDown, reopenRefusal, type LedgerMonths } from '../../shared/periods/rules.ts'
import type { AmountOf, MonthCheck, Period, PeriodEvent } from '../../shared/periods/schemas.ts'
import { closedThrough } from '../openMonths.ts'
import type { Reader } from '../reader.ts'
import { loadCompany } from '../settings/queries.ts'
import { checkLines } from './checks.ts'
import { monthBalances } from './controlTotals.ts'

/** From which month on the ledger has months: where it starts, else its first document, else the present one. */
export async function ledgerMonths(reader: Reader, today: Day): Promise<LedgerMonths> {
  const { startOn } = await loadCompany(reader)
  const [row] = await reader.rows<{ first: Day | null }>(sql`select min(document_on) as first from open_items`)
  const began = startOn ?? row?.first ?? today
  return { first: monthOf(began < today ? began : today), closedThrough: await closedThrough(reader), today }
}

const loadEvents = (reader: Reader): Promise<PeriodEvent[]> =>
  reader.rows<PeriodEvent>(sql`select month, kind, reason, made_at as at, made_by as by from period_events order by id`)

/** Every month of the ledger up to the present one, the newest first, with its balance at the end. */
export async function listPeriods(reader: Reader, today: Day): Promise<Period[]> {
  const months = await ledgerMonths(reader, today)
  const events = await loadEvents(reader)
  const balances = await balancesAt(reader, monthsDown(months.first, monthOf(today)))
  return [...balances].map(([month, amounts]) => periodOf(month, months, events, amounts))
}

function periodOf(month: Month, { closedThrough: last, today }: LedgerMonths, events: readonly PeriodEvent[], balances: AmountOf[]): Period {
  const closed = last !== null && month <= last
  const closing = closed ? closingOf(month, events) : null
  return {
    month, status: closed ? 'closed' : 'open', over: lastOfMonth(month) < today, closedAt: closing?.at ?? '', closedBy: closing?.by ?? '', balances,
    events: events.filter((event) => event.month === month),
  }
}

/** One month as the list shows it. */
export async function periodView(reader: Reader, month: Month, today: Day): Promise<Period> {
  const [amounts = []] = (await balancesAt(reader, [month])).values()
  return periodOf(month, await ledgerMonths(reader, today), await loadEvents(reader), amounts)
}

async function balancesAt(reader: Reader, months: readonly Month[]): Promise<Map<Month, AmountOf[]>> {
  const moves = await monthBalances(reader)
  const sums = new Map<string, Money>()
  const found = new Map<Month, AmountOf[]>()
  let next = 0
  for (const month of [...months].reverse()) {
    for (let move = moves[next]; move && move.month <= month; move = moves[++next]) sums.set(move.currency, add(sums.get(move.currency) ?? ZERO, move.moved))
    found.set(month, [...sums].filter(([, amount]) => amount !== 0).map(([currency, amount]) => ({ currency, amount })))
  }
  return new Map(months.map((month) => [month, found.get(month) ?? []]))
}

/** The check list of a month, and whether it may be closed or opened again. */
export async function monthCheck(reader: Reader, month: Month, today: Day): Promise<MonthCheck> {
  const months = await ledgerMonths(reader, today)
  const refusal = closeRefusal(month, months)
  const lines = await checkLines(reader, month, today)
  const blocked = lines.find((line) => line.level === 'blocks')
  return {
    month, status: months.closedThrough !== null && month <= months.closedThrough ? 'closed' : 'open', lines,
    refusal: refusal ?? (blocked === undefined ? null : blocked.check === 'drafts' ? 'documentsNotPosted' : 'totalsDisagree'),
    firstToClose: refusal === 'earlierMonthOpen' && months.closedThrough !== null ? monthAfter(months.closedThrough) : null,
    reopens: reopenRefusal(month, months.closedThrough) === null,
  }
}
