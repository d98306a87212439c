/** Bills as they are served: one call receives them, the reversal of their receipt gives them back, a salesperson sees the own. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../electron/api/context.ts'
import { answerOf, call, router, TestOffice } from '../support/offices.ts'

const FOREIGN = /重庆|FOREIGN/

describe('bills', () => {
  let made: TestOffice
  let clerk: Context
  let me: Context
  let mine: number
  let foreign: number

  beforeAll(async () => {
    made = await TestOffice.full()
    clerk = made.as('clerk')
    me = made.as('salesperson')
    mine = await made.desk.customer('上海机械', { salespersonId: made.idOf('salesperson') })
    foreign = await made.desk.customer('重庆钢厂')
  })
  afterAll(() => made.close())

  const bill = (billNumber: string, amount: number) => ({ billNumber, amount, drawer: '江南制造', acceptor: '工商银行', issuedOn: '2026-03-01', dueOn: '2026-08-31' })
  const receive = (customerId: number, billNumber: string, requestId?: string) =>
    call(router.acceptances.receive, { customerId, receivedOn: '2026-04-01', bills: [bill(`${billNumber}1`, 600), bill(`${billNumber}2`, 400)], ...(requestId ? { requestId } : {}) }, { context: clerk })

  it('are received once, however often the same request comes', async () => {
    const first = await receive(mine, 'A', 'request-A-1')
    const again = await receive(mine, 'A', 'request-A-1')
    expect([first.receipt.amount, first.receipt.method, first.acceptances.map((one) => one.number)]).toEqual([1000, 'acceptance', ['PJ-202604-0001', 'PJ-202604-0002']])
    expect(again.receipt.number).toBe(first.receipt.number)
    const page = await call(router.acceptances.list, { filters: [{ field: 'receiptId', op: 'eq', value: first.receipt.id }] }, { context: clerk })
    expect([page.total, page.totals]).toEqual([2, { amount: 1000 }])
  })

  it('go back with the reversal of their receipt, and hold it once they are passed on', async () => {
    const { receipt, acceptances } = await receive(mine, 'B')
    const [first] = acceptances
    const endorsed = await call(router.acceptances.endorse, { id: first?.id ?? 0, endorsee: '永信钢材', on: '2026-04-10' }, { context: clerk })
    expect([endorsed.status, endorsed.next]).toEqual(['endorsed', ['dishonour', 'undo']])
    expect(await answerOf(call(router.receipts.reverse, { id: receipt.id, reason: '退票' }, { context: clerk }))).toMatchObject({ code: 'REFUSED', data: { reason: 'acceptanceInUse', params: { number: first?.number } } })
    await call(router.acceptances.undo, { id: first?.id ?? 0 }, { context: clerk })
    await call(router.receipts.reverse, { id: receipt.id, reason: '退票' }, { context: clerk })
    expect((await call(router.acceptances.get, { id: first?.id ?? 0 }, { context: clerk })).status).toBe('returned')
    expect(await answerOf(call(router.receipts.reverse, { id: receipt.id, reason: '退票' }, { context: clerk }))).toMatchObject({ data: { reason: 'alreadyReversed' } })
  })

  it('are shown to a salesperson of the own customers only, and changed by nobody who may not', async () => {
    const theirs = await receive(foreign, 'FOREIGN')
    const own = await receive(mine, 'C')
    const period = { from: '2026-01-01', to: '2026-12-31' }
    const ask = (context: Context) => Promise.all([
      call(router.acceptances.list, {}, { context }), call(router.acceptances.list, { search: 'FOREIGN' }, { context }), call(router.acceptances.calendar, period, { context }),
      call(router.acceptances.book, period, { context }), call(router.acceptances.printBook, period, { context }),
    ])
    expect(JSON.stringify(await ask(me))).not.toMatch(FOREIGN)
    for (const answer of await ask(clerk)) expect(JSON.stringify(answer)).toMatch(FOREIGN)
    expect(await answerOf(call(router.acceptances.get, { id: theirs.acceptances[0]?.id ?? 0 }, { context: me }))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await call(router.acceptances.get, { id: own.acceptances[0]?.id ?? 0 }, { context: me })).customerName).toBe('上海机械')
    expect(await answerOf(call(router.acceptances.present, { id: own.acceptances[0]?.id ?? 0 }, { context: me }))).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('stand in a workbook with their numbers whole', async () => {
    const file = await call(router.acceptances.workbook, { from: '2026-01-01', to: '2026-12-31' }, { context: me })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await file.arrayBuffer())
    const text = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
    expect(text).toContain('PJ-202604-0001')
    expect(text).not.toMatch(FOREIGN)
  })
})
