/** Due days from terms and cut-off days (rules: Terms and due days). */
import { addDays, addMonths, endOfMonth, later, monthOf, nextDate, startOfMonth, type Day } from '../day.ts'
import type { CutOff, Terms, Trigger } from './schemas.ts'

/** Tells whether people work on a day; the calendar is an argument because the domain reads no tables. */
export type IsWorkday = (value: Day) => boolean

/** The due day of a debt whose trigger happened on `trigger`; calendar days, never moved to workdays. */
export function dueDay(trigger: Day, terms: Terms): Day {
  const from = terms.monthEnd === 'before' ? endOfMonth(trigger) : trigger
  const added = addDays(addMonths(from, terms.months), terms.days)
  const base = terms.monthEnd === 'after' ? endOfMonth(added) : added
  switch (terms.last?.kind) {
    case 'onDate': return nextDate(base, terms.last.count)
    case 'inMonth': return nextDate(startOfMonth(base), terms.last.count)
    case 'days': return addDays(base, terms.last.count)
    case undefined: return base
  }
}

/** What the ledger records today; for the other triggers the document's own day counts, and the clerk is told so. */
export const isRecorded = (trigger: Trigger): boolean => trigger === 'invoiced' || trigger === 'handedIn'
/** The customer's cut-off is one of invoices, so it moves only what is counted from the invoice's own way. */
const THROUGH_CUT_OFF: ReadonlySet<Trigger> = new Set(['invoiced', 'handedIn', 'booked'])

/**
 * The due day of a document of a day: its trigger, as far as that is recorded, through the customer's cut-off. An invoice
 * without a recorded hand-in counts as handed in on its own day. Never before the document.
 */
export function dueOnOf(documentOn: Day, terms: Terms, cutOff: CutOff, isWorkday: IsWorkday): Day {
  return later(documentOn, dueDay(countsOn(documentOn, terms, cutOff, isWorkday), terms))
}

const countsOn = (documentOn: Day, { trigger }: Terms, cutOff: CutOff, isWorkday: IsWorkday): Day =>
  (THROUGH_CUT_OFF.has(trigger) ? handedInOn(documentOn, cutOff, isWorkday) : documentOn)

/** The same with what led to it, for the clerk. `isKnown`: whether the holidays of a day's year are known. */
export function workOutDue(documentOn: Day, terms: Terms, cutOff: CutOff, isWorkday: IsWorkday, isKnown: (value: Day) => boolean) {
  let holidaysUnknown = false
  const asking: IsWorkday = (value) => {
    holidaysUnknown ||= !isKnown(value)
    return isWorkday(value)
  }
  const counts = countsOn(documentOn, terms, cutOff, asking)
  const cutOffOn = cutOff.cutOffDate === null || !THROUGH_CUT_OFF.has(terms.trigger) ? null : cutOffDay(documentOn, cutOff.cutOffDate, asking)
  return { dueOn: later(documentOn, dueDay(counts, terms)), countsOn: counts, cutOffOn, holidaysUnknown, recorded: isRecorded(terms.trigger) }
}

/** Longer than any row of days off; a calendar on which nobody ever works ends here. */
const LONGEST_HOLIDAY = 62

/** The effective cut-off of a day's month: on a day off it moves to the workday before, into the month before if need be. */
export function cutOffDay(within: Day, date: number, isWorkday: IsWorkday): Day {
  const nominal = nextDate(startOfMonth(within), date)
  let cutOff = nominal
  for (let days = 0; !isWorkday(cutOff) && days < LONGEST_HOLIDAY; days += 1) cutOff = addDays(cutOff, -1)
  return isWorkday(cutOff) ? cutOff : nominal
}

/**
 * The day on which an invoice counts as handed in. The window of a month runs from the day after the effective cut-off of
 * the month before up to its own, or up to the day before where that day does not count; who is in it on a day of another
 * month counts on its first day.
 */
export function handedInOn(handIn: Day, { cutOffDate, cutOffCounts }: CutOff, isWorkday: IsWorkday): Day {
  if (cutOffDate === null) return handIn
  let month = startOfMonth(handIn)
  while (lastOfWindow(month) < handIn) month = addMonths(month, 1)
  return monthOf(month) === monthOf(handIn) ? handIn : month

  function lastOfWindow(within: Day): Day {
    const cutOff = cutOffDay(within, cutOffDate ?? 31, isWorkday)
    return cutOffCounts ? cutOff : addDays(cutOff, -1)
  }
}
