import type { deliveries as zhCN } from '../zh-CN/deliveries.ts'

export const deliveries: typeof zhCN = {
  title: 'Deliveries',
  kind: { reminder: 'Reminder', demand: 'Demand', secondDemand: '2nd demand', finalNotice: 'Final notice', statement: 'Statement', confirmation: 'Confirmation' },
  way: { courier: 'Courier', registered: 'Registered', hand: 'By hand', email: 'E-mail', other: 'Other' },
  outcome: { arrived: 'Signed for', returned: 'Returned', slip: 'Slip came back' },
  state: { all: 'All', sent: 'Under way', arrived: 'Signed for', returned: 'Returned', slip: 'Slip is here', waiting: 'No news' },
  field: {
    number: 'Number', kind: 'Paper', customerName: 'Customer', customerCode: 'Code', on: 'Sent', way: 'Way', tracking: 'Tracking', recipient: 'Recipient', state: 'Delivery', outcomeOn: 'Outcome on', signedBy: 'Signed by',
    daysWaiting: 'Days', files: 'Files', note: 'Note', postedBy: 'By', postedAt: 'Recorded',
  },
  list: {
    open: 'Show', waitingDays: 'Sent more than', days: 'days ago, no outcome', search: 'Customer, number, tracking', empty: 'No deliveries yet', emptyTab: 'No such deliveries',
    emptyText: 'When letters were sent, record their tracking numbers in the list of letters with Alt+D. Who signed, what came back and the stamped slips are recorded here: they prove that the limitation starts again.', letters: 'Open the letters',
  },
  send: {
    button: 'Record delivery', title: 'Record the delivery of {{count}}', titleOne: 'Record the delivery of {{number}}', text: '{{numbers}} were sent together under one number', tracking: 'Tracking number', recipientHint: 'Name of the recipient', done: 'The delivery of {{count}} is recorded', pick: 'Tick the letters first',
  },
  result: { button: 'Record outcome', title: 'What came of {{number}}', text: '{{customer}} · {{on}} {{way}} {{tracking}}', outcome: 'Outcome', on: 'Day', signedBy: 'Signed by', signedByHint: 'Reception, mail room, in person', note: 'Note', done: 'The outcome of {{number}} is recorded' },
  view: {
    title: 'Delivery of {{number}}', outcomes: 'Outcomes', none: 'Nothing yet', files: 'Slips and receipts', noFiles: 'No files yet; put the scan of the stamped slip here', attach: 'Add a scan', attachHint: 'PDF, PNG or JPEG, up to 5 MB', attached: '{{name}} is kept',
    undo: 'Undo', undoTitle: 'Undo “{{outcome}}”?', undoText: 'The entry stays on record, but counts no more.', undone: 'undone', undoes: 'undoes the one above', save: 'Download {{name}}', document: 'Open the paper',
  },
  paper: { title: 'Delivery', never: 'Not recorded', failed: 'mail to {{to}} failed: {{answer}}', record: '{{on}} {{way}} {{tracking}}' },
  paste: {
    button: 'Paste numbers', title: 'Paste tracking numbers', text: 'One paper a line: its number and the tracking number with a tab, comma or space between; two columns may be pasted from a spreadsheet.', area: 'Numbers', way: 'Way', on: 'Sent', count: '{{count, counted(one: line; other: lines)}}', done: '{{count}} tracking numbers are recorded',
    problems: '{{count}} lines are wrong; nothing was recorded', row: 'Line {{row}}', record: 'Record all',
    problem: {
      numberMissing: 'the number is missing', trackingMissing: 'the tracking number is missing', trackingUnreadable: '“{{tracking}}” is no tracking number', numberTwice: '{{number}} occurs twice', trackingTwice: '{{tracking}} occurs twice', unknownPaper: 'there is no paper {{number}}',
      letterVoided: '{{number}} is void', beforeDocument: '{{number}} is dated after the sending day', alreadyRecorded: '{{number}} has this tracking number already',
    },
  },
  batch: {
    export: 'Export PDF', title: 'Export {{count}} as PDF', printTitle: 'Print {{count}}', grouping: 'Files', together: 'A hundred papers a file', perCustomer: 'One file a customer', folder: 'Choose a folder', zip: 'Download zip', print: 'Print', toolbar: 'Print',
    zipText: 'A browser downloads one archive of up to {{most}} papers; for more, export into a folder in the desktop program.', folderText: 'Written into the folder that you choose; if you cancel, the files that are there are whole.', printText: 'A hundred papers a print job; you can cancel between two.',
    progress: '{{done}} / {{total}}　{{file}}', done: '{{papers}} exported to {{folder}}', zipped: '{{papers}} exported', printed: '{{done}} sent to the printer', stopped: 'Cancelled; the {{done}} that are done are whole', all: 'All {{count}} of the list',
  },
  mail: {
    button: 'Send by e-mail', title: 'Send {{count}} by e-mail', notReady: 'No mail server is set up yet; the owner does so on the Settings page', from: 'From {{from}}', subject: 'Subject: {{subject}}', to: 'Address', state: 'State', send: 'Send', again: 'Send the failed again', progress: '{{done}} / {{total}} sent',
    source: { contact: 'contact', earlier: 'used before', '': 'to be typed' }, mailed: 'mailed {{at}}', sent: 'Sent', badAddress: 'No e-mail address', nothing: 'No address is typed', done: '{{sent}} sent', failed: '{{sent}} sent, {{failed}} failed', stopped: 'Cancelled; the rest was not sent',
    reason: {
      noAddress: 'No address', connection: 'Server not reached', tls: 'Encryption or certificate', auth: 'Wrong user or password', recipient: 'Recipient refused', timeout: 'No answer; check whether it went out', rejected: 'Refused by the server', interrupted: 'Cut off; check whether it went out', notTried: 'Not tried, the server failed',
    },
  },
  settings: {
    title: 'E-mail (SMTP)', text: 'Sends letters and statements from your mailbox with the PDF attached. The password stays on this machine, never in the ledger.', host: 'Server', hostHint: 'such as smtp.exmail.qq.com', port: 'Port', security: 'Encryption', tls: 'SSL/TLS (465)', starttls: 'STARTTLS (587)', none: 'None (25)',
    noneHint: 'Password and letters travel in clear text; only for a server of your own house', user: 'User', password: 'Password', passwordSet: 'Kept; leave empty to keep it', passwordUnset: 'Not kept', fromAddress: 'From address', fromName: 'From name', fromNameHint: 'Company name when empty', replyTo: 'Reply to', replyToHint: 'The from address when empty',
    letter: 'Letters', accountPaper: 'Statements, confirmations', subject: 'Subject', body: 'Text', names: 'Names you can use', save: 'Save mail settings', saved: 'The mail settings are saved', test: 'Send a test mail', testTo: 'Address', testSent: 'The server took it: {{answer}}', testFailed: '{{reason}}: {{answer}}', forget: 'Forget the password', saveFirst: 'Save before testing',
  },
}
