/**
 * The program that the kill test kills: posts receipts over fresh invoices into a ledger without an end, and says each
 * document only after it was committed. Started with the file of the ledger.
 */
import { writeSync } from 'node:fs'
import { postInvoice } from '../../db/invoices/commands.ts'
import { invoiceView } from '../../db/invoices/queries.ts'
import { Ledger } from '../../db/ledger.ts'
import { recordReceipt } from '../../db/receipts/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { day } from '../../shared/day.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { CUSTOMERS } from './office.ts'

const file = process.argv[2] ?? ''
const calendar = { today: day('2026-06-30'), isWorkday: () => true }
const say = (line: string): void => void writeSync(1, `${line}\n`)

const ledger = await Ledger.open(file)
say('ready')
for (let turn = 0; ; turn += 1) {
  const customerId = CUSTOMERS[turn % CUSTOMERS.length]
  const amount = 10_000 + turn
  const half = Math.floor(amount / 2)
  const invoice = invoiceInput.parse({ customerId, documentOn: '2026-05-01', amount, installments: [{ dueOn: '2026-06-01', amount: half }, { dueOn: '2026-07-01', amount: amount - half }], post: true })
  const invoiceId = await ledger.write({ by: SYSTEM, procedure: 'invoices.save' }, (tx) => postInvoice(tx, invoice, calendar))
  say(`invoices ${invoiceId}`)
  const { installments } = await ledger.read((reader) => invoiceView(reader, invoiceId, null))
  const allocations = installments.map(({ itemId, amount: open }) => ({ itemId, amount: open - 10, difference: 10 }))
  const receipt = receiptInput.parse({ customerId, receivedOn: '2026-06-15', amount: amount + 500, allocations })
  const receiptId = await ledger.write({ by: SYSTEM, procedure: 'receipts.record' }, (tx) => recordReceipt(tx, receipt, calendar))
  say(`receipts ${receiptId}`)
}
