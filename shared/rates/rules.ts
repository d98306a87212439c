/** What foreign money is worth in the ledger's own currency (企业会计准则第 19 号: by the rate of the day, differences to profit or loss). */
import type { Day } from '../day.ts'
import { divideHalfUp, money, type Money } from '../money.ts'
import { RATE_UNIT, type ExchangeRate } from './schemas.ts'

const scaled = (amount: number, by: number, per: number): Money => money(Number(divideHalfUp(BigInt(amount) * BigInt(by), BigInt(per))))

/** Minor units of the ledger's own currency, half up to the fen and with the sign of the amount: 1,000.00 at 7.1234 is 7,123.40. */
export const baseOf = (amount: Money, rate: number): Money => scaled(amount, rate, RATE_UNIT)

/** The rate, in millionths, that an amount was booked at when only its worth is known; the nearest there is. */
export const rateOf = (amount: Money, base: Money): number => Math.max(1, scaled(Math.abs(base), RATE_UNIT, Math.abs(amount)))

/** The rate of a currency on a day: the latest that was set for that day or one before; null when there is none. */
export function rateOn(rates: readonly ExchangeRate[], currency: string, on: Day): number | null {
  let latest: ExchangeRate | null = null
  for (const rate of rates) if (rate.currency === currency && rate.on <= on && (latest === null || rate.on > latest.on)) latest = rate
  return latest?.rate ?? null
}

/**
 * How much of an item's booked worth a part of it takes along: all that is left when the part closes the item, so that the
 * parts add up; else in proportion, half up. `part`, `open` and `left` are positive; `open` and `left` as before the part.
 */
export const partOfBase = (part: Money, open: Money, left: Money): Money => (part === open ? left : scaled(left, part, open))
