/** The row that is being typed on the entry sheet: its blank state, what stays for the next one, what is wrong with it. */
import type { CustomerHit } from '../../shared/customers/schemas.ts'
import type { Day } from '../../shared/day.ts'
import { ZERO, type Money } from '../../shared/money.ts'
import type { Method, ReceiptInput } from '../../shared/receipts/schemas.ts'
import { leftOf, overdrawn, toLines, type AllocationDraft } from './allocation.ts'

export interface EntryRow {
  customer: CustomerHit | null
  receivedOn: Day | null
  amount: Money | null
  method: Method
  bankAccountId: number | null
  reference: string
  fee: Money | null
  /** Who paid, where it is not the customer. */
  payer: string
  /** The currency of the account that it came into; null is the ledger's own. */
  currency: string | null
  /** How foreign money was booked: by a rate of its own or the exact worth, else by the rate of the day. */
  rate: number | null
  baseAmount: Money | null
}

export type EntryField = keyof EntryRow
/** What a clerk can mend before asking the backend; each is a key of the texts under `receipts:problem`. */
export type EntryProblem = 'customerMissing' | 'dayMissing' | 'amountMissing' | 'feeOverAmount' | 'linesOverAmount' | 'lineOverItem'

export const blankRow = (receivedOn: Day, bankAccountId: number | null): EntryRow => ({
  customer: null, receivedOn, amount: null, method: 'transfer', bankAccountId, reference: '', fee: null, payer: '', currency: null, rate: null, baseAmount: null,
})

/** A clerk works through one day's slips of one account, so these stay; everything else starts empty. */
export const nextRow = (last: EntryRow): EntryRow => ({ ...last, customer: null, amount: null, reference: '', fee: null, payer: '', rate: null, baseAmount: null })

export const isBlank = (row: EntryRow): boolean => row.customer === null && row.amount === null && row.reference === '' && row.fee === null && row.payer === ''

/** What a suggestion depends on; two rows with the same question have the same answer. */
export const questionOf = (row: EntryRow): string | null =>
  row.customer && row.receivedOn ? JSON.stringify([row.customer.id, row.amount, row.receivedOn, row.reference.trim(), row.currency]) : null

export function problemOf(row: EntryRow, drafts: readonly AllocationDraft[]): { field: EntryField | 'allocations'; problem: EntryProblem } | null {
  if (!row.customer) return { field: 'customer', problem: 'customerMissing' }
  if (!row.receivedOn) return { field: 'receivedOn', problem: 'dayMissing' }
  if (!row.amount || row.amount <= 0) return { field: 'amount', problem: 'amountMissing' }
  if (row.fee !== null && row.fee > row.amount) return { field: 'fee', problem: 'feeOverAmount' }
  if (drafts.some(overdrawn)) return { field: 'allocations', problem: 'lineOverItem' }
  if (leftOf(row.amount, drafts) < 0) return { field: 'allocations', problem: 'linesOverAmount' }
  return null
}

/** The receipt as the backend takes it, or null while something is missing. */
export function toReceipt(row: EntryRow, drafts: readonly AllocationDraft[], requestId: string): ReceiptInput | null {
  if (!row.customer || !row.receivedOn || !row.amount) return null
  return {
    customerId: row.customer.id,
    receivedOn: row.receivedOn,
    amount: row.amount,
    method: row.method,
    // Cash lies in no account.
    bankAccountId: row.method === 'cash' ? null : row.bankAccountId,
    reference: row.reference.trim(),
    payer: row.payer.trim(),
    note: '',
    fee: row.fee ?? ZERO,
    allocations: toLines(drafts),
    ...(row.currency === null ? {} : { currency: row.currency, ...(row.rate === null ? {} : { rate: row.rate }), ...(row.baseAmount === null ? {} : { baseAmount: row.baseAmount }) }),
    requestId,
  }
}

/** The field of the row that a refusal names, or the line of the allocation. */
export function refusedField(path: string | undefined): { field: EntryField | 'allocations'; line?: number } | null {
  if (!path) return null
  const line = /^(?:allocations|lines)\.(\d+)/.exec(path)
  if (line) return { field: 'allocations', line: Number(line[1]) }
  const names: Record<string, EntryField | 'allocations'> = {
    customerId: 'customer', receivedOn: 'receivedOn', amount: 'amount', method: 'method', bankAccountId: 'bankAccountId', reference: 'reference', fee: 'fee', payer: 'payer', rate: 'rate', baseAmount: 'baseAmount', allocations: 'allocations',
  }
  const field = names[path]
  return field ? { field } : null
}
