import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { money, type Money } from '../../shared/money.ts'
import { baseOf, partOfBase, rateOf, rateOn } from '../../shared/rates/rules.ts'

describe('a foreign amount in the ledger\'s own currency (企业会计准则第 19 号第十条: by the rate of the day)', () => {
  it.each([
    ['USD 1,000.00 at 7.1234', 100_000, 7_123_400, 712_340],
    ['USD 0.01 at 7.1234, down to the fen', 1, 7_123_400, 7],
    ['USD 0.05 at 7.1, half a fen goes up', 5, 7_100_000, 36],
    ['a credit of USD 0.05, half a fen goes up in size', -5, 7_100_000, -36],
    ['JPY 12,345,678.00 at 0.048213', 1_234_567_800, 48_213, 59_522_217],
  ])('%s', (_, amount, rate, base) => {
    expect(baseOf(money(amount), rate)).toBe(base)
  })

  it.each([
    ['USD 1,000.00 worth 7,051.20', 100_000, 705_120, 7_051_200],
    ['three dollars worth ten yuan, to the millionth', 300, 1000, 3_333_333],
    ['next to nothing is still a rate', 100_000_000, 1, 1],
  ])('gives back the rate: %s', (_, amount, base, rate) => {
    expect(rateOf(money(amount), money(base))).toBe(rate)
  })
})

describe('the rate of a day', () => {
  const rates = [
    { currency: 'USD', on: day('2026-03-01'), rate: 7_100_000 },
    { currency: 'EUR', on: day('2026-03-05'), rate: 7_800_000 },
    { currency: 'USD', on: day('2026-02-01'), rate: 7_123_400 },
  ]
  it.each([
    ['USD', '2026-01-31', null],
    ['USD', '2026-02-01', 7_123_400],
    ['USD', '2026-02-28', 7_123_400],
    ['USD', '2026-03-01', 7_100_000],
    ['USD', '2027-01-01', 7_100_000],
    ['EUR', '2026-03-04', null],
    ['HKD', '2026-03-04', null],
  ])('of %s on %s is the latest that was set by then', (currency, on, rate) => {
    expect(rateOn(rates, currency, day(on))).toBe(rate)
  })
})

describe('settling a foreign item in parts', () => {
  /** Each part takes its share; returns the shares. */
  const settle = (amount: number, base: number, parts: readonly number[]): Money[] => {
    let [open, left] = [money(amount), money(base)]
    return parts.map((part) => {
      const taken = partOfBase(money(part), open, left)
      ;[open, left] = [money(open - part), money(left - taken)]
      return taken
    })
  }
  it.each([
    ['USD 1,000.00 booked at 7.1234 in thirds', 100_000, 712_340, [33_333, 33_333, 33_334], [237_444, 237_444, 237_452]],
    ['the same received at 7.0512', 100_000, 705_120, [33_333, 33_333, 33_334], [235_038, 235_037, 235_045]],
    ['in one', 100_000, 712_340, [100_000], [712_340]],
    ['three cents worth one fen: the last takes it', 3, 1, [1, 1, 1], [0, 1, 0]],
    ['an item that was worth nothing', 100, 0, [40, 60], [0, 0]],
  ])('%s', (_, amount, base, parts, shares) => {
    expect(settle(amount, base, parts)).toEqual(shares)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(base)
  })
})
