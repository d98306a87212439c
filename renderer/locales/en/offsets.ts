import type { offsets as zhCN } from '../zh-CN/offsets.ts'

export const offsets = {
  title: 'Offsets',
  entryTitle: 'New offset',
  create: 'New offset',
  action: 'Offset',
  kind: { advance: 'Advance to debts', creditNote: 'Credit note to debts', customers: 'Debt to other customer', payable: 'Debt against payable' },
  kindHelp: {
    advance: 'Settles the customer’s debts from the own advances, several against several', creditNote: 'Settles other debts of the customer from what is left of credit notes',
    customers: 'Another customer takes debts over; they age on by their own due days; the consent must be named', payable: 'For a customer who is a supplier too: settles debts against what we owe, with the number of the payable',
  },
  field: {
    number: 'Number', kind: 'Kind', customer: 'Customer', customerCode: 'Code', otherCustomer: 'Taken over by', offsetOn: 'Day', amount: 'Amount', currency: 'Currency', document: 'Document', note: 'Note',
    status: 'Status', salesperson: 'Salesperson', postedBy: 'Posted by', postedAt: 'Posted at', consent: 'Consent to the transfer', payable: 'Number of the payable',
  },
  status: { posted: 'Posted', reversed: 'Reversed', reversal: 'Reversal' },
  list: { emptyTitle: 'No offsets yet', emptyText: 'Advances, credit notes, debts that another customer takes over and debts against payables are set off here. Each offset can be reversed.', search: 'Number, customer' },
  pane: {
    credits: 'Advances left', notes: 'Credit notes left', debts: 'Open debts', open: 'Total', left: 'Left', amount: 'Offset', taken: 'Taken', keys: 'Space takes · = fills · Enter next line · Esc back',
    pickCustomer: 'Once a customer is chosen, what can be set off stands here', noCredits: 'The customer has no advance left', noNotes: 'The customer has no credit note left', noDebts: 'The customer has no open debt',
  },
  entry: { post: 'Post', auto: 'Match by itself', clear: 'Clear', posted: 'Posted: {{number}}　{{amount}}', from: 'From', to: 'To', even: 'Both sides are equal', difference: 'Difference', switchKind: 'Other kind' },
  problem: {
    customerMissing: 'Choose a customer first', otherMissing: 'Choose the customer who takes over', sameCustomer: 'Both customers are the same', dayMissing: 'Enter the day', consentMissing: 'Enter the consent to the transfer: the number of the agreement or letter',
    payableMissing: 'Enter the number of the payable', nothing: 'Enter an amount first', uneven: 'Both sides must be equal; they differ by {{amount}}', over: 'A line is over what is open',
  },
  document: {
    reverse: 'Reverse', lines: 'What was set off', from: 'From', to: 'Debt', amount: 'Amount', on: 'Day', state: 'State', standing: 'Stands', released: 'Released {{day}}', takenOver: 'Taken over by {{customer}}', dueOn: 'Due', open: 'Open', openCustomer: 'Customer',
    goesBack: 'What {{customer}} took over goes back; money that was received for it stays as an advance of {{customer}}.', own: 'This offset', otherCustomer: 'Other customer',
  },
} satisfies typeof zhCN
