/** The overdue ratio beside red invoices and advances, everywhere it is told (rules: Figures). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agingReport } from '../../db/aging/queries.ts'
import { overview } from '../../db/overview/queries.ts'
import { agingHtml, ratioText } from '../../shared/aging/agingHtml.ts'
import { day } from '../../shared/day.ts'
import { Desk } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const question = { asOf: day('2026-06-30'), basis: 'due' as const, boundaries: [30], currency: 'CNY', scope: null }

describe.each(engines)('the overdue ratio on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number
  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  const afresh = async (): Promise<void> => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('上海机械')
  }
  const told = () => desk.ledger.read(async (reader) => {
    const [report, figures] = [await agingReport(reader, question, 'customer', ['CNY']), await overview(reader, question, 'CNY')]
    return { ratio: figures.overdueBasisPoints, people: figures.salespeople.map((person) => person.overdueBasisPoints), debts: [report.totals.overdueDebts, report.totals.debts], text: ratioText(report, 'zh-CN'), paper: agingHtml(report, { name: '' }, 'zh-CN') }
  })

  it('is never above 100 %: a red invoice that is not yet due stands on neither side', async () => {
    await afresh()
    await desk.invoice(customer, 100_000, '2026-03-01', { dueOn: '2026-04-01' })
    await desk.invoice(customer, 50_000, '2026-06-01', { kind: 'creditNote', dueOn: '2026-12-31' })
    expect(await told()).toMatchObject({ ratio: 10_000, people: [10_000], debts: [100_000, 100_000] })
  })
  it('is no smaller for a red invoice that is due, nor for an advance', async () => {
    await desk.invoice(customer, 90_000, '2026-06-01', { kind: 'creditNote', dueOn: '2026-06-02' })
    await desk.receipt(customer, 30_000, '2026-06-05')
    await desk.invoice(customer, 300_000, '2026-06-20', { dueOn: '2026-07-20' })
    const { ratio, text, paper } = await told()
    expect([ratio, text]).toEqual([2500, '逾期率 = 逾期欠款 1,000.00 ÷ 全部欠款 4,000.00 = 25.0%（红字、预收不计入）'])
    expect(paper).toContain(text)
  })
  it('has no value where nothing is owed', async () => {
    await afresh()
    await desk.receipt(customer, 30_000, '2026-06-05')
    expect(await told()).toMatchObject({ ratio: null, people: [null], text: '' })
  })
})
