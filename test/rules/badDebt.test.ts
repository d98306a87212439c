import { describe, expect, it } from 'vitest'
import { bucketsOf, provisionEntry, provisionSums, requiredOf, writeOffEntry } from '../../shared/badDebt/rules.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { DEFAULT_PROVISION_RATES, zProvisionRates } from '../../shared/settings/schemas.ts'

describe('the allowance', () => {
  it.each([
    ['no balance before', 1_000_000_00, 500, 0, 50_000_00, 50_000_00],
    ['a credit balance of 10,000 before: the example of the rule', 1_000_000_00, 500, 10_000_00, 50_000_00, 40_000_00],
    ['more than enough there: the rest is released', 1_000_000_00, 500, 60_000_00, 50_000_00, -10_000_00],
    ['just enough there', 1_000_000_00, 500, 50_000_00, 50_000_00, 0],
    ['a debit balance, for more was written off than provided', 1_000_000_00, 500, -5_000_00, 50_000_00, 55_000_00],
    ['half a fen goes up', 10, 500, 0, 1, 1],
    ['credit notes outweigh the debts', -1_000_00, 500, 0, 0, 0],
    ['everything', 1_234_56, 10_000, 0, 1_234_56, 1_234_56],
  ])('%s', (_, open, rate, existing, required, amount) => {
    const part = { from: 0, to: 12, open: money(open), rate, required: requiredOf(money(open), rate) }
    expect(provisionSums({ buckets: [part], specific: [] }, money(existing))).toEqual({ required, existing, amount })
  })

  it('adds up buckets and customers who are judged by themselves', () => {
    const bucket = { from: 0, to: null, open: money(100), rate: 500, required: money(5) }
    const specific = { customerId: 1, code: 'C1', name: '甲', open: money(200), rate: 5000, required: money(100), note: '' }
    expect(provisionSums({ buckets: [bucket, bucket], specific: [specific] }, money(10))).toEqual({ required: 110, existing: 10, amount: 100 })
  })
})

describe('the buckets of the allowance', () => {
  it('are years since the document day, and each day is in exactly one', () => {
    expect(bucketsOf(DEFAULT_PROVISION_RATES, day('2026-06-30')).map(({ from, to, rate, first, last }) => [from, to, rate, first, last])).toEqual([
      [0, 12, 500, '2025-06-30', '2026-06-30'], [12, 24, 1000, '2024-06-30', '2025-06-29'], [24, 36, 3000, '2023-06-30', '2024-06-29'],
      [36, 48, 5000, '2022-06-30', '2023-06-29'], [48, 60, 8000, '2021-06-30', '2022-06-29'], [60, null, 10_000, null, '2021-06-29'],
    ])
  })

  it.each([
    ['a leap day', '2028-02-29', ['2027-02-28', '2027-02-27']],
    ['the end of February', '2025-02-28', ['2024-02-28', '2024-02-27']],
  ])('%s', (_, asOf, [first, before]) => {
    const [within, over] = bucketsOf({ months: [12], rates: [500, 1000] }, day(asOf))
    expect([within?.first, over?.last]).toEqual([first, before])
  })

  it.each([
    [{ months: [6, 12], rates: [100, 500, 1000] }, true],
    [{ months: [12, 12], rates: [100, 500, 1000] }, false],
    [{ months: [12, 24], rates: [100, 500] }, false],
    [{ months: [12], rates: [100, 10_001] }, false],
  ])('takes rates %j: %s', (rates, fits) => {
    expect(zProvisionRates.safeParse(rates).success).toBe(fits)
  })
})

describe('the entry', () => {
  it.each([
    ['a provision', 40_000_00, { debit: 'impairmentLoss', credit: 'allowance', amount: 40_000_00 }],
    ['a release', -10_000_00, { debit: 'allowance', credit: 'impairmentLoss', amount: 10_000_00 }],
    ['nothing', 0, null],
  ])('of %s', (_, amount, expected) => {
    expect(provisionEntry(money(amount))).toEqual(expected)
  })

  it.each([
    ['writeOff', 'enterprise', 'allowance', 'receivable'],
    ['recovery', 'enterprise', 'receivable', 'allowance'],
    ['writeOff', 'small', 'badDebtLoss', 'receivable'],
    ['recovery', 'small', 'receivable', 'otherIncome'],
  ] as const)('of a %s by the standard %s: debit %s, credit %s', (kind, standard, debit, credit) => {
    expect(writeOffEntry(kind, standard, money(1))).toEqual({ debit, credit, amount: 1 })
  })
})
