/** Pure decisions about collecting: what was paid on each promise, what became of it, and whom to ask first. */
import { addDays, daysBetween, type Day } from '../day.ts'
import { groupBy } from '../groupBy.ts'
import { money, ZERO, type Money } from '../money.ts'
import type { PromiseState } from './schemas.ts'

export interface PromiseFacts {
  id: number
  customerId: number
  currency: string
  amount: Money
  madeOn: Day
  dueOn: Day
  /** The items that it is about; none means any money of the customer. */
  itemIds: readonly number[]
}

/**
 * A piece of money that stands as of the day asked about. An allocation names its item and the receipt that it is a part
 * of; a receipt is one piece without an item. What was taken back by the day asked about is not among the pieces.
 */
export interface Payment {
  customerId: number
  currency: string
  on: Day
  amount: Money
  itemId: number | null
  /** The credit that the money comes from: an allocation and its receipt are the same money. */
  creditItemId: number
}

/**
 * What was paid on each promise, in minor units and at most its amount, by promise id. A promise about items takes what
 * was allocated to them from the day it was made to its day; one about no items takes the customer's receipts of those
 * days. The same money keeps one promise only: the earlier due takes it first.
 */
export function paidOnPromises(promises: readonly PromiseFacts[], payments: readonly Payment[]): Map<number, Money> {
  const inOrder = [...promises].sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.madeOn, b.madeOn) || a.id - b.id)
  const byCustomer = groupBy([...payments].sort((a, b) => compare(a.on, b.on)), (payment) => payment.customerId)
  const left = new Map(payments.map((payment): [Payment, number] => [payment, payment.amount]))
  /** What is left of each receipt; the credits that are no receipts have only their pieces. */
  const ofReceipt = new Map(payments.filter((payment) => payment.itemId === null).map((payment): [number, number] => [payment.creditItemId, payment.amount]))
  const paid = new Map<number, Money>()
  for (const promise of inOrder) {
    let missing: number = promise.amount
    for (const payment of byCustomer.get(promise.customerId) ?? []) {
      if (payment.currency !== promise.currency || payment.on < promise.madeOn || payment.on > promise.dueOn) continue
      if (promise.itemIds.length === 0 ? payment.itemId !== null : payment.itemId === null || !promise.itemIds.includes(payment.itemId)) continue
      const part = Math.min(missing, left.get(payment) ?? 0, ofReceipt.get(payment.creditItemId) ?? Infinity)
      if (part <= 0) continue
      missing -= part
      left.set(payment, (left.get(payment) ?? 0) - part)
      const whole = ofReceipt.get(payment.creditItemId)
      if (whole !== undefined) ofReceipt.set(payment.creditItemId, whole - part)
    }
    paid.set(promise.id, money(promise.amount - missing))
  }
  return paid
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What became of a promise; until its day is over it is open, also when a part was paid. */
export function promiseState(promise: { amount: Money; dueOn: Day; withdrawn: boolean }, paid: Money, asOf: Day): PromiseState {
  if (promise.withdrawn) return 'withdrawn'
  if (paid >= promise.amount) return 'kept'
  if (asOf <= promise.dueOn) return 'open'
  return paid > ZERO ? 'partial' : 'broken'
}

/** How far back a broken promise still counts when the worklist is put in order. */
export const BROKEN_COUNTS_DAYS = 365
export const brokenSince = (asOf: Day): Day => addDays(asOf, -BROKEN_COUNTS_DAYS)

/** The older the debt, the less of it comes in; from two and a half years on the limitation of three may be near. */
const AGE_FACTORS = [[912, 8], [365, 4], [180, 3], [90, 2.5], [30, 1.5]] as const
const ageFactor = (daysOverdue: number): number => AGE_FACTORS.find(([days]) => daysOverdue > days)?.[1] ?? 1

export interface Urgency {
  /** Overdue, of which in dispute or under a promise whose day has not passed; minor units. */
  overdue: Money
  waiting: Money
  daysOverdue: number
  broken: number
  stepDue: boolean
  onHold: boolean
  /** Days until the first of the debts is time-barred, where that is near. */
  daysToLimitation?: number | null
}

/** A debt that is lost in a month comes before one that is merely old. */
const LIMITATION_FACTORS = [[31, 4], [92, 2]] as const
const limitationFactor = (days: number): number => LIMITATION_FACTORS.find(([within]) => days <= within)?.[1] ?? 1.5

/**
 * How much a customer matters now; the worklist asks the highest first. One point for each yuan overdue, times 1 to 8 by
 * the age of the oldest item, a quarter more for each broken promise (at most double), double when the next step is due
 * today or was missed, one and a half times to four times when the limitation of a debt is near. Money in dispute or under a promise counts a tenth, since there is nothing to ask for yet, and a
 * customer on hold counts nothing.
 */
export function urgencyOf({ overdue, waiting, daysOverdue, broken, stepDue, onHold, daysToLimitation = null }: Urgency): number {
  if (onHold) return 0
  const yuan = (overdue - waiting + waiting / 10) / 100
  return Math.round(yuan * ageFactor(daysOverdue) * (1 + Math.min(1, broken / 4)) * (stepDue ? 2 : 1) * (daysToLimitation === null ? 1 : limitationFactor(daysToLimitation)))
}

export const overdueDays = (dueOn: Day, asOf: Day): number => Math.max(0, daysBetween(dueOn, asOf))
