import { sql } from 'drizzle-orm'
import type { Method } from '../../shared/receipts/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const refundsTables = (k: Kit) => ({
  /** Money back to a customer: a debit item that uses up advances and credit notes. A reversal is negative. */
  refunds: k.table('refunds', {
    id: k.id('id'), number: k.text('number'), customerId: k.int('customer_id'), refundedOn: k.day('refunded_on'), currency: k.text('currency'), amount: k.money('amount'),
    method: k.oneOf<Method>('method'), bankAccountId: k.maybeInt('bank_account_id'), payee: k.text('payee'), reference: k.text('reference'), note: k.text('note'),
    itemId: k.int('item_id'), reversesId: k.maybeInt('reverses_id'), reason: k.text('reason'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('refunds_number').on(t.number),
    k.index('refunds_refunded_on').on(t.refundedOn, t.id),
    k.index('refunds_customer').on(t.customerId, t.refundedOn, t.id),
    k.uniqueIndex('refunds_reverses').on(t.reversesId).where(sql`reverses_id is not null`),
  ]),
})
