/** Terms of payment: from the day of the invoice to the day it is due. */
import { z } from 'zod'

/**
 * `days`: trigger + n days. `monthEnd`: the last day of the trigger's month + n days (月结n).
 * `months`: trigger + n months. `onDate`: then the first such day of a month on or after (31 = last day).
 */
export const zTerms = z.object({
  kind: z.enum(['days', 'monthEnd', 'months']),
  count: z.int().min(0).max(3650),
  onDate: z.int().min(1).max(31).nullish(),
})
export type Terms = z.infer<typeof zTerms>

export const DEFAULT_TERMS: Terms = { kind: 'days', count: 30 }
