import { sql, type SQL } from 'drizzle-orm'
import { daysBetween, later, type Day } from '../../shared/day.ts'
import { deadlinesOf, nextSteps, presentByOf } from '../../shared/acceptances/rules.ts'
import { acceptanceRow, type AcceptanceEvent, type AcceptanceRow, type AcceptanceView } from '../../shared/acceptances/schemas.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { money, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, matchingCustomers, type Scope } from '../customers/queries.ts'
import { gridRows, named } from '../grid.ts'
import { startsWith } from '../invoices/queries.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { loadBills, standingEvents } from './events.ts'

type StoredRow = Omit<AcceptanceRow, 'daysToDue' | 'presentBy' | 'datedAhead'>

export const acceptanceFields = (reader: Reader): Record<string, SQL> => {
  const { acceptances: b, acceptanceStates: s, customers: c, users: u, receipts: r } = reader.t
  return {
    id: sql`${b.id}`, number: sql`${b.number}`, billNumber: sql`${b.billNumber}`, rangeFrom: sql`${b.rangeFrom}`, rangeTo: sql`${b.rangeTo}`, kind: sql`${b.kind}`,
    drawer: sql`${b.drawer}`, acceptor: sql`${b.acceptor}`, issuedOn: sql`${b.issuedOn}`, dueOn: sql`${b.dueOn}`, currency: sql`${b.currency}`, amount: sql`${b.amount}`,
    status: sql`${s.status}`, since: sql`${s.since}`, customerId: sql`${b.customerId}`, customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`),
    receiptId: sql`${b.receiptId}`, receiptNumber: sql`(select ${r.number} from ${r} where ${r.id} = ${sql.raw('"acceptances"."receipt_id"')})`, receivedOn: sql`${b.receivedOn}`,
  }
}


export const acceptanceSource = (reader: Reader): SQL => {
  const { acceptances: b, acceptanceStates: s, customers: c, users: u } = reader.t
  return sql`from ${b} join ${s} on ${s.acceptanceId} = ${b.id} join ${c} on ${c.id} = ${b.customerId} left join ${u} on ${u.id} = ${c.salespersonId}`
}

const dated = (row: StoredRow, today: Day): AcceptanceRow => ({ ...row, daysToDue: daysBetween(today, row.dueOn), presentBy: presentByOf(row.dueOn), datedAhead: row.receivedOn > today })

export async function acceptanceGrid(reader: Reader, request: GridRequest, today: Day, scope: Scope, narrow?: SQL): Promise<GridPage<AcceptanceRow>> {
  const { acceptances: b, acceptanceStates: s } = reader.t
  const page = await gridRows<StoredRow>(reader, {
    row: acceptanceRow,
    fields: acceptanceFields(reader),
    from: acceptanceSource(reader),
    ...(scope === null ? { countFrom: sql`from ${b} join ${s} on ${s.acceptanceId} = ${b.id}`, decorated: ['customerCode', 'customerName', 'salesperson'] } : {}),
    where: [inScope(reader, scope), narrow],
    search: (text) => sql`(${b.customerId} in (${matchingCustomers(reader, text)}) or ${startsWith(b.number, text)} or ${startsWith(b.billNumber, text)})`,
    // A bill that was split counts by its parts, and one that went back does not count.
    totals: { amount: sql`case when ${s.status} in ('split', 'returned') then 0 else ${b.amount} end` },
    currency: sql`${b.currency}`,
    order: sql`${b.receivedOn} desc, ${b.id} desc`,
    tie: sql`${b.id}`,
  }, request)
  return { ...page, rows: page.rows.map((row) => dated(row, today)) }
}

/** The bills of a receipt as it brought them, without the parts that they were split into later. */
export const billsOfReceipt = async (reader: Reader, receiptId: number, today: Day, scope: Scope): Promise<AcceptanceRow[]> =>
  (await acceptanceGrid(reader, { offset: 0, limit: 1000, sort: [{ field: 'number', dir: 'asc' }], filters: [], withTotals: false }, today, scope,
    sql`${reader.t.acceptances.receiptId} = ${receiptId} and ${reader.t.acceptances.splitFromId} is null`)).rows

type Relative = AcceptanceView['parts'][number]
const relatives = (reader: Reader, where: SQL): Promise<Relative[]> => reader.rows<Relative>(sql`select b.id, b.number, b.range_from as "rangeFrom", b.range_to as "rangeTo", b.amount, s.status
  from acceptances b join acceptance_states s on s.acceptance_id = b.id where ${where} order by b.id`)

/** The whole bill with its life, its deadlines and what may be done next. Refuses notFound, also outside the scope. */
export async function acceptanceView(reader: Reader, id: number, today: Day, scope: Scope): Promise<AcceptanceView> {
  const page = await acceptanceGrid(reader, { offset: 0, limit: 1, sort: [], filters: [{ field: 'id', op: 'eq', value: id }], withTotals: false }, today, scope)
  const [row] = page.rows
  const [found] = await loadBills(reader, [id])
  if (!row || !found) throw new Refusal('notFound')
  const { bill, events, lastOn } = found
  const standing = standingEvents(events)
  const refused = standing.findLast((event) => event.kind === 'dishonoured')
  const passedOn = standing.some((event) => event.kind === 'endorsed' || event.kind === 'discounted')
  const revived = refused?.itemId ? { itemId: refused.itemId, open: await openOf(reader, refused.itemId, later(today, refused.on)) } : null
  const dayOf = (kind: string): Day | null => standing.find((event) => event.kind === kind)?.on ?? null
  return {
    ...row, acceptorBank: bill.acceptorBank, priorHand: bill.priorHand, transferable: bill.transferable, note: bill.note, postedAt: bill.postedAt, postedBy: bill.postedBy,
    events: await eventsOf(reader, id),
    parts: await relatives(reader, sql`b.split_from_id = ${id}`),
    parent: bill.splitFromId === null ? null : ((await relatives(reader, sql`b.id = ${bill.splitFromId}`))[0] ?? null),
    deadlines: deadlinesOf({
      status: row.status, dueOn: row.dueOn, presentedOn: dayOf('presented'), refusedOn: refused?.on ?? null, passedOn, notifiedOn: dayOf('notified'), paid: revived?.open === 0,
    }, today),
    next: nextSteps({ ...row, transferable: bill.transferable }, { lastOn, today }), lastOn, revived,
  }
}

const openOf = async (reader: Reader, itemId: number, on: Day): Promise<Money> => {
  const [balance] = await reader.rows<{ open: Money }>(sql`select open from ${await openOn(reader, on)} b where item_id = ${itemId}`)
  return balance?.open ?? money(0)
}

const eventsOf = async (reader: Reader, id: number): Promise<AcceptanceEvent[]> =>
  (await reader.rows<Omit<AcceptanceEvent, 'undone'> & { undone: number }>(sql`select e.id, e.kind, e.on_day as "on", e.amount, e.interest, e.fee, coalesce(a.name, '') as "bankAccount", e.counterparty, e.note,
      e.item_id as "itemId", e.undoes_id as "undoesId", case when u.id is null then 0 else 1 end as undone, e.posted_at as "postedAt", e.posted_by as "postedBy"
    from acceptance_events e left join bank_accounts a on a.id = e.bank_account_id left join acceptance_events u on u.undoes_id = e.id
    where e.acceptance_id = ${id} order by e.id`)).map((event) => ({ ...event, undone: event.undone === 1 }))

/** The event in which a bill stood at the end of a day: its last that was not taken back by then. */
export const standingOn = (on: Day): SQL => sql`(select max(x.id) from acceptance_events x where x.acceptance_id = b.id and x.on_day <= ${on} and x.kind not in ('undone', 'notified')
  and not exists (select 1 from acceptance_events z where z.undoes_id = x.id and z.on_day <= ${on}))`

export interface Outstanding {
  customerId: number
  /** In hand or presented, and not money yet; a bill that is due and not paid counts too. */
  held: Money
  /** Endorsed or discounted and not due yet: it comes back to us if it is not paid. */
  contingent: Money
}

/**
 * The bills that were not money yet at the end of a day, by customer, exact on any past day. What ended before the day
 * and was never touched again cannot have stood otherwise on it, so only the rest is looked at.
 */
export const outstandingAcceptances = (reader: Reader, { asOf, currency, scope }: { asOf: Day; currency: string; scope: Scope }): Promise<Outstanding[]> =>
  reader.rows<Outstanding>(sql`select b.customer_id as "customerId", cast(sum(case when e.kind in ('received', 'presented') then b.amount else 0 end) as bigint) as held,
      cast(sum(case when e.kind in ('endorsed', 'discounted') and b.due_on > ${asOf} then b.amount else 0 end) as bigint) as contingent
    from acceptance_states s join acceptances b on b.id = s.acceptance_id join acceptance_events e on e.id = ${standingOn(asOf)}
    ${scope === null ? sql`` : sql`join customers c on c.id = b.customer_id and c.salesperson_id = ${scope}`}
    where (s.status in ('held', 'presented', 'endorsed', 'discounted', 'dishonoured') or s.since > ${asOf}) and b.received_on <= ${asOf} and b.currency = ${currency}
      and e.kind in ('received', 'presented', 'endorsed', 'discounted')
    group by b.customer_id order by b.customer_id`)

/** Money that bills brought to the bank, for matching with its statements: standing collections and discounts, net. */
export interface Collection {
  eventId: number
  acceptanceId: number
  number: string
  billNumber: string
  kind: 'collected' | 'discounted'
  on: Day
  bankAccountId: number
  currency: string
  /** What the account received. */
  amount: Money
  fee: Money
  interest: Money
  counterparty: string
  customerId: number
  customerName: string
}

export const collections = (reader: Reader, { from, to, bankAccountId }: { from: Day; to: Day; bankAccountId?: number | undefined }): Promise<Collection[]> =>
  reader.rows<Collection>(sql`select e.id as "eventId", b.id as "acceptanceId", b.number, b.bill_number as "billNumber", e.kind, e.on_day as "on", e.bank_account_id as "bankAccountId", b.currency,
      e.amount, e.fee, e.interest, e.counterparty, b.customer_id as "customerId", c.name as "customerName"
    from acceptance_events e join acceptances b on b.id = e.acceptance_id join customers c on c.id = b.customer_id
    where e.on_day between ${from} and ${to} and e.kind in ('collected', 'discounted') and not exists (select 1 from acceptance_events u where u.undoes_id = e.id)
      ${bankAccountId === undefined ? sql`` : sql`and e.bank_account_id = ${bankAccountId}`}
    order by e.on_day, e.id`)
