/** What papers that carry a debt on stand for: read from the documents that made them, as it was on a day. */
import { sql } from 'drizzle-orm'
import type { Paper } from '../../shared/badDebt/origins.ts'
import type { Day } from '../../shared/day.ts'
import type { Money } from '../../shared/money.ts'
import type { Reader } from '../reader.ts'

/** The kinds of positive items that carry a debt on. */
export const CARRIED_KINDS = sql`('offset', 'dishonour', 'writeOff')`

interface Stored {
  id: number
  documentOn: Day
  amount: Money
  carried: number
}

interface Link {
  id: number
  itemId: number
  amount: Money
  whole: Money
}

/**
 * The items, and all that they go back to. Of a bill, what its receipt had settled on the day, as far as the bill was a
 * part of the receipt; of a recovery, the debts that were written off; of a debt taken over, the line that it was.
 */
export async function loadPapers(reader: Reader, itemIds: readonly number[], asOf: Day): Promise<Map<number, Paper>> {
  const papers = new Map<number, Paper>()
  for (let wanted = [...new Set(itemIds)]; wanted.length > 0;) {
    const items = await reader.rows<Stored>(sql`select i.id, i.document_on as "documentOn", i.amount, case when i.kind in ${CARRIED_KINDS} and i.amount > 0 then 1 else 0 end as carried
      from open_items i where i.id in ${wanted}`)
    const carried = items.filter((item) => item.carried === 1).map((item) => item.id)
    const links = carried.length === 0 ? [] : await linksOf(reader, carried, asOf)
    for (const { id, documentOn, amount } of items) {
      const theirs = links.filter((link) => link.id === id)
      papers.set(id, { documentOn, whole: theirs[0]?.whole ?? amount, sources: theirs.map((link) => ({ itemId: link.itemId, amount: link.amount })) })
    }
    wanted = [...new Set(links.map((link) => link.itemId))].filter((id) => !papers.has(id))
  }
  return papers
}

const linksOf = (reader: Reader, ids: readonly number[], asOf: Day): Promise<Link[]> => reader.rows<Link>(sql`
  select i.id, a.item_id as "itemId", a.amount, i.amount as whole
    from open_items i join open_items c on c.kind = 'offset' and c.document_id = i.document_id and c.installment = i.installment and c.amount < 0
      join allocations a on a.credit_item_id = c.id and a.amount > 0 and a.releases_id is null and a.reason <> 'reversal'
    where i.kind = 'offset' and i.id in ${ids}
  union all select i.id, a.item_id, a.amount, w.amount
    from open_items i join write_offs r on r.id = i.document_id join write_offs w on w.id = r.recovers_id
      join open_items c on c.kind = 'writeOff' and c.document_id = w.id and c.amount < 0
      join allocations a on a.credit_item_id = c.id and a.amount > 0 and a.releases_id is null and a.reason <> 'reversal'
    where i.kind = 'writeOff' and i.id in ${ids}
  union all select i.id, a.item_id, cast(sum(a.amount) as bigint), r.amount
    from open_items i join acceptances b on b.id = i.document_id join receipts r on r.id = b.receipt_id
      join allocations a on a.credit_item_id = r.item_id and a.allocated_on <= ${asOf} and a.reason <> 'reversal'
      join open_items d on d.id = a.item_id and d.kind <> 'refund'
    where i.kind = 'dishonour' and i.id in ${ids} group by i.id, a.item_id, r.amount having sum(a.amount) > 0
  order by 1, 2`)
