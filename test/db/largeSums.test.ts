import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agingReport } from '../../db/aging/queries.ts'
import { worklist } from '../../db/collection/worklist.ts'
import { customerGrid } from '../../db/customers/queries.ts'
import { invoiceGrid, itemGrid } from '../../db/invoices/queries.ts'
import type { Ledger } from '../../db/ledger.ts'
import { overview } from '../../db/overview/queries.ts'
import { controlTotals } from '../../db/periods/controlTotals.ts'
import type { Reader } from '../../db/reader.ts'
import { day, type Month } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { add, MAX_AMOUNT, money, sumOf } from '../../shared/money.ts'
import { Desk, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const QUESTION = { asOf: TODAY, basis: 'due', boundaries: [30, 60, 90], currency: 'CNY', scope: null } as const
const HUGE = money(4_000_000_000_000_000)

/** Every figure that adds the ledger up, as a page or a report asks for it. */
const SUMS: Record<string, (reader: Reader) => Promise<unknown>> = {
  'the list of receivables': (reader) => invoiceGrid(reader, gridRequest.parse({}), null),
  'the open items': (reader) => itemGrid(reader, gridRequest.parse({}), { includeCredits: true, today: TODAY }, null),
  'the customers': (reader) => customerGrid(reader, gridRequest.parse({}), null),
  'the aging': (reader) => agingReport(reader, { ...QUESTION, boundaries: [...QUESTION.boundaries] }, 'customer', ['CNY']),
  'the overview': (reader) => overview(reader, { ...QUESTION, boundaries: [...QUESTION.boundaries] }, 'CNY'),
  'the worklist': (reader) => worklist(reader, { asOf: TODAY, currency: 'CNY' }, null),
  'the control totals': (reader) => controlTotals(reader, '2026-06' as Month),
}

/** Posts debts past the limits of the documents, as no command does: so many of them, each of 40 trillion yuan. */
async function owe(ledger: Ledger, count: number): Promise<void> {
  const desk = await Desk.found(ledger)
  const customerId = await desk.customer('天文数字公司')
  await desk.write(async (tx) => {
    const [invoiceId, itemId] = [await tx.nextId(tx.t.invoices), await tx.nextId(tx.t.openItems)]
    const on = day('2026-06-01')
    const each = Array.from({ length: count }, (_, index) => index)
    await tx.post(tx.t.invoices, each.map((index) => ({
      id: invoiceId + index, number: `YS-202606-${index}`, kind: 'other' as const, status: 'posted' as const, customerId, documentOn: on, dueOn: on, currency: 'CNY', amount: HUGE, invoiceNumber: '', sourceNumber: '',
      contractNumber: '', orderNumber: '', note: '', installments: [{ dueOn: on, amount: HUGE }], correctsId: null, reversesId: null, reason: '', postedAt: tx.now, postedBy: tx.by.name,
    })))
    await tx.post(tx.t.openItems, each.map((index) => ({ id: itemId + index, kind: 'other' as const, documentId: invoiceId + index, customerId, currency: 'CNY', documentOn: on, dueOn: on, installment: 1, amount: HUGE })))
    await tx.insert(tx.t.openBalances, each.map((index) => ({ itemId: itemId + index, customerId, open: HUGE })))
  })
}

describe.each(engines)('a sum on $name', ({ start }) => {
  let source: Source
  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())

  it.each([[3, 'more than a number tells exactly'], [2400, 'more than the engine itself adds up']] as const)('of %d huge debts, %s, is refused and not rounded', { timeout: 60_000 }, async (count, _why) => {
    const ledger = await source.fresh()
    await owe(ledger, count)
    for (const [name, ask] of Object.entries(SUMS)) expect([name, await refusalOf(ledger.read(ask))]).toEqual([name, 'sumTooLarge'])
    const rows = await ledger.read((reader) => invoiceGrid(reader, gridRequest.parse({ withTotals: false, limit: 3 }), null))
    expect(rows.rows.map((row) => row.amount)).toEqual([HUGE, HUGE, HUGE])
  })

  it('of the largest documents is told to the fen', async () => {
    const desk = await Desk.found(await source.fresh())
    const customerId = await desk.customer('大客户')
    for (const amount of [MAX_AMOUNT, MAX_AMOUNT, 1]) await desk.invoice(customerId, amount, '2026-06-01')
    expect(await desk.ledger.read((reader) => invoiceGrid(reader, gridRequest.parse({}), null))).toMatchObject({ total: 3, totals: { amount: 2 * MAX_AMOUNT + 1, open: 2 * MAX_AMOUNT + 1 } })
    await expect(desk.invoice(customerId, MAX_AMOUNT + 1, '2026-06-01')).rejects.toThrow()
  })
})

describe('a sum of the program', () => {
  it.each([[() => sumOf([HUGE, HUGE, HUGE, money(-HUGE)], (one) => one)], [() => add(HUGE, HUGE, HUGE)], [() => money(HUGE * 3)]])('that passes 2^53 on its way is refused', (sum) => expect(sum).toThrow('sumTooLarge'))
})
