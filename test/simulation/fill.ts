/** A ledger with something in every table, for whoever tampers with it: a simulated office, and what that one does not play. */
import { sql } from 'drizzle-orm'
import { decide } from '../../db/bank/decisions.ts'
import { setOpening } from '../../db/bank/reconciliations.ts'
import { discardDraft } from '../../db/invoices/commands.ts'
import type { Ledger } from '../../db/ledger.ts'
import { closedThrough } from '../../db/openMonths.ts'
import { closeMonth } from '../../db/periods/commands.ts'
import { saveRate } from '../../db/rates/commands.ts'
import { issueVouchers, noteVoucherPrint } from '../../db/vouchers/commands.ts'
import { SYSTEM, type Writer } from '../../db/writer.ts'
import { day, monthAfter, monthOf } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { fillAfterDue } from './fillAfterDue.ts'
import { BANK_ACCOUNT } from './office.ts'
import { simulate } from './run.ts'

/** A day after all that the simulation plays. */
const TODAY = day('2028-06-30')

export async function fill(ledger: Ledger, seed: number, steps: number): Promise<void> {
  await simulate(ledger, seed, steps)
  const write = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => ledger.write({ by: SYSTEM, procedure: 'tamper.fill' }, work)
  await write((tx) => saveRate(tx, { currency: 'USD', on: day('2026-01-01'), rate: 7_100_000 }))
  await write(async (tx) => {
    const receipts = await tx.rows<{ id: number }>(sql`select id from receipts where reverses_id is null and not exists (select 1 from receipts r where r.reverses_id = receipts.id) order by id limit 5`)
    const { ids } = await issueVouchers(tx, { receiptIds: receipts.map(({ id }) => id), issuedOn: TODAY, skipLeftOut: true }, { today: TODAY })
    for (const id of ids) await noteVoucherPrint(tx, id, 'pdf')
  })
  await write(postStatement)
  await write((tx) => setOpening(tx, { id: BANK_ACCOUNT, on: day('2026-01-01'), amount: money(500_000) }, TODAY))
  await fillAfterDue(write, (work) => ledger.write({ by: { id: 1, name: '系统管理员' }, procedure: 'tamper.approve' }, work), TODAY)
  for (const { id } of await ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from invoices where status = 'draft'`))) await write((tx) => discardDraft(tx, id))
  await write(async (tx) => {
    const closed = await closedThrough(tx)
    await closeMonth(tx, { month: closed === null ? monthOf(day('2026-06-30')) : monthAfter(closed), acceptWarnings: true }, { today: TODAY })
  })
}

/** A bank's file of two lines, one of them decided, a reconciliation and a payer that was learnt. */
async function postStatement(tx: Writer): Promise<void> {
  const { statements, statementLines, statementTwins, statementDoubts, statementRests, statementStates, reconciliations, learntPayers } = tx.t
  const on = day('2028-01-05')
  const line = { statementId: 1, bankAccountId: BANK_ACCOUNT, on, time: '', direction: 'in' as const, amount: money(100), balance: money(100), counterparty: '上海机械', counterpartyAccount: '', memo: '货款', class: 'receipt' as const }
  await tx.post(statements, [{
    id: 1, bankAccountId: BANK_ACCOUNT, fileName: '工行.csv', fileHash: 'x', firstOn: on, lastOn: on, lines: 2, duplicates: 0, opening: money(0), closing: money(200), importedAt: tx.now, importedBy: tx.by.name,
  }])
  await tx.post(statementLines, [{ ...line, id: 1, row: 2, serial: 'A1' }, { ...line, id: 2, row: 3, serial: 'A2', balance: money(200) }])
  await tx.insert(statementStates, [1, 2].map((lineId) => ({ lineId, bankAccountId: BANK_ACCOUNT, on, class: line.class, status: 'open' as const, receiptId: null, refundId: null, acceptanceEventId: null })))
  await decide(tx, [{ line: { id: 1, direction: 'in', class: 'receipt' }, kind: 'class', class: 'interest' }])
  await tx.post(statementTwins, [{ id: 1, lineId: 2, otherId: 1 }])
  await tx.post(statementRests, [{ id: 1, statementId: 1, content: { leftOut: [{ row: 1 }] } }])
  await tx.post(statementDoubts, [{ id: 1, lineId: 1, kind: 'direction' }])
  await decide(tx, [{ line: { id: 2, direction: 'in', class: 'receipt' }, kind: 'another', documentId: 1 }])
  await tx.post(reconciliations, [{ id: 1, bankAccountId: BANK_ACCOUNT, asOf: on, statementBalance: money(200), bookBalance: money(200), difference: money(0), content: { lines: [] }, madeAt: tx.now, madeBy: tx.by.name }])
  const payer = { id: 1, kind: 'name' as const, key: '上海机械', customerId: 1, at: tx.now, by: tx.by.name }
  await tx.insert(learntPayers, [payer])
  tx.record({ what: 'learntPayer', id: 1, before: null, after: payer })
}
