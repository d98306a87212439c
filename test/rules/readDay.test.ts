import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { readDay, stepDay } from '../../renderer/ui/readDay.ts'

const today = day('2026-08-15')

describe('reading a day as it is typed', () => {
  it.each([
    ['0630', '2026-06-30'],
    ['630', '2026-06-30'],
    ['30', '2026-08-30'],
    ['5', '2026-08-05'],
    ['20260630', '2026-06-30'],
    ['260630', '2026-06-30'],
    ['2026-6-3', '2026-06-03'],
    ['2026/06/30', '2026-06-30'],
    ['2026年6月30日', '2026-06-30'],
    ['6-30', '2026-06-30'],
    ['6.30', '2026-06-30'],
    ['０６３０', '2026-06-30'],
    [' 2026-06-30 ', '2026-06-30'],
  ])('%s is %s', (typed, expected) => {
    expect(readDay(typed, today)).toBe(expected)
  })

  it.each(['', '0230', '1340', '2026-02-30', '31x', 'abc', '12345', '0', '2026-13-01'])('%s is no day', (typed) => {
    expect(readDay(typed, today)).toBeNull()
  })

  it('steps a day or a month, and keeps within a short month', () => {
    expect(stepDay(day('2026-02-28'), 1, false)).toBe('2026-03-01')
    expect(stepDay(day('2026-01-31'), 1, true)).toBe('2026-02-28')
    expect(stepDay(day('2026-03-31'), -1, true)).toBe('2026-02-28')
    expect(stepDay(day('2026-01-15'), -1, true)).toBe('2025-12-15')
    expect(stepDay(day('2026-12-31'), 1, true)).toBe('2027-01-31')
  })
})
