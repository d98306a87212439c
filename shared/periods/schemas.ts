import { z } from 'zod'
import { zMoney } from '../money.ts'
import { zCurrency } from '../procedure.ts'

/** opening + debits − credits = closing, in minor units; `aging` is the same closing balance by way of the aging. */
export const controlTotal = z.object({ currency: zCurrency, opening: zMoney, debits: zMoney, credits: zMoney, closing: zMoney, aging: zMoney })
export type ControlTotal = z.infer<typeof controlTotal>
