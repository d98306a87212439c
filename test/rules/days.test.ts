import { describe, expect, it } from 'vitest'
import { isWorkday, knowsHolidays } from '../../db/calendar.ts'
import { addDays, addMonths, day, type Day, dayAt, dayOf, daysBetween, endOfMonth, isDay, monthOf, nextDate, startOfMonth, zDay, zMonth } from '../../shared/day.ts'
import { cutOffDay, dueDay, dueOnOf, handedInOn } from '../../shared/terms/rules.ts'
import { storedTerms, terms, zTermsInput } from '../../shared/terms/schemas.ts'

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

/** 月结. */
const SETTLED = { trigger: 'handedIn', monthEnd: 'before' } as const

describe('dueDay (rules: Terms and due days)', () => {
  it.each<[string, string, Parameters<typeof terms>[0], string]>([
    ['60 天', '2026-03-15', { days: 60 }, '2026-05-14'],
    ['现结', '2026-03-15', {}, '2026-03-15'],
    ['月结', '2026-03-15', SETTLED, '2026-03-31'],
    ['月结 30', '2026-03-15', { ...SETTLED, days: 30 }, '2026-04-30'],
    ['月结 30 on the last day itself', '2026-01-31', { ...SETTLED, days: 30 }, '2026-03-02'],
    ['30 天月结: + 30, then the month end', '2026-03-15', { days: 30, monthEnd: 'after' }, '2026-04-30'],
    ['3 个月', '2025-11-30', { months: 3 }, '2026-02-28'],
    ['1 个月零 5 天: months before days', '2026-01-31', { months: 1, days: 5 }, '2026-03-05'],
    ['30 天, then the 10th', '2026-03-15', { days: 30, last: { kind: 'onDate', count: 10 } }, '2026-05-10'],
    ['the 10th itself', '2026-03-11', { days: 30, last: { kind: 'onDate', count: 10 } }, '2026-04-10'],
    ['1 个月, then the 31st of a short month', '2026-01-15', { months: 1, last: { kind: 'onDate', count: 31 } }, '2026-02-28'],
    ['月结 0, then the 31st', '2026-04-02', { ...SETTLED, last: { kind: 'onDate', count: 31 } }, '2026-04-30'],
    ['+ 2 months, month end, then the 10th', '2026-03-15', { months: 2, monthEnd: 'after', last: { kind: 'onDate', count: 10 } }, '2026-06-10'],
    ['month end + 60 days', '2026-05-10', { ...SETTLED, days: 60 }, '2026-07-30'],
    ['+ 1 month, month end, + 60 further days', '2026-04-10', { months: 1, monthEnd: 'after', last: { kind: 'days', count: 60 } }, '2026-07-30'],
    ['次月25日 of 28 May, never 25 July', '2026-05-28', { months: 1, last: { kind: 'inMonth', count: 25 } }, '2026-06-25'],
    ['次月25日 of 1 May', '2026-05-01', { months: 1, last: { kind: 'inMonth', count: 25 } }, '2026-06-25'],
    ['次月31日 of 31 January', '2026-01-31', { months: 1, last: { kind: 'inMonth', count: 31 } }, '2026-02-28'],
    ['次月底 of 31 January', '2026-01-31', { months: 1, monthEnd: 'after' }, '2026-02-28'],
    ['次月底 over a year', '2027-12-31', { months: 1, monthEnd: 'after' }, '2028-01-31'],
    ['质保 12 个月 from a leap day', '2028-02-29', { trigger: 'accepted', months: 12 }, '2029-02-28'],
  ])('%s from %s', (_, trigger, parts, due) => expect(dueDay(day(trigger), terms(parts))).toBe(due))

  /** Terms as ledgers up to 0.2.0 hold them and callers of then send them. */
  it.each([
    [{ kind: 'days', count: 60 }, '2026-05-14'], [{ kind: 'days', count: 0 }, '2026-03-15'], [{ kind: 'monthEnd', count: 0 }, '2026-03-31'], [{ kind: 'monthEnd', count: 30 }, '2026-04-30'], [{ kind: 'months', count: 3 }, '2026-06-15'],
    [{ kind: 'days', count: 30, onDate: 10 }, '2026-05-10'], [{ kind: 'monthEnd', count: 0, onDate: 25 }, '2026-04-25'], [{ kind: 'months', count: 1, onDate: null }, '2026-04-15'],
  ] as const)('reads %j of before as it was', (old, due) => expect(dueDay(day('2026-03-15'), storedTerms(old))).toBe(due))

  it.each([{ kind: 'weeks', count: 1 }, { days: -1 }, { last: { kind: 'onDate', count: 32 } }, { last: { kind: 'days', count: 0 } }, { days: 30, kind: 'days' }, { monthEnd: 'both' }, null])('%j is none', (sent) => expect(zTermsInput.safeParse(sent).success).toBe(false))
})

const at = (cutOffDate: number | null, cutOffCounts = true) => ({ cutOffDate, cutOffCounts })

