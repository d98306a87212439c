import { eq, sql } from 'drizzle-orm'
import { addDays, later, monthOf, type Day } from '../../shared/day.ts'
import { allocationDay, DAYS_AHEAD, firstFree } from '../../shared/invoices/rules.ts'
import { absolute, add, money, negate, ZERO, type Money } from '../../shared/money.ts'
import { whyNoDifference } from '../../shared/receipts/rules.ts'
import type { AllocationLine, ReceiptInput } from '../../shared/receipts/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { BOUND_CREDITS, MONEY_DEBITS } from '../documents.ts'
import { reversalDay, type Calendar } from '../invoices/commands.ts'
import { cancelItems, freeOf, isHeld, itemsOf, loadHistories, postItems, postSettlements, standingAllocations, takeBack, type ItemHistory, type Settlement } from '../invoices/items.ts'
import { isCleared } from '../invoices/queries.ts'
import { saidWorth, type Worth } from '../invoices/worth.ts'
import { firstOpenDay } from '../openMonths.ts'
import { loadCompany, loadOptions } from '../settings/queries.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'
import { whyHeld } from './hanging.ts'

type Receipt = Tables['receipts']['$inferSelect']
export type Today = Pick<Calendar, 'today'>
export const SERIES = 'SK'

/**
 * Posts a receipt: its gross amount as a credit item, then the allocations. What is not allocated stays as an advance.
 * Refuses by the reasons of the contract, in its order; amounts in minor units. Returns the receipt's id.
 */
export async function recordReceipt(tx: Writer, input: Omit<ReceiptInput, 'requestId'>, { today }: Today): Promise<number> {
  const [customer] = await tx.rows<{ id: number }>(sql`select id from customers where id = ${input.customerId}`)
  if (!customer) throw new Refusal('unknownCustomer', { field: 'customerId' })
  const company = await loadCompany(tx)
  await refuseUnknownAccount(tx, input.bankAccountId)
  if (company.startOn !== null && input.receivedOn < company.startOn) throw new Refusal('beforeStart', { field: 'receivedOn', params: { day: company.startOn } })
  if (input.fee > input.amount) throw new Refusal('feeOverAmount', { field: 'fee' })
  const currency = input.currency ?? company.currency
  refuseNeedlessRate(input, currency === company.currency)
  if (input.receivedOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'receivedOn' })
  const id = await tx.nextId(tx.t.receipts)
  const number = await tx.nextNumber(SERIES, monthOf(input.receivedOn))
  const [itemId = 0] = await postItems(tx, [{ ...creditItem(id, input.customerId, currency, input.receivedOn, input.amount, 'receipt'), worth: creditWorth(input) }])
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

/** What the clerk says that foreign money was booked at; left out: by the rate of the day. */
function creditWorth(input: Pick<ReceiptInput, 'amount' | 'rate' | 'baseAmount'>): Worth | undefined {
  const said = saidWorth(input.amount, input)
  return said ? { rate: said.rate, base: negate(said.base) } : undefined
}

/** Refuses notForeign: an amount in the ledger's own currency is worth what it says. */
export function refuseNeedlessRate(input: { rate?: number | undefined; baseAmount?: Money | undefined }, own: boolean): void {
  if (own && (input.rate !== undefined || input.baseAmount !== undefined)) throw new Refusal('notForeign', { field: input.rate === undefined ? 'baseAmount' : 'rate' })
}

export async function refuseUnknownAccount(tx: Writer, id: number | null): Promise<void> {
  if (id === null) return
  const [row] = await tx.db.select({ id: tx.t.bankAccounts.id }).from(tx.t.bankAccounts).where(eq(tx.t.bankAccounts.id, id))
  if (!row) throw new Refusal('unknownBankAccount', { field: 'bankAccountId' })
}

type Line = Omit<AllocationLine, 'reason'> & { reason: string }

interface AllocateInput {
  creditItemId: number
  lines: readonly Line[]
  allocatedOn?: Day | undefined
  /** Where the lines stand in the input, for the field of a refusal. */
  field: string
  /** Where the day stands in the input. */
  dayField?: string
  /** The place of each line in that list, where it holds those of other credits too. */
  places?: readonly number[]
}

