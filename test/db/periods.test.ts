import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { agingReport } from '../../db/aging/queries.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { postInvoices } from '../../db/invoices/bulk.ts'
import { postItems } from '../../db/invoices/items.ts'
import { firstOpenDay } from '../../db/openMonths.ts'
import { closeMonth, reopenMonth } from '../../db/periods/commands.ts'
import { controlTotals, ledgerCard } from '../../db/periods/controlTotals.ts'
import { listPeriods, monthCheck } from '../../db/periods/queries.ts'
import { postReceipts } from '../../db/receipts/bulk.ts'
import { moveReceipt } from '../../db/receipts/commands.ts'
import { changeCompany, saveBankAccount } from '../../db/settings/commands.ts'
import { day, type Day, type Month } from '../../shared/day.ts'
import type { ItemKind } from '../../shared/invoices/schemas.ts'
import { Bills } from '../support/bills.ts'
import { CALENDAR, Desk, fen, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const month = (text: string): Month => text as Month

describe.each(engines)('the month end on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('上海机械')
  })

  const close = (which: string, acceptWarnings = true, today: Day = TODAY) => desk.write((tx) => closeMonth(tx, { month: month(which), acceptWarnings }, { today }))
  const reopen = (which: string, reason = '补记一笔收款') => desk.write((tx) => reopenMonth(tx, { month: month(which), reason }))
  const check = (which: string) => desk.ledger.read((reader) => monthCheck(reader, month(which), TODAY))
  const totals = (which: string) => desk.ledger.read((reader) => controlTotals(reader, month(which)))
  const raw = (statement: ReturnType<typeof sql>) => desk.write((tx) => tx.run(statement))
  const itemOf = async (amount: number, on: string, of = customer, more: Record<string, unknown> = {}): Promise<number> =>
    (await desk.invoice(of, amount, on, more)).installments[0]?.itemId ?? 0
  /** Everything that is posted or numbered, so that a refusal can be seen to leave nothing. */
  const everything = () => desk.ledger.read((reader) => Promise.all(
    ['invoices', 'receipts', 'open_items', 'open_balances', 'allocations', 'journal', 'counters', 'period_events', 'closed_periods', 'settings']
      .map(async (table) => [table, await reader.rows(sql`select * from ${sql.identifier(table)} order by 1`)] as const)))

  describe('control totals', () => {
    it('add up by customer and meet the aging, whatever happened in the month', async () => {
      const other = await desk.customer('重庆钢厂')
      const old = await itemOf(100_000, '2026-01-20')
      await desk.invoice(other, 7000, '2025-12-31', { kind: 'opening' })
      // March: an invoice, a credit note, a receipt with a small difference, and a receipt that is reversed.
      const invoice = await desk.invoice(customer, 30_050, '2026-03-02')
      await desk.invoice(customer, 5000, '2026-03-03', { kind: 'creditNote' })
      await desk.receipt(customer, 30_000, '2026-03-05', [{ itemId: invoice.installments[0]?.itemId, amount: 30_000, difference: 50 }])
      const wrong = await desk.receipt(customer, 8000, '2026-03-06', [{ itemId: old, amount: 8000 }])
      await desk.reverseReceipt(wrong.id, '2026-03-20')
      const cancelled = await desk.invoice(other, 900, '2026-02-10')
      await desk.reverseInvoice(cancelled.id, '2026-03-09')
      await desk.receipt(other, 2000, '2026-04-01')
      const { rows, totals: sums, disagreeing } = await totals('2026-03')
      expect(rows.map(({ name, opening, debits, credits, closing, aging }) => [name, opening, debits, credits, closing, aging])).toEqual([
        ['上海机械', 100_000, 25_050, 30_050, 95_000, 95_000],
        ['重庆钢厂', 7900, -900, 0, 7000, 7000],
      ])
      expect([sums, disagreeing]).toEqual([[{ currency: 'CNY', opening: 107_900, debits: 24_150, credits: 30_050, closing: 102_000, aging: 102_000 }], 0])
      expect((await desk.aging('2026-03-31')).at(-1)).toBe(102_000)
    })

    it('keep currencies apart and leave out who had neither balance nor movement', async () => {
      await desk.customer('没有往来')
      await itemOf(5000, '2026-02-01', customer, { currency: 'USD' })
      await desk.receipt(customer, 700, '2026-02-02')
      expect((await totals('2026-02')).rows.map(({ currency, debits, credits, closing }) => [currency, debits, credits, closing])).toEqual([['CNY', 0, 700, -700], ['USD', 5000, 0, 5000]])
      expect((await totals('2026-01')).rows).toEqual([])
    })

    it.each<[string, ItemKind, number, { reversed?: boolean }, [number, number]]>([
      ['a dishonoured acceptance is a debt again', 'dishonour', 400, {}, [400, 0]],
      ['a refund takes money back', 'refund', 400, {}, [0, -400]],
      ['a reversed refund too stands with the money', 'refund', -400, {}, [0, 400]],
      ['a debt that was taken over', 'offset', 400, {}, [400, 0]],
      ['what an offset settled', 'offset', -400, {}, [0, 400]],
      ['the reversal of a debt that was taken over', 'offset', -400, { reversed: true }, [-400, 0]],
      ['the reversal of what an offset settled', 'offset', 400, { reversed: true }, [0, -400]],
    ])('%s', async (_, kind, amount, { reversed = false }, [debits, credits]) => {
      await desk.write(async (tx) => {
        const item = { customerId: customer, currency: 'CNY', documentOn: day('2026-03-10'), dueOn: day('2026-03-10'), installment: 1 }
        if (kind === 'offset') {
          await tx.post(tx.t.offsets, [{
            id: 1, number: 'CX-202603-0001', kind: 'customers', customerId: customer, otherCustomerId: null, offsetOn: day('2026-03-10'), currency: 'CNY', amount: fen(amount), document: '', note: '',
            reversesId: reversed ? 99 : null, reason: '', postedAt: tx.now, postedBy: '',
          }])
        }
        await postItems(tx, [{ ...item, kind, documentId: 1, amount: fen(amount) }])
      })
      const [row] = (await totals('2026-03')).rows
      expect([row?.debits, row?.credits, row?.closing, row?.aging]).toEqual([debits, credits, debits - credits, debits - credits])
    })

    it('meet the aging over offsets, refunds and a bill that comes back, customer by customer', async () => {
      const other = await desk.customer('重庆钢厂')
      const bills = await Bills.at(desk)
      const item = await itemOf(10_000, '2026-02-01')
      const advance = await desk.receipt(customer, 5000, '2026-02-10')
      await desk.refund(customer, 1000, '2026-03-05', { credits: [{ itemId: advance.itemId, amount: 1000 }] })
      const taken = await desk.offset({ kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: '2026-03-06', document: '同意函', lines: [{ itemId: item, amount: 3000 }] })
      const [bill] = await bills.receive(customer, '2026-03-07', [{ amount: 2000, issuedOn: '2026-03-01', dueOn: '2026-03-20' }], { allocations: [{ itemId: item, amount: 2000 }] })
      await bills.step('present', bill?.id ?? 0, { on: '2026-03-20' })
      await bills.step('dishonour', bill?.id ?? 0, { on: '2026-03-25' })
      const shown = async () => (await totals('2026-03')).rows.map(({ name, opening, debits, credits, closing, aging }) => [name, opening, debits, credits, closing, aging])
      expect(await shown()).toEqual([['上海机械', 5000, 2000, 4000, 3000, 3000], ['重庆钢厂', 0, 3000, 0, 3000, 3000]])
      await desk.reverseOffset(taken.id, '2026-03-28')
      expect([await shown(), (await totals('2026-03')).disagreeing]).toEqual([[['上海机械', 5000, 2000, 1000, 6000, 6000]], 0])
    })

    it('open the movements of a customer, document by document', async () => {
      await itemOf(10_000, '2026-02-01')
      await desk.invoice(customer, 30_000, '2026-03-02', { invoiceNumber: '26312000000054300101', installments: [{ dueOn: '2026-04-01', amount: 10_000 }, { dueOn: '2026-05-01', amount: 20_000 }] })
      await desk.receipt(customer, 4000, '2026-03-10', [], { reference: '付货款' })
      const card = await desk.ledger.read((reader) => ledgerCard(reader, month('2026-03'), customer, 'CNY'))
      expect(card.rows.map((row) => [row.on, row.kind, row.number, row.text, row.debit, row.credit, row.balance])).toEqual([
        ['2026-03-02', 'invoice', 'YS-202603-0001', '26312000000054300101', 30_000, 0, 40_000],
        ['2026-03-10', 'receipt', 'SK-202603-0001', '付货款', 0, 4000, 36_000],
      ])
      expect([card.opening, card.debits, card.credits, card.closing]).toEqual([10_000, 30_000, 4000, 36_000])
    })

    it('name the customers whose balance was changed behind the ledger', async () => {
      const item = await itemOf(10_000, '2026-02-01')
      await raw(sql`update open_balances set open = 9000 where item_id = ${item}`)
      const line = (await check('2026-02')).lines.find((each) => each.check === 'totals')
      expect([line?.level, line?.count, line?.amounts]).toEqual(['blocks', 1, [{ currency: 'CNY', amount: 1000 }]])
      expect(await refusalOf(close('2026-02'))).toBe('totalsDisagree')
    })
  })

  describe('the check list', () => {
    const lineOf = async (which: string, name: string) => {
      const line = (await check(which)).lines.find((each) => each.check === name)
      return line && [line.level, line.count, ...line.amounts.map(({ currency, amount }) => `${currency} ${amount}`)]
    }

    it('is all green in a month in which nothing is left to do', async () => {
      await desk.receipt(customer, 10_000, '2026-02-10', [{ itemId: await itemOf(10_000, '2026-02-01'), amount: 10_000 }])
      const { lines, refusal } = await check('2026-02')
      expect([lines.every((line) => line.level === 'ok'), refusal]).toEqual([true, null])
    })

    it('is held up by drafts of the month and before, not by later ones', async () => {
      await desk.draft(customer, 1000, '2026-01-31')
      await desk.draft(customer, 500, '2026-02-28')
      await desk.draft(customer, 99, '2026-03-01')
      expect(await lineOf('2026-02', 'drafts')).toEqual(['blocks', 2, 'CNY 1500'])
      expect([(await check('2026-02')).refusal, await refusalOf(close('2026-02'))]).toEqual(['documentsNotPosted', 'documentsNotPosted'])
    })

    it('reminds of money that was left as of the last day, receipts and credit notes', async () => {
      const item = await itemOf(10_000, '2026-02-01')
      const receipt = await desk.receipt(customer, 4000, '2026-02-10')
      await desk.invoice(customer, 600, '2026-02-11', { kind: 'creditNote' })
      await desk.allocate(receipt.itemId, [{ itemId: item, amount: 4000 }], '2026-03-01')
      expect([await lineOf('2026-02', 'unallocated'), await lineOf('2026-03', 'unallocated')]).toEqual([['warning', 2, 'CNY 4600'], ['warning', 1, 'CNY 600']])
    })

    it('reminds of bank lines nobody matched and of accounts without a reconciliation, as a note where no statement is imported', async () => {
      const account = (await desk.write((tx) => saveBankAccount(tx, { name: '工行基本户', bank: '工商银行', number: '1102', currency: 'CNY', active: true }))).id
      await desk.receipt(customer, 4000, '2026-02-10', [], { bankAccountId: account, fee: 10 })
      expect([await lineOf('2026-02', 'account'), await lineOf('2026-01', 'account')]).toEqual([['note', 1, 'CNY 3990'], ['ok', 0]])
      const reconcile = (id: number, asOf: string, difference: number) => desk.write((tx) => tx.post(tx.t.reconciliations, [{
        id, bankAccountId: account, asOf: day(asOf), statementBalance: fen(0), bookBalance: fen(difference), difference: fen(difference), content: {}, madeAt: tx.now, madeBy: '会计',
      }]))
      await desk.write(async (tx) => {
        await tx.post(tx.t.statements, [{
          id: 1, bankAccountId: account, fileName: '流水.csv', fileHash: 'x', firstOn: '2026-02-01', lastOn: '2026-02-28', lines: 2, duplicates: 0, opening: null, closing: null, importedAt: tx.now, importedBy: '会计',
        }])
        for (const [id, on] of [[1, '2026-02-10'], [2, '2026-03-01']] as const) {
          await tx.post(tx.t.statementLines, [{
            id, statementId: 1, bankAccountId: account, row: id, on: day(on), time: '', direction: 'in', amount: fen(4000), balance: null, counterparty: '', counterpartyAccount: '', memo: '', serial: '', class: 'receipt',
          }])
          await tx.insert(tx.t.statementStates, [{ lineId: id, bankAccountId: account, on: day(on), class: 'receipt', status: 'open', receiptId: null, refundId: null, acceptanceEventId: null }])
        }
      })
      expect([await lineOf('2026-02', 'bankLines'), await lineOf('2026-02', 'account')]).toEqual([['warning', 1, 'CNY 4000'], ['warning', 1, 'CNY 3990']])
      await reconcile(1, '2026-02-27', 0)
      await reconcile(2, '2026-03-31', 5)
      expect(await lineOf('2026-02', 'account')).toEqual(['warning', 1, 'CNY 3990'])
      await reconcile(3, '2026-02-28', 0)
      expect(await lineOf('2026-02', 'account')).toEqual(['ok', 0])
    })

    it('reminds of acceptances still held that fell due', async () => {
      await desk.write(async (tx) => {
        for (const [id, dueOn, status] of [[1, '2026-02-28', 'held'], [2, '2026-03-01', 'held'], [3, '2026-02-10', 'collected']] as const) {
          await tx.post(tx.t.acceptances, [{
            id, number: `PJ-202601-000${id}`, billNumber: `${id}`, rangeFrom: null, rangeTo: null, kind: 'bank', drawer: '', acceptor: '', acceptorBank: '', priorHand: '', issuedOn: day('2026-01-05'), dueOn: day(dueOn), currency: 'CNY',
            amount: fen(1000), transferable: true, customerId: customer, receiptId: 0, splitFromId: null, receivedOn: day('2026-01-05'), note: '', postedAt: tx.now, postedBy: '',
          }])
          await tx.insert(tx.t.acceptanceStates, [{ acceptanceId: id, status, since: day('2026-01-05'), dueOn: day(dueOn), customerId: customer, amount: fen(1000) }])
        }
      })
      expect([await lineOf('2026-02', 'acceptances'), await lineOf('2026-03', 'acceptances')]).toEqual([['warning', 1, 'CNY 1000'], ['warning', 2, 'CNY 2000']])
    })
  })

  describe('closing', () => {
    it('keeps the totals, closes everything before, and lists who closed what when', async () => {
      await itemOf(10_000, '2026-02-01')
      await close('2026-03')
      const list = await desk.ledger.read((reader) => listPeriods(reader, TODAY))
      expect(list.map((row) => [row.month, row.status, row.over, row.balances.map(({ amount }) => amount)])).toEqual([
        ['2026-06', 'open', false, [10_000]], ['2026-05', 'open', true, [10_000]], ['2026-04', 'open', true, [10_000]], ['2026-03', 'closed', true, [10_000]], ['2026-02', 'closed', true, [10_000]], ['2026-01', 'closed', true, []],
      ])
      expect([list[4]?.closedBy, list[4]?.closedAt, list[3]?.events.map((event) => event.kind)]).toEqual(['Huikuan', '2026-06-30T04:00:00.000Z', ['closed']])
      expect(await desk.ledger.read(firstOpenDay)).toBe('2026-04-01')
      expect(await desk.ledger.read((reader) => reader.rows(sql`select month, kind, totals from period_events`))).toEqual([
        { month: '2026-03', kind: 'closed', totals: JSON.stringify([{ currency: 'CNY', opening: 10_000, debits: 0, credits: 0, closing: 10_000, aging: 10_000 }]) },
      ])
    })

    it('is refused by the reasons of the contract, in their order, and leaves nothing', async () => {
      await close('2026-02')
      await desk.draft(customer, 1, '2026-03-01')
      await desk.receipt(customer, 5000, '2026-03-10')
      const before = await everything()
      expect([await refusalOf(close('2025-12', false)), await refusalOf(close('2026-06', false)), await refusalOf(close('2026-02', false)), await refusalOf(close('2026-04', false)), await refusalOf(close('2026-03', false))])
        .toEqual(['notAMonthOfLedger', 'monthNotOver', 'alreadyClosed', 'earlierMonthOpen', 'documentsNotPosted'])
      expect(await everything()).toEqual(before)
      await raw(sql`delete from invoices where status = 'draft'`)
      await raw(sql`update open_balances set open = -4000`)
      expect([await refusalOf(close('2026-03', false)), await refusalOf(close('2026-03', true))]).toEqual(['warningsNotAccepted', 'totalsDisagree'])
    })

    it('notes which reminders were accepted', async () => {
      await desk.receipt(customer, 5000, '2026-03-10')
      await close('2026-03')
      expect((await desk.ledger.read((reader) => listPeriods(reader, TODAY))).find((row) => row.month === '2026-03')?.events.map((event) => event.reason)).toEqual(['unallocated:1'])
    })

    it('is taken back for the last month only, with a reason, and can be done again', async () => {
      await close('2026-02')
      await close('2026-03')
      expect([await refusalOf(reopen('2026-04')), await refusalOf(reopen('2026-02')), await refusalOf(desk.receipt(customer, 100, '2026-03-15'))]).toEqual(['notClosed', 'laterMonthClosed', 'periodClosed'])
      await reopen('2026-03')
      await desk.receipt(customer, 100, '2026-03-15')
      expect(await refusalOf(desk.receipt(customer, 100, '2026-02-15'))).toBe('periodClosed')
      await close('2026-03')
      const march = (await desk.ledger.read((reader) => listPeriods(reader, TODAY))).find((row) => row.month === '2026-03')
      expect([march?.status, march?.events.map((event) => [event.kind, event.reason])]).toEqual(['closed', [['closed', ''], ['reopened', '补记一笔收款'], ['closed', 'unallocated:1']]])
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('is proved: by the events which months are closed, by the ledger that their totals stand', async () => {
      await itemOf(10_000, '2026-02-01')
      await close('2026-03')
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
      const codes = async () => [...new Set((await desk.ledger.read(brokenInvariants)).map((broken) => broken.code))]
      await raw(sql`insert into closed_periods (month) values ('2026-01')`)
      expect(await codes()).toEqual(['closedMonthsFollowTheirEvents'])
      await raw(sql`delete from closed_periods`)
      expect(await codes()).toEqual(['closedMonthsFollowTheirEvents'])
      // With the month forced open from outside, something slips in; closed again it no longer is what it was.
      const slipped = await desk.receipt(customer, 100, '2026-03-15')
      await raw(sql`insert into closed_periods (month) values ('2026-03')`)
      expect([slipped.number, await codes()]).toEqual(['SK-202603-0001', ['closedMonthsStand']])
    })
  })

  describe('a closed month takes nothing', () => {
    /** What stands before March is closed: an invoice half settled, an advance, a credit note. */
    interface Before {
      invoice: number
      item: number
      receipt: number
      allocation: number
      advanceItem: number
      advance: number
      other: number
      offset: number
      refund: number
      bill: number
      bills: Bills
    }
    const MARCH = '2026-03-31'

    async function closed(): Promise<Before> {
      const invoice = await desk.invoice(customer, 10_000, '2026-02-01')
      const item = invoice.installments[0]?.itemId ?? 0
      const receipt = await desk.receipt(customer, 3000, '2026-02-15', [{ itemId: item, amount: 3000 }])
      const advance = await desk.receipt(customer, 2000, '2026-02-20')
      const other = await desk.customer('重庆钢厂')
      const offset = await desk.offset({ kind: 'payable', customerId: customer, offsetOn: '2026-02-25', document: 'YF-1', lines: [{ itemId: await itemOf(700, '2026-02-02'), amount: 100 }] })
      const refund = await desk.refund(customer, 100, '2026-02-26', { credits: [{ itemId: advance.itemId, amount: 100 }] })
      const bills = await Bills.at(desk)
      const [bill] = await bills.receive(customer, '2026-02-27', [{ amount: 500, issuedOn: '2026-02-01', dueOn: '2026-05-31' }])
      await close('2026-03')
      return { invoice: invoice.id, item, receipt: receipt.id, allocation: receipt.allocations[0]?.id ?? 0, advanceItem: advance.itemId, advance: advance.id, other, offset: offset.id, refund: refund.id, bill: bill?.id ?? 0, bills }
    }
    const bulkInvoice = () => ({
      kind: 'invoice' as const, customerId: customer, documentOn: day(MARCH), dueOn: day(MARCH), currency: 'CNY', amount: fen(100), invoiceNumber: '', sourceNumber: '', contractNumber: '', orderNumber: '', note: '',
      installments: [{ dueOn: day(MARCH), amount: fen(100) }], correctsId: null,
    })
    const bulkReceipt = () => ({ customerId: customer, receivedOn: day(MARCH), currency: 'CNY', amount: fen(100), fee: fen(0), method: 'transfer' as const, bankAccountId: null, reference: '', payer: '', note: '' })

    it.each<[string, (before: Before) => Promise<unknown>]>([
      ['an invoice', () => desk.invoice(customer, 100, MARCH)],
      ['an invoice of a month before', () => desk.invoice(customer, 100, '2026-01-01')],
      ['a credit note', () => desk.invoice(customer, 100, MARCH, { kind: 'creditNote' })],
      ['another receivable', () => desk.invoice(customer, 100, MARCH, { kind: 'other' })],
      ['an opening balance', () => desk.invoice(customer, 100, '2025-12-31', { kind: 'opening' })],
      ['a receipt', () => desk.receipt(customer, 100, MARCH)],
      ['a receipt that settles an old invoice', ({ item }) => desk.receipt(customer, 100, MARCH, [{ itemId: item, amount: 100 }])],
      ['the allocation of an old advance', ({ advanceItem, item }) => desk.allocate(advanceItem, [{ itemId: item, amount: 100 }], MARCH)],
      ['the release of an old allocation', ({ allocation }) => desk.release(allocation, MARCH)],
      ['the reversal of an invoice', ({ invoice }) => desk.reverseInvoice(invoice, MARCH)],
      ['the reversal of a receipt', ({ receipt }) => desk.reverseReceipt(receipt, MARCH)],
      ['an advance set against a debt', ({ advanceItem, item }) => desk.offset({ kind: 'advance', customerId: customer, offsetOn: MARCH, lines: [{ creditItemId: advanceItem, itemId: item, amount: 50 }] })],
      ['a debt that another customer takes over', ({ item, other }) => desk.offset({ kind: 'customers', customerId: customer, otherCustomerId: other, offsetOn: MARCH, document: '同意函', lines: [{ itemId: item, amount: 50 }] })],
      ['a debt set against what we owe', ({ item }) => desk.offset({ kind: 'payable', customerId: customer, offsetOn: MARCH, document: 'YF-2', lines: [{ itemId: item, amount: 50 }] })],
      ['the reversal of an offset', ({ offset }) => desk.reverseOffset(offset, MARCH)],
      ['a refund', ({ advanceItem }) => desk.refund(customer, 50, MARCH, { credits: [{ itemId: advanceItem, amount: 50 }] })],
      ['the reversal of a refund', ({ refund }) => desk.reverseRefund(refund, MARCH)],
      ['a receipt moved to another customer', ({ receipt, other }) => desk.write((tx) => moveReceipt(tx, { id: receipt, customerId: other, movedOn: day(MARCH), reason: '认错客户' }, CALENDAR))],
      ['a receipt by bills', ({ bills }) => bills.receive(customer, MARCH, [{ amount: 500, billNumber: 'X1', issuedOn: '2026-03-01' }])],
      ['a bill that is presented', ({ bills, bill }) => bills.step('present', bill, { on: MARCH })],
      ['a bill that is endorsed', ({ bills, bill }) => bills.step('endorse', bill, { on: MARCH })],
      ['a bill that is discounted', ({ bills, bill }) => bills.step('discount', bill, { on: MARCH })],
      ['many invoices at once', () => desk.write((tx) => postInvoices(tx, [bulkInvoice()]))],
      ['many receipts at once', () => desk.write((tx) => postReceipts(tx, [bulkReceipt()]))],
    ])('%s is refused with periodClosed, and the ledger is as before', async (_, attempt) => {
      const before = await closed()
      const stood = await everything()
      expect(await refusalOf(attempt(before))).toBe('periodClosed')
      expect(await everything()).toEqual(stood)
    })

    it('nor a draft that is posted later; the draft stays', async () => {
      await closed()
      const draft = await desk.draft(customer, 100, MARCH)
      expect(await refusalOf(desk.postDraft(draft))).toBe('periodClosed')
      expect((await desk.invoiceView(draft)).status).toBe('draft')
    })

    it('but what is dated on the first open day is taken, and what names no day lands there', async () => {
      const { item, advanceItem, allocation, receipt, invoice } = await closed()
      await desk.allocate(advanceItem, [{ itemId: item, amount: 1500 }])
      expect((await desk.invoiceView(invoice)).allocations.at(-1)?.allocatedOn).toBe('2026-04-01')
      expect((await desk.receipt(customer, 100, '2026-04-01', [{ itemId: item, amount: 100 }])).allocations[0]?.allocatedOn).toBe('2026-04-01')
      expect(await desk.release(allocation)).toBe('2026-06-30')
      expect((await desk.reverseReceipt(receipt)).receivedOn).toBe('2026-06-30')
      expect((await desk.reverseInvoice(invoice)).documentOn).toBe('2026-06-30')
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('and a past day still ages as it was when its month was closed', async () => {
      const { item, advanceItem } = await closed()
      const question = { asOf: day(MARCH), basis: 'due' as const, boundaries: [30], currency: 'CNY', scope: null }
      const aging = () => desk.ledger.read((reader) => agingReport(reader, question, 'customer', []))
      const stood = await aging()
      await desk.allocate(advanceItem, [{ itemId: item, amount: 1900 }])
      await desk.invoice(customer, 5, '2026-04-01')
      expect([await aging(), await desk.ledger.read(brokenInvariants)]).toEqual([stood, []])
    })

    it('refuses every row that counts on a day, table by table', async () => {
      await closed()
      const on = day(MARCH)
      const stood = await everything()
      const posts = ['invoices', 'openItems', 'allocations', 'receipts', 'receiptMoves', 'offsets', 'refunds', 'acceptances', 'acceptanceEvents'] as const
      const days = { documentOn: on, allocatedOn: on, receivedOn: on, movedOn: on, offsetOn: on, refundedOn: on, on }
      for (const table of posts) expect([table, await refusalOf(desk.write((tx) => tx.post(tx.t[table], [{ id: 1, ...days } as never])))]).toEqual([table, 'periodClosed'])
      expect(await everything()).toEqual(stood)
    })

    it('marks the field of the day that was typed', async () => {
      await closed()
      const fieldFor = (input: object) => desk.write((tx) => postReceipts(tx, [bulkReceipt()]), { input }).catch((error: unknown) => (error as { data: { field?: string } }).data.field)
      expect([await fieldFor({ receivedOn: MARCH, allocations: [] }), await fieldFor({ rows: [{ on: '2026-04-01' }, { on: MARCH }] }), await fieldFor({ id: 1 })]).toEqual(['receivedOn', 'rows.1.on', undefined])
    })

    it('and the start of the ledger does not move into or over it', async () => {
      await close('2026-03')
      const startOn = (value: string | null) => desk.write((tx) => changeCompany(tx, { startOn: value === null ? null : day(value) }))
      expect([await refusalOf(startOn('2025-06-01')), await refusalOf(startOn(MARCH)), await refusalOf(startOn(null))]).toEqual(['periodClosed', 'periodClosed', 'periodClosed'])
      await desk.write((tx) => changeCompany(tx, { name: '改名' }))
      await startOn('2026-04-01')
      expect(CALENDAR.today > MARCH).toBe(true)
    })
  })
})
