import type { bank as zhCN } from '../zh-CN/bank.ts'

export const bank = {
  importTitle: 'Import statement',
  linesTitle: 'Match bank lines',
  statementsTitle: 'Bank statements',
  learntTitle: 'Learnt payers',
  reconciliationTitle: 'Reconciliation',
  class: { receipt: 'Receipt', payment: 'Payment', fee: 'Fee', interest: 'Interest', transfer: 'Transfer', refund: 'Refund', other: 'Other' },
  status: { open: 'Open', done: 'Booked', noted: 'Noted', perhaps: 'Perhaps the same', same: 'Same payment' },
  direction: { in: 'In', out: 'Out' },
  sureness: { sure: 'Sure', likely: 'Likely', unsure: 'Unsure', none: 'Nothing' },
  surenessHelp: {
    sure: 'Payer and allocation each rest on one clear ground; may be booked together with others', likely: 'Good grounds; look once before booking', unsure: 'Weak grounds only; look closely', none: 'No ground; choose the customer, or keep the money as unidentified',
  },
  by: {
    learntAccount: 'account learnt before', learntName: 'name learnt before', account: 'account of the customer', name: 'same name', nameVariant: 'name spelt alike', branch: 'name of a branch', memo: 'memo names the customer', reference: 'memo names documents', clerk: 'chosen by hand', none: 'unknown payer',
  },
  doubt: {
    unprovenDirection: 'its direction rests on a sign or a title only; no balance proves it', settledReference: 'it names {{settled}}, which is settled already: paid twice?', unknownPayer: 'unknown payer', conflict: 'name and account point to different customers', weakCustomer: 'weak grounds for the payer', inactive: 'customer is inactive', otherDay: 'its month is closed; booked on {{day}}', competing: 'another line may settle the same item', otherReference: 'the memo names documents that are not open',
    partial: 'differs from the documents it names', equalItems: 'several items of this amount', shortPayment: 'short by a small difference', combinations: 'several sets add up, or too many to try', oldestFirst: 'only by due day', nothingOpen: 'nothing open, kept as advance', nearReceipt: 'close to a receipt that is already recorded',
  },
  field: {
    on: 'Day', time: 'Time', direction: 'In / out', amount: 'Amount', balance: 'Balance', counterparty: 'Counterparty', counterpartyAccount: 'Its account', memo: 'Memo', serial: 'Serial', class: 'Class', status: 'Status', bankAccount: 'Account', documentNumber: 'Document', customer: 'Customer', row: 'Row',
    proposal: 'Proposed customer', settles: 'Settles', basis: 'Grounds', sureness: 'Sureness', currency: 'Currency',
  },
  file: {
    drop: 'Drop statements of the bank here, or press Enter to choose one or several',
    hint: 'Takes Excel, CSV, MT940, CAMT and OFX of any bank, and the .zip of Alipay and WeChat (with its password). Columns are known by their words and the account by its number; lines that were imported before are recognised.',
    add: 'Add files', remove: 'Remove', files: 'Files', account: 'Account', chooseAccount: 'Choose the account', unknownNumber: 'No account {{number}} in the ledger', noNumber: 'The file tells no account; choose one', createAccount: 'Create this account', askAdministrator: 'Ask an administrator to create it in the settings',
    how: { file: 'by the number in the file', name: 'by the file’s name', asked: 'as you chose', none: 'unknown' },
    lines: 'Lines', newLines: 'New', duplicates: 'Imported before', skipped: 'Skipped', received: 'Received', paid: 'Paid', period: 'Period', opening: 'Opening', closing: 'Closing',
    chainWhole: 'Balances follow line by line, nothing is missing', chainNone: 'The file has no balances to check', chainBroken: 'Balances break in {{count, counted(one: place; other: places)}}; lines may be missing:', chainBreak: 'row {{row}} ({{day}}) should be {{expected}}, the file has {{found}}',
    notes: { cardNumber: 'The file tells the card {{number}}; check that it belongs to the chosen account', directionsTurned: 'By its balances the file writes debit and credit from the bank’s side; they are turned round', totalsDiffer: 'The file states a total ({{side}}) of {{stated}}, its lines add up to {{read}}; lines may be missing' },
    checkView: 'Columns', preview: 'Preview', previewFirst: 'the first {{count, counted(one: row; other: rows)}}', state: 'State', states: { new: 'new', perhaps: 'perhaps the same', duplicate: 'imported before', problem: 'problem', skipped: 'skipped' },
    nothingNew: 'No new lines to import', ready: 'No problems, ready to import', reading: 'Reading…', start: 'Import {{count, counted(one: new line; other: new lines)}}', startNone: 'Import', notReady: 'Mend what is marked first', done: 'Imported', noneLeft: 'No file to import',
    cancelled: 'Cancelled; nothing of this file was stored', failed: 'Has problems; nothing was stored', stage: { reading: 'reading', checking: 'checking', writing: 'writing' }, progress: '{{file}}: {{stage}} {{done}} / {{of}}', current: 'Looking at {{file}}',
  },
  done: {
    title: '{{count, counted(one: line; other: lines)}} imported', nothing: 'Nothing new', facts: '{{open}} receipts to match', duplicates: '{{count}} imported before', match: 'Match them', again: 'Import more', statements: 'All statements',
  },
  tabs: { open: 'To match', perhaps: 'Perhaps the same', kept: 'Unidentified', others: 'Other', done: 'Booked', all: 'All' },
  lines: {
    allAccounts: 'All accounts', account: 'Account', search: 'Counterparty, memo, serial', accept: 'Book', acceptSure: 'Book all sure', keep: 'Unidentified', classify: 'Class', import: 'Import', learnt: 'Learnt payers', claim: 'Claim', unlink: 'Unlink', refund: 'Record refund', showAll: 'All',
    count: '{{count}}', sums: '{{count}}: {{amount}}',
    emptyTitle: 'Nothing to match', emptyText: 'Once a statement is imported, each payment of a customer stands here with whose it is and what it settles.',
    keptTitle: 'No unidentified money', keptText: 'Money of unknown payers stands here once it is kept as unidentified; press Enter to claim it when you know whose it is.',
    othersTitle: 'No other lines', othersText: 'Payments, fees, interest and transfers are only noted; the reconciliation needs them.', doneTitle: 'No booked lines yet', allTitle: 'No statement was imported yet', allText: 'Export the lines from your bank and drop the file on “Import statement”.',
    keys: 'Space book as proposed · Enter look and change · Alt+K unidentified · Alt+T class', keysKept: 'Enter claim', keysLines: 'Enter open the document · Alt+T class',
    accepted: 'Booked: {{number}}  {{customer}}  {{amount}}', linked: 'Linked: {{number}}  {{amount}}', kept: 'Kept as unidentified: {{number}}  {{amount}}', claimed: 'Claimed: {{number}}  {{customer}}  {{amount}}', classified: 'Now: {{name}}', unlinked: 'Unlinked', refunded: 'Refund recorded: {{number}}  {{amount}}',
    nothingProposed: 'Nothing is proposed: press Enter to choose the customer, or Alt+K to keep it as unidentified', linkedTo: 'link {{number}}', advance: 'advance {{amount}}', moreItems: '{{count, counted(one: item; other: items)}}', separator: ', ',
    openReceipt: 'open', noDocument: 'This line has no document',
  },
  twins: {
    title: 'Perhaps one payment', this: 'This line', other: 'The line in the ledger', same: 'The same payment', another: 'Another payment', saidSame: 'The same payment, not counted again: {{amount}}', saidAnother: 'Another payment: {{amount}}', keys: 'Alt+S the same, not counted again · Alt+V another payment, goes on as usual',
    emptyTitle: 'Nothing is perhaps the same', emptyText: 'When a payment comes again in another layout (account behind stars, name cut off, a day apart, another serial), it stands here beside the first one, for you to say. Nothing is booked before.',
    found: 'Perhaps the same', explain: '{{count}} lines resemble lines imported before (account behind stars, name cut off, a day apart, another serial). They will stand under “Perhaps the same”, for you to say; nothing is booked before.', pair: 'row {{row}} ↔ {{day}} {{counterparty}} {{amount}}',
  },
  panel: {
    title: 'This line', customer: 'Customer', others: 'Or perhaps', pick: 'Press Enter and type the customer; the open items stand here', choose: 'Choose a line above', next: 'next Alt+O',
    linkedReceipt: 'Receipt {{number}} already holds this money; booking only links it, nothing is recorded twice.', linkedBill: 'The bill’s event {{number}} already holds this money; booking only links it.', overrule: 'If it is another payment, choose the customer.', bookedOn: 'booked on {{day}}', gaveUp: 'too many sets, please check', over: 'The allocation is more than this amount', chooseFirst: 'Choose the customer first', reasonLabel: 'Why', keys: 'Ctrl+Enter book, next line · Esc back to the lines', keysClaim: 'Ctrl+Enter claim · Esc back to the lines',
  },
  sure: {
    title: 'Book all {{count}} sure lines?', text: '{{amount}} in all. Payer and allocation of these lines each rest on one clear ground; they are recorded and allocated as proposed. Others stay as they are.', confirm: 'Book all', progress: '{{done}} of {{of}} booked', done: '{{count}} booked, {{amount}}', stopped: 'Stopped: {{count}} booked, {{amount}}', none: 'No sure lines',
  },
  classify: { title: 'Which class?', text: '{{counterparty}}  {{amount}}', hint: 'Press its digit, or ↑ ↓' },
  refund: { title: 'Record a refund of {{amount}}', text: '{{counterparty}} {{day}}. A refund to the customer is recorded and linked to this line.', customer: 'Customer', note: 'Note', confirm: 'Record refund' },
  statements: {
    emptyTitle: 'No statement was imported yet', emptyText: 'Export the lines from your bank and drop the file on “Import statement”.', file: 'File', bankAccount: 'Account', firstOn: 'From', lastOn: 'To', lines: 'Lines', duplicates: 'Repeated', open: 'Open', opening: 'Opening', closing: 'Closing', importedAt: 'Imported', importedBy: 'By', search: 'File',
    rest: 'What was left out', restTitle: '{{file}}: what was left out', restByHand: 'Left out by a person', restNone: 'Every row of this file became a line; nothing was left out.',
  },
  learnt: {
    key: 'Name / account', kind: 'By', kinds: { name: 'name', account: 'account' }, customer: 'Customer', customerCode: 'Code', at: 'Learnt', by: 'By', search: 'Name, account, customer', forget: 'Forget', forgetTitle: 'Forget “{{key}}”?', forgetText: 'Lines of this payer are no longer taken for {{customer}}. What is booked stays.', forgotten: '“{{key}}” is forgotten',
    several: 'several customers (tells nothing any more)', emptyTitle: 'No payer was learnt yet', emptyText: 'When you choose the customer of a line yourself, the payer’s name and account are remembered for the next time.',
  },
  reconcile: {
    account: 'Account', asOf: 'As of', statementBalance: 'Statement balance', by: { file: 'of the imported lines', sum: 'opening and lines', entered: 'as entered', none: 'missing' }, enterBalance: 'the statement tells none, enter it', save: 'Save', print: 'Print', savedList: 'Saved ones', new: 'New one', opening: 'Opening',
    bookSide: 'Our account book', bankSide: 'Bank statement', balance: 'Balance', bankReceived: 'Add: received by the bank, not booked', bankPaid: 'Less: paid by the bank, not booked', bookReceived: 'Add: booked as received, not at the bank', bookPaid: 'Less: booked as paid, not at the bank', adjusted: 'Adjusted balance', difference: 'Difference', reconciled: 'Both sides agree', notReconciled: 'The sides differ; check each entry', none: 'none',
    date: 'Day', text: 'Text', amount: 'Amount', gaps: 'Balances break in {{count, counted(one: place; other: places)}}; lines may be missing:', gap: '{{day}} should be {{expected}}, the statement has {{found}}', openingMissing: 'The opening balance of this account is not set; the book balance holds only what was booked.', setOpening: 'Set the opening', openingTitle: 'Opening balance of {{account}}', openingOn: 'At the end of', openingAmount: 'Balance', openingHint: 'What stood on the account when this day ended; the book begins on the next day', openingFact: 'opening {{day}}  {{amount}}',
    saved: 'The reconciliation of {{day}} is saved', savedOn: 'saved {{at}}, {{by}}', saveFirst: 'Save before printing', keys: '↑ ↓ move · Enter opens', noAccount: 'No bank account yet', noAccountText: 'Create your bank accounts in the settings, then import a statement.', listEmpty: 'No reconciliation was saved yet', madeAt: 'Saved', madeBy: 'By', printStarted: 'Sent to the printer', isSaved: 'A saved reconciliation',
  },
} satisfies typeof zhCN
