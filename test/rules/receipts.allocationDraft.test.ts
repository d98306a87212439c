import { describe, expect, it } from 'vitest'
import { clearableOf, keepDecisions, leftOf, overdrawn, remainderFor, setAmount, suggestedDrafts, toggleDifference, toggleLine, toLines } from '../../renderer/receipts/allocation.ts'
import { day } from '../../shared/day.ts'
import { money, ZERO, type Money } from '../../shared/money.ts'
import type { AllocationReason, SuggestedLine, Suggestion } from '../../shared/receipts/schemas.ts'

const item = (id: number, open: number, suggested = 0, reason: AllocationReason | null = null): SuggestedLine => ({
  id, kind: 'invoice', documentId: id, number: `YS-${id}`, customerId: 1, customerCode: 'C1', customerName: '上海机械', currency: 'CNY',
  documentOn: day('2026-05-01'), dueOn: day('2026-06-01'), installment: 1, amount: money(open), open: money(open), invoiceNumber: '', contractNumber: '', orderNumber: '', daysOverdue: 0,
  free: money(open), suggested: money(suggested), difference: ZERO, reason,
})
const suggestion = (...lines: SuggestedLine[]): Suggestion => ({ lines, advance: ZERO, gaveUp: false, settled: [] })
const amounts = (drafts: readonly { amount: Money }[]): number[] => drafts.map((draft) => draft.amount)

describe('the lines of an allocation while the clerk changes them', () => {
  it('start as suggested, without the credits', () => {
    const drafts = suggestedDrafts(suggestion(item(1, 500, 500, 'exactAmount'), item(2, 300), item(3, -100)))
    expect(amounts(drafts)).toEqual([500, 0])
    expect(toLines(drafts)).toEqual([{ itemId: 1, amount: 500, difference: 0, reason: 'exactAmount' }])
  })

  it('fill a line with what the receipt has left, at most what the item has open', () => {
    const drafts = suggestedDrafts(suggestion(item(1, 500, 400, 'oldestFirst'), item(2, 300)))
    expect(remainderFor(money(600), drafts, 1)).toBe(200)
    expect(remainderFor(money(5000), drafts, 1)).toBe(300)
    expect(remainderFor(money(100), drafts, 1)).toBe(0)
    expect(remainderFor(money(450), drafts, 0)).toBe(450)
  })

  it('leave a line that is taken and take one that is not', () => {
    const drafts = suggestedDrafts(suggestion(item(1, 500, 500, 'oldestFirst'), item(2, 300)))
    const without = toggleLine(money(600), drafts, 0)
    expect(amounts(without)).toEqual([0, 0])
    expect(amounts(toggleLine(money(600), without, 1))).toEqual([0, 300])
  })

  it('clear a rest within the tolerance and forget it when the amount changes', () => {
    const drafts = setAmount(suggestedDrafts(suggestion(item(1, 10_050))), 0, money(10_000))
    expect(clearableOf(drafts[0]!, money(100))).toBe(50)
    expect(clearableOf(drafts[0]!, money(49))).toBe(0)
    const cleared = toggleDifference(drafts, 0, money(100))
    expect(toLines(cleared)).toEqual([{ itemId: 1, amount: 10_000, difference: 50, reason: 'manual' }])
    expect(setAmount(cleared, 0, money(9_000))[0]?.difference).toBe(0)
    expect(toggleDifference(cleared, 0, money(100))[0]?.difference).toBe(0)
  })

  it('keep what the clerk decided when the items are asked for again', () => {
    const decided = setAmount(suggestedDrafts(suggestion(item(1, 500, 500, 'oldestFirst'), item(2, 300))), 1, money(300))
    const again = keepDecisions(decided, suggestion(item(2, 200, 200, 'exactAmount'), item(3, 100), item(1, 500)))
    expect(again.map((draft) => [draft.item.id, draft.amount])).toEqual([[1, 500], [2, 200], [3, 0]])
  })

  it('show what is taken too much', () => {
    const drafts = setAmount(suggestedDrafts(suggestion(item(1, 500))), 0, money(600))
    expect(overdrawn(drafts[0]!)).toBe(true)
    expect(leftOf(money(500), drafts)).toBe(-100)
    expect(leftOf(null, [])).toBe(0)
  })
})
