/**
 * A day is a 'YYYY-MM-DD' text in the office's time zone; it is compared as text.
 * Today is always an argument of a rule, never read here.
 */
import { z } from 'zod'

export type Day = string & { readonly __brand: 'Day' }
/** A month as 'YYYY-MM', the accounting period of an office. */
export type Month = string & { readonly __brand: 'Month' }

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MILLISECONDS_A_DAY = 86_400_000

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** True for a day that exists between 1900 and 2199; 2026-02-30 does not. */
export function isDay(text: string): text is Day {
  const match = DAY_PATTERN.exec(text)
  if (!match) return false
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** A day from text that must be one; anything else is a bug and throws. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

/** A day from its parts, or null when no such day exists. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? text : null
}

const toNumber = (value: Day): number => Date.parse(`${value}T00:00:00Z`) / MILLISECONDS_A_DAY
const fromNumber = (number: number): Day => day(new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10))

export const addDays = (from: Day, days: number): Day => fromNumber(toNumber(from) + days)
/** Whole days from one day to a later one; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const monthOf = (value: Day): Month => value.slice(0, 7) as Month
export const dateOf = (value: Day): number => Number(value.slice(8))
export const startOfMonth = (value: Day): Day => day(`${value.slice(0, 7)}-01`)

/** The same date n months later; the 31st of a short month is its last day. */
export function addMonths(from: Day, months: number): Day {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const index = year * 12 + (month - 1) + months
  return dayInMonth(Math.trunc(index / 12), (index % 12) + 1, dateOf(from))
}

export const endOfMonth = (value: Day): Day => dayInMonth(Number(value.slice(0, 4)), Number(value.slice(5, 7)), 31)

/** The first and the last day of a month, and the month after it. */
export const firstOfMonth = (month: Month): Day => day(`${month}-01`)
export const lastOfMonth = (month: Month): Day => endOfMonth(firstOfMonth(month))
export const monthAfter = (month: Month): Month => monthOf(addMonths(firstOfMonth(month), 1))

/** A date within a month; a date that the month does not have is its last day. */
function dayInMonth(year: number, month: number, date: number): Day {
  return day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(date, daysInMonth(year, month))).padStart(2, '0')}`)
}

/** The first day on or after `from` whose date is `date` (31 means the last day of a short month). */
export function nextDate(from: Day, date: number): Day {
  const inMonth = (within: Day): Day => dayInMonth(Number(within.slice(0, 4)), Number(within.slice(5, 7)), date)
  return inMonth(from) >= from ? inMonth(from) : inMonth(addMonths(startOfMonth(from), 1))
}

/** The office's day at an instant; the zone is an IANA name such as Asia/Shanghai. */
export const dayAt = (instant: Date, zone: string): Day =>
  day(new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant))

const asDay = z.string().refine(isDay, { message: 'NOT_A_DAY' })
  .meta({ description: '日期 YYYY-MM-DD', format: 'date', examples: ['2026-06-30'] })
/** A day in the contract: text on the wire, branded in TypeScript. */
export const zDay = asDay as unknown as z.ZodType<Day, string>
export const zMonth = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .meta({ description: '月份 YYYY-MM', examples: ['2026-06'] }) as unknown as z.ZodType<Month, string>
