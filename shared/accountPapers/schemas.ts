import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { zCurrency } from '../procedure.ts'

/** statement 对账单 over a period · confirmation 询证函 for the auditor, the balance of a day. */
export const ACCOUNT_PAPER_KINDS = ['statement', 'confirmation'] as const
export const zAccountPaperKind = z.enum(ACCOUNT_PAPER_KINDS)
export type AccountPaperKind = z.infer<typeof zAccountPaperKind>

/** Everything that stands on the paper. */
export const accountPaperContent = z.object({
  template: z.string(), kind: zAccountPaperKind, language: z.enum(['zh-CN', 'en']), number: z.string(), issuedOn: zDay, from: zDay.nullable(), asOf: zDay, currency: zCurrency,
  company: z.object({ name: z.string(), taxNumber: z.string(), bankName: z.string(), bankAccount: z.string(), address: z.string(), contact: z.string(), phone: z.string() }),
  customer: z.object({ id: z.int(), code: z.string(), name: z.string(), address: z.string(), contact: z.string() }),
  auditor: z.object({ name: z.string(), address: z.string(), contact: z.string(), phone: z.string() }).nullable(),
  opening: zMoney, rows: z.array(z.object({ on: zDay, kind: z.string(), number: z.string(), text: z.string(), debit: zMoney, credit: zMoney, balance: zMoney })),
  debits: zMoney, credits: zMoney, closing: zMoney, capital: z.string(), sender: z.string(),
})
export type AccountPaperContent = z.infer<typeof accountPaperContent>
