/** 催款批次: proposed for everybody, decided by the clerk and the owner, issued lot by lot with what is true at that moment. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdCustomer, makePromise, openDispute } from '../../db/collection/commands.ts'
import { issueLetters } from '../../db/dunning/commands.ts'
import { letterGrid, letterView } from '../../db/dunning/queries.ts'
import { approveLines, changeLines, issueNext, startRun } from '../../db/dunning/running.ts'
import { lineGrid, runGrid, runView } from '../../db/dunning/runs.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { counts } from '../../db/overview/queries.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { disputeInput, holdInput, promiseInput } from '../../shared/collection/schemas.ts'
import { day } from '../../shared/day.ts'
import { lineChange, runInput, type LineChange, type RunLine } from '../../shared/dunning/schemas.ts'
import { gridRequest, type GridQuery } from '../../shared/grid.ts'
import { CALENDAR, Desk, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

/** Each is named after what becomes of the proposal; debts are due on 1 June unless said otherwise. */
const NAMES = ['要发函', '也要发函', '争议', '承诺', '暂缓', '已付款', '小额', '刚发过', '最后通知', '未到期'] as const
type Name = (typeof NAMES)[number]

describe.each(engines)('runs on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let ids: Record<Name, number>
  let items: Record<Name, number>

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    const seller = await desk.salesperson('王业务')
    const [customers, debts]: [Partial<typeof ids>, Partial<typeof items>] = [{}, {}]
    for (const name of NAMES) {
      const id = await desk.customer(name, name === '要发函' ? { salespersonId: seller } : {})
      const dueOn = { 最后通知: '2026-03-01', 未到期: '2026-07-05' }[name as string] ?? '2026-06-01'
      customers[name] = id
      debts[name] = (await desk.invoice(id, name === '小额' ? 9999 : 50_000, '2026-02-01', { dueOn })).installments[0]?.itemId ?? 0
    }
    ids = customers as typeof ids
    items = debts as typeof items
    await contest('争议')
    await desk.write((tx) => makePromise(tx, promiseInput.parse({ customerId: ids['承诺'], itemIds: [], amount: 1000, dueOn: '2026-07-10' }), CALENDAR, null))
    await desk.write((tx) => holdCustomer(tx, holdInput.parse({ customerId: ids['暂缓'], until: '2026-07-10', reason: '重组' }), CALENDAR, null))
    await desk.receipt(ids['已付款'], 60_000, '2026-06-20')
    await write('刚发过', '2026-06-25')
    for (const on of ['2026-04-10', '2026-05-10', '2026-06-10']) await write('最后通知', on)
  })

  const contest = (name: Name) => desk.write((tx) => openDispute(tx, disputeInput.parse({ customerId: ids[name], itemIds: [items[name]], reason: '质量', settleBy: '2026-07-10' }), CALENDAR, null))
  const write = (name: Name, on: string) => desk.write(async (tx) =>
    issueLetters(tx, [{ customerId: ids[name], remark: '', language: 'zh-CN' }], { asOf: day(on), currency: 'CNY', options: await loadOptions(tx), scope: null }, await loadCompany(tx), { skipLeftOut: false, mayApprove: true }))
  const propose = (more: object = {}) => desk.write((tx) => startRun(tx, runInput.parse(more), CALENDAR))
  const lines = async (id: number, query: GridQuery = {}, scope: number | null = null) => (await desk.ledger.read((reader) => lineGrid(reader, gridRequest.parse(query), id, scope))).rows
  const lineOf = async (id: number, name: Name): Promise<RunLine> => {
    const found = (await lines(id)).find((line) => line.customerId === ids[name])
    if (!found) throw new Error(`${name} is not in the run`)
    return found
  }
  const states = async (id: number) => Object.fromEntries((await lines(id)).map((line) => [line.name, line.why === '' ? line.state : line.why]))
  const change = async (id: number, names: readonly Name[], what: Partial<LineChange>) => {
    const lineIds = await Promise.all(names.map(async (name) => (await lineOf(id, name)).id))
    return desk.write((tx) => changeLines(tx, { ...lineChange.parse({ lineIds, ...what }), id }, CALENDAR))
  }
  const approve = (id: number, lineIds?: number[]) => desk.write((tx) => approveLines(tx, { id, lineIds }))
  const issue = (id: number, limit = 50, requestId?: string) => desk.write(async (tx) => issueNext(tx, { id, limit }, await loadCompany(tx), CALENDAR), { requestId, input: { id, limit } })
  const letters = async (runId: number) => (await desk.ledger.read((reader) => letterGrid(reader, gridRequest.parse({ sort: [{ field: 'id', dir: 'asc' }] }), null, { runId }))).rows
  const sound = async () => expect(await desk.ledger.read(brokenInvariants)).toEqual([])

  it('propose everybody with something due, and say of each why or why not; the home page counts the same', async () => {
    const id = await propose()
    expect(await states(id)).toEqual({ 要发函: 'proposed', 也要发函: 'proposed', 最后通知: 'needsApproval', 争议: 'inDispute', 承诺: 'promised', 暂缓: 'onHold', 已付款: 'coveredByReceipts', 小额: 'belowMinimum', 刚发过: 'tooSoon' })
    expect((await desk.ledger.read((reader) => counts(reader, TODAY, null))).customersToDun).toBe(3)
    expect(await lineOf(id, '最后通知')).toMatchObject({ level: 'finalNotice', dueLevel: 'finalNotice', amount: 50_000, daysOverdue: 121, items: 1 })
    expect(await lineOf(id, '要发函')).toMatchObject({ level: 'reminder', dueLevel: 'demand', salesperson: '王业务' })
    const view = await desk.ledger.read((reader) => runView(reader, id, null))
    expect([view.customers, view.issued, view.payBy, view.sums.find((sum) => sum.state === 'proposed')]).toEqual([9, 0, '2026-07-07', { state: 'proposed', level: 'reminder', why: '', customers: 2, amount: 100_000 }])
    expect((await lines(await propose({ overDays: -7 }))).length).toBe(10)
    expect((await desk.ledger.read((reader) => runGrid(reader, gridRequest.parse({}), null))).rows.map((run) => [run.id, run.customers])).toEqual([[2, 10], [1, 9]])
    await sound()
  })

  it('keep everybody whose red invoices cover the sum, with the reason, and look at them again at the moment of issue', async () => {
    await desk.invoice(ids['也要发函'], 50_000, '2026-06-30', { kind: 'creditNote', dueOn: '2026-08-30' })
    const id = await propose()
    expect(await lineOf(id, '也要发函')).toMatchObject({ state: 'leftOut', why: 'coveredByCredits', amount: 50_000, unallocated: 50_000 })
    expect(await refusalOf(change(id, ['也要发函'], { taken: true }))).toBe('coveredByCredits')
    await desk.invoice(ids['要发函'], 80_000, '2026-06-30', { kind: 'creditNote' })
    const { skipped } = await issue(id)
    expect(skipped.map((each) => [each.customerId, each.reason])).toEqual([[ids['要发函'], 'coveredByCredits']])
    await sound()
  })

  it('are shown to a salesperson as far as the own customers go', async () => {
    const [seller] = await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from users where name = '王业务'`))
    const id = await propose()
    expect((await lines(id, {}, seller?.id ?? 0)).map((line) => line.name)).toEqual(['要发函'])
    await issue(id)
    const view = await desk.ledger.read((reader) => runView(reader, id, seller?.id ?? 0))
    expect([view.customers, view.issued, view.skipped, view.sums.map((sum) => [sum.state, sum.customers])]).toEqual([1, 1, 0, [['issued', 1]]])
  })

  it('narrow by state, level, reason and name', async () => {
    const id = await propose()
    const names = async (query: GridQuery) => (await lines(id, query)).map((line) => line.name).toSorted()
    expect(await names({ filters: [{ field: 'state', op: 'eq', value: 'proposed' }] })).toEqual(['也要发函', '要发函'].toSorted())
    expect(await names({ filters: [{ field: 'why', op: 'in', value: ['onHold', 'tooSoon'] }] })).toEqual(['刚发过', '暂缓'].toSorted())
    expect(await names({ filters: [{ field: 'level', op: 'eq', value: 'finalNotice' }] })).toEqual(['最后通知'])
    expect(await names({ search: '小额' })).toEqual(['小额'])
  })

  it('let the clerk leave out, take what is only small, lower a level and write a remark, and nothing else', async () => {
    const id = await propose()
    await change(id, ['要发函'], { taken: false })
    await change(id, ['小额'], { taken: true, remark: '烦请结清尾款' })
    await change(id, ['最后通知'], { level: 'demand' })
    expect(await states(id)).toMatchObject({ 要发函: 'byHand', 小额: 'taken', 最后通知: 'taken' })
    const refused = []
    for (const name of ['暂缓', '争议', '承诺', '已付款', '刚发过'] as const) refused.push(await refusalOf(change(id, [name], { taken: true })))
    expect(refused).toEqual(['onHold', 'inDispute', 'promised', 'coveredByReceipts', 'tooSoon'])
    expect(await refusalOf(change(id, ['也要发函'], { level: 'demand' }))).toBe('levelTooHigh')
    expect(await refusalOf(desk.write((tx) => changeLines(tx, { id, lineIds: [999], taken: true }, CALENDAR)))).toBe('notFound')
    await desk.receipt(ids['也要发函'], 50_000, '2026-06-30', [{ itemId: items['也要发函'], amount: 50_000 }])
    expect(await refusalOf(change(id, ['也要发函'], { remark: '谢谢' }))).toBe('nothingDue')
    const { ids: sent, skipped, left } = await issue(id)
    expect([sent.length, skipped.map((each) => each.reason), left]).toEqual([2, ['nothingDue'], 0])
    expect((await letters(id)).map((letter) => [letter.customerName, letter.level, letter.amount])).toEqual([['最后通知', 'demand', 50_000], ['小额', 'reminder', 9999]])
    expect((await desk.ledger.read((reader) => letterView(reader, sent[1] ?? 0, null))).content.remark).toBe('烦请结清尾款')
    expect(await refusalOf(change(id, ['小额'], { taken: false }))).toBe('lineDone')
    await sound()
  })

  it('issue a final notice only when it is approved, and again after it was changed', async () => {
    const id = await propose()
    expect((await issue(id)).ids.length).toBe(2)
    expect([await approve(id), (await lineOf(id, '最后通知')).state, await refusalOf(approve(id))]).toEqual([1, 'approved', 'nothingToApprove'])
    await change(id, ['最后通知'], { remark: '将提起诉讼' })
    expect([(await lineOf(id, '最后通知')).state, (await issue(id)).ids.length, await refusalOf(approve(id, [(await lineOf(id, '要发函')).id]))]).toEqual(['needsApproval', 0, 'notWaiting'])
    await approve(id, [(await lineOf(id, '最后通知')).id])
    await issue(id)
    expect((await letters(id)).map((letter) => letter.level)).toEqual(['reminder', 'reminder', 'finalNotice'])
    await sound()
  })

  it('look again at the moment of issue: what was paid, contested or written meanwhile', async () => {
    const id = await propose({ overDays: -7, payBy: '2026-07-20' })
    await approve(id)
    await desk.receipt(ids['要发函'], 20_000, '2026-06-30', [{ itemId: items['要发函'], amount: 20_000 }])
    await contest('也要发函')
    await write('未到期', '2026-06-30')
    const { ids: sent, skipped, left } = await issue(id)
    expect([skipped.map((each) => each.reason).toSorted(), left]).toEqual([['inDispute', 'tooSoon'], 0])
    const issued = await Promise.all(sent.map((letter) => desk.ledger.read((reader) => letterView(reader, letter, null))))
    expect(issued.map((letter) => [letter.customerName, letter.amount, letter.payBy, letter.issuedOn])).toEqual([['要发函', 30_000, '2026-07-20', TODAY], ['最后通知', 50_000, '2026-07-20', TODAY]])
    expect([(await lineOf(id, '要发函')).letterAmount, (await lineOf(id, '要发函')).amount, (await lineOf(id, '也要发函')).state]).toEqual([30_000, 50_000, 'skipped'])
    await sound()
  })

  it('issue each letter once, lot by lot, whoever is quicker, and the same request twice', async () => {
    const id = await propose()
    const [first, again] = [await issue(id, 1, 'request-1'), await issue(id, 1, 'request-1')]
    expect([first, again.left]).toEqual([again, 1])
    const both = await Promise.all([issue(id, 50, 'request-2'), issue(id, 50, 'request-3')])
    expect([both.map((one) => one.ids.length).toSorted((a, b) => a - b), (await letters(id)).length, (await issue(id)).ids]).toEqual([[0, 1], 2, []])
    await sound()
  })

  it.each([['datedAhead', { asOf: '2026-07-01' }], ['payByPassed', { payBy: '2026-06-29' }], ['nobodyToDun', { asOf: '2025-01-01' }]])('are refused: %s', async (reason, input) => {
    expect(await refusalOf(propose(input))).toBe(reason)
  })

  it('that are not there are refused', async () => {
    expect([await refusalOf(issue(9)), await refusalOf(approve(9)), await refusalOf(lines(9)), await refusalOf(desk.ledger.read((reader) => runView(reader, 9, null)))]).toEqual(['notFound', 'notFound', 'notFound', 'notFound'])
  })
})
