import { sql } from 'drizzle-orm'
import type { HangingDocument } from '../../shared/receipts/schemas.ts'
import type { Reader } from '../reader.ts'

/** Offsets that used an advance and stand. */
export const offsetsOf = (reader: Reader, receiptId: number): Promise<HangingDocument[]> =>
  reader.rows<HangingDocument>(sql`select o.id, o.number, o.offset_on as "on", cast(sum(a.amount) as bigint) as amount
    from open_items c join allocations a on a.credit_item_id = c.id join offset_lines l on l.allocation_id = a.id join offsets o on o.id = l.offset_id
    where c.document_id = ${receiptId} and c.kind = 'receipt' and a.releases_id is null and not exists (select 1 from allocations r where r.releases_id = a.id)
    group by o.id, o.number, o.offset_on order by o.id`)
