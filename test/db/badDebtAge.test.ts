/** Age is counted on 账龄连续计算 (rules: Bad debt): whatever paper a debt changes into, the provision knows its first one. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { itemGrid } from '../../db/invoices/queries.ts'
import { gridRequest } from '../../shared/grid.ts'
import { BadDebtDesk } from '../support/badDebtDesk.ts'
import { Bills } from '../support/bills.ts'
import { Desk, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('the age of a debt for the allowance, on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let bad: BadDebtDesk
  let customer: number
  let other: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    bad = new BadDebtDesk(desk)
    await bad.follow('enterprise')
    customer = await desk.customer('上海机械')
    other = await desk.customer('重庆钢厂')
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  const itemOf = async (amount: number, on: string): Promise<number> => (await desk.invoice(customer, amount, on)).installments[0]?.itemId ?? 0
  /** Open by bucket: up to a year, 1–2, 2–3, 3–4, 4–5, over. */
  const aged = async (asOf = '2026-06-30') => (await bad.preview(asOf)).buckets.map(({ open }) => open)
  const takeOver = async (item: number, amount: number, on: string) => (await desk.offset({
    kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: on, document: '三方协议', lines: [{ itemId: item, amount }],
  })).takenOver[0]?.itemId ?? 0
  const dishonoured = async (of: number, amount: number, allocations: { itemId: number; amount: number }[], bills: number[] = [amount]) => {
    const desks = await Bills.at(desk)
    const found = await desks.receive(of, '2026-05-01', bills.map((each, index) => ({ amount: each, billNumber: `53011000001232026030100000000${index}`, dueOn: '2026-05-20' })), { allocations })
    const bill = found.find((each) => each.amount === amount)?.id ?? 0
    await desks.step('present', bill, { on: '2026-05-21' })
    return (await desks.step('dishonour', bill, { on: '2026-05-22' })).revived?.itemId ?? 0
  }

  it('100,000.00 of 2022 that another customer takes over require 80,000.00', async () => {
    const old = await itemOf(100_000_00, '2022-03-01')
    expect((await bad.preview('2026-06-30')).required).toBe(80_000_00)
    await takeOver(old, 100_000_00, '2026-06-01')
    expect([(await bad.preview('2026-06-30')).required, await aged()]).toEqual([80_000_00, [0, 0, 0, 0, 100_000_00, 0]])
  })
  it('that a dishonoured bill brings back, in proportion of what its receipt had settled', async () => {
    const [old, young] = [await itemOf(60_000, '2022-03-01'), await itemOf(40_000, '2026-03-01')]
    const back = await dishonoured(customer, 50_000, [{ itemId: old, amount: 60_000 }, { itemId: young, amount: 20_000 }], [50_000, 50_000])
    // A receipt of 100,000: 60,000 of 2022, 20,000 of this year, 20,000 an advance, so that much of the bill began with it.
    expect([await aged(), await aged('2026-05-21')]).toEqual([[40_000, 0, 0, 0, 30_000, 0], [20_000, 0, 0, 0, 0, 0]])
    expect((await desk.ledger.read((reader) => itemGrid(reader, gridRequest.parse({}), { includeCredits: false, today: TODAY }, null))).rows.find((row) => row.id === back)?.dueOn).toBe('2026-05-22')
  })
  it('that was written off and comes back, of several debts in proportion', async () => {
    const [old, young] = [await itemOf(30_000, '2021-01-01'), await itemOf(10_000, '2025-03-01')]
    const lost = await bad.approve((await bad.ask(customer, [{ itemId: old, amount: 30_000 }, { itemId: young, amount: 10_000 }])).id, '2026-04-01')
    await bad.recover(lost.id, 20_000, '2026-06-01')
    expect(await aged()).toEqual([0, 5000, 0, 0, 0, 15_000])
  })
  it('through a chain: taken over, paid by a bill that was dishonoured, written off, come back', async () => {
    const taken = await takeOver(await itemOf(100_000, '2022-03-01'), 80_000, '2026-04-01')
    const back = await dishonoured(other, 80_000, [{ itemId: taken, amount: 80_000 }])
    const lost = await bad.writeOff(other, back, 80_000, '2026-06-01')
    await bad.recover(lost.id, 50_000, '2026-06-10')
    expect(await aged()).toEqual([0, 0, 0, 0, 70_000, 0])
    // What is paid of it is paid of all its origins alike.
    const [debt] = (await desk.ledger.read((reader) => itemGrid(reader, gridRequest.parse({}), { customerId: other, includeCredits: false, today: TODAY }, null))).rows
    await desk.receipt(other, 20_000, '2026-06-20', [{ itemId: debt?.id, amount: 20_000 }])
    expect(await aged()).toEqual([0, 0, 0, 0, 50_000, 0])
  })
})
