import { sql } from 'drizzle-orm'
import type { Method } from '../../shared/receipts/schemas.ts'
import type { customersTables } from '../customers/tables.ts'
import type { Kit } from '../engine/kit.ts'
import type { invoicesTables } from '../invoices/tables.ts'

export const receiptsTables = (k: Kit, customers: ReturnType<typeof customersTables>['customers'], openItems: ReturnType<typeof invoicesTables>['openItems']) => ({
  /** Money in, gross: the customer's debt falls by `amount`, the bank receives `amount` − `fee`. A reversal is negative. */
  receipts: k.table('receipts', {
    id: k.id('id'), number: k.text('number'), customerId: k.int('customer_id').references(() => customers.id), receivedOn: k.day('received_on'),
    currency: k.text('currency'), amount: k.money('amount'), fee: k.money('fee'), method: k.oneOf<Method>('method'),
    bankAccountId: k.maybeInt('bank_account_id'), reference: k.text('reference'), payer: k.text('payer'), note: k.text('note'),
    itemId: k.int('item_id').references(() => openItems.id), reversesId: k.maybeInt('reverses_id'), reason: k.text('reason'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'),
    seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('receipts_number').on(t.number),
    k.index('receipts_received_on').on(t.receivedOn, t.id),
    k.index('receipts_amount').on(t.amount, t.id),
    k.index('receipts_customer').on(t.customerId, t.receivedOn, t.id),
    k.uniqueIndex('receipts_reverses').on(t.reversesId).where(sql`reverses_id is not null`),
  ]),
  /** A receipt that was moved to another customer: reversed there, recorded anew here, the two linked. */
  receiptMoves: k.table('receipt_moves', {
    id: k.id('id'), receiptId: k.int('receipt_id'), reversalId: k.int('reversal_id'), newReceiptId: k.int('new_receipt_id'),
    movedOn: k.day('moved_on'), reason: k.text('reason'), movedBy: k.text('moved_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('receipt_moves_receipt').on(t.receiptId), k.uniqueIndex('receipt_moves_new').on(t.newReceiptId)]),
})
