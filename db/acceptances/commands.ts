/** The steps of a bill's life. Each refuses by the reasons of the contract, in its order; amounts in minor units. */
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { addsUp, netOf, subRanges } from '../../shared/acceptances/rules.ts'
import type {
  collectInput, discountInput, dishonourInput, endorseInput, notifyInput, presentInput, settleInput, splitInput,
} from '../../shared/acceptances/schemas.ts'
import type { Money } from '../../shared/money.ts'
import { Refusal } from '../../shared/refusal.ts'
import { postItems } from '../invoices/items.ts'
import type { Today } from '../receipts/commands.ts'
import type { Writer } from '../writer.ts'
import { loadForStep, postEvent, refuseDay } from './events.ts'
import { postAcceptance } from './register.ts'

/** The step as it was asked for; its idempotency key is the ledger's. */
type Asked<Schema extends z.ZodType<object>> = Omit<z.output<Schema>, 'requestId'>

/** Splits a bill into parts with sub-ranges of their own, one behind the other; the bill itself is then only their parent. */
export async function splitAcceptance(tx: Writer, input: Asked<typeof splitInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'split', input.id, input.on, today)
  const { bill, on } = found
  if (!addsUp(input.amounts, bill.amount)) throw new Refusal('partsDoNotAddUp', { field: 'amounts', params: { amount: bill.amount } })
  refuseDay(found, on, today)
  await postEvent(tx, found, { kind: 'split', on, note: input.note })
  const { id, number, seal: _seal, postedAt: _at, postedBy: _by, ...copy } = bill
  for (const [index, range] of subRanges(bill.rangeFrom ?? 1, input.amounts).entries()) {
    await postAcceptance(tx, { ...copy, ...range, amount: input.amounts[index] ?? bill.amount, splitFromId: id, receivedOn: on }, number)
  }
}

export async function endorseAcceptance(tx: Writer, input: Asked<typeof endorseInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'endorse', input.id, input.on, today)
  refuseDay(found, found.on, today)
  await postEvent(tx, found, { kind: 'endorsed', on: found.on, counterparty: input.endorsee, note: input.note })
}

/** Sells the bill to a bank before its due day: what it pays is the amount less its interest and fee. */
export async function discountAcceptance(tx: Writer, input: Asked<typeof discountInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'discount', input.id, input.on, today)
  const { interest, fee, bankAccountId } = input
  const counterparty = await bankOf(tx, bankAccountId)
  const amount = netIn(found.bill.amount, interest, fee)
  refuseDay(found, found.on, today)
  await postEvent(tx, found, { kind: 'discounted', on: found.on, amount, interest, fee, bankAccountId, counterparty, note: input.note })
}

export async function presentAcceptance(tx: Writer, input: Asked<typeof presentInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'present', input.id, input.on, today)
  refuseDay(found, found.on, today)
  await postEvent(tx, found, { kind: 'presented', on: found.on, counterparty: found.bill.acceptor, note: input.note })
}

export async function collectAcceptance(tx: Writer, input: Asked<typeof collectInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'collect', input.id, input.on, today)
  const { fee, bankAccountId } = input
  await bankOf(tx, bankAccountId)
  const amount = netIn(found.bill.amount, 0 as Money, fee)
  refuseDay(found, found.on, today)
  await postEvent(tx, found, { kind: 'collected', on: found.on, amount, fee, bankAccountId, counterparty: found.bill.acceptor, note: input.note })
}

/** Refusal of payment: the customer owes again what the bill was to pay, from the day of the refusal on. */
export async function dishonourAcceptance(tx: Writer, input: Asked<typeof dishonourInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'dishonour', input.id, input.on, today)
  const { bill, on } = found
  refuseDay(found, on, today)
  const [itemId = 0] = await postItems(tx, [{
    kind: 'dishonour', documentId: bill.id, customerId: bill.customerId, currency: bill.currency, documentOn: on, dueOn: on, installment: 1, amount: bill.amount,
  }])
  await postEvent(tx, found, { kind: 'dishonoured', on, counterparty: input.reason, note: input.note, itemId })
}

/** The due day of a bill that we passed on went by without recourse: nothing of it can come back to us any more. */
export async function settleAcceptance(tx: Writer, input: Asked<typeof settleInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'settle', input.id, input.on, today)
  refuseDay(found, found.on, today)
  await postEvent(tx, found, { kind: 'settled', on: found.on, note: input.note })
}

export async function notifyPriorHand(tx: Writer, input: Asked<typeof notifyInput>, { today }: Today): Promise<void> {
  const found = await loadForStep(tx, 'notify', input.id, input.on, today)
  refuseDay(found, found.on, today)
  await postEvent(tx, found, { kind: 'notified', on: found.on, counterparty: input.notified || found.bill.priorHand, note: input.note })
}

async function bankOf(tx: Writer, id: number): Promise<string> {
  const [account] = await tx.db.select().from(tx.t.bankAccounts).where(eq(tx.t.bankAccounts.id, id))
  if (!account) throw new Refusal('unknownBankAccount', { field: 'bankAccountId' })
  return account.bank || account.name
}

function netIn(amount: Money, interest: Money, fee: Money): Money {
  if (interest + fee > amount) throw new Refusal('deductionsOverAmount', { field: interest > 0 ? 'interest' : 'fee', params: { amount } })
  return netOf(amount, interest, fee)
}
