import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency } from '../procedure.ts'

/** One stretch of days with the same open amount and the same yearly rate (millionths). */
export const interestStretch = z.object({ from: zDay, to: zDay, days: z.int(), open: zMoney, rate: z.int(), amount: zMoney })
export type InterestStretch = z.infer<typeof interestStretch>
/** The sheet of one item: simple interest by day on what was open; the stretches add up to its amount. */
export const interestItem = z.object({
  itemId: z.int(), number: z.string(), invoiceNumber: z.string(), dueOn: zDay, debt: zMoney, open: zMoney, stretches: z.array(interestStretch), amount: zMoney,
})
export type InterestItem = z.infer<typeof interestItem>
export const interestContent = z.object({
  from: zDay, to: zDay, currency: zCurrency, yearDays: z.union([z.literal(360), z.literal(365)]), basis: z.string().meta({ description: '计息依据' }), items: z.array(interestItem), total: zMoney,
})
export type InterestContent = z.infer<typeof interestContent>
