import { z } from 'zod'

/**
 * advance 预收冲应收: a customer's advance settles the own debts. creditNote 红票对冲: a credit note settles invoices.
 * customers 应收冲应收: one customer takes over debts of another, with a consent document. payable 应收冲应付: debts are set
 * against what we owe the same party, with a document.
 */
export const OFFSET_KINDS = ['advance', 'creditNote', 'customers', 'payable'] as const
export const zOffsetKind = z.enum(OFFSET_KINDS).meta({ description: 'advance 预收冲应收 · creditNote 红票对冲 · customers 应收冲应收 · payable 应收冲应付' })
export type OffsetKind = z.infer<typeof zOffsetKind>
