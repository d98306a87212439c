import { describe, expect, it } from 'vitest'
import { paidOnPromises, promiseState, urgencyOf, type Payment, type PromiseFacts } from '../../shared/collection/rules.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

const promise = (id: number, amount: number, madeOn: string, dueOn: string, itemIds: number[] = []): PromiseFacts =>
  ({ id, customerId: 1, currency: 'CNY', amount: money(amount), madeOn: day(madeOn), dueOn: day(dueOn), itemIds })
/** A receipt, or with an item an allocation of it. */
const paid = (creditItemId: number, amount: number, on: string, itemId: number | null = null, more: Partial<Payment> = {}): Payment =>
  ({ customerId: 1, currency: 'CNY', creditItemId, amount: money(amount), on: day(on), itemId, ...more })

describe('paidOnPromises', () => {
  const week = promise(1, 1000, '2026-06-01', '2026-06-10')
  const onItem = promise(2, 1000, '2026-06-01', '2026-06-10', [7])
  it.each([
    ['nothing came', [week], [], [0]],
    ['money came on the first day and on the last', [week], [paid(90, 400, '2026-06-01'), paid(91, 500, '2026-06-10')], [900]],
    ['money came the day before the promise and the day after it', [week], [paid(90, 400, '2026-05-31'), paid(91, 500, '2026-06-11')], [0]],
    ['more came than was promised', [week], [paid(90, 1500, '2026-06-05')], [1000]],
    ['another customer paid', [week], [paid(90, 1000, '2026-06-05', null, { customerId: 2 })], [0]],
    ['another currency came', [week], [paid(90, 1000, '2026-06-05', null, { currency: 'USD' })], [0]],
    ['a promise about items takes what was allocated to them', [onItem], [paid(90, 900, '2026-06-05'), paid(90, 600, '2026-06-05', 7), paid(90, 300, '2026-06-05', 8)], [600]],
    ['a receipt of before is allocated within', [onItem], [paid(80, 250, '2026-06-05', 7)], [250]],
    ['two promises: the earlier due takes the money first', [promise(1, 1000, '2026-06-01', '2026-06-20'), promise(2, 600, '2026-06-02', '2026-06-10')], [paid(90, 1000, '2026-06-05')], [400, 600]],
    ['due on one day: the one made first', [promise(1, 600, '2026-06-02', '2026-06-10'), promise(2, 600, '2026-06-01', '2026-06-10')], [paid(90, 900, '2026-06-05')], [300, 600]],
    ['the later promise takes what came after the earlier one was due', [promise(1, 500, '2026-06-01', '2026-06-10'), promise(2, 500, '2026-06-01', '2026-06-20')], [paid(90, 500, '2026-06-15')], [0, 500]],
    ['a receipt keeps a promise about no items, so its allocation keeps no other', [promise(1, 1000, '2026-06-01', '2026-06-08'), onItem], [paid(90, 1200, '2026-06-05'), paid(90, 1200, '2026-06-05', 7)], [1000, 200]],
    ['and the other way round', [promise(1, 1000, '2026-06-01', '2026-06-20'), onItem], [paid(90, 1200, '2026-06-05'), paid(90, 700, '2026-06-05', 7)], [500, 700]],
    ['two promises about one item', [promise(1, 300, '2026-06-01', '2026-06-20', [7]), promise(2, 300, '2026-06-01', '2026-06-10', [7, 8])], [paid(90, 400, '2026-06-05', 7)], [100, 300]],
  ] as const)('%s', (_, promises, payments, expected) => {
    const result = paidOnPromises(promises, payments)
    expect(promises.map((one) => result.get(one.id))).toEqual(expected)
  })
})

describe('promiseState', () => {
  it.each([
    ['nothing paid, its day not over', 0, '2026-06-10', false, 'open'],
    ['partly paid, its day not over', 400, '2026-06-10', false, 'open'],
    ['paid before its day', 1000, '2026-06-05', false, 'kept'],
    ['nothing paid, the day after', 0, '2026-06-11', false, 'broken'],
    ['one fen short, the day after', 999, '2026-06-11', false, 'partial'],
    ['paid in time, long after', 1000, '2026-12-31', false, 'kept'],
    ['withdrawn', 0, '2026-06-11', true, 'withdrawn'],
  ] as const)('%s: %i of 1000 as of %s', (_, amount, asOf, withdrawn, state) => {
    expect(promiseState({ amount: money(1000), dueOn: day('2026-06-10'), withdrawn }, money(amount), day(asOf))).toBe(state)
  })
})

describe('urgencyOf', () => {
  const plain = { overdue: money(100_000), waiting: money(0), daysOverdue: 10, broken: 0, stepDue: false, onHold: false }
  it.each([
    ['1000 yuan ten days over', {}, 1000],
    ['31 days over', { daysOverdue: 31 }, 1500],
    ['91 days over', { daysOverdue: 91 }, 2500],
    ['a year and a day over', { daysOverdue: 366 }, 4000],
    ['two and a half years over, where the limitation comes near', { daysOverdue: 913 }, 8000],
    ['one broken promise', { broken: 1 }, 1250],
    ['nine broken promises', { broken: 9 }, 2000],
    ['a step that is due', { stepDue: true }, 2000],
    ['all in dispute', { waiting: money(100_000) }, 100],
    ['a debt that is time-barred in half a year', { daysOverdue: 913, daysToLimitation: 184 }, 12_000],
    ['in three months', { daysOverdue: 913, daysToLimitation: 92 }, 16_000],
    ['in a month', { daysOverdue: 913, daysToLimitation: 31 }, 32_000],
    ['on hold', { stepDue: true, onHold: true }, 0],
  ])('%s', (_, more, points) => expect(urgencyOf({ ...plain, ...more })).toBe(points))
})
