import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdCustomer, makePromise, openDispute } from '../../db/collection/commands.ts'
import { bookFee, issueLetters, notePrint, voidLetter } from '../../db/dunning/commands.ts'
import { letterContent, type DunningQuestion } from '../../db/dunning/content.ts'
import { candidates, letterGrid, letterView } from '../../db/dunning/queries.ts'
import { changeOptions } from '../../db/settings/commands.ts'
import { loadCompany, loadOptions } from '../../db/settings/queries.ts'
import { letterNet, letterOff } from '../../shared/dunning/rules.ts'
import { gridRequest } from '../../shared/grid.ts'
import { letterHtml } from '../../shared/dunning/letterHtml.ts'
import type { LetterLevel } from '../../shared/dunning/schemas.ts'
import { disputeInput, holdInput, promiseInput } from '../../shared/collection/schemas.ts'
import { addDays, day, type Day } from '../../shared/day.ts'
import { CALENDAR, Desk, fen, refusalOf, TODAY } from '../support/desk.ts'
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
  const issue = async (ids: readonly number[], { asOf = TODAY, skip = false, level, mayApprove = false }: { asOf?: Day; skip?: boolean; level?: LetterLevel; mayApprove?: boolean } = {}) => {
    const asked = await question(asOf)
    return desk.write(async (tx) => issueLetters(tx, ids.map((customerId) => ({ customerId, remark: '', language: 'zh-CN' as const, level })), asked, await loadCompany(tx), { skipLeftOut: skip, mayApprove }))
  }
  const leftOut = async (asOf: Day = TODAY, overDays = 0) => {
    const asked = await question(asOf)
    return (await desk.ledger.read((reader) => candidates(reader, asked, { overDays }))).map((row) => [row.code, row.overdue, row.daysOverdue, row.level, row.leftOut])
  }
  const view = (id: number) => desk.ledger.read((reader) => letterView(reader, id, null))

  it('lists all overdue items, the oldest due first, and nothing that is not due', async () => {
    const { ids } = await issue([customer])
    const { content, number } = await view(ids[0] ?? 0)
    expect([number, content.level, content.payBy, content.customer.contact, content.total, content.capital]).toEqual(['CK-202606-0001', 'reminder', '2026-07-07', '陈经理', 50_000, '伍佰元整'])
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
    expect(await leftOut()).toEqual([['C00001', 50_000, 29, 'reminder', '']])
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
      ['an item in dispute: the letter lists the others', async (all: number[]) => note('dispute', [all[0] ?? 0]), [['C00001', 20_000, 29, 'reminder', '']], 20_000],
      ['the oldest item promised: the level is that of the others', async (all: number[]) => note('promise', [all[1] ?? 0]), [['C00001', 30_000, 29, 'reminder', '']], 30_000],
      ['all overdue items in dispute', async (all: number[]) => note('dispute', all.slice(0, 2)), [['C00001', 0, 29, 'reminder', 'inDispute']], 'inDispute'],
      ['a promise about no items: all that is due by its day', async () => note('promise'), [['C00001', 0, 29, 'reminder', 'promised']], 'promised'],
      ['one in dispute, the other promised', async (all: number[]) => [await note('dispute', [all[0] ?? 0]), await note('promise', [all[1] ?? 0])], [['C00001', 0, 29, 'reminder', 'inDispute']], 'inDispute'],
      ['the customer on hold', async () => note('hold'), [['C00001', 50_000, 29, 'reminder', 'onHold']], 'onHold'],
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

  /** Rules: Dunning. Free red invoices count against the dunned sum whatever their own due day, and nobody disappears without a reason. */
  describe('beside red invoices', () => {
    let debtor: number
    const red = (amount: number, more: Record<string, unknown> = {}, on = '2026-06-30') => desk.invoice(debtor, amount, on, { kind: 'creditNote', ...more })
    const said = async () => {
      const asked = await question()
      const [row] = (await desk.ledger.read((reader) => candidates(reader, asked, { overDays: 0 }))).filter((one) => one.customerId === debtor)
      return row ? [row.overdue, row.unallocated, row.credits, row.leftOut, row.net] : []
    }
    beforeEach(async () => {
      debtor = await desk.customer('重庆钢厂')
      await desk.invoice(debtor, 100_000, '2026-04-01', { dueOn: '2026-05-01' })
    })

    it.each([
      ['one of today that is due next month covers the overdue', async () => red(100_000, { dueOn: '2026-07-30' }), [100_000, 0, 100_000, 'coveredByCredits', 0]],
      ['one that is due covers it', async () => red(100_000, { dueOn: '2026-06-30' }), [100_000, 0, 100_000, 'coveredByCredits', 0]],
      ['the balance is below zero', async () => red(130_000), [100_000, 0, 130_000, 'coveredByCredits', 0]],
      ['a red invoice and money cover it together', async () => [await red(60_000), await desk.receipt(debtor, 40_000, '2026-06-20')], [100_000, 40_000, 60_000, 'coveredByCredits', 0]],
      ['a letter goes out for what remains', async () => [await red(30_000), await desk.receipt(debtor, 20_000, '2026-06-20')], [100_000, 20_000, 30_000, '', 50_000]],
      ['one of tomorrow does not exist yet', async () => red(100_000, {}, '2026-07-01'), [100_000, 0, 0, '', 100_000]],
    ] as const)('%s', async (_, prepare, row) => {
      await prepare()
      expect(await said()).toEqual(row)
      if (row[3] !== '') expect(await refusalOf(issue([debtor]))).toBe(row[3])
      expect((await issue([customer, debtor], { skip: true })).leftOut).toEqual(row[3] === '' ? [] : [{ customerId: debtor, reason: row[3] }])
    })

    it('names them, the money and what remains on the paper, and the snapshot keeps them', async () => {
      await red(30_000, { invoiceNumber: '25310009' })
      await desk.receipt(debtor, 20_000, '2026-06-20')
      const { ids } = await issue([debtor])
      const { content } = await view(ids[0] ?? 0)
      expect([content.total, content.overdue, content.unallocated, content.credits?.map((credit) => [credit.number, credit.invoiceNumber, credit.open])]).toEqual([100_000, 100_000, 20_000, [['HZ-202606-0001', '25310009', 30_000]]])
      expect(content.items.map((item) => item.open)).toEqual([100_000])
      expect(content.wording?.parts.opening).toContain('扣除未核销收款与红字发票后应付')
      const paper = letterHtml(content, { reprint: false })
      for (const text of ['HZ-202606-0001', '-300.00', '-200.00', '500.00', '伍佰元整']) expect(paper).toContain(text)
      const { rows } = await desk.ledger.read((reader) => letterGrid(reader, gridRequest.parse({}), null))
      expect(rows.map((row) => [row.amount, row.net])).toEqual([[100_000, 50_000]])
    })

    it('the list says what a reminder of the coming week asks for', async () => {
      const soon = await desk.customer('常州仪表')
      await desk.invoice(soon, 70_000, '2026-06-01', { dueOn: '2026-07-03' })
      await desk.receipt(soon, 25_000, '2026-06-20')
      const asked = await question()
      const rows = await desk.ledger.read((reader) => candidates(reader, asked, { overDays: -7 }))
      const content = await desk.ledger.read(async (reader) => letterContent(reader, { customerId: soon, remark: '', language: 'zh-CN' }, asked, await loadCompany(reader), ''))
      expect([rows.find((row) => row.customerId === soon)?.net, letterNet(content.total, letterOff(content))]).toEqual([45_000, 45_000])
      expect(rows.find((row) => row.customerId === debtor)?.net).toBe(100_000)
    })
  })

  describe('goes up one level at a time', () => {
    const LETTERS = ['2026-05-01', '2026-05-21', '2026-06-10', '2026-06-30'].map(day)
    let debtor: number

    beforeEach(async () => {
      debtor = await desk.customer('苏州盛华')
      await desk.invoice(debtor, 40_000, '2026-01-10', { dueOn: '2026-02-01' })
    })
    const levelOn = async (asOf: Day) => {
      const asked = await question(asOf)
      const [row] = (await desk.ledger.read((reader) => candidates(reader, asked, { overDays: 0 }))).filter((one) => one.customerId === debtor)
      const content = await desk.ledger.read(async (reader) => letterContent(reader, { customerId: debtor, remark: '', language: 'zh-CN' }, asked, await loadCompany(reader), ''))
      expect(content.level, 'the list says what the letter says').toBe(row?.level)
      return [row?.dueLevel, row?.level]
    }

    it('from the reminder to the final notice, which the owner approves', async () => {
      const said = []
      for (const asOf of LETTERS) {
        said.push((await levelOn(asOf))[1])
        if (asOf === TODAY) expect(await refusalOf(issue([debtor], { asOf }))).toBe('needsApproval')
        await issue([debtor], { asOf, mayApprove: true })
      }
      expect(said).toEqual(['reminder', 'demand', 'secondDemand', 'finalNotice'])
    })

    it('not above the next one, whoever asks; a lower one as the clerk likes', async () => {
      expect(await refusalOf(issue([debtor], { level: 'demand', mayApprove: true }))).toBe('levelTooHigh')
      await issue([debtor], { asOf: day('2026-05-01') })
      const { ids } = await issue([debtor], { asOf: day('2026-05-11'), level: 'reminder' })
      expect((await view(ids[0] ?? 0)).level).toBe('reminder')
      expect(await levelOn(day('2026-05-21'))).toEqual(['finalNotice', 'demand'])
    })

    it('and afresh once nothing was due', async () => {
      const owe = async (customerId: number, amount: number, dueOn: string) => ({ customerId, amount, itemId: (await desk.invoice(customerId, amount, '2026-01-10', { dueOn })).installments[0]?.itemId ?? 0 })
      type Owed = Awaited<ReturnType<typeof owe>>
      const payOff = ({ customerId, amount, itemId }: Owed, part = amount) => desk.receipt(customerId, part, '2026-06-12', [{ itemId, amount: part }])
      const stories: [string, LetterLevel, (debt: Owed, letterId: number) => Promise<unknown>][] = [
        ['nothing happened', 'secondDemand', async () => undefined],
        ['a part was paid', 'secondDemand', (debt) => payOff(debt, 10_000)],
        ['all was paid, and something else fell due on that very day', 'reminder', async (debt) => [await payOff(debt), await owe(debt.customerId, 50_000, '2026-06-12')]],
        ['all was paid, but something else was overdue too', 'secondDemand', async (debt) => [await owe(debt.customerId, 50_000, '2026-05-01'), await payOff(debt)]],
        ['all was paid, and the receipt was reversed a week later', 'reminder', async (debt) => desk.reverseReceipt((await payOff(debt)).id, '2026-06-19')],
        ['all was paid, and the receipt was reversed the same day', 'secondDemand', async (debt) => desk.reverseReceipt((await payOff(debt)).id, '2026-06-12')],
        ['the last letter was made void', 'demand', (_, letterId) => desk.write((tx) => voidLetter(tx, { id: letterId, reason: '抬头有误' }))],
      ]
      const debts: Owed[] = []
      for (const [name] of stories) debts.push(await owe(await desk.customer(name), 40_000, '2026-02-01'))
      const all = debts.map((debt) => debt.customerId)
      await issue(all, { asOf: day('2026-05-21') })
      const { ids } = await issue(all, { asOf: day('2026-06-10') })
      for (const [index, debt] of debts.entries()) await stories[index]?.[2](debt, ids[index] ?? 0)
      const asked = await question()
      const rows = await desk.ledger.read((reader) => candidates(reader, { ...asked, options: { ...asked.options, demandAfterDays: 5, secondDemandAfterDays: 10 } }, { overDays: 0 }))
      expect(Object.fromEntries(rows.filter((row) => all.includes(row.customerId)).map((row) => [row.name, row.level]))).toEqual(Object.fromEntries(stories.map(([name, level]) => [name, level])))
    })

    it('each currency by itself', async () => {
      await desk.invoice(debtor, 90_000, '2026-01-10', { dueOn: '2026-02-01', currency: 'USD' })
      for (const asOf of ['2026-06-09', '2026-06-29']) await issue([debtor], { asOf: day(asOf) })
      const asked = await question()
      const rows = async (currency: string) => (await desk.ledger.read((reader) => candidates(reader, { ...asked, currency }, { overDays: 0 }))).filter((row) => row.customerId === debtor)
      expect([...(await rows('CNY')), ...(await rows('USD'))].map((row) => [row.currency, row.level, row.leftOut])).toEqual([['CNY', 'secondDemand', 'tooSoon'], ['USD', 'reminder', '']])
    })
  })

  describe('a void letter', () => {
    const send = (id: number) => desk.write(async (tx) => tx.post(tx.t.deliveries, [{
      id: await tx.nextId(tx.t.deliveries), paper: 'letter', documentId: id, way: 'courier', on: TODAY, tracking: 'SF1', recipient: '', note: '', postedAt: tx.now, postedBy: tx.by.name,
    }]))
    const voiding = (id: number) => desk.write((tx) => voidLetter(tx, { id, reason: '金额有误' }))

    it('stays on the list, says why, and counts for nothing', async () => {
      const { ids } = await issue([customer])
      await voiding(ids[0] ?? 0)
      const seen = await view(ids[0] ?? 0)
      expect([seen.voided, seen.void?.reason, (await leftOut())[0]]).toEqual([true, '金额有误', ['C00001', 50_000, 29, 'reminder', '']])
      expect((await issue([customer])).ids.length).toBe(1)
    })

    it('is one that never went out, and whose fee is not booked', async () => {
      await desk.write((tx) => changeOptions(tx, { letterFees: [fen(3000), fen(0), fen(0), fen(0)] }))
      const first = (await issue([customer])).ids[0] ?? 0
      await voiding(first)
      const { ids: [second = 0] } = await issue([customer])
      const said = [await refusalOf(voiding(999)), await refusalOf(voiding(first))]
      await desk.write((tx) => bookFee(tx, { id: second, note: '' }, CALENDAR))
      said.push(await refusalOf(voiding(second)))
      await send(second)
      expect([...said, await refusalOf(voiding(second))]).toEqual(['notFound', 'alreadyVoided', 'feeBooked', 'delivered'])
    })
  })

  describe('the fee of a letter', () => {
    const book = (id: number) => desk.write((tx) => bookFee(tx, { id, note: '' }, CALENDAR))

    it('stands on the letter, and becomes a receivable once, again after that was reversed', async () => {
      await desk.write((tx) => changeOptions(tx, { letterFees: [fen(3000), fen(0), fen(0), fen(0)] }))
      const { ids: [id = 0] } = await issue([customer])
      expect((await view(id)).content).toMatchObject({ fee: 3000, total: 50_000 })
      const invoice = await desk.invoiceView(await book(id))
      expect([invoice.kind, invoice.amount, invoice.sourceNumber, invoice.dueOn, (await view(id)).feeInvoice?.id]).toEqual(['other', 3000, 'CK-202606-0001', '2026-07-07', invoice.id])
      expect(await refusalOf(book(id))).toBe('feeBooked')
      await desk.reverseInvoice(invoice.id)
      expect((await view(id)).feeInvoice).toBe(null)
      await book(id)
    })

    it('is refused where there is none, and on a void letter', async () => {
      const { ids: [id = 0] } = await issue([customer])
      expect((await view(id)).content.fee).toBe(undefined)
      expect(await refusalOf(book(id))).toBe('noFee')
      await desk.write((tx) => voidLetter(tx, { id, reason: '错' }))
      expect([await refusalOf(book(id)), await refusalOf(book(999))]).toEqual(['alreadyVoided', 'notFound'])
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
