import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { brokenInvariants } from '../../db/invariants.ts'
import { moveReceipt, recordReceipt } from '../../db/receipts/commands.ts'
import { suggest } from '../../db/receipts/queries.ts'
import { day } from '../../shared/day.ts'
import { receiptInput } from '../../shared/receipts/schemas.ts'
import { CALENDAR, Desk, fen, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('receipts on $name', ({ start }) => {
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

  const itemOf = async (amount: number, on: string, of = customer, more: Record<string, unknown> = {}): Promise<number> =>
    (await desk.invoice(of, amount, on, more)).installments[0]?.itemId ?? 0

  it('settles what it is allocated to and keeps the rest as an advance', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const receipt = await desk.receipt(customer, 12_000, '2026-03-10', [{ itemId: item, amount: 10_000 }], { fee: 30 })
    expect([receipt.number, receipt.unallocated, receipt.fee]).toEqual(['SK-202603-0001', 2000, 30])
    expect(receipt.allocations.map((one) => [one.amount, one.allocatedOn, one.debit.number])).toEqual([[10_000, '2026-03-10', 'YS-202602-0001']])
    expect(await desk.aging('2026-03-31')).toEqual([0, 0, 0, 0, 0, -2000, -2000])
  })

  it('allocates on the later of both days', async () => {
    const item = await itemOf(10_000, '2026-04-01')
    const receipt = await desk.receipt(customer, 10_000, '2026-03-10', [{ itemId: item, amount: 10_000 }])
    expect(receipt.allocations[0]?.allocatedOn).toBe('2026-04-01')
    expect(await desk.aging('2026-03-31')).toEqual([0, 0, 0, 0, 0, -10_000, -10_000])
    expect(await desk.aging('2026-04-01')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('clears a small difference in the same step', async () => {
    const item = await itemOf(10_050, '2026-02-01')
    const receipt = await desk.receipt(customer, 10_000, '2026-03-10', [{ itemId: item, amount: 10_000, difference: 50 }])
    expect(receipt.allocations.map((one) => [one.amount, one.credit.kind])).toEqual([[10_000, 'receipt'], [50, 'difference']])
    expect(await desk.aging('2026-06-30')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('allocates an advance and a credit note later, on the first day on which both are free', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const advance = await desk.receipt(customer, 4000, '2026-01-15')
    const note = await desk.invoice(customer, 3000, '2026-05-01', { kind: 'creditNote' })
    await desk.allocate(advance.itemId, [{ itemId: item, amount: 4000 }])
    await desk.allocate(note.installments[0]?.itemId ?? 0, [{ itemId: item, amount: 3000 }])
    expect([await desk.aging('2026-01-31'), await desk.aging('2026-02-01'), await desk.aging('2026-05-01')].map((row) => row.at(-1))).toEqual([-4000, 6000, 3000])
  })

  it('never settles twice what something dated later has settled already', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const first = await desk.receipt(customer, 10_000, '2026-05-01', [{ itemId: item, amount: 6000 }])
    expect(await refusalOf(desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: item, amount: 5000 }]))).toBe('moreThanItemOpen')
    await desk.release(first.allocations[0]?.id ?? 0, '2026-05-20')
    const second = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: item, amount: 5000 }])
    expect(second.allocations[0]?.allocatedOn).toBe('2026-05-20')
    expect(await desk.ledger.read(brokenInvariants)).toEqual([])
  })

  describe('refuses to record', () => {
    /** Items: 1 an invoice of 10,000, 2 of another customer, 3 in dollars, 4 a credit note. */
    const line = (itemId: number, amount = 100, difference = 0) => ({ itemId, amount, difference })
    it.each([
      ['an unknown customer', { customerId: 99, bankAccountId: 9 }, 'unknownCustomer', 'customerId'],
      ['an unknown bank account', { bankAccountId: 9, receivedOn: '2025-12-31' }, 'unknownBankAccount', 'bankAccountId'],
      ['a day before the start', { receivedOn: '2025-12-31', fee: 60_000 }, 'beforeStart', 'receivedOn'],
      ['a fee above the amount', { fee: 60_000, receivedOn: '2062-03-01' }, 'feeOverAmount', 'fee'],
      ['a day more than a year ahead', { receivedOn: '2027-07-02', allocations: [line(99)] }, 'tooFarAhead', 'receivedOn'],
      ['an allocation day more than a year ahead', { allocatedOn: '2027-07-02', allocations: [line(99)] }, 'tooFarAhead', 'allocatedOn'],
      ['one item twice', { allocations: [line(1), line(1, 20_000)] }, 'itemTwice', 'allocations.1'],
      ['an item that does not exist', { allocations: [line(99)] }, 'unknownItem', 'allocations.0'],
      ['an item of another customer', { allocations: [line(1), line(2, 20_000)] }, 'otherCustomer', 'allocations.1'],
      ['an item in another currency', { allocations: [line(3, 20_000)] }, 'otherCurrency', 'allocations.0'],
      ['to settle a credit', { allocations: [line(4, 20_000, 101)] }, 'notADebt', 'allocations.0'],
      ['a difference above the tolerance', { allocations: [line(1, 20_000, 101)], allocatedOn: '2026-01-01' }, 'differenceOverTolerance', 'allocations.0.difference'],
      ['a difference on an item that stays open', { amount: 5000, allocations: [line(1, 5000, 100)] }, 'differenceStaysOpen', 'allocations.0.difference'],
      ['a difference that leaves one fen', { allocations: [line(1, 9899, 100)] }, 'differenceStaysOpen', 'allocations.0.difference'],
      ['to allocate before the documents', { allocations: [line(1, 20_000)], allocatedOn: '2026-02-28' }, 'beforeDocuments', 'allocatedOn'],
      ['more than the item has open', { amount: 5000, allocations: [line(1, 10_001)] }, 'moreThanItemOpen', 'allocations.0.amount'],
      ['more than the item has open with the difference', { allocations: [line(1, 9_999, 2)] }, 'moreThanItemOpen', 'allocations.0.amount'],
      ['more than the receipt has left', { amount: 5000, allocations: [line(1, 5001)] }, 'moreThanReceiptLeft', 'allocations.0.amount'],
    ])('%s, in the order of the contract', async (_, given, reason, field) => {
      await itemOf(10_000, '2026-02-01')
      await itemOf(10_000, '2026-02-01', other)
      await itemOf(10_000, '2026-02-01', customer, { currency: 'USD' })
      await desk.invoice(customer, 10_000, '2026-02-01', { kind: 'creditNote' })
      const rows = async () => desk.ledger.read((reader) => reader.rows<{ count: number }>(sql`select cast((select count(*) from receipts) + (select count(*) from allocations) + (select count(*) from open_items) + (select count(*) from journal) as bigint) as count`))
      const before = await rows()
      const attempt = () => desk.write((tx) => recordReceipt(tx, receiptInput.parse({ customerId: customer, amount: 50_000, receivedOn: '2026-03-01', ...given }), CALENDAR))
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
      expect(await rows()).toEqual(before)
      expect((await desk.receipt(customer, 1, '2026-03-01')).number).toBe('SK-202603-0001')
    })
  })

  it('refuses to allocate what is no credit', async () => {
    const item = await itemOf(10_000, '2026-02-01')
    const cleared = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: await itemOf(10_050, '2026-02-01'), amount: 10_000, difference: 50 }])
    const difference = cleared.allocations.find((one) => one.credit.kind === 'difference')?.creditItemId ?? 0
    const note = (await desk.invoice(customer, 500, '2026-05-01', { kind: 'creditNote' })).installments[0]?.itemId ?? 0
    expect(await refusalOf(desk.allocate(999, [{ itemId: item, amount: 1 }]))).toBe('notFound')
    expect(await refusalOf(desk.allocate(item, [{ itemId: item, amount: 1 }]))).toBe('notACredit')
    expect(await refusalOf(desk.allocate(difference, [{ itemId: item, amount: 1 }]))).toBe('notACredit')
    expect(await refusalOf(desk.allocate(note, [{ itemId: item, amount: 1, difference: 1 }]))).toBe('differenceOverTolerance')
  })

  /** Rules: Receipts and allocation, 尾差: only where it closes the item, and once an item, so that repeating never passes the tolerance. */
  describe('a small difference', () => {
    it('closes an item whose rest is the tolerance, and none whose rest is one fen more', async () => {
      const [fits, over] = [await itemOf(10_000, '2026-02-01'), await itemOf(10_000, '2026-02-01')]
      await desk.receipt(customer, 9900, '2026-03-01', [{ itemId: fits, amount: 9900, difference: 100 }])
      expect(await refusalOf(desk.receipt(customer, 9899, '2026-03-01', [{ itemId: over, amount: 9899, difference: 101 }]))).toBe('differenceOverTolerance')
      expect(await refusalOf(desk.receipt(customer, 9899, '2026-03-01', [{ itemId: over, amount: 9899, difference: 100 }]))).toBe('differenceStaysOpen')
      expect((await desk.aging('2026-06-30')).at(-1)).toBe(10_000)
    })

    it('is cleared once: what was released and is settled again by other money clears no second one', async () => {
      const item = await itemOf(10_000, '2026-02-01')
      const first = await desk.receipt(customer, 5000, '2026-03-01', [{ itemId: item, amount: 5000 }])
      const second = await desk.receipt(customer, 4900, '2026-03-02', [{ itemId: item, amount: 4900, difference: 100 }])
      await desk.release(first.allocations[0]?.id ?? 0)
      const again = { itemId: item, amount: 4900, difference: 100 }
      expect(await refusalOf(desk.allocate(first.itemId, [again]))).toBe('differenceTwice')
      expect(await refusalOf(desk.receipt(customer, 4900, '2026-06-30', [again]))).toBe('differenceTwice')
      expect((await desk.ledger.read((reader) => suggest(reader, { customerId: customer, amount: fen(4900), receivedOn: day('2026-06-30'), reference: '' }, null))).lines.map((line) => [line.suggested, line.difference, line.cleared])).toEqual([[4900, 0, true]])
      // Taken back together with its allocation it may be cleared anew.
      await desk.release(second.allocations.find((one) => one.credit.kind === 'receipt')?.id ?? 0)
      await desk.receipt(customer, 9900, '2026-06-30', [{ itemId: item, amount: 9900, difference: 100 }])
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('counts what is dated later: an item that a later release opens again stays open', async () => {
      const item = await itemOf(10_000, '2026-02-01')
      const early = await desk.receipt(customer, 9000, '2026-03-01', [{ itemId: item, amount: 9000 }])
      await desk.release(early.allocations[0]?.id ?? 0, '2026-08-01')
      expect(await refusalOf(desk.receipt(customer, 950, '2026-04-01', [{ itemId: item, amount: 950, difference: 50 }]))).toBe('differenceStaysOpen')
    })

    it('is judged the same when a receipt is moved to another customer', async () => {
      const item = await itemOf(10_000, '2026-02-01', other)
      const { id } = await desk.receipt(customer, 5000, '2026-03-01')
      const move = (lines: { itemId: number; amount: number; difference: number }[]) =>
        desk.write((tx) => moveReceipt(tx, { id, customerId: other, reason: '客户认错', allocations: receiptInput.shape.allocations.parse(lines) }, CALENDAR))
      expect(await refusalOf(move([{ itemId: item, amount: 5000, difference: 100 }]))).toBe('differenceStaysOpen')
    })
  })

  describe('release', () => {
    it('takes one allocation back without touching the others, and a past day stays as it was', async () => {
      const [a, b] = [await itemOf(5000, '2026-02-01'), await itemOf(7000, '2026-02-01')]
      const receipt = await desk.receipt(customer, 12_000, '2026-03-01', [{ itemId: a, amount: 5000 }, { itemId: b, amount: 7000 }])
      const before = await desk.aging('2026-05-31')
      expect(await desk.release(receipt.allocations[0]?.id ?? 0)).toBe('2026-06-30')
      expect(await desk.aging('2026-05-31')).toEqual(before)
      expect((await desk.aging('2026-06-30')).slice(-2)).toEqual([-5000, 0])
      expect((await desk.receiptView(receipt.id)).allocations.map((one) => [one.amount, one.releasedOn, one.releasesId])).toEqual([
        [5000, '2026-06-30', null], [7000, null, null], [-5000, null, receipt.allocations[0]?.id],
      ])
    })

    it('takes the small difference back that was cleared with it', async () => {
      const receipt = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: await itemOf(10_050, '2026-02-01'), amount: 10_000, difference: 50 }])
      await desk.release(receipt.allocations[0]?.id ?? 0)
      expect((await desk.aging('2026-06-30')).slice(-2)).toEqual([-10_000, 50])
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('is refused by the reasons of the contract', async () => {
      const receipt = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: await itemOf(10_050, '2026-02-01'), amount: 10_000, difference: 50 }])
      const [main, difference] = receipt.allocations.map((one) => one.id)
      expect(await refusalOf(desk.release(999))).toBe('notFound')
      expect(await refusalOf(desk.release(difference ?? 0))).toBe('heldByReversal')
      expect(await refusalOf(desk.release(main ?? 0, '2026-02-28'))).toBe('beforeAllocation')
      expect(await refusalOf(desk.release(main ?? 0, '2027-07-02'))).toBe('tooFarAhead')
      await desk.release(main ?? 0)
      expect(await refusalOf(desk.release(main ?? 0))).toBe('alreadyReleased')
      const reversal = await desk.reverseReceipt(receipt.id)
      expect(await refusalOf(desk.release(reversal.allocations[0]?.id ?? 0))).toBe('heldByReversal')
    })
  })

  describe('reversal', () => {
    it('takes the allocations and differences back and closes the receipt', async () => {
      const receipt = await desk.receipt(customer, 12_000, '2026-03-01', [{ itemId: await itemOf(10_050, '2026-02-01'), amount: 10_000, difference: 50 }], { fee: 20 })
      const reversal = await desk.reverseReceipt(receipt.id, '2026-06-15')
      expect([reversal.number, reversal.status, reversal.amount, reversal.fee, reversal.reversalNumber]).toEqual(['SK-202606-0001', 'reversal', -12_000, -20, 'SK-202603-0001'])
      expect((await desk.aging('2026-06-15')).slice(-2)).toEqual([0, 10_050])
      expect((await desk.aging('2026-06-14')).slice(-2)).toEqual([-2000, -2000])
      expect((await desk.receiptView(receipt.id)).status).toBe('reversed')
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('is refused by the reasons of the contract', async () => {
      const receipt = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: await itemOf(10_000, '2026-04-01'), amount: 10_000 }])
      expect(await refusalOf(desk.reverseReceipt(999))).toBe('notFound')
      expect(await refusalOf(desk.reverseReceipt(receipt.id, '2026-02-28'))).toBe('beforeDocument')
      expect(await refusalOf(desk.reverseReceipt(receipt.id, '2026-03-31'))).toBe('beforeAllocations')
      expect(await refusalOf(desk.reverseReceipt(receipt.id, '2027-07-02'))).toBe('tooFarAhead')
      const reversal = await desk.reverseReceipt(receipt.id)
      expect(await refusalOf(desk.reverseReceipt(reversal.id))).toBe('reversalOfReversal')
      expect(await refusalOf(desk.reverseReceipt(receipt.id))).toBe('alreadyReversed')
    })
  })

  it('suggests over all open debts, what is named first', async () => {
    await itemOf(30_000, '2026-02-01')
    await itemOf(20_000, '2026-01-05', customer, { invoiceNumber: '26312000000054300101' })
    const asked = (amount: number, reference = '') => desk.ledger.read((reader) => suggest(reader, { customerId: customer, amount: fen(amount), receivedOn: day('2026-03-01'), reference }, null))
    const shown = async (amount: number, reference?: string) => (await asked(amount, reference)).lines.map((line) => [line.number, line.suggested, line.reason])
    expect(await shown(25_000, '付 54300101 货款')).toEqual([['YS-202601-0001', 20_000, 'reference'], ['YS-202602-0001', 0, null]])
    expect(await shown(30_000)).toEqual([['YS-202602-0001', 30_000, 'exactAmount'], ['YS-202601-0001', 0, null]])
    expect([(await asked(60_000)).advance, await refusalOf(asked(1).then(() => desk.ledger.read((reader) => suggest(reader, { customerId: 99, amount: fen(1), receivedOn: day('2026-03-01'), reference: '' }, null))))]).toEqual([10_000, 'unknownCustomer'])
  })
})
