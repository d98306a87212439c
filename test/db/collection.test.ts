import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { holdCustomer, liftHold, makePromise, openDispute, recordContact, settleDispute, withdrawPromise } from '../../db/collection/commands.ts'
import { contactGrid, customerStory, disputeGrid, holdsOf, promiseGrid } from '../../db/collection/queries.ts'
import { customersOnHold, disputedItems, promisedItems, withDisputes } from '../../db/collection/standing.ts'
import { worklist } from '../../db/collection/worklist.ts'
import { contactInput, disputeInput, holdInput, promiseInput } from '../../shared/collection/schemas.ts'
import { day, type Day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { Desk, fieldOf, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('collection on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number
  let other: number
  /** 10,000 due 2026-03-31 and 5,000 due 2026-07-31. */
  let items: number[]
  let foreign: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('上海机械', { salespersonId: await desk.salesperson('王业务') })
    other = await desk.customer('重庆钢厂')
    items = [await itemOf(10_000, '2026-03-01', '2026-03-31'), await itemOf(5000, '2026-05-01', '2026-07-31')]
    foreign = await itemOf(700, '2026-03-01', '2026-03-31', other)
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  async function itemOf(amount: number, on: string, dueOn: string, of = customer, more: object = {}): Promise<number> {
    return (await desk.invoice(of, amount, on, { dueOn, ...more })).installments[0]?.itemId ?? 0
  }
  const on = (today: Day | string) => ({ today: day(today) })
  const promise = (amount: number, dueOn: string, more: object = {}, today: string = TODAY) =>
    desk.write((tx) => makePromise(tx, promiseInput.parse({ customerId: customer, amount, dueOn, ...more }), on(today), null))
  const dispute = (more: object = {}, today: string = TODAY) =>
    desk.write((tx) => openDispute(tx, disputeInput.parse({ customerId: customer, itemIds: [items[0]], reason: '质量', settleBy: '2026-07-15', ...more }), on(today), null))
  const hold = (more: object = {}, today: string = TODAY) => desk.write((tx) => holdCustomer(tx, holdInput.parse({ customerId: customer, until: '2026-07-10', reason: '重组', ...more }), on(today), null))
  const contact = (more: object = {}) => desk.write((tx) => recordContact(tx, contactInput.parse({ customerId: customer, result: '答应月底付', ...more }), on(TODAY), null))
  const states = async (asOf: Day | string = TODAY, filters: object[] = []) =>
    (await desk.ledger.read((reader) => promiseGrid(reader, gridRequest.parse({ filters }), { asOf: day(asOf) }, null))).rows.map((row) => [row.id, row.state, row.paid])
  const ids = async (query: typeof disputedItems, asOf: string): Promise<number[]> =>
    (await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select distinct i.id from customers c join open_items i on i.customer_id = c.id where i.id in ${query(reader, day(asOf))} order by i.id`))).map((row) => row.id)
  const list = async (asOf: Day | string = TODAY, scope: number | null = null) => desk.ledger.read((reader) => worklist(reader, { asOf: day(asOf), currency: 'CNY' }, scope))
  const story = (of = customer, scope: number | null = null) => desk.ledger.read((reader) => customerStory(reader, of, TODAY, scope))

  describe('a promise', () => {
    it('is open until its day, also when a part was paid, then partly kept, and kept once all of it came', async () => {
      await promise(8000, '2026-06-20', { madeOn: '2026-06-01' })
      expect(await states('2026-06-20')).toEqual([[1, 'open', 0]])
      expect(await states('2026-06-21')).toEqual([[1, 'broken', 0]])
      await desk.receipt(customer, 3000, '2026-06-10')
      expect([await states('2026-06-09'), await states('2026-06-20'), await states('2026-06-21')]).toEqual([[[1, 'open', 0]], [[1, 'open', 3000]], [[1, 'partial', 3000]]])
      await desk.receipt(customer, 5000, '2026-06-20')
      expect([await states('2026-06-19'), await states('2026-06-20'), await states()]).toEqual([[[1, 'open', 3000]], [[1, 'kept', 8000]], [[1, 'kept', 8000]]])
      await desk.receipt(customer, 100, '2026-06-21')
      expect(await states()).toEqual([[1, 'kept', 8000]])
    })

    it('is no longer kept from the day on which the receipt is reversed', async () => {
      await promise(3000, '2026-06-20', { madeOn: '2026-06-01' })
      const receipt = await desk.receipt(customer, 3000, '2026-06-10')
      await desk.reverseReceipt(receipt.id, '2026-06-25')
      expect([await states('2026-06-24'), await states('2026-06-25')]).toEqual([[[1, 'kept', 3000]], [[1, 'broken', 0]]])
    })

    it('about items counts what was allocated to them, less what was taken back by the day', async () => {
      await promise(6000, '2026-06-20', { madeOn: '2026-06-01', itemIds: [items[0]] })
      const receipt = await desk.receipt(customer, 7000, '2026-06-10', [{ itemId: items[0], amount: 4000 }, { itemId: items[1], amount: 3000 }])
      expect(await states()).toEqual([[1, 'partial', 4000]])
      await desk.release(receipt.allocations.find((each) => each.itemId === items[0])?.id ?? 0, '2026-06-28')
      expect([await states('2026-06-27'), await states('2026-06-28')]).toEqual([[[1, 'partial', 4000]], [[1, 'broken', 0]]])
    })

    it('shares money with another: the earlier due takes it first, and an allocation is the same money as its receipt', async () => {
      await promise(4000, '2026-06-25', { madeOn: '2026-06-01' })
      await promise(4000, '2026-06-20', { madeOn: '2026-06-01', itemIds: [items[0]] })
      await desk.receipt(customer, 5000, '2026-06-10', [{ itemId: items[0], amount: 5000 }])
      expect(await states()).toEqual([[1, 'partial', 1000], [2, 'kept', 4000]])
      expect(await states(TODAY, [{ field: 'state', op: 'in', value: ['kept'] }])).toEqual([[2, 'kept', 4000]])
    })

    it('is withdrawn before its day is over and takes no money from then on; afterwards it stays what it became', async () => {
      await promise(4000, '2026-07-05')
      await promise(4000, '2026-06-20', { madeOn: '2026-06-01' })
      await desk.write((tx) => withdrawPromise(tx, { id: 1, note: '改期' }, on(TODAY), null))
      await desk.receipt(customer, 4000, '2026-06-30')
      expect(await states()).toEqual([[1, 'withdrawn', 0], [2, 'broken', 0]])
      const again = (id: number) => refusalOf(desk.write((tx) => withdrawPromise(tx, { id, note: '' }, on(TODAY), null)))
      expect([await again(1), await again(2), await again(9)]).toEqual(['alreadyEnded', 'promiseOver', 'notFound'])
    })

    it('keeps its items from being dunned until its day is over; about no items, all that is due by then', async () => {
      await promise(4000, '2026-07-05', { itemIds: [items[0]] })
      expect([await ids(promisedItems, '2026-07-05'), await ids(promisedItems, '2026-07-06')]).toEqual([[items[0]], []])
    })

    it.each([
      ['a customer who does not exist', { customerId: 99, madeOn: '2026-07-01' }, 'unknownCustomer', 'customerId'],
      ['one made tomorrow', { madeOn: '2026-07-01', dueOn: '2026-06-01' }, 'notInFuture', 'madeOn'],
      ['a day before it was made', { dueOn: '2026-06-29' }, 'promiseInPast', 'dueOn'],
      ['a day more than a year ahead', { dueOn: '2027-07-02', itemIds: [1, 1] }, 'tooFarAhead', 'dueOn'],
      ['one item twice', { itemIds: [1, 1, 99] }, 'itemTwice', 'itemIds.1'],
      ['an item that does not exist', { itemIds: [99] }, 'unknownItem', 'itemIds.0'],
      ['an item of another customer', { itemIds: [1, 3] }, 'otherCustomer', 'itemIds.1'],
      ['an item in another currency', { itemIds: [4] }, 'otherCurrency', 'itemIds.0'],
      ['a credit', { itemIds: [5] }, 'notADebt', 'itemIds.0'],
      ['more than is open of the items', { amount: 10_001, itemIds: [1] }, 'moreThanOpen', 'amount'],
    ])('refuses %s, in the order of the contract', async (_, given, reason, field) => {
      await itemOf(100, '2026-03-01', '2026-03-31', customer, { currency: 'USD' })
      await itemOf(100, '2026-03-01', '2026-03-31', customer, { kind: 'creditNote' })
      const attempt = () => promise(1000, '2026-07-10', given)
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
      expect(foreign).toBe(3)
    })
  })

  describe('a dispute', () => {
    it('stands until it is settled and says what is open of its items', async () => {
      await dispute({ openedOn: '2026-06-10', owner: '周经理' })
      await desk.receipt(customer, 4000, '2026-06-20', [{ itemId: items[0], amount: 4000 }])
      expect([await ids(disputedItems, '2026-06-09'), await ids(disputedItems, TODAY)]).toEqual([[], [items[0]]])
      const rows = async () => (await desk.ledger.read((reader) => disputeGrid(reader, gridRequest.parse({}), { asOf: TODAY }, null))).rows.map((row) => [row.state, row.amount, row.items, row.owner, row.settledOn, row.note])
      expect(await rows()).toEqual([['standing', 6000, 1, '周经理', null, '']])
      expect([(await story()).disputed, await refusalOf(dispute())]).toEqual([6000, 'alreadyDisputed'])
      const marks = async (asOf: string) => (await desk.ledger.read((reader) => withDisputes(reader, { rows: items.map((id) => ({ id })) }, day(asOf)))).rows.map((row) => row.disputed)
      expect([await marks('2026-06-09'), await marks(TODAY)]).toEqual([[false, false], [true, false]])
      await desk.write((tx) => settleDispute(tx, { id: 1, result: 'agreed', note: '让价 500' }, on(TODAY), null))
      expect([await rows(), await ids(disputedItems, '2026-06-29'), await ids(disputedItems, TODAY)]).toEqual([[['agreed', 6000, 1, '周经理', TODAY, '让价 500']], [items[0]], []])
      expect(await refusalOf(desk.write((tx) => settleDispute(tx, { id: 1, result: 'rejected', note: '' }, on(TODAY), null)))).toBe('alreadyEnded')
      await dispute()
    })

    it.each([
      ['a customer who does not exist', { customerId: 99, openedOn: '2026-07-01' }, 'unknownCustomer', 'customerId'],
      ['one of tomorrow', { openedOn: '2026-07-01', settleBy: '2026-06-01' }, 'notInFuture', 'openedOn'],
      ['to be settled before it was raised', { settleBy: '2026-06-29' }, 'endBeforeStart', 'settleBy'],
      ['a day more than a year ahead', { settleBy: '2027-07-02', itemIds: [1, 1] }, 'tooFarAhead', 'settleBy'],
      ['one item twice', { itemIds: [1, 1, 99] }, 'itemTwice', 'itemIds.1'],
      ['an item that does not exist', { itemIds: [99] }, 'unknownItem', 'itemIds.0'],
      ['an item of another customer', { itemIds: [1, 3] }, 'otherCustomer', 'itemIds.1'],
      ['items of two currencies', { itemIds: [1, 4] }, 'otherCurrency', 'itemIds.1'],
      ['a credit', { itemIds: [2, 5] }, 'notADebt', 'itemIds.1'],
      ['an item in dispute already', { itemIds: [2] }, 'alreadyDisputed', 'itemIds.0'],
    ])('refuses %s, in the order of the contract', async (_, given, reason, field) => {
      await itemOf(100, '2026-03-01', '2026-03-31', customer, { currency: 'USD' })
      await itemOf(100, '2026-03-01', '2026-03-31', customer, { kind: 'creditNote' })
      await dispute({ itemIds: [2] })
      expect([await refusalOf(dispute(given)), await fieldOf(dispute(given))]).toEqual([reason, field])
    })
  })

  describe('a hold', () => {
    it('lasts to the end of its last day or until it is lifted', async () => {
      const held = async (asOf: string) => (await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from customers where id in ${customersOnHold(reader, day(asOf))}`))).map((row) => row.id)
      await hold({ from: '2026-06-20', until: '2026-07-10' })
      expect([await held('2026-06-19'), await held('2026-06-20'), await held('2026-07-10'), await held('2026-07-11')]).toEqual([[], [customer], [customer], []])
      expect(await refusalOf(hold({ from: '2026-07-10', until: '2026-07-20' }))).toBe('alreadyOnHold')
      await desk.write((tx) => liftHold(tx, { id: 1, note: '' }, on(TODAY), null))
      expect([await held('2026-06-29'), await held(TODAY), (await desk.ledger.read((reader) => holdsOf(reader, { customerId: customer }))).map((row) => row.liftedOn)]).toEqual([[customer], [], [TODAY]])
      await hold()
      const lift = (id: number, today: string = TODAY) => refusalOf(desk.write((tx) => liftHold(tx, { id, note: '' }, on(today), null)))
      expect([await lift(1), await lift(9), await lift(2, '2026-07-11')]).toEqual(['alreadyEnded', 'notFound', 'alreadyEnded'])
    })

    it.each([
      [{ customerId: 99, until: '2026-01-01' }, 'unknownCustomer', 'customerId'], [{ until: '2026-06-29' }, 'endBeforeStart', 'until'], [{ until: '2027-07-02' }, 'tooFarAhead', 'until'],
    ])('refuses %o with %s', async (given, reason, field) => {
      expect([await refusalOf(hold(given)), await fieldOf(hold(given))]).toEqual([reason, field])
    })
  })

  it('logs contacts, the latest first, and refuses days that cannot be', async () => {
    await contact({ on: '2026-06-20', way: 'visit', person: '陈经理', nextStep: '寄对账单', nextOn: '2026-06-25' })
    await contact({ on: '2026-06-10' })
    const page = await desk.ledger.read((reader) => contactGrid(reader, gridRequest.parse({}), { asOf: TODAY, customerId: customer }, null))
    expect([page.total, page.rows.map((row) => [row.on, row.way, row.person, row.nextStep, row.nextOn, row.postedBy])]).toEqual([2, [['2026-06-20', 'visit', '陈经理', '寄对账单', '2026-06-25', 'Huikuan'], ['2026-06-10', 'call', '', '', null, 'Huikuan']]])
    for (const [given, reason, field] of [
      [{ customerId: 99, on: '2026-07-01' }, 'unknownCustomer', 'customerId'], [{ on: '2026-07-01', nextOn: '2026-06-01' }, 'notInFuture', 'on'],
      [{ nextOn: '2026-06-29' }, 'endBeforeStart', 'nextOn'], [{ nextOn: '2027-07-02' }, 'tooFarAhead', 'nextOn'],
    ] as const) expect([await refusalOf(contact(given)), await fieldOf(contact(given))]).toEqual([reason, field])
  })

  it('puts the customer first of whom most is to be had, with the last contact, the next step, promises, disputes and the hold', async () => {
    expect((await list()).map((row) => [row.customerId, row.overdue, row.daysOverdue, row.urgency])).toEqual([[customer, 10_000, 91, 250], [other, 700, 91, 18]])
    await contact({ on: '2026-06-20', nextStep: '再打电话', nextOn: '2026-06-30' })
    await promise(2000, '2026-06-20', { madeOn: '2026-06-01' })
    expect((await list())[0]).toMatchObject({ urgency: 625, lastContactOn: '2026-06-20', lastResult: '答应月底付', nextStep: '再打电话', nextOn: TODAY, stepDue: true, broken: 1, promiseOn: null })
    await promise(2000, '2026-07-20', { itemIds: [items[1]] })
    await dispute()
    expect((await list())[0]).toMatchObject({ urgency: 63, disputed: 10_000, promised: 0, disputes: 1, promiseOn: '2026-07-20', promiseAmount: 2000 })
    await hold()
    expect((await list()).map((row) => [row.customerId, row.urgency, row.holdUntil, row.holdReason])).toEqual([[other, 18, null, ''], [customer, 0, '2026-07-10', '重组']])
    expect((await list('2026-03-31')).length).toBe(0)
  })

  it('tells a story: the log, promises, disputes, holds, and each open item with its marks', async () => {
    await contact()
    await promise(2000, '2026-07-20', { itemIds: [items[1]] })
    await dispute()
    await hold()
    const told = await story()
    expect([told.log.length, told.promises.length, told.disputes.length, told.holds.length, told.items.map((item) => [item.itemId, item.open, item.daysOverdue, item.disputed, item.promised])]).toEqual(
      [1, 1, 1, 1, [[items[0], 10_000, 91, true, false], [items[1], 5000, 0, false, true]]])
  })

  it('shows a salesperson only the own customers, and takes notes only about them', async () => {
    const [seller] = await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from users where name = '王业务'`))
    const scope = seller?.id ?? 0
    await desk.write((tx) => makePromise(tx, promiseInput.parse({ customerId: other, amount: 100, dueOn: '2026-07-20' }), on(TODAY), null))
    expect([(await list(TODAY, scope)).map((row) => row.customerId), (await desk.ledger.read((reader) => promiseGrid(reader, gridRequest.parse({}), { asOf: TODAY }, scope))).rows, await refusalOf(story(other, scope))]).toEqual([[customer], [], 'notFound'])
    expect(await refusalOf(desk.write((tx) => recordContact(tx, contactInput.parse({ customerId: other, result: '没人接' }), on(TODAY), scope)))).toBe('unknownCustomer')
    expect(await refusalOf(desk.write((tx) => withdrawPromise(tx, { id: 1, note: '' }, on(TODAY), scope)))).toBe('notFound')
  })
})
