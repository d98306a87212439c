/**
 * The program that the kill test kills: posts receipts over fresh invoices into a ledger without an end, and moves, refunds,
 * offsets and bills on top of them. It says each document only after it was committed. Started with the file of the ledger.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { dishonourAcceptance } from '../../db/acceptances/commands.ts'
import { receiveAcceptances } from '../../db/acceptances/register.ts'
import { postInvoice } from '../../db/invoices/commands.ts'
import { invoiceView } from '../../db/invoices/queries.ts'
import { Ledger } from '../../db/ledger.ts'
import { postOffset } from '../../db/offsets/commands.ts'
import { moveReceipt, recordReceipt } from '../../db/receipts/commands.ts'
import { recordRefund } from '../../db/refunds/commands.ts'
import { SYSTEM, type Writer } from '../../db/writer.ts'
import { receiveInput } from '../../shared/acceptances/schemas.ts'
import { day } from '../../shared/day.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { offsetInput } from '../../shared/offsets/schemas.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { refundInput } from '../../shared/refunds/schemas.ts'
import { CUSTOMERS } from './office.ts'

const file = process.argv[2] ?? ''
const calendar = { today: day('2026-06-30'), isWorkday: () => true }
const say = (line: string): void => void writeSync(1, `${line}\n`)

const ledger = await Ledger.open(file)
say('ready')

async function post(procedure: string, table: string, work: (tx: Writer) => Promise<number>): Promise<number> {
  const id = await ledger.write({ by: SYSTEM, procedure }, work)
  say(`${table} ${id}`)
  return id
}

/** What else is done with a receipt that has 5.00 left: each touches several tables at once. */
const FURTHER: readonly ((customerId: number, receiptId: number, amount: number) => Promise<unknown>)[] = [
  async (customerId, receiptId) => {
    await post('receipts.move', 'receipts', (tx) => moveReceipt(tx, { id: receiptId, customerId: (customerId % CUSTOMERS.length) + 1, reason: '记错客户' }, calendar))
    const [move] = await ledger.read((reader) => reader.rows<{ id: number }>(sql`select reversal_id as id from receipt_moves where receipt_id = ${receiptId}`))
    say(`receipts ${move?.id ?? 0}`)
  },
  (customerId) => post('refunds.record', 'refunds', (tx) => recordRefund(tx, refundInput.parse({ customerId, refundedOn: '2026-06-20', amount: 300 }), calendar)),
  async (customerId, _, amount) => {
    const debt = invoiceInput.parse({ customerId, documentOn: '2026-05-03', dueOn: '2026-06-03', amount, post: true })
    const id = await post('invoices.save', 'invoices', (tx) => postInvoice(tx, debt, calendar))
    const { installments } = await ledger.read((reader) => invoiceView(reader, id, null))
    const input = offsetInput.parse({
      kind: 'customers', customerId, otherCustomerId: (customerId % CUSTOMERS.length) + 1, offsetOn: '2026-06-21', document: '同意函', lines: [{ itemId: installments[0]?.itemId, amount }],
    })
    await post('offsets.post', 'offsets', (tx) => postOffset(tx, input, calendar))
  },
  async (customerId, _, amount) => {
    const bill = { billNumber: randomUUID(), drawer: '出票人', acceptor: '承兑行', issuedOn: '2026-03-01', dueOn: '2026-06-25', amount }
    const receiptId = await post('acceptances.receive', 'receipts', (tx) => receiveAcceptances(tx, receiveInput.parse({ customerId, receivedOn: '2026-04-01', bills: [bill] }), calendar))
    const [row] = await ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from acceptances where receipt_id = ${receiptId}`))
    const id = row?.id ?? 0
    await post('acceptances.dishonour', 'acceptances', async (tx) => {
      await dishonourAcceptance(tx, { id, on: day('2026-06-26'), note: '', reason: '账户余额不足' }, calendar)
      return id
    })
  },
]

for (let turn = 0; ; turn += 1) {
  const customerId = CUSTOMERS[turn % CUSTOMERS.length]!
  const amount = 10_000 + turn
  const half = Math.floor(amount / 2)
  const invoice = invoiceInput.parse({ customerId, documentOn: '2026-05-01', amount, installments: [{ dueOn: '2026-06-01', amount: half }, { dueOn: '2026-07-01', amount: amount - half }], post: true })
  const invoiceId = await post('invoices.save', 'invoices', (tx) => postInvoice(tx, invoice, calendar))
  const { installments } = await ledger.read((reader) => invoiceView(reader, invoiceId, null))
  const allocations = installments.map(({ itemId, amount: open }) => ({ itemId, amount: open - 10, difference: 10 }))
  const receipt = receiptInput.parse({ customerId, receivedOn: '2026-06-15', amount: amount + 500, allocations })
  const receiptId = await post('receipts.record', 'receipts', (tx) => recordReceipt(tx, receipt, calendar))
  await FURTHER[turn % FURTHER.length]?.(customerId, receiptId, amount)
}
