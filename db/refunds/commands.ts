import { eq, sql } from 'drizzle-orm'
import { addDays, monthOf, type Day } from '../../shared/day.ts'
import { DAYS_AHEAD } from '../../shared/invoices/rules.ts'
import { money, negate, smaller, sumOf, type Money } from '../../shared/money.ts'
import type { RefundInput } from '../../shared/refunds/schemas.ts'
import { Refusal } from '../../shared/refusal.ts'
import { BOUND_CREDITS } from '../documents.ts'
import { reversalDay } from '../invoices/commands.ts'
import { cancelItems, freeOf, itemsOf, loadHistories, postItems, postSettlements, standingAllocations, takeBack } from '../invoices/items.ts'
import { saidWorth } from '../invoices/worth.ts'
import { openAtLast } from '../openAsOf.ts'
import { refuseNeedlessRate, refuseUnknownAccount, type Today } from '../receipts/commands.ts'
import { loadCompany } from '../settings/queries.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'

type Refund = Tables['refunds']['$inferSelect']
export const SERIES = 'TK'

/** A credit and how much of it is paid back. */
interface Part {
  itemId: number
  amount: Money
}

/**
 * Posts money that goes back to a customer: a debit item, settled at once by the advances and credit notes that are paid
 * back, so that neither is open any more. Refuses by the reasons of the contract, in its order; amounts in minor units.
 * Returns the refund's id.
 */
export async function recordRefund(tx: Writer, input: Omit<RefundInput, 'requestId'>, { today }: Today): Promise<number> {
  const { customerId, refundedOn, amount } = input
  const [customer] = await tx.rows<{ id: number }>(sql`select id from customers where id = ${customerId}`)
  if (!customer) throw new Refusal('unknownCustomer', { field: 'customerId' })
  const company = await loadCompany(tx)
  await refuseUnknownAccount(tx, input.bankAccountId)
  if (company.startOn !== null && refundedOn < company.startOn) throw new Refusal('beforeStart', { field: 'refundedOn', params: { day: company.startOn } })
  const currency = input.currency ?? company.currency
  refuseNeedlessRate(input, currency === company.currency)
  if (refundedOn > addDays(today, DAYS_AHEAD)) throw new Refusal('tooFarAhead', { field: 'refundedOn' })
  const parts = input.credits.length > 0 ? await checkParts(tx, input, currency) : await oldestFirst(tx, input, currency)
  const id = await tx.nextId(tx.t.refunds)
  const number = await tx.nextNumber(SERIES, monthOf(refundedOn))
  const [itemId = 0] = await postItems(tx, [{
    kind: 'refund', documentId: id, customerId, currency, documentOn: refundedOn, dueOn: refundedOn, installment: 1, amount, worth: saidWorth(amount, input) ?? undefined,
  }])
  await tx.post(tx.t.refunds, [{
    id, number, customerId, refundedOn, currency, amount, method: input.method, bankAccountId: input.bankAccountId, payee: input.payee, reference: input.reference, note: input.note,
    itemId, reversesId: null, reason: '', postedAt: tx.now, postedBy: tx.by.name,
  }])
  await postSettlements(tx, parts.map((part) => ({ itemId, creditItemId: part.itemId, amount: part.amount, on: refundedOn, reason: 'refund' })), () => customerId)
  tx.mention(`refund:${id}:${number}`)
  return id
}

type Wanted = Pick<RefundInput, 'customerId' | 'refundedOn' | 'amount' | 'credits'>

