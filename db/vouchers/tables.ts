import type { VoucherContent } from '../../shared/vouchers/schemas.ts'
import type { Kit } from '../engine/kit.ts'

export const vouchersTables = (k: Kit) => ({
  /** 收款收据: the numbered slip that the payer gets, a snapshot. A receipt has one that stands at most. */
  vouchers: k.table('vouchers', {
    id: k.id('id'), number: k.text('number'), receiptId: k.int('receipt_id'), customerId: k.int('customer_id'), issuedOn: k.day('issued_on'),
    currency: k.text('currency'), amount: k.money('amount'), content: k.json<VoucherContent>('content'), hash: k.text('hash'), issuedBy: k.text('issued_by'), seal: k.text('seal'),
  }, (t) => [
    k.uniqueIndex('vouchers_number').on(t.number),
    k.index('vouchers_issued_on').on(t.issuedOn, t.id),
    k.uniqueIndex('vouchers_receipt').on(t.receiptId),
  ]),
  voucherPrints: k.table('voucher_prints', {
    id: k.id('id'), voucherId: k.int('voucher_id'), at: k.instant('printed_at'), by: k.text('printed_by'), reprint: k.bool('reprint'), how: k.text('how'), seal: k.text('seal'),
  }, (t) => [k.index('voucher_prints_voucher').on(t.voucherId, t.id)]),
})
