import type { receipts as zhCN } from '../zh-CN/receipts.ts'

export const receipts = {
  title: 'Receipts',
  entryTitle: 'Enter receipts',
  documentTitle: 'Receipt {{number}}',
  creditTitle: 'Allocate credit',
  newReceipt: 'Enter receipts',
  field: {
    number: 'Number', customer: 'Customer', customerCode: 'Code', receivedOn: 'Date', amount: 'Amount', method: 'Method',
    bankAccount: 'Account', reference: 'Reference', fee: 'Fee', net: 'Net', unallocated: 'Advance', allocated: 'Allocated', payer: 'Payer',
    status: 'Status', salesperson: 'Salesperson', currency: 'Currency', note: 'Note', postedBy: 'Posted by', postedAt: 'Posted at', reversal: 'Reversal', reversalOf: 'Reverses', reason: 'Reason',
  },
  method: { transfer: 'Transfer', cash: 'Cash', acceptance: 'Acceptance', other: 'Other' },
  status: { posted: 'Posted', reversed: 'Reversed', reversal: 'Reversal' },
  noAccount: '(none)',
  reason: {
    reference: 'Reference', exactAmount: 'Exact amount', shortPayment: 'Short', uniqueCombination: 'Only set', oldestFirst: 'Oldest', manual: 'By hand', creditNote: 'Credit note', reversal: 'Reversal', offset: 'Offset', refund: 'Refund', writeOff: 'Written off',
  },
  reasonHelp: {
    reference: 'The reference names this document’s invoice, contract or order', exactAmount: 'The only item open by exactly this amount', shortPayment: 'Open by slightly more, within the tolerance',
    uniqueCombination: 'The only set of items that adds up to the amount', oldestFirst: 'Nothing more certain: the oldest due first', manual: 'Chosen by hand', creditNote: 'Settled by a credit note', reversal: 'Made by a reversal', offset: 'Made by an offset', refund: 'Made by a refund',
  },
  entry: {
    payerHint: 'When it is not the customer',
    post: 'Post, next', bills: 'With its bills', clear: 'Clear', restore: 'Restore', toPanel: 'Allocation', toRow: 'Back to the row', toPosted: 'Posted', again: 'Suggest', leaveAdvance: 'Advance',
    posted: 'Posted', count: '{{count}}', sum: 'total', state: 'Result',
    emptyTitle: 'Start here',
    emptyText: 'Type the customer’s code, name or pinyin initials; Enter goes to the next cell, Ctrl+Enter posts and opens the next row. Date, method and account stay.',
    settled: '{{count}} settled', advance: 'advance {{amount}}', restored: 'Row cleared; Ctrl+Z brings it back', posting: 'Posting…', postedAs: 'Posted {{number}}　{{customer}}　{{amount}}',
    hint: 'Enter next · Shift+Enter back · Alt+A allocation · Ctrl+Enter post',
    unread: 'This cell cannot be read: at most two decimals, days like 0630 or 2026-06-30',
  },
  panel: {
    title: 'Allocation', open: 'Open', allocate: 'Allocate', difference: 'Difference', basis: 'Why', overdue: 'Overdue', days: '{{count}} d', item: 'Document', installment: 'part {{count}}',
    received: 'Received', allocated: 'Allocated', differences: 'Differences', left: 'Advance', over: 'Too much', available: 'Available',
    clearDifference: 'Clear {{amount}}', differenceCleared: '{{amount}} cleared too', keepOpen: 'stays open',
    settled: 'The reference names {{numbers}}, which is settled already: paid twice? Nothing else was allocated by itself',
    gaveUp: 'Too many items to prove a unique set; the oldest come first, please check', pickCustomer: 'Choose a customer to see what is open and what is suggested', nothingOpen: 'Nothing is open; the receipt stays as an advance',
    keys: '↑ ↓ line · Space take · = rest · F8 difference · Alt+A or Esc back', line: 'Allocate to {{number}}', take: 'Take {{number}}', stale: 'Suggesting…',
  },
  problem: {
    customerMissing: 'Choose the customer: code, name or pinyin initials', dayMissing: 'Enter the date', amountMissing: 'Enter an amount above zero', feeOverAmount: 'The fee cannot be more than the amount',
    linesOverAmount: 'The lines take more than was received; lower one or press Space to leave it', lineOverItem: 'A line takes more than its document has open',
  },
  list: {
    tickFirst: 'Tick receipts first', emptyTitle: 'No receipts yet', emptyText: 'Enter what customers paid; the program suggests what each payment settles by reference, amount and due day.', open: 'Open', search: 'Number, customer, reference, payer',
  },
  hanging: {
    item: 'Open again', invoiceNumber: 'Invoice no.', takenBack: 'Taken back', difference: 'Difference', openAfter: 'Open then', nothing: 'Nothing is allocated and no voucher, bill or bank line belongs to it; no other document is touched.',
    kind: { refund: 'Refund', offset: 'Offset', bill: 'Bill', line: 'Bank line', voucher: 'Voucher', exchange: 'Exchange difference' },
    becomes: { refund: 'reverse the refund first', offset: 'its allocations are taken back', bill: '{{status}}; will be returned', line: 'will be open again', voucher: 'will be void; printed {{count, counted(one: time; other: times)}}', exchange: 'taken back too (ledger currency)' },
  },
  move: {
    title: 'Move {{number}} to another customer', text: 'The receipt is reversed with {{customer}} and recorded anew with the other customer on the same day; the two are linked. The aging of earlier days does not change.', customer: 'To', reason: 'Reason', reasonHint: 'such as: wrong payer, paid by the group', on: 'Date',
    onHint: 'In a month that is not closed', customerMissing: 'Choose the customer', reasonMissing: 'Say why; it is kept for the record', confirm: 'Move', done: 'Moved to {{customer}}: {{number}}', from: 'Moved from {{number}}; paid in on {{day}}', to: 'Moved to another customer as {{number}}',
  },
  document: {
    allocations: 'Allocations', noAllocations: 'Nothing is allocated; all of it is an advance.', debit: 'Receivable', allocatedOn: 'Date', released: 'Released {{day}}', active: 'Valid', state: 'State', releaseRow: 'Release',
    allocate: 'Allocate advance', release: 'Release', move: 'Move to another customer', reverse: 'Reverse', bills: 'Bills', openCustomer: 'Customer', invoice: 'Open receivable', entry: 'Enter more',
    allocateTitle: 'Allocate what is left of {{number}}', allocateConfirm: 'Allocate', allocateDone: '{{count}} allocated', allocatedOnField: 'Date', allocatedOnHint: 'Empty: the later of receipt and document',
    missing: 'This receipt does not exist or is not yours to see', nothingChosen: 'Allocate at least one item',
  },
} satisfies typeof zhCN
