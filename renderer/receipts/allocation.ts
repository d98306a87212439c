/**
 * What the clerk does to the lines of an allocation before it is posted: pure steps, so that the entry sheet and the
 * drawer of a posted receipt behave the same. Amounts are minor units; the backend checks everything once more.
 */
import { add, money, smaller, subtract, sumOf, ZERO, type Money } from '../../shared/money.ts'
import { LINE_REASONS, type AllocationLine, type LineReason, type SuggestedLine, type Suggestion } from '../../shared/receipts/schemas.ts'

export interface AllocationDraft {
  item: SuggestedLine
  amount: Money
  /** The rest of the item that is cleared as a small difference (尾差) in the same step. */
  difference: Money
  reason: LineReason
}

/** Debts only: a credit note's rest is allocated from its own document. */
const debtsOf = (suggestion: Suggestion): SuggestedLine[] => suggestion.lines.filter((line) => line.open > 0)

const reasonOf = ({ reason }: SuggestedLine): LineReason => LINE_REASONS.find((own) => own === reason) ?? 'manual'

export const suggestedDrafts = (suggestion: Suggestion): AllocationDraft[] =>
  debtsOf(suggestion).map((item) => ({ item, amount: item.suggested, difference: item.difference, reason: reasonOf(item) }))

/**
 * Takes a new answer without touching what the clerk decided: the items are the new ones in the order on screen, the
 * clerk's amounts stay as far as as much is still free of the items.
 */
export function keepDecisions(before: readonly AllocationDraft[], suggestion: Suggestion): AllocationDraft[] {
  const fresh = new Map(debtsOf(suggestion).map((item) => [item.id, item]))
  const kept = before.flatMap((draft) => {
    const item = fresh.get(draft.item.id)
    fresh.delete(draft.item.id)
    return item ? [withAmount({ ...draft, item }, smaller(draft.amount, item.free), draft.reason)] : []
  })
  return [...kept, ...[...fresh.values()].map((item) => ({ item, amount: ZERO, difference: ZERO, reason: 'manual' as const }))]
}

export const allocatedOf = (drafts: readonly AllocationDraft[]): Money => sumOf(drafts, (draft) => draft.amount)
export const differencesOf = (drafts: readonly AllocationDraft[]): Money => sumOf(drafts, (draft) => draft.difference)

/** What the receipt has left; negative when the lines take more than it has. */
export const leftOf = (amount: Money | null, drafts: readonly AllocationDraft[]): Money => subtract(amount ?? ZERO, allocatedOf(drafts))

/** What `=` puts into one line: what the receipt has left beside the other lines, at most what is free of the item. */
export function remainderFor(amount: Money | null, drafts: readonly AllocationDraft[], index: number): Money {
  const draft = drafts[index]
  if (!draft) return ZERO
  const left = add(leftOf(amount, drafts), draft.amount)
  return left > 0 ? smaller(left, draft.item.free) : ZERO
}

/** A cleared difference survives only while it still closes the item exactly. */
function withAmount(draft: AllocationDraft, amount: Money, reason: LineReason): AllocationDraft {
  const closes = amount > 0 && draft.difference > 0 && amount + draft.difference === draft.item.open
  return { ...draft, amount, difference: closes ? draft.difference : ZERO, reason }
}

const replaced = (drafts: readonly AllocationDraft[], index: number, change: (draft: AllocationDraft) => AllocationDraft): AllocationDraft[] =>
  drafts.map((draft, at) => (at === index ? change(draft) : draft))

export const setAmount = (drafts: readonly AllocationDraft[], index: number, amount: Money): AllocationDraft[] =>
  replaced(drafts, index, (draft) => (draft.amount === amount ? draft : withAmount(draft, amount, 'manual')))

/** Space: a line that takes something takes nothing, any other takes what the receipt has left. */
export const toggleLine = (amount: Money | null, drafts: readonly AllocationDraft[], index: number): AllocationDraft[] =>
  setAmount(drafts, index, (drafts[index]?.amount ?? 0) > 0 ? ZERO : remainderFor(amount, drafts, index))

/** The rest of a line's item when it is small enough to be cleared and the first of its item, else zero. */
export function clearableOf(draft: AllocationDraft, tolerance: Money): Money {
  const rest = money(draft.item.open - draft.amount)
  return draft.amount > 0 && rest > 0 && rest <= tolerance && !draft.item.cleared ? rest : ZERO
}

export const toggleDifference = (drafts: readonly AllocationDraft[], index: number, tolerance: Money): AllocationDraft[] =>
  replaced(drafts, index, (draft) => ({ ...draft, difference: draft.difference > 0 ? ZERO : clearableOf(draft, tolerance) }))

export const clearAll = (drafts: readonly AllocationDraft[]): AllocationDraft[] =>
  drafts.map((draft) => ({ ...draft, amount: ZERO, difference: ZERO, reason: 'manual' }))

/** The lines as the backend takes them. */
export const toLines = (drafts: readonly AllocationDraft[]): AllocationLine[] =>
  drafts.filter((draft) => draft.amount > 0).map(({ item, amount, difference, reason }) => ({ itemId: item.id, amount, difference, reason }))

/** Lines that take more than is free of their item; they are marked before the backend refuses them. */
export const overdrawn = (draft: AllocationDraft): boolean => draft.amount + draft.difference > draft.item.free
