import { z } from 'zod'
import { zDay } from '../day.ts'
import { allocationRow } from '../invoices/schemas.ts'
import { zAmount, zMoney } from '../money.ts'
import { zCurrency, zDatedAhead, zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'
import { zRate } from '../rates/schemas.ts'
import { bookedAt, zMethod, zReceiptStatus } from '../receipts/schemas.ts'

export const refundCredit = z.object({ itemId: zId.meta({ description: '预收或红字的余额' }), amount: zAmount })
export type RefundCredit = z.output<typeof refundCredit>

export const refundInput = z.object({
  customerId: zId, refundedOn: zDay, currency: zCurrency.optional(), amount: zAmount.meta({ description: '退给客户的金额，分' }),
  method: zMethod.default('transfer'), bankAccountId: zId.nullable().default(null), payee: zShort.meta({ description: '收款方，与客户不同时填写' }),
  reference: zNote.meta({ description: '付款附言' }), note: zNote, ...bookedAt,
  credits: z.array(refundCredit).max(500).default([]).meta({ description: '退自哪些预收或红字，合计等于金额；空则从最早的余额起' }),
  requestId: zRequestId,
})
export type RefundInput = z.output<typeof refundInput>

export const refundRow = z.object({
  id: zId, number: z.string(), status: zReceiptStatus, customerId: zId, customerCode: z.string(), customerName: zShownName, salesperson: zShownName,
  refundedOn: zDay, currency: zCurrency, amount: zMoney, method: zMethod, bankAccount: z.string(), payee: z.string(), reference: z.string(), datedAhead: zDatedAhead,
})
export type RefundRow = z.infer<typeof refundRow>

export const refundView = refundRow.extend({
  bankAccountId: z.int().nullable(), note: z.string(), itemId: zId, reversesId: z.int().nullable(), reversedById: z.int().nullable(), reversalNumber: z.string(),
  reason: z.string(), postedAt: z.string(), postedBy: z.string(), allocations: z.array(allocationRow),
  rate: zRate.nullable(), baseAmount: zMoney.nullable(), exchangeDifference: zMoney,
})
export type RefundView = z.infer<typeof refundView>
