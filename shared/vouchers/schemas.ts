import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency } from '../procedure.ts'

/** Everything that stands on the slip: it is this snapshot, whatever is posted later. */
export const voucherContent = z.object({
  template: z.string(), number: z.string(), issuedOn: zDay, receivedOn: zDay, receiptNumber: z.string(),
  company: z.object({ name: z.string(), taxNumber: z.string() }),
  customer: z.object({ code: z.string(), name: z.string() }), payer: z.string(),
  currency: zCurrency, amount: zMoney, capital: z.string(), method: z.string(), purpose: z.string(), items: z.array(z.object({ number: z.string(), invoiceNumber: z.string(), amount: zMoney })),
  issuedBy: z.string(),
})
export type VoucherContent = z.infer<typeof voucherContent>
