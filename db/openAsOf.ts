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
import type { GridPage } from '../shared/grid.ts'
import type { Reader } from './reader.ts'

const summed = (moves: SQL): SQL => sql`(select item_id, cast(sum(open) as bigint) as open from (${moves}) moves group by item_id having sum(open) <> 0)`

export const openBackwards = (day: Day): SQL => summed(sql`select item_id, open from open_balances
    union all select item_id, amount from allocations where allocated_on > ${day}
    union all select credit_item_id, -amount from allocations where allocated_on > ${day}`)

export const openForwards = (day: Day): SQL => summed(sql`select id as item_id, amount as open from open_items where document_on <= ${day}
    union all select item_id, -amount from allocations where allocated_on <= ${day}
    union all select credit_item_id, amount from allocations where allocated_on <= ${day}`)

/**
 * What is open on a day that is not long past, above all today: a source with the columns of open_balances (item_id,
 * customer_id, open). Few ledgers hold anything that is dated ahead of today, and where none is, it is that table itself;
 * else what is dated after the day is left out of it (rules: Open items, documents dated after a day do not exist on it).
 * Every list, sum and page that says "today" reads this and never the table, whose balances know no days.
 */
export async function openOn(reader: Reader, day: Day): Promise<SQL> {
  return (await isAhead(reader, day)) ? openWithout(day) : openAtLast
}

/** What stays open once all that is dated ahead has come: what is free of an item is never more. */
export const openAtLast = sql`open_balances`

/** Whether anything is dated after a day. */
export async function isAhead(reader: Reader, day: Day): Promise<boolean> {
  const [last] = await reader.rows<{ item: Day | null; allocation: Day | null }>(
    sql`select (select max(document_on) from open_items) as item, (select max(allocated_on) from allocations) as allocation`)
  return (last?.item ?? '') > day || (last?.allocation ?? '') > day
}

/** Rows of a list that shows what is dated after today too: each says whether it is. */
export const markAhead = <Row>(page: GridPage<Row>, dayOf: (row: Row) => Day, today: Day): GridPage<Row & { datedAhead: boolean }> =>
  ({ ...page, rows: page.rows.map((row) => ({ ...row, datedAhead: dayOf(row) > today })) })

function openWithout(day: Day): SQL {
  const moved = sql`(select id from open_items where document_on > ${day} union select item_id from allocations where allocated_on > ${day}
    union select credit_item_id from allocations where allocated_on > ${day})`
  return sql`(select item_id, customer_id, open from open_balances where item_id not in ${moved}
    union all select * from (select i.id as item_id, i.customer_id, ${openOfItem('i', day)} as open from open_items i where i.id in ${moved} and i.document_on <= ${day}) back where open <> 0)`
}

/** What is open of one item on a day, from its own movements. */
const openOfItem = (item: 'i' | 'own', day: Day): SQL => sql`${sql.raw(`${item}.amount`)}
  - coalesce((select cast(sum(a.amount) as bigint) from allocations a where a.item_id = ${sql.raw(`${item}.id`)} and a.allocated_on <= ${day}), 0)
  + coalesce((select cast(sum(a.amount) as bigint) from allocations a where a.credit_item_id = ${sql.raw(`${item}.id`)} and a.allocated_on <= ${day}), 0)`

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
export const openOfCustomers = (customerIds: readonly number[], day: Day): SQL => sql`(select * from (select id as item_id, ${openOfItem('own', day)} as open
    from open_items own where own.customer_id in ${customerIds} and own.document_on <= ${day}) theirs where open <> 0)`
