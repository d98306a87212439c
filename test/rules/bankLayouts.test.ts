import { describe, expect, it } from 'vitest'
import { faultsOf } from '../support/readLayout.ts'

const SEEDS = 300
const TOGETHER = 50

describe('a statement in a random layout', () => {
  it.each(Array.from({ length: SEEDS / TOGETHER }, (_, index) => index * TOGETHER + 1))('is read as the truth for the fifty seeds from %d on', (from) => {
    for (let seed = from; seed < from + TOGETHER; seed += 1) {
      const { faults, layout } = faultsOf(seed)
      expect(faults, `seed ${seed}: ${layout.describe}`).toEqual([])
    }
  }, 60_000)
})
