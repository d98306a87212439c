/** A salesperson sees the own customers and nothing of anybody else's: in lists, search, reports, exports and letters alike. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../electron/api/context.ts'
import type { InvoiceView } from '../../shared/invoices/schemas.ts'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { answerOf, call, NAMES, router, TestOffice } from '../support/offices.ts'

/** Words and figures of the other salesperson's customer that no answer may hold. */
const FOREIGN = /重庆|zqgc|cqgc|HT-FOREIGN|54399999|1234567|12,345\.67/i

describe('a salesperson', () => {
  let made: TestOffice
  let me: Context
  let mine: number
  let foreign: number
  const own: { invoice: InvoiceView; receipt: ReceiptView; letter: number; paper: number; lawsuit: number; voucher: number; delivery: number }[] = []

  beforeAll(async () => {
    made = await TestOffice.full()
    me = made.as('salesperson')
    const { desk } = made
    mine = await desk.customer('上海机械', { salespersonId: made.idOf('salesperson'), department: '一部' })
    foreign = await desk.customer('重庆钢厂', { salespersonId: await desk.salesperson('李业务'), department: '二部' })
    for (const [customer, amount, number, contract] of [[mine, 500_000, '26312000000054300101', 'HT-MINE-1'], [foreign, 1_234_567, '26312000000054399999', 'HT-FOREIGN']] as const) {
      const invoice = await desk.invoice(customer, amount, '2026-03-01', { invoiceNumber: number, contractNumber: contract })
      const receipt = await desk.receipt(customer, 100, '2026-05-01')
      const { letters } = await call(router.dunning.issue, { customerIds: [customer] }, { context: made.as('clerk') })
      const { vouchers } = await call(router.vouchers.issue, { receiptIds: [receipt.id] }, { context: made.as('clerk') })
      const [delivery] = await call(router.deliveries.record, { paper: 'letter', documentIds: [letters[0]?.id ?? 0], tracking: 'SF1001' }, { context: made.as('clerk') })
      const papers = await collect(customer, invoice)
      own.push({ invoice, receipt, ...papers, delivery: delivery?.id ?? 0, letter: letters[0]?.id ?? 0, voucher: vouchers[0]?.id ?? 0 })
      await desk.draft(customer, 700, '2026-06-01')
    }
  })
  afterAll(() => made.close())

  /** What the office noted about a customer: none of it keeps the customer from being dunned today. */
  async function collect(customerId: number, invoice: InvoiceView): Promise<Pick<(typeof own)[number], 'paper' | 'lawsuit'>> {
    const context = made.as('clerk')
    const itemIds = invoice.installments.map(({ itemId }) => itemId ?? 0)
    await call(router.collection.recordContact, { customerId, result: '没人接' }, { context })
    await call(router.collection.makePromise, { customerId, amount: 100, madeOn: '2026-05-10', dueOn: '2026-05-20' }, { context })
    const dispute = await call(router.collection.openDispute, { customerId, itemIds, reason: '质量', settleBy: '2026-07-15' }, { context })
    await call(router.collection.settleDispute, { id: dispute.id, result: 'rejected' }, { context })
    await call(router.interest.setTerms, { customerId, from: '2026-01-01', basis: 'daily', rate: 500 }, { context })
    const { papers } = await call(router.accountPapers.issueStatements, { customerIds: [customerId], from: '2026-03-01', asOf: '2026-06-30' }, { context })
    await call(router.limitation.interrupt, { customerId, itemIds, kind: 'extension', evidence: '函' }, { context })
    const lawsuit = await call(router.limitation.fileLawsuit, { customerId, itemIds, court: '法院', claim: 1 }, { context })
    return { paper: papers[0]?.id ?? 0, lawsuit: lawsuit.id }
  }

  const questions: [string, (context: Context) => Promise<unknown>][] = [
    ['the customers', (context) => call(router.customers.list, {}, { context })],
    ['the customers, found by initials', (context) => call(router.customers.list, { search: 'gc' }, { context })],
    ['the lookup', (context) => call(router.customers.lookup, { text: '' }, { context })],
    ['the lookup by initials', (context) => call(router.customers.lookup, { text: 'cqgc' }, { context })],
    ['the receivables', (context) => call(router.invoices.list, {}, { context })],
    ['the receivables of a contract', (context) => call(router.invoices.list, { search: 'HT-' }, { context })],
    ['the receivables, filtered by customer', (context) => call(router.invoices.list, { filters: [{ field: 'customerId', op: 'in', value: [1, 2] }] }, { context })],
    ['the open items', (context) => call(router.invoices.items, {}, { context })],
    ['the open items of a customer', (context) => call(router.invoices.items, { customerId: foreign }, { context })],
    ['the receipts', (context) => call(router.receipts.list, { sort: [{ field: 'amount', dir: 'desc' }] }, { context })],
    ['the vouchers', (context) => call(router.vouchers.list, {}, { context })],
    ['the vouchers, found by number', (context) => call(router.vouchers.list, { search: 'SJ-' }, { context })],
    ['the letters', (context) => call(router.dunning.list, {}, { context })],
    ['the deliveries', (context) => call(router.deliveries.list, {}, { context })],
    ['the deliveries, found by tracking number', (context) => call(router.deliveries.list, { search: 'SF1001' }, { context })],
    ['whom to dun', (context) => call(router.dunning.candidates, {}, { context })],
    ['the collection worklist', (context) => call(router.collection.worklist, {}, { context })],
    ['the contacts', (context) => call(router.collection.contacts, {}, { context })],
    ['the promises', (context) => call(router.collection.promises, {}, { context })],
    ['the disputes of a customer', (context) => call(router.collection.disputes, { customerId: foreign }, { context })],
    ['the statements', (context) => call(router.accountPapers.list, {}, { context })],
    ['whom to send a statement', (context) => call(router.accountPapers.candidates, { from: '2026-03-01', asOf: '2026-06-30' }, { context })],
    ['who could be charged interest', (context) => call(router.interest.customers, {}, { context })],
    ['the agreed rates', (context) => call(router.interest.terms, {}, { context })],
    ['the agreed rates of a customer', (context) => call(router.interest.terms, { customerId: foreign }, { context })],
    ['the limitation', (context) => call(router.limitation.list, {}, { context })],
    ['the limitation of a contract', (context) => call(router.limitation.list, { search: 'HT-' }, { context })],
    ['the lawsuits', (context) => call(router.limitation.lawsuits, {}, { context })],
    ['the aging by customer', (context) => call(router.aging.report, {}, { context })],
    ['the aging by salesperson', (context) => call(router.aging.report, { groupBy: 'salesperson' }, { context })],
    ['the aging by department', (context) => call(router.aging.report, { groupBy: 'department' }, { context })],
    ['the items behind the total', (context) => call(router.aging.items, { column: 'total' }, { context })],
    ['the items of a customer', (context) => call(router.aging.items, { column: 'receivable', groupId: foreign }, { context })],
    ['the items of a salesperson', (context) => call(router.aging.items, { groupBy: 'salesperson', groupId: made.idOf('clerk') + 2 }, { context })],
    ['the items of a department', (context) => call(router.aging.items, { groupBy: 'department', groupName: '二部' }, { context })],
    ['the printed aging', (context) => call(router.aging.print, {}, { context })],
    ['the overview', (context) => call(router.overview.get, {}, { context })],
    ['the search by name', (context) => call(router.overview.search, { text: '重庆' }, { context })],
    ['the search by number', (context) => call(router.overview.search, { text: 'YS-' }, { context })],
    ['the search by statement', (context) => call(router.overview.search, { text: 'DZ-' }, { context })],
    ['the search by lawsuit', (context) => call(router.overview.search, { text: 'AJ-' }, { context })],
    ['the search by contract', (context) => call(router.overview.search, { text: 'HT-' }, { context })],
  ]

  it.each(questions)('is told nothing of others by %s', async (_, ask) => {
    expect(JSON.stringify(await ask(me))).not.toMatch(FOREIGN)
  })

  it('would be told by the same questions otherwise', async () => {
    const told = await Promise.all(questions.map(async ([name, ask]) => (FOREIGN.test(JSON.stringify(await ask(made.as('clerk')))) ? '' : name)))
    // Salespeople's groups carry no customer's name; the others all do.
    expect(told.filter((name) => name !== '' && name !== 'the items of a salesperson')).toEqual([])
  })

  it('sees the own figures whole', async () => {
    const report = await call(router.aging.report, {}, { context: me })
    expect(report.totals.total).toBe(499_900)
    const page = await call(router.invoices.list, {}, { context: me })
    expect([page.total, page.totals]).toEqual([2, { amount: 500_700, open: 500_000 }])
    expect(await call(router.overview.counts, undefined, { context: me })).toMatchObject({ customers: 1, drafts: 1, openItems: 1, overdueItems: 1, customersToDun: 0, unallocatedReceipts: 1, lettersThisMonth: 1 })
  })

  it('is not found what is not the own, by id', async () => {
    const theirs = own[1]!
    const context = me
    const byId: Record<string, Promise<unknown>> = {
      customer: call(router.customers.get, { id: foreign }, { context }),
      invoice: call(router.invoices.get, { id: theirs.invoice.id }, { context }),
      receipt: call(router.receipts.get, { id: theirs.receipt.id }, { context }),
      hanging: call(router.receipts.hanging, { id: theirs.receipt.id }, { context }),
      voucher: call(router.vouchers.get, { id: theirs.voucher }, { context }),
      'voucher as html': call(router.vouchers.html, { id: theirs.voucher }, { context }),
      'voucher as pdf': call(router.vouchers.pdf, { id: theirs.voucher }, { context }),
      'printed vouchers': call(router.vouchers.print, { ids: [own[0]!.voucher, theirs.voucher] }, { context }),
      letter: call(router.dunning.get, { id: theirs.letter }, { context }),
      html: call(router.dunning.html, { id: theirs.letter }, { context }),
      delivery: call(router.deliveries.get, { id: theirs.delivery }, { context }),
      'file of a delivery': call(router.deliveries.file, { id: theirs.delivery, fileId: 1 }, { context }),
      'letters in an archive': call(router.deliveries.zipPapers, { paper: 'letter', documentIds: [own[0]!.letter, theirs.letter] }, { context }),
      pdf: call(router.dunning.pdf, { id: theirs.letter }, { context }),
      story: call(router.collection.story, { customerId: foreign }, { context }),
      statement: call(router.accountPapers.get, { id: theirs.paper }, { context }),
      'statement as pdf': call(router.accountPapers.pdf, { id: theirs.paper }, { context }),
      'clock of a debt': call(router.limitation.clock, { itemId: theirs.invoice.installments[0]?.itemId ?? 0 }, { context }),
      lawsuit: call(router.limitation.lawsuit, { id: theirs.lawsuit }, { context }),
      print: call(router.dunning.print, { ids: [own[0]!.letter, theirs.letter] }, { context }),
    }
    for (const [what, attempt] of Object.entries(byId)) expect(await answerOf(attempt), what).toMatchObject({ code: 'NOT_FOUND', status: 404 })
    for (const attempt of [call(router.receipts.suggest, { customerId: foreign, amount: 1, receivedOn: '2026-06-01' }, { context }), call(router.dunning.preview, { customerId: foreign }, { context }), call(router.interest.sheet, { customerId: foreign }, { context }),
      call(router.templates.preview, { customerId: foreign, level: 'finalNotice', language: 'zh-CN' }, { context })]) {
      expect(await answerOf(attempt)).toMatchObject({ code: 'REFUSED', data: { reason: 'unknownCustomer' } })
    }
    // The refused batch left no print of the own letter either.
    expect((await call(router.dunning.get, { id: own[0]!.letter }, { context })).prints).toBe(0)
    expect((await call(router.vouchers.get, { id: own[0]!.voucher }, { context })).prints).toBe(0)
  })

  it('exports only the own customers', async () => {
    const file = await call(router.aging.workbook, {}, { context: me })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await file.arrayBuffer())
    const text = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
    expect(text).toContain('上海机械')
    expect(text).not.toMatch(FOREIGN)
  })

  it('prints the own letters, the second time as a reprint', async () => {
    const { letter } = own[0]!
    const first = await (await call(router.dunning.pdf, { id: letter }, { context: me })).text()
    const second = await (await call(router.dunning.pdf, { id: letter }, { context: me })).text()
    expect([first.includes('补打'), second.includes('补打')]).toEqual([false, true])
    expect((await call(router.dunning.get, { id: letter }, { context: me })).printed.map((print) => [print.by, print.reprint])).toEqual([[NAMES.salesperson, true], [NAMES.salesperson, false]])
  })
})
