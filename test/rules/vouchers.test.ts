import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { capitalAmount, money, ZERO } from '../../shared/money.ts'
import { purposeOf } from '../../shared/vouchers/rules.ts'
import type { VoucherContent } from '../../shared/vouchers/schemas.ts'
import { vouchersHtml } from '../../shared/vouchers/voucherHtml.ts'

const item = (invoiceNumber: string, number = 'YS-202602-0001') => ({ number, invoiceNumber, amount: money(100) })

describe('what the money was for', () => {
  it.each([
    ['nothing yet', [], 0, '预收货款'],
    ['one invoice', [item('26001')], 0, '货款，发票 26001'],
    ['a part of it in advance', [item('26001')], 100_000, '货款，发票 26001；其中预收 1,000.00'],
    ['a document without an invoice number', [item('26001'), item('', 'QC-202601-0001')], 0, '货款，单据 26001、QC-202601-0001'],
    ['three', [item('1'), item('2'), item('3')], 0, '货款，发票 1、2、3'],
    ['more than a slip has room for', [item('1'), item('2'), item('3'), item('4'), item('5')], 0, '货款，发票 1、2、3 等5张'],
  ])('%s', (_, items, advance, text) => expect(purposeOf(items, advance === 0 ? ZERO : money(advance))).toBe(text))
})

const content = (more: Partial<VoucherContent> = {}): VoucherContent => ({
  template: '1', number: 'SJ-202606-0001', issuedOn: day('2026-06-30'), receivedOn: day('2026-06-28'), receiptNumber: 'SK-202606-0009', company: { name: '苏州恒锐', taxNumber: '' },
  customer: { code: 'C00001', name: '上海机械' }, payer: '', currency: 'CNY', amount: money(140_950), capital: capitalAmount(money(140_950)), method: 'transfer', purpose: '货款，发票 26001', items: [], issuedBy: '王会计', ...more,
})
const paper = (more: Partial<VoucherContent> = {}, { reprint = false, isVoid = false } = {}): string => vouchersHtml([{ content: content(more), reprint, isVoid }])
const times = (text: string, part: string): number => text.split(part).length - 1

describe('the printed voucher', () => {
  it('has three copies that say the same', () => {
    const printed = paper()
    for (const text of ['苏州恒锐', '收款收据</h1>', 'SJ-202606-0001</b>', '2026年6月30日', '上海机械', '壹仟肆佰零玖元伍角', '¥ 1,409.50', '银行转账', '货款，发票 26001', '收款单位（盖章）', '会计：', '出纳：', '经手人：王会计']) expect([text, times(printed.split('<body>')[1] ?? '', text)]).toEqual([text, 3])
    for (const text of ['存根联', '收据联', '记账联']) expect(times(printed, text)).toBe(1)
    expect([printed.includes('补打'), printed.includes('作废')]).toEqual([false, false])
  })
  it('is marked when it is printed again, and when its receipt was reversed', () => {
    expect([times(paper({}, { reprint: true }), '补打'), times(paper({}, { isVoid: true }), '作废')]).toEqual([3, 3])
  })
  it('names the payer where another paid', () => expect(paper({ payer: '李四' })).toContain('上海机械（付款人：李四）'))
  it('writes foreign money in figures with its name', () => {
    const printed = paper({ currency: 'USD', capital: '' })
    expect([times(printed, 'USD 1,409.50'), times(printed, '>美元<'), printed.includes('人民币')]).toEqual([3, 3, false])
  })
  it('prints what people typed as text', () => {
    const nasty = '<script>alert(1)</script>'
    const printed = paper({ company: { name: nasty, taxNumber: '' }, customer: { code: nasty, name: nasty }, payer: `${nasty}2`, purpose: nasty, issuedBy: nasty, method: nasty, number: nasty, receiptNumber: nasty, currency: '<b>' })
    expect([printed.includes('<script'), printed.includes('<b>>')]).toEqual([false, false])
  })
  it('takes a page for each of several', () => expect(times(vouchersHtml([1, 2].map(() => ({ content: content(), reprint: false, isVoid: false }))), '<article')).toBe(2))
})
