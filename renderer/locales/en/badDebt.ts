import type { badDebt as zhCN } from '../zh-CN/badDebt.ts'

export const badDebt = {
  title: 'Loss allowance',
  writeOffsTitle: 'Write-offs',
  entryTitle: 'Ask for a write-off',
  provision: {
    create: 'New provision', asOf: 'As of', currency: 'Currency', general: 'By age', specific: 'Judged one by one', specificHint: 'These customers are taken out of the general base', bucket: 'Age', open: 'Receivable', rate: 'Rate %', required: 'Required',
    customer: 'Customer', note: 'Judged by', sum: 'Required in all', existing: 'In the allowance', amount: 'To provide', release: 'To release', nothing: 'Nothing to provide', post: 'Save', posted: 'Saved: {{number}}',
    noAllowance: 'This ledger follows the standard for small enterprises, which has no allowance; a loss is booked when it is written off. The table is for information', base: 'Unallocated receipts do not reduce the receivable, credit notes do; acceptances in hand are not in it', rates: 'Rates',
    dayMissing: 'Give the day', rateMissing: 'Give the customer and the rate',
    emptyTitle: 'No provision yet', emptyText: 'At the end of a month or a year the allowance is worked out by age; the difference to what stands there is provided or released.', search: 'Number', number: 'Number', postedBy: 'Saved by', postedAt: 'Saved at',
  },
  month: { within: 'Within {{to}} months', between: '{{from}}–{{to}} months', over: 'Over {{from}} months' },
  year: { within: 'Within {{to}} year', between: '{{from}}–{{to}} years', over: 'Over {{from}} years' },
  entry: { title: 'Journal entry', line: 'Dr {{debit}} {{amount}}\n  Cr {{credit}} {{amount}}', copy: 'Copy entry', copied: 'The entry is copied', none: 'No difference, no entry' },
  account: { receivable: 'Accounts receivable', allowance: 'Allowance for bad debts', impairmentLoss: 'Credit impairment loss', badDebtLoss: 'Non-operating expense: bad debts', otherIncome: 'Non-operating income' },
  field: {
    number: 'Number', status: 'Status', customer: 'Customer', customerCode: 'Code', writtenOffOn: 'Written off on', recoveredOn: 'Came back on', askedOn: 'Asked on', currency: 'Currency', amount: 'Written off', recovered: 'Came back', left: 'Left', reason: 'Reason',
    evidence: 'Evidence', askedBy: 'Asked by', decidedBy: 'Decided by', postedBy: 'Approved by', postedAt: 'Posted at', note: 'Note', open: 'Open now', recoveredAmount: 'Amount', id: 'No.', decisionNote: 'Decision', recoveryOf: 'Written off by',
  },
  status: { posted: 'Written off', reversed: 'Reversed', reversal: 'Reversal', waiting: 'Waiting', approved: 'Approved', rejected: 'Rejected' },
  recoveryStatus: { posted: 'Came back', reversed: 'Reversed', reversal: 'Reversal' },
  tab: { requests: 'Requests', memo: 'Memo list', keys: 'switch' },
  list: {
    create: 'Ask for a write-off', search: 'Number, customer', emptyTitle: 'Nothing was written off', emptyText: 'A debt that is written off leaves the aging and is kept in mind here; when it comes back, it is revived from here.',
    noRequests: 'No request waits', noRequestsText: 'A clerk asks and an owner approves; nobody decides on the own request.',
  },
  ask: {
    amount: 'Write off', pane: 'Open debts', pickCustomer: 'Choose a customer to see the open debts', empty: 'This customer owes nothing', post: 'Ask', all: 'All', clear: 'Clear', done: 'Asked; another owner decides', evidenceHint: 'Judgement, bankruptcy ruling, deregistration: their numbers',
    customerMissing: 'Choose a customer first', reasonMissing: 'Give the reason', evidenceMissing: 'Give the evidence', nothing: 'Say which debts and how much of each', over: 'A line is more than what is open',
  },
  document: {
    approve: 'Approve', reject: 'Reject', recover: 'Came back', reverse: 'Reverse', openCustomer: 'Customer', openWriteOff: 'Write-off', request: 'Request to write off', recovery: 'Recovery', lines: 'Debts written off', revived: 'How the revived debt was paid', noLines: 'Nothing was paid on it yet', recoveries: 'What came back',
    noRecoveries: 'Nothing came back', samePerson: 'You asked for this, so another owner must decide. A write-off takes two people; in a ledger with a single user, add an owner first.', waiting: 'Waits for an owner', receipt: 'Record a receipt',
  },
  dialog: {
    approve: 'These debts leave the receivables on the day of the write-off and stay on the memo list.', reject: 'Say why it is rejected.', recover: 'Revives up to {{left}}, due as the debt was; record and allocate the receipt as always.', back: 'Back', amount: 'Amount', approved: 'Written off: {{number}}', rejected: 'Rejected', recovered: 'Revived: {{number}}',
  },
} satisfies typeof zhCN
