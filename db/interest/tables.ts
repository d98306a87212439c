import type { InterestContent } from '../../shared/interest/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const interestTables = (k: Kit) => ({
  /** 一年期 LPR from the day of its notice on, in millionths a year (3.10 % is 31 000). */
  lprRates: k.table('lpr_rates', { id: k.id('id'), on: k.day('on_day'), rate: k.int('rate') }, (t) => [k.uniqueIndex('lpr_rates_on').on(t.on)]),
  /** 利息单: interest that became a receivable, with its whole calculation; the invoice is the receivable. */
  interestNotes: k.table('interest_notes', {
    id: k.id('id'), number: k.text('number'), customerId: k.int('customer_id'), currency: k.text('currency'), from: k.day('from_day'), to: k.day('to_day'), amount: k.money('amount'),
    content: k.json<InterestContent>('content'), hash: k.text('hash'), invoiceId: k.int('invoice_id'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('interest_notes_number').on(t.number), k.index('interest_notes_customer').on(t.customerId, t.to, t.id), k.uniqueIndex('interest_notes_invoice').on(t.invoiceId)]),
})
