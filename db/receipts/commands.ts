import { eq, sql } from 'drizzle-orm'
import { addDays, later, monthOf, type Day } from '../../shared/day.ts'
import { allocationDay, DAYS_AHEAD, firstFree } from '../../shared/invoices/rules.ts'
import { add, money, negate, ZERO, type Money } from '../../shared/money.ts'
import type { AllocationLine, ReceiptInput } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { reversalDay, type Calendar } from '../invoices/commands.ts'
import { cancelItems, freeOf, itemsOf, loadHistories, postItems, postSettlements, standingAllocations, takeBack, type ItemHistory, type Settlement } from '../invoices/items.ts'
import { firstOpenDay } from '../openMonths.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'

type Receipt = Tables['receipts']['$inferSelect']
export type Today = Pick<Calendar, 'today'>
export const SERIES = 'SK'

/**
 * Posts a receipt: its gross amount as a credit item, then the allocations. What is not allocated stays as an advance.
 * Refuses by the reasons of the contract, in its order; amounts in minor units. Returns the receipt's id.
 */
export async function recordReceipt(tx: Writer, input: ReceiptInput, { today }: Today): Promise<number> {
  const [customer] = await tx.rows<{ id: number }>(sql`select id from customers where id = ${input.customerId}`)
  if (!customer) throw new Refusal('unknownCustomer', { field: 'customerId' })
  const company = await loadCompany(tx)
  await refuseUnknownAccount(tx, input.bankAccountId)
  if (company.startOn !== null && input.receivedOn < company.startOn) throw new Refusal('beforeStart', { field: 'receivedOn', params: { day: company.startOn } })
  if (input.fee > input.amount) throw new Refusal('feeOverAmount', { field: 'fee' })
  if (input.receivedOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'receivedOn' })
  const id = await tx.nextId(tx.t.receipts)
  const number = await tx.nextNumber(SERIES, monthOf(input.receivedOn))
  const currency = input.currency ?? company.currency
  const [itemId = 0] = await postItems(tx, [creditItem(id, input.customerId, currency, input.receivedOn, input.amount, 'receipt')])
  await tx.post(tx.t.receipts, [{
    id, number, customerId: input.customerId, receivedOn: input.receivedOn, currency, amount: input.amount, fee: input.fee, method: input.method,
    bankAccountId: input.bankAccountId, reference: input.reference, payer: input.payer, note: input.note, itemId, reversesId: null, reason: '',
    postedAt: tx.now, postedBy: tx.by.name,
  }])
  await allocate(tx, { creditItemId: itemId, lines: input.allocations, allocatedOn: input.allocatedOn, field: 'allocations' }, { today })
  tx.mention(`receipt:${id}:${number}`)
  return id
}

const creditItem = (documentId: number, customerId: number, currency: string, on: Day, amount: Money, kind: 'receipt' | 'difference') =>
  ({ kind, documentId, customerId, currency, documentOn: on, dueOn: on, installment: 1, amount: negate(amount) })

async function refuseUnknownAccount(tx: Writer, id: number | null): Promise<void> {
  if (id === null) return
  const [row] = await tx.db.select({ id: tx.t.bankAccounts.id }).from(tx.t.bankAccounts).where(eq(tx.t.bankAccounts.id, id))
  if (!row) throw new Refusal('unknownBankAccount', { field: 'bankAccountId' })
}

/** Credits that are tied to what they were posted for. */
const BOUND_CREDITS = new Set(['difference', 'offset', 'refund'])
/** Positive items that nobody owes: the counters of money, and money that was paid back. */
const NO_DEBTS = new Set(['receipt', 'difference', 'refund'])

interface AllocateInput {
  creditItemId: number
  lines: readonly AllocationLine[]
  allocatedOn?: Day | undefined
  /** Where the lines stand in the input, for the field of a refusal. */
  field: string
}

