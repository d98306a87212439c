import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { collections } from '../../db/acceptances/queries.ts'
import { letterContent } from '../../db/dunning/content.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { itemGrid } from '../../db/invoices/queries.ts'
import { DEFAULT_OPTIONS, loadCompany } from '../../db/settings/queries.ts'
import { day, monthOf } from '../../shared/day.ts'
import { lettersHtml } from '../../shared/dunning/letterHtml.ts'
import { gridRequest } from '../../shared/grid.ts'
import { Bills } from '../support/bills.ts'
import { Desk, fieldOf, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('acceptances on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let bills: Bills
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('上海机械')
    bills = await Bills.at(desk)
  })

  const whole = () => desk.ledger.read(brokenInvariants)
  const debtOn = async (asOf: string) => (await desk.aging(asOf)).at(-1)
  /** One bill of 10,000 with the sub-range 1–10000, received on 2026-04-01. */
  const held = async (more: Record<string, unknown> = {}, on = '2026-04-01') => {
    const [bill] = await bills.receive(customer, on, [{ amount: 10_000, rangeFrom: 1, rangeTo: 10_000, ...more }])
    if (!bill) throw new Error('No bill was received')
    return bill
  }

  describe('received', () => {
    it('is one receipt with its allocations, and as many bills as were handed in', async () => {
      const item = (await desk.invoice(customer, 25_000, '2026-02-01')).installments[0]?.itemId
      const [first, second] = await bills.receive(customer, '2026-04-01', [10_000, { amount: 12_000, kind: 'commercial' }], { allocations: [{ itemId: item, amount: 22_000 }] })
      expect([first?.number, second?.number, first?.status, first?.receiptNumber, second?.kind]).toEqual(['PJ-202604-0001', 'PJ-202604-0002', 'held', 'SK-202604-0001', 'commercial'])
      const receipt = await desk.receiptView(first?.receiptId ?? 0)
      expect([receipt.amount, receipt.method, receipt.unallocated]).toEqual([22_000, 'acceptance', 0])
      expect([await debtOn('2026-04-01'), await bills.outstanding('2026-03-31'), await bills.outstanding('2026-04-01')]).toEqual([3000, [0, 0], [22_000, 0]])
      expect(await whole()).toEqual([])
    })

    it('can be entered later for a receipt that was recorded without its bills', async () => {
      const receipt = await desk.receipt(customer, 10_000, '2026-04-01', [], { method: 'acceptance' })
      await bills.register(receipt.id, [6000, 4000])
      expect((await bills.ofReceipt(receipt.id)).map((bill) => [bill.number, bill.amount, bill.receivedOn])).toEqual([['PJ-202604-0001', 6000, '2026-04-01'], ['PJ-202604-0002', 4000, '2026-04-01']])
      expect(await whole()).toEqual([])
    })

    it.each([
      ['a bill due before it was issued', { dueOn: '2026-02-28' }, 'dueNotAfterIssue', 'bills.1.dueOn'],
      ['a bill due after more than six months', { dueOn: '2026-09-02', issuedOn: '2026-03-01' }, 'dueTooLate', 'bills.1.dueOn'],
      ['a bill of a later day', { issuedOn: '2026-04-02' }, 'receivedBeforeIssue', 'bills.1.issuedOn'],
      ['a bill that was due before', { dueOn: '2026-03-31' }, 'receivedAfterDue', 'bills.1.dueOn'],
      ['a sub-range that is not the amount', { rangeFrom: 1, rangeTo: 4999 }, 'rangeDoesNotFit', 'bills.1.rangeTo'],
      ['a bill that the same receipt has already', { billNumber: 'A1' }, 'billTaken', 'bills.1.billNumber'],
      ['a bill that is in hand', { billNumber: 'A0', rangeFrom: 9001, rangeTo: 14_000 }, 'billTaken', 'bills.1.billNumber'],
    ])('refuses %s, and posts nothing', async (_, given, reason, field) => {
      await held({ billNumber: 'A0' })
      const count = () => desk.ledger.read((reader) => reader.rows(sql`select cast((select count(*) from receipts) + (select count(*) from acceptances) + (select count(*) from acceptance_events) + (select count(*) from journal) as bigint) as count`))
      const before = await count()
      const attempt = () => bills.receive(customer, '2026-04-01', [{ amount: 100, billNumber: 'A1' }, { amount: 5000, ...given }])
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
      expect(await count()).toEqual(before)
    })

    it('refuses the reasons of a receipt after those of the bills', async () => {
      expect(await refusalOf(bills.receive(99, '2026-04-01', [{ amount: 1, dueOn: '2026-03-31' }]))).toBe('receivedAfterDue')
      expect(await refusalOf(bills.receive(99, '2026-04-01', [1]))).toBe('unknownCustomer')
      expect(await refusalOf(bills.receive(customer, '2025-12-31', [{ amount: 1, issuedOn: '2025-12-01', dueOn: '2026-05-31' }]))).toBe('beforeStart')
      expect(await refusalOf(bills.receive(customer, '2026-04-01', [1], { allocations: [{ itemId: 99, amount: 1 }] }))).toBe('unknownItem')
    })

    it('refuses to register bills that do not belong to the receipt', async () => {
      const transfer = await desk.receipt(customer, 10_000, '2026-04-01')
      const receipt = await desk.receipt(customer, 10_000, '2026-04-01', [], { method: 'acceptance' })
      expect(await refusalOf(bills.register(99, [10_000]))).toBe('notFound')
      expect(await refusalOf(bills.register(transfer.id, [9000]))).toBe('notAnAcceptanceReceipt')
      expect(await refusalOf(bills.register(receipt.id, [9000]))).toBe('doesNotAddUp')
      expect(await refusalOf(bills.register(receipt.id, [{ amount: 10_000, dueOn: '2026-03-31' }]))).toBe('receivedAfterDue')
      await bills.register(receipt.id, [10_000])
      expect(await refusalOf(bills.register(receipt.id, [9000]))).toBe('alreadyRegistered')
      const reversed = await desk.receipt(customer, 10_000, '2026-04-01', [], { method: 'acceptance' })
      await desk.reverseReceipt(reversed.id)
      expect(await refusalOf(bills.register(reversed.id, [10_000]))).toBe('notAnAcceptanceReceipt')
    })

    it('can come back after it was endorsed', async () => {
      await bills.step('endorse', (await held({ billNumber: 'A0' })).id, { on: '2026-04-05' })
      expect((await held({ billNumber: 'A0' }, '2026-05-01')).number).toBe('PJ-202605-0001')
      expect(await whole()).toEqual([])
    })
  })

  describe('life', () => {
    it('ends with the money at the bank, less its fee', async () => {
      const bill = await held()
      expect((await bills.step('present', bill.id, { on: '2026-06-01' })).status).toBe('presented')
      const collected = await bills.step('collect', bill.id, { on: '2026-06-20', fee: 50 })
      expect([collected.status, collected.since, collected.events.at(-1)?.amount, collected.events.at(-1)?.bankAccount]).toEqual(['collected', '2026-06-20', 9950, '工行基本户'])
      expect([await bills.outstanding('2026-06-19'), await bills.outstanding('2026-06-20')]).toEqual([[10_000, 0], [0, 0]])
      const found = await desk.ledger.read((reader) => collections(reader, { from: day('2026-06-01'), to: day('2026-06-30'), bankAccountId: 1 }))
      expect(found.map((one) => [one.kind, one.on, one.amount, one.fee, one.number])).toEqual([['collected', '2026-06-20', 9950, 50, 'PJ-202604-0001']])
      expect(await whole()).toEqual([])
    })

    it('is money when it is discounted, and may come back until it is due', async () => {
      const bill = await held()
      const discounted = await bills.step('discount', bill.id, { on: '2026-05-01', interest: 120, fee: 10 })
      expect([discounted.events.at(-1)?.amount, discounted.next]).toEqual([9870, ['dishonour', 'undo']])
      expect([await bills.outstanding('2026-05-01'), await bills.outstanding('2026-08-30'), await bills.outstanding('2026-08-31')]).toEqual([[0, 10_000], [0, 10_000], [0, 0]])
      const settled = await bills.step('settle', bill.id, { on: '2026-09-01' })
      expect([settled.status, settled.next, await bills.outstanding('2026-08-30')]).toEqual(['settled', ['undo'], [0, 10_000]])
      expect(await whole()).toEqual([])
    })

    it('splits into sub-ranges that go their own ways', async () => {
      const bill = await held({ rangeFrom: 5001, rangeTo: 15_000 })
      const split = await bills.step('split', bill.id, { on: '2026-04-10', amounts: [3000, 7000] })
      expect([split.status, split.next]).toEqual(['split', ['undo']])
      expect(split.parts.map((part) => [part.number, part.rangeFrom, part.rangeTo, part.amount, part.status])).toEqual([['PJ-202604-0002', 5001, 8000, 3000, 'held'], ['PJ-202604-0003', 8001, 15_000, 7000, 'held']])
      const [small = 0, large = 0] = split.parts.map((part) => part.id)
      expect((await bills.view(small)).parent?.number).toBe('PJ-202604-0001')
      await bills.step('endorse', small, { on: '2026-04-20' })
      await bills.step('discount', large, { on: '2026-04-25' })
      expect([await bills.outstanding('2026-04-09'), await bills.outstanding('2026-04-20'), await bills.outstanding('2026-04-25')]).toEqual([[10_000, 0], [7000, 3000], [0, 10_000]])
      expect(await refusalOf(bills.step('undo', bill.id))).toBe('partsInUse')
      expect(await whole()).toEqual([])
    })

    it('joins again when the split is taken back, and can be split otherwise', async () => {
      const bill = await held()
      const parts = (await bills.step('split', bill.id, { on: '2026-04-10', amounts: [3000, 7000] })).parts
      expect((await bills.step('undo', bill.id, { on: '2026-04-12' })).status).toBe('held')
      expect((await bills.view(parts[0]?.id ?? 0)).status).toBe('returned')
      expect([await bills.outstanding('2026-04-11'), await bills.outstanding('2026-04-12')]).toEqual([[10_000, 0], [10_000, 0]])
      await bills.step('split', bill.id, { on: '2026-04-15', amounts: [5000, 5000] })
      expect([(await bills.step('undo', bill.id, { on: '2026-04-16' })).status, await whole()]).toEqual(['held', []])
    })

    it('can be taken back step by step, and every past day stays as it was', async () => {
      const bill = await held()
      await bills.step('present', bill.id, { on: '2026-05-01' })
      await bills.step('collect', bill.id, { on: '2026-05-10' })
      expect((await bills.step('undo', bill.id, { on: '2026-05-20' })).status).toBe('presented')
      const back = await bills.step('undo', bill.id, { on: '2026-05-25' })
      expect([back.status, back.since, back.lastOn, back.events.map((event) => [event.kind, event.undone])]).toEqual(['held', '2026-04-01', '2026-05-25',
        [['received', false], ['presented', true], ['collected', true], ['undone', false], ['undone', false]]])
      expect([await bills.outstanding('2026-05-09'), await bills.outstanding('2026-05-10'), await bills.outstanding('2026-05-19'), await bills.outstanding('2026-05-20')]).toEqual([[10_000, 0], [0, 0], [0, 0], [10_000, 0]])
      expect([await refusalOf(bills.step('undo', bill.id)), await whole()]).toEqual(['nothingToUndo', []])
    })

    it('cannot be taken back into our hands when the bill came back otherwise', async () => {
      const first = await held({ billNumber: 'A0' })
      await bills.step('endorse', first.id, { on: '2026-04-05' })
      await held({ billNumber: 'A0' }, '2026-05-01')
      expect(await refusalOf(bills.step('undo', first.id))).toBe('billTaken')
    })

    it('refuses each step by the reasons of the contract', async () => {
      const bill = await held({ billNumber: 'A0' })
      const plain = await held({ billNumber: 'B0', rangeFrom: null, rangeTo: null })
      const bound = await held({ billNumber: 'C0', transferable: false })
      const step = (...given: Parameters<typeof bills.step>) => refusalOf(bills.step(...given))
      expect(await step('split', 99, { amounts: [1, 2] })).toBe('notFound')
      expect(await step('collect', bill.id, { bankAccountId: 99 })).toBe('stepNotPossible')
      expect(await step('split', bound.id, { amounts: [1, 2] })).toBe('notTransferable')
      expect(await step('split', plain.id, { amounts: [1, 2] })).toBe('noRange')
      expect(await step('split', bill.id, { amounts: [3000, 7001], on: '2026-03-01' })).toBe('partsDoNotAddUp')
      expect(await step('split', bill.id, { amounts: [3000, 7000], on: '2026-03-31' })).toBe('beforeLastEvent')
      expect(await step('endorse', bill.id, { on: '2026-09-11' })).toBe('tooLateToTransfer')
      expect(await step('discount', bill.id, { on: '2026-08-31' })).toBe('tooLateToTransfer')
      expect(await step('discount', bill.id, { bankAccountId: 99, interest: 20_000 })).toBe('unknownBankAccount')
      expect(await step('discount', bill.id, { interest: 9000, fee: 1001, on: '2026-03-31' })).toBe('deductionsOverAmount')
      expect(await step('present', bill.id, { on: '2026-03-31' })).toBe('beforeLastEvent')
      expect(await step('present', bill.id, { on: '2027-07-02' })).toBe('tooFarAhead')
      expect(await step('dishonour', bill.id, { on: '2026-08-30' })).toBe('notDueYet')
      await bills.step('present', bill.id, { on: '2026-05-01' })
      expect(await step('collect', bill.id, { fee: 10_001, on: '2026-04-30' })).toBe('deductionsOverAmount')
      expect(await step('collect', bill.id, { on: '2026-04-30' })).toBe('beforeLastEvent')
      await desk.write((tx) => tx.insert(tx.t.closedPeriods, [{ month: monthOf(day('2026-05-01')) }]))
      expect(await step('collect', bill.id, { on: '2026-05-31' })).toBe('periodClosed')
      expect(await step('collect', bill.id, { on: '2026-06-01' })).toContain('not refused')
    })
  })

  describe('dishonour', () => {
    const refused = async () => {
      const item = (await desk.invoice(customer, 10_000, '2026-02-01')).installments[0]?.itemId
      const [bill] = await bills.receive(customer, '2026-04-01', [{ amount: 10_000, issuedOn: '2026-01-05', dueOn: '2026-05-20' }], { allocations: [{ itemId: item, amount: 10_000 }] })
      await bills.step('present', bill?.id ?? 0, { on: '2026-05-20' })
      return bills.step('dishonour', bill?.id ?? 0, { on: '2026-05-25' })
    }

    it('brings the debt back from the day of the refusal on', async () => {
      const bill = await refused()
      expect([bill.status, bill.revived?.open, bill.next]).toEqual(['dishonoured', 10_000, ['notify', 'undo']])
      expect([await debtOn('2026-05-24'), await debtOn('2026-05-25'), await bills.outstanding('2026-05-24'), await bills.outstanding('2026-05-25')]).toEqual([0, 10_000, [10_000, 0], [0, 0]])
      expect((await desk.aging('2026-06-30')).slice(0, 3)).toEqual([0, 0, 10_000])
      expect(bill.deadlines.map((one) => [one.kind, one.on, one.state])).toEqual([['notifyBy', '2026-05-28', 'missed'], ['recourseUntil', '2026-11-25', 'open'], ['drawerUntil', '2028-05-20', 'open']])
      const told = await bills.step('notify', bill.id, { on: '2026-05-27' })
      expect([told.status, told.events.at(-1)?.counterparty, told.deadlines[0]?.state]).toEqual(['dishonoured', '上海机械', 'kept'])
      expect(await whole()).toEqual([])
    })

    it('is found among the open items, and asked for by a letter', async () => {
      const bill = await refused()
      const items = await desk.ledger.read((reader) => itemGrid(reader, gridRequest.parse({ search: bill.number }), { includeCredits: true, today: TODAY }, null))
      expect(items.rows.map((row) => [row.kind, row.number, row.open, row.daysOverdue])).toEqual([['dishonour', bill.number, 10_000, 36]])
      const content = await desk.ledger.read(async (reader) => letterContent(reader, { customerId: customer, remark: '', language: 'zh-CN' }, { asOf: TODAY, currency: 'CNY', options: DEFAULT_OPTIONS, scope: null }, await loadCompany(reader), '王会计'))
      expect(content.items.map((item) => [item.kind, item.number, item.open])).toEqual([['dishonour', bill.number, 10_000]])
      expect(lettersHtml([{ content, reprint: false }])).toContain('拒付的承兑汇票')
    })

    it('can be paid by a receipt, which is free again when the dishonour is taken back', async () => {
      const bill = await refused()
      const paid = await desk.receipt(customer, 10_000, '2026-06-10', [{ itemId: bill.revived?.itemId, amount: 10_000 }])
      expect([paid.allocations[0]?.debit.kind, paid.allocations[0]?.debit.number, (await bills.view(bill.id)).revived?.open]).toEqual(['dishonour', bill.number, 0])
      expect(await refusalOf(bills.step('undo', bill.id, { on: '2026-06-09' }))).toBe('beforeAllocations')
      const back = await bills.step('undo', bill.id, { on: '2026-06-20' })
      expect([back.status, back.revived, (await desk.receiptView(paid.id)).unallocated]).toEqual(['presented', null, 10_000])
      expect([await debtOn('2026-06-19'), await debtOn('2026-06-20'), await bills.outstanding('2026-06-20')]).toEqual([0, -10_000, [10_000, 0]])
      await bills.step('dishonour', bill.id, { on: '2026-06-25' })
      expect([await debtOn('2026-06-25'), await whole()]).toEqual([0, []])
    })

    it('comes back from a bank that had discounted it', async () => {
      const [bill] = await bills.receive(customer, '2026-04-01', [{ amount: 10_000, issuedOn: '2026-01-05', dueOn: '2026-05-20' }])
      await bills.step('discount', bill?.id ?? 0, { on: '2026-04-10' })
      expect((await bills.step('dishonour', bill?.id ?? 0, { on: '2026-05-22' })).deadlines[1]).toMatchObject({ kind: 'recourseUntil', on: '2026-08-22' })
      expect([await debtOn('2026-05-22'), await whole()]).toEqual([0, []])
    })
  })

  describe('given back', () => {
    it('goes back with the reversal of its receipt, its parts too', async () => {
      const bill = await held()
      await bills.step('split', bill.id, { on: '2026-04-10', amounts: [3000, 7000] })
      await bills.reverseReceipt(bill.receiptId, '2026-05-01')
      const after = await bills.view(bill.id)
      expect([after.status, after.parts.map((part) => part.status)]).toEqual(['split', ['returned', 'returned']])
      expect([await bills.outstanding('2026-04-30'), await bills.outstanding('2026-05-01'), await whole()]).toEqual([[10_000, 0], [0, 0], []])
      expect(await refusalOf(bills.reverseReceipt(bill.receiptId))).toBe('alreadyReversed')
    })

    it('stays, and its receipt with it, once it has been passed on', async () => {
      const [first] = await bills.receive(customer, '2026-04-01', [6000, 4000])
      await bills.step('endorse', first?.id ?? 0, { on: '2026-04-05' })
      expect(await refusalOf(bills.reverseReceipt(first?.receiptId ?? 0))).toBe('acceptanceInUse')
      await bills.step('undo', first?.id ?? 0, { on: '2026-04-20' })
      expect(await refusalOf(bills.reverseReceipt(first?.receiptId ?? 0, '2026-04-19'))).toBe('beforeLastEvent')
      await bills.reverseReceipt(first?.receiptId ?? 0, '2026-04-20')
      expect(await whole()).toEqual([])
    })

    it('is found when a receipt was reversed without its bills', async () => {
      const bill = await held()
      await desk.reverseReceipt(bill.receiptId)
      expect((await whole()).map((broken) => broken.code)).toEqual(['billsGoBackWithTheirReceipt'])
    })
  })

  describe('calendar', () => {
    it('lists due days and deadlines, what was missed, and what falls due in 30, 60 and 90 days', async () => {
      const late = await held({ billNumber: 'A0', issuedOn: '2026-01-05', dueOn: '2026-06-10' })
      await held({ billNumber: 'B0', dueOn: '2026-07-30' })
      await held({ billNumber: 'C0', dueOn: '2026-08-29' })
      const gone = await held({ billNumber: 'D0', dueOn: '2026-07-15' })
      await bills.step('endorse', gone.id, { on: '2026-05-01' })
      const found = await bills.calendar('2026-07-01', '2026-08-31')
      expect(found.missed.map((one) => [one.number, one.what, one.daysLeft])).toEqual([[late.number, 'due', -20], [late.number, 'presentBy', -10]])
      expect(found.entries.map((one) => [one.on, one.what])).toEqual([['2026-07-15', 'due'], ['2026-07-30', 'due'], ['2026-08-09', 'presentBy'], ['2026-08-29', 'due']])
      expect([found.overdue, found.ahead]).toEqual([{ count: 1, amount: 10_000 }, [{ days: 30, count: 1, amount: 10_000 }, { days: 60, count: 2, amount: 20_000 }, { days: 90, count: 2, amount: 20_000 }]])
    })

    it('forgets a refusal that was paid and told', async () => {
      const bill = await held({ issuedOn: '2026-01-05', dueOn: '2026-05-20' })
      const after = await bills.step('dishonour', bill.id, { on: '2026-05-25' })
      expect((await bills.calendar('2026-06-01', '2026-12-31')).missed.map((one) => one.what)).toEqual(['notifyBy'])
      await bills.step('notify', bill.id, { on: '2026-06-01' })
      expect((await bills.calendar('2026-06-01', '2026-12-31')).missed).toEqual([])
      await desk.allocate((await desk.receipt(customer, 10_000, '2026-06-02')).itemId, [{ itemId: after.revived?.itemId, amount: 10_000 }])
      expect((await bills.calendar('2026-06-01', '2028-12-31')).entries).toEqual([])
    })
  })

  it('fill the book of a period with their life until its last day', async () => {
    const early = await held({ billNumber: 'A0' })
    const later = await held({ billNumber: 'B0' }, '2026-05-02')
    await bills.step('present', early.id, { on: '2026-04-20' })
    await bills.step('collect', early.id, { on: '2026-05-20', fee: 10 })
    await bills.step('discount', later.id, { on: '2026-06-05', interest: 90 })
    const shown = async (from: string, to: string) => (await bills.book(from, to)).lines.map((line) => [line.number, line.status, line.collected, line.discountNet])
    expect(await shown('2026-04-01', '2026-04-30')).toEqual([['PJ-202604-0001', 'presented', 0, 0]])
    expect(await shown('2026-05-01', '2026-05-31')).toEqual([['PJ-202604-0001', 'collected', 9990, 0], ['PJ-202605-0001', 'held', 0, 0]])
    expect(await shown('2026-06-01', '2026-06-30')).toEqual([['PJ-202605-0001', 'discounted', 0, 9910]])
  })

  it('are seen by a salesperson for the own customers only', async () => {
    const seller = await desk.salesperson('王业务')
    const own = await desk.customer('重庆钢厂', { salespersonId: seller })
    await held({ billNumber: 'A0' })
    await bills.receive(own, '2026-04-01', [{ amount: 500, billNumber: 'B0' }])
    expect([await bills.outstanding('2026-04-30'), await bills.outstanding('2026-04-30', seller)]).toEqual([[10_500, 0], [500, 0]])
  })
})
