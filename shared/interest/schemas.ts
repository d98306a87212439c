import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency } from '../procedure.ts'
import { zInterestBasis } from '../settings/schemas.ts'

/** One stretch of days in which neither the open amount nor the rate changed; the first day counts, the last one too. */
export const interestStretch = z.object({
  from: zDay, to: zDay, days: z.int(), open: zMoney,
  rate: z.int().meta({ description: '年利率（百万分之一），按日利率约定时为日利率 × 年天数' }),
  /** Exact interest of the stretch in millionths of a fen is rounded only in the item's sum, so a stretch shows its share. */
  interest: zMoney,
})

/** 利息计算表 of one item. */
export const interestItem = z.object({
  itemId: z.int(), number: z.string(), invoiceNumber: z.string(), dueOn: zDay, amount: zMoney, open: zMoney, from: zDay, to: zDay, stretches: z.array(interestStretch), interest: zMoney,
})
export type InterestItem = z.infer<typeof interestItem>

/** A calculation sheet: what stands on a letter, and what a 利息单 keeps for good. */
export const interestContent = z.object({
  customer: z.object({ id: z.int(), code: z.string(), name: z.string() }), currency: zCurrency, to: zDay,
  basis: zInterestBasis, daysInYear: z.int(), terms: z.string().meta({ description: '利率依据，如“一年期 LPR 的 1.3 倍”' }),
  items: z.array(interestItem), total: zMoney,
})
export type InterestContent = z.infer<typeof interestContent>