/** Allocates a credit (receipt or credit note) to debts, with small differences cleared in the same step. */
export async function allocate(tx: Writer, input: AllocateInput, { today }: Today): Promise<number> {
  if (input.lines.length === 0) return 0
  const { tolerance } = await loadOptions(tx)
  const histories = await loadHistories(tx, [input.creditItemId, ...input.lines.map((line) => line.itemId)])
  const credit = histories.get(input.creditItemId)
  if (!credit) throw new Refusal('notFound')
  if (credit.item.amount >= 0 || BOUND_CREDITS.has(credit.item.kind)) throw new Refusal('notACredit')
  if (input.allocatedOn !== undefined && input.allocatedOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'allocatedOn' })
  const firstOpen = await firstOpenDay(tx)
  const settlements: Settlement[] = []
  const differences: { line: AllocationLine; on: Day }[] = []
  for (const [index, line] of input.lines.entries()) {
    const at = `${input.field}.${index}`
    if (input.lines.findIndex((other) => other.itemId === line.itemId) < index) throw new Refusal('itemTwice', { field: at, params: { itemId: line.itemId } })
    const debit = checkPair(credit, histories.get(line.itemId), at)
    const most = credit.item.kind === 'receipt' ? tolerance : ZERO
    if (line.difference > most) throw new Refusal('differenceOverTolerance', { field: `${at}.difference`, params: { difference: line.difference, tolerance: most } })
    const on = settlementDay(credit, debit, line, { wanted: input.allocatedOn, firstOpen }, at)
    settlements.push({ itemId: line.itemId, creditItemId: input.creditItemId, amount: line.amount, on, reason: line.reason })
    credit.movements.push({ on, amount: line.amount })
    debit.movements.push({ on, amount: add(line.amount, line.difference) })
    if (line.difference > 0) differences.push({ line, on })
  }
  const { customerId, currency, documentId } = credit.item
  const cleared = await postItems(tx, differences.map(({ line, on }) => creditItem(documentId, customerId, currency, on, line.difference, 'difference')))
  await postSettlements(tx, [
    ...settlements,
    ...differences.map(({ line, on }, index) => ({ itemId: line.itemId, creditItemId: cleared[index] ?? 0, amount: line.difference, on, reason: 'shortPayment' })),
  ], () => customerId)
  tx.mention(`allocation:${documentId}:${settlements.length}`)
  return settlements.length
}

function checkPair(credit: ItemHistory, debit: ItemHistory | undefined, at: string): ItemHistory {
  if (!debit) throw new Refusal('unknownItem', { field: at })
  if (debit.item.customerId !== credit.item.customerId) throw new Refusal('otherCustomer', { field: at })
  if (debit.item.currency !== credit.item.currency) throw new Refusal('otherCurrency', { field: at })
  if (debit.item.amount <= 0 || NO_DEBTS.has(debit.item.kind)) throw new Refusal('notADebt', { field: at })
  return debit
}

/** The day of an allocation: the clerk's, or the first of an open month on which both sides are free and stay free. */
function settlementDay(credit: ItemHistory, debit: ItemHistory, line: AllocationLine, { wanted, firstOpen }: { wanted: Day | undefined; firstOpen: Day }, at: string): Day {
  const documents = allocationDay(credit.item.documentOn, debit.item.documentOn)
  const base = later(documents, firstOpen)
  if (wanted !== undefined && wanted < documents) throw new Refusal('beforeDocuments', { field: 'allocatedOn', params: { day: documents } })
  const needed = add(line.amount, line.difference)
  const debitOn = wanted ?? firstFree(needed, debit.item.amount, debit.movements, base)
  if (debitOn === null || freeOf(debit, debitOn) < needed) {
    throw new Refusal('moreThanItemOpen', { field: `${at}.amount`, params: { open: freeOf(debit, lastDay(debit, base)), amount: needed } })
  }
  const creditOn = wanted ?? firstFree(line.amount, credit.item.amount, credit.movements, base)
  if (creditOn === null || freeOf(credit, creditOn) < line.amount) {
    throw new Refusal('moreThanReceiptLeft', { field: `${at}.amount`, params: { left: freeOf(credit, lastDay(credit, base)), amount: line.amount } })
  }
  return later(debitOn, creditOn)
}

const lastDay = (history: ItemHistory, from: Day): Day => history.movements.reduce((last, move) => later(last, move.on), from)

