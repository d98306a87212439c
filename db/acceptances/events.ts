/** A bill with its life so far, and the only place that adds to it. */
import { inArray, sql } from 'drizzle-orm'
import { addDays, later, type Day } from '../../shared/day.ts'
import { checkStep, overlaps, STATUS_AFTER, type Range } from '../../shared/acceptances/rules.ts'
import type { AcceptanceStatus, AcceptanceStep } from '../../shared/acceptances/schemas.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { ZERO } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Reader } from '../reader.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'

export type Acceptance = Tables['acceptances']['$inferSelect']
export type AcceptanceEvent = Tables['acceptanceEvents']['$inferSelect']
export const SERIES = 'PJ'

export interface Bill {
  bill: Acceptance
  /** In the order in which they were entered, which is the order of their days. */
  events: AcceptanceEvent[]
  status: AcceptanceStatus
  /** The day of the last event, standing or not: nothing later may be dated before it. */
  lastOn: Day
}

/** The events that no `undone` took back. */
export function standingEvents(events: readonly AcceptanceEvent[]): AcceptanceEvent[] {
  const undone = new Set(events.map((event) => event.undoesId))
  return events.filter((event) => event.kind !== 'undone' && !undone.has(event.id))
}

/** Where a bill stands after its events, and since when; a part whose split was taken back has none and is void. */
export function stateAfter(events: readonly AcceptanceEvent[]): { status: AcceptanceStatus; since: Day } {
  for (const event of standingEvents(events).toReversed()) {
    const status = STATUS_AFTER[event.kind]
    if (status) return { status, since: event.on }
  }
  const last = events.at(-1)
  if (!last) throw new Error('A bill without events')
  return { status: 'returned', since: last.on }
}

export async function loadBills(reader: Reader, ids: readonly number[]): Promise<Bill[]> {
  const { acceptances, acceptanceEvents } = reader.t
  if (ids.length === 0) return []
  const bills = await reader.db.select().from(acceptances).where(inArray(acceptances.id, [...ids])).orderBy(acceptances.id)
  const events = await reader.db.select().from(acceptanceEvents).where(inArray(acceptanceEvents.acceptanceId, [...ids])).orderBy(acceptanceEvents.id)
  return bills.map((bill) => {
    const own = events.filter((event) => event.acceptanceId === bill.id)
    return { bill, events: own, status: stateAfter(own).status, lastOn: own.reduce((last, event) => later(last, event.on), bill.receivedOn) }
  })
}

/** Loads the bill of a step and refuses notFound, then what the rules say against the step. */
export async function loadForStep(tx: Writer, step: AcceptanceStep, id: number, wanted: Day | undefined, today: Day): Promise<Bill & { on: Day }> {
  const [found] = await loadBills(tx, [id])
  if (!found) throw new Refusal('notFound')
  const on = wanted ?? later(today, found.lastOn)
  const { transferable, ...bill } = found.bill
  const reason = checkStep(step, { ...bill, transferable, status: found.status }, on)
  if (reason) throw new Refusal(reason, { field: 'on', params: { status: found.status, day: bill.dueOn } })
  return { ...found, on }
}

/** Refuses a day before the last event, and one too far ahead. */
export function refuseDay({ lastOn }: Bill, on: Day, today: Day, field = 'on'): void {
  if (on < lastOn) throw new Refusal('beforeLastEvent', { field, params: { day: lastOn } })
  if (on > addDays(later(today, lastOn), DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field })
}

type NewEvent = Pick<AcceptanceEvent, 'kind' | 'on'> & Partial<Pick<AcceptanceEvent, 'amount' | 'interest' | 'fee' | 'bankAccountId' | 'counterparty' | 'note' | 'itemId' | 'undoesId'>>

/** Posts an event of a bill that is already loaded, and moves its state. */
export async function postEvent(tx: Writer, { bill, events }: Pick<Bill, 'bill' | 'events'>, event: NewEvent): Promise<void> {
  const row = {
    id: await tx.nextId(tx.t.acceptanceEvents), acceptanceId: bill.id, amount: bill.amount, interest: ZERO, fee: ZERO, bankAccountId: null, counterparty: '', note: '',
    itemId: null, undoesId: null, postedAt: tx.now, postedBy: tx.by.name, ...event,
  }
  await tx.post(tx.t.acceptanceEvents, [row])
  await tx.run(sql`delete from acceptance_states where acceptance_id = ${bill.id}`)
  const state = stateAfter([...events, { ...row, seal: '' }])
  await tx.insert(tx.t.acceptanceStates, [{ acceptanceId: bill.id, ...state, dueOn: bill.dueOn, customerId: bill.customerId, amount: bill.amount }])
  tx.mention(`acceptance:${bill.id}:${bill.number}`)
}

/** Refuses a bill, or a part of one, that is still in our hands: each unit of it can be there only once. */
export async function refuseTaken(reader: Reader, wanted: Range & { billNumber: string }, field: string, except: readonly number[] = []): Promise<void> {
  const rows = await reader.rows<Range & { id: number; number: string }>(sql`select b.id, b.number, b.range_from as "rangeFrom", b.range_to as "rangeTo" from acceptances b
    join acceptance_states s on s.acceptance_id = b.id where b.bill_number = ${wanted.billNumber} and s.status in ('held', 'presented') order by b.id`)
  const taken = rows.find((row) => !except.includes(row.id) && overlaps(row, wanted))
  if (taken) throw new Refusal('billTaken', { field, params: { number: taken.number } })
}
