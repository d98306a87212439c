import { describe, expect, it } from 'vitest'
import { day, type Month } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'
import { acceptedWarnings, agrees, closeRefusal, closingOf, monthsDown, monthsToClose, reopenRefusal } from '../../shared/periods/rules.ts'
import type { CheckLine, PeriodEvent } from '../../shared/periods/schemas.ts'

const month = (text: string): Month => text as Month
const months = (closedThrough: string | null, today = '2026-06-30') => ({ first: month('2026-01'), closedThrough: closedThrough as Month | null, today: day(today) })

describe('closing a month', () => {
  it.each([
    ['the month before the ledger began', '2025-12', null, '2026-06-30', 'notAMonthOfLedger'],
    ['the present month', '2026-06', '2026-05', '2026-06-15', 'monthNotOver'],
    ['the present month on its last day', '2026-06', '2026-05', '2026-06-30', 'monthNotOver'],
    ['the month that ended yesterday', '2026-06', '2026-05', '2026-07-01', null],
    ['a month to come', '2026-09', '2026-05', '2026-06-30', 'monthNotOver'],
    ['a month that is closed', '2026-03', '2026-03', '2026-06-30', 'alreadyClosed'],
    ['a month before one that is closed', '2026-02', '2026-03', '2026-06-30', 'alreadyClosed'],
    ['a month over one that is open', '2026-05', '2026-03', '2026-06-30', 'earlierMonthOpen'],
    ['the month after the last closed one', '2026-04', '2026-03', '2026-06-30', null],
    ['any month as the first closing', '2026-04', null, '2026-06-30', null],
  ])('%s', (_, which, closed, today, why) => expect(closeRefusal(month(which), months(closed, today))).toBe(why))
})

describe('opening a month again', () => {
  it.each([
    ['when none is closed', '2026-03', null, 'notClosed'],
    ['a month after the last closed one', '2026-04', '2026-03', 'notClosed'],
    ['a month before the last closed one', '2026-02', '2026-03', 'laterMonthClosed'],
    ['the last closed one', '2026-03', '2026-03', null],
  ])('%s', (_, which, closed, why) => expect(reopenRefusal(month(which), closed as Month | null)).toBe(why))
})

it('counts the months that are over and wait to be closed', () => {
  expect([monthsToClose(months(null)), monthsToClose(months('2026-03')), monthsToClose(months('2026-05')), monthsToClose(months('2026-05', '2026-07-01'))]).toEqual([5, 2, 0, 1])
})

it('lists months from the newest, over the turn of a year', () => {
  expect(monthsDown(month('2025-11'), month('2026-02'))).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})

it('knows under which closing a month stands', () => {
  const event = (which: string, kind: PeriodEvent['kind'], at: string): PeriodEvent => ({ month: month(which), kind, reason: '', at, by: '会计' })
  const events = [event('2026-03', 'closed', '1'), event('2026-04', 'closed', '2'), event('2026-04', 'reopened', '3'), event('2026-04', 'closed', '4')]
  expect(['2026-01', '2026-03', '2026-04', '2026-05'].map((which) => closingOf(month(which), events)?.at ?? null)).toEqual(['1', '1', '4', null])
})

it('keeps what was open when a month was closed all the same', () => {
  const line = (check: CheckLine['check'], level: CheckLine['level'], count: number): CheckLine => ({ check, level, count, amounts: [], bankAccountId: null, name: '' })
  expect(acceptedWarnings([line('drafts', 'ok', 0), line('unallocated', 'warning', 3), line('account', 'note', 1), line('bankLines', 'warning', 2)])).toBe('unallocated:3 bankLines:2')
})

it('agrees only to the fen', () => {
  const total = (closing: number, aging: number) => ({ opening: money(100), debits: money(50), credits: money(30), closing: money(closing), aging: money(aging) })
  expect([agrees(total(120, 120)), agrees(total(120, 121)), agrees(total(121, 121))]).toEqual([true, false, false])
})
