/** Posting many receipts that an import has already checked. */
import { monthOf } from '../../shared/day.ts'
import { negate } from '../../shared/money.ts'
import { postItems } from '../invoices/items.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'
import { SERIES } from './commands.ts'

type Receipt = Tables['receipts']['$inferSelect']
export type BulkReceipt = Omit<Receipt, 'id' | 'seal' | 'number' | 'itemId' | 'postedAt' | 'postedBy' | 'reversesId' | 'reason'>

/** Posts the receipts in their order; allocations are the caller's next step (`postSettlements`). */
export async function postReceipts(tx: Writer, receipts: readonly BulkReceipt[]): Promise<{ id: number; number: string; itemId: number }[]> {
  const named: { id: number; number: string }[] = []
  for (const receipt of receipts) named.push({ id: await tx.nextId(tx.t.receipts), number: await tx.nextNumber(SERIES, monthOf(receipt.receivedOn)) })
  const itemIds = await postItems(tx, receipts.map((receipt, index) => ({
    kind: 'receipt', documentId: named[index]?.id ?? 0, customerId: receipt.customerId, currency: receipt.currency,
    documentOn: receipt.receivedOn, dueOn: receipt.receivedOn, installment: 1, amount: negate(receipt.amount),
  })))
  const posted = named.map((document, index) => ({ ...document, itemId: itemIds[index] ?? 0 }))
  await tx.post(tx.t.receipts, receipts.map((receipt, index) => ({
    ...receipt, ...(posted[index] ?? { id: 0, number: '', itemId: 0 }), reversesId: null, reason: '', postedAt: tx.now, postedBy: tx.by.name,
  })))
  return posted
}
