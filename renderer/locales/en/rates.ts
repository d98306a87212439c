import type { rates as zhCN } from '../zh-CN/rates.ts'

export const rates = {
  title: 'Booking rates',
  hint: 'A foreign document is booked at the latest rate on or before its day; without a rate nothing is booked. A change leaves what is booked as it is.',
  create: 'New rate',
  edit: 'Change rate',
  remove: 'Remove',
  removeTitle: 'Remove the rate of {{currency}} from {{day}}?',
  removeText: 'Documents that were booked at it stay as they are.',
  empty: 'Nothing to set while no foreign money comes',
  wrong: 'Enter a rate above zero with at most six decimals, such as 7.1234',
  field: { currency: 'Currency', on: 'From', rate: 'Rate', currencyHint: 'Three letters, such as USD', rateHint: 'What one unit is worth in {{currency}}' },
  booked: { worth: 'Worth in {{currency}}', rate: 'Booked rate', base: 'Own currency', gain: 'Exchange gain', computed: 'By the rate of the day' },
  report: {
    title: 'Exchange gains', from: 'From', to: 'To', number: 'Number', kind: 'Kind', lastOn: 'Day', customer: 'Customer', customerCode: 'Code', currency: 'Currency', settled: 'Settled', debit: 'Debt, own currency', credit: 'Money, own currency', gain: 'Gain',
    emptyTitle: 'No exchange gains in this period', emptyText: 'Foreign debts and foreign receipts are booked at their own rates; what differs when they settle is the gain: positive gained, negative lost.',
  },
} satisfies typeof zhCN
