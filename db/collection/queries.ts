import { sql, type SQL } from 'drizzle-orm'
import { contactRow, disputeRow, promiseRow, type ContactRow, type DisputeRow, type HoldRow, type PromiseRow, type StoryView } from '../../shared/collection/schemas.ts'
import { overdueDays } from '../../shared/collection/rules.ts'
import type { Day } from '../../shared/day.ts'
import type { GridPage, GridRequest } from '../../shared/grid.ts'
import { sumOf } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { inScope, loadCustomer, matchingCustomers, type Scope } from '../customers/queries.ts'
import { documentNumber, INVOICE_KINDS, MONEY_KINDS } from '../documents.ts'
import { gridRows, type GridSource, named } from '../grid.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { loadCompany } from '../settings/queries.ts'
import { promisesPaid } from './promises.ts'
import { disputedItems, promisedItems, standsOn } from './standing.ts'

export interface CollectionFilter {
  asOf: Day
  customerId?: number | undefined
  /** One row, for the answer of a command. */
  id?: number | undefined
}

const customerFields = (reader: Reader): Record<string, SQL> => {
  const { customers: c, users: u } = reader.t
  return { customerCode: sql`${c.code}`, customerName: named(sql`${c.name}`, sql`${c.nameSort}`), salesperson: named(sql`coalesce(${u.name}, '')`, sql`coalesce(${u.nameSort}, '')`) }
}
const DECORATED = ['customerCode', 'customerName', 'salesperson']
const customerJoin = (reader: Reader, customerId: SQL): SQL => {
  const { customers: c, users: u } = reader.t
  return sql`join ${c} on ${c.id} = ${customerId} left join ${u} on ${u.id} = ${c.salespersonId}`
}
const narrowed = (filter: CollectionFilter, id: SQL, customerId: SQL): (SQL | undefined)[] => [
  filter.id === undefined ? undefined : sql`${id} = ${filter.id}`, filter.customerId === undefined ? undefined : sql`${customerId} = ${filter.customerId}`,
]

/** What was noted last comes first; of one customer, the latest contact. */
export async function contactGrid(reader: Reader, request: GridRequest, filter: CollectionFilter, scope: Scope): Promise<GridPage<ContactRow>> {
  const { contacts: k } = reader.t
  return gridRows<ContactRow>(reader, {
    row: contactRow,
    fields: {
      id: sql`${k.id}`, customerId: sql`${k.customerId}`, ...customerFields(reader), on: sql`${k.on}`, way: sql`${k.way}`, person: sql`${k.person}`, result: sql`${k.result}`,
      nextStep: sql`${k.nextStep}`, nextOn: sql`nullif(${k.nextOn}, '')`, postedAt: sql`${k.postedAt}`, postedBy: sql`${k.postedBy}`,
    },
    from: sql`from ${k} ${customerJoin(reader, sql`${k.customerId}`)}`,
    ...(scope === null ? { countFrom: sql`from ${k}`, decorated: DECORATED } : {}),
    where: [inScope(reader, scope), ...narrowed(filter, sql`${k.id}`, sql`${k.customerId}`)],
    search: (text) => sql`${k.customerId} in (${matchingCustomers(reader, text)})`,
    order: filter.customerId === undefined ? sql`${k.id} desc` : sql`${k.on} desc, ${k.id} desc`,
    tie: sql`${k.id}`,
  }, request)
}

/** Promises by their day, the latest first, each with what was paid on it by the day asked about. */
export async function promiseGrid(reader: Reader, request: GridRequest, filter: CollectionFilter, scope: Scope): Promise<GridPage<PromiseRow>> {
  const { promises: p } = reader.t
  const { paid } = await promisesPaid(reader, filter.asOf, filter.customerId)
  // Numbers from the ledger, so that each engine joins them as numbers.
  const known = [...paid].filter(([, amount]) => amount > 0).map(([id, amount]) => sql.raw(`(${id}, ${amount})`))
  const paidOn = sql`coalesce(m.column2, 0)`
  const source: GridSource = {
    row: promiseRow,
    fields: {
      id: sql`${p.id}`, customerId: sql`${p.customerId}`, ...customerFields(reader), currency: sql`${p.currency}`, amount: sql`${p.amount}`, paid: paidOn,
      missing: sql`${p.amount} - ${paidOn}`, madeOn: sql`${p.madeOn}`, dueOn: sql`${p.dueOn}`,
      // The same answers as promiseState in shared/collection/rules.ts, where the list can filter by them.
      state: sql`case when not ${standsOn('promise', sql`${p.id}`, filter.asOf)} then 'withdrawn' when ${paidOn} >= ${p.amount} then 'kept'
        when ${p.dueOn} >= ${filter.asOf} then 'open' when ${paidOn} > 0 then 'partial' else 'broken' end`,
      items: sql`(select cast(count(*) as bigint) from promise_items x where x.promise_id = ${p.id})`, person: sql`${p.person}`, note: sql`${p.note}`, postedBy: sql`${p.postedBy}`,
    },
    from: sql`from ${p} ${customerJoin(reader, sql`${p.customerId}`)} left join (values ${sql.join(known.length > 0 ? known : [sql`(0, 0)`], sql`, `)}) m on m.column1 = ${p.id}`,
    where: [inScope(reader, scope), ...narrowed(filter, sql`${p.id}`, sql`${p.customerId}`)],
    search: (text) => sql`${p.customerId} in (${matchingCustomers(reader, text)})`,
    totals: { amount: sql`${p.amount}`, paid: paidOn, missing: sql`${p.amount} - ${paidOn}` },
    currency: sql`${p.currency}`,
    order: sql`${p.dueOn} desc, ${p.id} desc`,
    tie: sql`${p.id}`,
  }
  return gridRows<PromiseRow>(reader, source, request)
}

