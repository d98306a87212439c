import { describe, expect, it } from 'vitest'
import { Dice } from '../../db/ledgers/demoDice.ts'
import { money, type Money } from '../../shared/money.ts'
import { uniqueCombination } from '../../shared/receipts/combination.ts'

interface Item {
  id: number
  open: Money
}
const items = (...amounts: number[]): Item[] => amounts.map((open, id) => ({ id, open: money(open) }))
const setOf = (of: readonly Item[], amount: number) => uniqueCombination(of, money(amount))

/** Every set of two or more items, one after the other. */
function setsOf(of: readonly Item[], amount: number): number[][] {
  const found: number[][] = []
  for (let mask = 1; mask < 2 ** of.length; mask += 1) {
    const set = of.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1)
    if (set.length > 1 && set.reduce((sum, item) => sum + item.open, 0) === amount) found.push(set.map(({ id }) => id))
  }
  return found
}

describe('the only set that adds up', () => {
  it('is what trying every set says, for small lists of every kind', () => {
    const dice = new Dice(281)
    for (let round = 0; round < 400; round += 1) {
      const of = items(...Array.from({ length: dice.between(1, 10) }, () => dice.between(1, 30)))
      const amount = dice.between(1, 120)
      const sets = setsOf(of, amount)
      expect(setOf(of, amount), JSON.stringify({ of, amount })).toEqual({ set: sets.length === 1 ? of.filter(({ id }) => sets[0]?.includes(id)) : null, gaveUp: false })
    }
  })

  it.each([
    ['all items together', [100, 250, 370], 720, [0, 1, 2]],
    ['all but one', [100, 250, 370], 620, [1, 2]],
    ['two of the same amount stand for one another', [100, 100, 250], 350, null],
    ['an item of the whole amount is no set', [350, 100, 250, 900], 350, [1, 2]],
    ['more than everything', [100, 250], 351, null],
    ['nothing open', [], 351, null],
  ])('%s', (_, amounts, amount, ids) => expect(setOf(items(...amounts), amount)).toEqual({ set: ids && items(...amounts).filter(({ id }) => ids.includes(id)), gaveUp: false }))

  it('is found among hundreds of items where only a few fit together', () => {
    const of = items(...Array.from({ length: 300 }, (_, index) => 1_000_000 + index * index), 250_001, 123_456)
    expect(setOf(of, 373_457).set?.map(({ id }) => id)).toEqual([300, 301])
  })

  it.each([
    ['random amounts', (dice: Dice) => dice.between(10_000, 5_000_000)], ['amounts close to one another', (dice: Dice) => dice.between(1_000_000, 1_000_999)],
    ['large and small ones', (dice: Dice) => 10 ** dice.between(2, 9) + dice.between(0, 99)], ['even amounts that make no odd sum', (dice: Dice) => 2 * dice.between(1, 1_000_000)],
  ])('ends in time over 1,000 items: %s', (_, amountOf) => {
    const dice = new Dice(7)
    const of = items(...Array.from({ length: 1000 }, () => amountOf(dice)))
    const start = performance.now()
    for (const share of [2, 3, 10, 500]) {
      const { set, gaveUp } = setOf(of, of.slice(0, share).reduce((sum, item) => sum + item.open, 0) + (of.every((item) => item.open % 2 === 0) ? 1 : 0))
      expect(set === null || !gaveUp).toBe(true)
    }
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
