/**
 * Pure decisions about interest on late payment (逾期利息): simple, by day, never on interest (rules: Interest on late
 * payment; 买卖合同解释(2020修正) 18 for the LPR plus 30 to 50 %; 保障中小企业款项支付条例 17 for 0.05 % a day).
 *
 * Which days: the first one is the day after the due day (民法典 201: the day on which a period begins is not counted).
 * Each day bears interest on what was open at its end, the same figure as in the aging of that day; so a payment lowers the
 * sum from its own day on, and the day on which all is paid bears none.
 */
import { addDays, day, daysBetween, later, type Day } from '../day.ts'
import type { Movement } from '../invoices/rules.ts'
import { divideHalfUp, money, sumOf, type Money } from '../money.ts'
import type { InterestBasis } from '../settings/schemas.ts'
import type { LprRate } from './lpr.ts'
import type { InterestStretch } from './schemas.ts'

const MILLION = 1_000_000
/** 日利率万分之五. */
const SMALL_CREDITOR_DAILY = 500
const HUNDREDTHS = 100
const FIRST_DAY = day('1900-01-01')
/** The LPR is a rate for yuan; other currencies have no part in it. */
export const LPR_CURRENCY = 'CNY'

/** What an office charges where nothing else was agreed; the fields of its options. */
export interface OfficeTerms {
  interestBasis: InterestBasis
  /** Millionths a day. */
  dailyRate: number
  /** Hundredths: 130 is 1.3 times the LPR. */
  lprFactor: number
  daysInYear: number
}

/** What was agreed with a customer from a day on; an empty basis means the office's own terms again. `rate` is millionths a day, hundredths of the LPR, or nothing, by the basis. */
export interface AgreedTerms {
  from: Day
  basis: InterestBasis | ''
  rate: number
}

/** What counts from a day on, in words of the contract; the first stands for all days before as well. */
export interface TermsStep {
  from: Day
  basis: InterestBasis
  rate: number
}

/** The terms of all days, the earliest first; of one day the last agreement counts. */
export function termsSteps(agreed: readonly AgreedTerms[], { interestBasis, dailyRate, lprFactor }: OfficeTerms): TermsStep[] {
  const own = { basis: interestBasis, rate: interestBasis === 'daily' ? dailyRate : interestBasis === 'lpr' ? lprFactor : 0 }
  const byDay = new Map<Day, Omit<TermsStep, 'from'>>([[FIRST_DAY, own]])
  for (const { from, basis, rate } of agreed) byDay.set(from, basis === '' ? own : { basis, rate })
  return [...byDay].map(([from, terms]) => ({ from, ...terms })).sort(byFrom)
}

/** A yearly rate in millionths from a day on; null is not known. */
export interface RateStep {
  from: Day
  rate: number | null
}

/** The rate of all days: the terms, and under the LPR the rate as it was on each day. A day before the first known LPR has none. */
export function rateSteps(terms: readonly TermsStep[], lpr: readonly LprRate[], daysInYear: number): RateStep[] {
  const days = [...new Set([...terms.map((step) => step.from), ...lpr.map((rate) => rate.on)])].sort()
  const steps: RateStep[] = []
  for (const from of days) {
    const { basis, rate } = terms.findLast((step) => step.from <= from) ?? { basis: 'lpr', rate: 0 }
    const quoted = lpr.findLast(({ on }) => on <= from)?.rate
    const yearly = basis === 'lpr' ? (quoted === undefined ? null : (quoted * rate) / HUNDREDTHS) : (basis === 'daily' ? rate : SMALL_CREDITOR_DAILY) * daysInYear
    if (steps.at(-1)?.rate !== yearly) steps.push({ from, rate: yearly })
  }
  return steps
}

const byFrom = (a: { from: Day }, b: { from: Day }): number => (a.from < b.from ? -1 : Number(a.from > b.from))

/** Days that were charged already; both ends count. */
export interface Span {
  from: Day
  to: Day
}

export interface Debt {
  amount: Money
  documentOn: Day
  dueOn: Day
  /** What was settled (positive) or taken back (negative), in any order. */
  movements: readonly Movement[]
  charged: readonly Span[]
}

/** The days of a debt up to and including `to` that bear interest, in stretches of one open amount and one rate; or the first day whose rate is not known. */
export function stretchesOf({ amount, documentOn, dueOn, movements, charged }: Debt, to: Day, rates: readonly RateStep[]): Omit<InterestStretch, 'interest'>[] | { noRateOn: Day } {
  const first = later(addDays(dueOn, 1), documentOn)
  const inside = (on: Day): boolean => on > first && on <= to
  const starts = [...new Set([first, ...[
    ...movements.map((move) => move.on), ...rates.map((step) => step.from), ...charged.flatMap((span) => [span.from, addDays(span.to, 1)]),
  ].filter(inside)])].sort()
  const stretches: Omit<InterestStretch, 'interest'>[] = []
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1]
    const end = next === undefined ? to : addDays(next, -1)
    const open = money(amount - sumOf(movements.filter((move) => move.on <= from), (move) => move.amount))
    if (end < from || open <= 0 || charged.some((span) => span.from <= from && from <= span.to)) continue
    const rate = rates.findLast((step) => step.from <= from)?.rate ?? null
    if (rate === null) return { noRateOn: from }
    const last = stretches.at(-1)
    if (last?.open === open && last.rate === rate && addDays(last.to, 1) === from) stretches.splice(-1, 1, { ...last, to: end, days: last.days + daysBetween(from, end) + 1 })
    else stretches.push({ from, to: end, days: daysBetween(from, end) + 1, open, rate })
  }
  return stretches
}

/**
 * The interest of a debt: the exact sum of its stretches, rounded once, half up to the fen. What a stretch shows is its
 * share, so that the shares add up: whole fen first, the fen that are left go to the largest remainders.
 */
export function interestOf(stretches: readonly Omit<InterestStretch, 'interest'>[], daysInYear: number): { stretches: InterestStretch[]; interest: Money } {
  const unit = BigInt(MILLION) * BigInt(daysInYear)
  const exact = stretches.map(({ open, rate, days }) => BigInt(open) * BigInt(rate) * BigInt(days))
  const interest = divideHalfUp(exact.reduce((sum, part) => sum + part, 0n), unit)
  const whole = exact.map((part) => part / unit)
  let left = interest - whole.reduce((sum, part) => sum + part, 0n)
  const order = exact.map((part, index) => ({ index, rest: part % unit })).sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of order) {
    if (left === 0n) break
    whole[index] = (whole[index] ?? 0n) + 1n
    left -= 1n
  }
  return { stretches: stretches.map((stretch, index) => ({ ...stretch, interest: money(Number(whole[index] ?? 0n)) })), interest: money(Number(interest)) }
}

/** The days that a note charges of an item, gaps left out, each run with its share; a later note takes what is between. */
export function chargedRuns(stretches: readonly InterestStretch[]): (Span & { amount: Money })[] {
  const runs: (Span & { amount: Money })[] = []
  for (const { from, to, interest } of stretches) {
    const last = runs.at(-1)
    if (last && addDays(last.to, 1) === from) runs.splice(-1, 1, { from: last.from, to, amount: money(last.amount + interest) })
    else runs.push({ from, to, amount: interest })
  }
  return runs
}

/** The terms that counted on some day between two, the first from before or on the first day. */
export const termsBetween = (steps: readonly TermsStep[], from: Day, to: Day): TermsStep[] => {
  const start = steps.findLastIndex((step) => step.from <= from)
  return steps.filter((step, index) => index >= start && step.from <= to)
}
