/** Suggested allocation of a receipt (rules: Receipts and allocation; 民法典 560 debtor's designation first, then due and oldest). */
import type { Day } from '../day.ts'
import { money, smaller, subtract, ZERO, type Money } from '../money.ts'
import { uniqueCombination } from './combination.ts'
import type { LineReason } from './schemas.ts'

export interface Candidate {
  itemId: number
  open: Money
  dueOn: Day
  documentOn: Day
  /** Our document number, the invoice's, the contract's, the order's: what a payer may name. */
  number: string
  invoiceNumber: string
  contractNumber: string
  orderNumber: string
  /** A small difference was cleared of it already and stands; there is one an item. */
  cleared?: boolean | undefined
}

export interface Suggested {
  itemId: number
  amount: Money
  /** What is cleared on top as a small difference. */
  difference: Money
  reason: LineReason
}

const TAIL_DIGITS = 8
const SHORTEST_NAME = 4

/** Oldest due first, then document day, then number: the order in which debts are settled when nobody says otherwise. */
export const byAge = (a: Candidate, b: Candidate): number =>
  compare(a.dueOn, b.dueOn) || compare(a.documentOn, b.documentOn) || compare(a.number, b.number) || a.itemId - b.itemId
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where the text names the item, or -1. A name counts only as a whole: not inside a longer number. */
function namedAt(text: string, item: Candidate): number {
  const names = [item.invoiceNumber, item.contractNumber, item.orderNumber, item.number].filter((name) => name.length >= SHORTEST_NAME)
  if (item.invoiceNumber.length > TAIL_DIGITS) names.push(item.invoiceNumber.slice(-TAIL_DIGITS))
  const places = names.flatMap((name) => {
    const wanted = name.normalize('NFKC').toUpperCase()
    const found: number[] = []
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const [before, after] = [text[at - 1] ?? '', text[at + wanted.length] ?? '']
      const startsWithDigit = /^\d/.test(wanted)
      const cut = startsWithDigit ? /\d/.test(before) : /[A-Z0-9]/.test(before)
      if (!cut && !/\d/.test(after)) found.push(at)
    }
    return found
  })
  return places.length === 0 ? -1 : Math.min(...places)
}

/** The items that a payment's text names, in the order in which it names them. */
export function namedItems(reference: string, items: readonly Candidate[]): Candidate[] {
  const text = reference.normalize('NFKC').toUpperCase()
  if (text.length < SHORTEST_NAME) return []
  return items.map((item) => ({ item, at: namedAt(text, item) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || byAge(a.item, b.item)).map(({ item }) => item)
}

/**
 * Why a small difference (尾差) may not be cleared, or null: it closes its item, is at most the tolerance, and there is one
 * an item, so that repeating never passes the tolerance (rules: Receipts and allocation). `rest` is what would stay open.
 */
export function whyNoDifference({ difference, tolerance, cleared, rest }: { difference: number; tolerance: number; cleared: boolean; rest: number }):
'differenceOverTolerance' | 'differenceTwice' | 'differenceStaysOpen' | null {
  if (difference <= 0) return null
  if (difference > tolerance) return 'differenceOverTolerance'
  if (cleared) return 'differenceTwice'
  return rest > 0 ? 'differenceStaysOpen' : null
}

/** Takes items one after the other until the money is gone; a rest of at most the tolerance on the last is a small difference. */
function take(items: readonly Candidate[], amount: Money, tolerance: Money, reason: LineReason): Suggested[] {
  let left = amount
  const lines: Suggested[] = []
  for (const item of items) {
    if (left <= 0) break
    const part = smaller(item.open, left)
    left = subtract(left, part)
    lines.push({ itemId: item.itemId, amount: part, difference: ZERO, reason })
  }
  const last = lines.at(-1)
  const lastItem = items[lines.length - 1]
  if (last && lastItem && lines.length === items.length) {
    const rest = subtract(lastItem.open, last.amount)
    if (rest > 0 && rest <= tolerance && !lastItem.cleared) last.difference = rest
  }
  return lines
}

/**
 * Suggests how a payment is allocated, by the first way that applies: what the reference names; one item of exactly the
 * amount; one that is more by at most the tolerance; the only set that adds up; else already due before not due, oldest
 * first. What is left is an advance. Amounts in minor units; items are positive open items of one customer and currency.
 * A reference that names only debts that are settled is still one: the money is laid on no other debt by itself, and the
 * settled ones are answered, because they were perhaps paid twice.
 */
export function suggestAllocation(input: { amount: Money; reference: string; items: readonly Candidate[]; settled?: readonly Candidate[]; tolerance: Money; steps?: number }): Allocation {
  const items = [...input.items].filter((item) => item.open > 0).sort(byAge)
  const settled = settledNamed(input.reference, items, input.settled ?? [])
  if (settled.length > 0 && namedItems(input.reference, items).length === 0) return { lines: [], gaveUp: false, settled }
  return { ...openAllocation({ ...input, items }), settled }
}

export interface Allocation {
  lines: Suggested[]
  gaveUp: boolean
  /** What the reference names and is settled already. */
  settled: Candidate[]
}

/** The settled items that a reference names by a name of their own; a contract of which something is open names that. */
function settledNamed(reference: string, items: readonly Candidate[], settled: readonly Candidate[]): Candidate[] {
  if (settled.length === 0) return []
  const open = new Set(namedItems(reference, items).flatMap((item) => [item.number, item.invoiceNumber, item.contractNumber, item.orderNumber]))
  const own = (name: string): string => (open.has(name) ? '' : name)
  const asOwn = new Map(settled.map((item) => [{ ...item, number: own(item.number), invoiceNumber: own(item.invoiceNumber), contractNumber: own(item.contractNumber), orderNumber: own(item.orderNumber) }, item]))
  return namedItems(reference, [...asOwn.keys()]).flatMap((item) => asOwn.get(item) ?? [])
}

function openAllocation(input: { amount: Money; reference: string; items: readonly Candidate[]; tolerance: Money; steps?: number }): { lines: Suggested[]; gaveUp: boolean } {
  const { amount, tolerance, items } = input
  const named = namedItems(input.reference, items)
  if (named.length > 0) return { lines: take(named, amount, tolerance, 'reference'), gaveUp: false }
  const exact = items.find((item) => item.open === amount)
  if (exact) return { lines: take([exact], amount, ZERO, 'exactAmount'), gaveUp: false }
  const short = items.find((item) => item.open > amount && item.open <= amount + tolerance && !item.cleared)
  if (short) return { lines: take([short], amount, tolerance, 'shortPayment'), gaveUp: false }
  const { set, gaveUp } = uniqueCombination(items, amount, input.steps)
  if (set) return { lines: take([...set].sort(byAge), amount, ZERO, 'uniqueCombination'), gaveUp }
  return { lines: take(items, amount, ZERO, 'oldestFirst'), gaveUp }
}

/** What remains as an advance after the lines. */
export const advanceOf = (amount: Money, lines: readonly { amount: number }[]): Money =>
  money(amount - lines.reduce((sum, line) => sum + line.amount, 0))
