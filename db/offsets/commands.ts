import { sql } from 'drizzle-orm'
import { addDays, later, monthOf, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { money, negate, sumOf, type Money } from '../../shared/money.ts'
import type { OffsetInput, OffsetKind } from '../../shared/offsets/schemas.ts'
import { rateOf } from '../../shared/rates/rules.ts'
import { Refusal } from '../../shared/refusal.ts'
import { MONEY_DEBITS } from '../documents.ts'
import { reversalDay } from '../invoices/commands.ts'
import { cancelItems, freeOf, itemsOf, loadHistories, postItems, postSettlements, standingAllocations, takeBack, type Item, type ItemHistory, type NewItem } from '../invoices/items.ts'
import { releaseAllocation, settleByCredit, type Today } from '../receipts/commands.ts'
import { loadCompany } from '../settings/queries.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'

type Offset = Tables['offsets']['$inferSelect']
export const SERIES = 'CX'

/** What kind of credit an offset may use that settles the customer's own debts; the others make a credit of their own. */
const CREDIT_OF: Partial<Record<OffsetKind, Item['kind']>> = { advance: 'receipt', creditNote: 'creditNote' }
/** Offsets that stand on a paper of somebody else: the consent to the transfer (民法典 551), or the payable. */
const NEEDS_DOCUMENT: ReadonlySet<OffsetKind> = new Set(['customers', 'payable'])

/**
 * Posts an offset: plain allocations from the customer's own credits, or a credit of its own that settles debts which
 * another customer takes over or which we owe the customer ourselves. Refuses by the reasons of the contract, in its
 * order; amounts in minor units. Returns the offset's id.
 */
export async function postOffset(tx: Writer, input: Omit<OffsetInput, 'requestId'>, { today }: Today): Promise<number> {
  const otherCustomerId = await checkParties(tx, input)
  if (NEEDS_DOCUMENT.has(input.kind) && input.document === '') throw new Refusal('documentMissing', { field: 'document' })
  const company = await loadCompany(tx)
  if (company.startOn !== null && input.offsetOn < company.startOn) throw new Refusal('beforeStart', { field: 'offsetOn', params: { day: company.startOn } })
  if (input.offsetOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'offsetOn' })
  const currency = input.currency ?? company.currency
  const debits = await checkLines(tx, input, currency)
  const id = await tx.nextId(tx.t.offsets)
  const number = await tx.nextNumber(SERIES, monthOf(input.offsetOn))
  const allocations = CREDIT_OF[input.kind] ? await settleOwn(tx, input, today) : await settleByOffset(tx, id, { ...input, otherCustomerId }, debits)
  await tx.post(tx.t.offsets, [{
    id, number, kind: input.kind, customerId: input.customerId, otherCustomerId, offsetOn: input.offsetOn, currency, amount: sumOf(input.lines, (line) => line.amount),
    document: input.document, note: input.note, reversesId: null, reason: '', postedAt: tx.now, postedBy: tx.by.name,
  }])
  const lines = []
  for (const allocationId of allocations) lines.push({ id: await tx.nextId(tx.t.offsetLines), offsetId: id, allocationId })
  await tx.post(tx.t.offsetLines, lines)
  tx.mention(`offset:${id}:${number}`)
  return id
}

const exists = async (tx: Writer, id: number | null): Promise<boolean> => (await tx.rows<{ id: number }>(sql`select id from customers where id = ${id ?? 0}`)).length > 0

/** The customer who takes over, or null for the kinds that have none. */
async function checkParties(tx: Writer, input: Pick<OffsetInput, 'kind' | 'customerId' | 'otherCustomerId'>): Promise<number | null> {
  if (!(await exists(tx, input.customerId))) throw new Refusal('unknownCustomer', { field: 'customerId' })
  if (input.kind !== 'customers') return null
  if (!(await exists(tx, input.otherCustomerId))) throw new Refusal('unknownOtherCustomer', { field: 'otherCustomerId' })
  if (input.otherCustomerId === input.customerId) throw new Refusal('sameCustomer', { field: 'otherCustomerId' })
  return input.otherCustomerId
}

/** Line by line what needs no day; returns each line's debt as it stands. */
async function checkLines(tx: Writer, { kind, customerId, lines }: Pick<OffsetInput, 'kind' | 'customerId' | 'lines'>, currency: string): Promise<ItemHistory[]> {
  const creditKind = CREDIT_OF[kind]
  const missing = creditKind ? lines.findIndex((line) => line.creditItemId === null) : -1
  if (missing >= 0) throw new Refusal('creditMissing', { field: `lines.${missing}.creditItemId` })
  const histories = await loadHistories(tx, [...new Set(lines.flatMap((line) => [line.itemId, line.creditItemId ?? line.itemId]))])
  return lines.map((line, index) => {
    const at = `lines.${index}`
    if (lines.findIndex((other) => other.itemId === line.itemId && (!creditKind || other.creditItemId === line.creditItemId)) < index) throw new Refusal('itemTwice', { field: at, params: { itemId: line.itemId } })
    const debit = histories.get(line.itemId)
    const credit = creditKind ? histories.get(line.creditItemId ?? 0) : undefined
    if (!debit || (creditKind && !credit)) throw new Refusal('unknownItem', { field: at })
    if (credit && (credit.item.kind !== creditKind || credit.item.amount >= 0)) throw new Refusal('notACredit', { field: `${at}.creditItemId` })
    const sides = credit ? [debit.item, credit.item] : [debit.item]
    if (sides.some((item) => item.customerId !== customerId)) throw new Refusal('otherCustomer', { field: at })
    if (sides.some((item) => item.currency !== currency)) throw new Refusal('otherCurrency', { field: at })
    if (debit.item.amount <= 0 || MONEY_DEBITS.has(debit.item.kind)) throw new Refusal('notADebt', { field: at })
    return debit
  })
}

