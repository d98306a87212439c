/** A write whose answer fails has failed: what the caller is told is made before the commit. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '../../db/writer.ts'
import { engines, type Source } from '../support/ledgers.ts'

let sources: Source[]
beforeAll(async () => {
  sources = await Promise.all(engines.map((engine) => engine.start()))
}, 120_000)
afterAll(() => Promise.all(sources.map((source) => source.stop())))

it('keeps nothing of a write whose answer cannot be made, on every engine, and lets the same request come again', async () => {
  for (const source of sources) {
    const ledger = await source.fresh()
    const call = { by: SYSTEM, procedure: 'test.save', requestId: 'answer-0001', input: {} }
    const rates = (): Promise<number> => ledger.read(async (reader) => (await reader.db.select().from(reader.t.exchangeRates)).length)
    const save = (view: () => Promise<string>): Promise<string> => ledger.write(call, async (tx) => {
      await tx.insert(tx.t.exchangeRates, [{ currency: 'USD', on: '2026-03-01', rate: 7_100_000 } as never])
      return 1
    }, view)
    await expect(save(() => Promise.reject(new Error('no such zone')))).rejects.toThrow('no such zone')
    expect(await rates()).toBe(0)
    expect(await save(() => Promise.resolve('seen'))).toBe('seen')
    // The same request does nothing again and is told afresh.
    expect(await save(() => Promise.resolve('seen again'))).toBe('seen again')
    expect(await rates()).toBe(1)
  }
})
