/** Pure decisions about bad debt 坏账: what the allowance must hold, and how each step is booked (企业会计准则第 22 号；小企业会计准则 第十条). */
import { addDays, addMonths, type Day } from '../day.ts'
import { absolute, divideHalfUp, money, subtract, sumOf, ZERO, type Money } from '../money.ts'
import type { ProvisionRates } from '../settings/schemas.ts'
import type { Entry, ProvisionContent, WriteOffKind } from './schemas.ts'

const FULL = 10_000n

/** A rate in basis points of what is open, half up to the fen; credit notes that outweigh the debts require nothing. */
export const requiredOf = (open: Money, rate: number): Money => (open <= 0 ? ZERO : money(Number(divideHalfUp(BigInt(open) * BigInt(rate), FULL))))

export interface Bucket {
  /** Months, the bucket is everything over `from` up to and including `to`. */
  from: number
  to: number | null
  rate: number
  /** The document days that are in it: first ≤ day ≤ last; null is open-ended. */
  first: Day | null
  last: Day
}

/** The aging buckets of a day by whole months since the document day: what is a year old to the day is still within the year. */
export function bucketsOf({ months, rates }: ProvisionRates, asOf: Day): Bucket[] {
  return rates.map((rate, index) => {
    const [from, to] = [months[index - 1] ?? 0, months[index] ?? null]
    return { from, to, rate, first: to === null ? null : addMonths(asOf, -to), last: from === 0 ? asOf : addDays(addMonths(asOf, -from), -1) }
  })
}

/** What the allowance must hold, and the difference to what it holds: negative is a release 冲回. */
export function provisionSums(parts: Pick<ProvisionContent, 'buckets' | 'specific'>, existing: Money): Pick<ProvisionContent, 'required' | 'existing' | 'amount'> {
  const required = sumOf([...parts.buckets, ...parts.specific], (part) => part.required)
  return { required, existing, amount: subtract(required, existing) }
}

/** 借：信用减值损失 贷：坏账准备, and the other way round for a release; null when there is nothing to book. */
export function provisionEntry(amount: Money): Entry | null {
  if (amount === 0) return null
  return amount > 0 ? { debit: 'impairmentLoss', credit: 'allowance', amount } : { debit: 'allowance', credit: 'impairmentLoss', amount: absolute(amount) }
}

/**
 * The entry of a write-off or of a debt that came back. With an allowance the loss was booked before and both go through
 * it; without one the loss is booked when it happens, and what comes back is other income. A reversal is negative.
 */
export function writeOffEntry(kind: WriteOffKind, standard: 'enterprise' | 'small', amount: Money): Entry {
  if (kind === 'writeOff') return { debit: standard === 'enterprise' ? 'allowance' : 'badDebtLoss', credit: 'receivable', amount }
  return { debit: 'receivable', credit: standard === 'enterprise' ? 'allowance' : 'otherIncome', amount }
}
