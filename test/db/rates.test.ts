import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { exchangeGrid } from '../../db/receipts/exchange.ts'
import { postReceipts } from '../../db/receipts/bulk.ts'
import { removeRate, saveRate } from '../../db/rates/commands.ts'
import { listRates } from '../../db/rates/queries.ts'
import { changeCompany } from '../../db/settings/commands.ts'
import { day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { Desk, fen, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('booking rates on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('Harbour Trading')
    await rate('2026-02-01', 7_123_400)
    await rate('2026-03-01', 7_051_200)
  })

  const rate = (on: string, millionths: number, currency = 'USD') => desk.write((tx) => saveRate(tx, { currency, on: day(on), rate: millionths }))
  const invoice = async (amount: number, on = '2026-02-10', more: Record<string, unknown> = {}): Promise<number> =>
    (await desk.invoice(customer, amount, on, { currency: 'USD', ...more })).installments[0]?.itemId ?? 0
  const receipt = (amount: number, on: string, lines: { itemId: number; amount: number; difference?: number }[] = [], more: Record<string, unknown> = {}) =>
    desk.receipt(customer, amount, on, lines, { currency: 'USD', ...more })
  /** Debit and credit of every allocation in the ledger's own currency, in the order it happened. */
  const bases = async (): Promise<number[][]> => (await desk.ledger.read((reader) => reader.rows<{ debit: number; credit: number }>(
    sql`select debit_base as debit, credit_base as credit from exchange_differences order by id`))).map((row) => [row.debit, row.credit])
  const booked = async (): Promise<number[][]> => (await desk.ledger.read((reader) => reader.rows<{ rate: number; base: number }>(
    sql`select rate, base from booked_rates order by id`))).map((row) => [row.rate, row.base])
  const sound = async () => expect(await desk.ledger.read(brokenInvariants)).toEqual([])

  it('books USD 1,000.00 at 7.1234 and works out the loss of three receipts at 7.0512, to the fen', async () => {
    const item = await invoice(100_000)
    const gains: number[] = []
    for (const amount of [33_333, 33_333, 33_334]) {
      const paid = await receipt(amount, '2026-03-10', [{ itemId: item, amount }])
      gains.push(paid.exchangeDifference)
      expect([paid.rate, paid.baseAmount]).toEqual([7_051_200, Math.round(amount * 7.0512)])
    }
    expect(await bases()).toEqual([[237_444, 235_038], [237_444, 235_038], [237_452, 235_045]])
    expect(gains).toEqual([-2406, -2406, -2407])
    expect((await bases()).reduce((sum, [debit = 0]) => sum + debit, 0)).toBe(712_340)
    await sound()
  })

  it('books each installment, and a receipt at the exact worth that the bank gave', async () => {
    const { installments } = await desk.invoice(customer, 100_000, '2026-02-10', { currency: 'USD', installments: [{ dueOn: '2026-03-10', amount: 40_001 }, { dueOn: '2026-04-10', amount: 59_999 }] })
    const [first, second] = installments.map((part) => part.itemId ?? 0)
    const paid = await receipt(100_000, '2026-03-10', [{ itemId: first ?? 0, amount: 40_001 }, { itemId: second ?? 0, amount: 59_999 }], { baseAmount: 705_000 })
    expect(await booked()).toEqual([[7_123_400, 284_943], [7_123_400, 427_397], [7_050_000, -705_000]])
    expect([paid.rate, paid.baseAmount, paid.exchangeDifference]).toEqual([7_050_000, 705_000, 705_000 - 284_943 - 427_397])
    await sound()
  })

  it('takes a rate that the clerk gives before the rate of the day', async () => {
    const paid = await receipt(100_000, '2026-03-10', [], { rate: 7_000_000 })
    expect([paid.rate, paid.baseAmount, paid.exchangeDifference]).toEqual([7_000_000, 700_000, 0])
  })

  it('books nothing without a rate, and the side that is booked decides', async () => {
    const early = await invoice(10_000, '2026-01-20')
    const paid = await receipt(10_000, '2026-03-10', [{ itemId: early, amount: 4000 }])
    expect([await booked(), await bases(), paid.exchangeDifference]).toEqual([[[7_051_200, -70_512]], [[28_205, 28_205]], 0])
    await sound()
  })

  it('gives back what a release takes back, and the parts add up whatever is settled again', async () => {
    const item = await invoice(10_001)
    const first = await receipt(3000, '2026-03-10', [{ itemId: item, amount: 3000 }])
    const second = await receipt(7001, '2026-03-11', [{ itemId: item, amount: 7001 }])
    await desk.release(first.allocations[0]?.id ?? 0)
    expect((await desk.receiptView(first.id)).exchangeDifference).toBe(0)
    await desk.allocate(first.itemId, [{ itemId: item, amount: 1 }])
    await desk.allocate(first.itemId, [{ itemId: item, amount: 2999 }])
    expect((await bases()).at(2)).toEqual((await bases())[0]?.map((base) => -base))
    const total = (await bases()).reduce(([d = 0, c = 0], [debit = 0, credit = 0]) => [d + debit, c + credit], [0, 0])
    expect(total).toEqual([71_241, 21_154 + 49_365])
    expect(second.exchangeDifference).toBe(49_365 - 49_871)
    await sound()
  })

  it('loses nothing by a reversal, nor by a small difference', async () => {
    const item = await invoice(10_050)
    const paid = await receipt(10_000, '2026-03-10', [{ itemId: item, amount: 10_000, difference: 50 }])
    expect(await bases()).toEqual([[71_234, 70_512], [356, 356]])
    await desk.reverseReceipt(paid.id)
    expect((await desk.receiptView(paid.id)).exchangeDifference).toBe(0)
    expect(await booked()).toEqual([[7_123_400, 71_590], [7_051_200, -70_512]])
    const again = await receipt(10_050, '2026-03-12', [{ itemId: item, amount: 10_050 }])
    expect(again.exchangeDifference).toBe(70_865 - 71_590)
    await desk.reverseReceipt(again.id)
    await desk.reverseInvoice(1)
    await sound()
  })

  it('books what an import posts in bulk, each by the rate of its day', async () => {
    await desk.write((tx) => postReceipts(tx, ['2026-02-10', '2026-03-10', '2026-01-10'].map((on) => ({
      customerId: customer, receivedOn: day(on), currency: 'USD', amount: fen(1000), fee: fen(0), method: 'transfer' as const, bankAccountId: null, reference: '', payer: '', note: '',
    }))))
    expect(await booked()).toEqual([[7_123_400, -7123], [7_051_200, -7051]])
  })

  it('writes nothing for the ledger\'s own currency, and refuses a rate there', async () => {
    const item = (await desk.invoice(customer, 10_000, '2026-02-10')).installments[0]?.itemId ?? 0
    const paid = await desk.receipt(customer, 10_000, '2026-03-10', [{ itemId: item, amount: 10_000 }])
    expect([paid.rate, paid.baseAmount, paid.exchangeDifference, await booked(), await bases()]).toEqual([null, null, 0, [], []])
    expect(await refusalOf(desk.receipt(customer, 1, '2026-03-10', [], { rate: 7_000_000 }))).toBe('notForeign')
    expect(await refusalOf(desk.receipt(customer, 1, '2026-03-10', [], { baseAmount: 1 }))).toBe('notForeign')
    expect(await refusalOf(rate('2026-03-01', 1_000_000, 'CNY'))).toBe('ownCurrency')
    expect(await refusalOf(desk.write((tx) => changeCompany(tx, { currency: 'USD' })))).toBe('currencyInUse')
  })

  it('reports gains and losses by document and period, a release on its own day', async () => {
    const item = await invoice(100_000)
    const first = await receipt(33_333, '2026-03-10', [{ itemId: item, amount: 33_333 }])
    const second = await receipt(33_333, '2026-04-10', [{ itemId: item, amount: 33_333 }])
    await receipt(10_000, '2026-04-11')
    await desk.refund(customer, 10_000, '2026-04-20', { currency: 'USD', rate: 7_000_000 })
    await desk.release(first.allocations[0]?.id ?? 0, '2026-04-15')
    const report = (from: string, to: string) => desk.ledger.read((reader) => exchangeGrid(reader, gridRequest.parse({}), { from: day(from), to: day(to) }, null))
    const shown = async (from: string, to: string) => (await report(from, to)).rows.map((row) => [row.number, row.settled, row.debitBase, row.creditBase, row.gain])
    expect(await shown('2026-03-01', '2026-03-31')).toEqual([[first.number, 33_333, 237_444, 235_038, -2406]])
    expect(await shown('2026-04-01', '2026-04-30')).toEqual([
      ['TK-202604-0001', 10_000, 70_000, 70_512, 512], [first.number, -33_333, -237_444, -235_038, 2406], [second.number, 33_333, 237_444, 235_038, -2406],
    ])
    expect((await report('2026-01-01', '2026-12-31')).totals).toEqual({ debitBase: 307_444, creditBase: 305_550, gain: -1894 })
  })

  it('keeps what is booked when a rate is corrected or removed, and the journal proves the rates', async () => {
    const item = await invoice(10_000)
    await rate('2026-02-01', 7_200_000)
    await desk.write((tx) => removeRate(tx, 'USD', day('2026-03-01')))
    expect(await refusalOf(desk.write((tx) => removeRate(tx, 'USD', day('2026-03-01'))))).toBe('notFound')
    expect(await desk.ledger.read(listRates)).toMatchObject([{ currency: 'USD', on: '2026-02-01', rate: 7_200_000 }])
    const paid = await receipt(10_000, '2026-03-10', [{ itemId: item, amount: 10_000 }])
    expect([await booked(), paid.exchangeDifference]).toEqual([[[7_123_400, 71_234], [7_200_000, -72_000]], 766])
    expect((await checkLedger(desk.ledger)).ok).toBe(true)
    await desk.ledger.engine.write((connection) => connection.run(sql`update exchange_rates set rate = 7300000`))
    expect((await checkLedger(desk.ledger)).findings.map(({ code, table, document }) => [code, table, document])).toEqual([['changedRow', 'exchange_rates', 'exchangeRate:USD:2026-02-01:']])
  })
})
