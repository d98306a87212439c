/**
 * What a clerk takes of a customer's open items, on one or two sides: pure steps for the panes of the offset and of the
 * refund. Amounts are minor units and positive on both sides; the backend checks everything once more.
 */
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import { absolute, money, smaller, subtract, sumOf, ZERO, type Money } from '../../shared/money.ts'

/** How much is taken of each item, by its id. */
export type Amounts = Readonly<Record<number, Money>>

export const openOf = (item: ItemRow): Money => absolute(item.open)
export const takenOf = (items: readonly ItemRow[], amounts: Amounts): Money => sumOf(items, (item) => amounts[item.id] ?? ZERO)
export const totalOf = (items: readonly ItemRow[]): Money => sumOf(items, openOf)

/** What `=` puts into a line: all that is open, or what the limit leaves beside the other lines. */
export function fillOf(items: readonly ItemRow[], amounts: Amounts, item: ItemRow, limit: Money | null): Money {
  if (limit === null) return openOf(item)
  const left = subtract(limit, subtract(takenOf(items, amounts), amounts[item.id] ?? ZERO))
  return left > 0 ? smaller(left, openOf(item)) : ZERO
}

export const put = (amounts: Amounts, item: ItemRow, amount: Money): Amounts => ({ ...amounts, [item.id]: amount })

/** Space: a line that takes something takes nothing, any other what `=` would put. */
export const toggle = (items: readonly ItemRow[], amounts: Amounts, item: ItemRow, limit: Money | null): Amounts =>
  put(amounts, item, (amounts[item.id] ?? 0) > 0 ? ZERO : fillOf(items, amounts, item, limit))

/** A sum over the items in their order, each as far as it is open. */
export function spread(items: readonly ItemRow[], sum: Money): Amounts {
  let left = sum
  return Object.fromEntries(items.map((item) => {
    const part = smaller(openOf(item), left)
    left = subtract(left, part)
    return [item.id, part]
  }))
}

export interface Pair {
  creditItemId: number | null
  itemId: number
  amount: Money
}

/** Joins what is taken on both sides, first with first; the sums are equal. */
export function pairsOf(credits: readonly ItemRow[], debts: readonly ItemRow[], amounts: Amounts): Pair[] {
  const rests = credits.map((item) => ({ id: item.id, left: amounts[item.id] ?? ZERO })).filter(({ left }) => left > 0)
  return debts.flatMap((debt) => {
    const pairs: Pair[] = []
    for (let missing = amounts[debt.id] ?? ZERO; missing > 0; ) {
      const credit = rests[0]
      if (!credit) break
      const amount = smaller(credit.left, missing)
      pairs.push({ creditItemId: credit.id, itemId: debt.id, amount })
      missing = subtract(missing, amount)
      credit.left = money(credit.left - amount)
      if (credit.left === 0) rests.shift()
    }
    return pairs
  })
}

/** What is taken of debts that need no credit of the customer's own. */
export const linesOf = (debts: readonly ItemRow[], amounts: Amounts): Pair[] =>
  debts.flatMap((item) => ((amounts[item.id] ?? 0) > 0 ? [{ creditItemId: null, itemId: item.id, amount: amounts[item.id] ?? ZERO }] : []))
