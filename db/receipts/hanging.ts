/** What hangs on a receipt: what a reversal would touch, and why it may not be. */
import { sql } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import type { HangingDocument, HangingItem } from '../../shared/receipts/schemas.ts'
import { money, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { documentNumber, INVOICE_KINDS } from '../documents.ts'
import { reversalDay } from '../invoices/commands.ts'
import { firstOpenDay, refuseClosedMonths } from '../openMonths.ts'
import { openOn } from '../openAsOf.ts'
import type { Reader } from '../reader.ts'

/** Allocations of a receipt, and of the small differences cleared with it, that stand. */
const standing = (receiptId: number) => sql`from open_items c join allocations a on a.credit_item_id = c.id join open_items d on d.id = a.item_id
  where c.document_id = ${receiptId} and c.kind in ('receipt', 'difference') and c.amount < 0 and a.releases_id is null and a.reason <> 'reversal'
    and not exists (select 1 from allocations r where r.releases_id = a.id)`

/** Refunds that were paid from a receipt and stand. */
export const refundsOf = (reader: Reader, receiptId: number): Promise<HangingDocument[]> =>
  reader.rows<HangingDocument>(sql`select d.document_id as id, ${documentNumber(sql`d.kind`, sql`d.document_id`)} as number, a.allocated_on as "on", a.amount ${standing(receiptId)} and d.kind = 'refund' order by a.id`)

/** Why a receipt may not be reversed on any day, or null. Money that was paid back must come back by its own document first. */
export async function whyHeld(reader: Reader, receipt: { id: number; reversesId: number | null }): Promise<Refusal | null> {
  if (receipt.reversesId !== null) return new Refusal('reversalOfReversal')
  const [reversal] = await reader.rows<{ id: number }>(sql`select id from receipts where reverses_id = ${receipt.id}`)
  if (reversal) return new Refusal('alreadyReversed')
  const [refund] = await refundsOf(reader, receipt.id)
  return refund ? new Refusal('refunded', { params: { number: refund.number } }) : null
}

/** Debts that would be open again on a day, the oldest allocation first. */
export async function itemsSettledBy(reader: Reader, receiptId: number, on: Day): Promise<HangingItem[]> {
  const rows = await reader.rows<HangingItem & { open: Money }>(sql`select s.*, d.kind, d.document_id as "documentId", ${documentNumber(sql`d.kind`, sql`d.document_id`)} as number,
      coalesce(i.invoice_number, '') as "invoiceNumber", coalesce(b.open, 0) as open
    from (select a.item_id as "itemId", min(a.id) as first, cast(coalesce(sum(case when c.kind = 'receipt' then a.amount end), 0) as bigint) as amount,
        cast(coalesce(sum(case when c.kind = 'difference' then a.amount end), 0) as bigint) as difference
      ${standing(receiptId)} and d.kind <> 'refund' group by a.item_id) s
    join open_items d on d.id = s."itemId" left join ${await openOn(reader, on)} b on b.item_id = d.id left join invoices i on i.id = d.document_id and d.kind in ${INVOICE_KINDS}
    order by s.first`)
  return rows.map(({ itemId, kind, documentId, number, invoiceNumber, amount, difference, open }) =>
    ({ itemId, kind, documentId, number, invoiceNumber, amount, difference, openAfter: money(open + amount + difference) }))
}

export interface Hanging {
  id: number
  number: string
  /** The day on which a reversal would be dated by itself. */
  reversedOn: Day
  blocked: Refusal | null
  items: HangingItem[]
  differences: Money
  exchangeGain: Money
  refunds: HangingDocument[]
}

/** The receipt's own part of what a reversal would touch. Refuses notFound. */
export async function hangingOf(reader: Reader, id: number, today: Day): Promise<Hanging> {
  interface Stored {
    id: number
    number: string
    itemId: number
    receivedOn: Day
    reversesId: number | null
  }
  const [receipt] = await reader.rows<Stored>(sql`select id, number, item_id as "itemId", received_on as "receivedOn", reverses_id as "reversesId" from receipts where id = ${id}`)
  if (!receipt) throw new Refusal('notFound')
  const reversedOn = await reversalDay(reader, [receipt.itemId], receipt.receivedOn, undefined, today)
  const items = await itemsSettledBy(reader, id, reversedOn)
  const [exchange] = await reader.rows<{ gain: Money | null }>(sql`select cast(sum(x.credit_base - x.debit_base) as bigint) as gain from exchange_differences x where x.id in (select a.id ${standing(id)})`)
  return {
    id, number: receipt.number, reversedOn, blocked: (await whyHeld(reader, receipt)) ?? (await whyClosed(reader, reversedOn)),
    items, differences: sumOf(items, (item) => item.difference), exchangeGain: exchange?.gain ?? ZERO, refunds: await refundsOf(reader, id),
  }
}

async function whyClosed(reader: Reader, on: Day): Promise<Refusal | null> {
  try {
    refuseClosedMonths(reader.t.receipts, [{ receivedOn: on }], await firstOpenDay(reader))
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
