/** An offset while it is typed: what is missing of it, and how the backend takes it. */
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import { absolute, subtract, type Money } from '../../shared/money.ts'
import type { OffsetInput, OffsetKind } from '../../shared/offsets/schemas.ts'
import { linesOf, openOf, pairsOf, takenOf, type Amounts } from './picks.ts'

export interface OffsetDraft {
  kind: OffsetKind
  customer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  otherCustomer: Pick<CustomerHit, 'id' | 'code' | 'name'> | null
  offsetOn: Day | null
  document: string
  note: string
  amounts: Amounts
}

export const blankOffset = (offsetOn: Day): OffsetDraft => ({ kind: 'advance', customer: null, otherCustomer: null, offsetOn, document: '', note: '', amounts: {} })

/** The kinds that take from credits of the customer's own, and which credits those are. */
export const CREDIT_OF: Partial<Record<OffsetKind, ItemRow['kind']>> = { advance: 'receipt', creditNote: 'creditNote' }

export interface Sides {
  credits: readonly ItemRow[]
  debts: readonly ItemRow[]
}

export const sidesOf = (kind: OffsetKind, items: readonly ItemRow[]): Sides => ({
  credits: items.filter((item) => item.open < 0 && item.kind === CREDIT_OF[kind]),
  debts: items.filter((item) => item.open > 0),
})

/** Each is a key of the texts under `offsets:problem`. */
export type OffsetProblem = 'customerMissing' | 'otherMissing' | 'sameCustomer' | 'dayMissing' | 'consentMissing' | 'payableMissing' | 'nothing' | 'uneven' | 'over'

/** The first thing that is wrong, and the field or pane (`lines`) where it is mended. */
export function problemOf(draft: OffsetDraft, { credits, debts }: Sides): { field: string; problem: OffsetProblem; amount?: Money } | null {
  const { kind, customer, otherCustomer, amounts } = draft
  if (!customer) return { field: 'customerId', problem: 'customerMissing' }
  if (kind === 'customers' && !otherCustomer) return { field: 'otherCustomerId', problem: 'otherMissing' }
  if (kind === 'customers' && otherCustomer?.id === customer.id) return { field: 'otherCustomerId', problem: 'sameCustomer' }
  if (!draft.offsetOn) return { field: 'offsetOn', problem: 'dayMissing' }
  if (kind === 'customers' && draft.document.trim() === '') return { field: 'document', problem: 'consentMissing' }
  if (kind === 'payable' && draft.document.trim() === '') return { field: 'document', problem: 'payableMissing' }
  const [from, to] = [takenOf(credits, amounts), takenOf(debts, amounts)]
  if (to === 0 && from === 0) return { field: 'lines', problem: 'nothing' }
  if ([...credits, ...debts].some((item) => (amounts[item.id] ?? 0) > openOf(item))) return { field: 'lines', problem: 'over' }
  if (CREDIT_OF[kind] && from !== to) return { field: 'lines', problem: 'uneven', amount: absolute(subtract(from, to)) }
  return null
}

/** The offset as the backend takes it; only for a draft without a problem. */
export const toOffset = (draft: OffsetDraft & { customer: NonNullable<OffsetDraft['customer']>; offsetOn: Day }, { credits, debts }: Sides, currency: string, requestId: string): OffsetInput => ({
  kind: draft.kind, customerId: draft.customer.id, otherCustomerId: draft.kind === 'customers' ? draft.otherCustomer?.id ?? null : null, offsetOn: draft.offsetOn, currency,
  document: draft.document.trim(), note: draft.note.trim(), requestId,
  lines: CREDIT_OF[draft.kind] ? pairsOf(credits, debts, draft.amounts) : linesOf(debts, draft.amounts),
})
