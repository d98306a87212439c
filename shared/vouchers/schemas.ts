import { z } from 'zod'
import { zDay } from '../day.ts'
import { zMoney } from '../money.ts'
import { printNote } from '../paper.ts'
import { zCurrency, zId, zRequestId, zShownName } from '../procedure.ts'

/** Everything that stands on the slip: it is this snapshot, whatever is posted later. */
export const voucherContent = z.object({
  template: z.string(), number: z.string(), issuedOn: zDay, receivedOn: zDay, receiptNumber: z.string(),
  company: z.object({ name: z.string(), taxNumber: z.string() }),
  customer: z.object({ code: z.string(), name: z.string() }), payer: z.string(),
  currency: zCurrency, amount: zMoney, capital: z.string(), method: z.string(), purpose: z.string(), items: z.array(z.object({ number: z.string(), invoiceNumber: z.string(), amount: zMoney })),
  issuedBy: z.string(),
})
export type VoucherContent = z.infer<typeof voucherContent>
export type VoucherItem = VoucherContent['items'][number]

export const issueInput = z.object({
  receiptIds: z.array(zId).min(1).max(200), issuedOn: zDay.optional().meta({ description: '开具日期；空则为今天' }),
  skipLeftOut: z.boolean().default(false).meta({ description: 'true 跳过不能开的收款单；false 遇到即整批拒绝' }), requestId: zRequestId,
})
export type IssueInput = z.output<typeof issueInput>

/** void 作废: its receipt was reversed. The voucher itself stays as it was issued. */
export const zVoucherStatus = z.enum(['valid', 'void']).meta({ description: 'valid 有效 · void 作废（收款已红冲）' })
export const voucherRow = z.object({
  id: zId, number: z.string(), status: zVoucherStatus, receiptId: zId, receiptNumber: z.string(), customerId: zId, customerCode: z.string(), customerName: zShownName, issuedOn: zDay,
  currency: zCurrency, amount: zMoney, prints: z.int(), lastPrintedAt: z.string().nullable(), issuedBy: z.string(),
})
export type VoucherRow = z.infer<typeof voucherRow>
export const voucherView = voucherRow.extend({ content: voucherContent, hash: z.string(), printed: z.array(printNote) })
export type VoucherView = z.infer<typeof voucherView>
