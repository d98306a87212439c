/** Which outcomes count: those that no later row undoes, and that undo nothing themselves. */
import { sql, type SQL } from 'drizzle-orm'

/** A from-item with the columns of delivery_outcomes. */
export const standingOutcomes: SQL = sql`(select x.* from delivery_outcomes x where x.undoes_id is null and not exists (select 1 from delivery_outcomes u where u.delivery_id = x.delivery_id and u.undoes_id = x.id))`
