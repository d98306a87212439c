import type { interest as zhCN } from '../zh-CN/interest.ts'

export const interest: typeof zhCN = {
  title: 'Late interest',
  notesTitle: 'Interest notes',
  close: 'Close',
  col: {
    customer: 'Customer', code: 'Code', salesperson: 'Salesperson', currency: 'Currency', interest: 'Interest', open: 'Open', items: 'Items', from: 'From', to: 'Up to',
    number: 'Number', dueOn: 'Due', amount: 'Amount', disputed: 'Disputed', invoiceNumber: 'Tax invoice',
  },
  customers: { title: 'Customers who owe interest', interest: 'On open items', search: 'Code or name', noRate: 'no rate', emptyTitle: 'No interest on late payment', emptyText: 'Once something is overdue, its interest up to the chosen day is listed here by customer, the most first. For a customer who paid all, but late, choose it at the right.' },
  sheet: {
    title: 'Calculation', to: 'Up to', customer: 'Customer', withPaid: 'with items paid late', customerHint: 'Choose a customer (code, name or initials)', terms: '{{terms}}; simple interest by day from the day after the due day, a year counts {{days}} days',
    all: '{{count, counted(one: item; other: items)}} (none in dispute), {{amount}} in all', ticked: '{{count, counted(one: item; other: items)}} ticked, {{amount}} in all',
    noneTitle: 'Choose a customer', noneText: 'At the left are those who owe interest; or type a code or initials above.', emptyTitle: 'Nothing to charge', emptyText: 'Nothing is overdue, or the interest up to this day is in notes already.',
  },
  stretch: { title: 'Stretches', due: 'due {{day}}', from: 'From', to: 'To', days: 'Days', open: 'Open amount', rate: 'Yearly rate', daily: 'Daily rate', sum: 'Sum' },
  note: {
    make: 'Interest note', title: 'Interest note: {{name}}', post: 'Post the note', later: 'A note charges days up to today only', documentOn: 'Dated', dueOn: 'Interest due', dueHint: 'Empty: the document date and the days to pay of the settings', language: 'Paper in', note: 'Note',
    done: 'Interest note {{number}} is posted', hint: 'The interest becomes an “other receivable” that bears none itself; a day is never charged twice. Reverse the receivable and the note is void: its days may be charged again.',
  },
  notes: {
    number: 'Number', status: 'Status', invoice: 'Receivable', by: 'Made by', search: 'Number or customer', emptyTitle: 'No interest notes yet', emptyText: 'Interest is only worked out and shown; a note makes it a receivable.',
    void: 'The receivable {{number}} is reversed, so this note is void; its days may be charged again.',
  },
  status: { posted: 'Posted', void: 'Void' },
  language: { 'zh-CN': '中文', en: 'English' },
  lpr: {
    title: 'LPR table', hint: 'The one-year LPR counts from the day of its notice. The rates since 2019-08-20 are here; add each change (they are published on the 20th). For days before, the loan rates of that time may be added. Corrections do not touch notes that are posted.',
    on: 'Published', rate: 'LPR (%)', rateHint: 'Such as 3.10', by: 'By', published: 'as published', save: 'Save', remove: 'Remove', removeTitle: 'Remove the LPR of {{day}}?', removeText: 'The days after it then go by the notice before.',
    dayMissing: 'Enter the day', rateMissing: 'Enter the rate',
  },
  terms: {
    title: 'Agreed rates', hint: 'What was agreed with a customer counts from its day on; all others go by the basis in the settings. The same day entered again is a correction.', from: 'From', basis: 'Basis', daily: 'Daily rate (%)', dailyHint: 'Such as 0.05',
    times: 'Times the LPR', timesHint: 'Such as 1.5', note: 'Agreed where', replaced: 'replaced', customerMissing: 'Choose a customer', tooFine: 'A daily rate has at most four decimals', emptyTitle: 'Nothing agreed', emptyText: 'Where a contract sets the rate of late interest, enter it above.',
  },
  basis: { daily: 'Agreed daily rate', lpr: 'Multiple of the one-year LPR', smallCreditor: '0.05% a day (public bodies, large companies to small ones)', office: 'The settings again' },
}
