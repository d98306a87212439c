/**
 * What keeps an item or a customer from being dunned on a day: disputes, promises whose day has not passed, holds. Each is
 * a subquery of ids, for `… in ${…}`; the dunning to the right leaves out what they name.
 */
import { sql, type SQL } from 'drizzle-orm'
import type { EndedKind } from '../../shared/collection/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { GridPage } from '../../shared/grid.ts'
import type { Reader } from '../reader.ts'

/** That a promise, a dispute or a hold had not ended by a day; `id` names its column. */
export const standsOn = (what: EndedKind, id: SQL, asOf: Day): SQL =>
  sql`not exists (select 1 from collection_ends e where e.what = ${what} and e.document_id = ${id} and e.on_day <= ${asOf})`

/** Ids of the items that their customers contest. */
export const disputedItems = (reader: Reader, asOf: Day): SQL => sql`(select x.item_id from ${reader.t.disputeItems} x join ${reader.t.disputes} d on d.id = x.dispute_id
    where d.opened_on <= ${asOf} and ${standsOn('dispute', sql`d.id`, asOf)})`

/** Marks the items of a page that are contested; the lists that show them lie to the left, so the page is handed in. */
export async function withDisputes<Row extends { id: number }>(reader: Reader, page: GridPage<Row>, asOf: Day): Promise<GridPage<Row & { disputed: boolean }>> {
  if (page.rows.length === 0) return { ...page, rows: [] }
  const contested = new Set((await reader.rows<{ id: number }>(sql`select distinct x.item_id as id from ${disputedItems(reader, asOf)} x where x.item_id in ${page.rows.map(({ id }) => id)}`)).map(({ id }) => id))
  return { ...page, rows: page.rows.map((row) => ({ ...row, disputed: contested.has(row.id) })) }
}

/** Promises that wait for their day. */
const waiting = (asOf: Day): SQL => sql`p.made_on <= ${asOf} and p.due_on >= ${asOf} and ${standsOn('promise', sql`p.id`, asOf)}`

/** Ids of the items under a promise whose day has not passed; a promise about no items covers all that is due by its day. */
export const promisedItems = (reader: Reader, asOf: Day): SQL => sql`(select x.item_id from ${reader.t.promises} p join ${reader.t.promiseItems} x on x.promise_id = p.id where ${waiting(asOf)}
    union all select i.id from ${reader.t.promises} p join ${reader.t.openItems} i on i.customer_id = p.customer_id and i.currency = p.currency and i.due_on <= p.due_on
    where ${waiting(asOf)} and not exists (select 1 from ${reader.t.promiseItems} x where x.promise_id = p.id))`

/** Ids of the customers who are left alone on a day; the last day of a hold still counts. */
export const customersOnHold = (reader: Reader, asOf: Day): SQL => sql`(select h.customer_id from ${reader.t.holds} h
    where h.from_day <= ${asOf} and h.until_day >= ${asOf} and ${standsOn('hold', sql`h.id`, asOf)})`
