/** Bills that come in: with a receipt, for a receipt that stands, and out again with its reversal. */
import { eq } from 'drizzle-orm'
import { later, monthOf, type Day } from '../../shared/day.ts'
import { checkBill, overlaps } from '../../shared/acceptances/rules.ts'
import type { BillInput, ReceiveInput } from '../../shared/acceptances/schemas.ts'
import { sumOf, ZERO } from '../../shared/money.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { recordReceipt, type Today } from '../receipts/commands.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'
import { loadBills, postEvent, refuseDay, refuseTaken, SERIES } from './events.ts'

type Receipt = Tables['receipts']['$inferSelect']

/** Records one receipt as large as the bills together and registers them with it. Returns the receipt's id. */
export async function receiveAcceptances(tx: Writer, { bills, ...receipt }: ReceiveInput, today: Today): Promise<number> {
  await checkBills(tx, bills, receipt.receivedOn)
  const id = await recordReceipt(tx, receiptInput.parse({ ...receipt, amount: sumOf(bills, (bill) => bill.amount), method: 'acceptance' }), today)
  const [stored] = await tx.db.select().from(tx.t.receipts).where(eq(tx.t.receipts.id, id))
  if (!stored) throw new Error(`Receipt ${id} was not stored`)
  await postBills(tx, stored, bills)
  return id
}

/** Registers the bills of a receipt by acceptance that has none yet. */
export async function registerAcceptances(tx: Writer, { id, bills }: { id: number; bills: readonly BillInput[] }): Promise<number> {
  const { receipts, acceptances } = tx.t
  const [receipt] = await tx.db.select().from(receipts).where(eq(receipts.id, id))
  if (!receipt) throw new Refusal('notFound')
  const [reversal] = await tx.db.select({ id: receipts.id }).from(receipts).where(eq(receipts.reversesId, id))
  if (receipt.method !== 'acceptance' || receipt.reversesId !== null || reversal) throw new Refusal('notAnAcceptanceReceipt')
  const [registered] = await tx.db.select({ number: acceptances.number }).from(acceptances).where(eq(acceptances.receiptId, id))
  if (registered) throw new Refusal('alreadyRegistered', { params: { number: registered.number } })
  const total = sumOf(bills, (bill) => bill.amount)
  if (total !== receipt.amount) throw new Refusal('doesNotAddUp', { field: 'bills', params: { total, amount: receipt.amount } })
  await checkBills(tx, bills, receipt.receivedOn)
  await postBills(tx, receipt, bills)
  return id
}

async function checkBills(tx: Writer, bills: readonly BillInput[], receivedOn: Day): Promise<void> {
  for (const [index, bill] of bills.entries()) {
    const refused = checkBill(bill, receivedOn)
    if (refused) throw new Refusal(refused.reason, { field: `bills.${index}.${refused.field}`, row: index + 1 })
    const field = `bills.${index}.billNumber`
    const twice = bills.slice(0, index).some((other) => other.billNumber === bill.billNumber && overlaps(other, bill))
    if (twice) throw new Refusal('billTaken', { field, row: index + 1, params: { number: bill.billNumber } })
    await refuseTaken(tx, bill, field)
  }
}

async function postBills(tx: Writer, { id, customerId, currency, receivedOn }: Receipt, bills: readonly BillInput[]): Promise<void> {
  for (const bill of bills) {
    await postAcceptance(tx, { ...bill, customerId, currency, receivedOn, receiptId: id, splitFromId: null }, '')
  }
  tx.mention(`receipt:${id}:${bills.length}`)
}

export type NewAcceptance = Omit<Tables['acceptances']['$inferSelect'], 'id' | 'number' | 'postedAt' | 'postedBy' | 'seal'>

/** Posts one bill with the event that it was received; `from` names what it was split from. */
export async function postAcceptance(tx: Writer, given: NewAcceptance, from: string): Promise<void> {
  const { seal: _seal, ...bill } = {
    ...given, id: await tx.nextId(tx.t.acceptances), number: await tx.nextNumber(SERIES, monthOf(given.receivedOn)), postedAt: tx.now, postedBy: tx.by.name, seal: '',
  }
  await tx.post(tx.t.acceptances, [bill])
  await postEvent(tx, { bill: { ...bill, seal: '' }, events: [] }, { kind: 'received', on: bill.receivedOn, counterparty: bill.priorHand, note: from })
}

/**
 * Gives the bills of a receipt back together with its reversal, in the same write and before it. Refuses acceptanceInUse
 * when one of them is no longer in our hands as it came, and beforeLastEvent as every step does.
 */
export async function returnAcceptances(tx: Writer, receiptId: number, wanted: Day | undefined, { today }: Today): Promise<number> {
  const { acceptances } = tx.t
  const ids = (await tx.db.select({ id: acceptances.id }).from(acceptances).where(eq(acceptances.receiptId, receiptId)).orderBy(acceptances.id)).map(({ id }) => id)
  const bills = (await loadBills(tx, ids)).filter(({ status }) => status !== 'returned' && status !== 'split')
  for (const { bill, status } of bills) {
    if (status !== 'held') throw new Refusal('acceptanceInUse', { params: { number: bill.number, status } })
  }
  for (const bill of bills) {
    const on = wanted ?? later(today, bill.lastOn)
    refuseDay(bill, on, today, 'reversedOn')
    await postEvent(tx, bill, { kind: 'returned', on, amount: ZERO })
  }
  return bills.length
}