/** Takes one allocation back without touching the others; a small difference cleared with it comes back with it. */
export async function releaseAllocation(tx: Writer, input: { id: number; releasedOn?: Day | undefined }, { today }: Today): Promise<Day> {
  const { allocations } = tx.t
  const [row] = await tx.db.select().from(allocations).where(eq(allocations.id, input.id))
  if (!row || row.releasesId !== null) throw new Refusal('notFound')
  const standing = await standingAllocations(tx, [row.itemId])
  if (!standing.some((other) => other.id === row.id)) throw new Refusal('alreadyReleased')
  if (row.reason === 'reversal') throw new Refusal('heldByReversal')
  const histories = await loadHistories(tx, [row.itemId, row.creditItemId])
  const credit = histories.get(row.creditItemId)
  const debit = histories.get(row.itemId)
  if (!credit || !debit) throw new Error(`Allocation ${row.id} has lost an item`)
  if (credit.item.kind === 'difference') throw new Refusal('heldByReversal')
  if (debit.item.kind === 'refund' || credit.item.kind === 'offset') throw new Refusal('heldByDocument')
  const on = input.releasedOn ?? later(today, row.allocatedOn)
  if (on < row.allocatedOn) throw new Refusal('beforeAllocation', { field: 'releasedOn', params: { day: row.allocatedOn } })
  if (on > addDays(later(today, row.allocatedOn), DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'releasedOn' })
  const differences = await differencesOf(tx, credit.item)
  await takeBack(tx, [row, ...standing.filter((other) => differences.includes(other.creditItemId))], on, credit.item.customerId)
  tx.mention(`allocation:${row.id}:${debit.item.documentId}`)
  return on
}

/** The items of the small differences that were cleared with a receipt. */
const differencesOf = async (tx: Writer, { kind, documentId }: ItemHistory['item']): Promise<number[]> =>
  kind === 'receipt' ? (await itemsOf(tx, documentId, ['difference'])).filter((item) => item.amount < 0).map((item) => item.id) : []

/** Reverses a receipt: allocations and differences are taken back, then a receipt of the opposite amount closes it. */
export async function reverseReceipt(tx: Writer, input: { id: number; reversedOn?: Day | undefined; reason: string }, { today }: Today): Promise<number> {
  const { receipts } = tx.t
  const [receipt] = await tx.db.select().from(receipts).where(eq(receipts.id, input.id))
  if (!receipt) throw new Refusal('notFound')
  if (receipt.reversesId !== null) throw new Refusal('reversalOfReversal')
  const [reversal] = await tx.rows<{ id: number }>(sql`select id from receipts where reverses_id = ${receipt.id}`)
  if (reversal) throw new Refusal('alreadyReversed')
  const items = await itemsOf(tx, receipt.id, ['receipt'])
  const on = await reversalDay(tx, items.map((item) => item.id), receipt.receivedOn, input.reversedOn, today)
  const ids = items.map((item) => item.id)
  for (const item of items) ids.push(...(await differencesOf(tx, item)))
  await takeBack(tx, (await standingAllocations(tx, ids)).filter((row) => row.reason !== 'reversal'), on, receipt.customerId)
  return postReversal(tx, receipt, items, on, input.reason)
}

async function postReversal(tx: Writer, receipt: Receipt, items: Awaited<ReturnType<typeof itemsOf>>, on: Day, reason: string): Promise<number> {
  const id = await tx.nextId(tx.t.receipts)
  const number = await tx.nextNumber(SERIES, monthOf(on))
  const [itemId = 0] = await cancelItems(tx, items, id, on)
  const { seal: _seal, ...copy } = receipt
  await tx.post(tx.t.receipts, [{
    ...copy, id, number, receivedOn: on, amount: negate(receipt.amount), fee: receipt.fee === 0 ? ZERO : money(-receipt.fee), itemId,
    reversesId: receipt.id, reason, postedAt: tx.now, postedBy: tx.by.name,
  }])
  tx.mention(`receipt:${receipt.id}:${receipt.number}`)
  tx.mention(`receipt:${id}:${number}`)
  return id
}
