import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { provisionGrid } from '../../db/badDebt/provisions.ts'
import { requestGrid, writeOffGrid } from '../../db/badDebt/queries.ts'
import { checkLedger } from '../../db/check.ts'
import { search } from '../../db/overview/queries.ts'
import { closeMonth } from '../../db/periods/commands.ts'
import { controlTotals } from '../../db/periods/controlTotals.ts'
import { saveRate } from '../../db/rates/commands.ts'
import { changeOptions } from '../../db/settings/commands.ts'
import { addDays, day, type Month } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { money } from '../../shared/money.ts'
import { BadDebtDesk, CLERK } from '../support/badDebtDesk.ts'
import { CALENDAR, Desk, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'
import { Random } from '../simulation/random.ts'

const MONTH = (text: string): Month => text as Month

describe.each(engines)('bad debt on $name', ({ start }) => {
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
    customer = await desk.customer('上海机械')
    other = await desk.customer('重庆钢厂')
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  const itemOf = async (amount: number, on: string, of = customer, more: Record<string, unknown> = {}): Promise<number> =>
    (await desk.invoice(of, amount, on, more)).installments[0]?.itemId ?? 0
  const totalsOf = async (month: string) => {
    const { totals, disagreeing } = await desk.ledger.read((reader) => controlTotals(reader, MONTH(month)))
    expect(disagreeing).toBe(0)
    return totals.map(({ opening, debits, credits, closing }) => [opening, debits, credits, closing])
  }

  describe('a provision', () => {
    beforeEach(() => bad.follow('enterprise'))

    it('takes what the office brought along as there: 1,000,000 at 5 % with 10,000 there, 40,000 provided', async () => {
      await desk.write((tx) => changeOptions(tx, { openingAllowance: money(10_000_00) }))
      await itemOf(1_000_000_00, '2026-02-10')
      const provision = await bad.provide('2026-02-28')
      expect([provision.required, provision.existing, provision.amount]).toEqual([50_000_00, 10_000_00, 40_000_00])
      expect((await bad.preview('2026-02-28')).amount).toBe(0)
      // What was provided on it cannot be worked out afresh.
      expect(await refusalOf(desk.write((tx) => changeOptions(tx, { openingAllowance: money(0) })))).toBe('allowanceInUse')
      await desk.write((tx) => changeOptions(tx, { letterGapDays: 14 }))
    })

    it('makes up the difference to what stands in the allowance: 50,000 required, 10,000 there, 40,000 provided', async () => {
      await itemOf(200_000_00, '2026-01-10')
      expect((await bad.provide('2026-01-31')).amount).toBe(10_000_00)
      await itemOf(800_000_00, '2026-02-10')
      const provision = await bad.provide('2026-02-28')
      expect([provision.number, provision.required, provision.existing, provision.amount, provision.entry]).toEqual(
        ['JT-202602-0001', 50_000_00, 10_000_00, 40_000_00, { debit: 'impairmentLoss', credit: 'allowance', amount: 40_000_00 }])
      expect((await bad.preview('2026-02-28')).amount).toBe(0)
    })

    it('takes each debt at the rate of its age, as it was open on the day', async () => {
      for (const on of ['2026-01-15', '2025-06-30', '2025-06-29', '2024-01-01', '2023-01-01', '2022-01-01', '2020-01-01']) await itemOf(100_00, on)
      await desk.receipt(customer, 50_00, '2026-07-01', [{ itemId: 1, amount: 50_00 }])
      expect((await bad.preview('2026-06-30')).buckets.map(({ from, to, open, required }) => [from, to, open, required])).toEqual([
        [0, 12, 200_00, 10_00], [12, 24, 100_00, 10_00], [24, 36, 100_00, 30_00], [36, 48, 100_00, 50_00], [48, 60, 100_00, 80_00], [60, null, 100_00, 100_00],
      ])
      expect((await bad.preview('2026-07-01')).buckets[0]?.open).toBe(150_00 - 100_00)
    })

    it('lets credit notes reduce and advances not, and leaves other currencies to themselves', async () => {
      await itemOf(100_00, '2026-01-15')
      await itemOf(30_00, '2026-02-15', customer, { kind: 'creditNote' })
      await desk.receipt(customer, 50_00, '2026-03-01')
      await itemOf(500_00, '2026-01-15', customer, { currency: 'USD' })
      expect((await bad.preview('2026-03-31')).buckets[0]).toMatchObject({ open: 70_00, required: 3_50 })
      expect((await bad.preview('2026-03-31', { currency: 'USD' })).required).toBe(25_00)
    })

    it('judges a customer by itself and takes it out of the general base', async () => {
      await itemOf(100_00, '2026-01-15')
      await itemOf(400_00, '2026-01-15', other)
      const provision = await bad.provide('2026-03-31', { specific: [{ customerId: other, rate: 6000, note: '已停产' }] })
      expect([provision.content.buckets[0]?.open, provision.content.specific.map(({ name, open, required, note }) => [name, open, required, note]), provision.required]).toEqual([100_00, [['重庆钢厂', 400_00, 240_00, '已停产']], 245_00])
    })

    it('releases what is no longer needed, and follows write-offs and what came back', async () => {
      const item = await itemOf(1000_00, '2026-01-15')
      await bad.provide('2026-01-31')
      const lost = await bad.writeOff(customer, item, 600_00, '2026-02-10')
      expect(await bad.preview('2026-02-28')).toMatchObject({ required: 20_00, existing: -550_00, amount: 570_00 })
      await bad.provide('2026-02-28')
      await bad.recover(lost.id, 200_00, '2026-03-05')
      const release = await bad.provide('2026-03-31')
      expect([release.required, release.existing, release.amount, release.entry]).toEqual([30_00, 220_00, -190_00, { debit: 'allowance', credit: 'impairmentLoss', amount: 190_00 }])
    })

    it('goes by the rates of the office', async () => {
      await desk.write((tx) => changeOptions(tx, { provisionRates: { months: [6], rates: [100, 5000] } }))
      await itemOf(100_00, '2025-12-01')
      await itemOf(100_00, '2026-05-01')
      expect((await bad.preview('2026-06-30')).buckets.map(({ to, required }) => [to, required])).toEqual([[6, 1_00], [null, 50_00]])
    })

    it.each([
      ['a day more than a year ahead', { asOf: '2027-07-02', specific: [{ customerId: 99, rate: 1 }] }, 'tooFarAhead', 'asOf'],
      ['one day before a later provision', { asOf: '2026-03-30', specific: [{ customerId: 99, rate: 1 }] }, 'laterProvision', 'asOf'],
      ['a customer twice', { specific: [{ customerId: 99, rate: 1 }, { customerId: 99, rate: 1 }] }, 'customerTwice', 'specific.1.customerId'],
      ['an unknown customer', { specific: [{ customerId: 99, rate: 1 }] }, 'unknownCustomer', 'specific.0.customerId'],
    ])('refuses %s', async (_, given, reason, field) => {
      await itemOf(100_00, '2026-01-15')
      await bad.provide('2026-03-31')
      const attempt = () => bad.provide('2026-03-31', given)
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
    })

    it('refuses a closed month', async () => {
      await itemOf(100_00, '2026-01-15')
      await desk.write((tx) => closeMonth(tx, { month: MONTH('2026-01'), acceptWarnings: true }, { today: CALENDAR.today }))
      expect(await refusalOf(bad.provide('2026-01-31'))).toBe('periodClosed')
      expect((await bad.provide('2026-02-28')).number).toBe('JT-202602-0001')
      const found = (scope: number | null) => desk.ledger.read(async (reader) => (await search(reader, 'jt-2026', 9, scope)).map((hit) => [hit.kind, hit.title, hit.detail]))
      expect([await found(null), await found(1)]).toEqual([[['provision', 'JT-202602-0001', '2026-02-28']], []])
    })

    it('is no use to a small enterprise, which is told so', async () => {
      await itemOf(100_00, '2026-01-15')
      await bad.follow('small')
      expect(await bad.preview('2026-03-31')).toMatchObject({ standard: 'small', required: 0, existing: 0, amount: 0 })
      expect(await refusalOf(bad.provide('2026-03-31'))).toBe('noAllowance')
    })

    it('is listed', async () => {
      await itemOf(100_00, '2026-01-15')
      await bad.provide('2026-01-31')
      await bad.provide('2026-03-31')
      const { rows, totals } = await desk.ledger.read((reader) => provisionGrid(reader, gridRequest.parse({})))
      expect([rows.map((row) => [row.number, row.amount]), totals]).toEqual([[['JT-202603-0001', 0], ['JT-202601-0001', 5_00]], { amount: 5_00 }])
    })
  })

  describe('a request to write off', () => {
    it('posts nothing before another person approves it; then the debts are gone and the aging falls', async () => {
      const [first, second] = [await itemOf(1000, '2026-01-10'), await itemOf(500, '2026-02-10')]
      const request = await bad.ask(customer, [{ itemId: first, amount: 1000 }, { itemId: second, amount: 200 }])
      expect([request.status, request.askedBy, request.amount, request.lines.map((line) => [line.open, line.amount]), (await desk.aging('2026-06-30')).at(-1)]).toEqual(['waiting', '张会计', 1200, [[1000, 1000], [500, 200]], 1500])
      const lost = await bad.approve(request.id, '2026-06-15')
      expect([lost.number, lost.status, lost.amount, lost.left, lost.askedBy, lost.postedBy, lost.evidence]).toEqual(['HX-202606-0001', 'posted', 1200, 1200, '张会计', '陈老板', '(2026) 苏 05 破 12 号裁定书'])
      expect((await desk.ledger.read((reader) => search(reader, 'hx-202606', 9, null))).map((hit) => [hit.kind, hit.id])).toEqual([['writeOff', lost.id]])
      expect(lost.lines.map((line) => [line.debit.number, line.amount, line.allocatedOn, line.reason])).toEqual([['YS-202601-0001', 1000, '2026-06-15', 'writeOff'], ['YS-202602-0001', 200, '2026-06-15', 'writeOff']])
      expect([(await desk.aging('2026-06-14')).at(-1), (await desk.aging('2026-06-15')).at(-1)]).toEqual([1500, 300])
      expect(await totalsOf('2026-06')).toEqual([[1500, 0, 1200, 300]])
      expect(await bad.request(request.id)).toMatchObject({ status: 'approved', decidedBy: '陈老板', writeOffNumber: 'HX-202606-0001' })
    })

    it('can be rejected, and asked for once more', async () => {
      const item = await itemOf(1000, '2026-01-10')
      const request = await bad.ask(customer, [{ itemId: item, amount: 1000 }])
      expect(await refusalOf(bad.ask(customer, [{ itemId: item, amount: 1 }]))).toBe('alreadyAsked')
      expect(await bad.reject(request.id)).toMatchObject({ status: 'rejected', decidedBy: '陈老板', decisionNote: '证据不足', writeOffId: null })
      expect((await bad.ask(customer, [{ itemId: item, amount: 1000 }])).id).toBe(2)
    })

    it.each([
      ['an unknown customer', { customerId: 99, lines: [[99, 1]] }, 'unknownCustomer', 'customerId'],
      ['one debt twice', { lines: [[1, 1], [1, 1]] }, 'itemTwice', 'lines.1'],
      ['a debt that does not exist', { lines: [[99, 1]] }, 'unknownItem', 'lines.0'],
      ['a debt of another customer', { lines: [[2, 1]] }, 'otherCustomer', 'lines.0'],
      ['debts in two currencies', { lines: [[1, 1], [3, 1]] }, 'otherCurrency', 'lines.1'],
      ['a receipt', { lines: [[4, 1]] }, 'notADebt', 'lines.0'],
      ['a debt that waits in another request', { lines: [[5, 1]] }, 'alreadyAsked', 'lines.0'],
      ['more than is open', { lines: [[1, 1001]] }, 'moreThanItemOpen', 'lines.0.amount'],
    ])('refuses %s, in the order of the contract', async (_, given: { customerId?: number; lines: number[][] }, reason, field) => {
      await itemOf(1000, '2026-01-10')
      await itemOf(1000, '2026-01-10', other)
      await itemOf(1000, '2026-01-10', customer, { currency: 'USD' })
      await desk.receipt(customer, 100, '2026-02-01')
      await bad.ask(customer, [{ itemId: await itemOf(10, '2026-01-10'), amount: 1 }])
      const attempt = () => bad.ask(given.customerId ?? customer, given.lines.map(([itemId = 0, amount = 0]) => ({ itemId, amount })))
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
    })

    it('is approved neither by who asked, nor twice, nor when the money came meanwhile, nor before the debt', async () => {
      const item = await itemOf(1000, '2026-03-10')
      const { id } = await bad.ask(customer, [{ itemId: item, amount: 1000 }])
      expect(await refusalOf(bad.approve(99))).toBe('notFound')
      expect(await refusalOf(bad.approve(id, '2026-06-15', CLERK))).toBe('samePerson')
      expect(await refusalOf(bad.reject(id, CLERK))).toBe('samePerson')
      expect(await refusalOf(bad.approve(id, '2027-07-02'))).toBe('tooFarAhead')
      expect(await refusalOf(bad.approve(id, '2026-03-09'))).toBe('beforeDocuments')
      const { allocations } = await desk.receipt(customer, 1, '2026-04-01', [{ itemId: item, amount: 1 }])
      expect([await refusalOf(bad.approve(id, '2026-06-15')), await fieldOf(bad.approve(id, '2026-06-15'))]).toEqual(['moreThanItemOpen', 'lines.0.amount'])
      await desk.release(allocations[0]?.id ?? 0)
      expect((await bad.approve(id, '2026-06-30')).number).toBe('HX-202606-0001')
      expect([await refusalOf(bad.approve(id)), await refusalOf(bad.reject(id))]).toEqual(['alreadyDecided', 'alreadyDecided'])
    })

    it('refuses a closed month', async () => {
      const { id } = await bad.ask(customer, [{ itemId: await itemOf(1000, '2026-01-10'), amount: 1000 }])
      await desk.write((tx) => closeMonth(tx, { month: MONTH('2026-02'), acceptWarnings: true }, { today: CALENDAR.today }))
      expect(await refusalOf(bad.approve(id, '2026-02-15'))).toBe('periodClosed')
      expect((await bad.request(id)).status).toBe('waiting')
    })
  })

  describe('a debt that was written off', () => {
    it('is held: only reversing the document gives it back', async () => {
      const invoice = await desk.invoice(customer, 1000, '2026-01-10')
      const lost = await bad.writeOff(customer, invoice.installments[0]?.itemId ?? 0, 1000, '2026-03-10')
      const [line] = lost.lines
      expect(await refusalOf(desk.release(line?.id ?? 0))).toBe('heldByDocument')
      expect(await refusalOf(desk.reverseInvoice(invoice.id))).toBe('heldByDocument')
      expect(await refusalOf(desk.allocate(line?.creditItemId ?? 0, [{ itemId: line?.itemId ?? 0, amount: 1 }]))).toBe('notACredit')
      expect(await refusalOf(desk.refund(customer, 1, '2026-04-01', { credits: [{ itemId: line?.creditItemId ?? 0, amount: 1 }] }))).toBe('notACredit')
      const reversal = await bad.reverse(lost.id, '2026-04-10')
      expect([reversal.number, reversal.status, reversal.amount, reversal.reversalNumber, reversal.left]).toEqual(['HX-202604-0001', 'reversal', -1000, 'HX-202603-0001', 0])
      expect([await desk.aging('2026-04-09'), await desk.aging('2026-04-10')].map((row) => row.at(-1))).toEqual([0, 1000])
      expect([await totalsOf('2026-03'), await totalsOf('2026-04')]).toEqual([[[1000, 0, 1000, 0]], [[0, 0, -1000, 1000]]])
      expect((await desk.reverseInvoice(invoice.id)).status).toBe('reversal')
    })

    it('comes back in parts, due as the oldest debt was, and is paid like any other', async () => {
      const [old, young] = [await itemOf(1000, '2026-01-10', customer, { dueOn: '2026-02-10' }), await itemOf(500, '2026-02-10', customer, { dueOn: '2026-03-10' })]
      const lost = await bad.approve((await bad.ask(customer, [{ itemId: young, amount: 500 }, { itemId: old, amount: 1000 }])).id, '2026-04-10')
      const back = await bad.recover(lost.id, 600, '2026-05-05')
      await bad.recover(lost.id, 900, '2026-05-06')
      expect([back.number, back.kind, back.amount, back.recoversNumber]).toEqual(['HX-202605-0001', 'recovery', 600, 'HX-202604-0001'])
      expect([(await desk.aging('2026-05-04')).at(-1), await desk.aging('2026-05-06')]).toEqual([0, [0, 0, 0, 1500, 0, 0, 1500]])
      expect(await totalsOf('2026-05')).toEqual([[0, 1500, 0, 1500]])
      const paid = await desk.receipt(customer, 600, '2026-05-08', [{ itemId: back.itemId ?? 0, amount: 600 }])
      expect([paid.unallocated, (await bad.view(lost.id)).recoveries.map((one) => [one.number, one.amount, one.open])]).toEqual([0, [['HX-202605-0001', 600, 0], ['HX-202605-0002', 900, 900]]])
      expect(await bad.view(lost.id)).toMatchObject({ recovered: 1500, left: 0 })
      expect([await refusalOf(bad.recover(lost.id, 1, '2026-05-07')), await fieldOf(bad.recover(lost.id, 1, '2026-05-07'))]).toEqual(['moreThanWrittenOff', 'amount'])
    })

    it('that came back by mistake is gone again, and the money that was paid on it is free', async () => {
      const lost = await bad.writeOff(customer, await itemOf(1000, '2026-01-10'), 1000, '2026-03-10')
      const back = await bad.recover(lost.id, 400, '2026-04-01')
      const paid = await desk.receipt(customer, 400, '2026-04-02', [{ itemId: back.itemId ?? 0, amount: 400 }])
      expect(await refusalOf(bad.reverse(lost.id))).toBe('recovered')
      expect((await bad.reverse(back.id, '2026-05-01')).amount).toBe(-400)
      expect([(await desk.receiptView(paid.id)).unallocated, (await bad.view(lost.id)).left, await totalsOf('2026-05')]).toEqual([400, 1000, [[0, -400, 0, -400]]])
      expect(await refusalOf(bad.recover(back.id, 1, '2026-05-02'))).toBe('notAWriteOff')
      expect((await bad.reverse(lost.id)).status).toBe('reversal')
    })

    it('may be lost a second time', async () => {
      const lost = await bad.writeOff(customer, await itemOf(1000, '2026-01-10'), 1000, '2026-03-10')
      const back = await bad.recover(lost.id, 400, '2026-04-01')
      await bad.writeOff(customer, back.itemId ?? 0, 400, '2026-05-01')
      expect(await refusalOf(bad.reverse(back.id))).toBe('heldByDocument')
      expect((await desk.aging('2026-05-01')).at(-1)).toBe(0)
    })

    it('refuses to come back, and to be reversed, by the reasons of the contract', async () => {
      const lost = await bad.writeOff(customer, await itemOf(1000, '2026-01-10'), 1000, '2026-03-10')
      expect([await refusalOf(bad.recover(99, 1, '2026-04-01')), await refusalOf(bad.recover(lost.id, 1001, '2026-03-09')), await refusalOf(bad.recover(lost.id, 1001, '2027-07-02'))]).toEqual(['notFound', 'beforeDocument', 'tooFarAhead'])
      expect([await refusalOf(bad.reverse(99)), await refusalOf(bad.reverse(lost.id, '2026-03-09')), await refusalOf(bad.reverse(lost.id, '2027-07-02'))]).toEqual(['notFound', 'beforeDocument', 'tooFarAhead'])
      const back = await bad.recover(lost.id, 10, '2026-04-01')
      await desk.receipt(customer, 10, '2026-04-05', [{ itemId: back.itemId ?? 0, amount: 10 }])
      expect(await refusalOf(bad.reverse(back.id, '2026-04-04'))).toBe('beforeAllocations')
      await bad.reverse(back.id)
      const reversal = await bad.reverse(lost.id)
      expect([await refusalOf(bad.recover(lost.id, 1, '2026-04-01')), await refusalOf(bad.recover(reversal.id, 1, '2026-04-01')), await refusalOf(bad.reverse(lost.id)), await refusalOf(bad.reverse(reversal.id))]).toEqual(
        ['alreadyReversed', 'notAWriteOff', 'alreadyReversed', 'reversalOfReversal'])
      await desk.write((tx) => closeMonth(tx, { month: MONTH('2026-02'), acceptWarnings: true }, { today: CALENDAR.today }))
    })

    it('in dollars neither gains nor loses by the rate, and comes back at what it was lost at', async () => {
      for (const [on, rate] of [['2026-01-01', 7_000_000], ['2026-03-01', 7_500_000]] as const) await desk.write((tx) => saveRate(tx, { currency: 'USD', on: day(on), rate }))
      const lost = await bad.writeOff(customer, await itemOf(1000, '2026-01-10', customer, { currency: 'USD' }), 1000, '2026-03-10')
      const rows = await desk.ledger.read((reader) => reader.db.select().from(reader.t.exchangeDifferences))
      expect(rows.map((row) => [row.debitBase, row.creditBase])).toEqual([[7000, 7000]])
      const back = await bad.recover(lost.id, 300, '2026-04-01')
      const booked = await desk.ledger.read((reader) => reader.db.select().from(reader.t.bookedRates))
      expect(booked.filter((row) => row.id === back.itemId).map((row) => [row.rate, row.base])).toEqual([[7_000_000, 2100]])
    })

    it('is booked by the standard of the office', async () => {
      const lost = await bad.writeOff(customer, await itemOf(1000, '2026-01-10'), 1000, '2026-03-10')
      const back = await bad.recover(lost.id, 100, '2026-04-01')
      const entries = async () => [(await bad.view(lost.id)).entry, (await bad.view(back.id)).entry].map(({ debit, credit }) => [debit, credit])
      expect(await entries()).toEqual([['badDebtLoss', 'receivable'], ['receivable', 'otherIncome']])
      await bad.follow('enterprise')
      expect(await entries()).toEqual([['allowance', 'receivable'], ['receivable', 'allowance']])
    })
  })

  it('lists the requests and keeps the debts that were lost in mind', async () => {
    const [mine, theirs] = [await itemOf(1000, '2026-01-10'), await itemOf(700, '2026-01-10', other)]
    const lost = await bad.writeOff(customer, mine, 1000, '2026-03-10')
    const wrong = await bad.writeOff(other, theirs, 700, '2026-03-11')
    await bad.recover(lost.id, 300, '2026-04-01')
    await bad.reverse(wrong.id)
    await bad.ask(other, [{ itemId: theirs, amount: 700 }])
    const list = await desk.ledger.read((reader) => writeOffGrid(reader, gridRequest.parse({})))
    expect([list.rows.map((row) => [row.number, row.status, row.amount, row.recovered, row.left]), list.totals]).toEqual([
      [['HX-202603-0002', 'reversed', 700, 0, 0], ['HX-202603-0001', 'posted', 1000, 300, 700]], { amount: 1000, recovered: 300, left: 700 },
    ])
    const asked = await desk.ledger.read((reader) => requestGrid(reader, gridRequest.parse({ filters: [{ field: 'status', op: 'eq', value: 'waiting' }] })))
    expect(asked.rows.map((row) => [row.id, row.customerName, row.amount, row.askedBy])).toEqual([[3, '重庆钢厂', 700, '张会计']])
    expect((await desk.ledger.read((reader) => writeOffGrid(reader, gridRequest.parse({ search: '上海' })))).rows.map((row) => row.id)).toEqual([lost.id])
  })

  it('keeps aging and control totals together, whatever is lost and comes back in whatever order', async () => {
    const random = new Random(20261122)
    const debts: { itemId: number; of: number; open: number }[] = []
    const lost: { id: number; left: number; on: string }[] = []
    let total = 0
    for (let step = 0; step < 40; step += 1) {
      const on = addDays(day('2026-02-01'), step * 3)
      const debt = debts.filter((one) => one.open > 0)[step % 3]
      const dice = random.next()
      const writeOff = lost.find((one) => one.left > 0)
      if (debt && dice < 0.4) {
        const amount = random.between(1, debt.open)
        const { id } = await bad.writeOff(debt.of, debt.itemId, amount, on)
        debt.open -= amount
        total -= amount
        lost.push({ id, left: amount, on })
      } else if (writeOff && dice < 0.6) {
        const amount = random.between(1, writeOff.left)
        const back = await bad.recover(writeOff.id, amount, on)
        writeOff.left -= amount
        total += amount
        debts.push({ itemId: back.itemId ?? 0, of: back.customerId, open: amount })
      } else if (writeOff && writeOff === lost.at(-1) && dice < 0.7) {
        const [recovery] = (await bad.view(writeOff.id)).recoveries
        if (!recovery) {
          await bad.reverse(writeOff.id, on)
          total += writeOff.left
          writeOff.left = 0
        }
      } else {
        const of = step % 2 === 0 ? customer : other
        const amount = random.between(100, 10_000)
        debts.push({ itemId: await itemOf(amount, on, of), of, open: amount })
        total += amount
      }
      expect((await desk.aging(on)).at(-1)).toBe(total)
    }
    for (const month of ['2026-02', '2026-03', '2026-04', '2026-05']) await totalsOf(month)
    expect(lost.length).toBeGreaterThan(5)
  })
})
