import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdCustomer, makePromise, openDispute } from '../../db/collection/commands.ts'
import { issueLetters, notePrint } from '../../db/dunning/commands.ts'
import { candidates, letterContent, letterView, type DunningQuestion } from '../../db/dunning/queries.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { disputeInput, holdInput, promiseInput } from '../../shared/collection/schemas.ts'
import { addDays, day, type Day } from '../../shared/day.ts'
import { CALENDAR, Desk, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('letters on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    customer = await desk.customer('上海机械', { contacts: [{ name: '陈经理', role: '', phone: '', email: '' }] })
    await desk.invoice(customer, 30_000, '2026-05-20', { dueOn: '2026-06-20', contractNumber: 'HT-1' })
    await desk.invoice(customer, 20_000, '2026-04-01', { dueOn: '2026-06-01' })
    await desk.invoice(customer, 90_000, '2026-06-25', { dueOn: '2026-07-25' })
  })

  const question = async (asOf: Day = TODAY): Promise<DunningQuestion> => ({ asOf, currency: 'CNY', options: await desk.ledger.read(loadOptions), scope: null })
  const issue = async (ids: readonly number[], { asOf = TODAY, skip = false } = {}) => {
    const asked = await question(asOf)
    return desk.write(async (tx) => issueLetters(tx, ids.map((customerId) => ({ customerId, remark: '', language: 'zh-CN' as const })), asked, await loadCompany(tx), skip))
  }
  const leftOut = async (asOf: Day = TODAY, overDays = 0) => {
    const asked = await question(asOf)
    return (await desk.ledger.read((reader) => candidates(reader, asked, { overDays }))).map((row) => [row.code, row.overdue, row.daysOverdue, row.level, row.leftOut])
  }
  const view = (id: number) => desk.ledger.read((reader) => letterView(reader, id, null))

  it('lists all overdue items, the oldest due first, and nothing that is not due', async () => {
    const { ids } = await issue([customer])
    const { content, number } = await view(ids[0] ?? 0)
    expect([number, content.level, content.payBy, content.customer.contact, content.total, content.capital]).toEqual(['CK-202606-0001', 'demand', '2026-07-07', '陈经理', 50_000, '伍佰元整'])
    expect(content.items.map((item) => [item.dueOn, item.daysOverdue, item.open, item.contractNumber])).toEqual([['2026-06-01', 29, 20_000, ''], ['2026-06-20', 10, 30_000, 'HT-1']])
  })

  it('stays what it was whatever is posted later, and its figures are those of its day', async () => {
    const { ids } = await issue([customer])
    const before = await view(ids[0] ?? 0)
    await desk.receipt(customer, 50_000, '2026-06-30')
    expect(await view(ids[0] ?? 0)).toEqual(before)
  })

  it('marks every print after the first as a reprint', async () => {
    const { ids } = await issue([customer])
    const marks = []
    for (const how of ['pdf', 'print', 'pdf'] as const) marks.push(await desk.write((tx) => notePrint(tx, ids[0] ?? 0, how)))
    expect([marks, (await view(ids[0] ?? 0)).prints]).toEqual([[false, true, true], 3])
  })

  it('reminds of what falls due within a week when nothing is overdue', async () => {
    const asOf = day('2026-05-28')
    expect(await leftOut(asOf, -7)).toEqual([['C00001', 0, -4, 'reminder', '']])
    expect([(await leftOut(day('2026-05-25'), -7)).length, (await leftOut(day('2026-05-24'), -7)).length, (await leftOut(day('2026-06-01'))).length]).toEqual([1, 0, 0])
    const asked = await question(asOf)
    const content = await desk.ledger.read(async (reader) => letterContent(reader, { customerId: customer, remark: '', language: 'zh-CN' }, asked, await loadCompany(reader), ''))
    expect([content.level, content.items.map((item) => [item.dueOn, item.daysOverdue])]).toEqual(['reminder', [['2026-06-01', 0]]])
  })

  it('says why somebody gets none', async () => {
    expect(await leftOut()).toEqual([['C00001', 50_000, 29, 'demand', '']])
    await issue([customer])
    expect(await leftOut()).toEqual([['C00001', 50_000, 29, 'demand', 'tooSoon']])
    expect((await leftOut(addDays(TODAY, 10)))[0]?.[4]).toBe('')
    await desk.receipt(customer, 200_000, '2026-06-30')
    expect((await leftOut(addDays(TODAY, 10)))[0]?.[4]).toBe('coveredByReceipts')
  })

  describe('leaves out what is not to be asked for', () => {
    const itemsOf = async () => (await desk.ledger.read((reader) => reader.rows<{ id: number }>(sql`select id from open_items order by id`))).map((row) => row.id)
    const note = async (what: 'dispute' | 'promise' | 'hold', itemIds: number[] = [], until = '2026-07-10') => desk.write((tx) =>
      what === 'dispute' ? openDispute(tx, disputeInput.parse({ customerId: customer, itemIds, reason: '质量', settleBy: until }), CALENDAR, null)
      : what === 'promise' ? makePromise(tx, promiseInput.parse({ customerId: customer, itemIds, amount: 1000, dueOn: until }), CALENDAR, null)
      : holdCustomer(tx, holdInput.parse({ customerId: customer, until, reason: '重组' }), CALENDAR, null))

    it.each([
      ['an item in dispute: the letter lists the others', async (all: number[]) => note('dispute', [all[0] ?? 0]), [['C00001', 20_000, 29, 'demand', '']], 20_000],
      ['the oldest item promised: the level is that of the others', async (all: number[]) => note('promise', [all[1] ?? 0]), [['C00001', 30_000, 29, 'reminder', '']], 30_000],
      ['all overdue items in dispute', async (all: number[]) => note('dispute', all.slice(0, 2)), [['C00001', 0, 29, 'reminder', 'inDispute']], 'inDispute'],
      ['a promise about no items: all that is due by its day', async () => note('promise'), [['C00001', 0, 29, 'reminder', 'promised']], 'promised'],
      ['one in dispute, the other promised', async (all: number[]) => [await note('dispute', [all[0] ?? 0]), await note('promise', [all[1] ?? 0])], [['C00001', 0, 29, 'reminder', 'inDispute']], 'inDispute'],
      ['the customer on hold', async () => note('hold'), [['C00001', 50_000, 29, 'demand', 'onHold']], 'onHold'],
    ] as const)('%s', async (_, prepare, row, answer) => {
      await prepare(await itemsOf())
      expect(await leftOut()).toEqual(row)
      if (typeof answer === 'string') expect(await refusalOf(issue([customer]))).toBe(answer)
      else expect((await view((await issue([customer])).ids[0] ?? 0)).content.total).toBe(answer)
    })

    it('asks again the day after a promise or a hold is over', async () => {
      await note('promise', [], '2026-07-01')
      await note('hold', [], '2026-07-02')
      expect((await Promise.all([1, 2, 3].map((days) => leftOut(addDays(TODAY, days))))).map((rows) => [rows[0]?.[1], rows[0]?.[4]])).toEqual([[0, 'onHold'], [50_000, 'onHold'], [50_000, '']])
    })
  })

  describe('refuses the whole batch', () => {
    it.each(['unknownCustomer', 'nothingDue', 'coveredByReceipts', 'belowMinimum', 'tooSoon'])('for one of whom it says %s, and leaves only that one out when asked to', async (reason) => {
      let other = 999
      if (reason !== 'unknownCustomer') {
        other = await desk.customer('重庆钢厂')
        if (reason !== 'nothingDue') await desk.invoice(other, reason === 'belowMinimum' ? 9999 : 10_000, '2026-04-01')
        if (reason === 'coveredByReceipts') await desk.receipt(other, 10_000, '2026-06-01')
        if (reason === 'tooSoon') await issue([other], { asOf: addDays(TODAY, -9) })
      }
      const sent = reason === 'tooSoon' ? 1 : 0
      expect(await refusalOf(issue([customer, other]))).toBe(reason)
      const { ids, leftOut: out } = await issue([customer, other], { skip: true })
      expect([ids.length, out]).toEqual([1, [{ customerId: other, reason }]])
      expect((await view(ids[0] ?? 0)).number).toBe(`CK-202606-000${sent + 1}`)
    })
  })
})
