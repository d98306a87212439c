import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { letterHtml } from '../../shared/dunning/letterHtml.ts'
import { letterFigures, letterNet, letterOff, payByFor, whyLeftOut } from '../../shared/dunning/rules.ts'
import type { LetterContent, LetterItem } from '../../shared/dunning/schemas.ts'
import { money } from '../../shared/money.ts'

const item = (open: number, daysOverdue: number, number = 'YS-1'): LetterItem => ({
  itemId: 1, kind: 'invoice', number, invoiceNumber: '04512378', contractNumber: 'HT-1', documentOn: day('2026-05-01'), dueOn: day('2026-05-31'),
  daysOverdue, amount: money(open), paid: money(0), open: money(open),
})

const content = (over: Partial<LetterContent> = {}): LetterContent => {
  const items = over.items ?? [item(140_950, 30)]
  return {
    template: '1', level: 'demand', language: 'zh-CN', number: 'CK-202606-0001', issuedOn: day('2026-06-30'), payBy: day('2026-07-10'), asOf: day('2026-06-30'), currency: 'CNY',
    company: { name: '恒远机械', taxNumber: '9132', bankName: '工行', bankAccount: '1102', address: '苏州', contact: '王会计', phone: '0512' },
    customer: { id: 1, code: 'C1', name: '上海 <b>机械</b> & 设备公司', address: '', contact: '' },
    items, ...letterFigures(items, over.currency ?? 'CNY'), unallocated: money(0), remark: '', sender: '', ...over,
  }
}

describe('payByFor', () => {
  it('counts from the day of the letter', () => expect(payByFor(day('2026-02-25'), 7)).toBe('2026-03-04'))
})

describe('whyLeftOut', () => {
  const options = { letterGapDays: 10, letterMinimum: money(10_000) }
  it.each([
    ['nothing is due', 0, 0, null, 'nothingDue'],
    ['credits are larger than debts', -500, 0, null, 'nothingDue'],
    ['receipts cover all of it', 20_000, 20_000, null, 'coveredByReceipts'],
    ['what receipts leave is the minimum', 20_000, 10_000, null, ''],
    ['what receipts leave is one fen below the minimum', 20_000, 10_001, null, 'belowMinimum'],
    ['it is one fen below the minimum', 9_999, 0, null, 'belowMinimum'],
    ['it is exactly the minimum', 10_000, 0, null, ''],
    ['a letter went out nine days ago', 20_000, 0, '2026-06-21', 'tooSoon'],
    ['a letter went out ten days ago', 20_000, 0, '2026-06-20', ''],
    ['a letter nine days later exists', 20_000, 0, '2026-07-09', 'tooSoon'],
    ['a letter ten days later exists', 20_000, 0, '2026-07-10', ''],
  ] as const)('when %s', (_, dunned, unallocated, lastLetterOn, reason) => {
    const customer = { onHold: false, disputed: money(0), promised: money(0), dunned: money(dunned), unallocated: money(unallocated), credits: money(0), lastLetterOn: lastLetterOn === null ? null : day(lastLetterOn) }
    expect(whyLeftOut(customer, day('2026-06-30'), options)).toBe(reason)
  })
  /** Rules: Dunning. Free red invoices count whatever their own due day. */
  it.each([
    ['a red invoice covers all of it', 100_000, 0, 100_000, 'coveredByCredits'],
    ['a red invoice is more than is owed: the balance is below zero', 50_000, 0, 80_000, 'coveredByCredits'],
    ['a red invoice and a receipt cover it together', 100_000, 40_000, 60_000, 'coveredByCredits'],
    ['the receipt alone covers it', 100_000, 100_000, 60_000, 'coveredByReceipts'],
    ['one part is covered', 100_000, 20_000, 30_000, ''],
    ['one fen less than the minimum is left', 100_000, 40_000, 50_001, 'belowMinimum'],
  ] as const)('when %s', (_, dunned, unallocated, credits, reason) => {
    const customer = { onHold: false, disputed: money(0), promised: money(0), dunned: money(dunned), unallocated: money(unallocated), credits: money(credits), lastLetterOn: null }
    expect(whyLeftOut(customer, day('2026-06-30'), options)).toBe(reason)
  })
  it.each([
    ['the customer is on hold', { onHold: true, dunned: 20_000 }, 'onHold'],
    ['all is in dispute', { disputed: 500 }, 'inDispute'],
    ['all is in dispute or promised', { disputed: 500, promised: 500 }, 'inDispute'],
    ['all is promised', { promised: 500 }, 'promised'],
    ['enough is neither in dispute nor promised', { dunned: 10_000, disputed: 500, promised: 500 }, ''],
    ['what is neither is below the minimum', { dunned: 9_999, disputed: 90_000 }, 'belowMinimum'],
  ])('when %s', (_, { onHold = false, dunned = 0, disputed = 0, promised = 0 }: { onHold?: boolean; dunned?: number; disputed?: number; promised?: number }, reason) => {
    const customer = { onHold, disputed: money(disputed), promised: money(promised), dunned: money(dunned), unallocated: money(0), credits: money(0), lastLetterOn: null }
    expect(whyLeftOut(customer, day('2026-06-30'), options)).toBe(reason)
  })
})

