import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issuePapers, notePaperPrint, recordReply } from '../../db/accountPapers/commands.ts'
import { paperCandidates, paperGrid, paperView, type PaperQuestion } from '../../db/accountPapers/queries.ts'
import { ledgerCard } from '../../db/periods/controlTotals.ts'
import { loadCompany } from '../../db/settings/queries.ts'
import { accountPapersHtml } from '../../shared/accountPapers/paperHtml.ts'
import type { AccountPaperKind, AccountPaperView, PaperTerms, ReplyInput } from '../../shared/accountPapers/schemas.ts'
import { addDays, day, monthOf, type Day } from '../../shared/day.ts'
import { gridRequest, type GridQuery } from '../../shared/grid.ts'
import { Desk, fen, fieldOf, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const AUDITOR = { name: '信诚会计师事务所', address: '苏州市干将路 1 号', contact: '吴审计', phone: '0512-66660000' }
const MARCH = { from: day('2026-03-01'), asOf: day('2026-03-31') }

describe.each(engines)('statements and confirmations on $name', ({ start }) => {
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
    await desk.invoice(customer, 100_000, '2026-02-10')
    await desk.receipt(customer, 30_000, '2026-02-20')
    await desk.invoice(customer, 50_000, '2026-03-05', { invoiceNumber: '26312000000054300101' })
    await desk.receipt(customer, 20_000, '2026-03-15', [], { reference: '付货款' })
  })

  type Terms = Partial<PaperTerms>
  const issue = (customerIds: number[] | undefined, kind: AccountPaperKind = 'statement', terms: Terms = {}, more: Partial<PaperQuestion> = {}): Promise<number[]> => desk.write(async (tx) =>
    issuePapers(tx, customerIds, {
      kind, terms: { language: 'zh-CN', asOf: MARCH.asOf, from: kind === 'statement' ? MARCH.from : null, auditor: kind === 'statement' ? null : AUDITOR, ...terms },
      company: await loadCompany(tx), today: TODAY, scope: null, ...more,
    }))
  const view = (id: number | undefined): Promise<AccountPaperView> => desk.ledger.read((reader) => paperView(reader, id ?? 0, null))
  const paperOf = async (customerId: number, kind: AccountPaperKind = 'statement', terms: Terms = {}) => view((await issue([customerId], kind, terms))[0])
  const reply = (id: number, more: Partial<ReplyInput> = {}) => desk.write((tx) => recordReply(tx, { id, agreed: true, balance: null, person: '', note: '', on: undefined, ...more }, TODAY, null))
  const list = async (query: GridQuery = {}, scope: number | null = null) => (await desk.ledger.read((reader) => paperGrid(reader, gridRequest.parse(query), scope))).rows

  it('tells the balance before the days, every movement with the balance after it, and what is left', async () => {
    const { number, content, balance } = await paperOf(customer)
    expect([number, content.opening, content.debits, content.credits, content.closing, balance, content.capital]).toEqual(['DZ-202606-0001', 70_000, 50_000, 20_000, 100_000, 100_000, '壹仟元整'])
    expect(content.rows.map((row) => [row.on, row.kind, row.number, row.text, row.debit, row.credit, row.balance])).toEqual([
      ['2026-03-05', 'invoice', 'YS-202603-0001', '26312000000054300101', 50_000, 0, 120_000],
      ['2026-03-15', 'receipt', 'SK-202603-0001', '付货款', 0, 20_000, 100_000],
    ])
    expect([content.customer.contact, content.issuedOn]).toEqual(['陈经理', TODAY])
  })

  it('closes with the balance of the aging and tells what the ledger card tells, over every month', async () => {
    const [first] = (await desk.invoice(customer, 8000, '2026-04-02')).installments
    const wrong = await desk.invoice(customer, 4000, '2026-04-03')
    await desk.reverseInvoice(wrong.id, '2026-04-20')
    const paid = await desk.receipt(customer, 8000, '2026-04-10', [{ itemId: first?.itemId, amount: 8000 }])
    await desk.reverseReceipt(paid.id, '2026-05-06')
    for (const [from, asOf] of [['2026-02-01', '2026-02-28'], ['2026-03-01', '2026-03-31'], ['2026-04-01', '2026-04-30'], ['2026-05-01', '2026-05-31']] as const) {
      const { content } = await paperOf(customer, 'statement', { from: day(from), asOf: day(asOf) })
      const card = await desk.ledger.read((reader) => ledgerCard(reader, monthOf(day(from)), customer, 'CNY'))
      expect([content.closing, content.opening, content.rows.length], from).toEqual([(await desk.aging(asOf)).at(-1), card.opening, card.rows.length])
      expect(content.rows).toEqual(card.rows.map(({ documentId: _documentId, ...row }) => row))
    }
  })

  it('shows what was reversed and its reversal, as they stand in the books', async () => {
    const wrong = await desk.invoice(customer, 4000, '2026-03-20')
    await desk.reverseInvoice(wrong.id, '2026-03-25')
    const paper = await paperOf(customer)
    expect(paper.content.rows.slice(-2).map((row) => [row.on, row.kind, row.debit, row.balance])).toEqual([['2026-03-20', 'invoice', 4000, 104_000], ['2026-03-25', 'invoice', -4000, 100_000]])
    expect(accountPapersHtml([{ content: paper.content, reprint: false }]).match(/红冲/g)).toHaveLength(1)
  })

  it('keeps each currency on a paper of its own', async () => {
    await desk.invoice(customer, 7700, '2026-03-08', { currency: 'USD' })
    const dollars = (await paperOf(customer, 'statement', { currency: 'USD' })).content
    expect([dollars.currency, dollars.opening, dollars.closing, dollars.capital, dollars.rows.length]).toEqual(['USD', 0, 7700, '', 1])
    expect((await paperOf(customer)).content.closing).toBe(100_000)
  })

  it('asks to confirm the balance of a day and nothing else, a zero balance too', async () => {
    const { number, from, content, balance } = await paperOf(customer, 'confirmation', { asOf: day('2026-02-28') })
    expect([number, from, content.from, content.rows, content.opening, balance, content.auditor]).toEqual(['XZ-202606-0001', '', null, [], 70_000, 70_000, AUDITOR])
    const nobody = await desk.customer('苏州盛华')
    expect((await paperOf(nobody, 'confirmation')).balance).toBe(0)
  })

  it('stays what it was whatever is posted later', async () => {
    const before = await paperOf(customer)
    await desk.receipt(customer, 100_000, '2026-03-30')
    expect(await view(before.id)).toEqual(before)
  })

  it('is told apart from its reprints only by their mark', async () => {
    const paper = await paperOf(customer)
    const marks: boolean[] = []
    for (const how of ['pdf', 'print', 'pdf'] as const) marks.push(await desk.write((tx) => notePaperPrint(tx, paper.id, how)))
    expect([marks, (await view(paper.id)).prints]).toEqual([[false, true, true], 3])
    const [first, again] = [false, true].map((reprint) => accountPapersHtml([{ content: paper.content, reprint }]))
    expect(again?.replace('<span class="mark">补打</span>', '')).toBe(first)
  })

  it('goes to all that have a balance or moved, once to each', async () => {
    const paid = await desk.customer('杭州西溪')
    const item = (await desk.invoice(paid, 500, '2026-03-02')).installments[0]?.itemId
    await desk.receipt(paid, 500, '2026-03-09', [{ itemId: item, amount: 500 }])
    const later = await desk.customer('重庆钢厂')
    await desk.invoice(later, 900, '2026-04-01')
    expect((await issue(undefined)).length).toBe(2)
    expect((await issue([customer, customer])).length).toBe(1)
    expect((await list()).map((row) => [row.number, row.customerName, row.balance])).toEqual([['DZ-202606-0003', '上海机械', 100_000], ['DZ-202606-0002', '杭州西溪', 0], ['DZ-202606-0001', '上海机械', 100_000]])
  })

  it('offers whom to write to, with their balances; everybody when asked for', async () => {
    const seller = await desk.salesperson('王业务')
    await desk.customer('苏州盛华', { salespersonId: seller })
    await issue([customer])
    const asked = { ...MARCH, currency: 'CNY', everybody: false }
    const offered = (more: Partial<typeof asked> = {}, scope: number | null = null) => desk.ledger.read((reader) => paperCandidates(reader, { ...asked, ...more }, scope))
    expect(await offered()).toEqual([{
      customerId: customer, code: 'C00001', name: '上海机械', salesperson: '', currency: 'CNY', opening: 70_000, debits: 50_000, credits: 20_000, closing: 100_000, lastIssuedOn: TODAY, lastNumber: 'DZ-202606-0001',
    }])
    expect((await offered({ everybody: true })).map((row) => [row.name, row.closing])).toEqual([['上海机械', 100_000], ['苏州盛华', 0]])
    expect((await offered({ everybody: true }, seller)).map((row) => row.name)).toEqual(['苏州盛华'])
    expect(await refusalOf(offered({ from: addDays(MARCH.asOf, 1) }))).toBe('endBeforeStart')
  })

  describe('the slip that came back', () => {
    it('agrees, or names another balance; the last one counts and all are kept', async () => {
      const { id, state } = await paperOf(customer)
      expect(state).toBe('waiting')
      await reply(id, { agreed: false, balance: fen(98_000), person: '陈经理', note: '少一张发票' })
      expect((await view(id)).state).toBe('differs')
      await reply(id, { agreed: true, balance: fen(1) })
      const { state: now, replies } = await view(id)
      expect([now, replies.map((each) => [each.on, each.agreed, each.balance, each.person, each.note])]).toEqual(['agreed', [[TODAY, true, null, '', ''], [TODAY, false, 98_000, '陈经理', '少一张发票']]])
    })

    it('is found in the list by what it says', async () => {
      const [agreed, differs] = await issue([customer, await desk.customer('苏州盛华')])
      await issue([customer], 'confirmation')
      await reply(agreed ?? 0)
      await reply(differs ?? 0, { agreed: false })
      const numbers = async (value: string) => (await list({ filters: [{ field: 'state', op: 'in', value: [value] }] })).map((row) => row.number)
      expect([await numbers('waiting'), await numbers('agreed'), await numbers('differs')]).toEqual([['XZ-202606-0001'], ['DZ-202606-0001'], ['DZ-202606-0002']])
      expect((await list({ filters: [{ field: 'kind', op: 'eq', value: 'confirmation' }] })).map((row) => row.kind)).toEqual(['confirmation'])
    })

    it.each<[string, string, (id: number) => Partial<ReplyInput>]>([
      ['datedAhead', 'on', () => ({ on: addDays(TODAY, 1) })],
      ['beforeDocument', 'on', () => ({ on: addDays(TODAY, -1) })],
    ])('is refused with %s', async (reason, field, more) => {
      const { id } = await paperOf(customer)
      expect([await refusalOf(reply(id, more(id))), await fieldOf(reply(id, more(id)))]).toEqual([reason, field])
    })

    it('of a paper that does not exist is not found', async () => {
      expect(await refusalOf(reply(999))).toBe('notFound')
    })
  })

  describe('a batch', () => {
    it.each<[string, () => [number[] | undefined, Terms]]>([
      ['datedAhead', () => [[customer], { asOf: addDays(TODAY, 1) }]],
      ['endBeforeStart', () => [[customer], { from: addDays(MARCH.asOf, 1) }]],
      ['nobodyToWrite', () => [undefined, { from: day('2020-01-01'), asOf: day('2020-01-31') }]],
      ['unknownCustomer', () => [[customer, 999], {}]],
    ])('is refused whole with %s', async (reason, given) => {
      const [ids, terms] = given()
      expect(await refusalOf(issue(ids, 'statement', terms))).toBe(reason)
      expect(await list()).toEqual([])
      expect((await paperOf(customer)).number).toBe('DZ-202606-0001')
    })

    it('shows and writes to the customers of a salesperson only', async () => {
      const seller = await desk.salesperson('王业务')
      const [mine] = [await desk.customer('苏州盛华', { salespersonId: seller })]
      expect(await refusalOf(issue([customer], 'statement', {}, { scope: seller }))).toBe('unknownCustomer')
      const [id] = await issue([mine, customer])
      expect((await list({}, seller)).map((row) => row.id)).toEqual([id])
      expect(await refusalOf(desk.ledger.read((reader) => paperView(reader, (id ?? 0) + 1, seller)))).toBe('notFound')
    })
  })

  it('escapes what people typed', async () => {
    const nasty = await desk.customer('坏<script>alert(1)</script>&"名', { address: '<img src=x onerror=1>' })
    await desk.receipt(nasty, 100, '2026-03-15', [], { reference: '<b>附言</b>' })
    for (const kind of ['statement', 'confirmation'] as const) {
      const { content } = await paperOf(nasty, kind, kind === 'confirmation' ? { auditor: { ...AUDITOR, name: '<i>所</i>' } } : {})
      const page = accountPapersHtml([{ content, reprint: false }])
      expect([page.includes('<script'), page.includes('<img'), page.includes('<b>附言'), page.includes('<i>')]).toEqual([false, false, false, false])
      expect(page).toContain('坏&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;名')
    }
  })

  it('names the day before the first as that of the opening balance', async () => {
    const day0: Day = addDays(MARCH.from, -1)
    expect(accountPapersHtml([{ content: (await paperOf(customer)).content, reprint: false }])).toContain(`<td class="day">${day0}</td><td class="middle" colspan="5">期初余额</td>`)
  })
})
