import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { acceptLines } from '../../db/bank/commands.ts'
import { moveLines, releaseLines } from '../../db/bank/decisions.ts'
import { forgetPayer } from '../../db/bank/learning.ts'
import { lineDetail, loadRest, proposalGrid } from '../../db/bank/queries.ts'
import { loadProposals, ProposalBook } from '../../db/bank/proposals.ts'
import { saveReconciliation, setOpening } from '../../db/bank/reconciliations.ts'
import { checkLedger } from '../../db/check.ts'
import { changeCustomer } from '../../db/customers/commands.ts'
import { loadCustomer } from '../../db/customers/queries.ts'
import { moveReceipt, reverseReceipt } from '../../db/receipts/commands.ts'
import { acceptLine } from '../../shared/bank/schemas.ts'
import { customerInput } from '../../shared/customers/schemas.ts'
import { day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { money } from '../../shared/money.ts'
import { ImportProblems } from '../../db/sheets/file.ts'
import { BankDesk } from '../support/bankDesk.ts'
import { CALENDAR, refusalOf, TODAY } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

const A = '26002000000051747500'
const B = '26002000000051747501'
const FROM_BANK = '上海机械有限公司'

describe.each(engines)('bank statements on $name', ({ start }) => {
  let source: Source
  let desk: BankDesk
  let customer: number
  let other: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await BankDesk.open(await source.fresh())
    customer = await desk.customer(FROM_BANK)
    other = await desk.customer('重庆钢厂')
  })
  afterEach(async () => {
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  const itemOf = async (amount: number, on = '2026-02-01', of = customer, more: Record<string, unknown> = {}): Promise<number> =>
    (await desk.invoice(of, amount, on, more)).installments[0]?.itemId ?? 0
  const counts = () => desk.ledger.read((reader) => reader.rows(sql`select cast((select count(*) from receipts) + (select count(*) from statement_decisions) + (select count(*) from journal) + (select count(*) from learnt_payers) as bigint) as count`))

  describe('an import', () => {
    it('keeps every line, and lets only customers\' money wait', async () => {
      expect(await desk.import([{ amount: 500, counterparty: FROM_BANK }, { amount: -20, class: 'fee' }, { amount: 3, class: 'interest' }, { amount: -700, class: 'refund' }, { amount: -900 }])).toMatchObject({
        lines: 5, duplicates: 0, open: 2, byClass: { receipt: 1, fee: 1, interest: 1, refund: 1, payment: 1, transfer: 0, other: 0 },
      })
      expect((await desk.lines()).map(({ class: name, status, direction, amount }) => [name, status, direction, amount])).toEqual([
        ['receipt', 'open', 'in', 500], ['fee', 'noted', 'out', 20], ['interest', 'noted', 'in', 3], ['refund', 'open', 'out', 700], ['payment', 'noted', 'out', 900],
      ])
    })

    it('takes the same lines once, and of files that overlap only what is new', async () => {
      const lines = [{ amount: 500, serial: 'A1', balance: 500 }, { amount: 500, serial: 'A2', balance: 1000 }, { amount: -5, class: 'fee' as const }, { amount: -5, class: 'fee' as const }]
      await desk.import(lines)
      expect(await desk.import(lines)).toMatchObject({ id: null, lines: 0, duplicates: 4 })
      expect(await desk.import([...lines.slice(1), { amount: 700, serial: 'A3' }])).toMatchObject({ lines: 1, duplicates: 3 })
      expect(await desk.import(lines, await desk.bankAccount('建行', '00003813800938879'))).toMatchObject({ lines: 4 })
    })

    it('lets a payment that comes in another layout wait for a person, and books it only when it is another one', async () => {
      await itemOf(300)
      await itemOf(300, '2026-02-02')
      await desk.import([{ amount: 300, counterparty: FROM_BANK, counterpartyAccount: '6222021234567890123' }])
      await desk.accept({ lineId: 1 })
      expect(await desk.import([{ amount: 300, counterparty: FROM_BANK, counterpartyAccount: '6222****0123' }])).toMatchObject({ lines: 1, duplicates: 0, perhaps: 1, open: 0 })
      expect([await desk.proposals(), await desk.acceptSure()]).toMatchObject([[], { accepted: 0 }])
      const before = await desk.detail(2)
      expect([before.line.status, before.line.perhapsOf, before.twin?.id, before.twin?.status]).toEqual(['perhaps', 1, 1, 'done'])
      for (const attempt of [desk.accept({ lineId: 2, customerId: customer }), desk.keep(2), desk.classify('other', 2)]) expect(await refusalOf(attempt)).toBe('perhapsSame')
      expect(await refusalOf(desk.sameness(true, 1))).toBe('notDoubtful')
      expect(await desk.sameness(true, 2)).toEqual({ decided: 1, open: 0 })
      expect((await desk.lines({ id: 2 })).map(({ status }) => status)).toEqual(['same'])
      expect((await desk.reconcile('2026-06-30')).slice(2)).toEqual([0, 0, 0, 0, null])
      expect(await desk.import([{ amount: 300, counterparty: FROM_BANK, counterpartyAccount: '6222****0123' }])).toMatchObject({ id: null, duplicates: 1 })
      expect(await desk.sameness(false, 2)).toEqual({ decided: 1, open: 1 })
      await desk.accept({ lineId: 2 })
      expect([(await desk.receiptView(2)).amount, await refusalOf(desk.sameness(true, 2))]).toEqual([300, 'alreadyDone'])
    })

    it('never books unseen what came in by a sign alone, and keeps with the statement what was left out and why', async () => {
      await itemOf(80)
      const rows = [['交易日期', '收入', '支出', '对方户名', '摘要', '交易状态'], ['2026-05-06', '', '-0.80', FROM_BANK, '货款', '成功'], ['2026-05-07', '3.00', '', '谁', '货款', '交易失败'], ['2026-05-08', '5.00', '', '私人', '私人款', '成功']]
      const result = await desk.importFile(rows, { bankAccountId: desk.account, leaveOut: [{ row: 4, reason: '老板私人款' }] })
      expect(result).toMatchObject({ lines: 1, rest: { skipped: { noMoney: { count: 1, sums: [{ amount: 300 }] }, leftOut: { count: 1, sums: [{ amount: 500 }] } } } })
      expect((await desk.proposals()).map(({ sureness, doubt, customerId }) => [sureness, doubt, customerId])).toEqual([['likely', 'unprovenDirection', customer]])
      expect(await desk.acceptSure()).toMatchObject({ accepted: 0 })
      expect((await desk.ledger.read((reader) => loadRest(reader, result.id ?? 0))).leftOut).toMatchObject([{ row: 4, reason: '老板私人款', text: '2026-05-08 | 5.00 | 私人 | 私人款 | 成功', sums: [{ amount: 500 }] }])
    })

    const FILE = [['账号', '0000596384718583'], ['交易日期', '收入', '支出', '余额', '对方户名', '摘要'], ['2026-05-06', '500.00', '', '500.00', FROM_BANK, '货款'], ['2025-12-30', '80.00', '', '', '旧客户', '货款']]

    it('finds the account by the number that the file tells, and leaves money before the start as history', async () => {
      expect(await desk.importFile(FILE)).toMatchObject({ lines: 2, open: 1, byClass: { receipt: 1, other: 1 } })
      expect((await desk.lines({ on: '2025-12-30' })).map(({ status, class: name }) => [status, name])).toEqual([['noted', 'other']])
    })

    it('refuses a file of another account, of an unknown one, of none, and stores nothing', async () => {
      const second = await desk.bankAccount('建行', '00003813800938879')
      const before = await counts()
      expect(await refusalOf(desk.importFile(FILE, { bankAccountId: second }))).toBe('otherAccount')
      expect(await refusalOf(desk.importFile(FILE, { bankAccountId: 99 }))).toBe('unknownBankAccount')
      expect(await refusalOf(desk.importFile([['账号', '1234567890123'], ...FILE.slice(1)]))).toBe('unknownBankAccount')
      expect(await refusalOf(desk.importFile(FILE.slice(1)))).toBe('noAccount')
      await expect(desk.importFile([['a'], ['b']])).rejects.toBeInstanceOf(ImportProblems)
      await expect(desk.importFile([...FILE, ['2036-05-06', '1.00', '', '', '', '']])).rejects.toMatchObject({ problems: [{ row: 5, column: '交易日期', code: 'DAY_TOO_FAR' }] })
      expect(await counts()).toEqual(before)
      expect(await desk.importFile(FILE.slice(1), { bankAccountId: second })).toMatchObject({ lines: 2 })
    })
  })

  describe('accepting', () => {
    it('records what is proposed, as the money came, and shows the document at the line', async () => {
      await itemOf(500, '2026-02-01', customer, { invoiceNumber: A })
      await itemOf(900)
      await desk.import([{ amount: 900, counterparty: FROM_BANK, on: '2026-05-07' }, { amount: 500, counterparty: FROM_BANK, memo: A }])
      const [first, second] = await desk.proposals()
      expect([first, second].map((one) => [one?.sureness, one?.reason, one?.allocations.map(({ amount, invoiceNumber }) => [amount, invoiceNumber])])).toEqual([['sure', 'reference', [[500, A]]], ['sure', 'exactAmount', [[900, '']]]])
      expect(await desk.accept(...[first, second].map((one) => ({ lineId: one?.lineId ?? 0 })))).toMatchObject({ accepted: 2, amount: 1400, lines: [{ documentNumber: 'SK-202605-0001' }, { documentNumber: 'SK-202605-0002' }] })
      expect((await desk.lines()).map(({ status, documentNumber, customerName }) => [status, documentNumber, customerName])).toEqual([['done', 'SK-202605-0002', FROM_BANK], ['done', 'SK-202605-0001', FROM_BANK]])
      expect([await desk.aging('2026-05-06'), await desk.aging('2026-06-30')].map((row) => row.at(-1))).toEqual([900, 0])
      expect(await desk.receiptView(1)).toMatchObject({ receivedOn: '2026-05-06', method: 'transfer', bankAccount: '工行基本户', payer: FROM_BANK, reference: A })
    })

    it('of a debt that is settled lays the money on no other one, and asks whether it was paid twice', async () => {
      const settled = await itemOf(500, '2026-02-01', customer, { invoiceNumber: 'XS0001' })
      await itemOf(500, '2026-02-02', customer, { invoiceNumber: 'XS0002' })
      await desk.receipt(customer, 500, '2026-03-01', [{ itemId: settled, amount: 500 }])
      await desk.import([{ amount: 500, counterparty: FROM_BANK, memo: '付xs0001货款' }])
      const proposal = (await desk.proposals())[0]
      expect([proposal?.sureness, proposal?.doubt, proposal?.settled, proposal?.allocations, proposal?.advance]).toEqual(['unsure', 'settledReference', ['XS0001'], [], 500])
      expect(await desk.acceptSure()).toMatchObject({ accepted: 0 })
      const { suggestion } = await desk.detail(1)
      expect([suggestion?.settled, suggestion?.lines.map(({ suggested }) => suggested)]).toEqual([['XS0001'], [0]])
      await desk.accept({ lineId: 1, customerId: customer })
      expect((await desk.receiptView(2)).unallocated).toBe(500)
    })

    it('of what is sure goes in pieces and leaves the rest', async () => {
      for (const amount of [500, 600, 700]) await itemOf(amount)
      await desk.import([{ amount: 500, counterparty: FROM_BANK }, { amount: 600, counterparty: FROM_BANK }, { amount: 700, counterparty: FROM_BANK }, { amount: 11, counterparty: '重庆钢厂' }, { amount: 9, counterparty: '谁' }])
      expect(await desk.acceptSure(2)).toMatchObject({ accepted: 2, amount: 1100, remaining: 1 })
      expect(await desk.acceptSure(2)).toMatchObject({ accepted: 1, amount: 700, remaining: 0 })
      expect(await desk.acceptSure(2)).toMatchObject({ accepted: 0, remaining: 0 })
      expect((await desk.lines({ status: 'open' })).map(({ amount }) => amount)).toEqual([11, 9])
    })

    it('of what was shown before something else was posted is refused by its line, and nothing is stored', async () => {
      const [a, b] = [await itemOf(500), await itemOf(900)]
      await desk.import([{ amount: 500, counterparty: FROM_BANK }, { amount: 900, counterparty: FROM_BANK }])
      const [first, second] = await desk.lines()
      await desk.receipt(customer, 900, '2026-03-01', [{ itemId: b, amount: 900 }])
      const before = await counts()
      const attempt = desk.accept({ lineId: first?.id ?? 0, customerId: customer, allocations: [{ itemId: a, amount: 500 }] }, { lineId: second?.id ?? 0, customerId: customer, allocations: [{ itemId: b, amount: 900 }] })
      await expect(attempt).rejects.toMatchObject({ reason: 'moreThanItemOpen', data: { row: 2, field: 'lines.1.allocations.0.amount' } })
      expect(await counts()).toEqual(before)
    })

    it('answers the same request once', async () => {
      await desk.import([{ amount: 500, counterparty: FROM_BANK }])
      const call = () => desk.write((tx) => acceptLines(tx, [acceptLine.parse({ lineId: 1 })], CALENDAR), { requestId: 'request-1', input: 1 })
      expect(await call()).toEqual(await call())
      expect(await refusalOf(desk.accept({ lineId: 1 }))).toBe('notOpen')
    })

    it.each<[string, string, () => Promise<unknown>]>([
      ['a line that does not exist', 'notFound', () => desk.accept({ lineId: 99 })],
      ['one line twice', 'notOpen', () => desk.accept({ lineId: 1, customerId: customer }, { lineId: 1, customerId: customer })],
      ['a fee', 'notAReceipt', () => desk.accept({ lineId: 2 })],
      ['money of nobody', 'unknownCustomer', () => desk.accept({ lineId: 1 })],
      ['money for a customer who does not exist', 'unknownCustomer', () => desk.accept({ lineId: 1, customerId: 99 })],
      ['an item of another customer', 'otherCustomer', () => desk.accept({ lineId: 1, customerId: customer, allocations: [{ itemId: 1, amount: 1 }] })],
      ['a receipt that does not exist', 'unknownDocument', () => desk.accept({ lineId: 1, receiptId: 99 })],
      ['a receipt of another amount', 'otherAmount', () => desk.accept({ lineId: 1, receiptId: 1 })],
      ['to keep a fee', 'notAReceipt', () => desk.keep(2)],
      ['to claim what was not kept', 'notKept', () => desk.claim(1, customer)],
      ['to unlink what was not linked', 'notLinked', () => desk.unlink(1)],
      ['to refund what came in', 'notARefund', () => desk.refundLine(1, customer)],
      ['to call money in a payment', 'wrongDirection', () => desk.classify('payment', 1)],
      ['to call money out a receipt', 'wrongDirection', () => desk.classify('receipt', 2)],
      ['to forget what was not learnt', 'notFound', () => desk.write((tx) => forgetPayer(tx, 9))],
    ])('refuses %s', async (_, reason, attempt) => {
      await itemOf(500, '2026-02-01', other)
      await desk.receipt(other, 77, '2026-02-01')
      await desk.import([{ amount: 500, counterparty: '谁' }, { amount: -5, class: 'fee' }])
      expect(await refusalOf(attempt())).toBe(reason)
    })

    it('books a line of a closed month on the first open day', async () => {
      await desk.import([{ amount: 500, counterparty: FROM_BANK, on: '2026-02-06' }])
      await desk.write((tx) => tx.insert(tx.t.closedPeriods, [{ month: '2026-02' }]))
      expect((await desk.proposals()).map(({ receivedOn, sureness }) => [receivedOn, sureness])).toEqual([['2026-03-01', 'likely']])
      await desk.accept({ lineId: 1 })
      expect((await desk.receiptView(1)).receivedOn).toBe('2026-03-01')
      await desk.write((tx) => tx.run(sql`delete from closed_periods`))
    })
  })

  describe('payers', () => {
    it('are learnt by name and account when the clerk says whose money it is, and are forgotten', async () => {
      const pay = (amount: number) => ({ amount, counterparty: '张三', counterpartyAccount: '6222000012345678' })
      await itemOf(700)
      await desk.import([pay(500)])
      expect((await desk.proposals())[0]).toMatchObject({ kind: 'none', sureness: 'none', doubt: 'unknownPayer' })
      await desk.accept({ lineId: 1, customerId: customer, allocations: [] })
      expect(await desk.learnt()).toEqual([`name 张三 → ${FROM_BANK}`, `account 6222000012345678 → ${FROM_BANK}`])
      await desk.import([{ ...pay(700), on: '2026-05-20' }])
      expect((await desk.proposals())[0]).toMatchObject({ customerId: customer, customerBy: 'learntAccount', sureness: 'sure' })
      for (const id of [1, 2]) await desk.write((tx) => forgetPayer(tx, id))
      expect([await desk.learnt(), (await desk.proposals())[0]?.kind]).toEqual([[], 'none'])
    })

    it('of several customers tell nothing any more', async () => {
      await desk.import([{ amount: 500, counterparty: '集团财务公司' }, { amount: 600, counterparty: '集团财务公司' }, { amount: 700, counterparty: '集团财务公司' }])
      await desk.accept({ lineId: 1, customerId: customer, allocations: [] })
      await desk.accept({ lineId: 2, customerId: other, allocations: [] })
      expect([await desk.learnt(), (await desk.proposals()).map(({ kind }) => kind)]).toEqual([['name 集团财务公司 → '], ['none']])
    })

    it('are not learnt from a customer who pays for another', async () => {
      await desk.import([{ amount: 500, counterparty: '重庆钢厂' }])
      await desk.accept({ lineId: 1, customerId: customer, allocations: [] })
      expect(await desk.learnt()).toEqual([])
    })

    it('of a customer who was deactivated are not proposed', async () => {
      await desk.import([{ amount: 500, counterparty: '张三' }, { amount: 600, counterparty: '张三' }])
      await desk.accept({ lineId: 1, customerId: customer, allocations: [] })
      const { id, version, salesperson: _salesperson, ...fields } = await desk.ledger.read((reader) => loadCustomer(reader, customer))
      await desk.write((tx) => changeCustomer(tx, id, version, customerInput.parse({ ...fields, active: false })))
      expect((await desk.proposals()).map(({ kind }) => kind)).toEqual(['none'])
    })
  })

  describe('money of an unknown payer', () => {
    it('is kept, claimed by the customer with all that hangs on it, and its payer is learnt', async () => {
      const item = await itemOf(500)
      await desk.import([{ amount: 500, counterparty: '谁' }])
      await desk.keep(1)
      expect(await desk.line(1)).toMatchObject({ status: 'done', customerName: '待确认款', documentNumber: 'SK-202605-0001' })
      await desk.claim(1, customer, [{ itemId: item, amount: 500 }])
      expect(await desk.line(1)).toMatchObject({ status: 'done', customerName: FROM_BANK, documentNumber: 'SK-202606-0002' })
      expect([await desk.learnt(), (await desk.aging('2026-06-30')).at(-1), (await desk.aging('2026-05-31')).at(-1)]).toEqual([[`name 谁 → ${FROM_BANK}`], 0, 0])
      expect(await refusalOf(desk.claim(1, other))).toBe('notKept')
    })
  })

  describe('documents that are recorded already', () => {
    it('are linked instead of being recorded twice, and can be let go', async () => {
      const receipt = await desk.receipt(customer, 500, '2026-05-06', [], { bankAccountId: desk.account })
      await desk.import([{ amount: 500, counterparty: FROM_BANK }])
      expect((await desk.proposals())[0]).toMatchObject({ kind: 'linked', receiptId: receipt.id, documentNumber: receipt.number, sureness: 'sure', allocations: [] })
      expect(await desk.acceptSure()).toMatchObject({ accepted: 1, remaining: 0 })
      expect(await desk.line(1)).toMatchObject({ status: 'done', receiptId: receipt.id })
      await desk.unlink(1)
      expect(await desk.line(1)).toMatchObject({ status: 'open', receiptId: null })
    })

    it('are refused when they are other money', async () => {
      const second = await desk.bankAccount('建行', '00003813800938879')
      const [reversed, elsewhere, same] = [await desk.receipt(customer, 500, '2026-05-06'), await desk.receipt(customer, 500, '2026-05-06', [], { bankAccountId: second }), await desk.receipt(customer, 500, '2026-05-06')]
      await desk.reverseReceipt(reversed.id)
      await desk.import([{ amount: 500, counterparty: '谁' }, { amount: 500, counterparty: '谁', on: '2026-05-07' }])
      expect(await refusalOf(desk.link(1, { receiptId: reversed.id }))).toBe('documentReversed')
      expect(await refusalOf(desk.link(1, { receiptId: elsewhere.id }))).toBe('otherBankAccount')
      await desk.link(1, { receiptId: same.id })
      expect(await refusalOf(desk.link(1, { receiptId: same.id }))).toBe('notOpen')
      expect(await refusalOf(desk.link(2, { receiptId: same.id }))).toBe('alreadyLinked')
      expect(await refusalOf(desk.classify('other', 1))).toBe('alreadyDone')
    })

    it('give their line back when they are reversed, and take it along when they move', async () => {
      await desk.import([{ amount: 500, counterparty: FROM_BANK }])
      await desk.accept({ lineId: 1 })
      expect(await refusalOf(desk.unlink(1))).toBe('reverseTheReceipt')
      const moved = await desk.write(async (tx) => {
        const id = await moveReceipt(tx, { id: 1, customerId: other, reason: '付错' }, CALENDAR)
        await moveLines(tx, 1, id)
        return id
      })
      expect(await desk.line(1)).toMatchObject({ status: 'done', receiptId: moved, customerName: '重庆钢厂' })
      await desk.write(async (tx) => {
        await reverseReceipt(tx, { id: moved, reason: '重复' }, CALENDAR)
        await releaseLines(tx, moved)
      })
      expect(await desk.line(1)).toMatchObject({ status: 'open', receiptId: null })
    })

    it('of money that went back are made from the line', async () => {
      await desk.receipt(customer, 800, '2026-05-01')
      await desk.import([{ amount: -300, counterparty: FROM_BANK, class: 'refund' }])
      await desk.refundLine(1, customer)
      expect(await desk.line(1)).toMatchObject({ status: 'done', documentNumber: 'TK-202605-0001', class: 'refund' })
      expect((await desk.aging('2026-06-30')).at(-1)).toBe(-500)
    })
  })

  it('takes what the clerk says a line is', async () => {
    await desk.import([{ amount: 500, counterparty: '投资方' }, { amount: -300, counterparty: FROM_BANK }])
    expect(await desk.classify('other', 1)).toEqual({ classified: 1, open: 0 })
    expect(await desk.classify('refund', 2)).toEqual({ classified: 1, open: 1 })
    expect((await desk.lines()).map(({ status }) => status)).toEqual(['noted', 'open'])
    expect(await desk.classify('receipt', 1)).toEqual({ classified: 1, open: 1 })
  })

  describe('the list of proposals', () => {
    it('counts by sureness over all and shows a page, and follows the ledger', async () => {
      await itemOf(500)
      await desk.import([{ amount: 500, counterparty: FROM_BANK }, { amount: 70, counterparty: '谁' }])
      const book = new ProposalBook()
      const list = (more: object = {}) => desk.ledger.read(async (reader) => proposalGrid(reader, { ...gridRequest.parse({}), ...more }, await book.of(reader)))
      expect(await list()).toMatchObject({ total: 2, counts: { sure: { lines: 1, amount: 500 }, likely: { lines: 0 }, unsure: { lines: 0 }, none: { lines: 1, amount: 70 } } })
      expect((await list({ sureness: 'sure' })).rows.map(({ amount, proposal }) => [amount, proposal.customerName])).toEqual([[500, FROM_BANK]])
      expect((await list({ sureness: 'unsure' })).rows).toEqual([])
      await desk.acceptSure()
      expect(await list()).toMatchObject({ total: 1, counts: { sure: { lines: 0 }, none: { lines: 1 } } })
    })

    it('opens a line with its customer\'s items, or with those of whom the clerk has in mind', async () => {
      const [item, theirs] = [await itemOf(500, '2026-02-01', customer, { invoiceNumber: B }), await itemOf(500, '2026-02-01', other)]
      await desk.import([{ amount: 500, counterparty: FROM_BANK, memo: '代重庆钢厂付' }])
      const open = (customerId?: number) => desk.ledger.read(async (reader) => lineDetail(reader, 1, customerId, await loadProposals(reader), TODAY))
      expect(await open()).toMatchObject({ line: { proposal: { customerId: customer, allocations: [{ itemId: item, amount: 500 }] } }, suggestion: { lines: [{ id: item, suggested: 500 }] }, others: [{ customerId: customer, why: 'name' }, { customerId: other, why: 'memo' }] })
      expect(await open(other)).toMatchObject({ line: { proposal: { customerBy: 'clerk', allocations: [{ itemId: theirs }] } }, suggestion: { lines: [{ id: theirs, suggested: 500 }] } })
      expect(await refusalOf(open(99))).toBe('unknownCustomer')
    })
  })

  describe('a reconciliation', () => {
    it('comes to the same on both sides whatever is still missing on either', async () => {
      await desk.write((tx) => setOpening(tx, { id: desk.account, on: day('2026-04-30'), amount: money(1000) }, TODAY))
      await desk.import([{ amount: 500, counterparty: FROM_BANK, on: '2026-05-06', balance: 1500 }, { amount: -20, class: 'fee', on: '2026-05-07', balance: 1480 }, { amount: 70, counterparty: '谁', on: '2026-05-08', balance: 1550 }])
      await desk.receipt(other, 300, '2026-05-09', [], { bankAccountId: desk.account })
      expect(await desk.reconcile('2026-05-31')).toEqual([1280, 1550, 570, 0, 300, 0, 0])
      await desk.accept({ lineId: 1 })
      expect(await desk.reconcile('2026-05-31')).toEqual([1780, 1550, 70, 0, 300, 0, 0])
      await desk.keep(3)
      await desk.claim(3, customer, [], '2026-06-10')
      // Claimed in June, it was in the books of May all the same.
      expect([await desk.reconcile('2026-05-31'), await desk.reconcile('2026-06-30')]).toEqual([[1850, 1550, 0, 0, 300, 0, 0], [1850, 1550, 0, 0, 300, 0, 0]])
      await desk.reverseReceipt(1)
      expect([await desk.reconcile('2026-05-31'), await desk.reconcile('2026-06-30')]).toEqual([[1850, 1550, 0, 0, 300, 0, 0], [1550, 1550, 0, 0, 0, 0, 0]])
      const id = await desk.write((tx) => saveReconciliation(tx, { bankAccountId: desk.account, asOf: day('2026-05-31') }, TODAY))
      expect(id).toBe(1)
    })

    it('is refused for tomorrow, for an account that nobody knows, and without a balance of the bank', async () => {
      const save = (bankAccountId: number, asOf: string) => desk.write((tx) => saveReconciliation(tx, { bankAccountId, asOf: day(asOf) }, TODAY))
      expect([await refusalOf(save(desk.account, '2026-07-01')), await refusalOf(save(99, '2026-06-30')), await refusalOf(save(desk.account, '2026-06-30'))]).toEqual(['datedAhead', 'unknownBankAccount', 'noStatementBalance'])
      expect(await refusalOf(desk.write((tx) => setOpening(tx, { id: 99, on: TODAY, amount: money(1) }, TODAY)))).toBe('notFound')
      expect(await refusalOf(desk.write((tx) => setOpening(tx, { id: desk.account, on: day('2026-07-01'), amount: money(1) }, TODAY)))).toBe('datedAhead')
    })
  })
})
