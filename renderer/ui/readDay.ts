/**
 * Reads a day as an office types it: 0630, 630, 20260630, 260630, 2026-6-30, 6/30, 30 (of this month); and as banks write it, where
 * it is pasted: 2026-04-07-16.30.28.759365, 05-Nov-26.
 */
import { addDays, dateOf, dayOf, isDay, type Day } from '../../shared/day.ts'
import { certainDay } from '../../shared/sheets/days.ts'

/** The day meant by a text, or null when it is none; what is left out comes from `today`. */
export function readDay(text: string, today: Day): Day | null {
  const plain = text.normalize('NFKC').trim()
  if (isDay(plain)) return plain
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const parts = plain.split(/[-/.年月日\s]+/).filter((part) => part !== '')
  if (parts.some((part) => !/^\d+$/.test(part)) || parts.length > 3) return certainDay(plain)
  const numbers = parts.map(Number)
  if (parts.length === 3 && /^(?:\d{1,2}|\d{4})$/.test(parts[0] ?? '') && (parts[2]?.length ?? 0) < 3) return dayOf(fullYear(numbers[0] ?? 0), numbers[1] ?? 0, numbers[2] ?? 0)
  if (parts.length === 3) return certainDay(plain)
  if (parts.length === 2 && (parts[0]?.length ?? 0) > 2) return certainDay(plain)
  if (parts.length === 2) return dayOf(year, numbers[0] ?? 0, numbers[1] ?? 0)
  const digits = parts[0] ?? ''
  if (digits.length <= 2) return digits === '' ? null : dayOf(year, month, Number(digits))
  if (digits.length <= 4) return dayOf(year, Number(digits.slice(0, -2)), Number(digits.slice(-2)))
  if (digits.length === 6) return dayOf(fullYear(Number(digits.slice(0, 2))), Number(digits.slice(2, 4)), Number(digits.slice(4)))
  if (digits.length === 8) return dayOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
  return null
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)

/** The day that a step key asks for: one day on or back, or one month with Ctrl. */
export function stepDay(from: Day, step: 1 | -1, wholeMonth: boolean): Day {
  if (!wholeMonth) return addDays(from, step)
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + step
  for (let date = dateOf(from); date > 27; date -= 1) {
    const found = dayOf(Math.trunc(index / 12), (index % 12) + 1, date)
    if (found) return found
  }
  return dayOf(Math.trunc(index / 12), (index % 12) + 1, dateOf(from)) ?? from
}
