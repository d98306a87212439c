/** 一年期贷款市场报价利率 as the National Interbank Funding Center published it; it begins where the law begins to point to it. */
import { day, type Day } from '../day.ts'

/** From the day of its notice on, in millionths a year: 3.10 % is 31 000. */
export interface LprRate {
  on: Day
  rate: number
}

/** Only the days on which it changed. What the office posts of the same day counts instead. */
export const PUBLISHED_LPR: readonly LprRate[] = ([
  ['2019-08-20', 42_500], ['2019-09-20', 42_000], ['2019-11-20', 41_500], ['2020-02-20', 40_500], ['2020-04-20', 38_500],
  ['2021-12-20', 38_000], ['2022-01-20', 37_000], ['2022-08-22', 36_500], ['2023-06-20', 35_500], ['2023-08-21', 34_500],
  ['2024-07-22', 33_500], ['2024-10-21', 31_000], ['2025-05-20', 30_000],
] as const).map(([on, rate]) => ({ on: day(on), rate }))

/** What the office posted about a day: another rate, or that there is none. */
export interface LprEntry extends LprRate {
  removed: boolean
}

/** The published rates with what the office posted, the later over the earlier; by day. */
export function lprTable(posted: readonly LprEntry[]): LprRate[] {
  const byDay = new Map(PUBLISHED_LPR.map(({ on, rate }): [Day, number] => [on, rate]))
  for (const { on, rate, removed } of posted) {
    if (removed) byDay.delete(on)
    else byDay.set(on, rate)
  }
  return [...byDay].map(([on, rate]) => ({ on, rate })).sort((a, b) => (a.on < b.on ? -1 : 1))
}
