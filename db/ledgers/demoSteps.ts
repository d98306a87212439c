/**
 * The demonstration's story as data: what happens on which day, in order. Documents, items, receipts and bills are named
 * by numbers of the plan's own, customers and bank accounts by their place in the list.
 */
import type { AcceptanceStep, BillInput } from '../../shared/acceptances/schemas.ts'
import type { Day, Month } from '../../shared/day.ts'
import type { LetterLevel } from '../../shared/dunning/schemas.ts'
import type { Installment, InvoiceKind } from '../../shared/invoices/schemas.ts'
import type { Money } from '../../shared/money.ts'
import type { LineReason, Method } from '../../shared/receipts/schemas.ts'

export interface Sold {
  do: 'sell'
  document: number
  /** One for each installment, in their order. */
  items: readonly number[]
  customer: number
  kind: Exclude<InvoiceKind, 'creditNote'>
  documentOn: Day
  dueOn: Day
  amount: Money
  installments: readonly Installment[]
  invoiceNumber: string
  sourceNumber: string
  contractNumber: string
  orderNumber: string
  note: string
}

export interface Credited {
  do: 'credit'
  document: number
  customer: number
  corrects: number
  amount: Money
  note: string
}

/** What of a receipt goes to which item, with the small difference that is cleared with it. */
export interface PlannedLine {
  item: number
  amount: Money
  difference: Money
  reason: LineReason
}

export interface Received {
  do: 'receive'
  receipt: number
  customer: number
  amount: Money
  fee: Money
  method: Method
  account: number | null
  reference: string
  payer: string
  lines: readonly PlannedLine[]
}

export type PlannedBill = Pick<BillInput, 'billNumber' | 'kind' | 'drawer' | 'acceptor' | 'priorHand' | 'issuedOn' | 'dueOn' | 'amount'>
export interface TookBill { do: 'takeBill'; receipt: number; bill: number; given: PlannedBill }

/** One step in a bill's life; `parts` and `amounts` are those of a split, `item` is the debt that a refusal brings back. */
export interface BillMoved {
  do: 'moveBill'
  bill: number
  step: Exclude<AcceptanceStep, 'undo'>
  /** The supplier it went to, or why it was refused. */
  text: string
  amount: Money
  interest: Money
  parts: readonly number[]
  amounts: readonly Money[]
  item: number
}

export interface LetterSlot {
  remark: string
  prints: readonly ('pdf' | 'print')[]
}

/** What is said on a call, whoever it turns out to be. */
export interface CallSlot {
  way: 'call' | 'message'
  result: string
  nextStep: string
  nextOn: Day | null
  /** Promised: all, or a round half of it, by a day. */
  promise: { whole: boolean; dueOn: Day } | null
  dispute: { reason: string; settleBy: Day } | null
  holdUntil: Day | null
}

export interface PlannedDraft { customer: number; amount: Money; note: string; orderNumber: string }

export type Deed = Sold | Credited | Received | TookBill | BillMoved
  | { do: 'reverseSale'; document: number; reason: string }
  | { do: 'allocate'; receipt: number; lines: readonly PlannedLine[] }
  | { do: 'release'; receipt: number; item: number }
  | { do: 'reverseReceipt'; receipt: number; reason: string; bills: boolean }
  | { do: 'sendLetters'; level: LetterLevel; slots: readonly LetterSlot[] }
  | { do: 'callCustomers'; slots: readonly CallSlot[] }
  | { do: 'settleDispute' }
  | { do: 'leaveDrafts'; drafts: readonly PlannedDraft[] }
  | { do: 'closeMonth'; month: Month }
  | { do: 'bringStatement' }

export type Step = Deed & { on: Day }
