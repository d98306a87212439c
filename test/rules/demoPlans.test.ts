import { describe, expect, it } from 'vitest'
import { Dice } from '../../db/ledgers/demoDice.ts'
import { planPayment } from '../../db/ledgers/demoPlans.ts'
import { addDays, day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

const FIRST = day('2026-01-01')
/** What may be owed, from a rest of one fen to the largest order. */
const OWED = [1, 5, 99, 100, 499, 501, 4999, 5001, 9999, 10_001, 99_999, 100_001, 1_499_999, 2_000_001, 3_000_001, 98_765_432]

describe('a payment of the demonstration ledger, on 800 days in a row', () => {
  it('is one that the rules take: above zero, its fee within it, its account of its currency', () => {
    const wrong: string[] = []
    for (let count = 0; count < 800; count += 1) {
      const on = addDays(FIRST, count)
      const dice = new Dice(count + 1)
      for (const currency of ['CNY', 'USD'] as const) {
        for (const owed of OWED) {
          const { amount, fee, method, bankAccountId } = planPayment(dice, { currency, shortName: '恒锐', items: [{ invoiceNumber: '26312000001234567', orderNumber: 'DD-1' }], owed: money(owed), accounts: [1, 2] })
          if (amount <= 0 || fee < 0 || fee > amount || (fee > 0 && fee > amount / 20) || (method !== 'transfer' && fee > 0) || (method === 'transfer') !== (bankAccountId !== null)) wrong.push(`${on} ${currency} ${owed}: ${amount} fee ${fee} by ${method}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