/** Allocates a credit (receipt or credit note) to debts and says how many allocations that made. */
export const allocate = async (tx: Writer, input: AllocateInput, today: Today): Promise<number> => (await settleByCredit(tx, input, today)).length

/** The same, and returns the id of each line's allocation; small differences are cleared in the same step. */
export async function settleByCredit(tx: Writer, input: AllocateInput, { today }: Today): Promise<number[]> {
  if (input.lines.length === 0) return []
  const { tolerance } = await loadOptions(tx)
  const histories = await loadHistories(tx, [input.creditItemId, ...input.lines.map((line) => line.itemId)])
  const credit = histories.get(input.creditItemId)
  if (!credit) throw new Refusal('notFound')
  if (credit.item.amount >= 0 || BOUND_CREDITS.has(credit.item.kind)) throw new Refusal('notACredit')
  if (input.allocatedOn !== undefined && input.allocatedOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'allocatedOn' })
  const firstOpen = await firstOpenDay(tx)
  const cleared = await clearedItems(tx, input.lines.filter((line) => line.difference > 0).map((line) => line.itemId))
  const settlements: Settlement[] = []
  const differences: { line: Line; on: Day }[] = []
  for (const [index, line] of input.lines.entries()) {
    const at = `${input.field}.${input.places?.[index] ?? index}`
    if (input.lines.findIndex((other) => other.itemId === line.itemId) < index) throw new Refusal('itemTwice', { field: at, params: { itemId: line.itemId } })
    const debit = checkPair(credit, histories.get(line.itemId), at)
    const difference = { difference: line.difference, tolerance: credit.item.kind === 'receipt' ? tolerance : ZERO, cleared: cleared.has(line.itemId) }
    refuseDifference({ ...difference, rest: 0 }, at)
    const on = settlementDay(credit, debit, line, { wanted: input.allocatedOn, firstOpen, field: input.dayField ?? 'allocatedOn' }, at)
    refuseDifference({ ...difference, rest: restOf(debit) - line.amount - line.difference }, at)
    settlements.push({ itemId: line.itemId, creditItemId: input.creditItemId, amount: line.amount, on, reason: line.reason })
    credit.movements.push({ on, amount: line.amount })
    debit.movements.push({ on, amount: add(line.amount, line.difference) })
    if (line.difference > 0) differences.push({ line, on })
  }
  const { customerId, currency, documentId } = credit.item
  const differenceItems = await postItems(tx, differences.map(({ line, on }) => creditItem(documentId, customerId, currency, on, line.difference, 'difference')))
  const ids = await postSettlements(tx, [
    ...settlements,
    ...differences.map(({ line, on }, index) => ({ itemId: line.itemId, creditItemId: differenceItems[index] ?? 0, amount: line.difference, on, reason: 'shortPayment' })),
  ], () => customerId)
  tx.mention(`allocation:${documentId}:${settlements.length}`)
  return ids.slice(0, settlements.length)
}

function refuseDifference(difference: Parameters<typeof whyNoDifference>[0], at: string): void {
  const why = whyNoDifference(difference)
  if (why) throw new Refusal(why, { field: `${at}.difference`, params: { difference: difference.difference, tolerance: difference.tolerance, rest: difference.rest } })
}

/** What is left of an item after everything that was ever noted about it, also what is dated later. */
const restOf = ({ item, movements }: ItemHistory): number => movements.reduce<number>((rest, move) => rest - move.amount, item.amount)

/** Those of the items of which a small difference was cleared that stands. */
async function clearedItems(tx: Writer, itemIds: readonly number[]): Promise<Set<number>> {
  if (itemIds.length === 0) return new Set()
  return new Set((await tx.rows<{ id: number }>(sql`select i.id from open_items i where i.id in ${itemIds} and ${isCleared(sql`i.id`)} = 1`)).map(({ id }) => id))
}

