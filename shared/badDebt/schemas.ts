import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency } from '../procedure.ts'

export type WriteOffKind = 'writeOff' | 'recovery'
export type WriteOffStep = 'approved' | 'rejected'

/** By aging bucket, and specific for customers who are judged by themselves; rates in basis points. */
export const provisionContent = z.object({
  asOf: zDay, currency: zCurrency, standard: z.enum(['enterprise', 'small']),
  buckets: z.array(z.object({ from: z.int(), to: z.int().nullable(), open: zMoney, rate: z.int(), required: zMoney })),
  specific: z.array(z.object({ customerId: z.int(), code: z.string(), name: z.string(), open: zMoney, rate: z.int(), required: zMoney, note: z.string() })),
  required: zMoney, existing: zMoney, amount: zMoney,
})
export type ProvisionContent = z.infer<typeof provisionContent>