describe('the cut-off day (开票截止日; rules: Terms and due days, Readings 2, Worked example 7)', () => {
  const always = () => true
  it.each([
    ['the 25th itself still counts', '2026-03-25', at(25), always, '2026-03-25'],
    ['one day later is next month', '2026-03-26', at(25), always, '2026-04-01'],
    ['31 in a short month is its last day', '2026-02-28', at(31), always, '2026-02-28'],
    ['no cut-off', '2026-03-31', at(null), always, '2026-03-31'],
    ['Saturday the 25th moves to Friday: in time', '2026-04-24', at(25), isWorkday, '2026-04-24'],
    ['Saturday the 25th moves to Friday: too late', '2026-04-25', at(25), isWorkday, '2026-05-01'],
    ['at the end of a year', '2026-12-31', at(25), always, '2027-01-01'],
    ['the 25th does not count: the 24th does', '2026-03-24', at(25, false), always, '2026-03-24'],
    ['the 25th does not count: it is next month', '2026-03-25', at(25, false), always, '2026-04-01'],
    ['the 1st does not count: the last day of the month before does', '2026-04-30', at(1, false), always, '2026-05-01'],
    ['the 1st does not count', '2026-05-01', at(1, false), always, '2026-06-01'],
    ['the 3rd of October 2026 falls to 30 September: that day counts for October', '2026-09-30', at(3), isWorkday, '2026-10-01'],
    ['and 1 October is in the window of November', '2026-10-01', at(3), isWorkday, '2026-11-01'],
    ['handed in 30 April, cut-off 1', '2026-04-30', at(1), isWorkday, '2026-05-01'],
    ['handed in 1 May, cut-off 1', '2026-05-01', at(1), isWorkday, '2026-06-01'],
  ] as const)('%s', (_, invoiced, cutOff, workday, handedIn) => expect(handedInOn(day(invoiced), cutOff, workday)).toBe(handedIn))

  it.each([
    [25, '2026-07-01', '2026-07-24'], [25, '2026-10-01', '2026-10-23'], [20, '2026-06-01', '2026-06-18'], [1, '2026-05-31', '2026-04-30'], [3, '2026-10-15', '2026-09-30'],
    [5, '2025-10-01', '2025-09-30'], [11, '2025-10-20', '2025-10-11'], [31, '2026-02-01', '2026-02-28'],
  ] as const)('%i in the month of %s is %s', (date, within, cutOff) => expect(cutOffDay(day(within), date, isWorkday)).toBe(cutOff))

  it.each([
    ['1 October 2026, cut-off 3, 30 days: right 1 December', '2026-10-01', { days: 30 }, at(3), '2026-12-01'],
    ['30 April, cut-off 1, month end + 60', '2026-04-30', { ...SETTLED, days: 60 }, at(1), '2026-07-30'],
    ['1 May, cut-off 1, month end + 60', '2026-05-01', { ...SETTLED, days: 60 }, at(1), '2026-08-29'],
    ['24 July in time, month end + 60 (example 8)', '2026-07-24', { ...SETTLED, days: 60 }, at(25), '2026-09-29'],
    ['25 July too late', '2026-07-25', { ...SETTLED, days: 60 }, at(25), '2026-10-30'],
    ['from the shipment the cut-off of invoices is none', '2026-07-25', { trigger: 'shipped', days: 30 }, at(20), '2026-08-24'],
    ['never before the document', '2026-07-25', { last: { kind: 'inMonth', count: 10 } }, at(null), '2026-07-25'],
  ] as const)('due: %s', (_, documentOn, parts, cutOff, due) => expect(dueOnOf(day(documentOn), terms(parts), cutOff, isWorkday)).toBe(due))

  /** Day by day: each month's cut-off is sought by hand, and every day belongs to the window that ends on or after it. */
  it('agrees with a reckoning day by day over six years', () => {
    const naiveWorkday = (value: Day): boolean => isWorkday(value)
    for (const date of [1, 2, 3, 5, 8, 10, 15, 20, 25, 28, 30, 31]) {
      for (const counts of [true, false]) {
        const windows: { month: Day; last: Day }[] = []
        for (let month = day('2022-12-01'); month < '2029-06-01'; month = addMonths(month, 1)) {
          let last = date >= 28 ? [...Array(31).keys()].map((days) => addDays(month, days)).filter((each) => monthOf(each) === monthOf(month) && Number(each.slice(8)) <= date).at(-1) ?? month : addDays(month, date - 1)
          while (!naiveWorkday(last)) last = addDays(last, -1)
          windows.push({ month, last: counts ? last : addDays(last, -1) })
        }
        let window = 0
        for (let each = day('2023-02-01'); each < '2029-02-01'; each = addDays(each, 1)) {
          while ((windows[window]?.last ?? each) < each) window += 1
          const month = windows[window]?.month ?? each
          expect(handedInOn(each, at(date, counts), isWorkday), `${each}, cut-off ${date} ${counts}`).toBe(monthOf(month) === monthOf(each) ? each : month)
        }
      }
    }
  })

  it('goes by Saturday and Sunday in a year that the holiday table does not know, which is said', () => {
    expect(['2024-05-01', '2026-05-01', '2031-05-01'].map((each) => [knowsHolidays(day(each)), isWorkday(day(each))])).toEqual([[true, false], [true, false], [false, true]])
    expect(cutOffDay(day('2031-10-01'), 5, isWorkday)).toBe('2031-10-03')
  })
  it('stays where it is on a calendar without workdays', () => expect(cutOffDay(day('2026-03-01'), 25, () => false)).toBe('2026-03-25'))
})
