/** One receipt over five invoices, committed, against a bare transaction that writes the same rows. */
import type DatabaseDriver from 'better-sqlite3'
import { postInvoices } from '../../db/invoices/bulk.ts'
import type { Ledger } from '../../db/ledger.ts'
import { recordReceipt } from '../../db/receipts/commands.ts'
import { SYSTEM } from '../../db/writer.ts'
import { addDays, type Day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { measureOf, timed, type Measure } from './measure.ts'

const LINES = 5
const EACH = money(123_456)

interface Five {
  customerId: number
  items: number[]
}

/** Five new invoices a receipt, so that both ways settle items that nothing else touched. */
async function prepare(ledger: Ledger, customers: readonly number[], count: number, today: Day): Promise<Five[]> {
  const [documentOn, dueOn] = [addDays(today, -40), addDays(today, -10)]
  const owners = Array.from({ length: count }, (_, index) => customers[(index * 7) % customers.length] ?? 0)
  const posted = await ledger.write({ by: SYSTEM, procedure: 'bench' }, (tx) => postInvoices(tx, owners.flatMap((customerId) => Array.from({ length: LINES }, () => ({
    kind: 'invoice' as const, customerId, documentOn, dueOn, currency: 'CNY', amount: EACH, invoiceNumber: '', sourceNumber: '', contractNumber: '', orderNumber: '', note: '',
    installments: [{ dueOn, amount: EACH }], correctsId: null,
  })))))
  return owners.map((customerId, index) => ({ customerId, items: posted.slice(index * LINES, (index + 1) * LINES).map(({ itemIds }) => itemIds[0] ?? 0) }))
}

/** The same rows by hand: receipt, credit item, five allocations, five balances gone, number, request and journal entry. */
function bareReceipts(plain: DatabaseDriver.Database, today: Day): { ready: () => void; record: (five: Five) => void } {
  const item = plain.prepare(`insert into open_items (id, kind, document_id, customer_id, currency, document_on, due_on, installment, amount, seal) values (?, 'receipt', ?, ?, 'CNY', ?, ?, 1, ?, ?)`)
  const receipt = plain.prepare(`insert into receipts (id, number, customer_id, received_on, currency, amount, fee, method, bank_account_id, reference, payer, note, item_id, reverses_id, reason, posted_at, posted_by, seal)
    values (?, ?, ?, ?, 'CNY', ?, 0, 'transfer', null, '', '', '', ?, null, '', ?, 'bench', ?)`)
  const allocation = plain.prepare(`insert into allocations (id, item_id, credit_item_id, amount, allocated_on, reason, releases_id, posted_by, seal) values (?, ?, ?, ?, ?, 'manual', null, 'bench', ?)`)
  const balance = plain.prepare('delete from open_balances where item_id = ?')
  const counter = plain.prepare('update counters set last = ? where series = ?')
  const request = plain.prepare('insert into requests (request_id, procedure, input_hash, answer, at) values (?, ?, ?, ?, ?)')
  const journal = plain.prepare(`insert into journal (id, at, user_id, user_name, procedure, documents, changes, posted, rows_hash, previous_hash, hash) values (?, ?, 0, 'bench', 'bench', ?, '[]', ?, ?, ?, ?)`)
  const lastOf = (table: string): number => plain.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get() as number
  plain.prepare(`insert or ignore into counters (series, last) values ('BENCH', 0)`).run()
  const [seal, hash, at] = ['0'.repeat(32), '0'.repeat(64), `${today}T08:00:00.000Z`]
  let [receiptId, itemId, allocationId, journalId, serial] = [0, 0, 0, 0, 0]
  return {
    /** Looks up the next ids beforehand, so that the bare transaction only writes. */
    ready: () => {
      [receiptId, itemId, allocationId, journalId] = [lastOf('receipts') + 1, lastOf('open_items') + 1, lastOf('allocations') + 1, lastOf('journal') + 1]
      serial += 1
    },
    record: ({ customerId, items }) => {
      plain.exec('BEGIN IMMEDIATE')
      item.run(itemId, receiptId, customerId, today, today, -EACH * LINES, seal)
      receipt.run(receiptId, `BENCH-${String(serial).padStart(6, '0')}`, customerId, today, EACH * LINES, itemId, at, seal)
      for (const [index, id] of items.entries()) allocation.run(allocationId + index, id, itemId, EACH, today, seal)
      for (const id of items) balance.run(id)
      counter.run(serial, 'BENCH')
      request.run(`bare-${serial}-${receiptId}`, 'bench', hash, String(receiptId), at)
      journal.run(journalId, at, `["receipt:${receiptId}"]`, `[["open_items",${itemId},${itemId}],["receipts",${receiptId},${receiptId}],["allocations",${allocationId},${allocationId + 4}]]`, hash, hash, hash)
      plain.exec('COMMIT')
    },
  }
}

export async function measureReceipt(ledger: Ledger, plain: DatabaseDriver.Database, customers: readonly number[], today: Day, runs: number): Promise<Measure> {
  const fives = await prepare(ledger, customers, runs * 2 + 20, today)
  const bare = bareReceipts(plain, today)
  const [ours, floor]: number[][] = [[], []]
  for (let run = -10; run < runs; run += 1) {
    const [mine, theirs] = [fives.pop(), fives.pop()]
    if (!mine || !theirs) throw new Error('Too few invoices were prepared')
    const input = receiptInput.parse({
      customerId: mine.customerId, receivedOn: today, amount: EACH * LINES, allocations: mine.items.map((itemId) => ({ itemId, amount: EACH })), requestId: `bench-receipt-${run + 10}`,
    })
    const time = await timed(() => ledger.write({ by: SYSTEM, procedure: 'receipts.record', requestId: input.requestId, input }, (tx) => recordReceipt(tx, input, { today })))
    bare.ready()
    const other = await timed(() => bare.record(theirs))
    if (run >= 0) {
      ours?.push(time)
      floor?.push(other)
    }
  }
  const left = plain.prepare(`select count(*) from open_balances b join open_items i on i.id = b.item_id where i.amount in (${EACH}, ${-EACH * LINES})`).pluck().get()
  if (left !== 0) throw new Error(`${String(left)} items of the receipts stayed open`)
  return measureOf('receipt over 5 invoices, committed', ours ?? [], floor ?? [])
}
