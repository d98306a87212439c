/** Aging buckets (rules: Aging): days = day − basis day; the due day itself is not overdue; each day is in exactly one bucket. */
import { addDays, type Day } from '../day.ts'
import { divideHalfUp, type Money } from '../money.ts'
import type { BucketHead } from './schemas.ts'

/** 30,60,90 → 1–30, 31–60, 61–90, over 90. */
export const bucketHeads = (ends: readonly number[]): BucketHead[] => [
  ...ends.map((to, index) => ({ index, from: (ends[index - 1] ?? 0) + 1, to })),
  { index: ends.length, from: (ends.at(-1) ?? 0) + 1, to: null },
]

/** The basis days that fall into a bucket on a day: from ≤ basis day ≤ to; null is open-ended. */
export const bucketDays = (head: BucketHead, asOf: Day): { from: Day | null; to: Day } => ({
  from: head.to === null ? null : addDays(asOf, -head.to),
  to: addDays(asOf, -head.from),
})

/** −1 for not yet due, else the index of the bucket. */
export function bucketOf(daysOverdue: number, ends: readonly number[]): number {
  if (daysOverdue <= 0) return -1
  const index = ends.findIndex((end) => daysOverdue <= end)
  return index === -1 ? ends.length : index
}

/**
 * Overdue debts / all debts in basis points, half up (rules: Figures). Credit notes and advances stand on neither side, so
 * it never passes 10,000; where nothing is owed it has no value.
 */
export const overdueRatio = ({ debts, overdueDebts }: { debts: Money; overdueDebts: Money }): number | null =>
  debts <= 0 ? null : Number(divideHalfUp(BigInt(overdueDebts) * 10_000n, BigInt(debts)))
