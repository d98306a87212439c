/** Pure decisions about letters: which level, who is left out and why, until when to pay, what the letter adds up to. */
import { addDays, daysBetween, type Day } from '../day.ts'
import { capitalAmount, money, sumOf, type Money } from '../money.ts'
import type { Options } from '../settings/schemas.ts'
import type { CandidateRow, LetterItem, LetterLevel } from './schemas.ts'

/** The version of the paper's wording; it stands in each snapshot, so an old letter says which text it was. */
export const LETTER_TEMPLATE = '1'

/** A reminder up to the limit, beyond it a demand; the worst item decides (rules.md, Dunning). */
export const levelFor = (daysOverdue: number, demandAfterDays: number): LetterLevel =>
  daysOverdue > demandAfterDays ? 'demand' : 'reminder'

/** The last day to pay that a letter names when the clerk gives none. */
export const payByFor = (issuedOn: Day, payWithinDays: number): Day => addDays(issuedOn, payWithinDays)

export interface DunnedCustomer {
  onHold: boolean
  /** What is left out of the letter because it is contested, or because the day by which it is promised has not passed. */
  disputed: Money
  promised: Money
  /** What the letter would ask for: the sum of the items that it would list. */
  dunned: Money
  /** Receipts that are not allocated yet, positive. */
  unallocated: Money
  lastLetterOn: Day | null
}

/** Why nothing is left to ask for: it is contested, or promised, or nothing is due. */
export const whyNothing = ({ disputed, promised }: Pick<DunnedCustomer, 'disputed' | 'promised'>): 'inDispute' | 'promised' | 'nothingDue' =>
  disputed > 0 ? 'inDispute' : promised > 0 ? 'promised' : 'nothingDue'

/**
 * Why a customer gets no letter now, or '' when one may go out; the first reason that applies counts.
 * A letter of a later day than `asOf` does not hold back one of an earlier day.
 */
export function whyLeftOut(customer: DunnedCustomer, asOf: Day, options: Pick<Options, 'letterGapDays' | 'letterMinimum'>): CandidateRow['leftOut'] {
  if (customer.onHold) return 'onHold'
  if (customer.dunned <= 0) return whyNothing(customer)
  if (customer.unallocated >= customer.dunned) return 'coveredByReceipts'
  if (customer.dunned < options.letterMinimum) return 'belowMinimum'
  if (customer.lastLetterOn !== null && customer.lastLetterOn <= asOf && daysBetween(customer.lastLetterOn, asOf) < options.letterGapDays) return 'tooSoon'
  return ''
}

export interface LetterFigures {
  total: Money
  overdue: Money
  /** 人民币大写 of the total, without the word 人民币; empty in another currency. */
  capital: string
}

/** The sums of a letter: all listed items, those of them past their due day, and the total in capitals. */
export function letterFigures(items: readonly LetterItem[], currency: string): LetterFigures {
  const total = sumOf(items, (item) => item.open)
  return {
    total,
    overdue: sumOf(items.filter((item) => item.daysOverdue > 0), (item) => item.open),
    capital: currency === 'CNY' ? capitalAmount(total) : '',
  }
}

/** What is left to pay after receipts that are not allocated yet; never below zero. */
export const letterNet = (total: number, unallocated: number): Money => money(Math.max(0, total - unallocated))

/** The days over of the worst item; 0 when nothing is overdue. */
export const longestOverdue = (items: readonly LetterItem[]): number => Math.max(0, ...items.map((item) => item.daysOverdue))
