import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { postOffset } from '../../db/offsets/commands.ts'
import { offsetGrid, offsetView } from '../../db/offsets/queries.ts'
import { saveRate } from '../../db/rates/commands.ts'
import { day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { offsetInput } from '../../shared/offsets/schemas.ts'
import { CALENDAR, Desk, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('offsets on $name', ({ start }) => {
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
  const creditOf = async (amount: number, on: string, of = customer): Promise<number> => (await desk.receipt(of, amount, on)).itemId
  const open = async (of: number): Promise<number> => (await desk.ledger.read((reader) => reader.rows<{ open: number }>(
    sql`select cast(coalesce(sum(open), 0) as bigint) as open from open_balances where customer_id = ${of}`)))[0]?.open ?? 0

  describe('预收冲应收: an advance settles the own debts', () => {
    it('allocates several advances to several debts on one day and remembers which', async () => {
      const [first, second] = [await itemOf(10_000, '2026-02-01'), await itemOf(5000, '2026-03-01')]
      const [early, late] = [await creditOf(8000, '2026-01-15'), await creditOf(9000, '2026-03-20')]
      const offset = await desk.offset({
        kind: 'advance', customerId: customer, offsetOn: '2026-04-10',
        lines: [{ creditItemId: early, itemId: first, amount: 8000 }, { creditItemId: late, itemId: first, amount: 2000 }, { creditItemId: late, itemId: second, amount: 5000 }],
      })
      expect([offset.number, offset.status, offset.amount, offset.takenOver]).toEqual(['CX-202604-0001', 'posted', 15_000, []])
      expect(offset.lines.map((line) => [line.credit.number, line.debit.number, line.amount, line.allocatedOn, line.reason])).toEqual([
        ['SK-202601-0001', 'YS-202602-0001', 8000, '2026-04-10', 'offset'],
        ['SK-202603-0001', 'YS-202602-0001', 2000, '2026-04-10', 'offset'],
        ['SK-202603-0001', 'YS-202603-0001', 5000, '2026-04-10', 'offset'],
      ])
      expect([await desk.aging('2026-04-09'), await desk.aging('2026-04-10')].map((row) => row.slice(-2))).toEqual([[-17_000, -2000], [-2000, -2000]])
    })

    it('is reversed by taking back what still stands of it', async () => {
      const item = await itemOf(10_000, '2026-02-01')
      const credit = await creditOf(8000, '2026-01-15')
      const second = await itemOf(1000, '2026-02-02')
      const { id, lines } = await desk.offset({ kind: 'advance', customerId: customer, offsetOn: '2026-04-10', lines: [{ creditItemId: credit, itemId: item, amount: 5000 }, { creditItemId: credit, itemId: second, amount: 1000 }] })
      await desk.release(lines[0]?.id ?? 0, '2026-04-15')
      const reversal = await desk.reverseOffset(id, '2026-04-20')
      expect([reversal.number, reversal.status, reversal.amount, reversal.reversalNumber]).toEqual(['CX-202604-0002', 'reversal', -6000, 'CX-202604-0001'])
      expect((await desk.offsetView(id)).lines.map((line) => line.releasedOn)).toEqual(['2026-04-15', '2026-04-20'])
      expect([(await desk.offsetView(id)).status, (await desk.aging('2026-04-20')).slice(-2)]).toEqual(['reversed', [-8000, 3000]])
    })

    it('takes back the small difference that was cleared on the same debt', async () => {
      const item = await itemOf(10_050, '2026-02-01')
      const credit = await creditOf(10_000, '2026-01-15')
      const { id } = await desk.offset({ kind: 'advance', customerId: customer, offsetOn: '2026-04-10', lines: [{ creditItemId: credit, itemId: item, amount: 5000 }] })
      await desk.allocate(credit, [{ itemId: item, amount: 5000, difference: 50 }])
      await desk.reverseOffset(id)
      expect((await desk.aging('2026-06-30')).slice(-2)).toEqual([-5000, 50])
    })
  })

  it('红票对冲: sets what is left of a credit note against other invoices, and nothing else', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const note = await itemOf(3000, '2026-03-01', customer, { kind: 'creditNote' })
    const lines = [{ creditItemId: note, itemId: item, amount: 3000 }]
    expect(await refusalOf(desk.offset({ kind: 'advance', customerId: customer, offsetOn: '2026-04-10', lines }))).toBe('notACredit')
    const offset = await desk.offset({ kind: 'creditNote', customerId: customer, offsetOn: '2026-04-10', lines })
    expect([offset.lines.map((line) => [line.credit.number, line.amount]), await open(customer)]).toEqual([[['HZ-202603-0001', 3000]], 7000])
  })

  describe('应收冲应收: another customer takes debts over', () => {
    const takeOver = async () => {
      const [first, second] = [await itemOf(10_000, '2026-02-01', customer, { dueOn: '2026-02-20' }), await itemOf(5000, '2026-05-01', customer, { dueOn: '2026-07-31' })]
      const offset = await desk.offset({
        kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: '2026-05-10', document: '三方协议 2026-07',
        lines: [{ itemId: first, amount: 4000 }, { itemId: second, amount: 5000 }],
      })
      return { offset, first, second }
    }

    it('moves the debt and keeps its age, and a past day stays as it was', async () => {
      const before = await desk.aging('2026-05-09')
      const { offset } = await takeOver()
      expect([await open(customer), await open(other)]).toEqual([6000, 9000])
      expect(offset.takenOver.map(({ dueOn, amount, open: left }) => [dueOn, amount, left])).toEqual([['2026-02-20', 4000, 4000], ['2026-07-31', 5000, 5000]])
      expect(offset.lines.map((line) => [line.credit.kind, line.credit.number, line.debit.number, line.amount])).toEqual([
        ['offset', 'CX-202605-0001', 'YS-202602-0001', 4000], ['offset', 'CX-202605-0001', 'YS-202605-0001', 5000],
      ])
      // Not due, 1–30, 31–60, 61–90, over 90, unallocated, total: on 31 May 100 days are over for both customers' parts.
      expect(await desk.aging('2026-05-31')).toEqual([5000, 0, 0, 0, 10_000, 0, 15_000])
      expect(before).toEqual([0, 0, 0, 0, 0, 0, 0])
    })

    it('leaves a debt like any other, and holds the credit that it made', async () => {
      const { offset } = await takeOver()
      const debt = offset.takenOver[0]?.itemId ?? 0
      const paid = await desk.receipt(other, 4000, '2026-06-01', [{ itemId: debt, amount: 4000 }])
      expect([paid.allocations[0]?.debit.number, await open(other)]).toEqual(['CX-202605-0001', 5000])
      const bound = offset.lines[0]?.creditItemId ?? 0
      expect(await refusalOf(desk.release(offset.lines[0]?.id ?? 0))).toBe('heldByDocument')
      expect(await refusalOf(desk.allocate(bound, [{ itemId: await itemOf(1, '2026-06-01'), amount: 1 }]))).toBe('notACredit')
      expect(await refusalOf(desk.reverseInvoice(1))).toBe('heldByDocument')
    })

    it('is reversed with what was paid of it, on a day after all that', async () => {
      const { offset } = await takeOver()
      await desk.receipt(other, 4000, '2026-06-01', [{ itemId: offset.takenOver[0]?.itemId, amount: 4000 }])
      expect(await refusalOf(desk.reverseOffset(offset.id, '2026-05-31'))).toBe('beforeAllocations')
      const reversal = await desk.reverseOffset(offset.id, '2026-06-02')
      expect([reversal.amount, reversal.reversesId, await open(customer), await open(other)]).toEqual([-9000, offset.id, 15_000, -4000])
      expect((await desk.aging('2026-06-01')).slice(-2)).toEqual([0, 11_000])
      expect((await desk.reverseInvoice(1)).status).toBe('reversal')
    })

    it('goes back step by step when it was taken over again', async () => {
      const { offset } = await takeOver()
      const third = await desk.customer('苏州盛华')
      const again = await desk.offset({ kind: 'customers', customerId: other, otherCustomerId: third, offsetOn: '2026-05-20', document: '协议', lines: [{ itemId: offset.takenOver[0]?.itemId, amount: 4000 }] })
      expect(again.takenOver.map(({ dueOn }) => dueOn)).toEqual(['2026-02-20'])
      expect(await refusalOf(desk.reverseOffset(offset.id))).toBe('heldByDocument')
      await desk.reverseOffset(again.id)
      await desk.reverseOffset(offset.id)
      expect([await open(customer), await open(other), await open(third)]).toEqual([15_000, 0, 0])
    })

    it('passes the booked worth of foreign money on, so that nobody gains by it', async () => {
      await desk.write((tx) => saveRate(tx, { currency: 'USD', on: day('2026-02-01'), rate: 7_123_400 }))
      await desk.write((tx) => saveRate(tx, { currency: 'USD', on: day('2026-05-01'), rate: 7_051_200 }))
      const item = await itemOf(100_000, '2026-02-01', customer, { currency: 'USD' })
      const offset = await desk.offset({ kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: '2026-05-10', currency: 'USD', document: '协议', lines: [{ itemId: item, amount: 33_333 }] })
      const paid = await desk.receipt(other, 33_333, '2026-05-20', [{ itemId: offset.takenOver[0]?.itemId, amount: 33_333 }], { currency: 'USD' })
      expect(paid.exchangeDifference).toBe(235_038 - 237_444)
      await desk.reverseOffset(offset.id)
      expect((await desk.receiptView(paid.id)).exchangeDifference).toBe(0)
    })
  })

  it('应收冲应付: settles debts against a payable of ours, and is reversed', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const offset = await desk.offset({ kind: 'payable', customerId: customer, offsetOn: '2026-04-10', document: 'YF-2026-031', lines: [{ itemId: item, amount: 6000 }] })
    expect([offset.document, offset.otherCustomerId, offset.takenOver, await open(customer)]).toEqual(['YF-2026-031', null, [], 4000])
    expect(await refusalOf(desk.reverseOffset(offset.id, '2026-04-09'))).toBe('beforeDocument')
    await desk.reverseOffset(offset.id)
    expect(await open(customer)).toBe(10_000)
  })

  describe('refuses to post', () => {
    /** Items: 1 an invoice of 10,000 due from the customer, 2 of the other, 3 in dollars, 4 a credit note of 500, 5 a receipt of 3000. */
    const own = (more: object = {}) => ({ lines: [{ creditItemId: 5, itemId: 1, amount: 100, ...more }] })
    const over = (more: object = {}) => ({ kind: 'customers', otherCustomerId: 2, document: '协议', lines: [{ itemId: 1, amount: 100 }], ...more })
    it.each([
      ['an unknown customer', { customerId: 99, ...over({ otherCustomerId: 98 }) }, 'unknownCustomer', 'customerId'],
      ['nobody who takes over', over({ otherCustomerId: null, document: '' }), 'unknownOtherCustomer', 'otherCustomerId'],
      ['the same customer on both sides', over({ otherCustomerId: 1, document: '' }), 'sameCustomer', 'otherCustomerId'],
      ['a transfer without consent', over({ document: '', offsetOn: '2025-12-31' }), 'documentMissing', 'document'],
      ['a payable without its number', { kind: 'payable', lines: [{ itemId: 1, amount: 100 }] }, 'documentMissing', 'document'],
      ['a day before the start', { offsetOn: '2025-12-31', lines: [{ itemId: 99, amount: 1 }] }, 'beforeStart', 'offsetOn'],
      ['a day more than a year ahead', { offsetOn: '2027-07-02', lines: [{ itemId: 99, amount: 1 }] }, 'tooFarAhead', 'offsetOn'],
      ['an advance that is not named', { lines: [{ creditItemId: 5, itemId: 99, amount: 1 }, { itemId: 99, amount: 1 }] }, 'creditMissing', 'lines.1.creditItemId'],
      ['one pair twice', { lines: [own().lines[0], { ...own().lines[0], amount: 99_999 }] }, 'itemTwice', 'lines.1'],
      ['one debt twice', over({ lines: [{ itemId: 1, amount: 1 }, { itemId: 1, amount: 99_999 }] }), 'itemTwice', 'lines.1'],
      ['an item that does not exist', own({ itemId: 99 }), 'unknownItem', 'lines.0'],
      ['a credit that does not exist', own({ creditItemId: 99 }), 'unknownItem', 'lines.0'],
      ['a credit note as an advance', own({ creditItemId: 4 }), 'notACredit', 'lines.0.creditItemId'],
      ['an item of another customer', own({ itemId: 2 }), 'otherCustomer', 'lines.0'],
      ['an item in another currency', own({ itemId: 3 }), 'otherCurrency', 'lines.0'],
      ['to settle a credit', over({ lines: [{ itemId: 5, amount: 1 }] }), 'notADebt', 'lines.0'],
      ['a day before the documents', over({ offsetOn: '2026-01-31', lines: [{ itemId: 1, amount: 20_000 }] }), 'beforeDocuments', 'offsetOn'],
      ['a day before the advance came', { ...own(), offsetOn: '2026-02-28' }, 'beforeDocuments', 'offsetOn'],
      ['more than the debt has open', over({ lines: [{ itemId: 1, amount: 10_001 }] }), 'moreThanItemOpen', 'lines.0.amount'],
      ['more than the debt has open for its advance', own({ amount: 10_001 }), 'moreThanItemOpen', 'lines.0.amount'],
      ['more than the advance has left', own({ amount: 3001 }), 'moreThanReceiptLeft', 'lines.0.amount'],
    ])('%s, in the order of the contract', async (_, given, reason, field) => {
      await itemOf(10_000, '2026-02-01')
      await itemOf(10_000, '2026-02-01', other)
      await itemOf(10_000, '2026-02-01', customer, { currency: 'USD' })
      await itemOf(500, '2026-02-01', customer, { kind: 'creditNote' })
      await creditOf(3000, '2026-03-01')
      const attempt = () => desk.write((tx) => postOffset(tx, offsetInput.parse({ kind: 'advance', customerId: customer, offsetOn: '2026-04-01', ...given }), CALENDAR))
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
      expect((await desk.offset({ kind: 'advance', customerId: customer, offsetOn: '2026-04-01', ...own() })).number).toBe('CX-202604-0001')
    })

    it('what is settled on a later day already, as on that day it is no longer open', async () => {
      const item = await itemOf(10_000, '2026-02-01')
      await desk.receipt(customer, 6000, '2026-05-01', [{ itemId: item, amount: 6000 }])
      expect(await refusalOf(desk.offset({ kind: 'payable', customerId: customer, offsetOn: '2026-04-01', document: 'YF-1', lines: [{ itemId: item, amount: 5000 }] }))).toBe('moreThanItemOpen')
    })
  })

  it('refuses to reverse by the reasons of the contract', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const { id } = await desk.offset({ kind: 'payable', customerId: customer, offsetOn: '2026-04-10', document: 'YF-1', lines: [{ itemId: item, amount: 6000 }] })
    expect(await refusalOf(desk.reverseOffset(99))).toBe('notFound')
    expect(await refusalOf(desk.reverseOffset(id, '2027-07-02'))).toBe('tooFarAhead')
    const reversal = await desk.reverseOffset(id)
    expect(await refusalOf(desk.reverseOffset(reversal.id))).toBe('reversalOfReversal')
    expect(await refusalOf(desk.reverseOffset(id))).toBe('alreadyReversed')
  })

  it('lists the offsets, and to a salesperson those of either customer', async () => {
    const seller = await desk.salesperson('王业务')
    const [mine, stranger] = [await desk.customer('无锡轴承', { salespersonId: seller }), await desk.customer('宁波港务')]
    for (const [of, to] of [[customer, mine], [mine, other], [customer, stranger]] as const) {
      await desk.offset({ kind: 'customers', customerId: of, otherCustomerId: to, offsetOn: '2026-04-10', document: '协议', lines: [{ itemId: await itemOf(1000, '2026-02-01', of), amount: 1000 }] })
    }
    const list = (scope: number | null, search = '') => desk.ledger.read((reader) => offsetGrid(reader, gridRequest.parse({ search }), scope))
    expect([(await list(null)).rows.map((row) => [row.number, row.customerName, row.otherCustomerName]), (await list(null)).totals]).toEqual([
      [['CX-202604-0003', '上海机械', '宁波港务'], ['CX-202604-0002', '无锡轴承', '重庆钢厂'], ['CX-202604-0001', '上海机械', '无锡轴承']], { amount: 3000 },
    ])
    expect([(await list(seller)).rows.map((row) => row.id), (await list(seller)).total, (await list(null, '宁波')).rows.map((row) => row.id)]).toEqual([[2, 1], 2, [3]])
    expect(await refusalOf(desk.ledger.read((reader) => offsetView(reader, 3, seller)))).toBe('notFound')
  })
})