/** Disputes by the day by which each is to be settled, the latest first, with what is open of their items now. */
export async function disputeGrid(reader: Reader, request: GridRequest, filter: CollectionFilter, scope: Scope): Promise<GridPage<DisputeRow>> {
  const { disputes: d } = reader.t
  const own = sql.raw('"disputes"."id"')
  const ending = (column: string): SQL => sql`(select e.${sql.identifier(column)} from collection_ends e where e.what = 'dispute' and e.document_id = ${own})`
  const open = sql`coalesce((select cast(sum(b.open) as bigint) from dispute_items x join ${await openOn(reader, filter.asOf)} b on b.item_id = x.item_id where x.dispute_id = ${own}), 0)`
  const currency = sql`(select min(i.currency) from dispute_items x join open_items i on i.id = x.item_id where x.dispute_id = ${own})`
  return gridRows<DisputeRow>(reader, {
    row: disputeRow,
    fields: {
      id: sql`${d.id}`, customerId: sql`${d.customerId}`, ...customerFields(reader), currency, state: sql`coalesce(${ending('result')}, 'standing')`, amount: open,
      items: sql`(select cast(count(*) as bigint) from dispute_items x where x.dispute_id = ${own})`, openedOn: sql`${d.openedOn}`, settleBy: sql`${d.settleBy}`,
      reason: sql`${d.reason}`, owner: sql`${d.owner}`, settledOn: ending('on_day'), note: sql`coalesce(${ending('note')}, '')`, postedBy: sql`${d.postedBy}`,
    },
    from: sql`from ${d} ${customerJoin(reader, sql`${d.customerId}`)}`,
    where: [inScope(reader, scope), ...narrowed(filter, sql`${d.id}`, sql`${d.customerId}`)],
    search: (text) => sql`${d.customerId} in (${matchingCustomers(reader, text)})`,
    totals: { amount: open },
    currency,
    order: sql`${d.settleBy} desc, ${d.id} desc`,
    tie: sql`${d.id}`,
  }, request)
}

/** The holds of a customer, the longest first, or one of them. */
export const holdsOf = (reader: Reader, where: { customerId: number } | { id: number }): Promise<HoldRow[]> => reader.rows<HoldRow>(sql`select h.id, h.from_day as "from", h.until_day as until, h.reason,
    (select e.on_day from collection_ends e where e.what = 'hold' and e.document_id = h.id) as "liftedOn", h.posted_by as "postedBy"
  from holds h where ${'id' in where ? sql`h.id = ${where.id}` : sql`h.customer_id = ${where.customerId}`} order by h.until_day desc, h.id desc limit 50`)

interface StoredItem extends Omit<StoryView['items'][number], 'disputed' | 'promised' | 'daysOverdue'> {
  disputed: number
  promised: number
}

const LATEST: GridRequest = { offset: 0, limit: 100, sort: [], filters: [], withTotals: false }

/** Everything about a customer that a collector asks for: the log, promises, disputes, holds and what is open now. Refuses notFound, also outside the scope. */
export async function customerStory(reader: Reader, customerId: number, today: Day, scope: Scope): Promise<StoryView> {
  const customer = await loadCustomer(reader, customerId, scope)
  const filter = { asOf: today, customerId }
  const items = await reader.rows<StoredItem>(sql`select i.id as "itemId", i.kind, i.document_id as "documentId", ${documentNumber(sql`i.kind`, sql`i.document_id`)} as number,
      coalesce(d.invoice_number, '') as "invoiceNumber", coalesce(d.contract_number, '') as "contractNumber", i.document_on as "documentOn", i.due_on as "dueOn", i.currency, i.amount, b.open,
      case when i.id in ${disputedItems(reader, today)} then 1 else 0 end as disputed, case when i.id in ${promisedItems(reader, today)} then 1 else 0 end as promised
    from ${await openOn(reader, today)} b join open_items i on i.id = b.item_id left join invoices d on d.id = i.document_id and i.kind in ${INVOICE_KINDS}
    where b.customer_id = ${customerId} and b.open > 0 and i.kind not in ${MONEY_KINDS} order by i.due_on, i.id`)
  const told = items.map((item) => ({ ...item, disputed: item.disputed === 1, promised: item.promised === 1, daysOverdue: overdueDays(item.dueOn, today) }))
  const { currency } = await loadCompany(reader)
  return {
    customerId, code: customer.code, name: customer.name, salesperson: customer.salesperson, phone: customer.phone,
    contacts: customer.contacts.map(({ name, role, phone }) => ({ name, role, phone })),
    disputed: sumOf(told.filter((item) => item.disputed && item.currency === currency), (item) => item.open), items: told,
    log: (await contactGrid(reader, LATEST, filter, scope)).rows, promises: (await promiseGrid(reader, LATEST, filter, scope)).rows,
    disputes: (await disputeGrid(reader, LATEST, filter, scope)).rows, holds: await holdsOf(reader, { customerId }),
  }
}

/** The one row that a command has just written or ended. */
export async function oneRow<Row>(grid: (request: GridRequest) => Promise<GridPage<Row>>): Promise<Row> {
  const [row] = (await grid({ ...LATEST, limit: 1 })).rows
  if (!row) throw new Refusal('notFound')
  return row
}
