/** Pure decisions about letters: which level, who is left out and why, until when to pay, what the letter adds up to. */
import { addDays, daysBetween, type Day } from '../day.ts'
import { add, capitalAmount, money, sumOf, ZERO, type Money } from '../money.ts'
import type { Options } from '../settings/schemas.ts'
import { LETTER_LEVELS, type CandidateRow, type LetterContent, type LetterItem, type LetterLevel } from './schemas.ts'

/** The version of the paper; it stands in each snapshot. From the second on the letter brings its own words. */
export const LETTER_TEMPLATE = '2'
/** How many days ahead a reminder looks: what is due in the next week (rules: Dunning, level 1). */
export const REMIND_AHEAD = 7

export type LevelOptions = Pick<Options, 'demandAfterDays' | 'secondDemandAfterDays' | 'finalNoticeAfterDays'>

const placeOf = (level: LetterLevel): number => LETTER_LEVELS.indexOf(level)
const levelAt = (place: number): LetterLevel => LETTER_LEVELS[place] ?? 'finalNotice'
export const isAbove = (level: LetterLevel, other: LetterLevel): boolean => placeOf(level) > placeOf(other)
/** The level below; null below the reminder. */
export const lowerLevel = (level: LetterLevel): LetterLevel | null => (placeOf(level) > 0 ? levelAt(placeOf(level) - 1) : null)
export const lowerOf = (level: LetterLevel, other: LetterLevel): LetterLevel => (isAbove(level, other) ? other : level)

/** The level that the worst item calls for by its days over; each step needs the one before, also where an office's days do not rise. */
export function dueLevel(daysOverdue: number, options: LevelOptions): LetterLevel {
  const steps = [options.demandAfterDays, options.secondDemandAfterDays, options.finalNoticeAfterDays]
  const stays = steps.findIndex((days) => daysOverdue <= days)
  return levelAt(stays === -1 ? steps.length : stays)
}

export interface Chain {
  /** What the worst item calls for. */
  due: LetterLevel
  /** The level of the last letter that was really sent; null when none was. */
  last: LetterLevel | null
  /** Nothing was due on some day since the last letter. */
  reset: boolean
}

/** The level of the next letter: that of the worst item, at most one above the last letter; the first of a chain is a reminder. */
export const nextLevel = ({ due, last, reset }: Chain): LetterLevel => lowerOf(due, levelAt(last === null || reset ? 0 : placeOf(last) + 1))

/** Days on which an item was open: the first one, and the first on which it was not any more (null: it still is). */
export interface OpenSpan {
  dueOn: Day
  from: Day
  until: Day | null
}

/**
 * Whether on any day after the last letter nothing was overdue, so that the chain of letters starts again. A letter that
 * went out while nothing was overdue asked for what fell due within the week: those items count from its day on.
 */
export function nothingDueSince(spans: readonly OpenSpan[], letterOn: Day, asOf: Day): boolean {
  const overdue = spans.map(({ dueOn, from, until }) => ({ dueOn, open: from, from: laterOf(from, addDays(dueOn, 1)), until }))
  const early = !overdue.some(({ from, until }) => from <= letterOn && (until === null || until > letterOn))
  const soon = addDays(letterOn, REMIND_AHEAD)
  const counted = overdue.map((span) => ({ ...span, from: early && span.dueOn <= soon ? span.open : span.from })).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let clear = addDays(letterOn, 1)
  for (const { from, until } of counted) {
    if (from > clear) break
    if (until === null) return false
    clear = laterOf(clear, until)
  }
  return clear <= asOf
}

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other)

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
  /** Red invoices that are not set against a debt yet, whatever their own due day, positive. */
  credits: Money
  /** The day of the nearest letter in the same currency that was not made void. */
  lastLetterOn: Day | null
}

/** Why nothing is left to ask for: it is contested, or promised, or nothing is due. */
export const whyNothing = ({ disputed, promised }: Pick<DunnedCustomer, 'disputed' | 'promised'>): 'inDispute' | 'promised' | 'nothingDue' =>
  disputed > 0 ? 'inDispute' : promised > 0 ? 'promised' : 'nothingDue'

/**
 * Why a customer gets no letter now, or '' when one may go out; the first reason that applies counts. The minimum is one of
 * what remains after unallocated receipts and free red invoices (rules: Dunning). Two letters are never nearer than the
 * gap, whichever comes first.
 */
export function whyLeftOut(customer: DunnedCustomer, asOf: Day, options: Pick<Options, 'letterGapDays' | 'letterMinimum'>): CandidateRow['leftOut'] {
  if (customer.onHold) return 'onHold'
  if (customer.dunned <= 0) return whyNothing(customer)
  const { dunned, unallocated, credits } = customer
  if (unallocated >= dunned) return 'coveredByReceipts'
  // Where the balance is not above zero this holds as well: what lowers it covers every debt then.
  if (unallocated + credits >= dunned) return 'coveredByCredits'
  if (letterNet(dunned, unallocated + credits) < options.letterMinimum) return 'belowMinimum'
  if (customer.lastLetterOn !== null && Math.abs(daysBetween(customer.lastLetterOn, asOf)) < options.letterGapDays) return 'tooSoon'
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

/** The fee that a letter of a level lists; it becomes a debt only when the clerk books it. */
export const feeOf = (level: LetterLevel, fees: readonly Money[]): Money => fees[placeOf(level)] ?? ZERO

/** What is left to pay after what is taken off: unallocated receipts and free red invoices; never below zero. */
export const letterNet = (total: number, off: number): Money => money(Math.max(0, total - off))

/** What a letter lists: all that is overdue, or else what falls due within the week. */
export const dunnedOf = ({ overdue, dueSoon }: Pick<CandidateRow, 'overdue' | 'dueSoon'>): Money => (overdue > 0 ? overdue : dueSoon)

/** What a letter takes off its total. A letter from before red invoices were named has them among its items. */
export const letterOff = ({ unallocated, credits = [] }: Pick<LetterContent, 'unallocated' | 'credits'>): Money =>
  add(unallocated, sumOf(credits, (credit) => credit.open))

/** The days over of the worst item; 0 when nothing is overdue. */
export const longestOverdue = (items: readonly LetterItem[]): number => Math.max(0, ...items.map((item) => item.daysOverdue))
