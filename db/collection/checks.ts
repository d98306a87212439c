/** What everything that is noted about debts of a customer asks first: which of them, and when. */
import { inArray } from 'drizzle-orm'
import type { Day } from '../../shared/day.ts'
import { Refusal } from '../../shared/refusal.ts'
import { MONEY_DEBITS } from '../documents.ts'
import type { Tables } from '../tables.ts'
import type { Writer } from '../writer.ts'

type Item = Tables['openItems']['$inferSelect']

/** A day that has been, today where none is given. Refuses notInFuture. */
export function pastDay(given: Day | undefined, today: Day, field: string): Day {
  if (given !== undefined && given > today) throw new Refusal('notInFuture', { field, params: { day: today } })
  return given ?? today
}

/**
 * Debts of the customer, each once, and in the `wanted` currency; 'same' wants all in that of the first, 'any' asks for none. Refuses itemTwice, unknownItem,
 * otherCustomer, otherCurrency, notADebt. Answers the currency of the first.
 */
export async function checkDebts(tx: Writer, customerId: number, itemIds: readonly number[], wanted: string): Promise<string> {
  if (itemIds.length === 0) return wanted
  const items = new Map((await tx.db.select().from(tx.t.openItems).where(inArray(tx.t.openItems.id, [...itemIds]))).map((item): [number, Item] => [item.id, item]))
  const first = items.get(itemIds[0] ?? 0)?.currency ?? ''
  const currency = wanted === 'same' ? first : wanted
  for (const [index, itemId] of itemIds.entries()) {
    const field = `itemIds.${index}`
    if (itemIds.indexOf(itemId) < index) throw new Refusal('itemTwice', { field, params: { itemId } })
    const item = items.get(itemId)
    if (!item) throw new Refusal('unknownItem', { field })
    if (item.customerId !== customerId) throw new Refusal('otherCustomer', { field })
    if (currency !== 'any' && item.currency !== currency) throw new Refusal('otherCurrency', { field })
    if (item.amount <= 0 || MONEY_DEBITS.has(item.kind)) throw new Refusal('notADebt', { field })
  }
  return first
}
