import { z } from 'zod'
import { zDay } from '../day.ts'
import { allocationRow } from '../invoices/schemas.ts'
import { zAmount, zMoney } from '../money.ts'
import { zCurrency, zDatedAhead, zId, zNote, zRequestId, zShort, zShownName } from '../procedure.ts'
import { zReceiptStatus } from '../receipts/schemas.ts'

/**
 * advance 预收冲应收: a customer's advance settles the own debts. creditNote 红票对冲: a credit note settles invoices.
 * customers 应收冲应收: one customer takes over debts of another, with a consent document. payable 应收冲应付: debts are set
 * against what we owe the same party, with a document.
 */
export const OFFSET_KINDS = ['advance', 'creditNote', 'customers', 'payable'] as const
export const zOffsetKind = z.enum(OFFSET_KINDS).meta({ description: 'advance 预收冲应收 · creditNote 红票对冲 · customers 应收冲应收 · payable 应收冲应付' })
export type OffsetKind = z.infer<typeof zOffsetKind>

export const offsetLine = z.object({
  itemId: zId.meta({ description: '被冲的应收' }),
  creditItemId: zId.nullable().default(null).meta({ description: '用来冲的预收或红字；预收冲应收、红票对冲必填' }),
  amount: zAmount,
})
export type OffsetLine = z.output<typeof offsetLine>

export const offsetInput = z.object({
  kind: zOffsetKind, customerId: zId.meta({ description: '谁的应收被冲' }), otherCustomerId: zId.nullable().default(null).meta({ description: '应收冲应收：由谁承担' }),
  offsetOn: zDay, currency: zCurrency.optional(),
  document: zShort.meta({ description: '应收冲应收：同意转账的凭据；应收冲应付：应付单据号；必填' }), note: zNote,
  lines: z.array(offsetLine).min(1).max(500), requestId: zRequestId,
})
export type OffsetInput = z.output<typeof offsetInput>

export const offsetRow = z.object({
  id: zId, number: z.string(), kind: zOffsetKind, status: zReceiptStatus, customerId: zId, customerCode: z.string(), customerName: zShownName,
  otherCustomerId: z.int().nullable(), otherCustomerName: zShownName, salesperson: zShownName, offsetOn: zDay, currency: zCurrency, amount: zMoney, document: z.string(), datedAhead: zDatedAhead,
})
export type OffsetRow = z.infer<typeof offsetRow>

/** A debt as the customer who took it over owes it, with the due day that it always had. */
const takenOver = z.object({ itemId: zId, dueOn: zDay, amount: zMoney, open: zMoney })

export const offsetView = offsetRow.extend({
  note: z.string(), reversesId: z.int().nullable(), reversedById: z.int().nullable(), reversalNumber: z.string(), reason: z.string(), postedAt: z.string(), postedBy: z.string(),
  lines: z.array(allocationRow).meta({ description: '这张单据所做的核销；红冲单为原单的核销' }), takenOver: z.array(takenOver),
})
export type OffsetView = z.infer<typeof offsetView>
