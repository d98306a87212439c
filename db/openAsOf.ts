/**
 * What was open on a day, exactly, from whichever end of the history is nearer: backwards from today's balances, putting
 * back what was settled after the day, or forwards from the documents that existed then. Both give the same items and
 * amounts; the nearer end has fewer rows to add up.
 *
 * Each is a subquery with item_id and open (minor units, credits negative). Its reader must join it as
 * `from … o cross join open_items i where i.id = o.item_id and i.document_on <= day`: the cross join keeps SQLite from
 * walking through all items first, and backwards it holds later documents too.
 */
import { sql, type SQL } from 'drizzle-orm'
import { daysBetween, type Day } from '../shared/day.ts'
import type { Reader } from './reader.ts'

const summed = (moves: SQL): SQL => sql`(select item_id, cast(sum(open) as bigint) as open from (${moves}) moves group by item_id having sum(open) <> 0)`

export const openBackwards = (day: Day): SQL => summed(sql`select item_id, open from open_balances
    union all select item_id, amount from allocations where allocated_on > ${day}
    union all select credit_item_id, -amount from allocations where allocated_on > ${day}`)

export const openForwards = (day: Day): SQL => summed(sql`select id as item_id, amount as open from open_items where document_on <= ${day}
    union all select item_id, -amount from allocations where allocated_on <= ${day}
    union all select credit_item_id, amount from allocations where allocated_on <= ${day}`)

/** Open on a day over all customers. */
export async function openAsOf(reader: Reader, day: Day): Promise<SQL> {
  const [range] = await reader.rows<{ first: Day | null; last: Day | null }>(
    sql`select (select min(allocated_on) from allocations) as first, (select max(allocated_on) from allocations) as last`)
  if (!range?.first || !range.last) return openBackwards(day)
  return daysBetween(range.first, day) < daysBetween(day, range.last) ? openForwards(day) : openBackwards(day)
}

/** Open on a day of one customer, whose few items are asked one by one. */
export const openOfCustomer = (customerId: number, day: Day): SQL => openOfCustomers([customerId], day)

/** The same for some customers at once. */
export const openOfCustomers = (customerIds: readonly number[], day: Day): SQL => sql`(select * from (select id as item_id, amount
      - coalesce((select cast(sum(a.amount) as bigint) from allocations a where a.item_id = own.id and a.allocated_on <= ${day}), 0)
      + coalesce((select cast(sum(a.amount) as bigint) from allocations a where a.credit_item_id = own.id and a.allocated_on <= ${day}), 0) as open
    from open_items own where own.customer_id in ${customerIds} and own.document_on <= ${day}) theirs where open <> 0)`
