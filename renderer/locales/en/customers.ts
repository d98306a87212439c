import type { customers as zhCN } from '../zh-CN/customers.ts'

export const customers = {
  title: 'Customers',
  fileTitle: 'Customer',
  newTitle: 'New customer',
  create: 'New customer',
  field: {
    code: 'Code', name: 'Name', shortName: 'Short name', mnemonic: 'Initials', taxNumber: 'Tax number', phone: 'Phone', address: 'Address', bankName: 'Bank', bankAccount: 'Bank account', department: 'Department', note: 'Note',
    creditLimit: 'Credit limit', cutOffDate: 'Cut-off day', cutOffCounts: 'The day itself', salesperson: 'Salesperson', terms: 'Terms', active: 'State', open: 'Receivable', advance: 'Advances', balance: 'Balance',
  },
  active: { on: 'Active', off: 'Inactive' },
  terms: {
    days: '{{count, counted(one: day; other: days)}}', months: '{{count, counted(one: month; other: months)}}', monthEnd: 'End of month + {{count}}', monthEndOnly: 'End of month', nextMonthDay: 'the {{date}}. of next month', nextMonthEnd: 'End of next month', endFirst: 'month end +', endAfter: 'to the month end',
    last: { onDate: '{{terms}}, paid on the {{count}}.', inMonth: '{{terms}}, the {{count}}. of that month', days: '{{terms}} + {{count, counted(one: day; other: days)}}' },
    atOnce: { invoiced: 'Cash', handedIn: 'On receipt of invoice', booked: 'When booked', contractSigned: 'Prepaid', orderConfirmed: 'With order', ready: 'Before shipment', shipped: 'On shipment', signedOff: 'On delivery', accepted: 'On acceptance', warrantyEnd: 'At end of warranty' },
    since: { handedIn: 'after hand-in', booked: 'after booking', contractSigned: 'after signing', orderConfirmed: 'after order', ready: 'after readiness', shipped: 'after shipment', signedOff: 'after delivery', accepted: 'after acceptance', warrantyEnd: 'after warranty' },
    trigger: { invoiced: 'From invoice', handedIn: 'From hand-in', booked: 'From booking', contractSigned: 'From signing', orderConfirmed: 'From order', ready: 'From readiness', shipped: 'From shipment', signedOff: 'From delivery', accepted: 'From acceptance', warrantyEnd: 'From end of warranty' },
    monthEnds: { none: 'No month end', before: 'Month end, then add', after: 'Add, then month end' },
    lasts: { none: 'Nothing more', onDate: 'First such day', inMonth: 'Day of that month', days: 'Further days' },
    field: { trigger: 'From', monthEnd: 'Month end', months: 'months', days: 'days', last: 'Then', lastCount: 'Day or days' },
    example: 'Example: {{from}} → {{due}}; today {{today}} → {{todayDue}}', quick: 'Type the terms', quickHint: 'Type: net 60, EOM+30, 25th of next month, 票到后30天, 30%预付70%发货前', quickWrong: '“{{word}}” is not understood; type net 60, EOM+30, 25th of next month, COD',
    orderAsk: 'Offices differ about “{{text}}”. In this ledger it is:', order: { after: 'days first, then the month end', before: 'the month end first, then days' },
    text: 'As written: {{text}}', textHint: 'Parts or discounts are kept as written; until then the whole document goes by the rule above', forget: 'Forget it',
    cutOffOn: 'cut-off of that month {{day}}', holidaysUnknown: 'holidays of that year not known: by Saturday and Sunday', notRecorded: 'this event is not recorded yet: from the day of the document',
  },
  contact: { title: 'Contacts', name: 'Name', role: 'Role', phone: 'Phone', email: 'Email' },
  list: { emptyTitle: 'No customers yet', emptyText: 'Create a customer file first. The code can number itself, and the pinyin initials of the short name find the customer while you enter documents. You can also import from Excel.', search: 'Code, name, initials, tax number' },
  form: {
    save: 'Save', saved: 'Customer saved', codeHint: 'Leave empty to number by itself', mnemonicHint: 'Leave empty for the pinyin initials', creditHint: 'Leave empty for no limit', cutOffHint: 'Later invoices count for the next month; on a day off it is the workday before; empty for none', cutOffCounts: 'Still counts', cutOffCountsNot: 'Does not count',
    changedTitle: 'Somebody else has changed this file', changedText: 'New contents were saved after you opened it. What you typed is still on the screen; reading again gives it up.', reload: 'Read again', none: '(none)',
  },
  tab: { file: 'File', items: 'Open items', receipts: 'Receipts', invoices: 'Receivables' },
  action: { offset: 'Offset', refund: 'Refund', receive: 'Enter a receipt', invoice: 'New receivable', letter: 'Letter' },
  problem: { nameMissing: 'Enter the name' },
  items: { emptyTitle: 'Nothing is open', emptyText: 'This customer owes nothing.' },
  receipts: { emptyTitle: 'No receipts yet', emptyText: 'Receipts of this customer will be listed here.' },
  invoices: { emptyTitle: 'No receivables yet', emptyText: 'Receivables of this customer will be listed here.' },
} satisfies typeof zhCN
