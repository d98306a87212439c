/** The aging beside the bills: what was paid by acceptance and is not money yet stands as a note, and in no column that adds up. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { agingReport, type AgingQuestion } from '../../db/aging/queries.ts'
import { overview } from '../../db/overview/queries.ts'
import { day } from '../../shared/day.ts'
import type { AgingGroup } from '../../shared/aging/schemas.ts'
import { Bills } from '../support/bills.ts'
import { Desk } from '../support/desk.ts'
import { sqliteEngine, type Source } from '../support/ledgers.ts'

let source: Source
let desk: Desk
let seller: number
beforeAll(async () => {
  source = await sqliteEngine.start()
  desk = await Desk.found(await source.fresh(), '2026-01')
  seller = await desk.salesperson('王业务')
  const paid = await desk.customer('上海机械', { salespersonId: seller })
  const half = await desk.customer('重庆钢厂')
  await desk.customer('没有往来')
  const bills = await Bills.at(desk)
  const debt = async (customer: number, amount: number) => (await desk.invoice(customer, amount, '2026-02-01', { dueOn: '2026-03-01' })).installments[0]?.itemId
  await bills.receive(paid, '2026-04-01', [10_000], { allocations: [{ itemId: await debt(paid, 10_000), amount: 10_000 }] })
  await bills.receive(half, '2026-04-10', [{ amount: 4000, billNumber: 'B2' }], { allocations: [{ itemId: await debt(half, 9000), amount: 4000 }] })
})
afterAll(() => source.stop())

const asked = (asOf: string, scope: number | null = null): AgingQuestion => ({ asOf: day(asOf), basis: 'due', boundaries: [30], currency: 'CNY', scope })
const report = (asOf: string, groupBy: AgingGroup = 'customer', scope: number | null = null) => desk.ledger.read((reader) => agingReport(reader, asked(asOf, scope), groupBy, []))

it('notes the bills of each customer beside the balance, also of one who owes nothing any more', async () => {
  const { rows, totals } = await report('2026-04-30')
  expect(rows.map((row) => [row.name, row.total, row.acceptances])).toEqual([['上海机械', 0, 10_000], ['重庆钢厂', 5000, 4000]])
  expect([totals.notDue + totals.buckets.reduce((sum, amount) => sum + amount, 0) + totals.unallocated, totals.total, totals.acceptances]).toEqual([5000, 5000, 14_000])
})

it('knows the bills of a past day, and of a salesperson only the own', async () => {
  expect((await report('2026-03-31')).totals.acceptances).toBe(0)
  expect((await report('2026-04-05')).totals.acceptances).toBe(10_000)
  expect((await report('2026-04-30', 'salesperson')).rows.map((row) => [row.name, row.acceptances])).toEqual([['王业务', 10_000], ['', 4000]])
  expect((await report('2026-04-30', 'customer', seller)).totals.acceptances).toBe(10_000)
})

it('tells the owner the same sum', async () => {
  const figures = await desk.ledger.read((reader) => overview(reader, asked('2026-04-30'), 'CNY'))
  expect([figures.acceptances, figures.balance]).toEqual([14_000, 5000])
})
