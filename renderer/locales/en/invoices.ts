import type { invoices as zhCN } from '../zh-CN/invoices.ts'

export const invoices = {
  title: 'Receivables',
  newTitle: 'New receivable',
  itemsTitle: 'Open items',
  create: 'New receivable',
  kind: { invoice: 'Invoice', creditNote: 'Credit note', other: 'Other', opening: 'Opening' },
  kindHelp: {
    invoice: 'A sales invoice; due by the customer’s terms',
    creditNote: 'A return or an allowance; reduces the invoice it corrects, the rest stays as the customer’s credit',
    other: 'What is owed beside invoices: freight, penalties, deposits',
    opening: 'What was owed before this ledger was started',
  },
  disputed: 'Disputed',
  itemKind: { invoice: 'Invoice', creditNote: 'Credit note', other: 'Other', opening: 'Opening', receipt: 'Receipt', difference: 'Difference', refund: 'Refund', offset: 'Offset', dishonour: 'Dishonoured bill', writeOff: 'Bad debt' },
  status: { draft: 'Draft', posted: 'Posted', reversed: 'Reversed', reversal: 'Reversal' },
  field: {
    number: 'Number', kind: 'Kind', customer: 'Customer', customerCode: 'Code', salesperson: 'Salesperson', documentOn: 'Date', dueOn: 'Due', terms: 'Terms of this one', amount: 'Amount', open: 'Open', settled: 'Settled',
    invoiceNumber: 'Invoice no.', contractNumber: 'Contract no.', orderNumber: 'Order no.', contractOrOrder: 'Contract / order', sourceNumber: 'Source no.', note: 'Note', status: 'Status', currency: 'Currency', corrects: 'Corrects',
    installment: 'Part', disputed: 'Dispute', daysOverdue: 'Days over', postedBy: 'Posted by', postedAt: 'Posted at',
  },
  list: { emptyTitle: 'No receivables yet', emptyText: 'Enter an invoice here: as a draft it can be changed, posted it becomes open items that receipts settle. Or import them all at once.', search: 'Number, customer, invoice, contract' },
  items: { emptyTitle: 'Nothing is open', emptyText: 'Every posted receivable has been paid.', settle: 'Enter a receipt' },
  form: {
    save: 'Save draft', post: 'Post', discard: 'Delete draft', saved: 'Draft saved', postedAs: 'Posted: {{number}}', discardTitle: 'Delete this draft?', discardText: 'A draft has no number; once deleted it cannot be brought back.', discarded: 'Draft deleted',
    dueHint: 'Leave empty to use the customer’s terms', termsHint: 'Empty for the customer’s; or net 60, 25th of next month', termsOfCustomer: 'As the customer’s', dueComputed: '{{terms}}: expected due {{day}}', dueByInstallments: 'The installments below say when', creditLimit: 'Credit limit {{limit}}',
    correctsPlaceholder: 'Number, invoice or contract', correctsHint: 'One of the customer’s posted receivables, or none', correctsOpen: 'open {{amount}}', pickCustomerFirst: 'Choose the customer first',
    installments: 'Installments', installmentsHint: 'Leave empty for one due day. The last part takes the remainder; together they must be the amount.', split: 'Split by month', periods: 'Parts', sum: 'Total', difference: 'Missing', over: 'Too much', even: 'The parts add up',
    installmentDue: 'Due', installmentAmount: 'Amount',
  },
  problem: { customerMissing: 'Choose a customer', dayMissing: 'Enter the date', amountMissing: 'Enter an amount above zero', installmentIncomplete: 'Every part needs a due day and an amount', installmentsDoNotAddUp: 'The parts do not add up to the amount' },
  document: {
    items: 'Open items', allocations: 'Allocations', noAllocations: 'No receipt has settled this document yet.', reverse: 'Reverse', receive: 'Enter a receipt', openCustomer: 'Customer', creditNote: 'Credit note',
    allocateCredit: 'Allocate to other items',
  },
  allocation: {
    counterpart: 'Other document', kind: 'Kind', amount: 'Allocated', allocatedOn: 'Date', basis: 'Why', state: 'State', active: 'Valid', released: 'Released {{day}}', release: 'Release', open: 'Open {{number}}', keys: 'Alt+L into the list · ↑ ↓ line · Enter opens the other document', keysRelease: 'Alt+L into the list · ↑ ↓ line · Enter opens the other document · Delete releases',
  },
  release: {
    title: 'Release the allocation to {{number}}', text: '{{number}} will be open by {{reopened}} again and {{credit}} will have {{amount}} more left. The allocation stays on record with its release; the aging of earlier days does not change.', on: 'Date', confirm: 'Release',
    done: 'Released: {{number}} is open by {{amount}} again',
  },
  reverse: {
    title: 'Reverse {{number}}', text: 'A reversal of {{amount}} will be posted; the original stays.', hangs: '{{count}} allocations will be taken back first; the money goes back to these documents:', nothing: 'Nothing is allocated; no other document is touched.',
    on: 'Date', reason: 'Reason', reasonHint: 'such as: wrong invoice, issued again', reasonMissing: 'Say why; it is kept for the record', confirm: 'Reverse', back: 'Back', done: 'Reversed by {{number}}', reversedNote: 'Reversed by {{number}}', reversalNote: 'This is the reversal of {{number}}. Reason: {{reason}}',
  },
} satisfies typeof zhCN
