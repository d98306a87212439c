import type { periods as chinese } from '../zh-CN/periods.ts'

export const periods = {
  title: 'Month end',
  totalsTitle: 'Control totals',
  movementsTitle: 'Ledger card',
  close: 'Close',
  closeMonth: 'Close {{month}}',
  reopen: 'Reopen',
  totals: 'Control totals',
  refresh: 'Refresh',
  hint: 'Once closed, nothing can be posted in the month or before it; the next month begins on its first day',
  months: {
    month: 'Month', status: 'Status', balance: 'Balance', foreign: 'In other currencies', closedBy: 'Closed by',
    closed: 'Closed', open: 'Open', running: 'Running',
    empty: 'No months yet', emptyText: 'Each month is listed here once the first document is posted.',
  },
  check: {
    title: 'Check of {{month}}',
    ready: 'Everything is done; the month can be closed',
    readyWithWarnings: 'Can be closed; look at {{count}} open points first',
    closed: 'Closed on {{at}} by {{by}}',
    level: { ok: 'Done', note: 'Note', warning: 'Open', blocks: 'Must be done' },
    go: 'Show',
    lines: {
      drafts: 'Documents not posted', totals: 'Totals against the aging', bankLines: 'Bank lines not matched', unallocated: 'Receipts and credit notes with money left', acceptances: 'Bills past due, not presented', account: 'Bank reconciliations',
      accountNamed: 'Reconciliation: {{name}}', accountNote: 'No statements imported: {{name}}',
    },
    ok: { drafts: 'all posted', totals: 'equal', bankLines: 'all done', unallocated: 'nothing left', acceptances: 'none', account: 'all made' },
    found: { drafts: '{{count, counted(one: document; other: documents)}}', totals: '{{count}} customers differ', bankLines: '{{count, counted(one: line; other: lines)}}', unallocated: '{{count, counted(one: item; other: items)}}', acceptances: '{{count, counted(one: bill; other: bills)}}', account: 'not made to the month’s end', note: 'moved in this month' },
  },
  history: { title: 'Record', closed: 'Closed', reopened: 'Reopened', accepted: 'open then: {{what}}' },
  confirm: {
    title: 'Close {{month}}',
    text: 'Once closed, nothing can be posted, allocated or reversed on {{day}} or before it. If something must change, the owner reopens the month.',
    textBefore: 'This is the first closing: the months before {{month}} close with it.',
    warnings: 'These points are open; close all the same:',
    back: 'Back', yes: 'Close', done: '{{month}} is closed',
  },
  reopening: {
    title: 'Reopen {{month}}', text: 'Documents can then be posted in {{month}} again; close it when that is done. Reason and user stay in the record.',
    reason: 'Reason', reasonHint: 'For example: a receipt of the 28th was left out', reasonMissing: 'Give the reason', yes: 'Reopen', done: '{{month}} is open again',
  },
  control: {
    heading: 'Control totals {{month}}',
    formula: 'opening + debits − credits = closing',
    agrees: 'equal to the aging',
    disagrees: '{{count}} customers differ from the aging',
    code: 'Code', customer: 'Customer', opening: 'Opening', debits: 'Debits', credits: 'Credits', closing: 'Closing', aging: 'By the aging', currency: 'Currency', month: 'Month',
    openRow: 'Enter opens the ledger card',
    empty: 'No balance and no movement in {{month}}', excel: 'Save as Excel', print: 'Print', excelDone: 'Saved {{name}}', printStarted: 'Sent to the printer',
  },
  card: {
    heading: '{{name}} · {{month}}', on: 'Day', kind: 'Kind', number: 'Number', text: 'Invoice number / reference', debit: 'Debit', credit: 'Credit', balance: 'Balance', opening: 'Opening balance', closing: 'Closing balance', empty: 'No movement in this month',
  },
} satisfies typeof chinese