describe('letterFigures', () => {
  it('adds all items to the total, and those past their day to what is overdue', () => {
    expect(letterFigures([item(100_000, 5), item(40_950, 0), item(-10_000, 2)], 'CNY')).toEqual({ total: 130_950, overdue: 90_000, capital: '壹仟叁佰零玖元伍角' })
  })
  it('has no capitals in another currency', () => expect(letterFigures([item(100, 1)], 'USD').capital).toBe(''))
  it('never asks for less than nothing', () => expect(letterNet(100, 300)).toBe(0))
})

describe('letterHtml', () => {
  it('says whom, what, how much in figures and capitals, until when, and where to pay', () => {
    const paper = letterHtml(content(), { reprint: false })
    for (const text of ['催款函', 'CK-202606-0001', '04512378', 'HT-1', '1,409.50', '壹仟肆佰零玖元伍角', '2026年7月10日', '1102', '王会计', '违约责任', '诉讼', '（盖章）', '回　执']) expect(paper).toContain(text)
    expect(paper).not.toContain('补打')
  })
  it('marks a letter that was made void', () => {
    expect(letterHtml(content(), { reprint: true, voided: true })).toContain('作废')
    expect(letterHtml(content(), { reprint: true })).not.toContain('作废')
  })
  it('marks a reprint and a preview', () => {
    expect(letterHtml(content(), { reprint: true })).toContain('补打')
    expect(letterHtml(content(), { reprint: false, draft: true })).toContain('预览')
  })
  it('is friendlier as a reminder', () => {
    const paper = letterHtml(content({ level: 'reminder' }), { reprint: false })
    expect(paper).toContain('付款提醒函')
    expect(paper).not.toContain('违约责任')
  })
  it('shows receipts that are not allocated and what is left after them', () => {
    const paper = letterHtml(content({ unallocated: money(40_950) }), { reprint: false })
    expect(paper).toContain('-409.50')
    expect(paper).toContain('壹仟元整')
  })
  it('names free red invoices one by one, and what is left after them', () => {
    const credits = [{ itemId: 7, kind: 'creditNote', number: 'HZ-202606-0001', invoiceNumber: '25310000', documentOn: day('2026-06-30'), open: money(30_000) }]
    const named = content({ unallocated: money(10_950), credits })
    expect(letterOff(named)).toBe(40_950)
    const paper = letterHtml(named, { reprint: false })
    for (const text of ['减：尚未抵减的红字发票 HZ-202606-0001（发票号 25310000）　2026-06-30', '-300.00', '-109.50', '扣除后应付', '壹仟元整']) expect(paper).toContain(text)
    const english = letterHtml(content({ language: 'en', credits }), { reprint: false })
    for (const text of ['Less: credit note HZ-202606-0001 (invoice no. 25310000) of 2026-06-30', '-300.00', '1,109.50']) expect(english).toContain(text)
    expect(english).not.toContain('not allocated yet')
  })
  it('prints what people typed as text and holds no script', () => {
    const paper = letterHtml(content({ remark: '<script>alert(1)</script>' }), { reprint: false })
    expect(paper).toContain('上海 &lt;b&gt;机械&lt;/b&gt; &amp; 设备公司')
    expect(paper).not.toContain('<script')
    expect(paper).not.toContain('style="')
  })
  it('is English for a customer abroad, without capitals in dollars', () => {
    const paper = letterHtml(content({ language: 'en', currency: 'USD', capital: '' }), { reprint: true })
    expect(paper).toContain('Demand for Payment')
    expect(paper).toContain('USD 1,409.50')
    expect(paper).toContain('REPRINT')
    expect(paper).not.toContain('In words')
  })
})
