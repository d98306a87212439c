/** A receivable while it is typed: from and to the shapes of the contract, and what a clerk can mend before asking. */
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import { addMonths, type Day } from '../../shared/day.ts'
import type { InvoiceInput, InvoiceKind, InvoiceView } from '../../shared/invoices/schemas.ts'
import type { Terms } from '../../shared/terms/schemas.ts'
import { money, split, subtract, sumOf, ZERO, type Money } from '../../shared/money.ts'

export interface InstallmentDraft {
  dueOn: Day | null
  amount: Money | null
}

export interface InvoiceDraft {
  kind: InvoiceKind
  customer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  documentOn: Day | null
  amount: Money | null
  dueOn: Day | null
  /** The terms of this document, where they are not the customer's. */
  terms: Terms | null
  invoiceNumber: string
  contractNumber: string
  orderNumber: string
  sourceNumber: string
  note: string
  corrects: { id: number; code: string; name: string } | null
  installments: InstallmentDraft[]
}

export type InvoiceProblem = 'customerMissing' | 'dayMissing' | 'amountMissing' | 'installmentIncomplete' | 'installmentsDoNotAddUp'

export const blankInvoice = (documentOn: Day): InvoiceDraft => ({
  kind: 'invoice', customer: null, documentOn, amount: null, dueOn: null, terms: null, invoiceNumber: '', contractNumber: '', orderNumber: '', sourceNumber: '', note: '', corrects: null, installments: [],
})

export const draftOf = (view: InvoiceView): InvoiceDraft => ({
  kind: view.kind,
  customer: { id: view.customerId, code: view.customerCode, name: view.customerName },
  documentOn: view.documentOn,
  amount: view.kind === 'creditNote' ? money(Math.abs(view.amount)) : view.amount,
  dueOn: view.installments.length > 1 ? null : view.dueOn,
  terms: null,
  invoiceNumber: view.invoiceNumber,
  contractNumber: view.contractNumber,
  orderNumber: view.orderNumber,
  sourceNumber: view.sourceNumber,
  note: view.note,
  corrects: view.correctsId === null ? null : { id: view.correctsId, code: view.correctsNumber, name: '' },
  installments: view.installments.length > 1 ? view.installments.map(({ dueOn, amount }) => ({ dueOn, amount: money(Math.abs(amount)) })) : [],
})

export const filledInstallments = (draft: InvoiceDraft): InstallmentDraft[] => draft.installments.filter((line) => line.dueOn !== null || line.amount !== null)
export const installmentSum = (draft: InvoiceDraft): Money => sumOf(draft.installments, (line) => line.amount ?? ZERO)

/** What the line must be for the installments to add up, beside what the others are. */
export function remainderOf(draft: InvoiceDraft, index: number): Money {
  const left = subtract(draft.amount ?? ZERO, subtract(installmentSum(draft), draft.installments[index]?.amount ?? ZERO))
  return left > 0 ? left : ZERO
}

/** Equal parts, a month from one to the next; the last part takes the remainder of the division. */
export const monthlyInstallments = (amount: Money, first: Day, count: number): InstallmentDraft[] =>
  split(amount, Array.from({ length: count }, () => 1)).map((part, index) => ({ dueOn: addMonths(first, index), amount: part }))

/** Another amount of the document moves the last installment, as long as something is left for it. */
export function withAmount(draft: InvoiceDraft, amount: Money | null): InvoiceDraft {
  const last = draft.installments.length - 1
  const next = { ...draft, amount }
  if (last < 0 || amount === null) return next
  const rest = remainderOf(next, last)
  return rest > 0 ? { ...next, installments: next.installments.map((line, index) => (index === last ? { ...line, amount: rest } : line)) } : next
}

/** By the field names of the contract. */
export function problemsOf(draft: InvoiceDraft): Record<string, InvoiceProblem> {
  const lines = filledInstallments(draft)
  return {
    ...(draft.customer ? {} : { customerId: 'customerMissing' as const }),
    ...(draft.documentOn ? {} : { documentOn: 'dayMissing' as const }),
    ...(draft.amount && draft.amount > 0 ? {} : { amount: 'amountMissing' as const }),
    ...(lines.some((line) => !line.dueOn || !line.amount) ? { installments: 'installmentIncomplete' as const }
      : lines.length > 0 && installmentSum(draft) !== draft.amount ? { installments: 'installmentsDoNotAddUp' as const } : {}),
  }
}

/** The receivable as the backend takes it, or null while something is missing. */
export function toInvoice(draft: InvoiceDraft, more: { id?: number; version: number; post: boolean; requestId: string }): InvoiceInput | null {
  const { customer, documentOn, amount } = draft
  if (!customer || !documentOn || !amount) return null
  return {
    kind: draft.kind, customerId: customer.id, documentOn, amount,
    invoiceNumber: draft.invoiceNumber.trim(), contractNumber: draft.contractNumber.trim(), orderNumber: draft.orderNumber.trim(),
    sourceNumber: draft.sourceNumber.trim(), note: draft.note.trim(),
    installments: filledInstallments(draft).flatMap((line) => (line.dueOn && line.amount ? [{ dueOn: line.dueOn, amount: line.amount }] : [])),
    correctsId: draft.kind === 'creditNote' ? (draft.corrects?.id ?? null) : null,
    ...(draft.dueOn && draft.installments.length === 0 ? { dueOn: draft.dueOn } : {}),
    ...(draft.terms ? { terms: draft.terms } : {}),
    ...more,
  }
}
