import type { templates as zhCN } from '../zh-CN/templates.ts'

export const templates: typeof zhCN = {
  title: 'Letter templates',
  what: 'Letter',
  look: 'Look and pictures',
  version: 'Version {{version}}',
  builtIn: 'Built in',
  changed: 'Not saved',
  readOnly: 'Only the owner and administrators may change templates',
  save: 'Save as new version',
  saved: 'Saved as version {{version}}, used from the next letter on; letters already issued stay as they are',
  part: { title: 'Title', greeting: 'Greeting', opening: 'Opening', asking: 'Request', rights: 'Rights', closing: 'Closing' },
  partHint: {
    title: 'At the head of the letter', greeting: 'Left out when empty', opening: 'Before the table of items', asking: 'After the tables of items and interest', rights: 'After the remark', closing: 'Before the signature',
  },
  problem: 'Line {{line}}, column {{column}}: {{text}}',
  note: 'What changed',
  noteHint: 'For those who look at the versions later; may stay empty',
  insert: { title: 'Variables', search: 'Insert a variable', bold: 'Bold', hint: 'A click inserts it at the cursor; what has no value prints nothing, so you may write {% if interest %}…{% endif %}' },
  group: { customer: 'Customer', amounts: 'Amounts', items: 'Documents and days', lastLetter: 'Letter before', company: 'Our company' },
  variable: {
    customer: { name: 'Customer', code: 'Customer code', contact: 'Customer contact', address: 'Customer address' },
    total: 'Total due', totalInWords: 'Total in words', overdue: 'Of it overdue', unallocated: 'Unallocated receipts', credits: 'Credit notes not set off', net: 'Left after these', interest: 'Interest', fee: 'Collection charge', grandTotal: 'All in all', currency: 'Currency',
    count: 'Items', days: 'Most days overdue', invoices: 'Invoices', contracts: 'Contracts', asOf: 'As of', issuedOn: 'Day of letter', payBy: 'Pay by',
    lastLetter: { number: 'Last letter no.', issuedOn: 'Last letter day', title: 'Last letter title' },
    company: { name: 'Our name', contact: 'Our contact', phone: 'Our phone', address: 'Our address', bankName: 'Our bank', bankAccount: 'Our account', taxNumber: 'Tax no.' },
    sender: 'Handled by',
  },
  preview: {
    title: 'Preview', customer: 'Customer of the preview', pick: 'Choose a customer with something due, and the letter is shown here with real figures',
    hint: 'While nobody owes anything that is due you can write and save the words, and look at them before the first letter goes out.', mend: 'Mend the marked part, and the letter is shown here again.', nothing: 'Choose another customer with something due to go on',
  },
  versions: {
    title: 'Versions of {{what}}', open: 'Versions', version: 'Version', when: 'When', who: 'Who', note: 'Note', inUse: 'In use', show: 'Show', take: 'Take this version', taken: 'Taken into the editor; saving makes it a new version',
    pictures: 'Pictures', withPictures: 'With pictures', withoutPictures: 'None',
  },
  form: {
    logo: 'Logo', logoHint: 'At the head on the left, at most 15 mm high', sealPicture: 'Seal picture', sealPictureHint: 'Over the signature, 40 mm; a letter on paper should still bear the real seal',
    sender: 'Department', senderHint: 'Below the company name, such as Accounts Receivable', footnote: 'Footnote', footnoteHint: 'Small print at the end of the letter', withSlip: 'With a slip for the customer to sign and return',
    choose: 'Choose a picture', remove: 'Remove', none: 'None', rule: 'PNG or JPEG, at most 300 KB',
  },
}
