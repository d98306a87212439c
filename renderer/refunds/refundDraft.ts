/** A refund while it is typed: what is missing of it, and how the backend takes it. */
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import type { Money } from '../../shared/money.ts'
import type { Method } from '../../shared/receipts/schemas.ts'
import type { RefundInput } from '../../shared/refunds/schemas.ts'
import { linesOf, openOf, takenOf, type Amounts } from '../offsets/picks.ts'

export interface RefundDraft {
  customer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  refundedOn: Day | null
  method: Method
  bankAccountId: number | null
  payee: string
  reference: string
  note: string
  rate: number | null
  baseAmount: Money | null
  amounts: Amounts
}

export const blankRefund = (refundedOn: Day, bankAccountId: number | null): RefundDraft =>
  ({ customer: null, refundedOn, method: 'transfer', bankAccountId, payee: '', reference: '', note: '', rate: null, baseAmount: null, amounts: {} })

/** What may be paid back: money that is not allocated, and what is left of credit notes. */
export const creditsOf = (items: readonly ItemRow[]): ItemRow[] => items.filter((item) => item.open < 0 && (item.kind === 'receipt' || item.kind === 'creditNote'))

export function problemOf(draft: RefundDraft, credits: readonly ItemRow[]): { field: string; problem: 'customerMissing' | 'dayMissing' | 'nothing' | 'over' } | null {
  if (!draft.customer) return { field: 'customerId', problem: 'customerMissing' }
  if (!draft.refundedOn) return { field: 'refundedOn', problem: 'dayMissing' }
  if (takenOf(credits, draft.amounts) <= 0) return { field: 'credits', problem: 'nothing' }
  return credits.some((item) => (draft.amounts[item.id] ?? 0) > openOf(item)) ? { field: 'credits', problem: 'over' } : null
}

/** The refund as the backend takes it; only for a draft without a problem. Cash lies in no account. */
export const toRefund = (draft: RefundDraft & { customer: NonNullable<RefundDraft['customer']>; refundedOn: Day }, credits: readonly ItemRow[], currency: string, requestId: string): RefundInput => ({
  customerId: draft.customer.id, refundedOn: draft.refundedOn, currency, amount: takenOf(credits, draft.amounts), method: draft.method, bankAccountId: draft.method === 'cash' ? null : draft.bankAccountId,
  payee: draft.payee.trim(), reference: draft.reference.trim(), note: draft.note.trim(), requestId,
  ...(draft.rate === null ? {} : { rate: draft.rate }), ...(draft.baseAmount === null ? {} : { baseAmount: draft.baseAmount }),
  credits: linesOf(credits, draft.amounts).map(({ itemId, amount }) => ({ itemId, amount })),
})
