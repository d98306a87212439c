import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkLedger } from '../../db/check.ts'
import { issueVouchers, noteVoucherPrint } from '../../db/vouchers/commands.ts'
import { vouchersOf, voucherGrid, voucherView } from '../../db/vouchers/queries.ts'
import { day } from '../../shared/day.ts'
import { gridRequest } from '../../shared/grid.ts'
import { CALENDAR, Desk, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('vouchers on $name', ({ start }) => {
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
  })

  const issue = (receiptIds: readonly number[], { issuedOn, skipLeftOut = false }: { issuedOn?: string; skipLeftOut?: boolean } = {}) =>
    desk.write((tx) => issueVouchers(tx, { receiptIds, skipLeftOut, issuedOn: issuedOn === undefined ? undefined : day(issuedOn) }, CALENDAR))
  const view = (id: number) => desk.ledger.read((reader) => voucherView(reader, id, null))
  const list = async () => (await desk.ledger.read((reader) => voucherGrid(reader, gridRequest.parse({}), null))).rows.map((row) => [row.number, row.status, row.receiptNumber, row.amount, row.prints])

  it('says who paid how much, in words too, how and for which invoices', async () => {
    const item = (await desk.invoice(customer, 90_000, '2026-02-01', { invoiceNumber: '26312000000054300101', installments: [{ dueOn: '2026-03-01', amount: 40_000 }, { dueOn: '2026-04-01', amount: 50_000 }] })).installments
    const receipt = await desk.receipt(customer, 100_000, '2026-03-10', [{ itemId: item[0]?.itemId, amount: 40_000 }, { itemId: item[1]?.itemId, amount: 50_000 }], { payer: '李四', method: 'cash' })
    const { ids } = await issue([receipt.id])
    const { content, ...row } = await view(ids[0] ?? 0)
    expect([row.number, row.status, row.receiptNumber, row.issuedOn, row.amount, row.prints]).toEqual(['SJ-202606-0001', 'valid', 'SK-202603-0001', '2026-06-30', 100_000, 0])
    expect(content).toMatchObject({
      number: 'SJ-202606-0001', receivedOn: '2026-03-10', receiptNumber: 'SK-202603-0001', customer: { code: 'C00001', name: '上海机械' }, payer: '李四', method: 'cash', currency: 'CNY', amount: 100_000,
      capital: '壹仟元整', purpose: '货款，发票 26312000000054300101；其中预收 100.00', items: [{ number: 'YS-202602-0001', invoiceNumber: '26312000000054300101', amount: 90_000 }],
    })
  })

  it('has no words for foreign money', async () => {
    const { ids } = await issue([(await desk.receipt(customer, 500, '2026-03-01', [], { currency: 'USD' })).id])
    expect((await view(ids[0] ?? 0)).content).toMatchObject({ currency: 'USD', capital: '', purpose: '预收货款' })
  })

  it('stays what it was and is void when its receipt is reversed', async () => {
    const [a, b] = [await desk.receipt(customer, 100, '2026-03-01'), await desk.receipt(customer, 200, '2026-03-02')]
    const { ids } = await issue([a.id, b.id])
    const before = await view(ids[0] ?? 0)
    await desk.reverseReceipt(a.id)
    expect(await view(ids[0] ?? 0)).toEqual({ ...before, status: 'void' })
    expect(await list()).toEqual([['SJ-202606-0002', 'valid', 'SK-202603-0002', 200, 0], ['SJ-202606-0001', 'void', 'SK-202603-0001', 100, 0]])
    expect((await desk.ledger.read((reader) => vouchersOf(reader, a.id))).map((one) => [one.number, one.prints])).toEqual([['SJ-202606-0001', 0]])
  })

  it('marks every print after the first as a reprint', async () => {
    const { ids } = await issue([(await desk.receipt(customer, 100, '2026-03-01')).id])
    const marks = []
    for (const how of ['pdf', 'print', 'pdf'] as const) marks.push(await desk.write((tx) => noteVoucherPrint(tx, ids[0] ?? 0, how)))
    expect([marks, (await view(ids[0] ?? 0)).printed.map((print) => [print.how, print.reprint])]).toEqual([[false, true, true], [['pdf', true], ['print', true], ['pdf', false]]])
    expect((await checkLedger(desk.ledger)).findings).toEqual([])
  })

  describe('refuses the whole batch', () => {
    it.each([
      ['datedAhead', 'issuedOn'], ['notFound', undefined], ['reversalDocument', 'receiptIds.1'], ['alreadyReversed', 'receiptIds.1'], ['alreadyIssued', 'receiptIds.1'], ['beforeDocument', 'issuedOn'],
    ])('with %s, numbers none, and leaves only that one out when asked to', async (reason, field) => {
      const good = await desk.receipt(customer, 100, '2026-03-01')
      const bad = reason === 'notFound' ? { id: 999 } : await desk.receipt(customer, 100, reason === 'beforeDocument' ? '2026-07-01' : '2026-03-01')
      const reversal = reason === 'reversalDocument' || reason === 'alreadyReversed' ? await desk.reverseReceipt(bad.id) : null
      if (reason === 'alreadyIssued') await issue([bad.id])
      const ids = [good.id, reason === 'reversalDocument' ? reversal?.id ?? 0 : bad.id]
      const given = reason === 'datedAhead' ? { issuedOn: '2026-07-01' } : {}
      expect([await refusalOf(issue(ids, given)), await fieldOf(issue(ids, given))]).toEqual([reason, field])
      if (reason === 'datedAhead') return
      expect((await issue(ids, { skipLeftOut: true })).leftOut).toEqual([{ receiptId: ids[1], reason }])
      expect((await list())[0]?.[0]).toBe(`SJ-202606-000${reason === 'alreadyIssued' ? 2 : 1}`)
    })

    it('for a receipt that it names twice', async () => {
      const { id } = await desk.receipt(customer, 100, '2026-03-01')
      expect(await refusalOf(issue([id, id]))).toBe('alreadyIssued')
    })
  })
})
