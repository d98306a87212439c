import type { refunds as zhCN } from '../zh-CN/refunds.ts'

export const refunds = {
  title: 'Refunds',
  entryTitle: 'New refund',
  create: 'New refund',
  action: 'Refund',
  field: {
    number: 'Number', customer: 'Customer', customerCode: 'Code', refundedOn: 'Day', amount: 'Amount', currency: 'Currency', method: 'Method', bankAccount: 'Paid from', payee: 'Payee', reference: 'Reference', note: 'Note',
    status: 'Status', salesperson: 'Salesperson', postedBy: 'Posted by', postedAt: 'Posted at',
  },
  status: { posted: 'Posted', reversed: 'Reversed', reversal: 'Reversal' },
  list: { emptyTitle: 'No refunds yet', emptyText: 'Record here what goes back to a customer who paid too much or has a credit note left; choose which advances and credits it comes from.', search: 'Number, customer' },
  pane: { amount: 'Refund', title: 'Advances and credit notes left', empty: 'The customer has nothing left to pay back', pickCustomer: 'Once a customer is chosen, the advances and credits that can be paid back stand here' },
  entry: { post: 'Post', all: 'Pay all back', clear: 'Clear', posted: 'Posted: {{number}}　{{amount}}', payeeHint: 'Empty when it is the customer' },
  problem: { customerMissing: 'Choose a customer first', dayMissing: 'Enter the day', nothing: 'Enter what is paid back, and how much of each', over: 'A line is over what is left' },
  document: { reverse: 'Reverse', credits: 'Paid back from', noCredits: 'Nothing is noted', openCustomer: 'Customer' },
} satisfies typeof zhCN
