/** The clocks of many debts at once, and of one with all that moved it. */
import { sql } from 'drizzle-orm'
import { addDays, type Day } from '../../shared/day.ts'
import { foldText } from '../../shared/fold.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { clockOf, levelOf, type Clock } from '../../shared/limitation/rules.ts'
import { limitationRow, type ClockLevel, type ClockView, type LimitationRow } from '../../shared/limitation/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { isWorkday } from '../calendar.ts'
import { matchingCustomers, type Scope } from '../customers/queries.ts'
import type { Ledger } from '../ledger.ts'
import { openOn } from '../openAsOf.ts'
import { pageOf } from '../pageOf.ts'
import type { Reader } from '../reader.ts'
import { documentsOf, dueLongAgo, loadDebts, type Debt, type DebtFilter } from './debts.ts'
import { eventsOf, type LedgerEvent } from './events.ts'

/** Today of the office and what of it may be seen. */
export interface Asked {
  asOf: Day
  scope: Scope
}

interface Told {
  debt: Debt
  clock: Clock<LedgerEvent>
  row: LimitationRow
}

async function clocksOf(reader: Reader, which: Omit<DebtFilter, 'open'>, { asOf, scope }: Asked): Promise<Told[]> {
  const filter = { ...which, open: await openOn(reader, asOf) }
  const debts = await loadDebts(reader, filter, scope)
  const events = await eventsOf(reader, debts, { documents: documentsOf(filter), asOf, scope })
  const workdays = new Map<Day, boolean>()
  const works = (value: Day): boolean => {
    const known = workdays.get(value) ?? isWorkday(value)
    workdays.set(value, known)
    return known
  }
  return debts.map((debt) => {
    const clock = clockOf(debt, events.get(debt.itemId) ?? [], asOf, works)
    const { installments, salespersonId: _salespersonId, ...told } = debt
    const running = clock.log.find(({ event }) => event.kind === 'lawsuit' && event.until === null && !event.withdrawn)
    return {
      debt, clock,
      row: {
        ...told, items: installments.filter(({ open }) => open > 0).length, restartedOn: clock.lastEvent && addDays(clock.startsOn, -1), endsOn: clock.endsOn,
        level: levelOf(clock, asOf), revived: clock.revived, lawsuit: running?.event.number ?? '',
      },
    }
  })
}

const NEAR: ReadonlySet<ClockLevel> = new Set(['month1', 'month3', 'month6'])

/** Debts that end within six months, the nearest first: only those due long ago are looked at. */
export async function nearlyEnded(reader: Reader, asked: Asked): Promise<LimitationRow[]> {
  const told = await clocksOf(reader, { dueBy: dueLongAgo(asked.asOf) }, asked)
  return told.map(({ row }) => row).filter(({ level }) => NEAR.has(level)).sort(byEnd)
}

/** Those without an end come last: their lawsuits run. */
const byEnd = (a: LimitationRow, b: LimitationRow): number => (a.endsOn === b.endsOn ? a.itemId - b.itemId : (a.endsOn ?? '9') < (b.endsOn ?? '9') ? -1 : 1)

interface Kept {
  head: number
  asOf: Day
  rows: { row: LimitationRow; salespersonId: number | null }[]
}
/** The rows of each ledger as they were last worked out: they stay the same until something is posted or the day ends, so a list that is scrolled works them out once. */
const kept = new WeakMap<Ledger, Kept>()

async function everyRow(ledger: Ledger, reader: Reader, asOf: Day): Promise<Kept['rows']> {
  const [{ head } = { head: 0 }] = await reader.rows<{ head: number }>(sql`select coalesce(max(id), 0) as head from journal`)
  const last = kept.get(ledger)
  if (last?.head === head && last.asOf === asOf) return last.rows
  const told = await clocksOf(reader, {}, { asOf, scope: null })
  const rows = told.map(({ debt, row }) => ({ row, salespersonId: debt.salespersonId })).sort((a, b) => byEnd(a.row, b.row))
  kept.set(ledger, { head, asOf, rows })
  return rows
}

/** All open debts by the day on which they end, the nearest first. */
export async function limitationGrid(ledger: Ledger, reader: Reader, request: GridRequest, { asOf, scope, customerId }: Asked & { customerId?: number | undefined }): Promise<GridPage<LimitationRow>> {
  const rows = (await everyRow(ledger, reader, asOf))
    .filter(({ row, salespersonId }) => (scope === null || salespersonId === scope) && (customerId === undefined || row.customerId === customerId)).map(({ row }) => row)
  const text = foldText(request.search?.trim() ?? '')
  const matching = text === '' ? new Set<number>() : new Set((await reader.rows<{ id: number }>(sql`select customer_id as id from (${matchingCustomers(reader, text)}) matching`)).map(({ id }) => id))
  const fits = (row: LimitationRow): boolean => text === '' || matching.has(row.customerId) || [row.number, row.invoiceNumber, row.contractNumber].some((number) => foldText(number).startsWith(text))
  return pageOf({ rows, row: limitationRow, search: fits, totals: ['open'], currency: (row) => row.currency }, request)
}

/** The clock of the debt that an item belongs to, open or settled, with everything that moved it or did not. Refuses notFound, also outside the scope. */
export async function clockView(reader: Reader, itemId: number, asked: Asked): Promise<ClockView> {
  const [told] = await clocksOf(reader, { itemId }, asked)
  if (!told) throw new Refusal('notFound')
  const { debt, clock, row } = told
  return {
    ...row, startsOn: clock.startsOn, lastOn: clock.lastOn, state: clock.state, installments: debt.installments,
    log: clock.log.map(({ event: { withdrawn: _withdrawn, takenBack: _takenBack, ...event }, effect }) => ({ ...event, effect })),
  }
}
