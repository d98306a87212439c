import { z } from 'zod'
import { zDay } from '../day.ts'
import { zAmount, zMoney } from '../money.ts'
import { zCurrency, zDatedAhead, zId, zNote, zRequestId, zShort, zShownName, zVersion } from '../procedure.ts'
import { zTermsInput } from '../terms/schemas.ts'

/** 销售发票 · 红字发票 · 其他应收 · 期初应收 */
export const INVOICE_KINDS = ['invoice', 'creditNote', 'other', 'opening'] as const
export const zInvoiceKind = z.enum(INVOICE_KINDS).meta({ description: 'invoice 销售发票 · creditNote 红字发票 · other 其他应收 · opening 期初应收' })
export type InvoiceKind = z.infer<typeof zInvoiceKind>
export const zInvoiceStatus = z.enum(['draft', 'posted', 'reversed', 'reversal'])
export type InvoiceStatus = z.infer<typeof zInvoiceStatus>

export const installment = z.object({ dueOn: zDay, amount: zAmount })
export type Installment = z.infer<typeof installment>

const texts = {
  invoiceNumber: zShort.meta({ description: '发票号码' }),
  sourceNumber: zShort.meta({ description: '来源单据编号' }),
  contractNumber: zShort, orderNumber: zShort, note: zNote,
}

/** Amounts are positive; a credit note's open item is negative by its kind. */
export const invoiceInput = z.object({
  id: zId.optional().meta({ description: '修改已有草稿时给出' }), version: zVersion,
  kind: zInvoiceKind.default('invoice'),
  customerId: zId, documentOn: zDay, currency: zCurrency.optional(), amount: zAmount, ...texts,
  dueOn: zDay.optional().meta({ description: '到期日；空则按客户账期与开票截止日计算' }),
  terms: zTermsInput.optional().meta({ description: '本单账期；空则按客户账期' }),
  installments: z.array(installment).max(60).default([]).meta({ description: '分期到期；合计必须等于金额' }),
  correctsId: zId.nullable().default(null).meta({ description: '红字所对的蓝字单据' }),
  post: z.boolean().default(false).meta({ description: 'true 直接审核过账' }),
  requestId: zRequestId,
})
export type InvoiceInput = z.output<typeof invoiceInput>

export const invoiceRow = z.object({
  id: zId, number: z.string(), kind: zInvoiceKind, status: zInvoiceStatus, customerId: zId, customerCode: z.string(), customerName: zShownName,
  salesperson: zShownName, documentOn: zDay, dueOn: zDay, currency: zCurrency, amount: zMoney, open: zMoney,
  invoiceNumber: z.string(), contractNumber: z.string(), orderNumber: z.string(), note: z.string(), datedAhead: zDatedAhead, version: z.int(),
})
export type InvoiceRow = z.infer<typeof invoiceRow>

/** refund 退款 · offset 冲账 (debts taken over, or what settled them) · dishonour 拒付的承兑汇票 · writeOff 坏账核销（negative）与收回时恢复的应收（positive） */
export const itemKind = z.enum(['invoice', 'creditNote', 'other', 'opening', 'receipt', 'difference', 'refund', 'offset', 'dishonour', 'writeOff'])
export type ItemKind = z.infer<typeof itemKind>

/** An open item as a list shows it; amounts of credits are negative. */
export const itemRow = z.object({
  id: zId, kind: itemKind, documentId: zId, number: z.string(), customerId: zId, customerCode: z.string(), customerName: zShownName,
  currency: zCurrency, documentOn: zDay, dueOn: zDay, installment: z.int(), amount: zMoney, open: zMoney,
  invoiceNumber: z.string(), contractNumber: z.string(), orderNumber: z.string(), daysOverdue: z.int(), disputed: z.boolean().optional().meta({ description: '争议中' }),
  cleared: z.boolean().optional().meta({ description: '已核销过尾差，每笔应收只能一次' }),
})
export type ItemRow = z.infer<typeof itemRow>

export const allocationRow = z.object({
  id: zId, itemId: zId, creditItemId: zId, amount: zMoney, allocatedOn: zDay, reason: z.string(),
  releasedOn: zDay.nullable(), releasesId: zId.nullable(),
  debit: z.object({ kind: itemKind, documentId: zId, number: z.string(), invoiceNumber: z.string() }),
  credit: z.object({ kind: itemKind, documentId: zId, number: z.string() }),
})
export type AllocationRow = z.infer<typeof allocationRow>

export const invoiceView = invoiceRow.extend({
  sourceNumber: z.string(), correctsId: z.int().nullable(), correctsNumber: z.string(), reversesId: z.int().nullable(), reversedById: z.int().nullable(),
  reversalNumber: z.string(), reason: z.string(), postedAt: z.string().nullable(), postedBy: z.string(),
  installments: z.array(z.object({ itemId: z.int().nullable(), dueOn: zDay, amount: zMoney, open: zMoney })),
  allocations: z.array(allocationRow),
})
export type InvoiceView = z.infer<typeof invoiceView>
