/** What was paid on the promises, as of any day: the facts are loaded here, shared/collection/rules.ts decides. */
import { sql, type SQL } from 'drizzle-orm'
import { paidOnPromises, type Payment, type PromiseFacts } from '../../shared/collection/rules.ts'
import type { Day } from '../../shared/day.ts'
import { groupBy } from '../../shared/groupBy.ts'
import type { Money } from '../../shared/money.ts'
import type { Reader } from '../reader.ts'
import { standsOn } from './standing.ts'

/** Promises that were made by the day and not withdrawn by it, of one customer or of all. */
async function promiseFacts(reader: Reader, asOf: Day, customerId: number | undefined): Promise<PromiseFacts[]> {
  const theirs = customerId === undefined ? sql`` : sql`and p.customer_id = ${customerId}`
  const standing = sql`p.made_on <= ${asOf} and ${standsOn('promise', sql`p.id`, asOf)} ${theirs}`
  const promises = await reader.rows<Omit<PromiseFacts, 'itemIds'>>(sql`select p.id, p.customer_id as "customerId", p.currency, p.amount, p.made_on as "madeOn", p.due_on as "dueOn" from promises p where ${standing}`)
  const items = await reader.rows<{ promiseId: number; itemId: number }>(sql`select x.promise_id as "promiseId", x.item_id as "itemId" from promises p join promise_items x on x.promise_id = p.id where ${standing}`)
  const byPromise = groupBy(items, (item) => item.promiseId)
  return promises.map((promise) => ({ ...promise, itemIds: (byPromise.get(promise.id) ?? []).map((item) => item.itemId) }))
}

/**
 * The money that may keep a promise: receipts and allocations dated from the day of a promise to its day, less what was
 * taken back by the day asked about. What was written off was not paid, and no counter item of a reversal pays.
 */
async function payments(reader: Reader, asOf: Day, customerId: number | undefined): Promise<Payment[]> {
  const theirs = (column: SQL): SQL => (customerId === undefined ? sql`` : sql`and ${column} = ${customerId}`)
  const within = (day: SQL): SQL => sql`${day} <= ${asOf} and ${day} between p.made_on and p.due_on`
  const receipts = await reader.rows<Omit<Payment, 'itemId'>>(sql`select r.item_id as "creditItemId", r.customer_id as "customerId", r.currency, r.received_on as "on", r.amount
    from receipts r where r.reverses_id is null ${theirs(sql`r.customer_id`)}
      and exists (select 1 from promises p where p.customer_id = r.customer_id and p.currency = r.currency and ${within(sql`r.received_on`)})
      and not exists (select 1 from receipts k where k.reverses_id = r.id and k.received_on <= ${asOf})`)
  const parts = await reader.rows<Payment>(sql`select a.item_id as "itemId", a.credit_item_id as "creditItemId", i.customer_id as "customerId", i.currency, a.allocated_on as "on", a.amount
    from allocations a join open_items i on i.id = a.item_id join open_items c on c.id = a.credit_item_id
    where a.releases_id is null and a.reason <> 'reversal' and c.kind <> 'writeOff' ${theirs(sql`i.customer_id`)}
      and a.item_id in (select x.item_id from promises p join promise_items x on x.promise_id = p.id where true ${theirs(sql`p.customer_id`)})
      and exists (select 1 from promise_items x join promises p on p.id = x.promise_id where x.item_id = a.item_id and ${within(sql`a.allocated_on`)})
      and not exists (select 1 from allocations k where k.releases_id = a.id and k.allocated_on <= ${asOf})`)
  // A receipt of before the promise may be allocated after it; its piece then stands alone.
  return [...receipts.map((receipt) => ({ ...receipt, itemId: null })), ...parts]
}

/** Promises of the day asked about, with what was paid on each. */
export async function promisesPaid(reader: Reader, asOf: Day, customerId?: number): Promise<{ facts: PromiseFacts[]; paid: Map<number, Money> }> {
  const facts = await promiseFacts(reader, asOf, customerId)
  return { facts, paid: paidOnPromises(facts, facts.length === 0 ? [] : await payments(reader, asOf, customerId)) }
}
