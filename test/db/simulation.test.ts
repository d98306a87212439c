import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Model } from '../simulation/model.ts'
import { foundOffice } from '../simulation/office.ts'
import { simulate } from '../simulation/run.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('a simulated office on $name', ({ start }) => {
  let source: Source
  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())

  it.each([[1], [2], [3]])('agrees with the naive model (seed %i)', async (seed) => {
    const ledger = await source.fresh()
    await foundOffice(ledger)
    expect((await simulate(ledger, seed, 40)).steps).toBe(40)
  })

  it('is caught as soon as the model thinks otherwise', async () => {
    const ledger = await source.fresh()
    await foundOffice(ledger)
    const { open } = Model.prototype
    Model.prototype.open = function openOneFenMore(item, on) {
      const right = open.call(this, item, on)
      return right > 0 ? right + 1 : right
    }
    try {
      await expect(simulate(ledger, 1, 40)).rejects.toThrow(/seed 1, step \d+/)
    } finally {
      Model.prototype.open = open
    }
  })
})
