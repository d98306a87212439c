/** Pure decisions about receivables and their open items (rules: Open items, Terms and due days). */
import { addDays, later, type Day } from '../day.ts'
import { absolute, money, sumOf, type Money } from '../money.ts'
import type { Installment, InvoiceKind } from './schemas.ts'

/** Documents may be dated ahead at most this far: a typed 2062 for 2026 is caught here. */
export const DAYS_AHEAD = 366

export type DocumentRefusal = 'tooFarAhead' | 'beforeStart' | 'openingAfterStart' | 'dueBeforeDocument' | 'installmentsDoNotAddUp'

interface DocumentFacts {
  kind: InvoiceKind
  documentOn: Day
  amount: Money
  installments: readonly Installment[]
}

/**
 * Why a document may not be posted, or null. Only opening balances may be dated before the ledger's start: what was
 * before is history and enters as a balance.
 */
export function checkDocument(document: DocumentFacts, { startOn, today }: { startOn: Day | null; today: Day }): DocumentRefusal | null {
  if (document.documentOn > addDays(today, DAYS_AHEAD)) return 'tooFarAhead'
  if (startOn !== null && document.kind !== 'opening' && document.documentOn < startOn) return 'beforeStart'
  if (startOn !== null && document.kind === 'opening' && document.documentOn >= startOn) return 'openingAfterStart'
  if (document.installments.some((part) => part.dueOn < document.documentOn)) return 'dueBeforeDocument'
  if (sumOf(document.installments, (part) => part.amount) !== document.amount) return 'installmentsDoNotAddUp'
  return null
}

/** What was settled (positive) or taken back (negative) of an item, by day. */
export interface Movement {
  on: Day
  amount: Money
}

/**
 * The least that is free of an item on any day from `from` on. A later day counts too: what is settled then must not be
 * settled twice by something dated earlier.
 */
export function freeFrom(amount: Money, movements: readonly Movement[], from: Day): Money {
  const days = [from, ...movements.map((move) => move.on).filter((on) => on > from)]
  const settledOn = (on: Day): number => movements.reduce((sum, move) => (move.on <= on ? sum + move.amount : sum), 0)
  return money(absolute(amount) - Math.max(...days.map(settledOn)))
}

/** The first day from `from` on, on which `amount` is free and stays free; null when there is none. */
export function firstFree(wanted: Money, amount: Money, movements: readonly Movement[], from: Day): Day | null {
  const days = [from, ...movements.map((move) => move.on).filter((on) => on > from)].sort()
  return days.find((on) => freeFrom(amount, movements, on) >= wanted) ?? null
}

/** An allocation's day is the later of both documents' days (rules: Open items). */
export const allocationDay = (a: Day, b: Day): Day => later(a, b)

/** The earliest day on which an item can be taken back whole: the day of its last movement. */
export const lastMovement = (documentOn: Day, movements: readonly Movement[]): Day =>
  movements.reduce((last, move) => later(last, move.on), documentOn)