/** Plain allocations from the customer's own credits, all on the day of the offset. */
async function settleOwn(tx: Writer, input: Pick<OffsetInput, 'offsetOn' | 'lines'>, today: Day): Promise<number[]> {
  const ids: number[] = []
  for (const creditItemId of new Set(input.lines.map((line) => line.creditItemId ?? 0))) {
    const places = input.lines.flatMap((line, index) => (line.creditItemId === creditItemId ? [index] : []))
    const lines = places.flatMap((place) => input.lines[place] ?? []).map(({ itemId, amount }) => ({ itemId, amount, difference: money(0), reason: 'offset' }))
    ids.push(...(await settleByCredit(tx, { creditItemId, lines, places, allocatedOn: input.offsetOn, dayField: 'offsetOn', field: 'lines' }, { today })))
  }
  return ids
}

/** A credit of the offset's own for every line settles its debt; what another customer takes over keeps its due day and its worth. */
async function settleByOffset(tx: Writer, id: number, input: Pick<OffsetInput, 'customerId' | 'otherCustomerId' | 'offsetOn' | 'lines'>, debits: readonly ItemHistory[]): Promise<number[]> {
  const { offsetOn, customerId, otherCustomerId } = input
  const parts = debits.map((debit, index) => {
    const amount = input.lines[index]?.amount ?? money(0)
    if (offsetOn < debit.item.documentOn) throw new Refusal('beforeDocuments', { field: 'offsetOn', params: { day: debit.item.documentOn } })
    const open = freeOf(debit, offsetOn)
    if (amount > open) throw new Refusal('moreThanItemOpen', { field: `lines.${index}.amount`, params: { open, amount } })
    return { debit: debit.item, amount }
  })
  const own = { kind: 'offset' as const, documentId: id, documentOn: offsetOn }
  const credits = await postItems(tx, parts.map(({ debit, amount }, index): NewItem =>
    ({ ...own, customerId, currency: debit.currency, dueOn: offsetOn, installment: index + 1, amount: negate(amount) })))
  const ids = await postSettlements(tx, parts.map(({ debit, amount }, index) => ({ itemId: debit.id, creditItemId: credits[index] ?? 0, amount, on: offsetOn, reason: 'offset' })), () => customerId)
  if (otherCustomerId === null) return ids
  const worth = new Map((await tx.rows<{ id: number; base: Money }>(sql`select id, debit_base as base from exchange_differences where id in ${ids}`)).map((row) => [row.id, row.base]))
  await postItems(tx, parts.map(({ debit, amount }, index) => {
    const base = worth.get(ids[index] ?? 0)
    return { ...own, customerId: otherCustomerId, currency: debit.currency, dueOn: debit.dueOn, installment: index + 1, amount, worth: base === undefined ? null : { rate: rateOf(amount, base), base } }
  }))
  return ids
}

/**
 * Reverses an offset by one of the negative amount: what it settled is open again, and what was taken over goes back.
 * Of plain allocations only those that still stand are released. Returns the id of the reversal.
 */
export async function reverseOffset(tx: Writer, input: { id: number; reversedOn?: Day | undefined; reason: string }, { today }: Today): Promise<number> {
  const [offset] = await tx.db.select().from(tx.t.offsets).where(sql`id = ${input.id}`)
  if (!offset) throw new Refusal('notFound')
  if (offset.reversesId !== null) throw new Refusal('reversalOfReversal')
  const [reversal] = await tx.rows<{ id: number }>(sql`select id from offsets where reverses_id = ${offset.id}`)
  if (reversal) throw new Refusal('alreadyReversed')
  const items = await itemsOf(tx, offset.id, ['offset'])
  const on = await reversalDay(tx, items.map((item) => item.id), offset.offsetOn, input.reversedOn, today)
  const id = await tx.nextId(tx.t.offsets)
  const number = await tx.nextNumber(SERIES, monthOf(on))
  if (CREDIT_OF[offset.kind]) await releaseLines(tx, offset.id, on, today)
  else await cancelOffset(tx, offset, items, id, on)
  const { seal: _seal, ...copy } = offset
  await tx.post(tx.t.offsets, [{ ...copy, id, number, offsetOn: on, amount: negate(offset.amount), reversesId: offset.id, reason: input.reason, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`offset:${offset.id}:${offset.number}`)
  tx.mention(`offset:${id}:${number}`)
  return id
}

/** As if each were released by hand: a small difference that was cleared with it later comes back too. */
async function releaseLines(tx: Writer, offsetId: number, on: Day, today: Day): Promise<void> {
  const standing = await tx.rows<{ id: number }>(sql`select l.allocation_id as id from offset_lines l where l.offset_id = ${offsetId}
    and not exists (select 1 from allocations r where r.releases_id = l.allocation_id) order by l.id`)
  for (const { id } of standing) await releaseAllocation(tx, { id, releasedOn: on }, { today: later(today, on) })
}

/** First what was paid of the debts that were taken over, then the debts themselves; each side is one customer's. */
async function cancelOffset(tx: Writer, { customerId, otherCustomerId }: Offset, items: readonly Item[], reversalId: number, on: Day): Promise<void> {
  for (const owner of otherCustomerId === null ? [customerId] : [otherCustomerId, customerId]) {
    const theirs = items.filter((item) => item.customerId === owner)
    const own = owner === customerId ? theirs.map((item) => item.id) : []
    await takeBack(tx, await standingAllocations(tx, theirs.map((item) => item.id)), on, owner, own)
    await cancelItems(tx, theirs, reversalId, on)
  }
}
