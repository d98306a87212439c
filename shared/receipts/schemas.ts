import { z } from 'zod'
import { zDay } from '../day.ts'
import { allocationRow, itemKind, itemRow } from '../invoices/schemas.ts'
import { zAmount, zAmountOrZero, zMoney } from '../money.ts'
import { zCurrency, zDatedAhead, zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'
import { zRate } from '../rates/schemas.ts'

export const METHODS = ['transfer', 'cash', 'acceptance', 'other'] as const
export const zMethod = z.enum(METHODS).meta({ description: 'transfer 银行转账 · cash 现金 · acceptance 承兑汇票 · other 其他' })
export type Method = z.infer<typeof zMethod>

/** Why a line is suggested, in the order in which the ways are tried; `manual` is the clerk's own. */
export const LINE_REASONS = ['reference', 'exactAmount', 'shortPayment', 'uniqueCombination', 'oldestFirst', 'manual'] as const
/** What a line may say of itself. */
const zLineReason = z.enum(LINE_REASONS)
export type LineReason = z.infer<typeof zLineReason>
/** The others are the ledger's own: they say which document made an allocation, and decide what may be taken back. */
export const zAllocationReason = z.enum([...LINE_REASONS, 'creditNote', 'reversal', 'offset', 'refund'])
export type AllocationReason = z.infer<typeof zAllocationReason>

export const allocationLine = z.object({
  itemId: zId, amount: zAmount,
  difference: zAmountOrZero.default(0 as never).meta({ description: '一并核销的尾差，不超过容差' }),
  reason: zLineReason.default('manual'),
})
export type AllocationLine = z.output<typeof allocationLine>

/** How a foreign amount was booked, where it was not by the rate of its day. */
export const bookedAt = {
  rate: zRate.optional(), baseAmount: zAmount.optional().meta({ description: '本位币入账金额，分；给出时以它为准，不按汇率计算' }),
}

export const receiptInput = z.object({
  customerId: zId, receivedOn: zDay, amount: zAmount.meta({ description: '客户付款总额（含手续费），分' }),
  currency: zCurrency.optional(), method: zMethod.default('transfer'), bankAccountId: zId.nullable().default(null),
  reference: zNote.meta({ description: '付款附言、用途' }), payer: zShort,
  fee: zAmountOrZero.default(0 as never).meta({ description: '银行扣的手续费，分' }), note: zNote, ...bookedAt,
  allocations: z.array(allocationLine).max(500).default([]).meta({ description: '核销行；余额留作预收' }),
  allocatedOn: zDay.optional().meta({ description: '核销日；空则取收款日与单据日的较晚者' }),
  requestId: zRequestId,
})
export type ReceiptInput = z.output<typeof receiptInput>

export const zReceiptStatus = z.enum(['posted', 'reversed', 'reversal'])

export const receiptRow = z.object({
  id: zId, number: z.string(), status: zReceiptStatus, customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName,
  receivedOn: zDay, currency: zCurrency, amount: zMoney, fee: zMoney, unallocated: zMoney, method: zMethod, bankAccount: z.string(), reference: z.string(), payer: z.string(), datedAhead: zDatedAhead,
})
export type ReceiptRow = z.infer<typeof receiptRow>

/** The other end of a move to another customer. */
const movedReceipt = z.object({ id: zId, number: z.string(), receivedOn: zDay })

export const receiptView = receiptRow.extend({
  bankAccountId: z.int().nullable(), note: z.string(), itemId: zId, reversesId: z.int().nullable(), reversedById: z.int().nullable(), reversalNumber: z.string(),
  reason: z.string(), postedAt: z.string(), postedBy: z.string(), allocations: z.array(allocationRow),
  rate: zRate.nullable(), baseAmount: zMoney.nullable().meta({ description: '本位币入账金额；未设汇率时为空' }), exchangeDifference: zMoney.meta({ description: '汇兑损益（收益为正），本位币' }),
  movedFrom: movedReceipt.nullable().meta({ description: '转自哪张收款单；原收款日期保留在这里' }), movedTo: movedReceipt.nullable().meta({ description: '已转到哪张收款单' }),
})
export type ReceiptView = z.infer<typeof receiptView>

export const moveInput = z.object({
  id: zId, customerId: zId.meta({ description: '转给哪位客户' }), movedOn: zDay.optional().meta({ description: '转款日；空则为今天。原收款日的账龄不变' }),
  reason: z.string().trim().min(1).max(200), allocations: z.array(allocationLine).max(500).default([]).meta({ description: '对新客户的核销行；余额留作预收' }), requestId: zRequestId,
})
export type MoveInput = z.output<typeof moveInput>

/** A debt that would be open again, by what the receipt settled of it and the small difference that was cleared with it. */
export const hangingItem = z.object({
  itemId: zId, kind: itemKind, documentId: zId, number: z.string(), invoiceNumber: z.string(), amount: zMoney, difference: zMoney,
  openAfter: zMoney.meta({ description: '取消后该应收的未清金额' }),
})
export type HangingItem = z.infer<typeof hangingItem>
const hangingDocument = z.object({ id: zId, number: z.string(), on: zDay, amount: zMoney })
export type HangingDocument = z.infer<typeof hangingDocument>
/** `status` is that of the acceptance; the slices to the right say their part of it. */
const hangingBill = hangingDocument.extend({ billNumber: z.string(), status: z.string(), dueOn: zDay })
export type HangingBill = z.infer<typeof hangingBill>
const hangingVoucher = hangingDocument.extend({ prints: z.int() })
export type HangingVoucher = z.infer<typeof hangingVoucher>
const hangingLine = z.object({ id: zId, bankAccount: z.string(), on: zDay, amount: zMoney, counterparty: z.string() })
export type HangingLine = z.infer<typeof hangingLine>

/** Everything that a reversal would touch. */
export const receiptHanging = z.object({
  id: zId, number: z.string(), reversedOn: zDay.meta({ description: '默认的红冲日' }), blockedBy: z.string().meta({ description: '现在不能红冲的原因；空为可以' }),
  params: z.record(z.string(), z.union([z.string(), z.number()])).meta({ description: '原因的说明，如已结账的月份' }),
  items: z.array(hangingItem).meta({ description: '将恢复未收的应收' }), differences: zMoney.meta({ description: '一并恢复的尾差合计' }), exchangeGain: zMoney.meta({ description: '一并冲回的汇兑损益，本位币' }),
  refunds: z.array(hangingDocument), offsets: z.array(hangingDocument), vouchers: z.array(hangingVoucher),
  bills: z.array(hangingBill),
  lines: z.array(hangingLine).meta({ description: '对应的银行流水，将回到待处理' }),
})
export type ReceiptHanging = z.infer<typeof receiptHanging>

export const suggestInput = z.object({
  customerId: zId, amount: zAmount, receivedOn: zDay, currency: zCurrency.optional(), reference: zNote,
})
export const suggestedLine = itemRow.extend({
  free: zMoney.meta({ description: '可核销金额：未清金额减去日后已核销的部分' }), suggested: zMoney, difference: zMoney, reason: zAllocationReason.nullable(),
})
export type SuggestedLine = z.infer<typeof suggestedLine>
export const suggestion = z.object({
  lines: z.array(suggestedLine).meta({ description: '该客户全部未清项，建议核销的排在前面' }),
  advance: zMoney, gaveUp: z.boolean().meta({ description: '组合过多，未能证明唯一组合' }),
  settled: z.array(z.string()).meta({ description: '付款附言所写、但已结清的单据：是否重复付款' }),
})
export type Suggestion = z.infer<typeof suggestion>

/** What the documents of a period gained (positive) or lost by the rates of what they settled, in the ledger's own currency. */
export const exchangeRow = z.object({
  id: zId, kind: itemKind, documentId: zId, number: z.string(), lastOn: zDay, customerId: zId, customerCode: z.string(), customerName: zShownName, currency: zCurrency,
  settled: zMoney.meta({ description: '核销金额，原币' }), debitBase: zMoney.meta({ description: '应收一方的本位币' }), creditBase: zMoney.meta({ description: '收款一方的本位币' }), gain: zMoney,
})
export type ExchangeRow = z.infer<typeof exchangeRow>