function checkPair(credit: ItemHistory, debit: ItemHistory | undefined, at: string): ItemHistory {
  if (!debit) throw new Refusal('unknownItem', { field: at })
  if (debit.item.customerId !== credit.item.customerId) throw new Refusal('otherCustomer', { field: at })
  if (debit.item.currency !== credit.item.currency) throw new Refusal('otherCurrency', { field: at })
  if (debit.item.amount <= 0 || MONEY_DEBITS.has(debit.item.kind)) throw new Refusal('notADebt', { field: at })
  return debit
}

/** The day of an allocation: the clerk's, or the first of an open month on which both sides are free and stay free. */
function settlementDay(credit: ItemHistory, debit: ItemHistory, line: Line, { wanted, firstOpen, field }: { wanted: Day | undefined; firstOpen: Day; field: string }, at: string): Day {
  const documents = allocationDay(credit.item.documentOn, debit.item.documentOn)
  const base = later(documents, firstOpen)
  if (wanted !== undefined && wanted < documents) throw new Refusal('beforeDocuments', { field, params: { day: documents } })
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
  if (isHeld(debit.item.kind, credit.item.kind)) throw new Refusal('heldByDocument')
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
  const receipt = await loadReversible(tx, input.id)
  const on = await dayOfReversal(tx, receipt, input.reversedOn, today, 'reversedOn')
  return reverse(tx, receipt, on, input.reason)
}

/**
 * Moves a receipt to another customer: reversed there and recorded anew here, both on one day, so that no figure of a day
 * before changes. Money, way, account, reference and payer stay as they were. Refuses by the reasons of the contract;
 * bills and offsets are the caller's to ask for. Returns the id of the new receipt.
 */
export async function moveReceipt(tx: Writer, input: { id: number; customerId: number; movedOn?: Day | undefined; reason: string; allocations?: readonly AllocationLine[] }, { today }: Today): Promise<number> {
  const receipt = await loadReversible(tx, input.id)
  if (input.customerId === receipt.customerId) throw new Refusal('sameCustomer', { field: 'customerId' })
  const [customer] = await tx.rows<{ id: number }>(sql`select id from customers where id = ${input.customerId}`)
  if (!customer) throw new Refusal('unknownCustomer', { field: 'customerId' })
  const movedOn = await dayOfReversal(tx, receipt, input.movedOn, today, 'movedOn')
  const reversalId = await reverse(tx, receipt, movedOn, input.reason)
  // The money came at the rate of its own day, whoever it turns out to be from.
  const [booked] = await tx.rows<Worth>(sql`select rate, base from booked_rates where id = ${receipt.itemId}`)
  const { currency, amount, fee, method, bankAccountId, reference, payer, note } = receipt
  const newReceiptId = await recordReceipt(tx, {
    customerId: input.customerId, receivedOn: movedOn, currency, amount, fee, method, bankAccountId, reference, payer, note, allocations: [...(input.allocations ?? [])],
    ...(booked ? { rate: booked.rate, baseAmount: absolute(booked.base) } : {}),
  }, { today })
  await tx.post(tx.t.receiptMoves, [{ id: await tx.nextId(tx.t.receiptMoves), receiptId: receipt.id, reversalId, newReceiptId, movedOn, reason: input.reason, movedBy: tx.by.name }])
  return newReceiptId
}

async function loadReversible(tx: Writer, id: number): Promise<Receipt> {
  const [receipt] = await tx.db.select().from(tx.t.receipts).where(eq(tx.t.receipts.id, id))
  if (!receipt) throw new Refusal('notFound')
  const held = await whyHeld(tx, receipt)
  if (held) throw held
  return receipt
}

async function dayOfReversal(tx: Writer, receipt: Receipt, wanted: Day | undefined, today: Day, field: string): Promise<Day> {
  return reversalDay(tx, [receipt.itemId], receipt.receivedOn, wanted, today, field)
}

async function reverse(tx: Writer, receipt: Receipt, on: Day, reason: string): Promise<number> {
  const items = await itemsOf(tx, receipt.id, ['receipt'])
  const ids = items.map((item) => item.id)
  for (const item of items) ids.push(...(await differencesOf(tx, item)))
  await takeBack(tx, (await standingAllocations(tx, ids)).filter((row) => row.reason !== 'reversal'), on, receipt.customerId)
  return postReversal(tx, receipt, items, on, reason)
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
