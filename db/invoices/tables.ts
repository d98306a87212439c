import { sql } from 'drizzle-orm'
import type { Installment, InvoiceKind, ItemKind } from '../../shared/invoices/schemas.ts'
import type { customersTables } from '../customers/tables.ts'
import type { Kit } from '../engine/kit.ts'

export const invoicesTables = (k: Kit, customers: ReturnType<typeof customersTables>['customers']) => {
  /**
   * Receivable documents. `amount` is positive for what the customer owes and negative for credit notes and reversals.
   * A draft has no number and may change; a trigger refuses any change of a posted row.
   */
  const invoices = k.table('invoices', {
    id: k.id('id'), number: k.text('number'), kind: k.oneOf<InvoiceKind>('kind'), status: k.oneOf<'draft' | 'posted'>('status'),
    customerId: k.int('customer_id').references(() => customers.id), documentOn: k.day('document_on'), dueOn: k.day('due_on'),
    currency: k.text('currency'), amount: k.money('amount'), invoiceNumber: k.text('invoice_number'), sourceNumber: k.text('source_number'),
    contractNumber: k.text('contract_number'), orderNumber: k.text('order_number'), note: k.text('note'),
    installments: k.json<Installment[]>('installments'), correctsId: k.maybeInt('corrects_id'), reversesId: k.maybeInt('reverses_id'),
    reason: k.text('reason'), postedAt: k.text('posted_at'), postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('invoices_number').on(t.number).where(sql`number <> ''`),
    k.index('invoices_document_on').on(t.documentOn, t.id),
    k.index('invoices_due_on').on(t.dueOn, t.id),
    k.index('invoices_amount').on(t.amount, t.id),
    k.index('invoices_customer').on(t.customerId, t.documentOn, t.id),
    k.index('invoices_invoice_number').on(t.invoiceNumber).where(sql`invoice_number <> ''`),
    k.index('invoices_source_number').on(t.sourceNumber).where(sql`source_number <> ''`),
    k.index('invoices_contract_number').on(t.contractNumber).where(sql`contract_number <> ''`),
    k.uniqueIndex('invoices_reverses').on(t.reversesId).where(sql`reverses_id is not null`),
    k.index('invoices_corrects').on(t.correctsId).where(sql`corrects_id is not null`),
    k.index('invoices_drafts').on(t.id).where(sql`status = 'draft'`),
  ])
  /**
   * What a customer owes (positive) or is owed (negative: credit notes, receipts, small differences). Receipts post here
   * too, so that one rule of allocation and one query of aging serve everything.
   */
  const openItems = k.table('open_items', {
    id: k.id('id'), kind: k.oneOf<ItemKind>('kind'), documentId: k.int('document_id'),
    customerId: k.int('customer_id').references(() => customers.id), currency: k.text('currency'),
    documentOn: k.day('document_on'), dueOn: k.day('due_on'), installment: k.int('installment'), amount: k.money('amount'), seal: k.text('seal'),
  }, (t) => [
    k.index('open_items_document').on(t.documentId, t.kind),
    k.index('open_items_customer').on(t.customerId, t.dueOn),
    k.index('open_items_document_on').on(t.documentOn),
    k.index('open_items_currency').on(t.currency),
  ])
  /** What is open now; an item that is settled has no row, so the table is as small as the debt. */
  const openBalances = k.table('open_balances', {
    itemId: k.id('item_id').references(() => openItems.id), customerId: k.int('customer_id'), open: k.money('open'),
  }, (t) => [k.index('open_balances_customer').on(t.customerId, t.itemId, t.open)])
  /**
   * A credit item (negative) settles part of a debit item (positive). Taking it back is a row of its own with the negative
   * amount, dated the day it is taken back: nothing is ever changed.
   */
  const allocations = k.table('allocations', {
    id: k.id('id'), itemId: k.int('item_id').references(() => openItems.id), creditItemId: k.int('credit_item_id').references(() => openItems.id),
    amount: k.money('amount'), allocatedOn: k.day('allocated_on'), reason: k.text('reason'), releasesId: k.maybeInt('releases_id'),
    postedBy: k.text('posted_by'), seal: k.text('seal'),
  }, (t) => [
    k.index('allocations_item').on(t.itemId, t.allocatedOn, t.amount),
    k.index('allocations_credit_item').on(t.creditItemId, t.allocatedOn, t.amount),
    k.index('allocations_day').on(t.allocatedOn, t.itemId, t.creditItemId, t.amount),
    k.uniqueIndex('allocations_releases').on(t.releasesId).where(sql`releases_id is not null`),
  ])
  /** At which rate a foreign item was booked and what that makes in the ledger's own currency; the id is the item's. */
  const bookedRates = k.table('booked_rates', {
    id: k.id('id').references(() => openItems.id), rate: k.int('rate'), base: k.money('base'), seal: k.text('seal'),
  })
  /**
   * What an allocation between two booked items is worth on either side; the id is the allocation's. The exchange gain is
   * credit less debit. The parts of an item always add up to its booked worth.
   */
  const exchangeDifferences = k.table('exchange_differences', {
    id: k.id('id').references(() => allocations.id), debitBase: k.money('debit_base'), creditBase: k.money('credit_base'), seal: k.text('seal'),
  })
  return { invoices, openItems, openBalances, allocations, bookedRates, exchangeDifferences }
}
