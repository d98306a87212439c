import { describe, expect, it } from 'vitest'
import { isWorkday } from '../../db/calendar.ts'
import { addDays, addMonths, day, dayAt, dayOf, daysBetween, endOfMonth, isDay, monthOf, nextDate, startOfMonth, zDay, zMonth } from '../../shared/day.ts'
import { cutOffDay, dueDay, handedInOn, parseTerms } from '../../shared/terms/rules.ts'
import type { Terms } from '../../shared/terms/schemas.ts'

describe('a day', () => {
  it.each([['2026-02-28', true], ['2026-02-29', false], ['2024-02-29', true], ['2100-02-29', false], ['2026-13-01', false], ['2026-00-10', false], ['2026-04-31', false], ['26-01-01', false], ['2026-1-1', false], ['1899-12-31', false], ['2200-01-01', false], ['2026-01-01 ', false]])('%s exists: %s', (text, exists) => {
    expect([isDay(text), zDay.safeParse(text).success]).toEqual([exists, exists])
  })
  it('of no day is a bug', () => expect(() => day('2026-02-30')).toThrow(RangeError))
  it('is made of parts, or is none', () => expect([dayOf(2026, 2, 28), dayOf(2026, 2, 30)]).toEqual(['2026-02-28', null]))
  it('counts over months, years and leap days', () => {
    expect([addDays(day('2026-12-31'), 1), addDays(day('2024-02-28'), 1), addDays(day('2026-03-01'), -1), daysBetween(day('2024-01-01'), day('2025-01-01')), daysBetween(day('2026-01-02'), day('2026-01-01'))])
      .toEqual(['2027-01-01', '2024-02-29', '2026-02-28', 366, -1])
  })
  it('belongs to a month', () => expect([monthOf(day('2026-06-30')), startOfMonth(day('2026-06-30')), endOfMonth(day('2024-02-05')), zMonth.safeParse('2026-13').success]).toEqual(['2026-06', '2026-06-01', '2024-02-29', false]))
  it('is that of the office, wherever the computer stands', () => {
    const instant = new Date('2026-06-29T16:30:00Z')
    expect([dayAt(instant, 'Asia/Shanghai'), dayAt(instant, 'UTC'), dayAt(instant, 'America/New_York')]).toEqual(['2026-06-30', '2026-06-29', '2026-06-29'])
  })
})

describe('addMonths: the 31st of a short month is its last day', () => {
  it.each([['2026-01-31', 1, '2026-02-28'], ['2026-01-31', 3, '2026-04-30'], ['2023-12-31', 2, '2024-02-29'], ['2026-03-15', -3, '2025-12-15'], ['2026-11-30', 3, '2027-02-28'], ['2026-05-31', 12, '2027-05-31']])('%s + %i months', (from, months, to) => expect(addMonths(day(from), months)).toBe(to))
})

describe('nextDate: the first such day on or after', () => {
  it.each([['2026-03-10', 25, '2026-03-25'], ['2026-03-25', 25, '2026-03-25'], ['2026-03-26', 25, '2026-04-25'], ['2026-02-10', 31, '2026-02-28'], ['2026-02-28', 31, '2026-02-28'], ['2026-12-31', 5, '2027-01-05'], ['2026-01-31', 30, '2026-02-28']])('%s, date %i', (from, date, to) => expect(nextDate(day(from), date)).toBe(to))
})

describe('dueDay (rules: Terms and due days)', () => {
  it.each<[string, string, Terms, string]>([
    ['60 天', '2026-03-15', { kind: 'days', count: 60 }, '2026-05-14'],
    ['现结', '2026-03-15', { kind: 'days', count: 0 }, '2026-03-15'],
    ['月结', '2026-03-15', { kind: 'monthEnd', count: 0 }, '2026-03-31'],
    ['月结 30', '2026-03-15', { kind: 'monthEnd', count: 30 }, '2026-04-30'],
    ['月结 30 on the last day itself', '2026-01-31', { kind: 'monthEnd', count: 30 }, '2026-03-02'],
    ['3 个月', '2025-11-30', { kind: 'months', count: 3 }, '2026-02-28'],
    ['30 天, then the 10th', '2026-03-15', { kind: 'days', count: 30, onDate: 10 }, '2026-05-10'],
    ['1 个月, then the 31st of a short month', '2026-01-15', { kind: 'months', count: 1, onDate: 31 }, '2026-02-28'],
    ['月结 0, then the 31st', '2026-04-02', { kind: 'monthEnd', count: 0, onDate: 31 }, '2026-04-30'],
  ])('%s from %s', (_, trigger, terms, due) => expect(dueDay(day(trigger), terms)).toBe(due))
})

describe('the cut-off day (开票截止日)', () => {
  const always = () => true
  it.each([
    ['the 25th itself still counts', '2026-03-25', 25, always, '2026-03-25'],
    ['one day later is next month', '2026-03-26', 25, always, '2026-04-01'],
    ['31 in a short month is its last day', '2026-02-28', 31, always, '2026-02-28'],
    ['no cut-off', '2026-03-31', null, always, '2026-03-31'],
    ['Saturday the 25th moves to Friday: in time', '2026-04-24', 25, isWorkday, '2026-04-24'],
    ['Saturday the 25th moves to Friday: too late', '2026-04-25', 25, isWorkday, '2026-05-01'],
    ['at the end of a year', '2026-12-31', 25, always, '2027-01-01'],
  ] as const)('%s', (_, invoiced, date, workday, handedIn) => expect(handedInOn(day(invoiced), date, workday)).toBe(handedIn))

  it('moves over a long holiday, and counts a shifted workday (调休) as one', () => {
    expect([cutOffDay(day('2025-10-01'), 5, isWorkday), isWorkday(day('2025-09-28')), isWorkday(day('2025-10-01'))]).toEqual(['2025-10-01', true, false])
    expect(cutOffDay(day('2025-10-20'), 11, isWorkday)).toBe('2025-10-11')
  })
})

describe('parseTerms', () => {
  it.each([
    ['60天', { kind: 'days', count: 60 }], ['月结30', { kind: 'monthEnd', count: 30 }], ['月结', { kind: 'monthEnd', count: 0 }], ['月结 60 天', { kind: 'monthEnd', count: 60 }], ['90', { kind: 'days', count: 90 }],
    ['3个月', { kind: 'months', count: 3 }], ['货到60天', { kind: 'days', count: 60 }], ['票到 30 天付款', { kind: 'days', count: 30 }], ['现结', { kind: 'days', count: 0 }], ['款到发货', { kind: 'days', count: 0 }],
    ['Net 30', { kind: 'days', count: 30 }], ['EOM+30', { kind: 'monthEnd', count: 30 }], ['６０天', { kind: 'days', count: 60 }], ['看情况', null], ['', null], ['9999天', null],
  ])('%s', (text, terms) => expect(parseTerms(text)).toEqual(terms))
})
