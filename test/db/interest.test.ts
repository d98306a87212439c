import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDispute } from '../../db/collection/commands.ts'
import { checkLedger } from '../../db/check.ts'
import { postInterestNote } from '../../db/interest/commands.ts'
import { noteGrid, noteView } from '../../db/interest/notes.ts'
import { interestCustomers, interestSheet, letterInterest } from '../../db/interest/queries.ts'
import { listLpr, setLpr, setTerms, termsGrid } from '../../db/interest/rates.ts'
import { search } from '../../db/overview/queries.ts'
import { closeMonth } from '../../db/periods/commands.ts'
import { changeOptions } from '../../db/settings/commands.ts'
import { loadOptions } from '../../db/settings/queries.ts'
import { disputeInput } from '../../shared/collection/schemas.ts'
import { day, type Month } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { interestNotesHtml } from '../../shared/interest/noteHtml.ts'
import { lprInput, noteInput, termsInput, type InterestContent, type NoteView } from '../../shared/interest/schemas.ts'
import type { Options } from '../../shared/settings/schemas.ts'
import { CALENDAR, Desk, fieldOf, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const DAILY: Partial<Options> = { interestBasis: 'daily', dailyRate: 500 }

describe.each(engines)('interest on late payment on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh())
    customer = await desk.customer('上海机械')
    await desk.write((tx) => changeOptions(tx, DAILY))
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  /** 10,000.00 due on a day; 0.05 % a day is 5.00. */
  const itemOf = async (dueOn: string, more: Record<string, unknown> = {}, of = customer): Promise<number> =>
    (await desk.invoice(of, 10_000_00, '2026-01-01', { dueOn, ...more })).installments[0]?.itemId ?? 0
  const sheet = (to: string, more: { currency?: string; itemIds?: number[]; scope?: number } = {}): Promise<InterestContent> =>
    desk.ledger.read(async (reader) => interestSheet(reader, { customerId: customer, to: day(to), currency: 'CNY', ...more }, await loadOptions(reader)))
  const charged = ({ items, total }: InterestContent) => [items.map((item) => [item.itemId, item.from, item.to, item.open, item.interest]), total]
  const note = async (itemIds: number[], to: string, more: Record<string, unknown> = {}): Promise<NoteView> => {
    const id = await desk.write((tx) => postInterestNote(tx, noteInput.parse({ customerId: customer, to, itemIds, ...more }), CALENDAR))
    return desk.ledger.read((reader) => noteView(reader, id, null))
  }
  const agree = (more: Record<string, unknown>, of = customer): Promise<number> =>
    desk.write((tx) => setTerms(tx, termsInput.parse({ customerId: of, from: '2026-01-01', ...more }), CALENDAR, null))
  const quote = (more: Record<string, unknown>): Promise<void> => desk.write((tx) => setLpr(tx, lprInput.parse(more), CALENDAR))

  describe('the sheet', () => {
    it('charges each debt by day on what was open each day, paid or not', async () => {
      const [first, late, onTime] = [await itemOf('2026-02-28'), await itemOf('2026-03-10'), await itemOf('2026-03-12')]
      await desk.receipt(customer, 4_000_00, '2026-03-11', [{ itemId: first, amount: 4_000_00 }])
      await desk.receipt(customer, 10_000_00, '2026-03-21', [{ itemId: late, amount: 10_000_00 }])
      await desk.receipt(customer, 10_000_00, '2026-03-12', [{ itemId: onTime, amount: 10_000_00 }])
      const content = await sheet('2026-03-31')
      expect(charged(content)).toEqual([[[first, '2026-03-01', '2026-03-31', 6_000_00, 113_00], [late, '2026-03-11', '2026-03-20', 0, 50_00]], 163_00])
      expect(content.items[0]?.stretches.map(({ from, days, open, interest }) => [from, days, open, interest])).toEqual([['2026-03-01', 10, 10_000_00, 50_00], ['2026-03-11', 21, 6_000_00, 63_00]])
      expect([content.basis, content.daysInYear, content.terms, content.customer.name]).toEqual(['daily', 365, '约定日利率 0.05%', '上海机械'])
    })

    it('lists a debt whose interest rounds to 0.00, and charges its days only once they make a fen', async () => {
      const { installments: [part] } = await desk.invoice(customer, 9, '2026-01-01', { dueOn: '2026-02-28' })
      const small = part?.itemId ?? 0
      expect(charged(await sheet('2026-03-10'))).toEqual([[[small, '2026-03-01', '2026-03-10', 9, 0]], 0])
      const large = await itemOf('2026-03-09')
      expect(await refusalOf(note([large, small], '2026-03-10'))).toBe('bearsNoInterest')
      await note([large], '2026-03-10')
      expect(charged(await sheet('2026-06-30'))).toEqual([[[small, '2026-03-01', '2026-06-30', 9, 1], [large, '2026-03-11', '2026-06-30', 10_000_00, 560_00]], 560_01])
    })
    it('raises the sum again when an allocation is released', async () => {
      const item = await itemOf('2026-02-28')
      const { itemId, allocations } = await desk.receipt(customer, 10_000_00, '2026-03-11', [{ itemId: item, amount: 10_000_00 }])
      await desk.release(allocations[0]?.id ?? 0, '2026-03-21')
      expect([itemId, charged(await sheet('2026-03-31'))]).toEqual([itemId, [[[item, '2026-03-01', '2026-03-31', 10_000_00, 105_00]], 105_00]])
    })

    it('lowers it by a credit note, and a reversed document never bore any', async () => {
      const invoice = await desk.invoice(customer, 10_000_00, '2026-01-01', { dueOn: '2026-02-28' })
      const item = invoice.installments[0]?.itemId ?? 0
      await desk.invoice(customer, 10_000_00, '2026-03-06', { kind: 'creditNote', correctsId: invoice.id })
      const wrong = await desk.invoice(customer, 10_000_00, '2026-01-01', { dueOn: '2026-02-28' })
      await desk.reverseInvoice(wrong.id, '2026-03-20')
      expect(charged(await sheet('2026-03-31'))).toEqual([[[item, '2026-03-01', '2026-03-05', 0, 25_00]], 25_00])
    })

    it('marks what is in dispute and leaves other customers and currencies alone', async () => {
      const [plain, disputed] = [await itemOf('2026-02-27'), await itemOf('2026-02-28')]
      await itemOf('2026-02-28', { currency: 'USD' })
      await itemOf('2026-02-28', {}, await desk.customer('重庆钢厂'))
      await desk.write((tx) => openDispute(tx, disputeInput.parse({ customerId: customer, openedOn: '2026-03-05', itemIds: [disputed], reason: '质量', settleBy: '2026-07-31' }), CALENDAR, null))
      expect((await sheet('2026-03-31')).items.map((item) => [item.itemId, item.disputed])).toEqual([[plain, false], [disputed, true]])
      expect((await sheet('2026-03-31', { currency: 'USD' })).total).toBe(155_00)
      expect((await sheet('2026-03-31', { itemIds: [disputed] })).total).toBe(155_00)
    })

    it('goes by the LPR of each day, and by what was agreed from its day on', async () => {
      await desk.write((tx) => changeOptions(tx, { interestBasis: 'lpr', lprFactor: 150 }))
      await itemOf('2026-02-28')
      await quote({ on: '2026-03-20', rate: 29_000 })
      const content = await sheet('2026-03-31')
      expect(content.items[0]?.stretches.map(({ from, rate, interest }) => [from, rate, interest])).toEqual([['2026-03-01', 45_000, 23_43], ['2026-03-20', 43_500, 14_30]])
      await agree({ from: '2026-03-11', basis: 'daily', rate: 1000, note: '补充协议' })
      expect([(await sheet('2026-03-31')).total, (await sheet('2026-03-31')).terms]).toEqual([12_33 + 210_00, '同期一年期 LPR 的 1.5 倍；自 2026-03-11 起约定日利率 0.10%'])
      await agree({ from: '2026-03-11', basis: '' })
      expect((await sheet('2026-03-31')).total).toBe(37_73)
    })

    it('says on which day the LPR is missing, and that it is none for dollars', async () => {
      await desk.write((tx) => changeOptions(tx, { interestBasis: 'lpr' }))
      await itemOf('2019-08-10', { documentOn: '2019-08-01' })
      expect([await refusalOf(sheet('2026-03-31')), await fieldOf(sheet('2026-03-31'))]).toEqual(['noRate', 'to'])
      await quote({ on: '2015-10-24', rate: 43_500 })
      expect((await sheet('2019-08-20')).total).toBe(15_46)
      await itemOf('2026-02-28', { currency: 'USD' })
      expect(await refusalOf(sheet('2026-03-31', { currency: 'USD' }))).toBe('lprOfForeign')
      await agree({ from: '2026-03-01', basis: 'smallCreditor' })
      expect((await sheet('2026-03-31', { currency: 'USD' })).total).toBe(155_00)
    })

    it('knows no customer of another salesperson', async () => {
      expect(await refusalOf(sheet('2026-03-31', { scope: 99 }))).toBe('unknownCustomer')
    })

    it('answers for a thousand debts in well under a second', async () => {
      const other = await desk.customer('大客户')
      await desk.invoice(other, 1000_00, '2026-01-01', { installments: Array.from({ length: 50 }, () => ({ dueOn: '2026-02-28', amount: 20_00 })) })
      for (let index = 1; index < 20; index += 1) await desk.invoice(other, 1000_00, '2026-01-01', { installments: Array.from({ length: 50 }, () => ({ dueOn: '2026-02-28', amount: 20_00 })) })
      const started = performance.now()
      const { items } = await desk.ledger.read(async (reader) => interestSheet(reader, { customerId: other, to: TODAY, currency: 'CNY' }, await loadOptions(reader)))
      expect([items.length, performance.now() - started < 800]).toEqual([1000, true])
    })
  })

  describe('the overview and the letters', () => {
    it('name the customers with the most interest on what is open', async () => {
      const seller = await desk.salesperson('王业务')
      const [other, old] = [await desk.customer('重庆钢厂', { salespersonId: seller }), await desk.customer('老客户')]
      await itemOf('2026-02-28')
      await itemOf('2026-01-31', {}, other)
      const paid = await itemOf('2026-02-28', {}, old)
      await desk.receipt(old, 10_000_00, '2026-03-15', [{ itemId: paid, amount: 10_000_00 }])
      const told = (scope: number | null) => desk.ledger.read(async (reader) => (await interestCustomers(reader, { to: day('2026-03-31'), currency: 'CNY', scope }, await loadOptions(reader))).map((row) => [row.name, row.items, row.open, row.from, row.interest]))
      expect(await told(null)).toEqual([['重庆钢厂', 1, 10_000_00, '2026-02-01', 295_00], ['上海机械', 1, 10_000_00, '2026-03-01', 155_00]])
      expect(await told(seller)).toEqual([['重庆钢厂', 1, 10_000_00, '2026-02-01', 295_00]])
      await desk.write((tx) => changeOptions(tx, { interestBasis: 'lpr' }))
      await itemOf('2019-08-10', { documentOn: '2019-08-01' })
      expect((await told(null)).at(-1)).toEqual(['上海机械', 2, 20_000_00, null, null])
    })

    it('put it on a letter only where the office wants it', async () => {
      const [listed] = [await itemOf('2026-02-28'), await itemOf('2026-02-27')]
      const told = (to: string) => desk.ledger.read(async (reader) => letterInterest(reader, customer, [listed], day(to), await loadOptions(reader), { currency: 'CNY', language: 'en' }))
      expect(await told('2026-03-31')).toBeNull()
      await desk.write((tx) => changeOptions(tx, { interestOnLetters: true }))
      expect(await told('2026-03-31')).toMatchObject({ total: 155_00, terms: 'the agreed daily rate of 0.05%', items: [{ itemId: listed }] })
      expect(await told('2026-02-28')).toBeNull()
      await desk.write((tx) => changeOptions(tx, { interestBasis: 'lpr' }))
      await quote({ on: '2025-05-20', removed: true })
      await itemOf('2019-08-10', { documentOn: '2019-08-01' })
      expect((await told('2026-03-31'))?.total).toBe(34_23)
    })
  })

  describe('a note', () => {
    it('makes a receivable, and no day is charged twice', async () => {
      const [first, second] = [await itemOf('2026-02-28'), await itemOf('2026-03-10')]
      const posted = await note([first, second], '2026-03-31', { documentOn: '2026-04-02', dueOn: '2026-04-10', note: '第一季度' })
      expect([posted.number, posted.status, posted.amount, posted.open, posted.items, posted.to, posted.content.total, posted.content.note]).toEqual(['LX-202604-0001', 'posted', 260_00, 260_00, 2, '2026-03-31', 260_00, '第一季度'])
      const invoice = await desk.invoiceView(posted.invoiceId)
      expect([invoice.number, invoice.kind, invoice.amount, invoice.documentOn, invoice.dueOn, invoice.sourceNumber, invoice.note]).toEqual(
        [posted.invoiceNumber, 'other', 260_00, '2026-04-02', '2026-04-10', 'LX-202604-0001', '逾期利息 LX-202604-0001，计至 2026-03-31'])
      expect(charged(await sheet('2026-04-10'))).toEqual([[[first, '2026-04-01', '2026-04-10', 10_000_00, 50_00], [second, '2026-04-01', '2026-04-10', 10_000_00, 50_00]], 100_00])
      expect((await note([first], '2026-04-10')).amount).toBe(50_00)
    })

    it('bears no interest itself', async () => {
      const item = await itemOf('2026-02-28')
      await note([item], '2026-03-31', { documentOn: '2026-03-31', dueOn: '2026-04-05' })
      const content = await sheet('2026-06-30')
      expect(charged(content)).toEqual([[[item, '2026-04-01', '2026-06-30', 10_000_00, 455_00]], 455_00])
    })

    it('bears none where another customer took it over either, but the debt does', async () => {
      const item = await itemOf('2026-02-28')
      const { invoiceId } = await note([item], '2026-03-31', { documentOn: '2026-03-31', dueOn: '2026-04-05' })
      const interest = (await desk.invoiceView(invoiceId)).installments[0]?.itemId
      const other = await desk.customer('重庆钢厂')
      await desk.offset({ kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: '2026-04-20', document: '债务转移协议', lines: [{ itemId: interest, amount: 155_00 }, { itemId: item, amount: 10_000_00 }] })
      const taken = await desk.ledger.read(async (reader) => interestSheet(reader, { customerId: other, to: TODAY, currency: 'CNY' }, await loadOptions(reader)))
      expect([taken.items.map((each) => [each.kind, each.amount, each.from, each.to]), taken.total]).toEqual([[['offset', 10_000_00, '2026-04-20', '2026-06-30']], 360_00])
      expect((await sheet('2026-06-30')).total).toBe(95_00)
    })

    it('counts for nothing once its receivable is reversed, and its days may be charged again', async () => {
      const item = await itemOf('2026-02-28')
      const [first, second] = [await note([item], '2026-03-10'), await note([item], '2026-03-20')]
      await desk.reverseInvoice(first.invoiceId)
      const stored = await desk.ledger.read((reader) => noteView(reader, first.id, null))
      expect([stored.status, stored.open, stored.content]).toEqual(['void', 0, first.content])
      expect((await sheet('2026-03-31')).items[0]?.stretches.map(({ from, to }) => [from, to])).toEqual([['2026-03-01', '2026-03-10'], ['2026-03-21', '2026-03-31']])
      const again = await note([item], '2026-03-31')
      expect([second.amount, again.amount, (await sheet('2026-03-31')).items]).toEqual([50_00, 105_00, []])
    })

    it('is a snapshot, whatever is paid or agreed later', async () => {
      const item = await itemOf('2026-02-28')
      const before = await note([item], '2026-03-31')
      await desk.receipt(customer, 10_000_00, '2026-06-30', [{ itemId: item, amount: 10_000_00 }])
      await agree({ basis: 'daily', rate: 9 })
      const after = await desk.ledger.read((reader) => noteView(reader, before.id, null))
      expect(interestNotesHtml([{ content: after.content, isVoid: false }])).toBe(interestNotesHtml([{ content: before.content, isVoid: false }]))
    })

    it('tells everything on its paper, and nothing that was typed is code', async () => {
      const item = await itemOf('2026-02-28')
      const { content } = await note([item], '2026-03-31', { note: '<script>alert(1)</script>' })
      const paper = interestNotesHtml([{ content, isVoid: true }])
      for (const word of ['逾期利息计算单', 'LX-202606-0001', '上海机械', '约定日利率 0.05%', '一年按 365 天计', '10,000.00', '155.00', '壹佰伍拾伍元整', '已作废', '&lt;script&gt;']) expect(paper).toContain(word)
      expect(paper).not.toContain('<script')
    })

    it('is charged in the currency of the debt', async () => {
      const item = await itemOf('2026-02-28', { currency: 'USD' })
      expect(await note([item], '2026-03-31', { currency: 'USD' })).toMatchObject({ currency: 'USD', amount: 155_00 })
    })

    it('is refused for the first reason that applies', async () => {
      const item = await itemOf('2026-02-28')
      const { invoiceId } = await note([item], '2026-03-10', { documentOn: '2026-03-10', dueOn: '2026-03-10' })
      const interest = (await desk.invoiceView(invoiceId)).installments[0]?.itemId ?? 0
      const refused: [wrong: string, Record<string, unknown>, reason: string, field: string][] = [
        ['an item twice', { itemIds: [item, item], to: '2026-07-01', customerId: 99 }, 'itemTwice', 'itemIds.1'],
        ['days to come', { to: '2026-07-01', documentOn: '2026-06-01', customerId: 99 }, 'notInFuture', 'to'],
        ['a document before its days', { documentOn: '2026-03-30', dueOn: '2026-03-01', customerId: 99 }, 'beforeInterestDays', 'documentOn'],
        ['a document more than a year ahead', { documentOn: '2027-07-02', dueOn: '2026-03-01', customerId: 99 }, 'tooFarAhead', 'documentOn'],
        ['a due day before the document', { dueOn: '2026-06-29', customerId: 99 }, 'dueBeforeDocument', 'dueOn'],
        ['an unknown customer', { customerId: 99 }, 'unknownCustomer', 'customerId'],
        ['an item that is not there', { itemIds: [item, 99] }, 'bearsNoInterest', 'itemIds.1'],
        ['interest on interest', { itemIds: [item, interest] }, 'bearsNoInterest', 'itemIds.1'],
        ['days that are charged', { to: '2026-03-10' }, 'bearsNoInterest', 'itemIds.0'],
      ]
      for (const [wrong, fields, reason, field] of refused) {
        const attempt = () => note([item], '2026-03-31', fields)
        expect([wrong, await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([wrong, reason, field])
      }
    })

    it('is refused whole where a rate is missing or the month is closed', async () => {
      const item = await itemOf('2026-02-28')
      await desk.write((tx) => closeMonth(tx, { month: '2026-03' as Month, acceptWarnings: true }, { today: TODAY }))
      expect(await refusalOf(note([item], '2026-03-31', { documentOn: '2026-03-31' }))).toBe('periodClosed')
      const old = (await desk.invoice(customer, 10_000_00, '2026-04-01', { dueOn: '2026-04-30', currency: 'USD' })).installments[0]?.itemId ?? 0
      await desk.write((tx) => changeOptions(tx, { interestBasis: 'lpr' }))
      expect(await refusalOf(note([old], '2026-05-31', { currency: 'USD' }))).toBe('lprOfForeign')
      for (const { on } of await desk.ledger.read(listLpr)) await quote({ on, removed: true })
      expect(await refusalOf(note([item], '2026-04-30'))).toBe('noRate')
      expect((await desk.ledger.read((reader) => noteGrid(reader, gridRequest.parse({}), {}, null))).rows).toEqual([])
    })

    it('is listed, the last first, by customer and within the scope', async () => {
      const item = await itemOf('2026-02-28')
      await note([item], '2026-03-10')
      await note([item], '2026-03-20')
      const list = (filter: { customerId?: number }, scope: number | null = null, search?: string) => desk.ledger.read((reader) => noteGrid(reader, gridRequest.parse(search === undefined ? {} : { search }), filter, scope))
      const { rows, total, totals } = await list({ customerId: customer })
      expect([rows.map((row) => [row.number, row.amount]), total, totals]).toEqual([[['LX-202606-0002', 50_00], ['LX-202606-0001', 50_00]], 2, { amount: 100_00, open: 100_00 }])
      expect([(await list({}, 99)).total, (await list({}, null, 'LX-202606-0002')).total, (await list({}, null, '上海')).total]).toEqual([0, 1, 2])
      expect(await refusalOf(desk.ledger.read((reader) => noteView(reader, 1, 99)))).toBe('notFound')
      expect(await desk.ledger.read((reader) => search(reader, 'lx-202606-0002', 5, null))).toEqual([{ kind: 'interestNote', id: 2, title: 'LX-202606-0002', detail: '上海机械' }])
    })
  })

  describe('the rates', () => {
    it('keep every correction of the LPR, of which the last counts', async () => {
      await quote({ on: '2026-01-20', rate: 29_000 })
      await quote({ on: '2026-01-20', rate: 29_500 })
      await quote({ on: '2025-05-20', removed: true })
      const table = await desk.ledger.read(listLpr)
      expect(table.slice(0, 2).map((row) => [row.on, row.rate, row.published])).toEqual([['2026-01-20', 29_500, false], ['2024-10-21', 31_000, true]])
    })

    it('are refused where they cannot be', async () => {
      const refused: [wrong: string, () => Promise<unknown>, reason: string, field: string][] = [
        ['an LPR of tomorrow', () => quote({ on: '2026-07-01', rate: 30_000 }), 'notInFuture', 'on'],
        ['removing what is not there', () => quote({ on: '2026-06-01', removed: true }), 'notFound', 'on'],
        ['terms of an unknown customer', () => agree({ from: '2028-01-01', basis: 'daily', rate: 500 }, 99), 'unknownCustomer', 'customerId'],
        ['terms more than a year ahead', () => agree({ from: '2028-01-01', basis: 'daily', rate: 500 }), 'tooFarAhead', 'from'],
      ]
      for (const [wrong, attempt, reason, field] of refused) expect([wrong, await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([wrong, reason, field])
    })

    it('list what was agreed, and what was put right', async () => {
      await agree({ basis: 'daily', rate: 400, note: '合同 HT-1' })
      await agree({ basis: 'daily', rate: 500 })
      await agree({ from: '2026-03-01', basis: 'lpr', rate: 200 })
      const list = (filter: { customerId?: number }, scope: number | null) => desk.ledger.read(async (reader) => (await termsGrid(reader, gridRequest.parse({}), filter, scope)).rows.map((row) => [row.from, row.basis, row.rate, row.replaced]))
      expect(await list({ customerId: customer }, null)).toEqual([['2026-03-01', 'lpr', 200, false], ['2026-01-01', 'daily', 500, false], ['2026-01-01', 'daily', 400, true]])
      expect(await list({}, 99)).toEqual([])
      expect(termsInput.safeParse({ customerId: 1, from: '2026-01-01', basis: 'lpr', rate: 0 }).success).toBe(false)
    })
  })
})
