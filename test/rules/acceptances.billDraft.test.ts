import { describe, expect, it } from 'vitest'
import { blankBill, completeBill, isBlankBill, nextBill, problemOfBill, readRange, toBills, type BillDraft } from '../../renderer/acceptances/billDraft.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

const typed: BillDraft = {
  ...blankBill(), billNumber: ' 5301 ', rangeTo: '1', drawer: '江南制造', acceptor: '工商银行', issuedOn: day('2026-03-01'), dueOn: day('2026-09-01'), amount: money(100),
}

describe('a sub-range as it is typed', () => {
  it.each<[string, number | null, ReturnType<typeof readRange>]>([
    ['', 100, null], ['1', 100, { rangeFrom: 1, rangeTo: 100 }], ['501', 100, { rangeFrom: 501, rangeTo: 600 }], ['1-1000000', null, { rangeFrom: 1, rangeTo: 1_000_000 }],
    ['1,1000', 100, { rangeFrom: 1, rangeTo: 1000 }], ['000000000001-000000000100', 100, { rangeFrom: 1, rangeTo: 100 }], ['１－１００', 100, { rangeFrom: 1, rangeTo: 100 }], [' 5 – 9 ', 5, { rangeFrom: 5, rangeTo: 9 }],
    ['9-5', 100, 'unread'], ['0', 100, 'unread'], ['1-2-3', 100, 'unread'], ['abc', 100, 'unread'],
  ])('%j beside %s', (text, amount, range) => expect(readRange(text, amount === null ? null : money(amount))).toEqual(range))
})

describe('a line of the sheet', () => {
  it('takes the due day from the day of issue, as long as none is typed', () => {
    const issued = { ...typed, dueOn: null, issuedOn: day('2026-08-31') }
    expect(completeBill(issued, typed).dueOn).toBe('2027-02-28')
    expect(completeBill({ ...issued, dueOn: day('2026-12-01') }, typed).dueOn).toBe('2026-12-01')
    expect(completeBill(issued, issued).dueOn).toBeNull()
  })
  it('takes the amount from a whole sub-range', () => {
    expect(completeBill({ ...typed, amount: null, rangeTo: '1-5000' }, typed).amount).toBe(5000)
    expect(completeBill({ ...typed, amount: null, rangeTo: '1' }, typed).amount).toBeNull()
  })
  it('begins like the one before, without its number and amount', () => {
    expect(nextBill(typed)).toMatchObject({ billNumber: '', rangeTo: '', drawer: '江南制造', acceptor: '工商银行', issuedOn: '2026-03-01', amount: null })
    expect([isBlankBill(nextBill(typed)), isBlankBill(typed)]).toEqual([true, false])
  })
  it.each([
    [{ billNumber: ' ' }, 'billNumber'], [{ rangeTo: 'x' }, 'range'], [{ drawer: '' }, 'drawer'], [{ acceptor: '' }, 'acceptor'], [{ issuedOn: null }, 'issuedOn'], [{ dueOn: null }, 'dueOn'], [{ amount: null }, 'amount'], [{}, null],
  ] as const)('with %j lacks %s', (given, problem) => expect(problemOfBill({ ...typed, ...given })).toBe(problem))
  it('is sent with the customer as its prior hand unless another is named', () => {
    const head = { customer: { id: 1, code: 'C00001', name: '上海机械' }, receivedOn: day('2026-04-01'), priorHand: ' ', reference: '' }
    expect(toBills([typed], head)).toMatchObject([{ billNumber: '5301', rangeFrom: 1, rangeTo: 100, priorHand: '上海机械', transferable: true }])
    expect(toBills([{ ...typed, transferable: 'no' }], { ...head, priorHand: '重庆钢厂' })).toMatchObject([{ priorHand: '重庆钢厂', transferable: false }])
  })
})
