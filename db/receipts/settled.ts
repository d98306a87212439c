/** Debts that a payer may name although they are settled: perhaps they are paid twice. */
import { sql } from 'drizzle-orm'
import { namesIn } from '../../shared/invoices/references.ts'
import type { Candidate } from '../../shared/receipts/rules.ts'
import { documentNumber, INVOICE_KINDS } from '../documents.ts'
import { inPieces } from '../pieces.ts'
import { openAtLast, openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'
import { officeToday } from '../settings/queries.ts'

/** The end of a long invoice number tells it as well as the whole. */
const TAIL = 8
const CUSTOMERS_AT_ONCE = 100

/** Debts that the texts of a customer may name and that are settled today, or have nothing free because of what is dated ahead; what was reversed never was one. */
export async function settledItems(reader: Reader, texts: ReadonlyMap<number, readonly string[]>): Promise<(Candidate & { customerId: number })[]> {
  const named = [...texts].map(([customerId, some]) => ({ customerId, names: some.flatMap((text) => [...namesIn(text)]) })).filter(({ names }) => names.length > 0)
  const today = await openOn(reader, await officeToday(reader))
  const found: (Candidate & { customerId: number })[] = []
  for (let start = 0; start < named.length; start += CUSTOMERS_AT_ONCE) {
    const piece = named.slice(start, start + CUSTOMERS_AT_ONCE)
    const ids = piece.map(({ customerId }) => customerId)
    found.push(...await inPieces([...new Set(piece.flatMap(({ names }) => names))], (some) => reader.rows<Candidate & { customerId: number }>(sql`select o.id as "itemId", o.customer_id as "customerId", coalesce(b.open, 0) as open,
        o.due_on as "dueOn", o.document_on as "documentOn", ${documentNumber(sql`o.kind`, sql`o.document_id`)} as number, i.invoice_number as "invoiceNumber", i.contract_number as "contractNumber", i.order_number as "orderNumber"
      from invoices i join open_items o on o.document_id = i.id and o.kind in ${INVOICE_KINDS} left join ${openAtLast} b on b.item_id = o.id left join ${today} t on t.item_id = o.id
      where i.customer_id in ${ids} and (upper(i.invoice_number) in ${some} or upper(i.contract_number) in ${some} or upper(i.order_number) in ${some} or upper(i.number) in ${some}
          or (length(i.invoice_number) > ${TAIL} and substr(i.invoice_number, length(i.invoice_number) - ${TAIL - 1}) in ${some}))
        and i.status = 'posted' and i.reverses_id is null and o.amount > 0 and (coalesce(b.open, 0) <= 0 or coalesce(t.open, 0) <= 0) and not exists (select 1 from invoices k where k.reverses_id = i.id)`)))
  }
  return [...new Map(found.map((item) => [item.itemId, item])).values()]
}
