import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issuePapers, recordReply } from '../../db/accountPapers/commands.ts'
import { checkLedger } from '../../db/check.ts'
import { makePromise, withdrawPromise } from '../../db/collection/commands.ts'
import { recordDeliveries, recordOutcome, undoOutcome } from '../../db/deliveries/commands.ts'
import { postLetters } from '../../db/dunning/commands.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { clockView, limitationGrid, nearlyEnded } from '../../db/limitation/clocks.ts'
import { fileLawsuit, noteInterruption, recordLawsuitEvent, undoInterruption } from '../../db/limitation/commands.ts'
import { interruptionView } from '../../db/limitation/interruptions.ts'
import { lawsuitGrid, lawsuitView } from '../../db/limitation/lawsuits.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import type { AccountPaperKind } from '../../shared/accountPapers/schemas.ts'
import { promiseInput } from '../../shared/collection/schemas.ts'
import { day, monthOf } from '../../shared/day.ts'
import type { LetterLevel } from '../../shared/dunning/schemas.ts'
import { gridRequest, type GridQuery } from '../../shared/grid.ts'
import { interruptionInput, lawsuitEventInput, lawsuitInput } from '../../shared/limitation/schemas.ts'
import { Desk, fen, fieldOf, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const AUDITOR = { name: '信诚会计师事务所', address: '苏州市干将路 1 号', contact: '', phone: '' }

describe.each(engines)('limitation on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number
  let other: number
  /** 10,000 due 2024-03-31. */
  let item: number
  /** Another invoice in two installments: 3,000 due 2023-06-30, 2,000 due 2023-09-30. */
  let first: number
  let second: number
  const today = { today: TODAY }

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    customer = await desk.customer('上海机械', { salespersonId: await desk.salesperson('王业务') })
    other = await desk.customer('重庆钢厂')
    item = await itemOf(10_000, '2024-03-01', '2024-03-31')
    const { installments } = await desk.invoice(customer, 5000, '2023-05-01', { dueOn: '2023-06-30', installments: [{ dueOn: '2023-06-30', amount: 3000 }, { dueOn: '2023-09-30', amount: 2000 }] })
    ;[first = 0, second = 0] = installments.map(({ itemId }) => itemId ?? 0)
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  async function itemOf(amount: number, on: string, dueOn: string, of = customer, more: object = {}): Promise<number> {
    return (await desk.invoice(of, amount, on, { dueOn, ...more })).installments[0]?.itemId ?? 0
  }
  const clock = (of = item, asOf = TODAY, scope: number | null = null) => desk.ledger.read((reader) => clockView(reader, of, { asOf, scope }))
  const told = async (of = item, asOf = TODAY) => {
    const { endsOn, level, log } = await clock(of, asOf)
    return [endsOn, level, log.map(({ kind, on, effect }) => `${kind} ${on} ${effect}`)]
  }
  const list = async (query: GridQuery = {}, scope: number | null = null) => desk.ledger.read((reader) => limitationGrid(desk.ledger, reader, gridRequest.parse(query), { asOf: TODAY, scope }))
  const ends = async (query: GridQuery = {}, scope: number | null = null) => (await list(query, scope)).rows.map((row) => [row.itemId, row.endsOn, row.level])
  const promise = (dueOn: string, madeOn: string, itemIds: number[] = []) => desk.write((tx) => makePromise(tx, promiseInput.parse({ customerId: customer, amount: 100, madeOn, dueOn, itemIds }), today, null))
  const note = (more: object = {}) => desk.write((tx) => noteInterruption(tx, interruptionInput.parse({ customerId: customer, itemIds: [item], kind: 'extension', on: '2025-05-06', evidence: '微信请求延期，已公证', ...more }), today, null))
  const undo = (id: number, scope: number | null = null) => desk.write((tx) => undoInterruption(tx, { id, note: '记错' }, today, scope))
  const file = (more: object = {}, scope: number | null = null) =>
    desk.write((tx) => fileLawsuit(tx, lawsuitInput.parse({ customerId: customer, itemIds: [item], court: '苏州工业园区人民法院', claim: 11_000, filedOn: '2026-05-06', ...more }), today, scope))
  const record = (id: number, stage: string, on: string, more: object = {}) => desk.write((tx) => recordLawsuitEvent(tx, lawsuitEventInput.parse({ id, stage, on, ...more }), today, null))
  const lawsuit = (id: number, scope: number | null = null) => desk.ledger.read((reader) => lawsuitView(reader, id, TODAY, scope))

  /** A letter about items, sent on its day. Answers the delivery. */
  async function letter(level: LetterLevel, on: string, itemIds: number[]): Promise<number> {
    return desk.write(async (tx) => {
      const items = itemIds.map((itemId) => ({ itemId, kind: 'invoice', number: '', invoiceNumber: '', contractNumber: '', documentOn: day(on), dueOn: day(on), daysOverdue: 1, amount: fen(1), paid: fen(0), open: fen(1) }))
      const company = { name: '', taxNumber: '', bankName: '', bankAccount: '', address: '', contact: '', phone: '' }
      const [id = 0] = await postLetters(tx, [{
        template: 'letter', level, language: 'zh-CN', number: '', issuedOn: day(on), payBy: day(on), asOf: day(on), currency: 'CNY', company, customer: { id: customer, code: '', name: '', address: '', contact: '' },
        items, total: fen(1), overdue: fen(1), unallocated: fen(0), capital: '', remark: '', sender: '',
      }])
      const [delivery = 0] = await recordDeliveries(tx, { paper: 'letter', documentIds: [id], way: 'courier', on: day(on), tracking: 'SF1', recipient: '', note: '' }, TODAY, null)
      return delivery
    })
  }
  const outcome = (id: number, what: 'arrived' | 'returned' | 'slip', on: string) => desk.write((tx) => recordOutcome(tx, { id, outcome: what, on: day(on), signedBy: '陈经理', note: '' }, TODAY, null))
  const paper = (kind: AccountPaperKind, issued: string) => desk.write(async (tx) => (await issuePapers(tx, [customer], {
    kind, terms: { language: 'zh-CN', asOf: day(issued), from: kind === 'statement' ? day('2023-01-01') : null, auditor: kind === 'statement' ? null : AUDITOR, currency: undefined }, company: await loadCompany(tx), today: day(issued), scope: null,
  }))[0] ?? 0)
  const reply = (id: number, on: string, agreed = true) => desk.write((tx) => recordReply(tx, { id, on: day(on), agreed, balance: agreed ? null : fen(1), person: '陈经理', note: '' }, TODAY, null))

  describe('the clock', () => {
    it('of installments runs from the last one, and all of them are one debt (民法典 189)', async () => {
      expect([await told(first), await told(second)]).toEqual([['2026-09-30', 'month3', []], ['2026-09-30', 'month3', []]])
      await desk.receipt(customer, 2000, '2023-12-01', [{ itemId: second, amount: 2000 }])
      expect(await told(first)).toEqual(['2026-12-01', 'month6', ['partPayment 2023-12-01 restarts']])
      expect((await clock(first)).installments.map((part) => [part.dueOn, part.open])).toEqual([['2023-06-30', 3000], ['2023-09-30', 0]])
      expect(await ends()).toEqual([[first, '2026-12-01', 'month6'], [item, '2027-03-31', 'running']])
    })

    it('starts again with a demand that arrived, not with a reminder, and not with one that came back', async () => {
      await outcome(await letter('reminder', '2025-01-05', [item]), 'arrived', '2025-01-07')
      await outcome(await letter('demand', '2025-02-05', [item]), 'returned', '2025-02-09')
      expect(await told()).toEqual(['2027-03-31', 'running', []])
      const delivery = await letter('secondDemand', '2025-03-05', [item])
      await outcome(delivery, 'arrived', '2025-03-08')
      expect([await told(), (await told(first))[0]]).toEqual([['2028-03-08', 'running', ['demand 2025-03-08 restarts']], '2026-09-30'])
      const entry = (await clock()).log[0]
      expect([entry?.source, entry?.number]).toEqual(['letter', 'CK-202503-0001'])
      await outcome(delivery, 'slip', '2025-03-20')
      expect(await told()).toEqual(['2028-03-20', 'running', ['demand 2025-03-08 restarts', 'slip 2025-03-20 restarts']])
    })

    it('is where it was once the outcome is undone', async () => {
      const delivery = await letter('demand', '2025-03-05', [item])
      await outcome(delivery, 'arrived', '2025-03-08')
      await desk.write((tx) => undoOutcome(tx, { id: delivery, outcomeId: 1, note: '' }, TODAY, null))
      expect(await told()).toEqual(['2027-03-31', 'running', []])
    })

    it('starts again on the day on which money came for the debt, unless the allocation is released', async () => {
      const receipt = await desk.receipt(customer, 4000, '2025-05-20', [{ itemId: item, amount: 1000 }])
      expect(await told()).toEqual(['2028-05-20', 'running', ['partPayment 2025-05-20 restarts']])
      // What is left of it is allocated to the other invoice a year later: the debtor did nothing then.
      await desk.allocate(receipt.itemId, [{ itemId: first, amount: 3000 }], '2026-06-01')
      expect((await told(first))[0]).toBe('2028-05-20')
      await desk.release(receipt.allocations[0]?.id ?? 0, '2026-06-10')
      expect(await told()).toEqual(['2027-03-31', 'running', ['partPayment 2025-05-20 takenBack']])
    })

    it('is not moved by a credit note', async () => {
      const { installments: [credit] } = await desk.invoice(customer, 1000, '2025-05-20', { kind: 'creditNote' })
      await desk.allocate(credit?.itemId ?? 0, [{ itemId: item, amount: 1000 }])
      expect(await told()).toEqual(['2027-03-31', 'running', []])
    })

    it('starts again with a signed statement of what existed on its day; the auditor\'s confirmation moves nothing', async () => {
      await reply(await paper('statement', '2023-12-31'), '2024-01-10')
      const differs = await paper('statement', '2025-01-31')
      await reply(differs, '2025-02-10')
      await reply(differs, '2025-02-11', false)
      await reply(await paper('confirmation', '2025-12-31'), '2026-01-12')
      expect(await told(first)).toEqual(['2027-01-10', 'running', ['signedStatement 2024-01-10 restarts', 'confirmation 2026-01-12 none']])
      expect(await told()).toEqual(['2027-03-31', 'running', ['confirmation 2026-01-12 none']])
    })

    it('starts again with a promise about the item, or about all that is due, unless it was withdrawn', async () => {
      await promise('2025-06-30', '2025-06-01', [item])
      expect([(await told())[0], (await told(first))[0]]).toEqual(['2028-06-01', '2026-09-30'])
      const all = await promise('2026-07-30', '2026-06-02')
      expect([(await told())[0], (await told(first))[0]]).toEqual(['2029-06-02', '2029-06-02'])
      await desk.write((tx) => withdrawPromise(tx, { id: all, note: '' }, today, null))
      expect([await told(), await told(first)]).toEqual([
        ['2028-06-01', 'running', ['promise 2025-06-01 restarts', 'promise 2026-06-02 takenBack']], ['2026-09-30', 'month3', ['promise 2026-06-02 takenBack']],
      ])
    })

    it('starts again with what is noted by hand, until that is undone', async () => {
      const id = await note()
      expect([await told(), (await clock()).log[0]]).toMatchObject([['2028-05-06', 'running', ['extension 2025-05-06 restarts']], { text: '微信请求延期，已公证', source: 'interruption', documentId: id, by: 'Huikuan' }])
      await undo(id)
      expect(await told()).toEqual(['2027-03-31', 'running', ['extension 2025-05-06 takenBack']])
      expect((await desk.ledger.read((reader) => interruptionView(reader, id))).undone).toBe(true)
      expect([await refusalOf(undo(id)), await refusalOf(undo(2)), await refusalOf(undo(9)), await refusalOf(undo(id, 99))]).toEqual(['alreadyUndone', 'notFound', 'notFound', 'notFound'])
    })

    it('that has ended is not started by a demand, and anew by the debtor\'s word (民法典 192; 时效规定 19)', async () => {
      const old = await itemOf(700, '2021-12-01', '2021-12-31')
      await outcome(await letter('demand', '2025-03-05', [old]), 'arrived', '2025-03-08')
      await desk.receipt(customer, 100, '2025-04-01', [{ itemId: old, amount: 100 }])
      expect(await told(old)).toEqual(['2024-12-31', 'expired', ['demand 2025-03-08 tooLate', 'partPayment 2025-04-01 tooLate']])
      await note({ itemIds: [old], kind: 'promise', on: '2025-06-01' })
      expect([await told(old), (await list()).rows.find((row) => row.itemId === old)]).toMatchObject([['2028-06-01', 'running', [{}, {}, 'promise 2025-06-01 revives']], { revived: true, restartedOn: '2025-06-01' }])
    })

    it('is that of a settled debt too, and of nothing else', async () => {
      await desk.receipt(customer, 10_000, '2025-05-20', [{ itemId: item, amount: 10_000 }])
      const credit = await desk.receipt(customer, 1, '2025-05-20')
      expect([(await clock()).open, (await ends()).map(([id]) => id)]).toEqual([0, [first]])
      expect([await refusalOf(clock(99)), await refusalOf(clock(credit.itemId))]).toEqual(['notFound', 'notFound'])
    })
  })

  describe('a lawsuit', () => {
    it('stops the clocks of its debts until it is closed', async () => {
      const id = await file({ itemIds: [item, first], claim: 15_500, lawyer: '周律师' })
      expect([await told(), await ends(), (await list()).rows.map((row) => row.lawsuit)]).toEqual([[null, 'stopped', ['lawsuit 2026-05-06 stops']], [[item, null, 'stopped'], [first, null, 'stopped']], ['AJ-202605-0001', 'AJ-202605-0001']])
      await record(id, 'accepted', '2026-05-12', { caseNumber: '(2026)苏0591民初3001号' })
      await record(id, 'cost', '2026-05-12', { amount: 300, note: '案件受理费' })
      await record(id, 'cost', '2026-05-20', { amount: 2000, note: '律师费' })
      await record(id, 'hearing', '2026-07-15')
      await record(id, 'mediation', '2026-07-01')
      expect(await lawsuit(id)).toMatchObject({
        number: 'AJ-202605-0001', stage: 'accepted', running: true, caseNumber: '(2026)苏0591民初3001号', costs: 2300, hearingOn: '2026-07-01', items: 2, lawyer: '周律师', enforceBy: null,
        debts: [{ itemId: first, open: 3000 }, { itemId: item, open: 10_000 }], events: [{ stage: 'hearing' }, { stage: 'mediation' }, { note: '律师费' }, { stage: 'cost' }, { stage: 'accepted' }],
      })
      await record(id, 'judgment', '2026-06-20', { amount: 15_500 })
      expect(await lawsuit(id)).toMatchObject({ stage: 'judgment', enforceBy: '2028-06-20', costs: 2300 })
      await record(id, 'closed', '2026-06-25')
      expect([await told(), (await lawsuit(id)).running]).toEqual([['2029-06-25', 'running', ['lawsuit 2026-05-06 restarts']], false])
    })

    it('that is withdrawn counted on its filing', async () => {
      const id = await file({ itemIds: [first] })
      await record(id, 'withdrawn', '2026-06-01')
      expect(await told(first)).toEqual(['2029-05-06', 'running', ['lawsuit 2026-05-06 restarts']])
      await file({ itemIds: [first] })
    })

    it('is in the list by the day of filing, with the sums of claims and costs', async () => {
      await file()
      await record(await file({ customerId: other, itemIds: [await itemOf(700, '2024-03-01', '2024-03-31', other)], claim: 800, filedOn: '2026-06-01' }), 'cost', '2026-06-02', { amount: 50 })
      const page = await desk.ledger.read((reader) => lawsuitGrid(reader, gridRequest.parse({}), { asOf: TODAY }, null))
      expect([page.rows.map((row) => [row.number, row.customerName, row.stage, row.costs]), page.totals]).toEqual([[['AJ-202606-0001', '重庆钢厂', 'filed', 50], ['AJ-202605-0001', '上海机械', 'filed', 0]], { claim: 11_800, costs: 50 }])
    })

    it('is refused for each reason in the order of the contract', async () => {
      await itemOf(700, '2024-03-01', '2024-03-31', other)
      await itemOf(100, '2024-03-01', '2024-03-31', customer, { currency: 'USD' })
      await itemOf(100, '2024-03-01', '2024-03-31', customer, { kind: 'creditNote' })
      await file({ itemIds: [2] })
      for (const [what, given, reason, field] of [
        ['a customer who does not exist', { customerId: 99, filedOn: '2026-07-01' }, 'unknownCustomer', 'customerId'],
        ['one that will be filed tomorrow', { filedOn: '2026-07-01', itemIds: [1, 1] }, 'notInFuture', 'filedOn'],
        ['one item twice', { itemIds: [1, 1, 99] }, 'itemTwice', 'itemIds.1'],
        ['an item that does not exist', { itemIds: [1, 99] }, 'unknownItem', 'itemIds.1'],
        ['an item of another customer', { itemIds: [1, 4] }, 'otherCustomer', 'itemIds.1'],
        ['an item in another currency', { itemIds: [1, 5] }, 'otherCurrency', 'itemIds.1'],
        ['a credit', { itemIds: [1, 6] }, 'notADebt', 'itemIds.1'],
        ['an item of a lawsuit that runs', { itemIds: [1, 2] }, 'alreadyInLawsuit', 'itemIds.1'],
      ] as const) expect([await refusalOf(file(given)), await fieldOf(file(given))], what).toEqual([reason, field])
    })

    it('takes no event for each reason in the order of the contract', async () => {
      const id = await file()
      for (const [what, stage, on, reason, field] of [
        ['before it was filed', 'accepted', '2026-05-05', 'beforeFiling', 'on'],
        ['a judgment of tomorrow', 'judgment', '2026-07-01', 'notInFuture', 'on'],
        ['a hearing more than a year ahead', 'hearing', '2027-07-02', 'tooFarAhead', 'on'],
        ['a cost of nothing', 'cost', '2026-06-01', 'costMissing', 'amount'],
      ] as const) expect([await refusalOf(record(id, stage, on)), await fieldOf(record(id, stage, on)), await refusalOf(record(9, stage, on))], what).toEqual([reason, field, 'notFound'])
    })
  })

  it('refuses an interruption by hand for each reason in the order of the contract', async () => {
    await itemOf(700, '2024-03-01', '2024-03-31', other)
    await itemOf(100, '2024-03-01', '2024-03-31', customer, { kind: 'creditNote' })
    for (const [what, given, reason, field] of [
      ['a customer who does not exist', { customerId: 99, on: '2026-07-01' }, 'unknownCustomer', 'customerId'],
      ['one of tomorrow', { on: '2026-07-01', itemIds: [1, 1] }, 'notInFuture', 'on'],
      ['one item twice', { itemIds: [1, 1, 99] }, 'itemTwice', 'itemIds.1'],
      ['an item that does not exist', { itemIds: [99] }, 'unknownItem', 'itemIds.0'],
      ['an item of another customer', { itemIds: [4] }, 'otherCustomer', 'itemIds.0'],
      ['a credit', { itemIds: [1, 5] }, 'notADebt', 'itemIds.1'],
    ] as const) expect([await refusalOf(note(given)), await fieldOf(note(given))], what).toEqual([reason, field])
  })

  it('lists by the end, filters by level, finds by customer and number, and adds up by currency', async () => {
    const foreign = await itemOf(700, '2023-07-01', '2023-07-15', other, { currency: 'USD', invoiceNumber: '26312000000054300101' })
    const fresh = await itemOf(900, '2026-06-01', '2026-07-31')
    const page = await list()
    expect([page.rows.map((row) => [row.itemId, row.endsOn, row.level, row.items, row.open]), page.total, page.sums]).toEqual([
      [[foreign, '2026-07-15', 'month1', 1, 700], [first, '2026-09-30', 'month3', 2, 5000], [item, '2027-03-31', 'running', 1, 10_000], [fresh, '2029-07-31', 'notDue', 1, 900]], 4,
      [{ currency: 'CNY', totals: { open: 15_900 } }, { currency: 'USD', totals: { open: 700 } }],
    ])
    const ids = async (query: GridQuery) => (await ends(query)).map(([id]) => id)
    expect([
      await ids({ filters: [{ field: 'level', op: 'in', value: ['month1', 'month3'] }] }), await ids({ search: 'cqgc' }), await ids({ search: '263120' }), await ids({ sort: [{ field: 'open', dir: 'desc' }], limit: 2, offset: 1 }),
      await ids({ filters: [{ field: 'endsOn', op: 'between', value: '2027-01-01', to: '2027-12-31' }] }),
    ]).toEqual([[foreign, first], [foreign], [foreign], [first, fresh], [item]])
    expect(await refusalOf(list({ sort: [{ field: 'seal', dir: 'asc' }] }))).toBe('unknownField')
    expect((await desk.ledger.read((reader) => nearlyEnded(reader, { asOf: TODAY, scope: null }))).map((row) => [row.itemId, row.level])).toEqual([[foreign, 'month1'], [first, 'month3']])
    // The list is worked out anew as soon as something is posted.
    await note({ itemIds: [first], on: '2026-06-30' })
    expect((await ends()).map(([id]) => id)).toEqual([foreign, item, first, fresh])
  })

  it('shows a salesperson the own customers only, and takes notes only about them', async () => {
    const foreign = await itemOf(700, '2023-07-01', '2023-07-15', other)
    const [seller] = await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from users where name = '王业务'`))
    const scope = seller?.id ?? 0
    const theirs = await file({ customerId: other, itemIds: [foreign] })
    expect([(await ends({}, scope)).map(([id]) => id), (await desk.ledger.read((reader) => nearlyEnded(reader, { asOf: TODAY, scope }))).length]).toEqual([[first, item], 1])
    expect((await desk.ledger.read((reader) => lawsuitGrid(reader, gridRequest.parse({}), { asOf: TODAY }, scope))).total).toBe(0)
    expect([await refusalOf(clock(foreign, TODAY, scope)), await refusalOf(lawsuit(theirs, scope)), await refusalOf(file({ customerId: other, itemIds: [foreign] }, scope))]).toEqual(['notFound', 'notFound', 'unknownCustomer'])
  })

  it('is checked with the ledger: foreign items, an undo of nothing, an event before the filing', async () => {
    const foreign = await itemOf(700, '2024-03-01', '2024-03-31', other)
    const by = { postedAt: '2026-06-30T04:00:00.000Z', postedBy: '王' }
    const interruption = { customerId: customer, kind: 'other' as const, on: TODAY, evidence: '函', note: '' }
    let broken: string[] = []
    const attempt = desk.write(async (tx) => {
      await tx.post(tx.t.interruptions, [{ id: 1, ...interruption, undoesId: null, ...by }, { id: 2, ...interruption, undoesId: 7, ...by }])
      await tx.post(tx.t.interruptionItems, [{ id: 1, interruptionId: 1, itemId: foreign }])
      await tx.post(tx.t.lawsuits, [{ id: 1, number: await tx.nextNumber('AJ', monthOf(TODAY)), customerId: customer, court: '', currency: 'CNY', claim: fen(1), filedOn: TODAY, lawyer: '', note: '', ...by }])
      await tx.post(tx.t.lawsuitItems, [{ id: 1, lawsuitId: 1, itemId: foreign }])
      await tx.post(tx.t.lawsuitEvents, [{ id: 1, lawsuitId: 1, on: day('2026-06-29'), stage: 'note', caseNumber: '', amount: fen(0), note: '', ...by }])
      broken = (await brokenInvariants(tx)).filter(({ table }) => table !== 'counters').map(({ code, id }) => `${code} ${id}`)
      throw new Error('Nothing of it stays')
    })
    await expect(attempt).rejects.toThrow('Nothing of it stays')
    expect(broken).toEqual(['interruptionConcernsItsCustomersDebts 1', 'undoNamesWhatStood 2', 'lawsuitConcernsItsCustomersDebts 1', 'lawsuitConcernsItsCustomersDebts 1'])
  })
})
