/** Which months are closed. What is posted carries a day, and the writer refuses every day of a closed month, whoever posts it. */
import { getTableName, sql, type Table } from 'drizzle-orm'
import { day, firstOfMonth, monthAfter, monthOf, type Day, type Month } from '../shared/day.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Connection } from './engine/engine.ts'

/** The column that says on which day a posted row counts. Papers and the notes of a bank count on no day. */
const POSTING_DAY: Record<string, string> = {
  invoices: 'documentOn', open_items: 'documentOn', allocations: 'allocatedOn', receipts: 'receivedOn', receipt_moves: 'movedOn', offsets: 'offsetOn', refunds: 'refundedOn',
  acceptances: 'receivedOn', acceptance_events: 'on', write_offs: 'writtenOffOn', provisions: 'asOf',
}
/** Before every day that a document may have. */
const BEFORE_ALL = day('1900-01-01')

/** The last closed month, or null while none is. */
export async function closedThrough(connection: Pick<Connection, 'rows'>): Promise<Month | null> {
  const [row] = await connection.rows<{ month: Month | null }>(sql`select max(month) as month from closed_periods`)
  return row?.month ?? null
}

export const firstDayAfter = (closed: Month | null): Day => (closed === null ? BEFORE_ALL : firstOfMonth(monthAfter(closed)))

/** The first day on which something may be posted. */
export const firstOpenDay = async (connection: Pick<Connection, 'rows'>): Promise<Day> => firstDayAfter(await closedThrough(connection))

/** The month that is being worked on: the first open one, or the present one where no month was ever closed. */
export async function currentPeriod(connection: Pick<Connection, 'rows'>, today: Day): Promise<Month> {
  const closed = await closedThrough(connection)
  return closed === null ? monthOf(today) : monthAfter(closed)
}

/** Refuses rows that count on a day before `firstOpen` with periodClosed, naming the month. */
export function refuseClosedMonths(table: Table, rows: readonly object[], firstOpen: Day): void {
  const column = POSTING_DAY[getTableName(table)]
  if (column === undefined || firstOpen === BEFORE_ALL) return
  for (const row of rows) {
    const on = (row as Record<string, unknown>)[column] as Day
    if (on < firstOpen) throw new Refusal('periodClosed', { params: { month: monthOf(on), day: firstOpen, on } })
  }
}

/**
 * Finds the input field that holds the refused day, so that the screen can mark it: whoever posts knows the day of a row,
 * but not which of the typed days it came from. A day that was worked out marks no field.
 */
export function nameClosedDay(error: unknown, input: unknown): unknown {
  if (!(error instanceof Refusal) || error.reason !== 'periodClosed' || error.data.field !== undefined) return error
  const field = pathTo(input, error.data.params?.['on'])
  return field === null ? error : new Refusal(error.reason, { ...error.data, field })
}

function pathTo(value: unknown, wanted: unknown): string | null {
  if (value === wanted) return ''
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const rest = pathTo(inner, wanted)
    if (rest !== null) return rest === '' ? key : `${key}.${rest}`
  }
  return null
}
