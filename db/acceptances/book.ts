/** 应收票据备查簿: every bill that a period saw, with what became of it by the period's last day. */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { AcceptanceBook, BookLine } from '../../shared/acceptances/schemas.ts'
import { STATUS_AFTER } from '../../shared/acceptances/rules.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { ZERO } from '../../shared/money.ts'
import type { Scope } from '../customers/queries.ts'
import type { Reader } from '../reader.ts'
import { stateAfter, standingEvents, type AcceptanceEvent } from './events.ts'

type Head = Omit<BookLine, 'status' | 'endorsedOn' | 'endorsee' | 'discountedOn' | 'interest' | 'discountNet' | 'collectedOn' | 'collected' | 'dishonouredOn' | 'reason'>
const ENDED = new Set(['split', 'collected', 'settled', 'returned'])

/** Bills received by `to` that had not ended before `from`, in the order of their numbers. Later events are left out, so a past book stays as it was. */
export async function acceptanceBook(reader: Reader, { from, to }: { from: Day; to: Day }, scope: Scope): Promise<AcceptanceBook> {
  const heads = await reader.rows<Head>(sql`select b.id, b.number, b.bill_number as "billNumber", b.range_from as "rangeFrom", b.range_to as "rangeTo", b.kind, b.drawer, b.acceptor, b.prior_hand as "priorHand",
      b.issued_on as "issuedOn", b.due_on as "dueOn", b.currency, b.amount, b.customer_id as "customerId", c.code as "customerCode", c.name as "customerName",
      (select r.number from receipts r where r.id = b.receipt_id) as "receiptNumber", b.received_on as "receivedOn"
    from acceptances b join acceptance_states s on s.acceptance_id = b.id join customers c on c.id = b.customer_id
    where b.received_on <= ${to} and (s.status in ('held', 'presented', 'endorsed', 'discounted', 'dishonoured') or s.since >= ${from})
      ${scope === null ? sql`` : sql`and c.salesperson_id = ${scope}`} order by b.received_on, b.id`)
  const events = await eventsUntil(reader, heads, to)
  return { from, to, lines: heads.map((head) => lineOf(head, events.get(head.id) ?? [])).filter(({ line, since }) => !ENDED.has(line.status) || since >= from).map(({ line }) => line) }
}

const SOME = 400

async function eventsUntil(reader: Reader, heads: readonly Head[], to: Day): Promise<Map<number, AcceptanceEvent[]>> {
  const { acceptanceEvents: e } = reader.t
  const events: AcceptanceEvent[] = []
  for (let start = 0; start < heads.length; start += SOME) {
    const ids = heads.slice(start, start + SOME).map(({ id }) => id)
    events.push(...(await reader.db.select().from(e).where(sql`${e.acceptanceId} in ${ids} and ${e.on} <= ${to}`).orderBy(e.id)))
  }
  return groupBy(events, (event) => event.acceptanceId)
}

function lineOf(head: Head, events: readonly AcceptanceEvent[]): { line: BookLine; since: Day } {
  const standing = standingEvents(events).filter((event) => STATUS_AFTER[event.kind])
  const one = (kind: AcceptanceEvent['kind']): AcceptanceEvent | undefined => standing.find((event) => event.kind === kind)
  const { status, since } = stateAfter(events)
  const [endorsed, discounted, collected, refused] = [one('endorsed'), one('discounted'), one('collected'), one('dishonoured')]
  return {
    since,
    line: {
      ...head, status, endorsedOn: endorsed?.on ?? null, endorsee: endorsed?.counterparty ?? '',
      discountedOn: discounted?.on ?? null, interest: discounted?.interest ?? ZERO, discountNet: discounted?.amount ?? ZERO,
      collectedOn: collected?.on ?? null, collected: collected?.amount ?? ZERO, dishonouredOn: refused?.on ?? null, reason: refused?.counterparty ?? '',
    },
  }
}
