export const accountPapers = {
  title: 'Account statements',
  runTitle: 'Issue in a batch',
  kind: { statement: 'Statement', confirmation: 'Confirmation' },
  state: { all: 'All', waiting: 'No reply', agreed: 'Agrees', differs: 'Differs' },
  language: { 'zh-CN': 'Chinese', en: 'English' },
  field: {
    number: 'Number', kind: 'Kind', customerName: 'Customer', customerCode: 'Code', asOf: 'As of', from: 'From', balance: 'Balance', state: 'Reply', prints: 'Prints', issuedOn: 'Issued',
    issuedBy: 'Issued by', lastPrintedAt: 'Last printed', currency: 'Currency',
  },
  auditor: { name: 'Auditors (required)', address: 'Reply address (required)', contact: 'Contact', phone: 'Phone' },
  list: { issue: 'Issue', empty: 'No statements or confirmations yet', emptyText: 'Send customers their movements at the month’s end, or confirm balances for the auditor; the slips that come back are recorded here.', emptyTab: 'None of these' },
  page: { customer: 'Open customer' },
  reply: {
    button: 'Record reply', title: 'Record the reply to {{number}}', text: '{{customer}}: balance as of {{day}} {{balance}}', result: 'Result', on: 'Signed on', balance: 'Their balance', person: 'Signed by', note: 'Note',
    noteHint: 'Why it differs, or where the slip is kept', done: 'Reply to {{number}} recorded',
  },
  run: {
    issue: 'Issue', all: 'Tick all', list: 'Issued', customers: 'Customers', preview: 'Preview', language: 'Language of the paper', salesperson: 'Salesperson', opening: 'Opening', debits: 'Charged', credits: 'Paid or credited', closing: 'Closing',
    lastIssuedOn: 'Last issued', lastNumber: 'Last number', everybody: 'With zero balances', chosen: '{{count}} ticked, balance {{amount}}', pick: 'Choose a customer at the left to see the paper',
    auditorFirst: 'Enter the auditors and their address first', auditorHint: 'The customer answers the auditors directly; their address stands on the paper.', nobody: 'No such customer', nobodyText: 'Choose other days; customers without a balance are listed with “With zero balances”.',
    days: 'The first day is after the last', confirm: 'Issue {{count}} × {{kind}}?', confirmText: 'Once issued they are numbered and kept as they are.', progress: '{{done}} of {{total}} issued', done: '{{count}} issued', doneText: 'You can print them now; record the replies under “Account statements”.',
  },
}
