import type { vouchers as zhCN } from '../zh-CN/vouchers.ts'

export const vouchers = {
  title: 'Receipt vouchers',
  field: {
    number: 'Voucher', issuedOn: 'Issued on', customer: 'Customer', customerCode: 'Code', amount: 'Amount', receiptNumber: 'Receipt', status: 'Status', prints: 'Prints', lastPrintedAt: 'Last printed',
    issuedBy: 'Issued by', currency: 'Currency', purpose: 'For',
  },
  status: { valid: 'Valid', void: 'Void' },
  issue: {
    action: 'Issue voucher', open: 'Voucher {{number}}', titleOne: 'Issue the voucher of {{number}}?', title: 'Issue the vouchers of {{count, counted(one: receipt; other: receipts)}}?', text: 'An issued voucher has its number and never changes; a receipt has one only, and it becomes void when the receipt is reversed.',
    button: 'Issue', done: '{{count, counted(one: voucher; other: vouchers)}} issued: {{first}} to {{last}}', doneOne: 'Voucher {{number}} issued', none: 'No voucher was issued', next: 'Print them now, or find them under “Receipt vouchers”.', leftOut: '{{count}} not issued:', chosen: '{{count}} ticked',
  },
  leftOut: { alreadyIssued: 'has a voucher already', alreadyReversed: 'was reversed', reversalDocument: 'is a reversal' },
  list: {
    print: 'Print ticked', receipts: 'Receipts', search: 'Voucher, customer, receipt', emptyTitle: 'No voucher was issued yet', emptyText: 'Tick receipts in their list, or open one, and issue the voucher. One A4 page holds three copies: stub, receipt, books.',
  },
  view: { receipt: 'Open the receipt', void: 'Receipt {{number}} was reversed; this voucher is void' },
} satisfies typeof zhCN
