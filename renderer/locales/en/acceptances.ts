export const acceptances = {
  title: 'Acceptances',
  entryTitle: 'Register acceptances',
  calendarTitle: 'Bill calendar',
  kind: { bank: 'Bank', commercial: 'Commercial' },
  status: { held: 'In hand', split: 'Split', endorsed: 'Endorsed', discounted: 'Discounted', presented: 'Presented', collected: 'Collected', dishonoured: 'Dishonoured', settled: 'Settled', returned: 'Returned/void' },
  event: { received: 'Received', split: 'Split', endorsed: 'Endorsed', discounted: 'Discounted', presented: 'Presented', collected: 'Collected', dishonoured: 'Dishonoured', settled: 'Settled when due', returned: 'Given back', notified: 'Prior hand told', undone: 'Taken back' },
  step: { split: 'Split', endorse: 'Endorse', discount: 'Discount', present: 'Present', collect: 'Collect', dishonour: 'Dishonour', settle: 'Settle', notify: 'Notify prior hand', undo: 'Take back last step' },
  deadline: { due: 'Due', presentBy: 'Present by', notifyBy: 'Notify prior hand', recourseUntil: 'Recourse to prior hands', drawerUntil: 'Against drawer and acceptor' },
  deadlineHelp: {
    due: 'The day the bill is due', presentBy: 'Present within ten days of the due day (Negotiable Instruments Law, art. 53)', notifyBy: 'Tell the prior hand in writing within three days of the proof of refusal (art. 66)',
    recourseUntil: 'Recourse to prior hands: six months from the refusal, three for a second recourse (art. 17)', drawerUntil: 'Rights against drawer and acceptor: two years from the due day (art. 17)',
  },
  field: {
    number: 'Number', billNumber: 'Bill number', range: 'Sub-range', kind: 'Kind', drawer: 'Drawer', acceptor: 'Acceptor', acceptorBank: "Acceptor's bank", priorHand: 'Prior hand',
    issuedOn: 'Issued', dueOn: 'Due', amount: 'Face amount', status: 'Status', since: 'Since', customer: 'Customer', customerCode: 'Customer code', salesperson: 'Salesperson', receiptNumber: 'Receipt', receivedOn: 'Received',
    daysToDue: 'To due day', presentBy: 'Present by', currency: 'Currency', transferable: 'Transferable', note: 'Note', postedBy: 'Posted by', postedAt: 'Posted at', reference: 'Reference',
  },
  transferable: { yes: 'Yes', no: 'No' },
  tab: { all: 'All', held: 'In hand', presented: 'Presented', passed: 'Passed on', dishonoured: 'Dishonoured', done: 'Done' },
  list: {
    create: 'Register bills', calendar: 'Due days', book: 'Book', search: 'Customer, number or bill number', emptyTitle: 'No acceptances yet', emptyText: 'Alt+N registers bills that a customer handed in: one receipt is recorded, debts are settled, and the bills are in hand',
    emptyTab: 'No bill has this status', daysLeft: '{{count, counted(one: day; other: days)}}', daysOver: '{{count, counted(one: day; other: days)}} over',
  },
  entry: {
    post: 'Register', toPanel: 'To allocation', toBills: 'To bills', clear: 'Clear', bills: 'Bills', billsHint: 'Of a sub-range the first unit is enough, the last follows from the amount (0.01 yuan a unit); an empty due day is six months after issue',
    sum: 'Total', count: '{{count, counted(one: bill; other: bills)}}', receipt: 'Receipt {{number}}', expected: 'Receipt amount', difference: 'Difference', even: 'Adds up', received: 'Bills', pickCustomer: 'Choose a customer to see what is open', typeBills: 'Type the amounts of the bills to see a suggestion',
    posted: '{{number}} recorded with {{count, counted(one: bill; other: bills)}}', registered: '{{count, counted(one: bill; other: bills)}} registered for {{number}}', priorHint: 'Empty: the customer', billLine: 'Bill {{row}}: {{text}}', rangePlaceholder: 'from-to',
  },
  problem: {
    customerId: 'Choose a customer', receivedOn: 'Enter the day received', bills: 'Enter at least one bill', billNumber: 'Enter the bill number', range: 'Write a sub-range as from-to, such as 1-1000000', drawer: 'Enter the drawer', acceptor: 'Enter the acceptor', issuedOn: 'Enter the day of issue',
    dueOn: 'Enter the due day', amount: 'Enter the face amount', expected: 'The bills must add up to the receipt, {{amount}}',
  },
  page: {
    openReceipt: 'Open receipt', openCustomer: 'Open customer', life: 'Life', deadlines: 'Deadlines', parts: 'Parts', parent: 'Split from {{number}}', noDeadlines: 'No deadline left', undone: 'Taken back', net: 'Received {{amount}}', interest: 'Interest {{amount}}',
    fee: 'Fee {{amount}}', left: '{{count, counted(one: day; other: days)}} left', today: 'Today', over: '{{count, counted(one: day; other: days)}} over', kept: 'Done', missed: 'Missed', revived: 'Revived debt', revivedOpen: 'Open {{amount}}', revivedPaid: 'Paid', to: 'To {{name}}', reason: 'Reason: {{text}}', notified: 'Told {{name}}', takes: 'Takes back “{{event}}”',
  },
  dialog: {
    back: 'Back', on: 'Day', note: 'Note', endorsee: 'Endorsee', bankAccount: 'Bank account', interest: 'Interest', fee: 'Fee', net: 'Received', rate: '{{rate}}% a year', reason: 'Reason of refusal', notified: 'Prior hand told',
    amounts: 'Amounts of the parts', addsUp: 'Total {{sum}} of {{amount}}', done: '{{number}}: {{step}} recorded', reasonHint: 'Such as: no funds, account frozen',
    text: {
      split: 'Splits the bill by amount; the sub-ranges follow one another and the bill itself is then split.', endorse: 'The bill leaves our hands; if it is refused when due, it may come back to us.', discount: 'The bank pays the face amount less interest and fee.', present: 'Presents the bill to the acceptor for payment.',
      collect: 'The acceptor has paid; the net amount is in the bank account.', dishonour: 'The acceptor refused to pay. The customer owes {{amount}} again, which can be paid and dunned.', settle: 'The due day passed without recourse: the bill is no contingent debt any more.', notify: 'Notes the day on which the prior hand was told in writing.', undo: 'Takes back the last step, “{{event}}” of {{day}}. Reports of earlier days stay as they are.',
    },
    early: 'Not due: it can be presented now and is paid on {{day}}', late: 'The last day for presenting was {{day}}: explain it to the acceptor; prior hands may be released',
    revivedSettled: '{{amount}} of the revived debt is settled; these allocations are taken back too, and the money stays as an advance.', partsVoid: 'The parts become void: {{numbers}}',
  },
  calendar: {
    from: 'From', to: 'To', overdue: 'Due and unpaid', ahead: 'Due in {{count, counted(one: day; other: days)}}', bills: '{{count, counted(one: bill; other: bills)}}', what: 'Deadline', on: 'Day', left: 'Left', missed: 'Missed', emptyTitle: 'No bill falls due in these days', emptyText: 'Due days of bills in hand and presented, days for presenting, and the deadlines after a refusal stand here', search: 'Customer, number, acceptor',
  },
  book: { title: 'Book of acceptances', text: 'All bills received in the period or still alive at its start, with their status on its last day.', from: 'From', to: 'To', print: 'Print', excel: 'Save Excel', back: 'Back', preview: 'Preview', excelDone: 'Saved {{name}}', printStarted: 'Sent to the printer' },
}
