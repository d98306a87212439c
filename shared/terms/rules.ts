/** Due days from terms and cut-off days (rules: Terms and due days). */
import { addDays, addMonths, endOfMonth, nextDate, startOfMonth, dateOf, type Day } from '../day.ts'
import type { Terms } from './schemas.ts'

/** Tells whether people work on a day; the calendar is an argument because the domain reads no tables. */
export type IsWorkday = (value: Day) => boolean

/** The due day of a debt whose trigger happened on `trigger`. */
export function dueDay(trigger: Day, terms: Terms): Day {
  const base = terms.kind === 'days' ? addDays(trigger, terms.count)
    : terms.kind === 'months' ? addMonths(trigger, terms.count)
    : addDays(endOfMonth(trigger), terms.count)
  return terms.onDate ? nextDate(base, terms.onDate) : base
}

/** The last day of a month on which the customer takes invoices; on a day off it moves to the workday before. */
export function cutOffDay(within: Day, date: number, isWorkday: IsWorkday): Day {
  let cutOff = nextDate(startOfMonth(within), date)
  while (!isWorkday(cutOff) && dateOf(cutOff) > 1) cutOff = addDays(cutOff, -1)
  return cutOff
}

/** The day on which an invoice counts as handed in: after the cut-off it is the first day of the next month. */
export function handedInOn(invoiceDay: Day, cutOffDate: number | null, isWorkday: IsWorkday): Day {
  if (cutOffDate === null || invoiceDay <= cutOffDay(invoiceDay, cutOffDate, isWorkday)) return invoiceDay
  return addMonths(startOfMonth(invoiceDay), 1)
}

/** 60天 · 月结30 · 月结 · 90 · 3个月 · 货到60天 · 现结 → terms, or null when the text says none of these. */
export function parseTerms(text: string): Terms | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (/^(现结|现款|款到发货|货到付款|预付|cod|cash)$/.test(plain)) return { kind: 'days', count: 0 }
  const monthEnd = /^(?:月结|monthend|eom)\+?(\d{1,3})?(?:天|日|days?)?$/.exec(plain)
  if (monthEnd) return { kind: 'monthEnd', count: Number(monthEnd[1] ?? 0) }
  const months = /^(\d{1,2})(?:个月|月|months?)$/.exec(plain)
  if (months) return { kind: 'months', count: Number(months[1]) }
  const days = /^(?:货到|票到|开票后|发货后|net)?(\d{1,4})(?:天|日|days?|d)?(?:内?付款)?$/.exec(plain)
  return days && Number(days[1]) <= 3650 ? { kind: 'days', count: Number(days[1]) } : null
}
