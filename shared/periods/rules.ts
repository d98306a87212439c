/** Pure decisions of the month end 月末结账. Today is an argument; months are compared as text. */
import { firstOfMonth, lastOfMonth, monthAfter, type Day, type Month } from '../day.ts'
import type { Check, CheckLine, ControlTotal, Level, PeriodEvent } from './schemas.ts'

export interface LedgerMonths {
  /** The ledger's first month. */
  first: Month
  /** The last closed month; it and everything before it are closed. */
  closedThrough: Month | null
  today: Day
}

export type CloseRefusal = 'notAMonthOfLedger' | 'monthNotOver' | 'alreadyClosed' | 'earlierMonthOpen'

/**
 * Why a month may not be closed, or null. The first closing may be of any month and closes everything before it, so that an
 * office that begins late need not close years one by one; from then on months close one after the other.
 */
export function closeRefusal(month: Month, { first, closedThrough, today }: LedgerMonths): CloseRefusal | null {
  if (month < first) return 'notAMonthOfLedger'
  if (lastOfMonth(month) >= today) return 'monthNotOver'
  if (closedThrough !== null && month <= closedThrough) return 'alreadyClosed'
  if (closedThrough !== null && month > monthAfter(closedThrough)) return 'earlierMonthOpen'
  return null
}

/** Why a month may not be opened again, or null: only the last closed one may, or the totals of later ones would move. */
export function reopenRefusal(month: Month, closedThrough: Month | null): 'notClosed' | 'laterMonthClosed' | null {
  if (closedThrough === null || month > closedThrough) return 'notClosed'
  return month < closedThrough ? 'laterMonthClosed' : null
}

/** All months from one to another, both included, the newest first. */
export function monthsDown(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = monthAfter(month)) months.unshift(month)
  return months
}

/** How many months are over and not closed yet. */
export function monthsToClose({ first, closedThrough, today }: LedgerMonths): number {
  const from = closedThrough === null ? first : monthAfter(closedThrough)
  return monthsDown(from < first ? first : from, today.slice(0, 7) as Month).filter((month) => lastOfMonth(month) < today).length
}

/** The closing under which a month stands: of the month itself, or of the first closing that took everything before it. */
export function closingOf(month: Month, events: readonly PeriodEvent[]): PeriodEvent | null {
  const standing = new Map<Month, PeriodEvent>()
  for (const event of events) {
    if (event.kind === 'closed') standing.set(event.month, event)
    else standing.delete(event.month)
  }
  return [...standing.values()].filter((event) => event.month >= month).sort((a, b) => (a.month < b.month ? -1 : 1))[0] ?? null
}

/** What something found by a check means: drafts and totals that disagree keep the month open, the rest is for a person to judge. */
export const LEVEL_OF: Record<Check, Level> = { drafts: 'blocks', totals: 'blocks', bankLines: 'warning', unallocated: 'warning', acceptances: 'warning', account: 'warning' }

/** What was open when the month was closed all the same, as the event keeps it: check:count. */
export const acceptedWarnings = (lines: readonly CheckLine[]): string =>
  lines.filter((line) => line.level === 'warning').map((line) => `${line.check}:${line.count}`).join(' ')

/** True when both ways to the closing balance meet. */
export const agrees = (total: Pick<ControlTotal, 'opening' | 'debits' | 'credits' | 'closing' | 'aging'>): boolean =>
  total.opening + total.debits - total.credits === total.closing && total.closing === total.aging

export const daysOfMonth = (month: Month): { from: Day; to: Day } => ({ from: firstOfMonth(month), to: lastOfMonth(month) })
