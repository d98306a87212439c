/**
 * What was open on a day: today's balance, with everything that was settled after that day put back, of documents that
 * existed then. Working backwards touches what is open and what happened since, not the whole history.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'

/** A subquery with item_id and open (minor units, credits negative) of everything open on the day. */
export const openAsOf = (day: Day): SQL => sql`(select item_id, cast(sum(open) as bigint) as open from (
    select item_id, open from open_balances
    union all select item_id, amount from allocations where allocated_on > ${day}
    union all select credit_item_id, -amount from allocations where allocated_on > ${day}) moves
  group by item_id having sum(open) <> 0)`
