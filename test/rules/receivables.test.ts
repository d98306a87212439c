import { describe, expect, it } from 'vitest'
import { bucketDays, bucketHeads, bucketOf, overdueRatio } from '../../shared/aging/rules.ts'
import { addDays, day } from '../../shared/day.ts'
import { allocationDay, checkDocument, firstFree, freeFrom, lastMovement, type Movement } from '../../shared/invoices/rules.ts'
import { money } from '../../shared/money.ts'
import { PERMISSIONS } from '../../shared/procedure.ts'
import { customerScope, ROLE_PERMISSIONS } from '../../shared/users/rules.ts'
import { ROLES } from '../../shared/users/schemas.ts'

const moves = (...list: [string, number][]): Movement[] => list.map(([on, amount]) => ({ on: day(on), amount: money(amount) }))

describe('checkDocument: the first reason counts', () => {
  const context = { startOn: day('2026-01-01'), today: day('2026-06-30') }
  const document = (kind: 'invoice' | 'opening', on: string, dueOn = on, amount = 100, part = amount) =>
    ({ kind, documentOn: day(on), amount: money(amount), installments: [{ dueOn: day(dueOn), amount: money(part) }] })
  it.each([
    ['an invoice of today', document('invoice', '2026-06-30'), null],
    ['the first day', document('invoice', '2026-01-01'), null],
    ['a year ahead', document('invoice', '2027-07-01'), null],
    ['a day more, due earlier and not adding up', document('invoice', '2027-07-02', '2027-07-01', 100, 99), 'tooFarAhead'],
    ['before the start, due earlier', document('invoice', '2025-12-31', '2025-12-30'), 'beforeStart'],
    ['an opening balance before the start', document('opening', '2025-12-31'), null],
    ['an opening balance on the start, due earlier', document('opening', '2026-01-01', '2025-12-31'), 'openingAfterStart'],
    ['due before the document, not adding up', document('invoice', '2026-03-01', '2026-02-28', 100, 99), 'dueBeforeDocument'],
    ['not adding up', document('invoice', '2026-03-01', '2026-03-01', 100, 99), 'installmentsDoNotAddUp'],
  ])('%s', (_, given, reason) => expect(checkDocument(given, context)).toBe(reason))
  it('knows no start where the ledger has none', () => expect(checkDocument(document('opening', '2026-06-01'), { ...context, startOn: null })).toBeNull())
})

describe('what is free of an item', () => {
  const history = moves(['2026-03-01', 60], ['2026-04-01', -60], ['2026-05-01', 30])
  it.each([['2026-02-01', 40], ['2026-03-01', 40], ['2026-03-31', 40], ['2026-04-01', 70], ['2026-06-01', 70]])('from %s on is %i of 100', (from, free) => expect(freeFrom(money(100), history, day(from))).toBe(free))
  it('is the same for a credit', () => expect(freeFrom(money(-100), history, day('2026-02-01'))).toBe(40))
  it.each([[40, '2026-02-01', '2026-02-01'], [70, '2026-02-01', '2026-04-01'], [71, '2026-02-01', null], [70, '2026-04-15', '2026-04-15']])('%i is free for good after %s on %s', (wanted, from, on) => expect(firstFree(money(wanted), money(100), history, day(from))).toBe(on))
  it('ends with the last movement', () => expect([lastMovement(day('2026-02-01'), history), lastMovement(day('2026-06-01'), history), allocationDay(day('2026-01-01'), day('2026-01-02'))]).toEqual(['2026-05-01', '2026-06-01', '2026-01-02']))
})

describe('aging buckets: each day is in exactly one, the due day itself is not overdue', () => {
  const ends = [30, 60, 90]
  it.each([[-5, -1], [0, -1], [1, 0], [30, 0], [31, 1], [60, 1], [61, 2], [90, 2], [91, 3], [5000, 3]])('%i days over is in bucket %i', (days, bucket) => expect(bucketOf(days, ends)).toBe(bucket))
  it('have heads without gaps', () => expect(bucketHeads(ends)).toEqual([{ index: 0, from: 1, to: 30 }, { index: 1, from: 31, to: 60 }, { index: 2, from: 61, to: 90 }, { index: 3, from: 91, to: null }]))
  it('put each of 200 days into the bucket whose days say so', () => {
    const asOf = day('2026-06-30')
    for (let days = 1; days <= 200; days += 1) {
      const on = addDays(asOf, -days)
      const holding = bucketHeads(ends).filter((head) => {
        const { from, to } = bucketDays(head, asOf)
        return (from === null || from <= on) && on <= to
      })
      expect(holding.map((head) => head.index)).toEqual([bucketOf(days, ends)])
    }
  })
})

describe('overdueRatio in basis points: overdue debts / all debts (rules: Figures)', () => {
  it.each([[0, 0, null], [0, 100, 0], [50, 100, 5000], [1, 3, 3333], [2, 3, 6667], [100, 100, 10_000], [9e15, 9e15, 10_000]])('%i of %i is %s', (overdue, debts, ratio) =>
    expect(overdueRatio({ overdueDebts: money(overdue), debts: money(debts) })).toBe(ratio))
})

describe('roles', () => {
  it.each(PERMISSIONS.map((permission) => [permission]))('%s is held by the administrator', (permission) => expect(ROLE_PERMISSIONS.administrator.has(permission)).toBe(true))
  it('lets a salesperson write only what was said with the own customers', () => expect([...ROLE_PERMISSIONS.salesperson].filter((permission) => /write|manage|check|close|approve/.test(permission))).toEqual(['collection.write']))
  it('keeps settings, users, reopened months and approvals from the clerk', () => expect(PERMISSIONS.filter((permission) => !ROLE_PERMISSIONS.clerk.has(permission))).toEqual(['settings.write', 'users.manage', 'periods.reopen', 'badDebt.approve', 'letters.approve']))
  it('limits only a salesperson to the own customers', () => expect(ROLES.map((role) => customerScope({ id: 7, role }))).toEqual([null, null, null, 7]))
})
