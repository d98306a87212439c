import type { customers as zhCN } from '../zh-CN/customers.ts'

export const customers = {
  title: 'Customers',
  fileTitle: 'Customer',
  newTitle: 'New customer',
  create: 'New customer',
  field: {
    code: 'Code', name: 'Name', shortName: 'Short name', mnemonic: 'Initials', taxNumber: 'Tax number', phone: 'Phone', address: 'Address', bankName: 'Bank', bankAccount: 'Bank account', department: 'Department', note: 'Note',
    creditLimit: 'Credit limit', cutOffDate: 'Cut-off day', salesperson: 'Salesperson', terms: 'Terms', active: 'State', open: 'Receivable', advance: 'Advances', balance: 'Balance',
  },
  active: { on: 'Active', off: 'Inactive' },
  terms: {
    days: '{{count}} days', monthEnd: 'End of month + {{count}}', months: '{{count}} months', cash: 'Cash', monthEndOnly: 'End of month', onDate: '{{terms}}, paid on the {{date}}.',
    kind: 'Kind of terms', kindDays: 'Days', kindMonthEnd: 'Month end', kindMonths: 'Months', count: 'Number', onDateLabel: 'Pay day', onDateHint: 'The day of the month of payment; empty for any, 31 for the last',
    example: 'Invoice of {{from}} is due {{due}}', quick: 'Type the terms', quickHint: 'Type: 60 days, EOM+30, 3 months, cash', quickWrong: 'Not understood; type 60 days, EOM+30, 3 months or cash',
  },
  contact: { title: 'Contacts', name: 'Name', role: 'Role', phone: 'Phone', email: 'Email' },
  list: { emptyTitle: 'No customers yet', emptyText: 'Create a customer file first. The code can number itself, and the pinyin initials of the short name find the customer while you enter documents. You can also import from Excel.', search: 'Code, name, initials, tax number' },
  form: {
    save: 'Save', saved: 'Customer saved', codeHint: 'Leave empty to number by itself', mnemonicHint: 'Leave empty for the pinyin initials', creditHint: 'Leave empty for no limit', cutOffHint: 'Later invoices count for the next month; empty for none',
    changedTitle: 'Somebody else has changed this file', changedText: 'New contents were saved after you opened it. What you typed is still on the screen; reading again gives it up.', reload: 'Read again', none: '(none)',
  },
  tab: { file: 'File', items: 'Open items', receipts: 'Receipts', invoices: 'Receivables' },
  action: { offset: 'Offset', refund: 'Refund', receive: 'Enter a receipt', invoice: 'New receivable', letter: 'Letter' },
  problem: { nameMissing: 'Enter the name' },
  items: { emptyTitle: 'Nothing is open', emptyText: 'This customer owes nothing.' },
  receipts: { emptyTitle: 'No receipts yet', emptyText: 'Receipts of this customer will be listed here.' },
  invoices: { emptyTitle: 'No receivables yet', emptyText: 'Receivables of this customer will be listed here.' },
} satisfies typeof zhCN