/** The credits that the clerk chose: each must have its part left on the day of the refund and after it. */
async function checkParts(tx: Writer, { customerId, refundedOn, amount, credits }: Wanted, currency: string): Promise<readonly Part[]> {
  const total = sumOf(credits, (part) => part.amount)
  if (total !== amount) throw new Refusal('doesNotAddUp', { field: 'credits', params: { total, amount } })
  const histories = await loadHistories(tx, credits.map((part) => part.itemId))
  for (const [index, part] of credits.entries()) {
    const at = `credits.${index}`
    if (credits.findIndex((other) => other.itemId === part.itemId) < index) throw new Refusal('itemTwice', { field: at, params: { itemId: part.itemId } })
    const credit = histories.get(part.itemId)
    if (!credit) throw new Refusal('unknownItem', { field: at })
    if (credit.item.amount >= 0 || BOUND_CREDITS.has(credit.item.kind)) throw new Refusal('notACredit', { field: at })
    if (credit.item.customerId !== customerId) throw new Refusal('otherCustomer', { field: at })
    if (credit.item.currency !== currency) throw new Refusal('otherCurrency', { field: at })
    if (refundedOn < credit.item.documentOn) throw new Refusal('beforeDocuments', { field: 'refundedOn', params: { day: credit.item.documentOn } })
    const left = freeOf(credit, refundedOn)
    if (part.amount > left) throw new Refusal('moreThanReceiptLeft', { field: `${at}.amount`, params: { left, amount: part.amount } })
  }
  return credits
}

/** The customer's oldest credits, as far as each is left on the day of the refund and after it. */
async function oldestFirst(tx: Writer, { customerId, refundedOn, amount }: Wanted, currency: string): Promise<readonly Part[]> {
  const open = await tx.rows<{ id: number }>(sql`select i.id from ${openAtLast} b join open_items i on i.id = b.item_id where b.customer_id = ${customerId} and b.open < 0
    and i.currency = ${currency} and i.document_on <= ${refundedOn} and i.kind not in ${[...BOUND_CREDITS]} order by i.document_on, i.id`)
  const histories = await loadHistories(tx, open.map((row) => row.id))
  let missing: Money = amount
  const parts: Part[] = []
  for (const { id } of open) {
    const credit = histories.get(id)
    const part = credit ? smaller(freeOf(credit, refundedOn), missing) : money(0)
    if (part <= 0) continue
    parts.push({ itemId: id, amount: part })
    missing = money(missing - part)
  }
  if (missing > 0) throw new Refusal('moreThanReceiptLeft', { field: 'amount', params: { left: money(amount - missing), amount } })
  return parts
}

/** Reverses a refund: the credits have their money again, and a refund of the opposite amount closes it. Returns its id. */
export async function reverseRefund(tx: Writer, input: { id: number; reversedOn?: Day | undefined; reason: string }, { today }: Today): Promise<number> {
  const [refund] = await tx.db.select().from(tx.t.refunds).where(eq(tx.t.refunds.id, input.id))
  if (!refund) throw new Refusal('notFound')
  if (refund.reversesId !== null) throw new Refusal('reversalOfReversal')
  const [reversal] = await tx.rows<{ id: number }>(sql`select id from refunds where reverses_id = ${refund.id}`)
  if (reversal) throw new Refusal('alreadyReversed')
  const on = await reversalDay(tx, [refund.itemId], refund.refundedOn, input.reversedOn, today)
  await takeBack(tx, await standingAllocations(tx, [refund.itemId]), on, refund.customerId, [refund.itemId])
  return postReversal(tx, refund, on, input.reason)
}

async function postReversal(tx: Writer, refund: Refund, on: Day, reason: string): Promise<number> {
  const id = await tx.nextId(tx.t.refunds)
  const number = await tx.nextNumber(SERIES, monthOf(on))
  const [itemId = 0] = await cancelItems(tx, await itemsOf(tx, refund.id, ['refund']), id, on)
  const { seal: _seal, ...copy } = refund
  await tx.post(tx.t.refunds, [{ ...copy, id, number, refundedOn: on, amount: negate(refund.amount), itemId, reversesId: refund.id, reason, postedAt: tx.now, postedBy: tx.by.name }])
  tx.mention(`refund:${refund.id}:${refund.number}`)
  tx.mention(`refund:${id}:${number}`)
  return id
}
