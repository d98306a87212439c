import type { InterestNoteContent } from '../../shared/interest/schemas.ts'
import type { InterestBasis } from '../../shared/settings/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const interestTables = (k: Kit) => ({
  /** 一年期 LPR from the day of its notice on, in millionths a year (3.10 % is 31 000); of one day the last row counts, and one that is removed says so. */
  lprRates: k.table('lpr_rates', {
    id: k.id('id'), on: k.day('on_day'), rate: k.int('rate'), removed: k.bool('removed'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('lpr_rates_on').on(t.on, t.id)]),
  /** What was agreed with a customer, from a day on; of one day the last row counts, an empty basis means the office's own rate again. */
  interestTerms: k.table('interest_terms', {
    id: k.id('id'), customerId: k.int('customer_id'), from: k.day('from_day'), basis: k.oneOf<InterestBasis | ''>('basis'), rate: k.int('rate'), note: k.text('note'),
    postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.index('interest_terms_customer').on(t.customerId, t.from, t.id)]),
  /** 利息单: interest that became a receivable, with its whole calculation; the invoice is the receivable. */
  interestNotes: k.table('interest_notes', {
    id: k.id('id'), number: k.text('number'), customerId: k.int('customer_id'), currency: k.text('currency'), to: k.day('to_day'), amount: k.money('amount'),
    content: k.json<InterestNoteContent>('content'), hash: k.text('hash'), invoiceId: k.int('invoice_id'), postedOn: k.day('posted_on'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [k.uniqueIndex('interest_notes_number').on(t.number), k.index('interest_notes_customer').on(t.customerId, t.to, t.id), k.uniqueIndex('interest_notes_invoice').on(t.invoiceId)]),
  /** Until which day an item's interest was charged, so that no day is charged twice. */
  interestNoteItems: k.table('interest_note_items', {
    id: k.id('id'), noteId: k.int('note_id'), itemId: k.int('item_id'), from: k.day('from_day'), to: k.day('to_day'), amount: k.money('amount'), seal: k.text('seal'),
  }, (t) => [k.index('interest_note_items_note').on(t.noteId, t.itemId), k.index('interest_note_items_item').on(t.itemId, t.to)]),
})
