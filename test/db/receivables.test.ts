import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postInvoice } from '../../db/invoices/commands.ts'
import { invoiceInput } from '../../shared/invoices/schemas.ts'
import { brokenInvariants } from '../../db/invariants.ts'
import { CALENDAR, Desk, fieldOf, refusalOf } from '../support/desk.ts'
import { engines, type Source } from '../support/ledgers.ts'

describe.each(engines)('receivables on $name', ({ start }) => {
  let source: Source
  let desk: Desk
  let customer: number
  let other: number

  beforeAll(async () => {
    source = await start()
  })
  afterAll(() => source.stop())
  beforeEach(async () => {
    desk = await Desk.found(await source.fresh(), '2026-01')
    customer = await desk.customer('上海机械')
    other = await desk.customer('重庆钢厂')
  })

  it('posts one open item for each installment and works out the due day from the terms', async () => {
    const plain = await desk.invoice(customer, 10_000, '2026-03-01')
    expect([plain.number, plain.status, plain.dueOn, plain.open]).toEqual(['YS-202603-0001', 'posted', '2026-03-31', 10_000])
    const parts = await desk.invoice(customer, 10_000, '2026-03-01', { installments: [{ dueOn: '2026-05-01', amount: 4000 }, { dueOn: '2026-04-01', amount: 6000 }] })
    expect([parts.dueOn, parts.installments.map((part) => [part.dueOn, part.open])]).toEqual(['2026-04-01', [['2026-05-01', 4000], ['2026-04-01', 6000]]])
  })

  it('counts an invoice after the cut-off as handed in next month', async () => {
    const strict = await desk.customer('月结客户', { terms: { kind: 'monthEnd', count: 30 }, cutOffDate: 25 })
    expect((await desk.invoice(strict, 100, '2026-03-25')).dueOn).toBe('2026-04-30')
    expect((await desk.invoice(strict, 100, '2026-03-26')).dueOn).toBe('2026-05-30')
  })

  it('gives each kind its own series by month', async () => {
    const numbers = []
    for (const kind of ['invoice', 'other', 'creditNote', 'invoice']) numbers.push((await desk.invoice(customer, 100, '2026-03-01', { kind })).number)
    numbers.push((await desk.invoice(customer, 100, '2025-12-31', { kind: 'opening' })).number, (await desk.invoice(customer, 100, '2026-04-01')).number)
    expect(numbers).toEqual(['YS-202603-0001', 'QT-202603-0001', 'HZ-202603-0001', 'YS-202603-0002', 'QC-202512-0001', 'YS-202604-0001'])
  })

  it('leaves no gap in the numbers after refused attempts', async () => {
    await desk.invoice(customer, 100, '2026-03-01', { invoiceNumber: '26110000001' })
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await refusalOf(desk.invoice(customer, 100, '2026-03-02', { invoiceNumber: '26110000001' }))).toBe('duplicateInvoiceNumber')
    expect((await desk.invoice(customer, 100, '2026-03-03')).number).toBe('YS-202603-0002')
  })

  it('changes and discards drafts, which are in no figure, and posts them with a number', async () => {
    const id = await desk.draft(customer, 100, '2026-03-01')
    await desk.draft(customer, 250, '2026-03-02', { id })
    const draft = await desk.invoiceView(id)
    expect([draft.number, draft.status, draft.amount, draft.open]).toEqual(['', 'draft', 250, 0])
    expect(await desk.aging('2026-06-30')).toEqual([0, 0, 0, 0, 0, 0, 0])
    const posted = await desk.postDraft(id)
    expect([posted.id, posted.number, posted.status, posted.open]).toEqual([id, 'YS-202603-0001', 'posted', 250])
    expect(await refusalOf(desk.draft(customer, 300, '2026-03-02', { id }))).toBe('notADraft')
    expect(await refusalOf(desk.postDraft(id))).toBe('notADraft')
  })

  describe('refuses', () => {
    const one = (more: Record<string, unknown> = {}): Record<string, unknown> => ({ amount: 100, documentOn: '2026-03-01', ...more })
    it.each([
      ['an unknown customer', one({ customerId: 999, documentOn: '2062-01-01' }), 'unknownCustomer', 'customerId'],
      ['a day more than a year ahead', one({ documentOn: '2027-07-02' }), 'tooFarAhead', 'documentOn'],
      ['an invoice before the start', one({ documentOn: '2025-12-31', dueOn: '2025-12-01' }), 'beforeStart', 'documentOn'],
      ['an opening balance after the start', one({ kind: 'opening', dueOn: '2026-01-01' }), 'openingAfterStart', 'documentOn'],
      ['an installment due before the document', one({ installments: [{ dueOn: '2026-02-28', amount: 99 }] }), 'dueBeforeDocument', 'installments'],
      ['installments that do not add up', one({ installments: [{ dueOn: '2026-03-02', amount: 99 }], invoiceNumber: '26110000001' }), 'installmentsDoNotAddUp', 'installments'],
      ['an invoice number that is known', one({ kind: 'creditNote', invoiceNumber: '26110000001', correctsId: 999 }), 'duplicateInvoiceNumber', 'invoiceNumber'],
      ['to correct what does not exist', one({ kind: 'creditNote', correctsId: 999 }), 'correctsNothing', 'correctsId'],
      ['to correct an invoice of another customer', one({ kind: 'creditNote', correctsId: 1, customerId: 2 }), 'correctsNothing', 'correctsId'],
      ['to correct an invoice in another currency', one({ kind: 'creditNote', correctsId: 1, currency: 'USD' }), 'correctsNothing', 'correctsId'],
      ['to correct more than the invoice', one({ kind: 'creditNote', correctsId: 1, amount: 5001 }), 'correctsMoreThanInvoice', 'amount'],
    ])('%s, in the order of the contract', async (_, given, reason, field) => {
      await desk.invoice(customer, 5000, '2026-02-01', { invoiceNumber: '26110000001' })
      const attempt = () => desk.write((tx) => postInvoice(tx, invoiceInput.parse({ customerId: customer, ...given }), CALENDAR))
      expect([await refusalOf(attempt()), await fieldOf(attempt())]).toEqual([reason, field])
    })
  })

  it('settles what a credit note corrects as far as it is open and leaves the rest as a credit', async () => {
    const invoice = await desk.invoice(customer, 10_000, '2026-02-01')
    await desk.receipt(customer, 7000, '2026-03-01', [{ itemId: invoice.installments[0]?.itemId, amount: 7000 }])
    const note = await desk.invoice(customer, 5000, '2026-03-05', { kind: 'creditNote', correctsId: invoice.id })
    expect([(await desk.invoiceView(invoice.id)).open, note.open, note.allocations.map((one) => [one.amount, one.allocatedOn])]).toEqual([0, -2000, [[3000, '2026-03-05']]])
  })

  /** An allocation's day is the later of both documents (rules: Open items), whatever is paid or taken back after it. */
  it('settles from the day of the credit note on, and what is freed later from that day', async () => {
    const invoice = await desk.invoice(customer, 10_000, '2026-02-01')
    const itemId = invoice.installments[0]?.itemId
    await desk.receipt(customer, 2000, '2026-06-20', [{ itemId, amount: 2000 }])
    const paid = await desk.receipt(customer, 5000, '2026-03-10', [{ itemId, amount: 5000 }])
    await desk.release(paid.allocations[0]?.id ?? 0, '2026-07-05')
    const note = await desk.invoice(customer, 6000, '2026-03-05', { kind: 'creditNote', correctsId: invoice.id })
    expect(note.allocations.map((one) => [one.amount, one.allocatedOn])).toEqual([[3000, '2026-03-05'], [3000, '2026-07-05']])
    expect(await desk.aging('2026-03-05')).toEqual([-3000, 7000, 0, 0, 0, 0, 4000])
    expect(await desk.ledger.read(brokenInvariants)).toEqual([])
  })

  describe('reversal', () => {
    it('closes the document on its day and leaves every day before as it was', async () => {
      const invoice = await desk.invoice(customer, 10_000, '2026-02-01')
      await desk.receipt(customer, 4000, '2026-03-01', [{ itemId: invoice.installments[0]?.itemId, amount: 4000 }])
      const before = await desk.aging('2026-05-31')
      const reversal = await desk.reverseInvoice(invoice.id, '2026-06-10')
      expect([reversal.number, reversal.status, reversal.amount, reversal.reversalNumber]).toEqual(['YS-202606-0001', 'reversal', -10_000, 'YS-202602-0001'])
      expect(await desk.aging('2026-05-31')).toEqual(before)
      expect(await desk.aging('2026-06-10')).toEqual([0, 0, 0, 0, 0, -4000, -4000])
      expect((await desk.invoiceView(invoice.id)).status).toBe('reversed')
    })

    it('closes a small difference with it, so that no credit stays that nobody gave', async () => {
      const invoice = await desk.invoice(customer, 10_050, '2026-02-01')
      await desk.receipt(customer, 10_000, '2026-03-01', [{ itemId: invoice.installments[0]?.itemId, amount: 10_000, difference: 50 }])
      await desk.reverseInvoice(invoice.id)
      expect(await desk.aging('2026-06-30')).toEqual([0, 0, 0, 0, 0, -10_000, -10_000])
      expect(await desk.ledger.read(brokenInvariants)).toEqual([])
    })

    it('frees the invoice number for another document', async () => {
      const invoice = await desk.invoice(customer, 100, '2026-02-01', { invoiceNumber: '26110000001' })
      await desk.reverseInvoice(invoice.id)
      expect((await desk.invoice(other, 100, '2026-03-01', { invoiceNumber: '26110000001' })).status).toBe('posted')
    })

    it('is refused by the reasons of the contract', async () => {
      const invoice = await desk.invoice(customer, 10_000, '2026-02-01')
      await desk.receipt(customer, 4000, '2026-03-01', [{ itemId: invoice.installments[0]?.itemId, amount: 4000 }])
      expect(await refusalOf(desk.reverseInvoice(999))).toBe('notFound')
      expect(await refusalOf(desk.reverseInvoice(await desk.draft(customer, 1, '2026-03-01')))).toBe('notPosted')
      expect(await refusalOf(desk.reverseInvoice(invoice.id, '2026-01-31'))).toBe('beforeDocument')
      expect(await refusalOf(desk.reverseInvoice(invoice.id, '2026-02-28'))).toBe('beforeAllocations')
      expect(await refusalOf(desk.reverseInvoice(invoice.id, '2027-07-02'))).toBe('tooFarAhead')
      const reversal = await desk.reverseInvoice(invoice.id)
      expect(await refusalOf(desk.reverseInvoice(reversal.id))).toBe('reversalOfReversal')
      expect(await refusalOf(desk.reverseInvoice(invoice.id))).toBe('alreadyReversed')
    })
  })
})
