import { describe, expect, it } from 'vitest'
import { originsOf, type Paper } from '../../shared/badDebt/origins.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

const paper = (documentOn: string, whole = 0, sources: Record<number, number> = {}): Paper =>
  ({ documentOn: day(documentOn), whole: money(whole), sources: Object.entries(sources).map(([itemId, amount]) => ({ itemId: Number(itemId), amount: money(amount) })) })

/** 1 and 2 are invoices; 3 is 1 taken over; 4 a bill of half a receipt over 3 and 2 with an advance; 5 what came back of 4. */
const PAPERS = new Map([
  [1, paper('2022-03-01')], [2, paper('2025-03-01')], [3, paper('2026-04-01', 100, { 1: 100 })],
  [4, paper('2026-05-01', 200, { 3: 100, 2: 50 })], [5, paper('2026-06-01', 100, { 4: 100 })],
  [6, paper('2026-06-02', 100, { 6: 50, 7: 50 })], [7, paper('2026-06-03', 100, { 6: 100 })],
])

describe('the origins of a debt (rules: Bad debt, 账龄连续计算)', () => {
  it.each<[string, number, number, [string, number][]]>([
    ['an invoice is of its own day', 1, 70, [['2022-03-01', 70]]],
    ['what was taken over is as old as it was', 3, 100, [['2022-03-01', 100]]],
    ['a bill goes by what its receipt had settled, the advance began with it', 4, 100, [['2026-05-01', 25], ['2025-03-01', 25], ['2022-03-01', 50]]],
    ['a chain goes back to its first papers', 5, 40, [['2026-05-01', 10], ['2025-03-01', 10], ['2022-03-01', 20]]],
    ['parts add up to the fen, the last takes the rest', 4, 33, [['2026-05-01', 8], ['2025-03-01', 8], ['2022-03-01', 17]]],
    ['no paper is its own source, and none is younger than what it became', 7, 100, [['2026-06-02', 100]]],
  ])('%s', (_, itemId, amount, expected) => expect(originsOf(itemId, money(amount), PAPERS).map((origin) => [origin.on, origin.amount])).toEqual(expected))
})
