/** Receipts that were wrong: what hangs on one before it is reversed, and moving one to the customer whose money it was. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agingReport } from '../../db/aging/queries.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { billsOf, refuseBills } from '../../db/acceptances/ofReceipt.ts'
import { linesOf } from '../../db/bank/ofReceipt.ts'
import { postItems, postSettlements } from '../../db/invoices/items.ts'
import { offsetsOf } from '../../db/offsets/ofReceipt.ts'
import { moveReceipt } from '../../db/receipts/commands.ts'
import { hangingOf } from '../../db/receipts/hanging.ts'
import { addDays, day } from '../../shared/day.ts'
import { allocationLine } from '../../shared/receipts/schemas.ts'
import { Random } from '../simulation/random.ts'
import { CALENDAR, Desk, fen, fieldOf, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('a wrong receipt on $name', ({ start }) => {
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
  const hanging = (id: number, today = TODAY) => desk.ledger.read((reader) => hangingOf(reader, id, today))
  interface Move {
    movedOn?: string
    allocations?: { itemId: number; amount: number; difference?: number }[]
  }
  const move = (id: number, customerId: number, { movedOn, allocations = [] }: Move = {}) => desk.write((tx) =>
    moveReceipt(tx, { id, customerId, reason: '认错客户', movedOn: movedOn === undefined ? undefined : day(movedOn), allocations: allocations.map((line) => allocationLine.parse(line)) }, CALENDAR))
  const agings = async (days: readonly string[]) => {
    const all: number[][] = []
    for (const on of days) all.push(await desk.aging(on))
    return all
  }
  /** Money paid back from a receipt, as the refund's document posts it. */
  const refund = (receiptItem: number, amount: number, on: string) => desk.write(async (tx) => {
    const id = await tx.nextId(tx.t.refunds)
    const number = await tx.nextNumber('TK', on.slice(0, 7))
    const [itemId = 0] = await postItems(tx, [{ kind: 'refund', documentId: id, customerId: customer, currency: 'CNY', documentOn: day(on), dueOn: day(on), installment: 1, amount: fen(amount) }])
    await tx.post(tx.t.refunds, [{
      id, number, customerId: customer, refundedOn: day(on), currency: 'CNY', amount: fen(amount), method: 'transfer', bankAccountId: null, payee: '', reference: '', note: '', itemId, reversesId: null, reason: '', postedAt: tx.now, postedBy: '',
    }])
    await postSettlements(tx, [{ itemId, creditItemId: receiptItem, amount: fen(amount), on: day(on), reason: 'manual' }], () => customer)
  })

  describe('shows before it is reversed', () => {
    it('which debts open again and by how much, with the differences', async () => {
      const [a, b] = [await itemOf(10_050, '2026-02-01', customer, { invoiceNumber: '26312000' }), await itemOf(5000, '2026-02-01')]
      const receipt = await desk.receipt(customer, 12_000, '2026-03-01', [{ itemId: a, amount: 10_000, difference: 50 }, { itemId: b, amount: 1500 }])
      const { items, ...found } = await hanging(receipt.id)
      expect(items.map((item) => [item.kind, item.number, item.invoiceNumber, item.amount, item.difference, item.openAfter])).toEqual([
        ['invoice', 'YS-202602-0001', '26312000', 10_000, 50, 10_050], ['invoice', 'YS-202602-0002', '', 1500, 0, 5000],
      ])
      expect([found.number, found.reversedOn, found.blocked, found.differences, found.exchangeGain, found.refunds]).toEqual(['SK-202603-0001', TODAY, null, 50, 0, []])
      await desk.reverseReceipt(receipt.id)
      expect((await desk.aging(TODAY)).at(-1)).toBe(15_050)
      expect((await hanging(receipt.id)).items).toEqual([])
    })

    it('what is allocated to a later day, so that it cannot be reversed before it', async () => {
      const receipt = await desk.receipt(customer, 1000, '2026-03-01', [{ itemId: await itemOf(1000, '2026-07-09'), amount: 1000 }])
      expect((await hanging(receipt.id)).reversedOn).toBe('2026-07-09')
    })

    it('why it cannot be reversed', async () => {
      const [reversed, closed] = [await desk.receipt(customer, 100, '2026-03-01'), await desk.receipt(customer, 100, '2026-03-02')]
      const reversal = await desk.reverseReceipt(reversed.id)
      await desk.write(async (tx) => tx.insert(tx.t.closedPeriods, [{ month: '2026-06' }]))
      const why = async (id: number) => (await hanging(id)).blocked?.reason
      expect([await why(reversed.id), await why(reversal.id), await why(closed.id)]).toEqual(['alreadyReversed', 'reversalOfReversal', 'periodClosed'])
      expect((await hanging(closed.id, addDays(TODAY, 1))).blocked).toBeNull()
      expect(await refusalOf(hanging(999))).toBe('notFound')
    })

    it('the refund that was paid from it, which must be reversed first', async () => {
      const receipt = await desk.receipt(customer, 10_000, '2026-03-01')
      await refund(receipt.itemId, 4000, '2026-04-01')
      const found = await hanging(receipt.id)
      expect([found.blocked?.reason, found.blocked?.data.params, found.items]).toEqual(['refunded', { number: 'TK-202604-0001' }, []])
      expect(found.refunds.map((one) => [one.number, one.on, one.amount])).toEqual([['TK-202604-0001', '2026-04-01', 4000]])
      expect([await refusalOf(desk.reverseReceipt(receipt.id)), await refusalOf(move(receipt.id, other))]).toEqual(['refunded', 'refunded'])
    })

    it('the bill, the bank line and the offset that are tied to it', async () => {
      const receipt = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: await itemOf(10_000, '2026-02-01'), amount: 10_000 }], { method: 'acceptance' })
      await desk.write(async (tx) => {
        const { t } = tx
        await tx.post(t.acceptances, [{
          id: 1, number: await tx.nextNumber('PJ', '2026-03'), billNumber: '5102', rangeFrom: null, rangeTo: null, kind: 'bank', drawer: '', acceptor: '', acceptorBank: '', priorHand: '', issuedOn: day('2026-02-01'),
          dueOn: day('2026-08-01'), currency: 'CNY', amount: fen(10_000), transferable: true, customerId: customer, receiptId: receipt.id, splitFromId: null, receivedOn: day('2026-03-01'), note: '', postedAt: tx.now, postedBy: '',
        }])
        await tx.insert(t.acceptanceStates, [{ acceptanceId: 1, status: 'held', since: day('2026-03-01'), dueOn: day('2026-08-01'), customerId: customer, amount: fen(10_000) }])
        await tx.post(t.statementLines, [{
          id: 1, statementId: 1, bankAccountId: 1, row: 2, on: day('2026-03-01'), time: '', direction: 'in', amount: fen(10_000), balance: null, counterparty: '上海机械', counterpartyAccount: '', memo: '', serial: 'A1', class: 'receipt',
        }])
        await tx.insert(t.statementStates, [{ lineId: 1, bankAccountId: 1, on: day('2026-03-01'), class: 'receipt', status: 'done', receiptId: receipt.id, refundId: null, acceptanceEventId: null }])
        await tx.post(t.offsets, [{
          id: 1, number: await tx.nextNumber('CX', '2026-03'), kind: 'advance', customerId: customer, otherCustomerId: null, offsetOn: day('2026-03-01'), currency: 'CNY', amount: fen(10_000), document: '', note: '',
          reversesId: null, reason: '', postedAt: tx.now, postedBy: '',
        }])
        await tx.post(t.offsetLines, [{ id: 1, offsetId: 1, allocationId: receipt.allocations[0]?.id ?? 0 }])
      })
      await desk.ledger.read(async (reader) => {
        expect(await billsOf(reader, receipt.id)).toEqual([{ id: 1, number: 'PJ-202603-0001', billNumber: '5102', on: '2026-03-01', dueOn: '2026-08-01', amount: 10_000, status: 'held' }])
        expect(await linesOf(reader, receipt.id)).toMatchObject([{ id: 1, on: '2026-03-01', amount: 10_000, counterparty: '上海机械' }])
        expect(await offsetsOf(reader, receipt.id)).toEqual([{ id: 1, number: 'CX-202603-0001', on: '2026-03-01', amount: 10_000 }])
        expect(await refusalOf(refuseBills(reader, receipt.id))).toBe('hasAcceptance')
      })
    })
  })

  describe('is moved to the customer whose money it was', () => {
    it('on one day: reversed there, recorded here, both linked, the paid-in day still to be read', async () => {
      const [wrong, right] = [await itemOf(10_050, '2026-02-01'), await itemOf(12_000, '2026-02-01', other)]
      const receipt = await desk.receipt(customer, 12_000, '2026-05-03', [{ itemId: wrong, amount: 10_000, difference: 50 }], { fee: 20, reference: '货款', payer: '重庆钢厂', method: 'other', note: '柜台' })
      const id = await move(receipt.id, other, { allocations: [{ itemId: right, amount: 12_000 }] })
      const [before, after] = [await desk.receiptView(receipt.id), await desk.receiptView(id)]
      const reversal = await desk.receiptView(before.reversedById ?? 0)
      expect([before.status, before.movedTo, before.movedFrom]).toEqual(['reversed', { id, number: 'SK-202606-0002', receivedOn: TODAY }, null])
      expect([reversal.number, reversal.receivedOn, reversal.reason, reversal.movedTo]).toEqual(['SK-202606-0001', TODAY, '认错客户', null])
      expect(after).toMatchObject({
        number: 'SK-202606-0002', status: 'posted', customerId: other, receivedOn: TODAY, amount: 12_000, fee: 20, reference: '货款', payer: '重庆钢厂', method: 'other', note: '柜台', unallocated: 0,
        movedFrom: { id: receipt.id, number: 'SK-202605-0001', receivedOn: '2026-05-03' }, movedTo: null,
      })
      expect((await desk.invoiceView(1)).open).toBe(10_050)
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('and from there to another one', async () => {
      const third = await desk.customer('杭州西溪')
      const receipt = await desk.receipt(customer, 500, '2026-05-03')
      const second = await move(receipt.id, other, { movedOn: '2026-06-01' })
      const last = await desk.receiptView(await move(second, third, { movedOn: '2026-06-02' }))
      expect([last.customerId, last.movedFrom?.id, (await desk.receiptView(second)).movedFrom?.id, (await desk.receiptView(second)).movedTo?.id]).toEqual([third, second, receipt.id, last.id])
      expect(await refusalOf(move(second, third))).toBe('alreadyReversed')
    })

    it('at what it was booked at, not at the rate of the day on which the mistake was found', async () => {
      await desk.write(async (tx) => tx.insert(tx.t.exchangeRates, [{ currency: 'USD', on: day('2026-05-01'), rate: 7_000_000 }, { currency: 'USD', on: day('2026-06-01'), rate: 7_500_000 }]))
      const receipt = await desk.receipt(customer, 10_000, '2026-05-03', [], { currency: 'USD' })
      const after = await desk.receiptView(await move(receipt.id, other))
      expect(await desk.ledger.read((reader) => reader.rows(sql`select rate, base from booked_rates where id = ${after.itemId}`))).toEqual([{ rate: 7_000_000, base: -70_000 }])
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('is refused by the reasons of the contract and leaves no trace', async () => {
      const [mine, theirs] = [await itemOf(10_000, '2026-04-01'), await itemOf(10_000, '2026-04-01', other)]
      const receipt = await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: mine, amount: 10_000 }])
      const rows = () => desk.ledger.read((reader) => reader.rows(sql`select cast((select count(*) from receipts) + (select count(*) from allocations) + (select count(*) from journal) as bigint) as count`))
      const before = await rows()
      const attempts: [string, number, Move & { to?: number }, string, string | undefined][] = [
        ['no such receipt', 999, {}, 'notFound', undefined],
        ['the same customer', receipt.id, { to: customer }, 'sameCustomer', 'customerId'],
        ['no such customer', receipt.id, { to: 999, movedOn: '2026-01-01' }, 'unknownCustomer', 'customerId'],
        ['before the receipt', receipt.id, { movedOn: '2026-02-28' }, 'beforeDocument', 'movedOn'],
        ['before it was allocated', receipt.id, { movedOn: '2026-03-31' }, 'beforeAllocations', 'movedOn'],
        ['too far ahead', receipt.id, { movedOn: '2027-07-02' }, 'tooFarAhead', 'movedOn'],
        ['a debt of the old customer', receipt.id, { allocations: [{ itemId: mine, amount: 1 }] }, 'otherCustomer', 'allocations.0'],
        ['more than the debt', receipt.id, { allocations: [{ itemId: theirs, amount: 10_001 }] }, 'moreThanItemOpen', 'allocations.0.amount'],
      ]
      for (const [name, id, { to = other, ...given }, reason, field] of attempts) {
        expect([name, await refusalOf(move(id, to, given)), await fieldOf(move(id, to, given))]).toEqual([name, reason, field])
      }
      expect(await rows()).toEqual(before)
      const reversal = await desk.reverseReceipt(receipt.id)
      expect([await refusalOf(move(receipt.id, other)), await refusalOf(move(reversal.id, other))]).toEqual(['alreadyReversed', 'reversalOfReversal'])
    })

    it('is refused in a closed month', async () => {
      const receipt = await desk.receipt(customer, 500, '2026-05-03')
      await desk.write(async (tx) => tx.insert(tx.t.closedPeriods, [{ month: '2026-05' }]))
      expect(await refusalOf(move(receipt.id, other, { movedOn: '2026-05-31' }))).toBe('periodClosed')
      expect((await desk.receiptView(await move(receipt.id, other))).receivedOn).toBe(TODAY)
    })

    it.each([[11], [12], [13]])('leaves every past day as it was, and the whole balance every day (seed %i)', async (seed) => {
      const random = new Random(seed)
      const customers = [customer, other, await desk.customer('杭州西溪')]
      const debts: { itemId: number; customerId: number; amount: number }[] = []
      for (let number = 0; number < 12; number += 1) {
        const customerId = random.pick(customers)!
        const amount = random.between(100, 50_000)
        debts.push({ itemId: await itemOf(amount, addDays(day('2026-01-05'), random.between(0, 120)), customerId), customerId, amount })
      }
      const days = ['2026-01-31', '2026-02-15', '2026-03-31', '2026-04-30', '2026-05-31', addDays(TODAY, -1)]
      for (let number = 0; number < 8; number += 1) {
        const debt = random.pick(debts.filter((one) => one.amount > 0))!
        const settled = random.between(1, debt.amount)
        const receipt = await desk.receipt(debt.customerId, settled + random.between(0, 500), addDays(day('2026-02-01'), random.between(0, 140)), [{ itemId: debt.itemId, amount: settled }])
        debt.amount -= settled
        const [before, balance] = [await agings(days), (await desk.aging(TODAY)).at(-1)]
        const to = random.pick(customers.filter((id) => id !== debt.customerId))!
        const next = debts.find((one) => one.customerId === to && one.amount > 0)
        const taken = next ? Math.min(next.amount, receipt.amount) : 0
        await move(receipt.id, to, next ? { allocations: [{ itemId: next.itemId, amount: taken }] } : {})
        debt.amount += settled
        if (next) next.amount -= taken
        expect(await agings(days)).toEqual(before)
        expect((await desk.aging(TODAY)).at(-1)).toBe(balance)
      }
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
      const report = await desk.ledger.read((reader) => agingReport(reader, { asOf: TODAY, basis: 'due', boundaries: [30], currency: 'CNY', scope: null }, 'customer', []))
      expect(report.rows.reduce((sum, row) => sum + row.total, 0)).toBe(report.totals.total)
    })
  })
})
