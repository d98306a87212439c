import { describe, expect, it } from 'vitest'
import { problemOf, sidesOf, toOffset, type OffsetDraft } from '../../renderer/offsets/offsetDraft.ts'
import { fillOf, pairsOf, spread, toggle } from '../../renderer/offsets/picks.ts'
import { readRate, rateText } from '../../renderer/rates/rateText.ts'
import { day } from '../../shared/day.ts'
import type { ItemRow } from '../../shared/invoices/schemas.ts'
import { money, type Money } from '../../shared/money.ts'

const item = (id: number, open: number, kind: ItemRow['kind'] = open < 0 ? 'receipt' : 'invoice'): ItemRow => ({
  id, kind, documentId: id, number: `N-${id}`, customerId: 1, customerCode: 'C1', customerName: '上海机械', currency: 'CNY', documentOn: day('2026-02-01'), dueOn: day('2026-03-01'),
  installment: 1, amount: money(open), open: money(open), invoiceNumber: '', contractNumber: '', orderNumber: '', daysOverdue: 0,
})
const amounts = (given: Record<number, number>): Record<number, Money> => given as Record<number, Money>
const debts = [item(1, 1000), item(2, 500)]
const credits = [item(11, -800), item(12, -900)]

describe('what `=` puts into a line of an offset', () => {
  it.each([
    ['all that is open while nothing limits it', {}, 0, null, 1000],
    ['what the other side has left', { 2: 300 }, 0, 800, 500],
    ['nothing when the other side is used up', { 2: 500 }, 0, 500, 0],
    ['its own amount counts as free', { 1: 700, 2: 100 }, 0, 800, 700],
    ['never more than is open', {}, 1, 9000, 500],
  ])('%s', (_, taken, index, limit, filled) => {
    expect(fillOf(debts, amounts(taken), debts[index] ?? item(0, 0), limit === null ? null : money(limit))).toBe(filled)
  })

  it('space takes and leaves', () => {
    const taken = toggle(debts, {}, item(1, 1000), null)
    expect([taken, toggle(debts, taken, item(1, 1000), null)]).toEqual([{ 1: 1000 }, { 1: 0 }])
  })
})

describe('pairing', () => {
  it('joins credits and debts in their order', () => {
    expect(pairsOf(credits, debts, amounts({ 11: 800, 12: 700, 1: 1000, 2: 500 }))).toEqual([
      { creditItemId: 11, itemId: 1, amount: 800 }, { creditItemId: 12, itemId: 1, amount: 200 }, { creditItemId: 12, itemId: 2, amount: 500 },
    ])
  })
  it('spreads a sum over the oldest first', () => {
    expect([spread(credits, money(1000)), spread(debts, money(0))]).toEqual([{ 11: 800, 12: 200 }, { 1: 0, 2: 0 }])
  })
})

describe('an offset that is typed', () => {
  const customer = { id: 1, code: 'C1', name: '上海机械' }
  const draft: OffsetDraft = { kind: 'advance', customer, otherCustomer: null, offsetOn: day('2026-04-01'), document: '', note: '', amounts: amounts({ 11: 500, 1: 500 }) }
  const sides = sidesOf('advance', [...debts, ...credits, item(13, -50, 'creditNote'), item(14, -70, 'offset')])
  it.each([
    ['no customer', { customer: null, offsetOn: null }, ['customerId', 'customerMissing']],
    ['nobody who takes over', { kind: 'customers' as const, document: '' }, ['otherCustomerId', 'otherMissing']],
    ['the same customer', { kind: 'customers' as const, otherCustomer: customer }, ['otherCustomerId', 'sameCustomer']],
    ['no day', { offsetOn: null, amounts: {} }, ['offsetOn', 'dayMissing']],
    ['no consent', { kind: 'customers' as const, otherCustomer: { ...customer, id: 2 }, document: ' ' }, ['document', 'consentMissing']],
    ['no payable', { kind: 'payable' as const }, ['document', 'payableMissing']],
    ['nothing taken', { amounts: {} }, ['lines', 'nothing']],
    ['more than is open', { amounts: amounts({ 11: 900, 1: 900 }) }, ['lines', 'over']],
    ['sides that differ', { amounts: amounts({ 11: 500, 1: 400 }) }, ['lines', 'uneven']],
  ])('asks for what is missing: %s', (_, change, expected) => {
    const found = problemOf({ ...draft, ...change }, sides)
    expect([found?.field, found?.problem]).toEqual(expected)
  })
  it('is sent with its pairs, a transfer without credits', () => {
    expect([problemOf(draft, sides), sides.credits.map(({ id }) => id)]).toEqual([null, [11, 12]])
    expect(toOffset({ ...draft, customer, offsetOn: day('2026-04-01') }, sides, 'CNY', 'request-1').lines).toEqual([{ creditItemId: 11, itemId: 1, amount: 500 }])
    expect(toOffset({ ...draft, kind: 'payable', customer, offsetOn: day('2026-04-01'), document: ' YF-1 ' }, sidesOf('payable', debts), 'CNY', 'request-2')).toMatchObject({ document: 'YF-1', otherCustomerId: null, lines: [{ creditItemId: null, itemId: 1, amount: 500 }] })
  })
})

describe('a rate as it is typed', () => {
  it.each([['7.1234', 7_123_400], ['7', 7_000_000], ['０.０４８２１３', 48_213], ['100', 100_000_000], ['0', null], ['7.1234567', null], ['-7', null], ['七', null], ['', null]])('%s', (text, rate) => {
    expect(readRate(text)).toBe(rate)
  })
  it.each([[7_123_400, '7.1234'], [7_000_000, '7.0000'], [48_213, '0.048213']])('%d is shown as %s', (rate, text) => {
    expect(rateText(rate)).toBe(text)
  })
})
