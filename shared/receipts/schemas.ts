import { z } from 'zod'
import { zDay } from '../day.ts'
import { allocationRow, itemRow } from '../invoices/schemas.ts'
import { zAmount, zAmountOrZero, zMoney } from '../money.ts'
import { zCurrency, zId, zNote, zRequestId, zShort } from '../procedure.ts'

export const METHODS = ['transfer', 'cash', 'acceptance', 'other'] as const
export const zMethod = z.enum(METHODS).meta({ description: 'transfer 银行转账 · cash 现金 · acceptance 承兑汇票 · other 其他' })
export type Method = z.infer<typeof zMethod>

/** Why a line is suggested, in the order in which the ways are tried; `manual` is the clerk's own. */
export const ALLOCATION_REASONS = ['reference', 'exactAmount', 'shortPayment', 'uniqueCombination', 'oldestFirst', 'manual', 'creditNote', 'reversal'] as const
export const zAllocationReason = z.enum(ALLOCATION_REASONS)
export type AllocationReason = z.infer<typeof zAllocationReason>

/** What a line may say of itself; the others are the ledger's own and decide what may be taken back. */
const zLineReason = zAllocationReason.refine((reason): boolean => reason !== 'creditNote' && reason !== 'reversal', { message: 'RESERVED_REASON' })

export const allocationLine = z.object({
  itemId: zId, amount: zAmount,
  difference: zAmountOrZero.default(0 as never).meta({ description: '一并核销的尾差，不超过容差' }),
  reason: zLineReason.default('manual'),
})
export type AllocationLine = z.output<typeof allocationLine>

export const receiptInput = z.object({
  customerId: zId, receivedOn: zDay, amount: zAmount.meta({ description: '客户付款总额（含手续费），分' }),
  currency: zCurrency.optional(), method: zMethod.default('transfer'), bankAccountId: zId.nullable().default(null),
  reference: zNote.meta({ description: '付款附言、用途' }), payer: zShort,
  fee: zAmountOrZero.default(0 as never).meta({ description: '银行扣的手续费，分' }), note: zNote,
  allocations: z.array(allocationLine).max(500).default([]).meta({ description: '核销行；余额留作预收' }),
  allocatedOn: zDay.optional().meta({ description: '核销日；空则取收款日与单据日的较晚者' }),
  requestId: zRequestId,
})
export type ReceiptInput = z.output<typeof receiptInput>

export const zReceiptStatus = z.enum(['posted', 'reversed', 'reversal'])

export const receiptRow = z.object({
  id: zId, number: z.string(), status: zReceiptStatus, customerId: zId, customerCode: z.string(), customerName: z.string(), salesperson: z.string(),
  receivedOn: zDay, currency: zCurrency, amount: zMoney, fee: zMoney, unallocated: zMoney, method: zMethod, bankAccount: z.string(), reference: z.string(), payer: z.string(),
})
export type ReceiptRow = z.infer<typeof receiptRow>

export const receiptView = receiptRow.extend({
  bankAccountId: z.int().nullable(), note: z.string(), itemId: zId, reversesId: z.int().nullable(), reversedById: z.int().nullable(), reversalNumber: z.string(),
  reason: z.string(), postedAt: z.string(), postedBy: z.string(), allocations: z.array(allocationRow),
})
export type ReceiptView = z.infer<typeof receiptView>

export const suggestInput = z.object({
  customerId: zId, amount: zAmount, receivedOn: zDay, currency: zCurrency.optional(), reference: zNote,
})
export const suggestedLine = itemRow.extend({
  suggested: zMoney, difference: zMoney, reason: zAllocationReason.nullable(),
})
export type SuggestedLine = z.infer<typeof suggestedLine>
export const suggestion = z.object({
  lines: z.array(suggestedLine).meta({ description: '该客户全部未清项，建议核销的排在前面' }),
  advance: zMoney, gaveUp: z.boolean().meta({ description: '组合过多，未能证明唯一组合' }),
})
export type Suggestion = z.infer<typeof suggestion>
