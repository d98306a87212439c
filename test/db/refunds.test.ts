import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { saveRate } from '../../db/rates/commands.ts'
import { recordRefund } from '../../db/refunds/commands.ts'
import { refundGrid, refundView } from '../../db/refunds/queries.ts'
import { day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { refundInput } from '../../shared/refunds/schemas.ts'
import { CALENDAR, Desk, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('refunds on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number
  let other: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('上海机械')
    other = await desk.customer('重庆钢厂')
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  const itemOf = async (amount: number, on: string, of = customer, more: Record<string, unknown> = {}): Promise<number> =>
    (await desk.invoice(of, amount, on, more)).installments[0]?.itemId ?? 0

  it('pays an advance back and leaves nothing open of it', async () => {
    const advance = await desk.receipt(customer, 8000, '2026-02-01')
    const refund = await desk.refund(customer, 3000, '2026-03-10', { credits: [{ itemId: advance.itemId, amount: 3000 }], payee: '上海机械（分公司）' })
    expect([refund.number, refund.status, refund.amount, refund.payee, refund.allocations.map((one) => [one.credit.number, one.amount, one.allocatedOn, one.reason])]).toEqual(
      ['TK-202603-0001', 'posted', 3000, '上海机械（分公司）', [['SK-202602-0001', 3000, '2026-03-10', 'refund']]])
    expect([await desk.aging('2026-03-09'), await desk.aging('2026-03-10')].map((row) => row.slice(-2))).toEqual([[-8000, -8000], [-5000, -5000]])
    expect((await desk.receiptView(advance.id)).unallocated).toBe(5000)
  })

  it('takes the oldest credits first when none are chosen, credit notes too, as far as they are left', async () => {
    const old = await desk.receipt(customer, 5000, '2026-01-10', [{ itemId: await itemOf(4000, '2026-01-05'), amount: 4000 }])
    await itemOf(2000, '2026-02-01', customer, { kind: 'creditNote' })
    await desk.receipt(customer, 9000, '2026-03-01')
    await desk.receipt(customer, 9000, '2026-05-01')
    const refund = await desk.refund(customer, 4500, '2026-04-01')
    expect(refund.allocations.map((one) => [one.credit.number, one.amount])).toEqual([[old.number, 1000], ['HZ-202602-0001', 2000], ['SK-202603-0001', 1500]])
    expect(await refusalOf(desk.refund(customer, 7501, '2026-04-02'))).toBe('moreThanReceiptLeft')
  })

  it('holds what it paid back: neither its allocation nor its receipt can be taken away under it', async () => {
    const advance = await desk.receipt(customer, 8000, '2026-02-01')
    const note = await itemOf(500, '2026-02-01', customer, { kind: 'creditNote' })
    const refund = await desk.refund(customer, 3500, '2026-03-10', { credits: [{ itemId: advance.itemId, amount: 3000 }, { itemId: note, amount: 500 }] })
    expect(await refusalOf(desk.release(refund.allocations[0]?.id ?? 0))).toBe('heldByDocument')
    expect(await refusalOf(desk.allocate(advance.itemId, [{ itemId: refund.itemId, amount: 1 }]))).toBe('notADebt')
    expect(await refusalOf(desk.reverseReceipt(advance.id))).toBe('refunded')
    expect(await refusalOf(desk.reverseInvoice(1))).toBe('heldByDocument')
    expect(await refusalOf(desk.offset({ kind: 'payable', customerId: customer, offsetOn: '2026-04-01', document: 'YF-1', lines: [{ itemId: refund.itemId, amount: 1 }] }))).toBe('notADebt')
  })

  it('is reversed: the credits have their money again', async () => {
    const advance = await desk.receipt(customer, 8000, '2026-02-01')
    const refund = await desk.refund(customer, 3000, '2026-03-10')
    const reversal = await desk.reverseRefund(refund.id, '2026-03-20')
    expect([reversal.number, reversal.status, reversal.amount, reversal.reversalNumber]).toEqual(['TK-202603-0002', 'reversal', -3000, 'TK-202603-0001'])
    expect([(await desk.refundView(refund.id)).status, (await desk.receiptView(advance.id)).unallocated, await desk.aging('2026-03-19'), await desk.aging('2026-03-20')].flat().slice(0, 2)).toEqual(['reversed', 8000])
    expect([await desk.aging('2026-03-19'), await desk.aging('2026-03-20')].map((row) => row.at(-1))).toEqual([-5000, -8000])
    expect(await refusalOf(desk.reverseRefund(reversal.id))).toBe('reversalOfReversal')
    expect(await refusalOf(desk.reverseRefund(refund.id))).toBe('alreadyReversed')
    expect((await desk.reverseReceipt(advance.id)).status).toBe('reversal')
  })

  it('refuses to reverse by the reasons of the contract', async () => {
    await desk.receipt(customer, 8000, '2026-02-01')
    const refund = await desk.refund(customer, 3000, '2026-03-10')
    expect(await refusalOf(desk.reverseRefund(99))).toBe('notFound')
    expect(await refusalOf(desk.reverseRefund(refund.id, '2026-03-09'))).toBe('beforeDocument')
    expect(await refusalOf(desk.reverseRefund(refund.id, '2027-07-02'))).toBe('tooFarAhead')
  })

  it('gains by the rate when a foreign advance is paid back for less', async () => {
    await desk.write((tx) => saveRate(tx, { currency: 'USD', on: day('2026-02-01'), rate: 7_123_400 }))
    await desk.receipt(customer, 100_000, '2026-02-10', [], { currency: 'USD' })
    const refund = await desk.refund(customer, 100_000, '2026-03-10', { currency: 'USD', baseAmount: 705_120 })
    expect([refund.rate, refund.baseAmount, refund.exchangeDifference]).toEqual([7_051_200, 705_120, 7220])
    await desk.reverseRefund(refund.id)
    expect((await desk.refundView(refund.id)).exchangeDifference).toBe(0)
  })

  describe('refuses to record', () => {
    /** Items: 1 an invoice, 2 an advance of 3000, 3 of the other customer, 4 in dollars. */
    const credit = (itemId: number, amount = 3000) => ({ itemId, amount })
    it.each([
      ['an unknown customer', { customerId: 99, bankAccountId: 9 }, 'unknownCustomer', 'customerId'],
      ['an unknown bank account', { bankAccountId: 9, refundedOn: '2025-12-31' }, 'unknownBankAccount', 'bankAccountId'],
      ['a day before the start', { refundedOn: '2025-12-31', rate: 1 }, 'beforeStart', 'refundedOn'],
      ['a rate for own money', { refundedOn: '2027-07-02', rate: 1 }, 'notForeign', 'rate'],
      ['a day more than a year ahead', { refundedOn: '2027-07-02', credits: [credit(2, 1)] }, 'tooFarAhead', 'refundedOn'],
      ['credits that do not add up', { credits: [credit(99, 2999)] }, 'doesNotAddUp', 'credits'],
      ['one credit twice', { credits: [credit(2, 1500), credit(2, 1500)] }, 'itemTwice', 'credits.1'],
      ['a credit that does not exist', { credits: [credit(99)] }, 'unknownItem', 'credits.0'],
      ['to pay a debt back', { credits: [credit(1)] }, 'notACredit', 'credits.0'],
      ['an advance of another customer', { credits: [credit(3)] }, 'otherCustomer', 'credits.0'],
      ['an advance in another currency', { credits: [credit(4)] }, 'otherCurrency', 'credits.0'],
      ['a day before the money came', { refundedOn: '2026-02-28', credits: [credit(2)] }, 'beforeDocuments', 'refundedOn'],
      ['more than the advance has left', { amount: 3001, credits: [credit(2, 3001)] }, 'moreThanReceiptLeft', 'credits.0.amount'],
      ['more than all advances have left', { amount: 3001 }, 'moreThanReceiptLeft', 'amount'],
    ])('%s, in the order of the contract', async (_, given, reason, field) => {
      await itemOf(10_000, '2026-02-01')
      await desk.receipt(customer, 3000, '2026-03-01')
      await desk.receipt(other, 3000, '2026-03-01')
      await desk.receipt(customer, 3000, '2026-03-01', [], { currency: 'USD' })
      const attempt = () => desk.write((tx) => recordRefund(tx, refundInput.parse({ customerId: customer, amount: 3000, refundedOn: '2026-04-01', ...given }), CALENDAR))
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
      expect((await desk.refund(customer, 3000, '2026-04-01')).number).toBe('TK-202604-0001')
      expect(await refusalOf(desk.refund(customer, 1, '2026-04-01', { credits: [credit(2, 1)] }))).toBe('moreThanReceiptLeft')
    })
  })

  it('lists the refunds, to a salesperson those of the own customers', async () => {
    const seller = await desk.salesperson('王业务')
    const mine = await desk.customer('无锡轴承', { salespersonId: seller })
    for (const of of [customer, mine]) {
      await desk.receipt(of, 1000, '2026-02-01')
      await desk.refund(of, 600, '2026-03-01')
    }
    const list = (scope: number | null, search = '') => desk.ledger.read((reader) => refundGrid(reader, gridRequest.parse({ search }), scope))
    expect([(await list(null)).rows.map((row) => [row.number, row.customerName, row.amount]), (await list(null)).totals]).toEqual([[['TK-202603-0002', '无锡轴承', 600], ['TK-202603-0001', '上海机械', 600]], { amount: 1200 }])
    expect([(await list(seller)).rows.map((row) => row.id), (await list(null, '上海')).rows.map((row) => row.id)]).toEqual([[2], [1]])
    expect(await refusalOf(desk.ledger.read((reader) => refundView(reader, 1, seller)))).toBe('notFound')
  })
})
