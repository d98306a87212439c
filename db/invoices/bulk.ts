/** Posting many documents that an import has already checked: the same rows as one by one, without asking for each. */
import { monthOf } from '../../shared/day.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'
import { SERIES } from './commands.ts'
import { postItems, type NewItem } from './items.ts'

type Invoice = Tables['invoices']['$inferSelect']
/** A document as it will stand, its amount signed, without what posting gives it. */
export type BulkInvoice = Omit<Invoice, 'id' | 'seal' | 'number' | 'status' | 'postedAt' | 'postedBy' | 'reversesId' | 'reason'>
export interface Posted {
  id: number
  number: string
  /** Open items in the order of the installments. */
  itemIds: number[]
}

/** Posts the documents in their order and returns what became of each, in that order. */
export async function postInvoices(tx: Writer, documents: readonly BulkInvoice[]): Promise<Posted[]> {
  const rows: Omit<Invoice, 'seal'>[] = []
  const items: NewItem[] = []
  for (const document of documents) {
    const id = await tx.nextId(tx.t.invoices)
    const number = await tx.nextNumber(SERIES[document.kind], monthOf(document.documentOn))
    rows.push({ ...document, id, number, status: 'posted', postedAt: tx.now, postedBy: tx.by.name, reversesId: null, reason: '' })
    document.installments.forEach((part, index) => {
      items.push({
        kind: document.kind, documentId: id, customerId: document.customerId, currency: document.currency, documentOn: document.documentOn,
        dueOn: part.dueOn, installment: index + 1, amount: (document.amount < 0 ? -part.amount : part.amount) as NewItem['amount'],
      })
    })
  }
  await tx.post(tx.t.invoices, rows)
  const itemIds = await postItems(tx, items)
  let next = 0
  return rows.map((row) => ({ id: row.id, number: row.number, itemIds: itemIds.slice(next, (next += row.installments.length)) }))
}
